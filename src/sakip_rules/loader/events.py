"""Text -> nodes, in one pass over the events of a YAML parser, with an explicit stack."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import yaml

from sakip_rules.diagnostics import Diagnostic, Place, diagnose, quoted
from sakip_rules.loader.gate import FORBIDDEN, NESTING, Limits, Refusal, character_key
from sakip_rules.loader.nodes import Mapping, Node, Scalar, Sequence
from sakip_rules.loader.syntax import syntax_error

EVENT_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser whose events are read: the C one where it is installed. Looked up at every call."""

MERGE: Final = "<<"
STYLES: Final = ("'", '"', "|", ">")

_TIGHT_COLON: Final = re.compile(r":[\[{]")
_BLOCK_HEADER: Final = re.compile(r"[|>](?:[1-9][+-]?|[+-][1-9]?)?(?: +(?:#.*)?)?")


@dataclass(slots=True)
class _Open:
    """A list or map that has not ended, and the key that waits for its value."""

    node: Mapping | Sequence
    flow: bool
    key: Node | None = None


class Builder:
    """Builds the nodes of one file; what is not allowed becomes a diagnostic, and the reading goes on."""

    def __init__(self, name: str, lines: list[str], limits: Limits) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.root: Node | None = None
        self._name = name
        self._lines = lines
        self._limits = limits
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0

    def read(self, text: str) -> None:
        """Reads a whole text; raises `Refusal` where nothing sensible can follow."""
        steps = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        parser = EVENT_PARSER(text)
        try:
            while parser.check_event():
                event = parser.get_event()
                step = steps.get(type(event))
                if step is not None:
                    step(event)
        except yaml.MarkedYAMLError as error:
            raise Refusal(*self.diagnostics, syntax_error(error, self._name, self._lines)) from None
        except yaml.YAMLError:
            raise Refusal(*self.diagnostics, diagnose("yaml-syntax", Place(self._name))) from None
        except (ValueError, OverflowError):  # the pure parser asks chr() for what is no character
            mark = parser.get_mark()
            place = self._place(mark.line + 1, mark.column + 1)
            raise Refusal(*self.diagnostics, diagnose("yaml-syntax.escape", place)) from None
        finally:
            parser.dispose()

    # ------------------------------------------------------------ events

    def _document(self, event: Any) -> None:  # noqa: ANN401 - the stubs do not know that events have marks
        self._documents += 1
        if self._documents > 1:
            raise Refusal(*self.diagnostics, self._wrong("yaml-not-allowed.documents", event))
        if event.version or event.tags:
            self._report("yaml-not-allowed.directive", event)

    def _scalar(self, event: Any) -> None:  # noqa: ANN401 - as _document
        self._count(event)
        start, end = event.start_mark, event.end_mark
        style = event.style if event.style in STYLES else ""
        node = Scalar(event.value, start.line + 1, start.column + 1, end.line + 1, end.column + 1, style)
        self._look_into(node)
        self._add(node)

    def _alias(self, event: Any) -> None:  # noqa: ANN401 - as _document
        self._count(event)
        self._report("yaml-not-allowed.alias", event, name=quoted(event.anchor))
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        self._add(Scalar("", line, column, line, column, "'"))

    def _mapping(self, event: Any) -> None:  # noqa: ANN401 - as _document
        self._start(Mapping(event.start_mark.line + 1, event.start_mark.column + 1), event)

    def _sequence(self, event: Any) -> None:  # noqa: ANN401 - as _document
        self._start(Sequence(event.start_mark.line + 1, event.start_mark.column + 1), event)

    def _start(self, node: Mapping | Sequence, event: Any) -> None:  # noqa: ANN401 - as _document
        self._count(event)
        if len(self._open) == NESTING:
            raise Refusal(*self.diagnostics, self._wrong("file-too-large.nesting", event, limit=str(NESTING)))
        self._open.append(_Open(node, flow=bool(event.flow_style)))

    def _end(self, _event: Any) -> None:  # noqa: ANN401 - as _document
        self._add(self._open.pop().node)

    def _count(self, event: Any) -> None:  # noqa: ANN401 - as _document
        """Counts a node, and refuses what a node may carry."""
        self._nodes += 1
        if self._nodes > self._limits.nodes:
            limit = f"{self._limits.nodes:,}"
            raise Refusal(*self.diagnostics, self._wrong("file-too-large.nodes", event, limit=limit))
        if isinstance(event, yaml.AliasEvent):
            return
        if event.anchor is not None:
            self._report("yaml-not-allowed.anchor", event, name=quoted(event.anchor))
        if event.tag is not None:
            self._report("yaml-not-allowed.tag", event, name=quoted(event.tag))

    def _look_into(self, node: Scalar) -> None:
        """Refuses what only one of the two parsers reads, and characters that an escape has written."""
        fault = ""
        if not node.style:
            if self._open and self._open[-1].flow:
                fault = self._flow_fault(node)
        elif node.style == '"':
            found = FORBIDDEN.search(node.text)
            if found is not None and "\ud800" <= found.group() <= "\udfff":
                fault = "yaml-syntax.escape"
            elif found is not None:
                key, place = character_key(found.group()), self._scalar_place(node)
                self.diagnostics.append(diagnose(key, place, character=f"U+{ord(found.group()):04X}"))
        elif node.style != "'" and not _BLOCK_HEADER.fullmatch(self._lines[node.line - 1], node.column - 1):
            fault = "yaml-syntax.block"
        if fault:
            raise Refusal(*self.diagnostics, diagnose(fault, self._scalar_place(node)))

    def _flow_fault(self, node: Scalar) -> str:
        """Gives the key of the diagnostic for a plain text in brackets that one of the parsers refuses."""
        if "?" in node.text:
            return "yaml-syntax.question-mark"
        return "yaml-syntax.colon-bracket" if _TIGHT_COLON.match(self._behind(node)) else ""

    # ------------------------------------------------------------ nodes

    def _add(self, node: Node) -> None:
        """Puts a finished node where it belongs: root, item, key or value."""
        if not self._open:
            self.root = node
            return
        place = self._open[-1]
        if isinstance(place.node, Sequence):
            place.node.items.append(node)
        elif place.key is None:
            place.key = node
        else:
            key, place.key = place.key, None
            self._pair(place.node, key, node, flow=place.flow)

    def _pair(self, mapping: Mapping, key: Node, value: Node, *, flow: bool) -> None:
        if not isinstance(key, Scalar):
            place = self._place(key.line, key.column)
            self.diagnostics.append(diagnose("yaml-not-allowed.complex-key", place))
            return
        empty = isinstance(value, Scalar) and not value.text and not value.style
        fault = self._key_fault(mapping, key, cut=flow and empty)
        if fault is not None:
            self.diagnostics.append(fault)
            return
        if empty:  # the parsers do not agree where nothing stands
            value = Scalar("", key.end_line, key.end_column, key.end_line, key.end_column)
        mapping.pairs[key.text] = key, value

    def _key_fault(self, mapping: Mapping, key: Scalar, *, cut: bool) -> Diagnostic | None:
        """Says why a key cannot be added, if it cannot."""
        if cut and key.text != MERGE:
            return self._cut(mapping, key)
        first = mapping.key(key.text)
        if first is not None:
            place = self._scalar_place(key)
            return diagnose("duplicate-key", place, name=quoted(key.text), line=str(first.line))
        if key.text == MERGE:
            return diagnose("yaml-not-allowed.merge-key", self._scalar_place(key))
        return None if key.text else diagnose("bad-value.empty-key", self._scalar_place(key))

    def _cut(self, mapping: Mapping, key: Scalar) -> Diagnostic:
        """Says which value a comma has cut in two, if one has."""
        place = self._scalar_place(key)
        before = mapping.items[-1] if mapping.pairs else None
        if self._behind(key).startswith(":") or before is None or not isinstance(before[1], Scalar):
            return diagnose("formula-cut.empty", place, name=quoted(key.text))
        name, value = quoted(before[0].text), quoted(before[1].text)
        return diagnose("formula-cut", place, name=name, value=value, rest=quoted(key.text))

    # ------------------------------------------------------------ places

    def _behind(self, node: Scalar) -> str:
        """What follows a scalar on its line; the end of a file may lie behind its last line."""
        line = node.end_line - 1
        return self._lines[line][node.end_column - 1 :].lstrip() if line < len(self._lines) else ""

    def _wrong(self, key: str, event: Any, **texts: str) -> Diagnostic:  # noqa: ANN401 - as _document
        place = self._place(event.start_mark.line + 1, event.start_mark.column + 1)
        return Diagnostic(key, place, "error", tuple(sorted(texts.items())))

    def _report(self, key: str, event: Any, **texts: str) -> None:  # noqa: ANN401 - as _document
        self.diagnostics.append(self._wrong(key, event, **texts))

    def _place(self, line: int, column: int, width: int = 1) -> Place:
        source = self._lines[line - 1] if line <= len(self._lines) else ""
        return Place(self._name, line, column, width, source)

    def _scalar_place(self, node: Scalar) -> Place:
        width = node.end_column - node.column if node.line == node.end_line else 1
        return self._place(node.line, node.column, max(1, width))
