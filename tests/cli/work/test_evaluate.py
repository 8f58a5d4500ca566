import csv
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.documents import control, docx, paragraph
from tests.spreadsheets import cells_of

Sakip = Callable[..., Result]
GOLDEN = Path(__file__).parent.parent / "golden"
REPORT = "tests/small/report.yaml"
BROKEN = "tests/small/broken.yaml"
LUMAJANG = "examples/dinsos-lumajang-2020.yaml"


@pytest.mark.parametrize("form", ["table", "json", "csv", "tidy", "markdown"])
def test_every_format_is_as_it_was_agreed(small: Sakip, form: str) -> None:
    """The whole output of a small report; tests/cli/golden holds it."""
    result = small("evaluate", REPORT, "--format", form)
    assert result.exit_code == 0
    assert result.stderr == ""
    shown = result.stdout
    if form == "json":
        shown = "".join(line for line in shown.splitlines(keepends=True) if '"sha256"' not in line)
    assert shown == (GOLDEN / f"evaluate-{form}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["table", "json", "csv", "tidy", "markdown", "html"])
def test_a_figure_that_is_not_computable_is_1(small: Sakip, form: str) -> None:
    """The report is printed all the same."""
    result = small("evaluate", BROKEN, "--format", form)
    assert result.exit_code == 1
    assert result.stdout != ""


def test_json_says_why_a_figure_is_not_computable(small: Sakip) -> None:
    """Status and reason of node and figure."""
    made = json.loads(small("evaluate", BROKEN, "--format", "json").stdout)
    (node,) = made["results"]["children"]
    assert (node["status"], node["reason"]) == ("error", "division-by-zero")
    assert node["absent"]["capaian"] == {"status": "error", "reason": "division-by-zero"}


def test_what_is_wrong_stands_at_its_record(small: Sakip) -> None:
    """The report is the data; on standard error is the line of the record and why it has no figure."""
    result = small("evaluate", BROKEN, "--lang", "en")
    assert "tests/small/broken.yaml:6:6\nerror[division-by-zero]: " in result.stderr
    assert "Target is zero." in result.stderr


def test_the_printed_figures_of_the_lumajang_report_are_computed(sakip: Sakip) -> None:
    """Tabel III.9 and III.10 of the report: 78,76 and 267,71 for the first, 101,01 for the third."""
    rows = csv.DictReader(io.StringIO(sakip("evaluate", LUMAJANG, "--format", "tidy").stdout))
    values = {(row["path"], row["figure"], row["year"]): row["value"] for row in rows}
    first = "kesejahteraan-pmks/penanganan"
    assert values[first, "realisasi", "2020"] == "78.76"
    assert values[first, "capaian", "2020"] == "267.71"
    assert values[first, "capaian", "2019"] == "98.80"
    assert values["jumlah-peran-psks", "capaian", "2020"] == "101.01"


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_the_lumajang_report_fits_the_terminal(sakip: Sakip, columns: int) -> None:
    """No line is wider, and the budget is there to the last digit."""
    shown = sakip("evaluate", LUMAJANG, COLUMNS=str(columns)).stdout
    assert max(len(line) for line in shown.splitlines()) <= columns
    assert "5.085.713.014" in shown.split()


def test_several_reports_are_lines_of_json_in_their_order(small: Sakip) -> None:
    """One that cannot be read is 3, its errors stand in its place, and the others are computed."""
    result = small("evaluate", REPORT, "tidak-ada.yaml", BROKEN, "--format", "json")
    assert result.exit_code == 3
    first, wrong, second = map(json.loads, result.stdout.splitlines())
    assert (first["report"], second["report"]) == ("Laporan contoh", "Laporan dengan target nol")
    assert [error["file"] for error in wrong["errors"]] == ["tidak-ada.yaml"]
    assert "tidak-ada.yaml\ngalat[no-file]" in result.stderr
    assert small("evaluate", REPORT, BROKEN).exit_code == 1
    assert small("evaluate", REPORT, REPORT).exit_code == 0


def test_several_reports_are_one_csv(small: Sakip) -> None:
    """With the file of each in a column of its own."""
    rows = list(csv.DictReader(io.StringIO(small("evaluate", REPORT, BROKEN, "--format", "tidy").stdout)))
    assert list(dict.fromkeys(row["report"] for row in rows)) == [REPORT, BROKEN]


def test_a_report_comes_from_standard_input(small: Sakip, monkeypatch: pytest.MonkeyPatch) -> None:
    """YAML or JSON; what is wrong with it is told by that name."""
    text = Path(REPORT).read_bytes()
    monkeypatch.setattr("sakip_rules.cli.work.sources._standard_input", lambda: text)
    assert small("evaluate", "-").stdout == small("evaluate", REPORT).stdout
    made = {"report": "a", "organization": "b", "year": 2020, "framework": "contoh/kerangka", "x": 1}
    text = json.dumps(made).encode()
    monkeypatch.setattr("sakip_rules.cli.work.sources._standard_input", lambda: text)
    result = small("evaluate", "-", "--format", "json")
    assert result.exit_code == 3
    (error,) = json.loads(result.stdout)["errors"]
    assert (error["file"], error["pointer"]) == ("<stdin>", "/x")


@pytest.mark.parametrize(("option", "value"), [("--on", "2020"), ("--data", "a.json")])
def test_what_is_for_rules_is_not_for_reports(small: Sakip, option: str, value: str) -> None:
    """2, and what to do instead."""
    result = small("evaluate", REPORT, option, value)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{option} hanya untuk aturan" in result.stderr


@pytest.mark.parametrize(
    "report", ["no/such/report.yaml", "tests/small", "README.md", "tests/small/rules/contoh"]
)
def test_a_report_that_cannot_be_read_is_3(small: Sakip, report: str) -> None:
    """In words and with the file's name, never a traceback."""
    result = small("evaluate", report)
    assert result.exit_code == 3
    assert result.stdout == ""
    assert report in result.stderr
    assert "Traceback" not in result.stderr


def test_rules_that_are_not_there_are_3(sakip: Sakip) -> None:
    """The folder is named."""
    result = sakip("evaluate", REPORT, "--rules", "no/such/folder")
    assert result.exit_code == 3
    assert result.stderr.startswith("no/such/folder\ngalat[no-file]: Folder ini tidak ada.\n")


def test_a_file_takes_the_place_of_standard_output(small: Sakip, tmp_path: Path) -> None:
    """Without colour, whatever the terminal; the exit code is the same."""
    file = tmp_path / "hasil.txt"
    result = small("evaluate", BROKEN, "-o", str(file))
    assert (result.exit_code, result.stdout) == (1, "")
    assert file.read_text(encoding="utf-8").startswith("Laporan dengan target nol\n")


def test_a_report_with_errors_leaves_the_old_file(small: Sakip, tmp_path: Path) -> None:
    """Nothing is written before everything is computed."""
    file = tmp_path / "hasil.json"
    file.write_text("lama", encoding="utf-8")
    assert small("evaluate", "README.md", "-o", str(file)).exit_code == 3
    assert file.read_text(encoding="utf-8") == "lama"


@pytest.mark.parametrize(("words", "formulas"), [([], False), (["--live"], True)])
def test_a_workbook_with_and_without_formulas(
    small: Sakip, tmp_path: Path, words: list[str], formulas: bool
) -> None:
    """Either is named by its file; with `--live` the records have sheets of their own, and formulas."""
    file = tmp_path / "hasil.xlsx"
    result = small("evaluate", REPORT, "-o", str(file), *words)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    cells = cells_of(file.read_bytes())
    assert any(sheet == "Indikator" and cell.formula for (sheet, _), cell in cells.items()) is formulas


@pytest.mark.parametrize(
    "words",
    [
        (REPORT, "--live"),
        (REPORT, "--live", "--format", "csv"),
        ("contoh/rasio@1.0.0", "terlayani=1", "semua=2", "--live", "--format", "xlsx"),
    ],
)
def test_formulas_are_for_one_report_in_a_workbook(small: Sakip, words: tuple[str, ...]) -> None:
    """Anything else is wrong usage, and says what to write."""
    result = small("evaluate", *words)
    assert result.exit_code == 2
    assert "--format xlsx" in result.stderr


def test_a_template_is_filled_and_its_mistakes_are_told(small: Sakip, tmp_path: Path) -> None:
    """The name of the output says the format; a tag that names nothing is 3, and nothing is written."""
    template, out = docx(tmp_path / "templat.docx", paragraph(control("capaian"))), tmp_path / "hasil.docx"
    result = small("evaluate", REPORT, "--template", str(template), "-o", str(out))
    assert (result.exit_code, result.stdout) == (0, "")
    with zipfile.ZipFile(out) as made:
        assert b">141,65<" in made.read("word/document.xml")
    out.unlink()
    docx(template, paragraph(control("capain")))
    result = small("evaluate", REPORT, "--template", str(template), "-o", str(out))
    assert result.exit_code == 3
    assert "galat[template-tag]: Tag `capain`" in result.stderr
    assert not out.exists()


@pytest.mark.parametrize("arguments", [[], ["-o", "hasil.html"], [REPORT, "-o", "hasil.docx"]])
def test_a_template_is_for_one_report_in_word(small: Sakip, arguments: list[str]) -> None:
    """Another format, or several reports, are wrong usage."""
    result = small("evaluate", REPORT, *arguments, "--template", "templat.docx")
    assert result.exit_code == 2
    assert "--template mengisi dokumen Word dengan satu laporan" in result.stderr


def test_a_document_goes_to_a_file_and_not_to_a_screen(small: Sakip, tmp_path: Path) -> None:
    """A Word document is packed: it begins so."""
    small("evaluate", REPORT, "-o", str(tmp_path / "hasil.docx"))
    assert (tmp_path / "hasil.docx").read_bytes().startswith(b"PK")
