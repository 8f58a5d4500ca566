"""A report as a workbook to fill in: lists to choose from, units, notes, and a sheet that explains."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import Any, Final

from sakip_rules.exporters.workbook.opening import FONT, OPTIONS
from sakip_rules.exporters.workbook.styles import Style, Styles, height, page
from sakip_rules.extras import needed
from sakip_rules.forms.layout import (
    COMMENT,
    DATA,
    DATUM_COLUMNS,
    GUIDE,
    LEVEL_MARK,
    PRINTED,
    PRINTED_COLUMNS,
    RECORD_COLUMNS,
    REPORT,
    UNIT_MARK,
)
from sakip_rules.languages import Language, Pair, say
from sakip_rules.plans import FrameworkPlan, InputPlan, LevelPlan
from sakip_rules.vocabulary import DATA_WORDS, POLARITIES
from sakip_rules.wording.terms import POLARITY_WORDS

ROWS: Final = 500
"""Rows in which lists are offered."""

WIDE: Final = ("value", "jalur", "where", "note", "document")

NAME_LENGTH: Final = 31
"""Characters of a sheet's name."""

FIRST: Final = 4
"""The rows above the records: level, keys, titles, units."""

NOTE_LENGTH: Final = 250
HEAD_LETTERS: Final = 15
"""So many bold letters of a head stand on a line of the narrowest column."""

HEAD: Final[tuple[tuple[str, Pair], ...]] = (
    ("report", ("judul laporannya", "title of the report")),
    ("organization", ("instansi yang melapor", "the agency")),
    ("year", ("tahun kinerja", "performance year")),
    ("framework", ("kerangka yang dipakai", "the framework")),
    ("period", ("periode, bila bukan setahun penuh", "period, where it is not the whole year")),
    ("note", ("catatan", "remark")),
)
ABOUT: Final[dict[str, Pair]] = {
    "di_bawah": ("jalur rekaman di atasnya; kosong: langsung di bawah laporan", "path of the record above"),
    "jalur": ("jalur rekamannya, misalnya sasaran-1/indikator-1; kosong: laporannya", "path of the record"),
    "id": ("nama pendek tanpa spasi", "a short name without spaces"),
    "tahun": ("kosong: tahun laporan; tahun lain: riwayatnya", "empty: the report's year; another: history"),
    "title": ("nama yang dibaca orang", "the name that people read"),
    "unit": ("satuan, bila aturannya tidak menyebutnya", "unit, where no rule gives it"),
    "rule": ("aturan indikator, pemilik/nama", "indicator rule, owner/name"),
    "codes": ("tabel kode, pemilik/nama", "table of codes, owner/name"),
    "note": ("catatan", "remark"),
    "nama": ("target, data.pagu, triwulan.tw1.realisasi", "target, data.pagu, triwulan.tw1.realisasi"),
    "value": ("nilainya", "the value"),
    "document": ("dokumen asalnya", "the document it is from"),
    "year": ("tahun dokumennya", "year of the document"),
    "reason": ("alasan, bila nilainya tidak ada", "reason, where the value is absent"),
    "figure": ("capaian, target, …", "capaian, target, …"),
    "category": ("kategori yang tercetak", "the printed category"),
    "where": ("tabel atau halaman", "table or page"),
}
LINES: Final[tuple[Pair, ...]] = (
    ("Laporan untuk diisi", "A report to fill in"),
    (
        "Isi sel kuning. Baris yang diawali # hanya untuk pembaca.",
        "Fill in yellow cells. Rows that begin with # are for people.",
    ),
    (
        "Angka ditulis sebagai angka; persen sebagai 29,42 dan bukan 0,2942.",
        "Write numbers as numbers, percentages as 29.42 and not 0.2942.",
    ),
    (
        "Yang belum ada: missing. Tidak berlaku: not_applicable. Belum waktunya: not_due.",
        "Not known: missing. Does not apply: not_applicable. Not yet due: not_due.",
    ),
    (
        "Angka tercetak ditulis sebagai teks, dengan semua desimalnya: 73,40.",
        "Printed figures are texts, with all their decimals: 73,40.",
    ),
    (
        "Lalu: sakip evaluate BERKAS, sakip audit BERKAS, sakip explain BERKAS JALUR.",
        "Then: sakip evaluate FILE, sakip audit FILE, sakip explain FILE PATH.",
    ),
)


def form_workbook(plan: FrameworkPlan, reference: str, year: int, lang: Language) -> bytes:
    """Gives the bytes of a workbook for a framework; raises `UsageError` without the extra `excel`."""
    out = io.BytesIO()
    book = needed("xlsxwriter", "excel").Workbook(out, {**OPTIONS, "default_format_properties": dict(FONT)})
    book.set_properties({"created": datetime.datetime(year, 12, 31, tzinfo=datetime.UTC)})
    made = _Form(book, plan, lang)
    made.guide()
    made.report(reference, year)
    for level in levels_in_order(plan)[1:]:
        made.level(level)
    made.table(DATA, DATUM_COLUMNS)
    made.table(PRINTED, PRINTED_COLUMNS)
    book.close()
    return out.getvalue()


def levels_in_order(plan: FrameworkPlan) -> list[LevelPlan]:
    """Gives the levels from the root down; one that stands below several comes after the first of them."""
    names = [plan.root]
    for name in names:  # grows meanwhile
        names += [below for below in plan.levels[name].below if below not in names]
    return [plan.levels[name] for name in names]


class _Form:
    """The workbook while it is written."""

    def __init__(self, book: Any, plan: FrameworkPlan, lang: Language) -> None:  # noqa: ANN401 - XlsxWriter is no package of the core
        self.book = book
        self.plan = plan
        self.lang = lang
        self.styles = Styles(book)
        self.text = book.add_format({"num_format": "@", "bg_color": "#FFF7CC", "border": 1, "locked": False})

    def _sheet(self, name: str) -> Any:  # noqa: ANN401 - as above
        sheet = self.book.add_worksheet(name)
        page(sheet)
        sheet.protect("", {"insert_rows": True, "format_columns": True, "format_rows": True, "sort": True})
        return sheet

    def guide(self) -> None:
        """The sheet that explains."""
        sheet = self._sheet(GUIDE)
        sheet.set_column(0, 0, 100)
        for row, line in enumerate(LINES):
            sheet.write_string(row, 0, say(line, self.lang), self.styles.get("text" if row else "title"))
        row = len(LINES) + 1
        for level in levels_in_order(self.plan):
            below = ", ".join(level.below)
            about = f"{level.name}: {say(level.title, self.lang)}" + (f" → {below}" if below else "")
            sheet.write_string(row, 0, about, self.styles.get("text"))
            row += 1

    def report(self, reference: str, year: int) -> None:
        """The report's own keys, and the inputs of the root."""
        sheet = self._sheet(REPORT)
        sheet.set_column(0, 0, 22)
        sheet.set_column(1, 1, 50)
        sheet.set_column(2, 2, 14)
        sheet.set_column(3, 3, 48)
        agency = "Nama perangkat daerah"
        known = {"report": f"LKjIP {year}", "organization": agency, "year": year, "framework": reference}
        row = 0
        for key, about in HEAD:
            sheet.write_string(row, 0, key, self.styles.get("quiet"))
            value = known.get(key, "")
            write = sheet.write_number if isinstance(value, int) else sheet.write_string
            write(row, 1, value, self.styles.get("given") if isinstance(value, int) else self.text)
            sheet.write_string(row, 3, say(about, self.lang), self.styles.get("head"))
            row += 1
        for declared in self.plan.levels[self.plan.root].record.inputs.values():
            for key in _columns(declared):
                sheet.write_string(row, 0, key, self.styles.get("quiet"))
                sheet.write_blank(row, 1, None, self.styles.get("given"))
                self._validate(sheet, row, 1, declared, 1)
                sheet.write_string(row, 2, declared.unit or "", self.styles.get("quiet"))
                sheet.write_string(row, 3, say(declared.title, self.lang), self.styles.get("head"))
                row += 1

    def level(self, level: LevelPlan) -> None:
        """The records of a level."""
        sheet = self._sheet(level.name[:NAME_LENGTH])
        sheet.set_row(0, None, self.styles.get("text"))  # else the yellow of the columns is seen beside it
        sheet.write_string(0, 0, LEVEL_MARK, self.styles.get("quiet"))
        sheet.write_string(0, 1, level.name, self.styles.get("caption"))
        sheet.write_string(0, 3, say(level.title, self.lang), self.styles.get("caption"))
        columns: list[tuple[str, InputPlan | None]] = [(key, None) for key in RECORD_COLUMNS]
        for declared in level.record.inputs.values():
            columns += [(key, declared) for key in _columns(declared)]
        titles = [say(ABOUT[key] if entry is None else entry.title, self.lang) for key, entry in columns]
        units = ["" if entry is None else entry.unit or "" for _, entry in columns]
        self._head(sheet, 1, [key for key, _ in columns], titles)
        self._comments(sheet, 3, UNIT_MARK, units)
        for at, (_, entry) in enumerate(columns):
            self._column(sheet, at, entry)
        sheet.freeze_panes(FIRST, 2)

    def table(self, name: str, keys: Sequence[str]) -> None:
        """A sheet of data, or of printed figures."""
        sheet = self._sheet(name)
        self._head(sheet, 0, keys, [say(ABOUT[key], self.lang) for key in keys])
        for at, key in enumerate(keys):
            is_number = key in ("tahun", "year") or (key == "value" and name == DATA)
            style = self.styles.get("given") if is_number else self.text
            sheet.set_column(at, at, 24 if key in WIDE else 14, style)
        sheet.freeze_panes(2, 0)

    def _head(self, sheet: Any, row: int, keys: Sequence[str], titles: Sequence[str]) -> None:  # noqa: ANN401 - as above
        """Keys, small, for the program; below them, as heads, what people read."""
        for at, key in enumerate(keys):
            sheet.write_string(row, at, key, self.styles.get("quiet"))
        self._comments(sheet, row + 1, f"{COMMENT} {titles[0]}", titles, "head")
        sheet.set_row(row + 1, height(((text, HEAD_LETTERS) for text in titles), bold=True))

    def _comments(
        self,
        sheet: Any,  # noqa: ANN401 - as above
        row: int,
        first: str,
        texts: Sequence[str],
        style: Style = "quiet",
    ) -> None:
        for at, text in enumerate([first, *texts[1:]]):
            sheet.write_string(row, at, text, self.styles.get(style))

    def _column(self, sheet: Any, at: int, declared: InputPlan | None) -> None:  # noqa: ANN401 - as above
        """The cells of a column: a number or a list for an input, text for what records say of themselves."""
        is_text = declared is None and at != RECORD_COLUMNS.index("tahun")
        sheet.set_column(at, at, 16, self.text if is_text else self.styles.get("given"))
        if declared is not None:
            self._validate(sheet, FIRST, at, declared, ROWS - FIRST)

    def _validate(self, sheet: Any, row: int, column: int, declared: InputPlan, rows: int) -> None:  # noqa: ANN401 - as above
        """A list to choose from, beside which any other word can still be typed; and a note of what it is."""
        note = say(declared.title, self.lang) + (f" ({declared.unit})" if declared.unit else "")
        rule: dict[str, Any] = {
            "validate": "any",
            "input_title": declared.name[:32],
            "input_message": note[:NOTE_LENGTH],
        }
        listed = _listed(declared, self.lang)
        if listed and len(",".join(listed)) <= NOTE_LENGTH:
            rule |= {"validate": "list", "source": listed, "error_type": "warning"}
        sheet.data_validation(row, column, row + rows - 1, column, rule)


def _columns(declared: InputPlan) -> list[str]:
    """The columns of an input: a range has two, a collection none, its rows stand in the sheet of data."""
    if declared.each is not None:
        return []
    return [f"{declared.name}.min", f"{declared.name}.max"] if declared.type == "range" else [declared.name]


def _listed(declared: InputPlan, lang: Language) -> list[str]:
    match declared.type:
        case "polarity":
            return [say(POLARITY_WORDS[polarity], lang) for polarity in POLARITIES]
        case "choice":
            return [*declared.choices, *DATA_WORDS]
        case "truth":
            return ["ya", "tidak", *DATA_WORDS]
    return []
