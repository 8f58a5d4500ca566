"""Texts of the group "results": values that could not be computed, and warnings beside them."""

from typing import Final

Texts = tuple[tuple[str, str], tuple[str, str]]

_HINTS: Final[dict[str, tuple[str, str]]] = {
    "division-by-zero": (
        "Pembaginya nol; bila itu mungkin terjadi, beri rumus itu kasus tersendiri.",
        "The divisor is zero; if that can happen, give the formula a case for it.",
    ),
    "outside-domain": (
        "Nilainya di luar yang diterima fungsi, skala atau tabel.",
        "The value is outside what the function, scale or table accepts.",
    ),
    "no-case": ("Tidak ada kasus yang berlaku; tambahkan `otherwise`.", "No case applies; add `otherwise`."),
    "scale-gap": ("Nilainya jatuh di lubang skala.", "The value falls into a hole of the scale."),
    "not-in-table": ("Kodenya tidak ada di tabel.", "The table does not have the code."),
    "undefined-cell": (
        "Sumber tabel tidak menentukan sel itu.",
        "The table's source leaves that cell undefined.",
    ),
    "range-target": (
        "Targetnya rentang; pakai `.min` atau `.max`.",
        "The target is a range; use `.min` or `.max`.",
    ),
    "check-failed": ("Perbaiki datanya.", "Mend the data."),
    "precision": ("Ketelitian 50 digit tidak cukup untuk memutuskan.", "Fifty digits do not settle it."),
    "too-large": (
        "Angka atau biaya hitungnya melewati batas.",
        "The number, or what it costs to compute, passes a limit.",
    ),
}


def _of_value(reason: str) -> Texts:
    return (
        (
            f"{{name}} tidak dapat dihitung ({reason}). {{note}}",
            f"{{name}} cannot be computed ({reason}). {{note}}",
        ),
        _HINTS[reason],
    )


def _of_scale(reason: str) -> Texts:
    return (
        (
            f"{{name}} tidak mendapat kategori dari {{scale}} ({reason}).",
            f"{{name}} gets no category from {{scale}} ({reason}).",
        ),
        _HINTS[reason],
    )


RESULTS: Final[dict[str, Texts]] = {
    **{f"{reason}.value": _of_value(reason) for reason in _HINTS},
    **{f"{reason}.scale": _of_scale(reason) for reason in ("outside-domain", "scale-gap", "precision")},
    "check-failed": (("{message}", "{message}"), ("Periksa datanya.", "Look at the data.")),
    "display-hazard": (
        (
            "{name} tampil sebagai {shown}, yang akan mendapat kategori {other}; nilai tepatnya mendapat {one}.",
            "{name} is shown as {shown}, which would earn the category {other}; the exact value earns {one}.",
        ),
        (
            "Sebutkan nilai tepatnya di laporan, atau nyatakan pembulatan di aturan.",
            "State the exact value in the report, or a rounding in the rule.",
        ),
    ),
}
