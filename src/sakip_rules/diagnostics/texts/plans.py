"""Texts of the group "files": what is wrong with plans as JSON."""

from __future__ import annotations

from typing import Final

from sakip_rules.languages import Pair

_AGAIN: Final[Pair] = (
    "Tulis ulang berkas ini dengan `sakip export`.",
    "Write the file again with `sakip export`.",
)

PLANS: Final[dict[str, tuple[Pair, Pair]]] = {
    "bad-value.plan": (("Di {at}: {why}", "At {at}: {why}"), _AGAIN),
    "bad-value.plan-format": (
        ("Ini bukan rencana berformat {format}.", "This is no plan of the format {format}."),
        (
            "Tulis ulang dengan `sakip export`, atau perbarui sakip bila formatnya lebih baru.",
            "Write it again with `sakip export`, or update sakip if the format is a newer one.",
        ),
    ),
    "bad-value.plan-json": (
        (
            "Rencana ini bukan JSON yang dapat dibaca: {why}.",
            "This plan is no JSON that can be read: {why}.",
        ),
        _AGAIN,
    ),
    "file-too-large.plan": (
        ("Rencana ini lebih panjang dari {limit} karakter.", "This plan has more than {limit} characters."),
        ("Tulis lebih sedikit aturan ke satu berkas.", "Write fewer rules to one file."),
    ),
}
