"""Text -> nodes, in one pass over the events of a YAML parser, with an explicit stack."""

from __future__ import annotations

import re
from typing import Any, Final

import yaml

from sakip_rules.dataclass import dataclass
from sakip_rules.diagnostics import Diagnostic, Place, diagnose, quoted, warn
from sakip_rules.languages import Pair
from sakip_rules.loader.brackets import ODD, Brackets
from sakip_rules.loader.collecting import without_collecting
from sakip_rules.loader.gate import FORBIDDEN, NESTING, FileError, Limits, character_key
from sakip_rules.loader.nodes import Mapping, Scalar, Sequence, YamlNode
from sakip_rules.loader.stumbles import cuts
from sakip_rules.loader.syntax import syntax_error
from sakip_rules.numbers import grouped

EVENT_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser whose events are read: the C one where it is installed. Looked up at every call."""

MERGE: Final = "<<"
FAULTS: Final = 50_000
"""So many mistakes are collected, more than a rule file can hold; a report with more is not read on."""

READ_AGAIN: Final = 65_536
"""A text of more characters is not read by the pure parser, too: that would take seconds."""

_OF_PARSER: Final = ("yaml-syntax", "yaml-not-allowed")
_NESTING: Final = "file-too-large.nesting"
"""The C parser counts brackets before it gives them."""

YAML_TAGS: Final = "tag:yaml.org,2002:"
"""What `!!` is short for; the parser gives it written out."""

_NO_CHARACTER: Final = re.compile(r"\\(?:u[Dd][89A-Fa-f][0-9A-Fa-f]{2}|U0000[Dd][89A-Fa-f][0-9A-Fa-f]{2})")
BLOCK_HEADER: Final = re.compile(r"[|>](?:[1-9][+-]?|[+-][1-9]?)?(?: +(?:#.*)?)?")


@dataclass(slots=True)
class _Open:
    """A list or map that has not ended, and the key that waits for its value."""

    node: Mapping | Sequence
    flow: bool
    key: YamlNode | None = None
    repeats: bool = False
    """Whether its last key stood there before."""


class Builder:
    """Builds the nodes of one file; what is not allowed becomes a diagnostic, and the reading goes on."""

    def __init__(self, name: str, lines: list[str], limits: Limits) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.root: YamlNode | None = None
        self._name = name
        self._lines = lines
        self._limits = limits
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0
        self._cuts = cuts(lines)

    def read(self, text: str, with_parser: Any = None) -> None:  # noqa: ANN401 - the stubs know no class of parsers
        """Reads a whole text; raises `FileError` where nothing sensible can follow."""
        steps = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        if not text.endswith("\n"):  # at a missing last line end the parsers give different places
            text += "\n"
        brackets = Brackets(text) if ODD.search(text) else None
        parser = (with_parser or EVENT_PARSER)(text)
        try:
            with without_collecting():
                while (event := parser.get_event()) is not None:
                    if brackets is not None and (fault := brackets.fault(event)):
                        raise FileError(*self.diagnostics, self._wrong(fault, event))
                    step = steps.get(type(event))
                    if step is not None:
                        step(event)
                    if len(self.diagnostics) > FAULTS:
                        raise FileError(*self.diagnostics)
        except yaml.MarkedYAMLError as error:
            if any(fault.code == "yaml-not-allowed" for fault in self.diagnostics):
                raise FileError(*self.diagnostics) from None  # behind an anchor or a tag the parsers differ
            raise FileError(*self.diagnostics, syntax_error(error, self._name, self._lines)) from None
        except yaml.YAMLError:
            raise FileError(*self.diagnostics, diagnose("yaml-syntax", Place(self._name))) from None
        except (ValueError, OverflowError):  # the pure parser asks chr() for what is no character
            mark = parser.get_mark()
            place = self._place(mark.line + 1, mark.column + 1)
            raise FileError(*self.diagnostics, diagnose("yaml-syntax.escape", place)) from None
        finally:
            parser.dispose()

    def _document(self, event: Any) -> None:  # noqa: ANN401 - the stubs do not know that events have marks
        self._documents += 1
        if self._documents > 1:
            raise FileError(*self.diagnostics, self._wrong("yaml-not-allowed.documents", event))
        if event.version or event.tags:
            self._report("yaml-not-allowed.directive", event)

    def _scalar(self, event: Any) -> None:  # noqa: ANN401 - as _document
        self._nodes += 1  # most events come here: only what is rare is left to other functions
        if self._nodes > self._limits.nodes or event.anchor is not None or event.tag is not None:
            self._refuse(event)
        start, end = event.start_mark, event.end_mark
        style = event.style or ""  # a plain text has none, or an empty one
        node = Scalar(event.value, start.line + 1, start.column + 1, end.line + 1, end.column + 1, style)
        if style and style != "'":
            self._look_into(node)
        elif self._cuts and not style and event.value and (end.line, end.column) in self._cuts:
            place = self._place(end.line + 1, end.column + 1)
            self.diagnostics.append(warn("bad-value.cut", place, value=quoted(event.value)))
        self._add(node)

    def _alias(self, event: Any) -> None:  # noqa: ANN401 - as _document
        self._count(event)
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        self._add(Scalar("", line, column, line, column, "'"))

    def _mapping(self, event: Any) -> None:  # noqa: ANN401 - as _document
        self._start(Mapping(event.start_mark.line + 1, event.start_mark.column + 1), event)

    def _sequence(self, event: Any) -> None:  # noqa: ANN401 - as _document
        self._start(Sequence(event.start_mark.line + 1, event.start_mark.column + 1), event)

    def _start(self, node: Mapping | Sequence, event: Any) -> None:  # noqa: ANN401 - as _document
        self._count(event)
        if len(self._open) == NESTING:
            raise FileError(
                *self.diagnostics, self._wrong("file-too-large.nesting", event, limit=str(NESTING))
            )
        self._open.append(_Open(node, flow=bool(event.flow_style)))

    def _end(self, _event: Any) -> None:  # noqa: ANN401 - as _document
        self._add(self._open.pop().node)

    def _count(self, event: Any) -> None:  # noqa: ANN401 - as _document
        """Counts a node that is no scalar."""
        self._nodes += 1
        self._refuse(event)

    def _refuse(self, event: Any) -> None:  # noqa: ANN401 - as _document
        """Refuses a node too many, and what a node may carry."""
        if self._nodes > self._limits.nodes:
            limit = grouped(self._limits.nodes)
            raise FileError(*self.diagnostics, self._wrong("file-too-large.nodes", event, limit=limit))
        if event.anchor is not None:
            what = "alias" if isinstance(event, yaml.AliasEvent) else "anchor"
            self._report(f"yaml-not-allowed.{what}", event, name=quoted(event.anchor))
        tag = getattr(event, "tag", None)  # an alias has none
        if tag is not None:
            self._report("yaml-not-allowed.tag", event, name=quoted(tag.replace(YAML_TAGS, "!!", 1)))

    def _look_into(self, node: Scalar) -> None:
        """Refuses the head of a block that only one of the two parsers reads, and escapes that are none."""
        if node.style != '"':
            if not BLOCK_HEADER.fullmatch(self._lines[node.line - 1], node.column - 1):
                place = self._scalar_place(node)
                if any(refused.place == place for refused in self.diagnostics):
                    raise FileError(*self.diagnostics)  # the head begins with an anchor or a tag
                raise FileError(*self.diagnostics, diagnose("yaml-syntax.block", place))
            return
        character = FORBIDDEN.search(node.text)
        if character is None:
            return
        if "\ud800" <= character.group() <= "\udfff":  # the C parser refuses such an escape
            raise FileError(*self.diagnostics, diagnose("yaml-syntax.escape", self._escape_place(node)))
        key, place = character_key(character.group()), self._scalar_place(node)
        self.diagnostics.append(diagnose(key, place, character=f"U+{ord(character.group()):04X}"))

    def _escape_place(self, node: Scalar) -> Place:
        """The place of the first escape in a text in double quotes that stands for half a character."""
        for line in range(node.line, node.end_line + 1):
            begin = node.column - 1 if line == node.line else 0
            escape = _NO_CHARACTER.search(self._lines[line - 1], begin)
            if escape is not None:
                return self._place(line, escape.start() + 1, len(escape.group()))
        return self._scalar_place(node)

    def _add(self, node: YamlNode) -> None:
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
            self._pair(place, place.node, key, node)

    def _pair(self, place: _Open, mapping: Mapping, key: YamlNode, value: YamlNode) -> None:
        if not isinstance(key, Scalar):
            at = self._place(key.line, key.column)
            self.diagnostics.append(diagnose("yaml-not-allowed.complex-key", at))
            return
        empty = isinstance(value, Scalar) and not value.text and not value.style
        fault = self._key_fault(mapping, key, cut=place.flow and empty)
        repeats, place.repeats = place.repeats, fault is not None and fault.code == "duplicate-key"
        if fault is not None:
            if not (repeats and place.repeats):  # of an item whose `-` is missing, every key is there already
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
            in_list = len(self._open) > 1 and isinstance(self._open[-2].node, Sequence)
            is_item = in_list and key.line > first.line
            text_key = "duplicate-key.item" if is_item else "duplicate-key"
            return diagnose(text_key, self._scalar_place(key), name=quoted(key.text), line=str(first.line))
        if key.text == MERGE:
            return diagnose("yaml-not-allowed.merge-key", self._scalar_place(key))
        return None if key.text else diagnose("bad-value.empty-key", self._scalar_place(key))

    def _cut(self, mapping: Mapping, key: Scalar) -> Diagnostic:
        """Says which value a comma has cut in two, if one has."""
        place = self._scalar_place(key)
        name, colon, value = key.text.partition(":")
        if colon and value and name.isidentifier():
            return diagnose("formula-cut.no-space", place, mend=quoted(f"{name}: {value}"))
        before = mapping.items[-1] if mapping.pairs else None
        if self._behind(key).startswith(":") or before is None or not isinstance(before[1], Scalar):
            return diagnose("formula-cut.empty", place, name=quoted(key.text))
        name, value = quoted(before[0].text), quoted(before[1].text)
        return diagnose("formula-cut", place, name=name, value=value, rest=quoted(key.text))

    def _behind(self, node: Scalar) -> str:
        """What follows a scalar on its line; the end of a file may lie behind its last line."""
        line = node.end_line - 1
        return self._lines[line][node.end_column - 1 :].lstrip() if line < len(self._lines) else ""

    def _wrong(self, key: str, event: Any, **texts: str | Pair) -> Diagnostic:  # noqa: ANN401 - as _document
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


def built(name: str, lines: list[str], limits: Limits, text: str) -> Builder:
    """Gives what a text builds; raises `FileError` as `Builder.read` does.

    Which of two mistakes is seen first, and where, differs between the parsers. So what one of them does not
    like is read again by the pure one, which is everywhere: the same is said of a text on every machine.
    """
    builder = Builder(name, lines, limits)
    wrong = None
    try:
        builder.read(text)
    except FileError as error:
        wrong = error
    found = builder.diagnostics if wrong is None else wrong.diagnostics
    if any(one.code in _OF_PARSER or one.key == _NESTING for one in found) and _may_be_read_again(text):
        builder = Builder(name, lines, limits)
        builder.read(text, yaml.SafeLoader)
    elif wrong is not None:
        raise wrong
    return builder


def _may_be_read_again(text: str) -> bool:
    return EVENT_PARSER is not yaml.SafeLoader and len(text) <= READ_AGAIN
