"""Tables as agencies have them: each kind of heading, group, total and dash."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from tests.workbooks import xlsx

from sakip_rules import Catalogue, DataError, UsageError
from sakip_rules.importer import Imported, TableAnswers, import_sheet
from sakip_rules.plans import FrameworkPlan
from sakip_rules.reader import RecordData
from sakip_rules.sheets import open_book
from sakip_rules.values import Absent

FRAMEWORK = "nasional/kerangka-lkjip"
FOLDER = Path(__file__).parent / "tables"
TABLES: dict[str, dict[str, Any]] = {
    "1-lumajang-tabel-iv-1.csv": {},
    "2-lumajang-tabel-iii-15.csv": {"year": 2020},
    "3-perpustakaan.csv": {"year": 2021},
    "4-triwulan.csv": {"year": 2021},
    "5-stunting-beberapa-tahun.csv": {},
}
"""The table of a real report -> the only answer that it needs."""


def imported(file: Path, bundled: Catalogue, framework: str = FRAMEWORK, **answers: Any) -> Imported:
    """A table as a report of a framework."""
    with open_book(file, file.name) as book:
        sheet = book.sheet().whole()
    plan = bundled.rule(framework, on=answers.get("year") or 2020).plan
    assert isinstance(plan, FrameworkPlan)
    return import_sheet(sheet, plan, framework, TableAnswers(**answers))


def of_text(text: str, folder: Path, bundled: Catalogue, **answers: Any) -> Imported:
    """A table that is written as text."""
    file = folder / "tabel.csv"
    file.write_text(text, "utf-8")
    return imported(file, bundled, **answers)


def records(made: Imported, bundled: Catalogue) -> dict[str, RecordData]:
    """The records of a report by their titles: its text is read back as any report is."""
    report = bundled.read_report(io.StringIO(made.text))
    return {record.title or "": record for record in report.root.walk()}


def given(record: RecordData, year: int) -> dict[str, str]:
    """What is given for a year, as text."""
    values = record.years[year].values if year in record.years else {}
    return {name: value.word if isinstance(value, Absent) else str(value) for name, value in values.items()}


def printed(record: RecordData) -> list[tuple[str, int, str, str | None]]:
    """The printed figures of a record."""
    return [
        (item.printed.figure, item.year, item.printed.text, item.printed.category) for item in record.printed
    ]


@pytest.mark.parametrize("name", TABLES)
def test_a_real_table_becomes_a_report_whose_audit_runs(name: str, bundled: Catalogue) -> None:
    """With one answer at most, and without a mistake in what is written."""
    made = imported(FOLDER / name, bundled, **TABLES[name])
    audit = bundled.audit_report(io.StringIO(made.text))
    wanted = {"1": 8, "2": 17, "3": 3, "4": 1, "5": 0}
    assert len(audit.findings) == wanted[name[0]]
    wanted_verdicts = {"same", "differs", "follows", "not_recomputable"}
    assert {finding.verdict for finding in audit.findings} <= wanted_verdicts


def test_every_cell_of_a_real_table_is_in_its_report_or_said(bundled: Catalogue) -> None:
    """Nothing is left out in silence: what is no record has a note at its line."""
    made = imported(FOLDER / "2-lumajang-tabel-iii-15.csv", bundled, year=2020)
    lines = {note.line for note in made.notes}
    assert lines == {2, 17}
    assert made.text.count("pagu: ") == 14
    assert "pagu: 7362000.00\n" in made.text


def test_a_table_that_does_not_say_its_year_asks_for_it_alone(bundled: Catalogue) -> None:
    """And for nothing else."""
    for name, answer in TABLES.items():
        if answer:
            with pytest.raises(UsageError) as caught:
                imported(FOLDER / name, bundled)
            assert [question.key for question in caught.value.diagnostics] == ["table-unclear.year"]


def test_a_dash_with_a_reason_is_what_the_reason_says(tmp_path: Path, bundled: Catalogue) -> None:
    """Its time has not come, nobody knows it, or it does not apply; the remark is kept."""
    text = (
        "Indikator;Satuan;Target;Realisasi;Keterangan\n"
        "A;nilai;80;-;Dihitung pada Triwulan IV\nB;nilai;80;n/a;Data belum dirilis BPS\n"
        "C;nilai;80;–;Kegiatan tidak dilaksanakan\nD;nilai;80;not_due;\n"
    )
    found = records(of_text(text, tmp_path, bundled, year=2021), bundled)
    words = {title: given(record, 2021).get("realisasi") for title, record in found.items()}
    assert (words["A"], words["B"], words["C"], words["D"]) == (
        "not_due",
        "missing",
        "not_applicable",
        "not_due",
    )


def test_a_dash_without_a_reason_is_asked_once(tmp_path: Path, bundled: Catalogue) -> None:
    """And the answer holds for the table."""
    text = "Indikator;Target;Realisasi\nA;80;-\nB;70;-\n"
    with pytest.raises(UsageError) as caught:
        of_text(text, tmp_path, bundled, year=2021)
    assert [question.key for question in caught.value.diagnostics] == ["table-unclear.dash"]
    found = records(of_text(text, tmp_path, bundled, year=2021, dash="not_due"), bundled)
    assert given(found["B"], 2021)["realisasi"] == "not_due"


def test_headings_over_two_rows_belong_together(tmp_path: Path, bundled: Catalogue) -> None:
    """A year stands over the columns below it, as in merged cells; years before the report are history."""
    text = (
        "No;Indikator Kinerja Utama;Satuan;2019;;;2020;;\n"
        ";;;Target;Realisasi;%;Target;Realisasi;%\n"
        "(1);(2);(3);(4);(5);(6=5/4);(7);(8);(9)\n"
        "1;Nilai SAKIP;Nilai;70;71,5;102,14;75;76,2;101,60\n"
    )
    made = of_text(text, tmp_path, bundled)
    record = records(made, bundled)["Nilai SAKIP"]
    assert given(record, 2019) | {"polarity": ""} == {"target": "70", "realisasi": "143/2", "polarity": ""}
    assert given(record, 2020)["realisasi"] == "381/5"
    assert printed(record) == [("capaian", 2019, "102.14", None), ("capaian", 2020, "101.60", None)]
    assert [note.key for note in made.notes if note.code == "not-imported"] == ["not-imported.numbering"]


def test_groups_name_the_records_below_them(tmp_path: Path, bundled: Catalogue) -> None:
    """By their word, or as a line alone; titles above say agency and year; remarks below are said."""
    text = (
        "LAPORAN KINERJA TAHUN 2022;;;\nDINAS KESEHATAN KABUPATEN CONTOH;;;\n\n"
        "No;Indikator;Target;Realisasi;Kategori\n"
        "Sasaran 1: Meningkatnya kesehatan;;;\n1.;Angka harapan hidup;71,2;71,5;Baik\n"
        "Meningkatnya tata kelola;;;\n1.;Nilai SAKIP;75;76;Sangat Baik\n"
        "Jumlah;;;;\n*) angka sementara;;;\nSumber: BPS;;;\n"
    )
    made = of_text(text, tmp_path, bundled)
    report = bundled.read_report(io.StringIO(made.text))
    assert (report.title, report.organization, report.year) == (
        "LAPORAN KINERJA TAHUN 2022",
        "DINAS KESEHATAN KABUPATEN CONTOH",
        2022,
    )
    tree = {sasaran.title: [child.title for child in sasaran.children] for sasaran in report.root.children}
    assert tree == {
        "Meningkatnya kesehatan": ["Angka harapan hidup"],
        "Meningkatnya tata kelola": ["Nilai SAKIP"],
    }
    keys = [note.key for note in made.notes]
    assert keys.count("not-imported.line") == 2
    assert "taken-as.group" in keys
    assert printed(records(made, bundled)["Nilai SAKIP"]) == [("capaian", 2022, "", "Sangat Baik")]


def test_levels_of_one_column_are_told_by_codes_numbers_or_words(tmp_path: Path, bundled: Catalogue) -> None:
    """Codes by their length, Roman numbers above plain ones, words above all."""
    for rows in (
        "1.06.01;Penunjang;300\n1.06.01.2.01;Perencanaan;300\n1.06.01.2.01.01;Dokumen;300\n",
        "I;Penunjang;300\n1;Perencanaan;300\na;Dokumen;300\n",
        ";Program Penunjang;300\n;Kegiatan Perencanaan;300\n;Sub Kegiatan Dokumen;300\n",
    ):
        text = "Kode;Program / Kegiatan / Sub Kegiatan;Pagu (Rp)\n" + rows
        made = of_text(text, tmp_path, bundled, year=2021)
        levels = [record.level.name for record in bundled.read_report(io.StringIO(made.text)).root.walk()]
        assert levels == ["perangkat_daerah", "program", "kegiatan", "subkegiatan"]
        assert made.notes == ()


def test_performance_and_budget_in_one_table_go_to_their_levels(tmp_path: Path, bundled: Catalogue) -> None:
    """Headings under "Kinerja" and "Anggaran"; a name that is repeated in each row is one record."""
    text = (
        "Sasaran;Indikator;Kinerja;;;Program;Anggaran;;\n"
        ";;Target;Realisasi;%;;Pagu;Realisasi;%\n"
        "Tata kelola;Nilai SAKIP;75;76;101,33;Program Penunjang;1.000.000.000;900.000.000;90,00\n"
        "Tata kelola;Indeks RB;60;61;101,67;;;;\n"
    )
    found = records(of_text(text, tmp_path, bundled, year=2021), bundled)
    assert [child.title for child in found["Tata kelola"].children if child.level.name == "program"]
    assert given(found["Program Penunjang"], 2021) == {
        "pagu": "1000000000",
        "realisasi_anggaran": "900000000",
    }
    assert printed(found["Program Penunjang"]) == [("serapan", 2021, "90.00", None)]
    assert given(found["Indeks RB"], 2021)["realisasi"] == "61"
    assert printed(found["Nilai SAKIP"]) == [("capaian", 2021, "101.33", None)]


def test_one_of_several_quarters_is_asked_and_taken(tmp_path: Path, bundled: Catalogue) -> None:
    """The others are said column by column."""
    text = "Indikator;Target;Realisasi TW I;Realisasi Triwulan II\nA;80;20;41,5\n"
    with pytest.raises(UsageError) as caught:
        of_text(text, tmp_path, bundled, year=2021)
    assert [question.key for question in caught.value.diagnostics] == ["table-unclear.period"]
    made = of_text(text, tmp_path, bundled, year=2021, period="Triwulan II")
    assert given(records(made, bundled)["A"], 2021)["realisasi"] == "83/2"
    assert [note.key for note in made.notes if note.code == "not-imported"] == ["not-imported.period"]
    assert "period: Triwulan II\n" in made.text


def test_numbers_are_read_by_the_signs_of_their_table(tmp_path: Path, bundled: Catalogue) -> None:
    """One number that can be read in one way only decides for those that cannot."""
    text = "Indikator;Satuan;Target;Realisasi\nBuku;eks;1.250;{}\n"
    for other, target in (("987,5", "1250"), ("987.25", "5/4")):
        found = records(of_text(text.format(other), tmp_path, bundled, year=2021), bundled)
        assert given(found["Buku"], 2021)["target"] == target
    with pytest.raises(UsageError) as caught:
        of_text(text.format("987"), tmp_path, bundled, year=2021)
    assert [question.key for question in caught.value.diagnostics] == ["table-unclear.decimal"]
    found = records(of_text(text.format("987"), tmp_path, bundled, year=2021, decimal="."), bundled)
    assert given(found["Buku"], 2021)["target"] == "5/4"


def test_a_column_is_what_the_user_says(tmp_path: Path, bundled: Catalogue) -> None:
    """Also one of another year, and one to be left out."""
    text = "Indikator;Rencana kerja;Angka akhir;Lalu;PIC\nA;80;82;79;Sekretaris\n"
    named = {
        "target": "Rencana kerja",
        "realisasi": "angka akhir",
        "realisasi@2020": "Lalu",
        "abaikan": "PIC",
    }
    made = of_text(text, tmp_path, bundled, year=2021, columns=named)
    record = records(made, bundled)["A"]
    assert (given(record, 2021)["target"], given(record, 2021)["realisasi"]) == ("80", "82")
    assert given(record, 2020)["realisasi"] == "79"
    assert [note.key for note in made.notes] == ["taken-as.polarity"]


def test_a_workbook_is_read_with_its_formats_and_hidden_rows(tmp_path: Path, bundled: Catalogue) -> None:
    """29.42 % of a percent format is 29.42; printed figures keep the decimals that are shown."""
    file = xlsx(
        tmp_path / "a.xlsx",
        {
            "Capaian": {
                "A1": "Indikator", "B1": "Satuan", "C1": "Target", "D1": "Realisasi", "E1": "Capaian (%)",
                "F1": "Arah",
                "A2": "Cakupan", "B2": "%", "C2": ("n", "0.2942", "0.00%"),
                "D2": ("n", "0.78759999999999997", "0.00%"), "E2": ("n", "2.6770904146838886", "0.00%"),
                "F2": "naik",
                "A3": "Nilai", "B3": "nilai", "C3": ("n", "80"), "D3": ("n", "79.400000000000006", "0.00"),
                "E3": ("n", "99.25", "0.0"), "F3": "naik",
            }
        },
        rows={3: ' hidden="1"'},
    )  # fmt: skip
    made = imported(file, bundled, year=2021)
    found = records(made, bundled)
    assert given(found["Cakupan"], 2021)["target"] == "1471/50"
    assert printed(found["Cakupan"]) == [("capaian", 2021, "267.71", None)]
    assert given(found["Nilai"], 2021)["realisasi"] == "397/5"
    assert printed(found["Nilai"]) == [("capaian", 2021, "99.3", None)]
    assert [note.key for note in made.notes] == ["odd-cell.hidden-row"]


def test_cells_that_lie_stop_the_import_all_together(tmp_path: Path, bundled: Catalogue) -> None:
    """An error that is data has to be mended; all of them are told at once, by their cells."""
    file = xlsx(
        tmp_path / "a.xlsx",
        {
            "Capaian": {
                "A1": "Indikator", "B1": "Target", "C1": "Realisasi",
                "A2": "A", "B2": ("n", "45323", "d/m"), "C2": ("e", "#DIV/0!"),
            }
        },
    )  # fmt: skip
    with pytest.raises(DataError) as caught:
        imported(file, bundled, year=2021)
    places = [
        (mistake.key, mistake.place.within if mistake.place else "") for mistake in caught.value.diagnostics
    ]
    assert places == [("bad-cell.date", "Capaian!B2"), ("bad-cell.error", "Capaian!C2")]


def test_what_cannot_be_read_is_kept_in_words_and_said(tmp_path: Path, bundled: Catalogue) -> None:
    """A range, a sentence, a number of millions."""
    text = "Indikator;Target;Realisasi\nA;70 - 80;75\nB;2,5 juta;3\nC;lebih dari 5;6\n"
    made = of_text(text, tmp_path, bundled, year=2021)
    assert made.text.count('{status: missing, note: "tertulis: ') == 3
    said = [note.key for note in made.notes if note.code == "not-imported"]
    assert said == ["not-imported.range", "not-imported.value", "not-imported.value"]


@pytest.mark.parametrize("text", ["", "\n\n", "a;b\nc;d\n", "Dinas Sosial\n2020\n", ";;;\n" * 50])
def test_what_is_no_table_is_said_to_be_none(text: str, tmp_path: Path, bundled: Catalogue) -> None:
    """Nothing is made of it."""
    with pytest.raises(DataError, match="table-unclear"):
        of_text(text, tmp_path, bundled, year=2021)


SEVERAL = "OPD;Tahun;Indikator;Arah;Satuan;Target;Realisasi\n{rows}"


def test_columns_may_say_whose_report_it_is(tmp_path: Path, bundled: Catalogue) -> None:
    """Of one agency and one year: nothing is asked."""
    text = SEVERAL.format(rows="Dinas A;2021;satu;naik;nilai;80;78,5\n;;dua;naik;nilai;2;1\n")
    report = bundled.read_report(io.StringIO(of_text(text, tmp_path, bundled).text))
    assert (report.organization, report.year, len(report.root.children)) == ("Dinas A", 2021, 2)


@pytest.mark.parametrize("other", ["Dinas B;2021", "Dinas A;2022"])
def test_the_rows_of_several_reports_are_no_report(other: str, tmp_path: Path, bundled: Catalogue) -> None:
    """Their means would be of all agencies."""
    text = SEVERAL.format(rows=f"Dinas A;2021;satu;naik;nilai;80;78\n{other};satu;naik;nilai;2;1\n")
    with pytest.raises(UsageError) as caught:
        of_text(text, tmp_path, bundled)
    assert [one.key for one in caught.value.diagnostics] == ["table-unclear.several"]


def test_a_year_that_the_rows_contradict_is_asked(tmp_path: Path, bundled: Catalogue) -> None:
    """The answer says 2020, every row 2021."""
    text = SEVERAL.format(rows="Dinas A;2021;satu;naik;nilai;80;78\n")
    with pytest.raises(UsageError) as caught:
        of_text(text, tmp_path, bundled, year=2020)
    assert [one.key for one in caught.value.diagnostics] == ["table-unclear.several"]


def test_a_year_over_columns_is_no_column_of_years(tmp_path: Path, bundled: Catalogue) -> None:
    """`Tahun 2019` holds figures of that year."""
    text = "Indikator;Arah;Satuan;Tahun 2019;Tahun 2020\nsatu;naik;nilai;80;78\n"
    record = records(of_text(text, tmp_path, bundled), bundled)["satu"]
    assert given(record, 2019)["realisasi"] == "80"


def test_a_total_is_found_behind_agency_and_year(tmp_path: Path, bundled: Catalogue) -> None:
    """It is no indicator."""
    rows = "Dinas A;2021;satu;naik;nilai;80;78\nDinas A;2021;Rata-rata;;;80;78\n"
    made = of_text(SEVERAL.format(rows=rows), tmp_path, bundled)
    assert [note.key for note in made.notes] == ["not-imported.total"]


@pytest.mark.parametrize("unit", ["nilai", "orang"])
def test_a_percent_sign_needs_the_unit_persen(unit: str, tmp_path: Path, bundled: Catalogue) -> None:
    """As in data: 100 % of a score is no score of 100."""
    text = f"Indikator;Arah;Satuan;Target\nsatu;naik;{unit};100%\n"
    with pytest.raises(DataError) as caught:
        of_text(text, tmp_path, bundled, year=2021)
    assert [one.key for one in caught.value.diagnostics] == ["bad-value.number-percent"]
    text = text.replace(unit, "persen")
    assert (
        given(records(of_text(text, tmp_path, bundled, year=2021), bundled)["satu"], 2021)["target"] == "100"
    )


def test_an_indicator_that_counts_or_is_a_mean_is_no_total(tmp_path: Path, bundled: Catalogue) -> None:
    """`Jumlah wisatawan` stays, `Rata-rata capaian` is said."""
    text = (
        "No;Indikator;Satuan;Target;Realisasi;Capaian\n1;Jumlah wisatawan;orang;12.000;11.400;95,00\n"
        "2;Rata-rata lama sekolah;tahun;8,10;8,05;99,38\nRata-rata capaian;;;;;97,19\n"
    )
    made = of_text(text, tmp_path, bundled, year=2021)
    found = records(made, bundled)
    assert given(found["Jumlah wisatawan"], 2021)["target"] == "12000"
    assert printed(found["Rata-rata lama sekolah"]) == [("capaian", 2021, "99.38", None)]
    assert [note.key for note in made.notes if note.code == "not-imported"] == ["not-imported.total"]


def test_a_column_without_a_heading_is_said(tmp_path: Path, bundled: Catalogue) -> None:
    """Once, at its first cell."""
    made = of_text(
        "Indikator;Target;Realisasi;\nA;80;82;\nB;70;71;baik\nC;60;61;cukup\n", tmp_path, bundled, year=2021
    )
    (note,) = [note for note in made.notes if note.code == "not-imported"]
    assert (note.key, note.line) == ("not-imported.nameless", 3)


def test_performance_and_money_stand_below_target_and_realised(tmp_path: Path, bundled: Catalogue) -> None:
    """Second heads that say their unit: `Anggaran (Rp)`; percentages of both."""
    text = (
        "Program;Indikator;Target;;Realisasi;;Capaian (%);\n"
        ";;Kinerja;Anggaran (Rp);Kinerja;Anggaran (Rp);Kinerja;Anggaran\n"
        "Program Kesehatan;Cakupan;100 %;2.000.000.000;98,5 %;1.900.000.000;98,50;95,00\n"
    )
    made = of_text(text, tmp_path, bundled, year=2021)
    found = records(made, bundled)
    assert given(found["Program Kesehatan"], 2021) == {
        "pagu": "2000000000",
        "realisasi_anggaran": "1900000000",
    }
    assert printed(found["Program Kesehatan"]) == [("serapan", 2021, "95.00", None)]
    assert given(found["Cakupan"], 2021)["realisasi"] == "197/2"
    assert printed(found["Cakupan"]) == [("capaian", 2021, "98.50", None)]


def test_a_budget_below_belongs_to_the_report(tmp_path: Path, bundled: Catalogue) -> None:
    """As agreements have it; the same headings again are those of the next page."""
    text = (
        "No;Indikator;Target;Realisasi;Capaian\n1;Nilai SAKIP;75;76,2;101,6\n"
        "No;Indikator;Target;Realisasi;Capaian\n2;Indeks RB;60;61;101,67\n;;;;\n"
        "Tabel 2. Anggaran;;;;\nNo;Program;Pagu (Rp);Realisasi (Rp);%\n"
        "1;Program Penunjang;1.000.000.000;900.000.000;90,00\n"
    )
    made = of_text(text, tmp_path, bundled, year=2021)
    assert set(records(made, bundled)) == {
        "Nama perangkat daerah", "Nilai SAKIP", "Indeks RB", "Program Penunjang",
    }  # fmt: skip
    assert given(records(made, bundled)["Program Penunjang"], 2021) == {
        "pagu": "1000000000",
        "realisasi_anggaran": "900000000",
    }
    said = [(note.key, note.line) for note in made.notes if note.code == "not-imported"]
    assert sorted(said) == [("not-imported.heading", 3), ("not-imported.line", 6)]


@pytest.mark.parametrize(
    "below",
    [
        "No;Indikator;Target;Realisasi 2020;Predikat\n1;Nilai SAKIP;75;76,2;BB\n",
        "No;Program;Indikator;Target;Pagu (Rp)\n1;Program P;Output;75;1.000.000.000\n",
        "No;Kegiatan;Pagu (Rp);Realisasi (Rp);%\n1;Kegiatan K;1.000.000.000;900.000.000;90,00\n",
    ],
)
def test_another_table_below_is_said_and_left(below: str, tmp_path: Path, bundled: Catalogue) -> None:
    """The same indicators may stand in it once more, or nothing is there that would hold its rows."""
    text = f"No;Indikator;Target;Realisasi;Capaian\n1;Nilai SAKIP;75;76,2;101,6\n;;;;\n{below}"
    made = of_text(text, tmp_path, bundled, year=2021)
    assert set(records(made, bundled)) == {"Nama perangkat daerah", "Nilai SAKIP"}
    said = [(note.key, note.line) for note in made.notes if note.code == "not-imported"]
    assert said == [("not-imported.table", 4)]


def test_what_a_budget_below_leaves_open_is_asked(tmp_path: Path, bundled: Catalogue) -> None:
    """And a cell of it that lies is a mistake."""
    head = "No;Indikator;Target;Realisasi\n1;Nilai SAKIP;75;76,2\n"
    with pytest.raises(UsageError) as caught:
        of_text(f"{head}No;Program;Pagu;Pagu (Rp)\n1;P;1;2\n", tmp_path, bundled, year=2021)
    assert [question.key for question in caught.value.diagnostics] == ["table-unclear.twice"]
    with pytest.raises(DataError, match="bad-value"):
        of_text(f"{head}No;Program;Pagu\n1;P;50%\n", tmp_path, bundled, year=2021)


def test_activities_without_their_programmes_are_asked(tmp_path: Path, bundled: Catalogue) -> None:
    """The answer that is named reads them as programmes; nothing is written without it."""
    text = "No;Kegiatan;Pagu (Rp);Realisasi (Rp)\n1;Pembangunan Jembatan;1.000.000;900.000\n"
    with pytest.raises(UsageError) as caught:
        of_text(text, tmp_path, bundled, year=2021)
    (question,) = caught.value.diagnostics
    assert question.key == "table-unclear.placeless"
    assert '`--columns "program=Kegiatan"`' in question.hint("id")
    made = of_text(text, tmp_path, bundled, year=2021, columns={"program": "Kegiatan"})
    assert given(records(made, bundled)["Pembangunan Jembatan"], 2021)["pagu"] == "1000000"


def test_targets_of_a_plan_do_not_say_whose_year_it_is(tmp_path: Path, bundled: Catalogue) -> None:
    """Nor does where it began; years behind the one that is said are left, and said together."""
    text = (
        "Indikator;Satuan;Kondisi Awal 2020;Target Kinerja Tahun;;\n;;;2021;2022;2023\n"
        "Nilai SAKIP;nilai;70;72;74;76\n"
    )
    with pytest.raises(UsageError) as caught:
        of_text(text, tmp_path, bundled)
    (question,) = caught.value.diagnostics
    assert question.key == "table-unclear.years"
    assert "2021, 2022, 2023" in question.message("id")
    made = of_text(text, tmp_path, bundled, year=2021)
    record = records(made, bundled)["Nilai SAKIP"]
    assert (given(record, 2020)["realisasi"], given(record, 2021)["target"]) == ("70", "72")
    assert [note.key for note in made.notes if note.code == "not-imported"] == ["not-imported.later-years"]


@pytest.mark.parametrize(
    ("word", "polarity"),
    [
        ("Menurun", "lower_is_better"),
        ("Negatif (-)", "lower_is_better"),
        ("(-)", "lower_is_better"),
        ("Meningkat", "higher_is_better"),
        ("Positif (+)", "higher_is_better"),
        ("Stabil", "closer_is_better"),
    ],
)
def test_words_of_a_polarity(word: str, polarity: str, tmp_path: Path, bundled: Catalogue) -> None:
    """As agencies write them."""
    made = of_text(f"Indikator;Polaritas;Target;Realisasi\nA;{word};80;82\n", tmp_path, bundled, year=2021)
    assert f"polarity: {polarity}\n" in made.text
    assert made.notes == ()


def test_a_table_in_markdown_is_read(tmp_path: Path, bundled: Catalogue) -> None:
    """Without the line below its heads, and the stars of bold names."""
    text = (
        "## Capaian Tahun 2023\n\n| No | Indikator | Arah | Satuan | Target | Realisasi |\n"
        "|---:|-----------|:---:|--------|-------:|---:|\n"
        "| 1 | **Nilai SAKIP** | naik | Nilai | 75,00 | 76,20 |\n"
    )
    made = of_text(text, tmp_path, bundled)
    assert given(records(made, bundled)["Nilai SAKIP"], 2023)["realisasi"] == "381/5"
    assert [note.key for note in made.notes] == ["taken-as.year"]
    assert made.text.startswith("report: Capaian Tahun 2023\n")


@pytest.mark.parametrize(
    ("text", "number"), [("BB (72,00)", "72"), ("72,5 (BB)", "145/2"), ("A- (80,1)", "801/10")]
)
def test_a_number_beside_its_grade_is_the_number(
    text: str, number: str, tmp_path: Path, bundled: Catalogue
) -> None:
    """And that the grade was left out is said."""
    made = of_text(
        f"Indikator;Arah;Target;Realisasi\nNilai AKIP;naik;{text};73\n", tmp_path, bundled, year=2021
    )
    assert given(records(made, bundled)["Nilai AKIP"], 2021)["target"] == number
    assert [note.key for note in made.notes] == ["taken-as.mark"]


def test_the_target_of_a_quarter_counts_before_that_of_the_year(tmp_path: Path, bundled: Catalogue) -> None:
    """One of the whole year is left and said, where the period has a column of its own."""
    text = (
        "Indikator;Arah;Target Tahunan;Triwulan I;;Triwulan II;\n;;;Target;Realisasi;Target;Realisasi\n"
        "Penumpang;naik;12000;3000;2950;3100;3200\n"
    )
    made = of_text(text, tmp_path, bundled, year=2021, period="Triwulan II")
    record = given(records(made, bundled)["Penumpang"], 2021)
    assert (record["target"], record["realisasi"]) == ("3100", "3200")
    (note,) = made.notes
    assert note.key == "not-imported.periods"
    headings = "`Target Tahunan`, `Triwulan I Target`, `Triwulan I Realisasi`"
    assert dict(note.texts)["headings"] == headings


def test_a_table_in_which_nothing_names_records_is_asked(tmp_path: Path, bundled: Catalogue) -> None:
    """Which column does; said, its rows are imported."""
    text = "No;Uraian;Pagu (Rp);Realisasi (Rp)\n1;Belanja Operasi;2.000.000;1.900.000\n"
    with pytest.raises(UsageError) as caught:
        of_text(text, tmp_path, bundled, year=2021)
    assert [question.key for question in caught.value.diagnostics] == ["table-unclear.names"]
    made = of_text(text, tmp_path, bundled, year=2021, columns={"program": "Uraian"})
    assert given(records(made, bundled)["Belanja Operasi"], 2021)["pagu"] == "2000000"


def test_what_is_realised_of_a_budget_alone_is_money(tmp_path: Path, bundled: Catalogue) -> None:
    """Where no column is of performance; and that is said."""
    text = "Program;Pagu;Realisasi\nProgram A;100.000.000;95.000.000\n"
    made = of_text(text, tmp_path, bundled, year=2021)
    assert given(records(made, bundled)["Program A"], 2021)["realisasi_anggaran"] == "95000000"
    assert [note.key for note in made.notes] == ["taken-as.column"]


def test_the_target_at_the_end_of_a_plan_is_no_later_years(tmp_path: Path, bundled: Catalogue) -> None:
    """Its year is when the plan ends."""
    text = "Indikator;Arah;Target 2023;Realisasi 2023;Target Akhir Renstra 2026\nA;naik;74;75;80\n"
    made = of_text(text, tmp_path, bundled)
    assert given(records(made, bundled)["A"], 2023)["target_akhir"] == "80"
    assert made.notes == ()


def test_names_that_are_broken_in_several_columns_go_on_below(tmp_path: Path, bundled: Catalogue) -> None:
    """Each in its own, as often as it is broken; what is not right below is none of them."""
    text = (
        "Sasaran;Indikator;Target;Realisasi\nMeningkatnya mutu;Persentase rumah tangga;85%;86%\n"
        "lingkungan hidup;yang memiliki sanitasi;;\ntata kelola;;;\n;Nilai SAKIP;72;70\n"
    )
    made = of_text(text, tmp_path, bundled, year=2023)
    report = bundled.read_report(io.StringIO(made.text))
    assert {
        sasaran.title: [child.title for child in sasaran.children] for sasaran in report.root.children
    } == {
        "Meningkatnya mutu lingkungan hidup tata kelola": [
            "Persentase rumah tangga yang memiliki sanitasi",
            "Nilai SAKIP",
        ]
    }
