"""What only one of PyYAML's two parsers reads inside `{ }` and `[ ]`; both are held to refuse it.

The C parser takes a `?` into a plain text, where the pure one sees the sign of a key. The pure parser reads
`{a:}` and `{a:[b]}`, where the C one wants a blank behind the colon.
"""

from __future__ import annotations

import re
from typing import Any, Final

import yaml

ODD: Final = re.compile(r"\?|:[,\[\]{}]")
"""Without this in a text there is nothing to look for."""

_COMMENT: Final = re.compile("#[^\n]*")


class Brackets:
    """Follows the events of a text, and what stands between them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._depth = 0
        self._end = 0
        self._plain_end = -1
        """Where the last event ended, if it was a plain text that is not empty."""

    def fault(self, event: Any) -> str:  # noqa: ANN401 - the stubs do not know that events have marks
        """Gives the key of the diagnostic for an event that one of the parsers would not give."""
        fault = self._odd(event) if self._depth and isinstance(event, yaml.NodeEvent) else ""
        plain = isinstance(event, yaml.ScalarEvent) and not event.style and event.value
        self._end = event.end_mark.index
        self._plain_end = self._end if plain else -1
        if isinstance(event, yaml.CollectionStartEvent):
            self._depth += bool(event.flow_style)
        elif isinstance(event, yaml.CollectionEndEvent) and self._depth:
            self._depth -= 1
        return fault

    def _odd(self, event: Any) -> str:  # noqa: ANN401 - as fault
        start = event.start_mark.index
        before, first = self._text[self._end : start], self._text[start : start + 1]
        plain = isinstance(event, yaml.ScalarEvent) and not event.style
        if first == "?" or (plain and "?" in event.value) or "?" in _COMMENT.sub("", before):
            return "yaml-syntax.question-mark"
        tight = self._plain_end >= 0 and first in (",", "[", "]", "{", "}")
        return "yaml-syntax.colon-bracket" if tight and before.lstrip() == ":" else ""
