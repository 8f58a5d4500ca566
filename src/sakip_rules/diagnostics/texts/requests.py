"""Texts of requests to the worker and over HTTP: what is asked for, and how it is sent."""

from __future__ import annotations

from typing import Final

from sakip_rules.languages import Pair

REQUESTS: Final[dict[str, tuple[Pair, Pair]]] = {
    "bad-request.call": (
        ("{name} bukan panggilan yang dikenal.", "{name} is no call that is known."),
        ("{near}", "{near}"),
    ),
    "bad-request.missing": (
        ("Permintaan ini memerlukan {name}.", "This request needs {name}."),
        ("Tambahkan {name}.", "Add {name}."),
    ),
    "bad-request.type": (
        ("{name} harus berupa {wanted}.", "{name} must be {wanted}."),
        ("Lihat contoh permintaan di dokumentasi.", "See the sample requests in the documentation."),
    ),
    "bad-request.word": (
        ("{text} tidak dikenal untuk {name}.", "{text} is unknown for {name}."),
        ("{near}", "{near}"),
    ),
    "bad-request.too-large": (
        ("Permintaan ini lebih dari {limit} bita.", "This request has more than {limit} bytes."),
        ("Kirim lebih sedikit data sekaligus.", "Send fewer data at once."),
    ),
}
