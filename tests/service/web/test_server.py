import http.client
import json
import logging
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from sakip_rules import Catalogue
from sakip_rules.service.web import server
from sakip_rules.service.web.application import Application

HEAD = b"POST /v1/rules/contoh/skala?on=2020 HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"


@pytest.fixture(scope="module")
def port(small: Catalogue) -> Iterator[int]:
    """A server of the small rules at a free port of this machine."""
    made = server.make(Application(small, "en"), "127.0.0.1", 0, 2)
    thread = threading.Thread(target=made.run, daemon=True)
    thread.start()
    yield int(made.effective_port)
    made.close()
    thread.join(10)
    assert not thread.is_alive()


@pytest.mark.parametrize(
    ("data", "status", "detail"),
    [
        (b"NONSENSE\r\n\r\n", 400, "This is no proper HTTP request."),
        (HEAD + b"Content-Length: a\r\n\r\n", 400, "This is no proper HTTP request."),
        (HEAD + b"Content-Length: 99999999\r\n\r\n", 413, "This request has more than 8,421,376 bytes."),
        (HEAD + b"X: " + b"x" * 40_000 + b"\r\n\r\n", 431, "The headers have more than 32,768 bytes."),
        (HEAD + b"Transfer-Encoding: gzip\r\n\r\n", 501, "This is no proper HTTP request."),
    ],
)
def test_what_reaches_no_route_is_a_problem_too(port: int, data: bytes, status: int, detail: str) -> None:
    """RFC 9457, as all else that is wrong, and the connection is closed."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(data)
        reply = http.client.HTTPResponse(connection)
        reply.begin()
        told = json.loads(reply.read())
    assert (reply.status, told["status"], told["detail"]) == (status, status, detail)
    assert reply.headers["Content-Type"] == "application/problem+json"
    assert (reply.headers["Connection"], told["code"]) == ("close", "bad-request")


def test_the_description_is_made_before_somebody_asks(
    small: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once, while others are served; what goes wrong is told to whoever asks."""
    application, made = Application(small, "en"), threading.Event()
    monkeypatch.setattr("waitress.server.TcpWSGIServer.run", lambda _self: made.wait(20))
    monkeypatch.setattr(application.description, "text", lambda _lang: made.set())
    server.run(application, "127.0.0.1", 0, 1, lambda _address: None)
    assert made.is_set()


def sent(port: int, data: bytes) -> tuple[int, bytes]:
    """The status and the body of the reply to bytes."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(data)
        reply = http.client.HTTPResponse(connection)
        reply.begin()
        return reply.status, reply.read()


def asked(port: int, body: bytes) -> tuple[int, bytes]:
    """The reply to a request that is whole."""
    return sent(port, HEAD + b"Content-Length: %d\r\n\r\n%s" % (len(body), body))


def test_a_request_is_answered(port: int) -> None:
    """Over a socket as without one."""
    status, body = asked(port, b'{"value": 100}')
    assert (status, json.loads(body)["category"]) == (200, "Tinggi")


def test_a_body_in_chunks_is_put_together(port: int) -> None:
    """It has no length beforehand."""
    chunks = b'Transfer-Encoding: chunked\r\n\r\n7\r\n{"value\r\n7\r\n": 100}\r\n0\r\n\r\n'
    status, body = sent(port, HEAD + chunks)
    assert (status, json.loads(body)["category"]) == (200, "Tinggi")


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"[" * 900_000, 400), (b"[" * 2_000_000, 413), (b"x" * (9 * 1024 * 1024), 413)],
)
def test_large_bodies_have_clear_answers(port: int, body: bytes, status: int) -> None:
    """Brackets are counted, bytes are counted; the largest are not even read to their end."""
    try:
        assert asked(port, body)[0] == status
    except (ConnectionResetError, BrokenPipeError):
        assert len(body) > 8 * 1024 * 1024  # the server closed before all was sent


def test_half_a_request_leaves_nothing_behind(port: int) -> None:
    """Clients that stop in the middle, or do not wait for the answer, are forgotten; others are served."""
    before = threading.active_count()
    for begun in (b"POST /v1", HEAD, HEAD + b'Content-Length: 100\r\n\r\n{"value"', HEAD + b"\r\n"):
        with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
            connection.sendall(begun)
    time.sleep(0.1)
    assert asked(port, b"{}")[0] == 200
    assert threading.active_count() == before


@pytest.mark.parametrize(
    "data", [b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9\r\n\r\n", b"\x16\x03\x01\x00\r\n\r\n"]
)
def test_what_is_no_http_has_an_answer_or_is_closed(port: int, data: bytes) -> None:
    """And the next is served."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(12)[:9] in (b"", b"HTTP/1.0 ", b"HTTP/1.1 ")
    assert asked(port, b"{}")[0] == 200


def test_headers_have_a_limit(port: int) -> None:
    """431, and no more is read."""
    assert sent(port, HEAD + b"X: " + b"x" * 40_000 + b"\r\n\r\n")[0] == 431


def test_running_tells_the_address_and_closes_in_the_end(
    small: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever ended it; a line for each request that waits is not logged."""
    told: list[str] = []

    class Stopped(Exception):  # noqa: N818 - it is how this test ends
        """As Ctrl-C ends it."""

    def stop(_self: object) -> None:
        raise Stopped

    monkeypatch.setattr("waitress.server.TcpWSGIServer.run", stop)
    with pytest.raises(Stopped):
        server.run(Application(small), "127.0.0.1", 0, 1, told.append)
    (address,) = told
    assert address.startswith("http://127.0.0.1:")
    with pytest.raises(OSError):  # noqa: PT011 - whatever the system calls it
        socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2])), timeout=1)
    assert logging.getLogger("waitress.queue").level == logging.ERROR
