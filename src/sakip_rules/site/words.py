"""What the theme says by itself: words in both languages, from one file of data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip_rules.languages import Language

_DATA: Final = files("sakip_rules.site") / "data"
_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The fast one, where PyYAML has it."""


@cache
def read_data(name: str) -> Any:  # noqa: ANN401 - each file has a shape of its own
    """Gives a file of the package's data, every scalar of it as text."""
    return yaml.load((_DATA / name).read_text("utf-8"), _LOADER)  # noqa: S506 - it builds text, lists and maps only


@cache
def words_in(lang: Language) -> Mapping[str, str]:
    """Gives every word of the theme in a language."""
    return {key: said[lang] for key, said in read_data("words.yaml").items()}
