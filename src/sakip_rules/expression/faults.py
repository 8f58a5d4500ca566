"""A mistake in a formula: a diagnostic that does not know its file yet."""

from __future__ import annotations

from sakip_rules.dataclass import dataclass
from sakip_rules.languages import Pair


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong between two offsets of the formula's text."""

    key: str
    start: int
    end: int
    texts: tuple[tuple[str, str | Pair], ...] = ()


def fault(key: str, start: int, end: int, **texts: str | Pair) -> Fault:
    """Gives a fault with the words that fill its text."""
    return Fault(key, start, end, tuple(sorted(texts.items())))


class FormulaFaultError(Exception):
    """A formula that cannot be parsed; carries its one fault."""

    def __init__(self, mistake: Fault) -> None:
        super().__init__(mistake)
        self.fault = mistake
