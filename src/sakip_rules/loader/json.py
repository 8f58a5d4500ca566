"""JSON text -> a document, as strict as YAML is read: no key twice, every number exact and as it is written.

One pass over the tokens with an explicit stack; every node keeps its line and column. Long lines are fine:
machines write them.
"""

from __future__ import annotations

import json
import re
from typing import Final, NoReturn

from sakip_rules.dataclass import dataclass
from sakip_rules.diagnostics import Diagnostic, Path, Place, diagnose, quoted
from sakip_rules.diagnostics.places import whole
from sakip_rules.languages import Pair
from sakip_rules.loader.collecting import without_collecting
from sakip_rules.loader.document import Document
from sakip_rules.loader.gate import (
    BOM,
    FORBIDDEN,
    NESTING,
    REPORT_LIMITS,
    FileError,
    Limits,
    character_key,
    too_large,
)
from sakip_rules.loader.nodes import NUMERAL, Mapping, Scalar, Sequence, YamlNode
from sakip_rules.numbers import grouped

FAULTS: Final = 1_000
"""A text with so many mistakes is not read on; 50 are shown."""

_SHOWN: Final = 20
"""So many characters of what is not understood are shown."""

_BLANK: Final = re.compile(r"[ \t\r\n]*")
_TOKEN: Final = re.compile(
    r"""(?P<mark>[\[\]{}:,])
    | (?P<text>"(?:[^"\\\x00-\x1f]++|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*+")
    | (?P<number>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?![0-9.eE+]))
    | (?P<word>(?:true|false|null)(?![A-Za-z0-9_]))
    | (?P<exponent>-?[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]+)
    | (?P<constant>[+-]?(?:NaN|Infinity)(?![A-Za-z0-9_]))""",
    re.VERBOSE,
)
_TEXT_BEGIN: Final = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*+')
_OBJECT: Final = re.compile(r'\s*\{\s*["}]')


def looks_like_json(text: str) -> bool:
    """Says whether a text begins as an object of JSON does; a map of YAML in braces has bare keys."""
    return _OBJECT.match(text.removeprefix(BOM)) is not None


def parse_json(
    text: str, name: str, limits: Limits = REPORT_LIMITS, *, sha256: str = ""
) -> tuple[Document | None, list[Diagnostic]]:
    """Reads JSON text, as `parse_document` reads YAML."""
    reader = _Reader(text.removeprefix(BOM), name, limits)
    try:
        with without_collecting():
            root = reader.read()
    except FileError as error:
        return None, error.diagnostics
    if not isinstance(root, Mapping):
        return None, [*reader.diagnostics, diagnose("bad-value.file-no-map", Place(name))]
    return Document(name, root, tuple(reader.lines), sha256), reader.diagnostics


@dataclass(slots=True)
class _Open:
    """A map or list that has not ended."""

    node: Mapping | Sequence
    part: str | int | None = None
    """The key, or the place in the list, of the value that is read; none before the first."""


class _Reader:
    """Reads one text; what is not allowed becomes a diagnostic, and the reading goes on where it can."""

    def __init__(self, text: str, name: str, limits: Limits) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.lines = [line.removesuffix("\r") for line in text.split("\n")]
        self._text = text
        self._name = name
        self._limits = limits
        self._at = 0
        self._line = 1
        self._line_begin = 0
        self._nodes = 0
        self._open: list[_Open] = []

    def read(self) -> YamlNode:
        """Gives the value that the text is; raises `FileError` where nothing sensible can follow."""
        if len(self._text) > self._limits.size:
            raise FileError(too_large(whole(self._name), self._limits))
        root = self._value()
        while self._open:
            top = self._open[-1]
            if self._passes("}" if isinstance(top.node, Mapping) else "]"):
                self._open.pop()
                continue
            if top.part is not None:
                self._must_be(",")
            if isinstance(top.node, Sequence):
                top.part = len(top.node.items)
                top.node.items.append(self._value())
            else:
                self._pair(top, top.node)
        self._skip_blank()
        if self._at < len(self._text):
            self._stop("json-syntax.after")
        return root

    def _pair(self, top: _Open, mapping: Mapping) -> None:
        self._skip_blank()
        match = _TOKEN.match(self._text, self._at)
        if match is None or match.lastgroup != "text":
            self._stop_at_token("json-syntax.key")
        key = self._scalar(match, '"')
        self._must_be(":")
        top.part = key.text
        first = mapping.key(key.text)
        if first is not None:
            texts = {"name": quoted(key.text), "line": str(first.line)}
            self._wrong(
                "duplicate-key", self._place(key.line, key.column, key.end_column - key.column), **texts
            )
        if not key.text:
            self._wrong("bad-value.empty-key", self._place(key.line, key.column, 2))
        value = self._value()
        mapping.pairs.setdefault(key.text, (key, value))

    def _value(self) -> YamlNode:
        self._skip_blank()
        self._nodes += 1
        if self._nodes > self._limits.nodes:
            self._stop("file-too-large.nodes", limit=grouped(self._limits.nodes))
        match = _TOKEN.match(self._text, self._at)
        if match is None:
            self._stop_at_token("json-syntax")
        match match.lastgroup:
            case "text":
                return self._scalar(match, '"')
            case "number":
                return self._scalar(match, NUMERAL)
            case "word":
                return self._scalar(match, "")
            case "mark":
                return self._start(match[0])
        self._wrong(f"json-syntax.{match.lastgroup}", self._here(len(match[0])), text=quoted(match[0]))
        return self._scalar(match, "")

    def _start(self, mark: str) -> YamlNode:
        if mark not in "{[":
            self._stop_at_token("json-syntax")
        if len(self._open) == NESTING:
            self._stop("file-too-large.nesting", limit=str(NESTING))
        line, column = self._line, self._at - self._line_begin + 1
        node: Mapping | Sequence = Mapping(line, column) if mark == "{" else Sequence(line, column)
        self._at += 1
        self._open.append(_Open(node))
        return node

    def _scalar(self, match: re.Match[str], style: str) -> Scalar:
        written = match[0]
        text = self._read_text(written) if style == '"' else ("" if written == "null" else written)
        column = self._at - self._line_begin + 1
        self._at = match.end()
        return Scalar(text, self._line, column, self._line, column + len(written), style)

    def _read_text(self, written: str) -> str:
        text: str = json.loads(written) if "\\" in written else written[1:-1]
        character = FORBIDDEN.search(text)
        if character is not None:
            half = "\ud800" <= character[0] <= "\udfff"
            key = "json-syntax.surrogate" if half else character_key(character[0])
            self._wrong(key, self._here(len(written)), character=f"U+{ord(character[0]):04X}")
        return text

    def _passes(self, mark: str) -> bool:
        """Says whether a sign stands here, and passes it."""
        self._skip_blank()
        if not self._text.startswith(mark, self._at):
            return False
        self._at += 1
        return True

    def _must_be(self, mark: str) -> None:
        if not self._passes(mark):
            self._stop_at_token("json-syntax.mark", mark=quoted(mark))

    def _skip_blank(self) -> None:
        begin, self._at = self._at, _BLANK.match(self._text, self._at).end()  # type: ignore[union-attr]  # it always matches
        ends = self._text.count("\n", begin, self._at)
        if ends:
            self._line += ends
            self._line_begin = self._text.rfind("\n", begin, self._at) + 1

    # mistakes

    def _stop_at_token(self, key: str, **texts: str | Pair) -> NoReturn:
        """Ends the reading where a text is wrong, or something else stands than what must."""
        match = _TEXT_BEGIN.match(self._text, self._at)
        begun = match.end() if match is not None else self._at
        if match is not None and not self._text.startswith('"', begun):
            self._at = begun
            follows = self._text[begun : begun + 1]
            if follows and follows < " ":
                key = "json-syntax.quote" if follows in "\r\n" else character_key(follows)
                self._stop(key, character=f"U+{ord(follows):04X}")
            self._stop("json-syntax.escape" if follows else "json-syntax.quote")
        found = self._text[self._at : self._at + _SHOWN].split("\n")[0]
        self._stop(key if found else "json-syntax.end", found=quoted(found), **texts)

    def _stop(self, key: str, **texts: str | Pair) -> NoReturn:
        raise FileError(*self.diagnostics, diagnose(key, self._here(), **texts))

    def _wrong(self, key: str, place: Place, **texts: str | Pair) -> None:
        self.diagnostics.append(diagnose(key, place, **texts))
        if len(self.diagnostics) > FAULTS:
            raise FileError(*self.diagnostics)

    def _here(self, width: int = 1) -> Place:
        return self._place(self._line, self._at - self._line_begin + 1, width)

    def _place(self, line: int, column: int, width: int) -> Place:
        return Place(self._name, line, column, max(width, 1), self.lines[line - 1], path=self._path())

    def _path(self) -> Path:
        """The keys and places that lead to where the reading is."""
        return tuple(top.part for top in self._open if top.part is not None)
