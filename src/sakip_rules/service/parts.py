"""The named parts of a request, each asked for as what it must be."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeVar

from sakip_rules.dataclass import replace
from sakip_rules.diagnostics import Diagnostic, UsageError, diagnose, quoted
from sakip_rules.diagnostics.core import command, did_you_mean

if TYPE_CHECKING:
    from sakip_rules.languages import Pair

W = TypeVar("W", bound=str)

_WANTED: Final[dict[str, Pair]] = {
    "text": ("teks", "text"),
    "whole": ("bilangan bulat", "a whole number"),
    "truth": ("true atau false", "true or false"),
    "map": ("objek JSON", "a JSON object"),
    "list": ("daftar teks", "a list of texts"),
    "items": ("daftar", "a list"),
    "report": ("laporan: objek JSON, atau teks YAML", "a report: a JSON object, or YAML text"),
}

_SAMPLE: Final[dict[str, str]] = {
    "text": '"…"',
    "whole": "2020",
    "truth": "true",
    "map": '{"realisasi": "29,42"}',
    "list": '["capaian"]',
    "items": '["A", "B"]',
    "report": '{"report": "…", "year": 2020}',
}
"""What each kind of part may look like."""

_SAMPLES: Final[dict[str, str]] = {"rule": '"pemilik/nama"', "on": '"2020"', "path": '"sasaran-1"'}
"""What some parts look like, whatever their kind."""


class RequestParts:
    """What a request holds; `null` is as if it were not there. Each method raises `UsageError`."""

    def __init__(self, written: Mapping[str, object], known: Collection[str]) -> None:
        """Raises `UsageError` for parts that are none of those that are known."""
        unknown = [name for name in written if name not in known]
        if unknown:
            raise UsageError(
                wrong("unknown-key", name, name=quoted(name), hint=did_you_mean(name, known))
                for name in unknown
            )
        self._written = {name: value for name, value in written.items() if value is not None}

    def __contains__(self, name: str) -> bool:
        return name in self._written

    def any(self, name: str) -> object:
        """Gives a part as it is; `None` where it is not there."""
        return self._written.get(name)

    def text(self, name: str) -> str | None:
        """Gives a text, or the digits of a number."""
        value = self._written.get(name)
        if isinstance(value, Decimal):
            return f"{value:f}"
        if value is None or isinstance(value, str):
            return value
        raise _wrong_type(name, "text")

    def needed(self, name: str) -> str:
        """Gives a text that must be there."""
        text = self.text(name)
        if text is None:
            sample = command(f'"{name}": {_SAMPLES.get(name, _SAMPLE["text"])}')
            raise UsageError([wrong("bad-request.missing", name, name=quoted(name), sample=sample)])
        return text

    def whole(self, name: str) -> int | None:
        """Gives a whole number of at most nine digits."""
        text = self.text(name)
        if text is None:
            return None
        if text.isascii() and text.isdigit() and len(text) < 10:  # noqa: PLR2004 - larger ones are no years
            return int(text)
        raise _wrong_type(name, "whole")

    def truth(self, name: str) -> bool:
        """Says whether a part is true, in JSON or as text; not where it is not there."""
        value = self._written.get(name, False)
        if isinstance(value, bool) or value in ("true", "false"):
            return value in (True, "true")
        raise _wrong_type(name, "truth")

    def map(self, name: str) -> Mapping[str, object]:
        """Gives a map; empty where it is not there."""
        value = self._written.get(name, {})
        if isinstance(value, Mapping):
            return value
        raise _wrong_type(name, "map")

    def texts(self, name: str) -> list[str]:
        """Gives a list of texts; empty where it is not there."""
        value = self._written.get(name, [])
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return value
        raise _wrong_type(name, "list")

    def items(self, name: str) -> list[object]:
        """Gives a list; empty where it is not there."""
        value = self._written.get(name, [])
        if isinstance(value, list):
            return value
        raise _wrong_type(name, "items")

    def choice(self, name: str, words: tuple[W, ...]) -> W | None:
        """Gives one of some words."""
        text = self.text(name)
        if text is None:
            return None
        for word in words:
            if word == text:
                return word
        near = did_you_mean(text, words)
        raise UsageError([wrong("bad-request.word", name, name=quoted(name), text=quoted(text), near=near)])

    def report(self, name: str) -> Mapping[str, object] | str:
        """Gives a report that must be there: as a map, or as text."""
        value = self._written.get(name)
        if isinstance(value, Mapping | str):
            return value
        raise _wrong_type(name, "report")


def wrong(key: str, part: str, **texts: str | Pair) -> Diagnostic:
    """Gives a mistake in a part of a request, with its place there."""
    return replace(diagnose(key, None, **texts), argument=(part,))


def _wrong_type(name: str, wanted: str) -> UsageError:
    sample = command(f'"{name}": {_SAMPLES.get(name, _SAMPLE[wanted])}')
    texts = {"name": quoted(name), "sample": sample}
    return UsageError([wrong("bad-request.type", name, wanted=_WANTED[wanted], **texts)])
