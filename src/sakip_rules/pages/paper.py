"""A page as a file: front matter that a site builder reads, then one block of HTML."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from sakip_rules.markup import tag

if TYPE_CHECKING:
    from sakip_rules.markup import Markup

PageKind: TypeAlias = Literal[
    "rule", "regulation", "question", "source", "list", "report", "record", "key", "function", "guide"
]

MADE_BY: Final = "made_by"
"""The key of the front matter that says who made a page; no page written by hand has it."""


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page that was made: what it is about, what it is found by, and its HTML."""

    path: str
    """Below the folder of the site's documents."""
    kind: PageKind
    title: str
    description: str
    body: Markup
    facts: Mapping[str, str | Sequence[str]] = field(default_factory=dict)
    """What else a search should know: ids, other names, numbers of regulations."""

    def text(self) -> str:
        """Gives the page as a Markdown file. Front matter of JSON values is YAML, whatever the texts hold."""
        front = {
            "title": self.title,
            "description": self.description,
            "kind": self.kind,
            MADE_BY: "sakip docs",
            **self.facts,
        }
        lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
        block = tag("div", self.body, class_=f"sakip sakip--{self.kind}")
        return f"---\n{''.join(lines)}---\n\n{block}\n"
