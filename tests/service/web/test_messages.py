import io

import pytest

from sakip_rules.diagnostics import DataError, SakipRulesError
from sakip_rules.service.web.messages import Asked, Reply


def asked(body: bytes = b"", **headers: str) -> Asked:
    """A request with a body, whose length is said unless it is said otherwise."""
    environ = {"CONTENT_TYPE": "application/json", "CONTENT_LENGTH": str(len(body))} | headers
    return Asked.of({"REQUEST_METHOD": "POST", "PATH_INFO": "/x", "wsgi.input": io.BytesIO(body), **environ})


def key_of(call: object) -> str:
    """The key of the first mistake that a call raises."""
    assert callable(call)
    with pytest.raises(SakipRulesError) as raised:
        call()
    return raised.value.diagnostics[0].key


def test_a_path_is_read_as_utf_8_whatever_its_bytes() -> None:
    """Servers hand over its bytes as Latin-1; what is no UTF-8 is shown as a sign for it."""
    assert Asked.of({"PATH_INFO": "/é".encode().decode("latin-1")}).path == "/é"
    assert Asked.of({"PATH_INFO": "/\xff"}).path == "/\N{REPLACEMENT CHARACTER}"
    assert Asked.of({}).path == ""


def test_parameters_stand_once() -> None:
    """An empty one is one; twice, or too many, are refused."""
    assert asked(QUERY_STRING="a=1&b=").parameters() == {"a": "1", "b": ""}
    assert key_of(asked(QUERY_STRING="a=1&a=1").parameters) == "bad-request.twice"
    assert key_of(asked(QUERY_STRING="a=1&" * 30).parameters) == "bad-request.query"


@pytest.mark.parametrize(
    ("body", "headers", "key"),
    [
        (b"{}", {"CONTENT_TYPE": ""}, "bad-request.media"),
        (b"{}", {"CONTENT_TYPE": "text/plain"}, "bad-request.media"),
        (b"{}", {"CONTENT_TYPE": "application/json; charset=latin-1"}, "bad-request.media"),
        (b"x" * 11, {}, "bad-request.too-large"),
        (b"", {"CONTENT_LENGTH": "11"}, "bad-request.too-large"),
        (b"ab", {"CONTENT_LENGTH": "3"}, "bad-request.cut-off"),
        (b"\xff", {}, "bad-request.encoding"),
    ],
)
def test_a_body_of_another_kind_is_refused(body: bytes, headers: dict[str, str], key: str) -> None:
    """Before it is read, where its head says it already."""
    assert key_of(lambda: asked(body, **headers).text(10, "application/json")) == key


def test_a_body_is_text_as_far_as_its_length_says() -> None:
    """What is no length is none."""
    media = 'Application/JSON; charset="UTF-8"'
    assert asked("é".encode(), CONTENT_TYPE=media).text(2, "application/json") == "é"
    assert asked(b"abc", CONTENT_LENGTH="2").text(10, "application/json") == "ab"
    for length in ("", "-1", "٢", "1e1", "9" * 30):
        assert asked(b"abc", CONTENT_LENGTH=length).text(10, "application/json") == ""


def test_who_has_the_content_is_not_sent_it_again() -> None:
    """By its hash, also where a proxy made it weak; another content has another tag."""
    reply = Reply.of({"a": 1}).tagged(asked())
    tag = dict(reply.headers)["ETag"]
    assert (reply.status, reply.body) == (200, b'{"a":1}\n')
    for known in (tag, f'"x", W/{tag}', "*"):
        again = Reply.of({"a": 1}).tagged(asked(HTTP_IF_NONE_MATCH=known))
        assert (again.status, again.body, dict(again.headers)["ETag"]) == (304, b"", tag)
    assert Reply.of({"a": 2}).tagged(asked(HTTP_IF_NONE_MATCH=tag)).status == 200


def test_every_kind_of_body_that_is_taken_is_named() -> None:
    """In quotes of its own, not within others."""
    with pytest.raises(DataError) as caught:
        asked(b"{}", CONTENT_TYPE="text/plain").text(10, "application/json", "application/yaml")
    (found,) = caught.value.diagnostics
    both = "`application/json` atau `application/yaml`"
    assert found.message("id") == f"Isi permintaan bukan {both}."
    assert found.hint("id") == f"Kirim kepala `Content-Type` yang berisi {both}."
