"""Requests of strangers who mean no good, made from a seed: broken, huge, nested, of the wrong kind."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Final, NamedTuple

RULES: Final = (
    "lumajang/capaian-kinerja",
    "lumajang/skala-capaian",
    "nasional/skm-indeks",
    "nasional/bobot-sakip",
)
GOOD: Final[tuple[dict[str, object], ...]] = (
    {"realisasi": "78,76", "target": "29,42", "polarity": "higher_is_better"},
    {"value": "90,5"},
    {"unsur": [{"jumlah_skor": 300, "responden": 100}] * 14},
    {"komponen": "pelaporan", "dimensi": "kualitas"},
)
VALUES: Final[tuple[object, ...]] = (
    *(
        None,
        True,
        [],
        {},
        [[]],
        "",
        " ",
        "\u0000",
        "\u202e",
        "1e9",
        "NaN",
        "٣",
        "½",
        "1_000",
        "0x1",
        "-0",
        "1.250",
    ),
    *(
        10**400,
        0.1,
        1e300,
        "9" * 5000,
        {"status": "missing", "status ": 1},
        {"min": 9, "max": 1},
    ),
    *(
        {"status": "not_computable"},
        {"value": {"value": 1}},
        ["missing"] * 100,
        {"__class__": "x"},
        "${jndi:x}",
    ),
    *("'; DROP TABLE", "../../etc/passwd", "{{7*7}}", "<script>", "=cmd|' /C calc'!A0", "a" * 70_000),
)
MEDIA: Final = (
    "application/json",
    "application/json; charset=utf-8",
    "text/plain",
    "",
    "application/yaml",
    "x/\xff",
)
PATHS: Final = (
    "/v1/rules/{}",
    "/v1/reports",
    "/v1/audits",
    "/v1/checks",
    "/v1/rules",
    "/",
    "/v1/rules/%00/..",
    "/health",
)


class Hostile(NamedTuple):
    """One request."""

    method: str
    url: str
    media: str
    body: bytes


def requests(seed: int, count: int) -> Iterator[Hostile]:
    """Gives so many requests; the same ones for a seed."""
    source = random.Random(seed)  # noqa: S311 - it makes data of tests
    for _ in range(count):
        place = source.randrange(len(RULES))
        path = source.choice(PATHS) if source.random() < 0.3 else PATHS[0]
        query = source.choice(
            ("?on=2022", "?on=2022", "?on=0000", "?on=" + "9" * 300, "?lang=xx&on=2022", "", "?a=%ff&&==")
        )
        method = source.choice(("POST", "POST", "POST", "POST", "GET", "PUT", "OPTIONS", "TRACE"))
        media = MEDIA[0] if source.random() < 0.8 else source.choice(MEDIA)
        yield Hostile(method, path.format(RULES[place]) + query, media, _body(source, GOOD[place]))


def _body(source: random.Random, good: dict[str, object]) -> bytes:  # noqa: PLR0911 - one for each way
    """A good body, made bad in one of many ways."""
    text = json.dumps(good | {source.choice([*good, "x"]): source.choice(VALUES)}, ensure_ascii=False)
    data = text.encode("utf-8", "surrogatepass")
    at = source.randrange(len(data) + 1)
    match source.randrange(8):
        case 0:
            return data[:at]
        case 1:
            return data[:at] + source.randbytes(source.randrange(1, 9)) + data[at:]
        case 2:
            return source.choice((source.randbytes(source.randrange(200)), b'{"value": -%s}' % (b"9" * 5000)))
        case 3:
            return source.choice((b"[", b'{"a":', b"[[],", b'"', b"- ", b"&a [*a,")) * source.choice(
                (10, 1000, 100_000)
            )
        case 4:
            return data.replace(b"}", b',"value":1,"value":2}', 1)
        case 5 if at % 2:
            return b"\xef\xbb\xbf" + data
        case _:
            return data
