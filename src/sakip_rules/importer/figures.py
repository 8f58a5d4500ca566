"""What a cell of a table says: a number with its unit and its decimals, or nothing, and why."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from sakip_rules.importer.notations import (
    Side,
    ends_of_range,
    in_brackets,
    is_reference,
    may_be_power,
    power_of_ten,
    within_bound,
)
from sakip_rules.languages import Pair
from sakip_rules.numbers import (
    NumberTextError,
    decimal_text,
    indonesian,
    read_plain,
    read_printed_number,
    shortest_text,
)
from sakip_rules.numbers.reading import WrittenNumber
from sakip_rules.sheets import SheetCell
from sakip_rules.sheets.digits import exact_number
from sakip_rules.vocabulary import DATA_WORDS

FigureKind = Literal[
    "number", "range", "reference", "blank", "dash", "word", "unclear", "ambiguous", "refused"
]
DecimalSign = Literal[",", "."]
"""The sign that parts decimals in a table."""

_WITH_UNIT: Final = re.compile(
    r"(?P<number>(?:Rp\.?\s*)?[-−]?\d[\d.,]*(?:,-)?)\s*(?P<unit>%|‰|°?[^\W\d_][^\d]*?)\.?", re.IGNORECASE
)
_LONGEST: Final = 4096
"""In a longer text no number is looked for."""
_OPERATOR: Final = re.compile(r"[:/x×*+]")
_GRADED: Final = re.compile(
    r"[A-Z]{1,3}[+-]?\s*\((?P<inner>[\d.,]+)\)|(?P<outer>[\d.,]+)\s*\([A-Z]{1,3}[+-]?\)"
)
"""A number beside its grade: `BB (72,00)`."""

_SPACED: Final = re.compile(r"\d{1,3}(?: \d{3})+(?!\d| \d)")
"""Thousands parted by blanks: `1 250 000 ton`."""

_TAIL: Final = re.compile(r"(?:(?<=,\d\d)|(?<=,-))(?:,-+)+$")
"""Cents and the mark for no cents, or that mark twice: `7.362.000,00,-`."""

_NO_MONEY: Final = re.compile(r"Rp\.?\s*[-–—](?:,-+)?", re.IGNORECASE)
"""Nought as spreadsheets show it in books: `Rp -`."""

_IN_WORDS: Final = re.compile(r"(?P<number>\d[\d.,]*)\s*\([^\W\d_][^\d()]*\)(?P<rest>[^\d()]*)")
"""A number once more in words: `2 (dua) kali`."""

_MARK: Final = re.compile(r"(?<=[\d%)])\s*(?:\*+\)?|[¹²³⁴⁵⁶⁷⁸⁹⁰†‡]+)$")
_TITLE_UNIT: Final = re.compile(
    r".*[^\s(]\s*\((?:dalam |satuan:? ?)?(?P<unit>%|persen|poin|skor|nilai|indeks|angka|level|orang|jiwa|kk"
    r"|rumah tangga|tahun|bulan|hari|jam|menit|detik|unit|buah|dokumen|laporan|kali|paket|desa|kelurahan"
    r"|kecamatan|lokasi|km|m|m2|m²|ha|hektare?|ton|kg|kuintal|liter|rp\.?|rupiah)\)\s*",
    re.IGNORECASE,
)
_TIME: Final = re.compile(
    r"\b(?:tw|triwulan|semester|akhir tahun|tahun depan|belum waktunya|belum jatuh tempo|belum dihitung)\b"
    r"|dihitung (?:pada|di)|diukur (?:pada|di)|menunggu",
    re.IGNORECASE,
)
_UNKNOWN: Final = re.compile(
    r"belum (?:ada|tersedia|rilis|dirilis|diukur|dilakukan|dilaksanakan|terlaksana|selesai|final|terbit)"
    r"|tidak (?:tersedia|ada data|diukur)",
    re.IGNORECASE,
)
_OUTSIDE: Final = re.compile(
    r"tidak (?:berlaku|relevan|dilaksanakan|menjadi|termasuk|ditargetkan)|dihapus|refocusing|dibatalkan",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FigureReading:
    """A number as plain text with its decimals, or nothing; `unit` is what stands beside it."""

    text: str = ""
    unit: str | None = None
    kind: FigureKind = "number"
    mark: str = ""
    """What was left out: a footnote's sign, the calculation before a result."""

    high: str = ""
    """The upper end of a range, whose lower one is `text`."""

    is_bracketed: bool = False
    """Whether it stands in brackets: a negative number, where it can be one."""

    bound: Side | None = None
    """On which side of it all is well, where only that is said: `≥ 80`."""

    stored: str = ""
    """Of a cell that shows fewer digits than it holds: all of them."""


def read_figure(cell: SheetCell | None, unit: str | None, decimal: DecimalSign | None) -> FigureReading:
    """Gives what a cell says as a number of a unit, or why it says none."""
    if cell is None or not cell.text.strip():
        return FigureReading(kind="blank")
    if cell.refusal:
        return FigureReading(cell.refusal, kind="refused")
    if cell.kind == "number":
        return _of_number(cell)
    return _of_words(cell.text.strip(), unit, decimal)


def _of_words(text: str, unit: str | None, decimal: DecimalSign | None) -> FigureReading:
    """What a text says; what is not part of its number is marked."""
    if text in DATA_WORDS:
        return FigureReading(text, kind="word")
    if len(text) > _LONGEST:
        return FigureReading(text, kind="unclear")
    if _NO_MONEY.fullmatch(text):
        return FigureReading("0", "rupiah", mark=text)
    if may_be_power(text):
        return _of_power(text, unit, decimal)
    bare = _bare(text)
    reading = _of_notation(bare, unit, decimal) or _of_text(bare, unit, decimal)
    return _marked(reading, text) if bare != text or _says_more(reading) else reading


def _bare(text: str) -> str:
    """A number without what stands around it: a calculation, its grade, its words, the sign of a footnote."""
    calculation, _, result = text.rpartition("=")
    if result and _OPERATOR.search(calculation) is not None:
        return result.strip()
    if _SPACED.match(text):
        return re.sub(r"(?<=\d) (?=\d)", "", text)
    if (graded := _GRADED.fullmatch(text)) is not None:
        return graded["inner"] or graded["outer"]
    if (in_words := _IN_WORDS.fullmatch(text)) is not None:
        return f"{in_words['number']} {in_words['rest']}".strip()
    return _MARK.sub("", text)


def _says_more(reading: FigureReading) -> bool:
    return reading.is_bracketed or reading.bound is not None


def _of_power(text: str, unit: str | None, decimal: DecimalSign | None) -> FigureReading:
    """A power of ten in full: `1,2 x 10⁶`."""
    power = power_of_ten(text)
    if power is None:
        return FigureReading(text, kind="unclear")
    reading = _of_text(power.times, unit, decimal)
    number = read_plain(reading.text) if reading.kind == "number" else None
    if number is None:
        return reading
    whole = shortest_text(number * 10**power.zeros) or ""
    return FigureReading(whole, unit_word(power.unit) if power.unit else unit, mark=text)


def _of_notation(text: str, unit: str | None, decimal: DecimalSign | None) -> FigureReading | None:
    """A number in brackets, a bound, or a range; nothing for a text that is none of them."""
    inner = in_brackets(text)
    if inner is not None and is_reference(inner):
        return FigureReading(text, kind="reference")
    if inner is not None:
        return dataclasses.replace(_of_text(inner, unit, decimal), is_bracketed=True)
    bound = within_bound(text)
    if bound is not None:
        return dataclasses.replace(_of_text(bound.number, unit, decimal), bound=bound.side)
    return _of_range(text, unit, decimal)


def _of_range(text: str, unit: str | None, decimal: DecimalSign | None) -> FigureReading | None:
    ends = ends_of_range(text)
    if ends is None:
        return None
    low, high = (_of_text(end, unit, decimal) for end in ends)
    for end in (low, high):
        if end.kind != "number":
            return end
    return FigureReading(low.text, high.unit, kind="range", high=high.text)


def _marked(reading: FigureReading, mark: str) -> FigureReading:
    return dataclasses.replace(reading, mark=mark)


def _of_number(cell: SheetCell) -> FigureReading:
    """A number of a sheet: its digits as shown, and as stored."""
    return FigureReading(cell.shown, "persen" if cell.percent else None, stored=exact_number(cell))


def _of_text(text: str, unit: str | None, decimal: DecimalSign | None) -> FigureReading:
    try:
        return FigureReading(_plain(text, unit, decimal), _unit_of(text, unit))
    except NumberTextError as error:
        if error.kind == "absent-sign":
            return FigureReading(text, kind="dash")
        fault = error.kind
    except _TwoReadingsError:
        return FigureReading(text, kind="ambiguous")
    if fault == "swapped":  # the last sign parts decimals: `1,250.5`
        return dataclasses.replace(_of_text(text.replace(",", ""), unit, decimal), mark=text)
    if fault == "currency" and unit is None:
        return _of_text(text, "rupiah", decimal)
    beside = _WITH_UNIT.fullmatch(text)
    return (
        FigureReading(text, kind="unclear")
        if beside is None or fault == "magnitude"
        else _beside(beside, decimal)
    )


def _beside(beside: re.Match[str], decimal: DecimalSign | None) -> FigureReading:
    """A number with its unit behind it: `232 Org`."""
    text = beside[0]
    named = unit_word(beside["unit"])
    try:
        return FigureReading(_plain(beside["number"], named, decimal), named)
    except NumberTextError:
        return FigureReading(text, kind="unclear")
    except _TwoReadingsError:
        return FigureReading(text, kind="ambiguous")


class _TwoReadingsError(ValueError):
    """A sign may part decimals or thousands, and the table does not say which."""


def _plain(text: str, unit: str | None, decimal: DecimalSign | None) -> str:
    """The plain text of a number with the decimals that it is written with."""
    readings = read_printed_number(_TAIL.sub("", text), _unit_of(text, unit))
    if len(readings) == 1:
        return _written(readings[0])
    if decimal is None:
        raise _TwoReadingsError
    sign = "," if "," in text else "."
    return _written(readings[0] if sign == decimal else readings[1])


def _unit_of(text: str, unit: str | None) -> str | None:
    """With `%` a number is read as one of persen, whatever its column says."""
    return "persen" if text.rstrip().endswith("%") else unit


def _written(number: WrittenNumber) -> str:
    return decimal_text(number.number, number.places)


def unit_word(text: str) -> str:
    """Gives a unit as the language writes it: `%` is persen, `Rp` rupiah."""
    small = text.strip().lower().rstrip(".")
    if small in ("%", "persen", "prosen", "persentase", "prosentase"):
        return "persen"
    return "rupiah" if small in ("rp", "rupiah") else text.strip()


def is_other_unit(text: str, beside: str | None, known: str | None) -> bool:
    """Says whether the unit behind a number is another than the known one, and no short form of it."""
    one, other = (unit.lower().rstrip(".") if unit else "" for unit in (beside, known))
    if not one or not other or not text.lower().rstrip(" .").endswith(one):
        return False
    short, whole = sorted((one, other), key=len)
    letters = iter(whole)
    return not (short[0] == whole[0] and all(letter in letters for letter in short))


def is_dash(text: str) -> bool:
    """Says whether nothing but a dash stands there."""
    return bool(text) and not text.strip("-–—. ")


def decimal_sign(cells: Iterable[SheetCell]) -> DecimalSign | None:
    """Gives the sign that parts decimals in a table, where its cells show that it is one and the same."""
    signs: set[DecimalSign] = set()
    for cell in cells:
        if cell.kind != "text":
            continue
        for number in re.findall(r"(?<![\d.,])\d[\d.,]*\d", cell.text):
            sign = sign_of(number)
            if sign is not None:
                signs.add(sign)
    return signs.pop() if len(signs) == 1 else None


def sign_of(number: str) -> DecimalSign | None:
    """Gives the decimal sign of a number that can be read in one way only; of another one, nothing."""
    dots, commas = number.count("."), number.count(",")
    last = number[max(number.rfind("."), number.rfind(",")) + 1 :]
    if dots and commas:
        return "," if number.rfind(",") > number.rfind(".") else "."
    if dots > 1:
        return ","
    if commas > 1:
        return "."
    if dots + commas == 1 and (len(last) != 3 or number.startswith("0")):  # noqa: PLR2004 - groups of thousands
        return "," if commas else "."
    return None


def unit_in(title: str) -> str | None:
    """Gives the unit that a name ends with: `Rata-rata lama sekolah (Tahun)`."""
    match = _TITLE_UNIT.fullmatch(title)
    return unit_word(match["unit"]) if match is not None else None


def reason_word(note: str) -> str | None:
    """Gives the absent value that a reason in words means; `None` where it does not say."""
    if _TIME.search(note):
        return "not_due"
    if _OUTSIDE.search(note):
        return "not_applicable"
    return "missing" if _UNKNOWN.search(note) else None


def unmistakable(text: str) -> str:
    """Gives a plain number as data are to write it: three decimals could be thousands, four are not."""
    whole, _, decimals = text.partition(".")
    return f"{text}0" if len(decimals) == 3 and len(whole.lstrip("-")) <= 3 else text  # noqa: PLR2004 - groups of thousands


def seen(cell: SheetCell) -> Pair:
    """Gives a cell as messages show it in each language: a number as the sheet shows it."""
    if cell.kind != "number":
        return cell.text.strip(), cell.text.strip()
    number = f"{cell.shown or cell.text}{'%' if cell.percent else ''}"
    return indonesian(number), number
