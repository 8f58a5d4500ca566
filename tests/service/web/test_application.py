import re
import threading
from typing import Any

import pytest
from tests.service.web.asking import Ask, client

from sakip_rules import Catalogue
from sakip_rules.service.web import application as module
from sakip_rules.service.web.application import Application
from sakip_rules.service.web.messages import Reply
from sakip_rules.service.web.routes import ROUTES, Route


def test_the_methods_of_a_path_are_said(ask: Ask) -> None:
    """As the standard asks, in `Allow`."""
    assert ask("PUT", "/v1/reports").headers["Allow"] == "POST"
    assert ask("POST", "/openapi.json").headers["Allow"] == "GET"


def test_a_fault_of_the_program_is_500_and_the_service_lives_on(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of the fault's own words is told, which may hold a stranger's data."""

    def broken(_wanted: object) -> Any:
        raise RuntimeError("rahasia")

    (health,) = [route for route in ROUTES if route.path.fullmatch("/health")]
    monkeypatch.setattr(module, "ROUTES", (Route("GET", health.path, broken),))
    got = ask("GET", "/health")
    assert (got.status, got.json["code"], b"rahasia" in got.body) == (500, "internal-error", False)
    monkeypatch.undo()
    assert ask("GET", "/health").status == 200


def test_what_takes_long_is_refused_when_too_much_of_it_is_under_way(
    small: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """503 and when to come again; a single rule is answered all the same; then all is as before."""
    ask, begun, end = client(Application(small, heavy_at_once=1)), threading.Event(), threading.Event()

    def slow(_wanted: object) -> Reply:
        begun.set()
        assert end.wait(20)
        return Reply.of({})

    monkeypatch.setattr(module, "ROUTES", (Route("GET", re.compile("/slow"), slow, heavy=True), *ROUTES))
    first = threading.Thread(target=ask, args=("GET", "/slow"))
    first.start()
    assert begun.wait(20)
    refused = ask("GET", "/v1/rules")
    rule = ask("POST", "/v1/rules/contoh/skala?on=2020", {"value": 1})
    end.set()
    first.join()
    assert (refused.status, refused.headers["Retry-After"], rule.status) == (503, "1", 200)
    assert refused.json["detail"] == "Layanan ini sedang sibuk."
    assert ask("GET", "/v1/rules").status == 200


def test_it_may_serve_many_threads(ask: Ask) -> None:
    """All get the answer to their own request."""
    wrong: list[object] = []

    def work(number: int) -> None:
        for _ in range(20):
            body = {"realisasi": number, "target": 100}
            got = ask("POST", "/v1/rules/contoh/capaian?on=2020", body)
            if got.json["value"] != f"{number}.0":
                wrong.append(got)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(1, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
