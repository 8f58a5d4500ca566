"""A request as it comes over HTTP, and the reply to it, as plain data."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import parse_qsl

from sakip_rules.diagnostics import DataError, UsageError, diagnose, quoted
from sakip_rules.exporters.objects import to_line
from sakip_rules.numbers.printing import grouped
from sakip_rules.service.parts import wrong

if TYPE_CHECKING:
    from sakip_rules.exporters.objects import Json

JSON: Final = "application/json"
MOST_PARAMETERS: Final = 20


class Asked(NamedTuple):
    """One request: its method, path and headers, and how its body is read."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: Any
    """A stream of bytes, of which no more than `Content-Length` are there."""

    @classmethod
    def of(cls, environ: Mapping[str, Any]) -> Asked:
        """Gives the request that a WSGI server hands over."""
        headers = {
            "content-type": environ.get("CONTENT_TYPE", ""),
            "content-length": environ.get("CONTENT_LENGTH", ""),
            "if-none-match": environ.get("HTTP_IF_NONE_MATCH", ""),
        }
        path = environ.get("PATH_INFO", "").encode("latin-1", "replace").decode("utf-8", "replace")
        method, query = environ.get("REQUEST_METHOD", ""), environ.get("QUERY_STRING", "")
        return cls(method, path, query, headers, environ.get("wsgi.input"))

    def parameters(self) -> dict[str, object]:
        """Gives the parameters behind `?`, each once; raises `UsageError`."""
        try:
            pairs = parse_qsl(self.query, keep_blank_values=True, max_num_fields=MOST_PARAMETERS)
        except ValueError:
            raise UsageError([diagnose("bad-request.query", None)]) from None
        found: dict[str, object] = {}
        for name, value in pairs:
            if name in found:
                raise UsageError([wrong("bad-request.twice", name, name=quoted(name))])
            found[name] = value
        return found

    def text(self, limit: int, *media: str) -> str:
        """Gives the body as text; raises `DataError` for one of another kind, too large, or cut off."""
        stated, _, parameters = self.headers["content-type"].partition(";")
        encoding = parameters.strip().lower().removeprefix("charset=").strip('"')
        if stated.strip().lower() not in media or encoding not in ("", "utf-8"):
            named = [quoted(one) for one in media]
            raise DataError(
                [diagnose("bad-request.media", None, wanted=(" atau ".join(named), " or ".join(named)))]
            )
        length = self.headers["content-length"]
        size = int(length) if length.isascii() and length.isdigit() and len(length) < MOST_PARAMETERS else 0
        if size > limit:
            raise DataError([diagnose("bad-request.too-large", None, limit=grouped(limit))])
        data = self.body.read(size) if size else b""
        if len(data) < size:
            raise DataError([diagnose("bad-request.cut-off", None)])
        try:
            text: str = data.decode("utf-8")
        except UnicodeDecodeError:
            raise DataError([diagnose("bad-request.encoding", None)]) from None
        return text


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply: its status, body and headers."""

    status: int
    body: bytes
    media: str = JSON
    headers: tuple[tuple[str, str], ...] = field(default=())

    @classmethod
    def of(cls, data: Json, status: int = 200) -> Reply:
        """Gives data as JSON."""
        return cls(status, to_line(data).encode("utf-8"))

    def tagged(self, asked: Asked) -> Reply:
        """Gives the reply with the hash of its content; to one who has it already, without the content."""
        tag = f'"{hashlib.sha256(self.body).hexdigest()[:32]}"'
        headers = (*self.headers, ("ETag", tag), ("Cache-Control", "no-cache"))
        known = [word.strip().removeprefix("W/") for word in asked.headers["if-none-match"].split(",")]
        if tag in known or known == ["*"]:
            return replace(self, status=304, body=b"", headers=headers)
        return replace(self, headers=headers)
