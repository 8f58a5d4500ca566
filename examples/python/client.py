"""Rules of sakip over HTTP with Python's standard library alone; numbers are text, rounding happens there."""

import json
import sys
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen


class ProblemError(Exception):
    """What is wrong with a request; `errors` has each mistake with `code`, `pointer`, `message`, `hint`."""

    def __init__(self, problem: dict[str, Any]) -> None:
        super().__init__(problem["detail"])
        self.errors = problem["errors"]


class Sakip:
    """A service of rules: `sakip serve --http`."""

    def __init__(self, address: str = "http://127.0.0.1:8765") -> None:
        self.address = address

    def evaluate(self, rule: str, year: int, data: dict[str, Any]) -> dict[str, Any]:
        """Gives what a rule gives; raises `ProblemError`."""
        request = Request(  # noqa: S310 - the address is the caller's own
            f"{self.address}/v1/rules/{rule}?on={year}",
            data=json.dumps(data).encode(),
            headers={"Content-Type": "application/json"},
        )
        try:
            with urlopen(request, timeout=10) as answer:  # noqa: S310 - as above
                return dict(json.load(answer))
        except HTTPError as error:
            with error:
                raise ProblemError(json.load(error)) from None


if __name__ == "__main__":
    sakip = Sakip(*sys.argv[1:2])
    data = {"realisasi": "78,76", "target": "29,42", "polarity": "higher_is_better"}
    try:
        result = sakip.evaluate("lumajang/capaian-kinerja", 2020, data)
        category = sakip.evaluate("lumajang/skala-capaian", 2020, {"value": result["value"]})["category"]
        print(result["value"].replace(".", ","), category)
        sakip.evaluate("lumajang/capaian-kinerja", 2020, {"realisasi": "1,2,3", "target": "n/a"})
    except ProblemError as problem:
        print(*(f"{mistake['pointer']} {mistake['code']}" for mistake in problem.errors), sep="\n")
    except URLError as error:
        sys.exit(f"{sakip.address} tidak menjawab / does not answer: sakip serve --http ({error.reason})")
