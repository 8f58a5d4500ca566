"""XML in pieces: elements and texts as they come, without entities, and counted.

A document type is refused where it begins: nothing that a table needs stands in one, and entities that grow,
or reach for files, are declared nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Final, Protocol
from xml.parsers import expat

from sakip_rules.diagnostics import DataError, diagnose, quoted
from sakip_rules.diagnostics.places import whole

DEPTH: Final = 200
ATTRIBUTES: Final = 200


class Handler(Protocol):
    """What is told of a document; names are without their prefix, but for those of `calcext`."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """A stretch of text."""


class _RefusedError(Exception):
    """Ends the reading of a document from within."""


@lru_cache(maxsize=1024)
def short(name: str) -> str:
    """Gives a name without its namespace; those that LibreOffice adds to others keep `calcext:`."""
    space, _, local = name.rpartition("}")
    return f"calcext:{local}" if "calcext" in space else local


def read_markup(
    pieces: Iterable[bytes], handler: Handler, broken: Callable[[], DataError], file: str, part: str
) -> Iterator[None]:
    """Reads a document into a handler, and yields after every piece; raises `DataError`.

    Whoever iterates takes what the handler has gathered by then: memory stays flat.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.ordered_attributes = True
    depth = 0

    def start(name: str, attributes: list[str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEPTH or len(attributes) > 2 * ATTRIBUTES:
            raise _RefusedError
        handler.start(
            short(name),
            {short(key): value for key, value in zip(attributes[::2], attributes[1::2], strict=True)},
        )

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(short(name))

    def doctype(*_parts: object) -> None:
        raise DataError([diagnose("sheet-syntax.entities", whole(file), part=quoted(part))])

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = doctype
    try:
        for piece in pieces:
            parser.Parse(piece, False)  # noqa: FBT003 - expat's own signature
            yield
        parser.Parse(b"", True)  # noqa: FBT003 - as above
        yield
    except (
        expat.ExpatError,
        _RefusedError,
        ValueError,
        LookupError,
    ):  # also for an alphabet it does not know
        raise broken() from None


def read_whole(
    pieces: Iterable[bytes], handler: Handler, broken: Callable[[], DataError], file: str, part: str
) -> None:
    """Reads a document to its end."""
    for _ in read_markup(pieces, handler, broken, file, part):
        pass
