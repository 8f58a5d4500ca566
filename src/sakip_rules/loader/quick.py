"""Text -> plain data in one pass over its events, without the place of anything: for a text that is ordinary.

What is odd, wrong or not, is left to `sakip_rules.loader.events`, which knows what to say of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

import yaml

from sakip_rules.loader import events
from sakip_rules.loader.brackets import ODD
from sakip_rules.loader.collecting import without_collecting
from sakip_rules.loader.gate import FORBIDDEN, NESTING, Limits
from sakip_rules.loader.nodes import NULLS
from sakip_rules.loader.stumbles import cuts
from sakip_rules.models import Folded, RawValue

_Container: TypeAlias = "dict[str, RawValue] | list[RawValue]"

_STARTS: Final = {yaml.MappingStartEvent: dict, yaml.SequenceStartEvent: list}
_ENDS: Final = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class _OddError(Exception):
    """Something that is not ordinary."""


def plain_of(text: str, lines: Sequence[str], limits: Limits) -> dict[str, RawValue] | None:
    """Gives what the nodes of a text are as plain data, if they can be made without a diagnostic.

    Gives nothing of a text in which something is odd, and of one with a mistake.
    """
    if ODD.search(text) or cuts(lines):
        return None
    parser = events.EVENT_PARSER(text if text.endswith("\n") else f"{text}\n")
    reading = _Reading(lines)
    try:
        with without_collecting():
            reading.read(parser)
    except (_OddError, yaml.YAMLError, ValueError, OverflowError):
        return None
    finally:
        parser.dispose()
    return reading.root if isinstance(reading.root, dict) and reading.nodes <= limits.nodes else None


class _Reading:
    """What was read of one text: its root, the list or map that has not ended, and those around that."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.root: _Container | None = None
        self.nodes = 0
        self._lines = lines
        self._into: _Container | None = None
        self._flow = False
        self._key: str | None = None
        """The key that waits for its value."""
        self._around: list[tuple[_Container | None, bool]] = []

    def read(self, parser: Any) -> None:  # noqa: ANN401 - the stubs know no class of parsers
        """Reads all events; raises `_OddError` at one that is not ordinary."""
        get = parser.get_event
        while (event := get()) is not None:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind in _STARTS:
                self._begin(event, _STARTS[kind]())
            elif kind in _ENDS:
                self._into, self._flow = self._around.pop()
            elif kind is yaml.AliasEvent or (kind is yaml.DocumentStartEvent and self._is_odd(event)):
                raise _OddError

    def _is_odd(self, document: Any) -> bool:  # noqa: ANN401 - the stubs do not know that events have marks
        """Says whether a document is not the first, or says something about itself."""
        return self.root is not None or document.version or document.tags

    def _begin(self, event: Any, begun: _Container) -> None:  # noqa: ANN401 - as above
        if event.anchor is not None or event.tag is not None or len(self._around) == NESTING:
            raise _OddError
        if self._into is None:
            self.root = begun
        elif type(self._into) is dict and self._key is None:  # a key that is no text
            raise _OddError
        self.nodes += 1
        self._add(begun)
        self._around.append((self._into, self._flow))
        self._into, self._flow = begun, bool(event.flow_style)

    def _scalar(self, event: Any) -> None:  # noqa: ANN401 - as above
        text, style, into = event.value, event.style, self._into
        if event.anchor is not None or event.tag is not None or into is None:
            raise _OddError
        self.nodes += 1
        if style and style != "'":
            text = self._looked_into(event)
        if self._key is None and type(into) is dict:
            if text in ("", events.MERGE) or text in into:
                raise _OddError
            self._key = text
            return
        if self._flow and not text and not style:  # a comma may have cut a value in two
            raise _OddError
        self._add(None if text in NULLS else text)

    def _looked_into(self, event: Any) -> str:  # noqa: ANN401 - as above
        """Gives a text in double quotes, or a block, if both parsers read it, and read the same."""
        text: str = event.value
        if event.style == '"':
            if FORBIDDEN.search(text):
                raise _OddError
            return text
        start = event.start_mark
        if not events.BLOCK_HEADER.fullmatch(self._lines[start.line], start.column):
            raise _OddError
        return Folded(text) if event.style == ">" else text

    def _add(self, value: RawValue) -> None:
        into, key = self._into, self._key
        if type(into) is list:
            into.append(value)
        elif type(into) is dict and key is not None:
            into[key], self._key = value, None


__all__ = ["plain_of"]
