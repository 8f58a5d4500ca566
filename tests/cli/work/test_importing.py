"""`sakip import`: two commands from a table to its audit."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.workbooks import Written, xlsx

from sakip_rules.cli import main

TABLE = "Indikator;Arah;Target;Realisasi;Capaian\nNilai SAKIP;naik;80;78,5;98,13\n"
FRAMEWORK = ["--framework", "nasional/kerangka-lkjip"]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tabel.csv").write_text(TABLE, "utf-8")


def call(*words: str) -> tuple[int, str]:
    """The exit code and all that is printed."""
    outcome = CliRunner().invoke(main, words)
    return outcome.exit_code, outcome.output


def test_a_table_is_audited_by_two_commands() -> None:
    """The second one is said by the first."""
    code, output = call("import", "tabel.csv", *FRAMEWORK, "--on", "2021", "-o", "laporan.yaml")
    assert code == 0
    assert output == "laporan.yaml ditulis: 1 rekaman. Periksa, lalu: sakip audit laporan.yaml\n"
    code, output = call("audit", "laporan.yaml")
    assert code == 0
    assert "1 angka tercetak: 1 sama" in output


def test_a_table_without_printed_figures_is_evaluated(tmp_path: Path) -> None:
    """There is nothing to audit in it."""
    bare = "Indikator;Arah;Target;Realisasi\nNilai SAKIP;naik;80;78,5\n"
    (tmp_path / "tabel.csv").write_text(bare, "utf-8")
    code, output = call("import", "tabel.csv", *FRAMEWORK, "--on", "2021", "-o", "laporan.yaml")
    assert (code, output.split(": ")[-1]) == (0, "sakip evaluate laporan.yaml\n")


def test_a_report_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    """It was edited since it was imported."""
    (tmp_path / "laporan.yaml").write_text("disunting", "utf-8")
    code, output = call("import", "tabel.csv", *FRAMEWORK, "--on", "2021", "-o", "laporan.yaml")
    assert (code, output) == (3, "galat: laporan.yaml: berkas ini sudah ada; tidak ditimpa\n")
    assert (tmp_path / "laporan.yaml").read_text("utf-8") == "disunting"


def test_a_question_ends_the_command_with_the_option_that_answers_it(tmp_path: Path) -> None:
    """And writes nothing."""
    code, output = call("import", "tabel.csv", *FRAMEWORK, "-o", "laporan.yaml")
    assert code == 2
    assert "`--on 2024`" in output
    assert not (tmp_path / "laporan.yaml").exists()


def test_columns_are_named_on_the_command_line() -> None:
    """A heading that nobody knows; words that say nothing are refused."""
    Path("tabel.csv").write_text(TABLE.replace("Realisasi", "Angka akhir"), "utf-8")
    words = ["import", "tabel.csv", *FRAMEWORK, "--on", "2021", "-o", "laporan.yaml", "--columns"]
    assert call(*words, "realisasi=Angka akhir")[0] == 0
    assert "realisasi: 78.5" in Path("laporan.yaml").read_text("utf-8")
    assert call(*words, "realisasi")[0] == 2


def test_of_several_sheets_one_is_named(tmp_path: Path) -> None:
    """By its name."""
    table: dict[str, Written] = {"A1": "Indikator", "B1": "Arah", "C1": "Target"}
    table |= {"A2": "A", "B2": "naik", "C2": ("n", "80")}
    xlsx(tmp_path / "tabel.xlsx", {"Satu": table, "Dua": table})
    words = ["import", "tabel.xlsx", *FRAMEWORK, "--on", "2021", "-o", "laporan.yaml"]
    assert call(*words)[0] == 3
    assert call(*words, "--sheet", "Satu")[0] == 0


def test_a_rule_that_is_no_framework_is_refused() -> None:
    """By its kind."""
    words = ["import", "tabel.csv", "--framework", "nasional/capaian-makin-tinggi", "-o", "x.yaml"]
    assert call(*words, "--on", "2021")[0] == 2
    assert "nasional/kerangka-lkjip" in call(*words, "--on", "2021")[1]


def test_what_is_missing_is_said_at_once_and_frameworks_by_name() -> None:
    """The output has a usual name, and the report that stands there stays."""
    code, output = call("import", "tabel.csv")
    assert code == 2
    assert "nasional/kerangka-lkjip" in output
    assert "--on" in output
    code, output = call("import", "tabel.csv", *FRAMEWORK, "--on", "2021")
    assert (code, output.partition(" ")[0]) == (0, "tabel.yaml")
    assert call("import", "tabel.csv", *FRAMEWORK, "--on", "2021")[0] == 3


@pytest.mark.parametrize("name", ["laporan.yaml", "LAPORAN.YML", "laporan.json"])
def test_a_report_is_no_table(name: str, tmp_path: Path) -> None:
    """It is told what to do with it, whatever else is missing."""
    (tmp_path / name).write_text("report: LKjIP 2020\nyear: 2020\n", "utf-8")
    for words in ([], [*FRAMEWORK, "-o", "lain.yaml"]):
        code, output = call("import", name, *words)
        assert code == 2
        assert f"`sakip audit {name}`" in output


def test_the_only_sheet_with_a_table_is_taken(tmp_path: Path) -> None:
    """That is said; a hidden one does not count, and among two tables the user chooses."""
    table: dict[str, Written] = {
        "A1": "Indikator", "B1": "Arah", "C1": "Target 2021", "D1": "Realisasi 2021",
        "A2": "Nilai SAKIP", "B2": "naik", "C2": ("n", "80"), "D2": ("n", "78.5"),
    }  # fmt: skip
    cover: dict[str, Written] = {"A1": "LAPORAN KINERJA"}
    xlsx(tmp_path / "satu.xlsx", {"Sampul": cover, "Bab III": table})
    code, output = call("import", "satu.xlsx", *FRAMEWORK)
    assert code == 0
    assert "`Bab III`" in output
    xlsx(tmp_path / "sembunyi.xlsx", {"Bab III": table, "Lama": table}, hidden=("Lama",))
    code, output = call("import", "sembunyi.xlsx", *FRAMEWORK)
    assert (code, "Dari beberapa lembar" in output) == (0, False)
    xlsx(tmp_path / "dua.xlsx", {"Sampul": cover, "Bab III": table, "Lama": table})
    code, output = call("import", "dua.xlsx", *FRAMEWORK)
    assert (code, "`--sheet`: `Bab III`, `Lama`" in output) == (3, True)
    xlsx(tmp_path / "kosong.xlsx", {"Sampul": cover, "Isi": cover})
    code, output = call("import", "kosong.xlsx", *FRAMEWORK)
    assert (code, "`Sampul`, `Isi`" in output) == (3, True)
