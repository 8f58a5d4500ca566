"""How an export is to look."""

from __future__ import annotations

from sakip_rules.dataclass import dataclass
from sakip_rules.diagnostics.rendering import WIDTH
from sakip_rules.explainer.lines import Paint, unpainted
from sakip_rules.languages import Language


@dataclass(frozen=True, slots=True)
class Look:
    """The language of an export; of text also how wide its lines may be, and how styles look.

    With `every` also what tells nothing new is shown, such as printed figures that are the same.
    """

    lang: Language = "id"
    width: int = WIDTH
    paint: Paint = unpainted
    every: bool = False
