"""Tables of other shapes: what agencies make in Word, Excel, or copy out of a PDF."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest
from tests.importer.test_importing import given, imported, of_text, printed, records

from sakip_rules import Catalogue, DataError, UsageError
from sakip_rules.importer import Imported


def verdicts(made: Imported, bundled: Catalogue) -> list[str]:
    """What an audit says of the printed figures."""
    return [finding.verdict for finding in bundled.audit_report(io.StringIO(made.text)).findings]


def keys(made: Imported) -> list[str]:
    """What is said of the table, without its polarity."""
    return [note.key for note in made.notes if note.key != "taken-as.polarity"]


def test_a_year_over_figures_and_a_category(tmp_path: Path, bundled: Catalogue) -> None:
    """One merged cell over four headings, the achievement left of what it is of; groups by Roman numbers."""
    text = (
        "No.;Sasaran Strategis;Indikator Kinerja Utama;Tahun 2023;;;\n"
        ";;;Target;Capaian (%);Realisasi;Kategori\nI;Meningkatnya pendidikan;;;;;\n"
        ";;Angka partisipasi sekolah (%);99,50;99,70;99,20;Baik\nII;Meningkatnya tata kelola;;;;;\n"
        ";;Rata-rata lama sekolah (Tahun);8,25;100,97;8,33;Baik\n"
    )
    made = of_text(text, tmp_path, bundled)
    found = records(made, bundled)
    first = found["Angka partisipasi sekolah (%)"]
    assert (given(first, 2023)["target"], given(first, 2023)["realisasi"]) == ("199/2", "496/5")
    assert printed(first) == [("capaian", 2023, "99.70", "Baik")]
    assert [child.title for child in found["Meningkatnya tata kelola"].children] == [
        "Rata-rata lama sekolah (Tahun)"
    ]
    assert keys(made) == ["taken-as.units"]
    assert made.text.count("unit: persen\n") == made.text.count("unit: Tahun\n") == 1


def test_letters_below_years_are_target_and_realised(tmp_path: Path, bundled: Catalogue) -> None:
    """T, R, C, where T and R stand together; and that is said."""
    text = "Indikator;Satuan;2022;;;2023;;\n;;T;R;C;T;R;C\nNilai SAKIP;Nilai;70;71;101,43;72;73;101,39\n"
    made = of_text(text, tmp_path, bundled)
    record = records(made, bundled)["Nilai SAKIP"]
    assert given(record, 2022)["realisasi"] == "71"
    assert given(record, 2023)["target"] == "72"
    assert keys(made) == ["taken-as.columns"] * 3
    assert verdicts(made, bundled) == ["same", "same"]
    alone = of_text("Indikator;Target 2023;Realisasi 2023;C\nA;1;1;9\n", tmp_path, bundled)
    assert keys(alone) == ["not-imported.column"]


def test_rupiah_and_percent_below_one_heading(tmp_path: Path, bundled: Catalogue) -> None:
    """`(Rp)` and `(%)` in a second row; `1.1` lies below `1`."""
    text = (
        "No.;Program/Kegiatan;Pagu;Realisasi;;Fisik\n;;(Rp);(Rp);(%);(%)\n"
        "1;Pendidikan;Rp 12.000.000,00;Rp 11.700.000,00;97,50;100\n"
        "1.1;Pengelolaan SD;Rp 12.000.000,00;Rp 11.700.000,00;97,50;100\n"
        ";TOTAL;Rp 12.000.000,00;Rp 11.700.000,00;97,50;\n"
    )
    made = of_text(text, tmp_path, bundled, year=2023)
    found = records(made, bundled)
    assert found["Pengelolaan SD"].level.name == "kegiatan"
    assert given(found["Pengelolaan SD"], 2023) == {"pagu": "12000000", "realisasi_anggaran": "11700000"}
    assert printed(found["Pendidikan"]) == [("serapan", 2023, "97.50", None)]
    assert keys(made) == ["taken-as.column", "not-imported.column"]
    assert verdicts(made, bundled) == ["same"] * 5


@pytest.mark.parametrize(
    "parts",
    [
        "a.;Jalan kabupaten{0}b.;Jalan desa",
        ";a. Jalan kabupaten{0};b. Jalan desa",
        "1.1;Jalan kabupaten{0}1.2;Jalan desa",
        ";- Jalan kabupaten{0};- Jalan desa",
        ";Jalan kabupaten{0};Jalan desa",
    ],
)
def test_a_row_without_figures_heads_its_parts(parts: str, tmp_path: Path, bundled: Catalogue) -> None:
    """By letters, codes, dashes, or no number at all: the parts are the indicators, and that is said."""
    rows = parts.format(";;75;74,5;99,33\n")
    text = (
        f"No;Indikator;Satuan;Target;Realisasi;Capaian\n1;Jalan mantap;%;;;\n{rows};;60;61;101,67\n"
        "2;Irigasi baik;%;80;81;101,25\n"
    )
    made = of_text(text, tmp_path, bundled, year=2023)
    titles = [child.title for child in bundled.read_report(io.StringIO(made.text)).root.children]
    assert titles == ["Jalan mantap: Jalan kabupaten", "Jalan mantap: Jalan desa", "Irigasi baik"]
    assert "  - id: jalan-desa\n" in made.text
    assert made.text.count("unit: persen\n") == 3
    assert keys(made) == ["taken-as.parent"]
    assert verdicts(made, bundled) == ["same"] * 3


def test_an_indicator_without_figures_and_parts_stays_one(tmp_path: Path, bundled: Catalogue) -> None:
    """The next number is no part of it, and a row with figures heads nothing."""
    text = "No;Indikator;Target;Realisasi\n1;A;;\n2;B;70;71\n3;C;1;1\na.;D;1;1\n"
    made = of_text(text, tmp_path, bundled, year=2023)
    titles = [child.title for child in bundled.read_report(io.StringIO(made.text)).root.children]
    assert titles == ["A", "B", "C", "D"]
    assert keys(made) == []


def test_a_copy_of_pages(tmp_path: Path, bundled: Catalogue) -> None:
    """Blank columns, numbers of pages, repeated headings, and names that go on in the next row."""
    text = (
        "PEMERINTAH KABUPATEN CONTOH;;;;;;\nTABEL 3.1 CAPAIAN KINERJA TAHUN 2022;;;;;;\n"
        "No;;Indikator;;Target;Realisasi;% Capaian\n1;;Persentase temuan;;90;88;97,78\n"
        ";;yang ditindaklanjuti;;;;\nLaporan Kinerja 2022;;;;;;Hal. 12\n"
        "PEMERINTAH KABUPATEN CONTOH;;;;;;\nNo;;Indikator;;Target;Realisasi;% Capaian\n"
        "2;;Maturitas SPIP;;3;3,01;100,33\n"
    )
    made = of_text(text, tmp_path, bundled)
    report = bundled.read_report(io.StringIO(made.text))
    titles = [child.title for child in report.root.children]
    assert titles == ["Persentase temuan yang ditindaklanjuti", "Maturitas SPIP"]
    assert sorted(keys(made)) == [
        "not-imported.heading", "not-imported.line", "not-imported.line", "taken-as.continued",
        "taken-as.year",
    ]  # fmt: skip


def test_grades_are_words_and_kept_as_notes(tmp_path: Path, bundled: Catalogue) -> None:
    """`WTP` is no number that is written oddly; `≥ 86` is a bound."""
    text = "Indikator;Target;Realisasi;Capaian\nOpini;WTP;WTP;Tercapai\nB;85;≥ 86;101\n"
    made = of_text(text, tmp_path, bundled, year=2023)
    assert made.text.count('{status: missing, note: "tertulis: WTP"}') == 2
    assert keys(made) == [
        "not-imported.word", "not-imported.word", "not-imported.word-printed", "not-imported.bound",
    ]  # fmt: skip


def test_a_table_in_english(tmp_path: Path, bundled: Catalogue) -> None:
    """Its headings, and its thousands."""
    text = (
        'No,Indicator,Unit,Target,Actual,Achievement (%)\n1,Visitors,people,"12,500","13,250",106\n'
        "2,Index,index,82.5,84.25,102.12\n"
    )
    made = of_text(text, tmp_path, bundled, year=2023)
    assert given(records(made, bundled)["Visitors"], 2023)["realisasi"] == "13250"
    assert verdicts(made, bundled) == ["same", "same"]
    assert keys(made) == []


def test_a_base_year_and_the_progress_to_the_end_of_the_plan(tmp_path: Path, bundled: Catalogue) -> None:
    """`Baseline 2020` is what was realised then, and said; `Tingkat Kemajuan` is of the last target."""
    text = (
        "Indikator;Baseline 2020;Target 2023;Realisasi 2023;Target Akhir RPJMD (2026);Tingkat Kemajuan (%)\n"
        "Indeks RB;62,5;68;69,2;75;92,27\n"
    )
    made = of_text(text, tmp_path, bundled)
    record = records(made, bundled)["Indeks RB"]
    assert given(record, 2020)["realisasi"] == "125/2"
    assert printed(record) == [("capaian_akhir", 2023, "92.27", None)]
    assert verdicts(made, bundled) == ["same"]
    assert keys(made) == ["taken-as.column"]


def test_the_only_description_names_indicators(tmp_path: Path, bundled: Catalogue) -> None:
    """Among figures of performance; below `Sasaran 1 …` they are its own."""
    text = (
        "No;Uraian;Target;Realisasi\nA;Sasaran 1 Ketahanan pangan;;\n1;Skor PPH;90;91,5\n"
        "B;Sasaran 2 Tata kelola;;\n1;Nilai SAKIP;75;76\n"
    )
    made = of_text(text, tmp_path, bundled, year=2023)
    report = bundled.read_report(io.StringIO(made.text))
    assert [[child.title for child in sasaran.children] for sasaran in report.root.children] == [
        ["Skor PPH"],
        ["Nilai SAKIP"],
    ]
    assert keys(made) == ["taken-as.column"]


def test_a_column_of_means_is_not_the_achievement(tmp_path: Path, bundled: Catalogue) -> None:
    """It is said and left; nothing is asked."""
    text = "Indikator;Target;Realisasi;Capaian;Rata-rata Capaian\nA;80;82;102,5;101,25\n"
    made = of_text(text, tmp_path, bundled, year=2023)
    assert printed(records(made, bundled)["A"]) == [("capaian", 2023, "102.5", None)]
    assert keys(made) == ["not-imported.column"]


def test_all_that_is_open_is_one_question(tmp_path: Path, bundled: Catalogue) -> None:
    """Also what shows only once the period is said; the answer that it names is enough."""
    text = (
        "Indikator;Satuan;Target;Realisasi TW I;Realisasi TW II\nPelatihan;kali;12;3;-\n"
        "Peserta;orang;1.200;250;-\n"
    )
    with pytest.raises(UsageError) as caught:
        of_text(text, tmp_path, bundled)
    (question,) = caught.value.diagnostics
    assert question.key == "table-unclear.open"
    assert '--on 2024 --period "Triwulan II" --decimal , --dash missing' in question.hint("en")
    answers = {"year": 2024, "period": "Triwulan II", "decimal": ",", "dash": "missing"}
    made = of_text(text, tmp_path, bundled, **answers)
    assert given(records(made, bundled)["Peserta"], 2024) | {"polarity": ""} == {
        "target": "1200",
        "realisasi": "missing",
        "polarity": "",
    }


def test_a_period_that_the_table_does_not_have_is_asked(tmp_path: Path, bundled: Catalogue) -> None:
    """Else no column would be left; one that is written otherwise is known."""
    text = "Indikator;Target;Realisasi TW I;Realisasi TW II\nA;80;20;41\n"
    with pytest.raises(UsageError) as caught:
        of_text(text, tmp_path, bundled, year=2023, period="Triwulan III")
    assert [question.key for question in caught.value.diagnostics] == ["table-unclear.period"]
    made = of_text(text, tmp_path, bundled, year=2023, period="tw 2")
    assert given(records(made, bundled)["A"], 2023)["realisasi"] == "41"
    assert "period: Triwulan II\n" in made.text


def test_the_name_of_a_file_may_say_year_and_period(tmp_path: Path, bundled: Catalogue) -> None:
    """Where the table does not; a title that names several years says none, unless one is `tahun`."""
    file = tmp_path / "capaian-triwulan-ii-2023.csv"
    text = "Indikator;Target;Realisasi TW I;Realisasi TW II\nA;80;20;41\n"
    file.write_text(text, "utf-8")
    made = imported(file, bundled)
    assert given(records(made, bundled)["A"], 2023)["realisasi"] == "41"
    assert keys(made)[:2] == ["taken-as.year-name", "taken-as.period"]
    file.write_text(f"Renstra 2021-2026: Tahun 2022\n{text}", "utf-8")
    assert imported(file, bundled).year == 2022
    file.write_text(f"Renstra 2021-2026\n{text}", "utf-8")
    assert imported(file, bundled).year == 2023


def test_the_line_above_the_headings_names_the_first_group(tmp_path: Path, bundled: Catalogue) -> None:
    """Each objective has a table of its own, below its name."""
    text = (
        "SASARAN 1: MUTU SEKOLAH;;;\nIndikator;Satuan;Target;Realisasi\nAPM SD;%;98;97,5\n"
        "SASARAN 2: KESEHATAN;;;\nIndikator;Satuan;Target;Realisasi\nHarapan hidup;Tahun;72,5;72,8\n"
    )
    made = of_text(text, tmp_path, bundled, year=2023)
    report = bundled.read_report(io.StringIO(made.text))
    tree = {sasaran.title: [child.title for child in sasaran.children] for sasaran in report.root.children}
    assert tree == {"MUTU SEKOLAH": ["APM SD"], "KESEHATAN": ["Harapan hidup"]}
    assert report.title == "LKjIP 2023"


def test_a_second_realised_figure_behind_the_budget_is_money(tmp_path: Path, bundled: Catalogue) -> None:
    """And the bare percentage behind it its absorption; an objective of a programme is one."""
    text = (
        "NO;SASARAN PROGRAM;INDIKATOR PROGRAM;TARGET;REALISASI;%;ANGGARAN;REALISASI;%\n"
        "1;Produksi;Produksi padi;125.000;123.500;98,80;2.500.000.000;2.400.000.000;96,00\n"
    )
    made = of_text(text, tmp_path, bundled, year=2023)
    found = records(made, bundled)
    assert found["Produksi"].level.name == "sasaran"
    assert printed(found["Produksi"])[1:] == [
        ("realisasi_anggaran", 2023, "2400000000", None),
        ("serapan", 2023, "96.00", None),
    ]
    assert printed(found["Produksi padi"]) == [("capaian", 2023, "98.80", None)]
    assert keys(made) == ["taken-as.column"] * 3


def test_signs_of_footnotes_and_blanks_within_numbers(tmp_path: Path, bundled: Catalogue) -> None:
    """A name is without its sign; thousands parted by blanks are read, and that is said."""
    text = (
        "Indikator;Satuan;Target;Realisasi\nNilai SAKIP*);nilai;70;71\n"
        "Temuan 1);ton;1 250 000;1 300 000 ton\n"
    )
    made = of_text(text, tmp_path, bundled, year=2023)
    found = records(made, bundled)
    assert {"Nilai SAKIP", "Temuan"} < set(found)
    assert given(found["Temuan"], 2023)["realisasi"] == "1300000"
    assert [note.key for note in made.notes if note.key != "taken-as.polarity"] == [
        "taken-as.falling", "taken-as.mark", "taken-as.mark",
    ]  # fmt: skip


def test_reached_or_not_is_no_category(tmp_path: Path, bundled: Catalogue) -> None:
    """It is kept as a remark: no scale gives it."""
    text = (
        "Indikator;Target;Realisasi;Capaian;Status\nA;72;73,1;101,53;Tercapai\nB;3;2,8;93,33;Tidak Tercapai\n"
    )
    made = of_text(text, tmp_path, bundled, year=2023)
    assert verdicts(made, bundled) == ["same", "same"]
    assert "note: Tidak Tercapai\n" in made.text


def test_a_figure_that_a_level_does_not_have_is_said_once(tmp_path: Path, bundled: Catalogue) -> None:
    """Of its column; the total of the money that is left is printed at the top."""
    text = (
        "Program;Pagu (Rp);Realisasi (Rp);Sisa\nProgram A;2.000.000;1.900.000;100.000\n"
        "Program B;2.000.000;1.900.000;100.000\nJumlah;4.000.000;3.800.000;200.000\n"
    )
    made = of_text(text, tmp_path, bundled, year=2023)
    assert keys(made) == ["not-imported.no-figures"]
    assert verdicts(made, bundled) == ["same"] * 3


def test_the_number_of_a_page_continues_no_name(tmp_path: Path, bundled: Catalogue) -> None:
    """Nor does an objective whose words hold `lanjutan` belong to a page."""
    text = (
        "Indikator;Target 2023;Realisasi 2023\nA;1;2\nhal 3;;\nB;3;4\nTabel 3.1 (lanjutan);;\n"
        "Meningkatnya pendidikan lanjutan;;\nC;5;6\n"
    )
    made = of_text(text, tmp_path, bundled)
    titles = [child.title for child in bundled.read_report(io.StringIO(made.text)).root.children]
    assert sorted(filter(None, titles)) == ["A", "B", "Meningkatnya pendidikan lanjutan"]
    assert sorted(keys(made)) == ["not-imported.line", "not-imported.line", "taken-as.group"]


def test_long_cells_take_no_longer_than_their_length(tmp_path: Path, bundled: Catalogue) -> None:
    """What is looked for in a line is not looked for from each of its digits or signs to the end."""
    head = "Indikator;Satuan;Target 2023;Realisasi 2023\nA;%;1;2\n"
    begun = time.process_time()
    of_text(f"{head}{'20' * 15_000}\n{'*' * 30_000}x;%;1;2\n", tmp_path, bundled)
    of_text(f"{head}B;%;{'x=' * 60_000};1{',-' * 60_000}!\n", tmp_path, bundled)
    heading, record = head.splitlines()
    of_text(f"{heading}\n1{' ' * 120_000}!;2;3;4\n{record}\n", tmp_path, bundled)
    assert time.process_time() - begun < 2


def test_a_group_above_the_title_is_said(tmp_path: Path, bundled: Catalogue) -> None:
    """It is not taken, for other lines follow, and not lost in silence."""
    text = "Sasaran: Terwujudnya layanan kelurahan\nTahun 2023\nIndikator;Target;Realisasi\nA;1;2\n"
    made = of_text(text, tmp_path, bundled)
    assert keys(made) == ["taken-as.year", "not-imported.line"]
    assert "organization: Nama" in made.text


def test_a_dash_is_no_category(tmp_path: Path, bundled: Catalogue) -> None:
    """Neither is it told, nor is there a figure that an audit could not compute."""
    text = "Indikator;Target 2023;Realisasi 2023;Capaian;Kategori\nA;2;1;50,00;–\nB;2;;;-\n"
    made = of_text(text, tmp_path, bundled)
    found = records(made, bundled)
    assert [printed(found[title]) for title in "AB"] == [[("capaian", 2023, "50.00", None)], []]
    assert keys(made) == []


def test_money_of_a_row_without_a_place_is_nobody_elses(tmp_path: Path, bundled: Catalogue) -> None:
    """The name `Pengelolaan` is said to have no known level: its budget is not the programme's."""
    text = (
        "Program/Kegiatan;Indikator;Target 2023;Realisasi 2023;Pagu (Rp);Realisasi (Rp);Serapan (%)\n"
        "Program Wisata;Kunjungan;20;10;4.000.000;2.000.000;50,00\n"
        "Pengelolaan;Destinasi;8;4;3.000.000;750.000;25,00\n"
    )
    made = of_text(text, tmp_path, bundled)
    found = records(made, bundled)
    assert printed(found["Program Wisata"]) == [("serapan", 2023, "50.00", None)]
    assert given(found["Program Wisata"], 2023)["pagu"] == "4000000"
    assert given(found["Destinasi"], 2023)["target"] == "8"
    assert keys(made) == ["not-imported.level", *["not-imported.no-figures"] * 3]


def test_another_unit_beside_a_number_is_told(tmp_path: Path, bundled: Catalogue) -> None:
    """`78 menit` in hours; a short form of the unit is the same one."""
    text = (
        "Indikator;Satuan;Target 2023;Realisasi 2023\nA;jam;3 jam;78 menit\nB;Orang;5 Org;6\nC;km;7 kg;8 Km\n"
    )
    made = of_text(text, tmp_path, bundled)
    told = [note.message() for note in made.notes if note.key == "taken-as.other-unit"]
    assert told == [
        "`78 menit` dibaca `78`, padahal satuannya `jam`.",
        "`7 kg` dibaca `7`, padahal satuannya `km`.",
    ]


def test_a_remark_below_a_table_is_told_once(tmp_path: Path, bundled: Catalogue) -> None:
    """Where it stands left of all headings, as below a table in Markdown, too."""
    text = "| No | Indikator | Target 2023 |\n|---|---|---|\n| 1 | A | 2 |\n\n*) Data sementara\n"
    assert keys(of_text(text, tmp_path, bundled)) == ["not-imported.line"]


def test_an_empty_sheet_is_told_as_empty(tmp_path: Path, bundled: Catalogue) -> None:
    """Not as one whose headings are unknown."""
    for text in ("", ";;\n;;\n"):
        with pytest.raises(DataError) as caught:
            of_text(text, tmp_path, bundled)
        assert [one.key for one in caught.value.diagnostics] == ["table-unclear.empty"]
