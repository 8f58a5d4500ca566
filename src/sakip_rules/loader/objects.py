"""A mapping of a program -> a document, within the limits of a file: counted, and without recursion."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as AnyMapping
from typing import Final

from sakip_rules.dataclass import dataclass
from sakip_rules.diagnostics import Diagnostic, Path, Place, diagnose, quoted
from sakip_rules.languages import Pair
from sakip_rules.literals import LiteralError
from sakip_rules.loader.collecting import without_collecting
from sakip_rules.loader.document import Document
from sakip_rules.loader.gate import (
    FORBIDDEN,
    NESTING,
    REPORT_LIMITS,
    FileError,
    Limits,
    character_key,
    too_large,
)
from sakip_rules.loader.nodes import NUMERAL, Mapping, Scalar, Sequence, YamlNode
from sakip_rules.loader.scalars import Floats, numeral, plain_scalar
from sakip_rules.models import Numeral
from sakip_rules.numbers import grouped

FAULTS: Final = 1_000
"""Data with so many mistakes are not read on; 50 are shown."""

_TRUTHS: Final = {True: "true", False: "false"}


@dataclass(slots=True)
class _Open:
    """A map or list of the program that has not ended: what is still in it, and where it stands."""

    node: Mapping | Sequence
    items: Iterator[object]
    given: int
    path: Path


def document_of(
    data: AnyMapping[str, object], name: str, floats: Floats = None, limits: Limits = REPORT_LIMITS
) -> tuple[Document | None, list[Diagnostic]]:
    """Reads a mapping, as `load_document` reads a file; every diagnostic has the path of its datum.

    Gives nothing instead of the document where the data cannot be read at all.
    """
    reader = _Reader(name, floats, limits)
    try:
        with without_collecting():
            root = reader.read(data)
    except FileError as error:
        return None, error.diagnostics
    return Document(name, root, ()), reader.diagnostics


class _Reader:
    """Walks a mapping; what is not allowed becomes a diagnostic, and the reading goes on."""

    def __init__(self, name: str, floats: Floats, limits: Limits) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._name = name
        self._floats = floats
        self._limits = limits
        self._nodes = 0
        self._characters = 0
        self._open: list[_Open] = []

    def read(self, data: AnyMapping[str, object]) -> Mapping:
        root = self._node(data, ())
        while self._open:
            top = self._open[-1]
            try:
                item = next(top.items, _END)
            except Exception:  # noqa: BLE001 - a mapping is a stranger's code, and may raise anything
                self._wrong("bad-value.unreadable", top.path)
                item = _END
            if item is _END:
                self._open.pop()
            elif isinstance(top.node, Sequence):
                top.node.items.append(self._node(item, (*top.path, len(top.node.items))))
            else:
                self._pair(top.node, item, top.path)
        return root if isinstance(root, Mapping) else Mapping(1, 0)

    def _pair(self, mapping: Mapping, item: object, path: Path) -> None:
        key, value = item if isinstance(item, tuple) and len(item) == 2 else (item, None)  # noqa: PLR2004 - a pair
        text = self._key(key, path)
        if text is None:
            return
        if text in mapping.pairs:
            self._wrong("duplicate-key.data", (*path, text), name=quoted(text))
            return
        node = self._node(value, (*path, text))
        mapping.pairs[text] = Scalar(text, node.line, 0, 0, 0), node

    def _key(self, key: object, path: Path) -> str | None:
        """Gives a key as text: a year may be an integer."""
        if isinstance(key, str):
            text = str.__str__(key)
            self._look_into(text, (*path, text))
            return text
        if isinstance(key, int) and not isinstance(key, bool):
            try:
                return str(numeral(int.__int__(key)))
            except LiteralError:
                self._wrong("bad-value.digits", path, name=quoted("…"))
                return None
        self._wrong("bad-value.key-no-text", path, type=quoted(type(key).__name__))
        return None

    def _node(self, value: object, path: Path) -> YamlNode:
        self._nodes += 1
        if self._nodes > self._limits.nodes:
            raise FileError(
                *self.diagnostics,
                self._fault("file-too-large.nodes", path, limit=grouped(self._limits.nodes)),
            )
        if type(value) is str:  # most are: to ask whether they are mappings takes longer than to read them
            self._look_into(value, path)
            return Scalar(value, self._nodes, 0, 0, 0, '"')
        if isinstance(value, AnyMapping):
            return self._start(Mapping(self._nodes, 0), value, path)
        if isinstance(value, list | tuple):
            return self._start(Sequence(self._nodes, 0), value, path)
        return self._scalar(value, path)

    def _start(
        self,
        node: Mapping | Sequence,
        value: AnyMapping[object, object] | list[object] | tuple[object, ...],
        path: Path,
    ) -> YamlNode:
        if any(around.given == id(value) for around in self._open):
            raise FileError(*self.diagnostics, self._fault("bad-value.cycle", path))
        if len(self._open) == NESTING:
            raise FileError(
                *self.diagnostics, self._fault("file-too-large.nesting", path, limit=str(NESTING))
            )
        try:
            items = iter(value.items() if isinstance(value, AnyMapping) else value)
        except Exception:  # noqa: BLE001 - as in `read`
            self._wrong("bad-value.unreadable", path)
            return node
        self._open.append(_Open(node, items, id(value), path))
        return node

    def _scalar(self, value: object, path: Path) -> Scalar:
        text, style = self._written(value, path)
        return Scalar(text, self._nodes, 0, 0, 0, style)

    def _written(self, value: object, path: Path) -> tuple[str, str]:
        if type(value) is Numeral:  # data that were read before
            return str(value), NUMERAL
        try:
            plain = plain_scalar(value, self._floats)
            if plain is None:
                return "", ""
            if isinstance(plain, bool):
                return _TRUTHS[plain], ""
            if not isinstance(plain, str):
                return numeral(plain), NUMERAL
        except LiteralError as error:
            self._wrong(error.key, path, **{"name": quoted(_name(path)), **error.texts})
            return "", ""
        self._look_into(plain, path)
        return plain, '"'

    def _look_into(self, text: str, path: Path) -> None:
        self._characters += len(text)
        if self._characters > self._limits.size:
            raise FileError(*self.diagnostics, too_large(self._place(path), self._limits))
        character = FORBIDDEN.search(text)
        if character is not None:
            self._wrong(character_key(character[0]), path, character=f"U+{ord(character[0]):04X}")

    def _wrong(self, key: str, path: Path, **texts: str | Pair) -> None:
        self.diagnostics.append(self._fault(key, path, **texts))
        if len(self.diagnostics) > FAULTS:
            raise FileError(*self.diagnostics)

    def _fault(self, key: str, path: Path, **texts: str | Pair) -> Diagnostic:
        return diagnose(key, self._place(path), **texts)

    def _place(self, path: Path) -> Place:
        return Place(self._name, 0, 0, path=path, number=max(self._nodes, 1))


_END: Final = object()


def _name(path: Path) -> str:
    return str(path[-1]) if path else "…"
