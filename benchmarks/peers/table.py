"""What was measured, as tables in two languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from peers.job import KINDS

Found = dict[str, Any]
Pair = tuple[str, str]

KIND_WORDS: dict[str, Pair] = {
    "everyday": ("sehari-hari", "everyday"),
    "ties": ("tepat di tengah", "ties"),
    "rupiah": ("rupiah besar", "huge rupiah"),
    "absent": ("3 % kosong", "3 % absent"),
}
NOTHING = "–"


def page(found: Sequence[Found], count: int, records: int, lang: str) -> str:
    """Gives the tables: one record, the table of rows, growth, and what could not be measured."""
    parts = [
        _table(_record_heads(records), _record_rows(found, lang), lang),
        _table(_column_heads(count), _column_rows(found, count, lang), lang),
        _table(
            _growth_heads(found, "rules", ("µs per aturan", "µs a rule")), _growth(found, "rules", lang), lang
        ),
        _table(
            _growth_heads(found, "rows", ("ns per baris", "ns a row")), _growth(found, "rows", lang), lang
        ),
        *(f"{one['title']}: {one['failure']}\n" for one in found if "failure" in one),
    ]
    return "\n".join(parts)


def _table(heads: Sequence[Pair], rows: Iterator[list[str]], lang: str) -> str:
    english = lang == "en"
    lines = [[pair[english] for pair in heads], ["---", *("---:" for _ in heads[1:])], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _record_heads(records: int) -> list[Pair]:
    size = _whole(records, "id"), _whole(records, "en")
    wrong = [(f"salah: {words[0]}", f"wrong: {words[1]}") for words in KIND_WORDS.values()]
    return [
        (f"satu catatan (salah dari {size[0]})", f"one record (wrong of {size[1]})"),
        ("versi", "version"),
        ("× `Decimal`", "× `Decimal`"),
        ("rentang tengah", "quartiles"),
        *wrong,
    ]


def _record_rows(found: Sequence[Found], lang: str) -> Iterator[list[str]]:
    hand = _of(found, "Decimal", "record", "seconds")
    for one in (entry for entry in found if "record" in entry):
        record = one["record"]
        low, middle, high = record.get("ratio") or (None, record["seconds"] / hand if hand else None, None)
        span = NOTHING if low is None else f"{_number(low, lang)} – {_number(high, lang)}"
        yield [
            one["title"],
            one["version"] or NOTHING,
            _number(middle, lang),
            span,
            *_wrongs(record["wrong"], lang),
        ]


def _column_heads(count: int) -> list[Pair]:
    size = _whole(count, "id"), _whole(count, "en")
    return [
        (f"{size[0]} baris", f"{size[1]} rows"),
        *((f"× NumPy: {words[0]}", f"× NumPy: {words[1]}") for words in KIND_WORDS.values()),
        *((f"salah: {words[0]}", f"wrong: {words[1]}") for words in KIND_WORDS.values()),
        ("MiB", "MiB"),
    ]


def _column_rows(found: Sequence[Found], count: int, lang: str) -> Iterator[list[str]]:
    numpy = (_of(found, "NumPy float64", "rows", str(count)) or 0) / 1e9
    for one in found:
        if "columns" in one:
            columns = one["columns"]
            ratios = [_number(columns["ratios"][kind], lang) for kind in KINDS]
            memory = _whole(round(columns["memory"]), lang)
            yield [one["title"], *ratios, *_wrongs(columns["wrong"], lang), memory]
        elif "record" in one and numpy:
            ratio = _number(one["record"]["seconds"] / numpy, lang)
            words = ("satu per satu", "one by one")[lang == "en"]
            yield [f"{one['title']}, {words}", ratio, *[NOTHING] * (2 * len(KINDS))]


def _growth_heads(found: Sequence[Found], key: str, words: Pair) -> list[Pair]:
    return [words, *((_whole(size, "id"), _whole(size, "en")) for size in _sizes(found, key))]


def _growth(found: Sequence[Found], key: str, lang: str) -> Iterator[list[str]]:
    sizes = _sizes(found, key)
    for one in (entry for entry in found if key in entry):
        cells = (one[key].get(str(size)) for size in sizes)
        yield [one["title"], *(cell if isinstance(cell, str) else _number(cell, lang) for cell in cells)]


def _sizes(found: Sequence[Found], key: str) -> list[int]:
    return sorted({int(size) for one in found for size in one.get(key, ())})


def _wrongs(wrong: dict[str, list[int]], lang: str) -> Iterator[str]:
    for kind in KINDS:
        mistakes, refused = wrong[kind]
        more = (f" (+{_whole(refused, lang)} galat)", f" (+{_whole(refused, lang)} errors)")[lang == "en"]
        yield _whole(mistakes, lang) + (more if refused else "")


def _of(found: Sequence[Found], title: str, *keys: str) -> Any:  # noqa: ANN401 - a number, or nothing
    here: Any = next((one for one in found if one["title"] == title), {})
    for key in keys:
        here = here.get(key, {}) if isinstance(here, dict) else {}
    return here or None


def _whole(value: int, lang: str) -> str:
    return f"{value:,}" if lang == "en" else f"{value:,}".replace(",", ".")


def _number(value: float | None, lang: str) -> str:
    """Gives a number with two digits that mean something."""
    if value is None:
        return NOTHING
    if value >= 1000:  # noqa: PLR2004 - digits
        return _whole(round(value), lang)
    text = f"{value:.0f}" if value >= 10 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"  # noqa: PLR2004 - digits
    return text if lang == "en" else text.replace(".", ",")
