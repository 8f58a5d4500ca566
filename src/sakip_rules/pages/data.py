"""What the pages know beside the rules: their words, topics, published examples, and questions to compare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any, Final, TypeVar

import yaml

from sakip_rules.languages import Language

W = TypeVar("W", bound=str)

_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The fast one, where PyYAML has it."""

DataMap = Mapping[str, Any]
"""What a data file says of one thing: of a printed figure, a row, a question."""


@cache
def read(name: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """Gives the content of a data file of the package, every scalar as text."""
    text = (resources.files(__package__) / "data" / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, _LOADER)  # noqa: S506 - makes text only


def one_of(known: Sequence[W], text: str) -> W:
    """Gives the word of a closed list that a text of the data is; raises `ValueError` for another text."""
    return known[known.index(text)]


def words_of(stated: object, lang: Language) -> str:
    """Gives a text of the data: one for both languages, or one each."""
    return str(stated[lang] if isinstance(stated, dict) else stated)
