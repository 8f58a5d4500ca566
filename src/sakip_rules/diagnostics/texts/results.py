"""Texts of the group "results": values that could not be computed, and warnings beside them."""

from typing import Final, NamedTuple

from sakip_rules.languages import Pair

Texts = tuple[Pair, Pair]


class _Reason(NamedTuple):
    """Why there is no value, and what to do about it; each in Indonesian and English."""

    why: Pair
    hint: Pair


_OF_VALUE: Final[dict[str, _Reason]] = {
    "division-by-zero": _Reason(
        ("pembaginya nol", "the divisor is zero"),
        (
            (
                "Periksa datanya. Bila pembagi itu memang dapat bernilai nol, beri rumusnya kasus "
                "tersendiri; aturan yang hanya kadang berlaku dipanggil di dalam kasus: `then: {{rule: …}}`."
            ),
            (
                "Look at the data. If the divisor can indeed be zero, give the formula a case for it; call a "
                "rule that applies only at times inside a case: `then: {{rule: …}}`."
            ),
        ),
    ),
    "outside-domain": _Reason(
        (
            "nilainya di luar yang dapat dihitung fungsi, skala, atau tabelnya",
            "the value is outside what its function, scale or table can compute",
        ),
        (
            (
                "Periksa datanya: `ln` memerlukan angka di atas nol, `root` nol atau lebih; "
                "skala dan tabel hanya menjawab angka di antara ujungnya."
            ),
            (
                "Look at the data: `ln` needs a number above zero, `root` zero or more; "
                "scales and tables answer numbers between their ends only."
            ),
        ),
    ),
    "no-case": _Reason(
        ("tidak ada kasus yang berlaku", "no case applies"),
        (
            "Periksa datanya, atau tambahkan kasus `otherwise`.",
            "Look at the data, or add a case `otherwise`.",
        ),
    ),
    "scale-gap": _Reason(
        ("nilainya jatuh di lubang skala", "the value falls into a hole of the scale"),
        (
            "Sumber skala itu tidak menyebut rentang untuk nilai ini.",
            "The source of the scale names no band for this value.",
        ),
    ),
    "not-in-table": _Reason(
        ("kodenya tidak ada di tabel", "the table does not have the code"),
        ("Periksa kodenya, atau lengkapi tabelnya.", "Look at the code, or complete the table."),
    ),
    "undefined-cell": _Reason(
        ("sel tabelnya tidak ditentukan", "the cell of the table is undefined"),
        (
            "Sumber tabel itu tidak memberi angka untuk gabungan kode ini.",
            "The source of the table gives no number for these codes together.",
        ),
    ),
    "range-target": _Reason(
        ("sebuah rentang dipakai sebagai satu angka", "a range is used as one number"),
        (
            "Pakai salah satu ujungnya di rumus: `.min` atau `.max`.",
            "Use one of its ends in the formula: `.min` or `.max`.",
        ),
    ),
    "check-failed": _Reason(
        ("syaratnya tidak dipenuhi", "a condition does not hold"),
        ("Periksa datanya.", "Look at the data."),
    ),
    "precision": _Reason(
        ("ketelitian 50 angka tidak cukup untuk memutuskan", "a precision of 50 digits does not settle it"),
        (
            (
                "Nilai ini hampiran, dan jatuh tepat di batas. Bulatkan langkah sebelumnya: "
                "`rounding: {{places: 10, carry: rounded}}`."
            ),
            (
                "This value is approximate and falls on a limit. Round the step before it: "
                "`rounding: {{places: 10, carry: rounded}}`."
            ),
        ),
    ),
    "too-large": _Reason(
        ("angkanya atau hitungannya terlalu besar", "the number or its computation is too large"),
        (
            "Periksa apakah datanya wajar, atau bagi hitungannya menjadi beberapa aturan.",
            "See whether the data make sense, or divide the computation into several rules.",
        ),
    ),
}

_OF_SCALE: Final[dict[str, _Reason]] = {
    "outside-domain": _Reason(
        ("nilainya di luar domain skala itu", "the value is outside the domain of the scale"),
        (
            "Periksa datanya, atau apakah skala itu memang berhenti di sana (`domain`).",
            "Look at the data, and whether the scale really ends there (`domain`).",
        ),
    ),
    "scale-gap": _OF_VALUE["scale-gap"],
    "precision": _OF_VALUE["precision"],
}


def _of_value(reason: _Reason) -> Texts:
    indonesian, english = reason.why
    message = f"{{name}} tidak dapat dihitung: {indonesian}. {{note}}"
    return (message, f"{{name}} cannot be computed: {english}. {{note}}"), reason.hint


def _of_scale(reason: _Reason) -> Texts:
    indonesian, english = reason.why
    message = f"{{name}} tidak mendapat kategori dari {{scale}}: {indonesian}."
    return (message, f"{{name}} gets no category from {{scale}}: {english}."), reason.hint


RESULTS: Final[dict[str, Texts]] = {
    **{f"{code}.value": _of_value(reason) for code, reason in _OF_VALUE.items()},
    **{f"{code}.scale": _of_scale(reason) for code, reason in _OF_SCALE.items()},
    "check-failed": (("{message} {values}", "{message} {values}"), ("Periksa datanya.", "Look at the data.")),
    "check-failed.row": (
        ("Baris {row}: {message} {values}", "Row {row}: {message} {values}"),
        ("Periksa data baris itu.", "Look at the data of that row."),
    ),
    "display-hazard": (
        (
            (
                "{name} tampil sebagai {shown}, yang akan mendapat kategori {other}; nilai tepatnya "
                "mendapat {one}."
            ),
            "{name} is shown as {shown}, which would earn the category {other}; the exact value earns {one}.",
        ),
        (
            "Sebutkan nilai tepatnya di laporan, atau nyatakan pembulatan di aturan.",
            "State the exact value in the report, or a rounding in the rule.",
        ),
    ),
}
