"""A file as nodes, and the place of everything in it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence as Items
from typing import Final, TypeAlias

from sakip_rules.diagnostics import Diagnostic, Path, Place, about_key, diagnose
from sakip_rules.diagnostics.places import whole
from sakip_rules.loader.collecting import without_collecting
from sakip_rules.loader.events import built
from sakip_rules.loader.gate import (
    BOM,
    RULE_LIMITS,
    FileError,
    Limits,
    checked_lines,
    decode,
    lines_of,
    read_bytes,
)
from sakip_rules.loader.nodes import NUMERAL, Mapping, Scalar, Sequence, YamlNode
from sakip_rules.loader.quick import plain_of
from sakip_rules.loader.spans import spot
from sakip_rules.models import Folded, Numeral, RawValue


class Document:
    """One file, or data of a program: its name, its nodes, its lines and the hash of its bytes.

    Data have no lines and no hash: the `line` of a node says which value it is, in the order of reading.

    A path is a tuple of keys and of places in lists. One that leads further than the file does ends at the
    longest part of it that exists: `("steps", "x", "formula")` is the formula text of a step written short.
    """

    __slots__ = ("_lines", "_root", "file", "sha256")

    def __init__(self, file: str, root: Mapping, lines: tuple[str, ...], sha256: str = "") -> None:
        self.file: Final = file
        self.sha256: Final = sha256
        self._root = root
        self._lines = lines

    @property
    def root(self) -> Mapping:
        """The map that the file is."""
        return self._root

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the file, without their ends."""
        return self._lines

    def __eq__(self, other: object) -> bool:
        """Says whether another document has the same name, lines and nodes."""
        if not isinstance(other, Document):
            return NotImplemented
        return self is other or (
            (self.file, self.sha256, self.lines) == (other.file, other.sha256, other.lines)
            and self.root == other.root
        )

    __hash__ = None  # type: ignore[assignment]  # so mypy wants a class without a hash

    def node(self, path: Items[str | int]) -> YamlNode:
        """Gives the node at a path."""
        return self._follow(path)[0]

    def has(self, path: Items[str | int]) -> bool:
        """Says whether the file has exactly this path."""
        return self._follow(path)[2] == len(path)

    def place(self, path: Items[str | int]) -> Place:
        """Gives the place of the value at a path."""
        node, _, used = self._follow(path)
        return self._node_place(node, tuple(path[:used]))

    def key_place(self, path: Items[str | int]) -> Place:
        """Gives the place of the last key on a path; of the value, where no key leads to it."""
        node, key, used = self._follow(path)
        return self._node_place(key if key is not None else node, tuple(path[:used]))

    def place_of(self, key: str, path: Items[str | int]) -> Place:
        """Gives where a diagnostic about what stands at a path points: to the key there, or to the value."""
        return self.key_place(path) if about_key(key) else self.place(path)

    def place_in(self, path: Items[str | int], offset: int, width: int = 1) -> Place:
        """Gives the place of a stretch of the text at a path; `offset` counts its characters from 0."""
        node, _, used = self._follow(path)
        if not isinstance(node, Scalar):
            return self._node_place(node, tuple(path[:used]))
        line, column = spot(node, offset, self.lines)
        return self._place(line, column, width, tuple(path[:used]))

    def plain(self) -> dict[str, RawValue]:
        """Gives the whole file as dicts, lists, texts and None.

        A folded block is a `Folded` text, a number of JSON or of a program a `Numeral`.
        """
        data: dict[str, RawValue] = {}
        todo: list[tuple[YamlNode, dict[str, RawValue] | list[RawValue]]] = [(self.root, data)]
        with without_collecting():
            while todo:
                node, into = todo.pop()
                if isinstance(node, Mapping) and isinstance(into, dict):
                    for name, (_, child) in node.pairs.items():
                        into[name] = _begun(child, todo)
                elif isinstance(node, Sequence) and isinstance(into, list):
                    into += [_begun(child, todo) for child in node.items]
        return data

    def _follow(self, path: Items[str | int]) -> tuple[YamlNode, Scalar | None, int]:
        """Gives the node at a path, the last key before it, and how much of the path exists."""
        node: YamlNode = self.root
        key: Scalar | None = None
        used = 0
        for part in path:
            if isinstance(node, Mapping) and isinstance(part, str):
                pair = node.pairs.get(part)
                if pair is None:
                    break
                (key, node), used = pair, used + 1
            elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
                node, used = node.items[part], used + 1
                key = _first_key(node)
        return node, key, used

    def _node_place(self, node: YamlNode, path: Path) -> Place:
        if not self.lines:
            return Place(self.file, 0, 0, path=path, number=node.line)
        width = 1
        if isinstance(node, Scalar) and node.style not in ("|", ">"):
            source = _source(self.lines, node.line)
            end = node.end_column if node.end_line == node.line else len(source) + 1
            width = max(1, end - node.column)
        return self._place(node.line, node.column, width, path)

    def _place(self, line: int, column: int, width: int, path: Path) -> Place:
        return Place(self.file, line, column, width, _source(self.lines, line), path=path)


def _source(lines: Items[str], line: int) -> str:
    """A line of the file; an empty value at its end may lie behind the last one."""
    return lines[line - 1] if line <= len(lines) else ""


def _first_key(node: YamlNode) -> Scalar | None:
    """An item of a list has no key of its own: a map is shown by its first one."""
    return next(iter(node.pairs.values()))[0] if isinstance(node, Mapping) and node.pairs else None


_KINDS: Final[dict[str, type[str]]] = {">": Folded, NUMERAL: Numeral}


def _begun(node: YamlNode, todo: list[tuple[YamlNode, dict[str, RawValue] | list[RawValue]]]) -> RawValue:
    """Gives a scalar's text, or an empty dict or list that is filled later."""
    if isinstance(node, Scalar):
        if node.is_null:
            return None
        make = _KINDS.get(node.style)
        return node.text if make is None else make(node.text)
    into: dict[str, RawValue] | list[RawValue] = {} if isinstance(node, Mapping) else []
    todo.append((node, into))
    return into


class TextDocument(Document):
    """A text in which nothing is wrong: its nodes and lines are made when somebody first asks for them.

    Of many thousand files only few are asked for a place, and the text is much smaller than its nodes.
    """

    __slots__ = ("_limits", "_text")

    def __init__(self, file: str, text: str, limits: Limits, sha256: str) -> None:
        super().__init__(file, _UNBUILT, (), sha256)
        self._text = text
        self._limits = limits

    @property
    def root(self) -> Mapping:
        """The map that the file is."""
        if self._root is _UNBUILT:
            root = built(self.file, list(self.lines), self._limits, self._text).root
            assert isinstance(root, Mapping)  # noqa: S101 - so the quick reading has found
            self._root = root
        return self._root

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the file, without their ends."""
        self._lines = self._lines or tuple(lines_of(self._text))
        return self._lines


_UNBUILT: Final = Mapping(0, 0)

Read: TypeAlias = "tuple[Document | None, dict[str, RawValue], list[Diagnostic]]"
"""A document, unless it cannot be read at all, what it holds, and what is wrong."""


def load_document(
    path: str | os.PathLike[str], *, limits: Limits = RULE_LIMITS, name: str | None = None
) -> tuple[Document | None, list[Diagnostic]]:
    """Reads a YAML file; gives nothing instead of the document where it cannot be read at all.

    `name` is what diagnostics call the file; without it they use the path.
    """
    shown = name if name is not None else os.fspath(path)
    try:
        data = read_bytes(path, shown, limits)
        text = decode(data, shown)
    except FileError as error:
        return None, error.diagnostics
    return parse_document(text, shown, limits, sha256=hashlib.sha256(data).hexdigest())


def parse_document(
    text: str, name: str, limits: Limits = RULE_LIMITS, *, sha256: str = ""
) -> tuple[Document | None, list[Diagnostic]]:
    """Reads YAML text, as `load_document` does."""
    text = text.removeprefix(BOM)
    try:
        return _with_nodes(text, checked_lines(text, name, limits), name, limits, sha256)
    except FileError as error:
        return None, error.diagnostics


def read_plain_document(text: str, name: str, *, sha256: str) -> Read:
    """Reads the text of a rule file as `parse_document` does; nodes are made where they are asked for."""
    text = text.removeprefix(BOM)
    try:
        lines = checked_lines(text, name, RULE_LIMITS)
        plain = plain_of(text, lines, RULE_LIMITS)
        if plain is not None:
            return TextDocument(name, text, RULE_LIMITS, sha256), plain, []
        document, diagnostics = _with_nodes(text, lines, name, RULE_LIMITS, sha256)
    except FileError as error:
        return None, {}, error.diagnostics
    return document, document.plain() if document is not None else {}, diagnostics


def _with_nodes(
    text: str, lines: list[str], name: str, limits: Limits, sha256: str
) -> tuple[Document | None, list[Diagnostic]]:
    builder = built(name, lines, limits, text)
    if builder.root is None:
        return None, [*builder.diagnostics, diagnose("yaml-syntax.empty", whole(name))]
    if not isinstance(builder.root, Mapping):
        place = Place(name, builder.root.line, builder.root.column, source=_source(lines, builder.root.line))
        return None, [*builder.diagnostics, diagnose("bad-value.file-no-map", place)]
    return Document(name, builder.root, tuple(lines), sha256), builder.diagnostics
