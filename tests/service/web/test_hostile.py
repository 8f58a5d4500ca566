import json

from tests.service.web.asking import client
from tests.service.web.hostile import requests

from sakip_rules import Catalogue
from sakip_rules.service.web.application import Application

COUNT = 300
"""`.ci/nightly` sends 10,000, with new seeds and over a socket."""


def test_no_stranger_makes_the_service_fail() -> None:
    """No 5xx; what is refused says why; the good request behind them is answered as ever."""
    ask = client(Application(Catalogue.bundled()))
    for hostile in requests(seed=1, count=COUNT):
        got = ask(hostile.method, hostile.url, hostile.body, hostile.media)
        assert got.status < 500, hostile
        if got.status >= 400:
            assert json.loads(got.body)["errors"], hostile
    assert (
        ask("POST", "/v1/rules/lumajang/skala-capaian?on=2022", {"value": "90,5"}).json["category"] == "Baik"
    )
