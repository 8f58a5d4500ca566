"""The worker: one JSON request a line, one JSON answer a line, for programs in any language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, BinaryIO, Final

from sakip_rules.diagnostics import DataError, SakipRulesError, UsageError, diagnose, quoted
from sakip_rules.diagnostics.core import command, known_language
from sakip_rules.diagnostics.internal import INTERNAL_ERROR, internal_words
from sakip_rules.exporters.objects import errors_object, failure_object, to_line
from sakip_rules.languages import Language, Pair, say
from sakip_rules.loader.gate import REPORT_LIMITS, FileError, decode
from sakip_rules.numbers.printing import grouped
from sakip_rules.service.calls import CALLS, answer_call
from sakip_rules.service.parts import wrong
from sakip_rules.service.reading import read_request

if TYPE_CHECKING:
    from sakip_rules.api import Catalogue

LINE_BYTES: Final = REPORT_LIMITS.size
"""A longer request is refused, and passed over to its end."""

_REQUEST: Final = "<request>"
"""What diagnostics call the text of a request."""

_SAMPLE: Final = '{"call": "evaluate", "rule": "pemilik/nama", "on": "2020", "inputs": {"x": "29,42"}}'
_NAME: Final[Pair] = ("teks atau bilangan bulat", "text or a whole number")
LARGEST: Final = 2**53
"""A larger number is not the same everywhere."""


def serve(catalogue: Catalogue, source: BinaryIO, put: Callable[[bytes], object], lang: Language) -> None:
    """Answers every line of a stream until it ends; blank lines are passed over.

    `lang` is the language of requests that name none. Raises what `put` raises.
    """
    for line in lines_of(source):
        if line is None or line.strip():
            put(answer_line(catalogue, line, lang).encode("utf-8"))


def lines_of(source: BinaryIO) -> Iterator[bytes | None]:
    """Gives the lines of a stream; `None` for one that is too long, whose rest is not kept."""
    while line := source.readline(LINE_BYTES + 1):
        if len(line) <= LINE_BYTES or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = source.readline(LINE_BYTES)
        yield None


def answer_line(catalogue: Catalogue, line: bytes | None, lang: Language) -> str:
    """Gives the answer to one request as a line of JSON; whatever is wrong is an answer, too."""
    name: str | int | None = None
    try:
        request = _read(line)
        name = _name(request.pop("id", None))
        lang = known_language(request.pop("lang", None) or lang)
        told = {"ok": True, "answer": answer_call(catalogue, call_of(request), request, lang)}
    except SakipRulesError as error:
        told = {"ok": False, **errors_object(error.diagnostics, lang)}
    except Exception as error:  # noqa: BLE001 - the worker lives on, whatever a request was
        told = {"ok": False, **failure_object(INTERNAL_ERROR, say(internal_words(error), lang))}
    return to_line({"id": name, **told})


def _read(line: bytes | None) -> dict[str, object]:
    """Gives a request as data; raises `DataError`, `UsageError` for what is no object."""
    if line is None:
        raise DataError([diagnose("bad-request.too-large", None, limit=grouped(LINE_BYTES))])
    try:
        text = decode(line, _REQUEST)
    except FileError as error:
        raise DataError(error.diagnostics) from None
    return read_request(text, _REQUEST, _SAMPLE)


def call_of(request: dict[str, object]) -> str:
    """Takes the name of its call out of a request; raises `UsageError`."""
    call = request.pop("call", None)
    if not isinstance(call, str):
        raise UsageError([wrong("bad-request.no-call", "call", known=", ".join(map(quoted, CALLS)))])
    return call


def _name(written: object) -> str | int | None:
    """Gives the name of a request, which its answer repeats: text, a whole number, or none."""
    if written is None or isinstance(written, str):
        return written
    if isinstance(written, Decimal) and -LARGEST <= written <= LARGEST and written == int(written):
        return int(written)
    sample = command('"id": 1')
    raise UsageError([wrong("bad-request.type", "id", name=quoted("id"), wanted=_NAME, sample=sample)])
