"""The service as a WSGI server calls it, without a socket, held to the rules of WSGI on the way."""

import io
import json
from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit
from wsgiref.validate import validator

from sakip_rules.service.web.application import Application


class Got(NamedTuple):
    """A reply."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """What the body says."""
        return json.loads(self.body)


Ask = Callable[..., Got]


def client(application: Application) -> Ask:
    """Gives what sends a request to an application."""
    checked = validator(application)

    def ask(
        method: str, url: str, body: bytes | object = b"", media: str = "application/json", **more: str
    ) -> Got:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        parts = urlsplit(url)
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": parts.path,
            "QUERY_STRING": quote(parts.query, safe="=&%-_.:"),
            "SERVER_NAME": "x",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(data),
            "wsgi.errors": io.StringIO(),
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
            "CONTENT_TYPE": media,
            "CONTENT_LENGTH": str(len(data)),
            **more,
        }
        got: list[tuple[str, list[tuple[str, str]]]] = []

        def start(
            status: str, headers: list[tuple[str, str]], _failure: Any = None
        ) -> Callable[[bytes], None]:
            got.append((status, headers))
            return lambda _data: None

        made: Any = checked(environ, start)
        content = b"".join(made)
        made.close()
        ((status, headers),) = got
        return Got(int(status.split()[0]), dict(headers), content)

    return ask
