import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from sakip_rules.cli.declared.commands import main
from sakip_rules.cli.declared.outlet import outlet
from sakip_rules.formats import FORMATS

Sakip = Callable[..., Result]
REPORT = "tests/small/report.yaml"


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.txt", "Laporan contoh\ntahun 2020"),
        ("a.json", "{"),
        ("a.csv", "\ufeffJalur;Tingkat;"),
        ("A.CSV", "\ufeffJalur;Tingkat;"),
        ("a.tidy.csv", "path,level,"),
        ("a.md", "# Laporan contoh"),
        ("hasil", "Laporan contoh\ntahun 2020"),
    ],
)
def test_the_name_of_a_file_says_its_format(small: Sakip, tmp_path: Path, name: str, begins: str) -> None:
    """Whatever the case; a name without an ending gets the usual format."""
    result = small("evaluate", REPORT, "-o", str(tmp_path / name))
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_a_format_that_is_named_wins(small: Sakip, tmp_path: Path) -> None:
    """Before the file or behind it."""
    file = tmp_path / "a.csv"
    for arguments in (["--format", "json", "-o", str(file)], ["-o", str(file), "--format", "json"]):
        small("evaluate", REPORT, *arguments)
        assert json.loads(file.read_text(encoding="utf-8"))["report"] == "Laporan contoh"
        file.unlink()


def test_an_unknown_ending_is_2_and_says_which_are_known(sakip: Sakip, tmp_path: Path) -> None:
    """Before anything is computed: not even the report is looked for."""
    file = tmp_path / "a.xyz"
    result = sakip("evaluate", "no/such/report.yaml", "-o", str(file))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"galat: Nama {file} tidak menyebut bentuk keluaran yang dikenal: "
        ".txt, .json, .csv, .tidy.csv, .md, .html, .htm, .docx, .xlsx. "
        "Atau tulis juga --format.\nLihat 'sakip evaluate --help'.\n"
    )
    assert sakip("schema", "-o", str(file), SAKIP_LANG="en").stderr == (
        f"error: The name {file} says no known format of the output: .json.\nSee 'sakip schema --help'.\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["check", "tests/small/rules"], "a.sarif.json"),
        (["test", "tests/small/rules"], "a.json"),
        (["test", "tests/small/rules", "--mutate"], "a.json"),
        (["rules", "--rules", "tests/small/rules"], "a.json"),
        (["audit", REPORT, "--rules", "tests/small/rules"], "a.json"),
        (["schema", "audit"], "a.json"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_every_command_that_prints_data_can_write_it(
    sakip: Sakip, tmp_path: Path, arguments: list[str], name: str
) -> None:
    """To a file whose name says how."""
    assert sakip(*arguments, "-o", str(tmp_path / name)).stdout == ""
    assert isinstance(json.loads((tmp_path / name).read_text(encoding="utf-8")), dict)


def test_an_explanation_can_go_to_a_file(small: Sakip, tmp_path: Path) -> None:
    """In the format that its name asks for."""
    for name, form in (("a.txt", "text"), ("a.json", "json"), ("a.md", "markdown")):
        file = tmp_path / name
        assert small("explain", "contoh/skala", "-o", str(file)).exit_code == 0
        assert file.read_text(encoding="utf-8") == small("explain", "contoh/skala", "--format", form).stdout


@pytest.mark.parametrize("subject", FORMATS)
def test_the_choices_are_those_of_the_table(subject: str) -> None:
    """All of them, the usual one first."""
    form, output = outlet(subject)
    assert list(getattr(form.type, "choices", ())) == list(FORMATS[subject])
    assert output.opts == ["-o", "--output"]


def test_changes_and_examples_come_in_the_same_formats() -> None:
    """`sakip test` offers one choice for both."""
    assert FORMATS["mutants"].keys() == FORMATS["examples"].keys()


def test_every_command_that_prints_data_offers_an_outlet() -> None:
    """`docs`, `import` and `new` write files, `serve` answers others; all else can go to a file."""
    offered = {
        name
        for name, command in main.commands.items()
        if {"form", "output"} <= {param.name for param in command.params}
    }
    assert offered == main.commands.keys() - {"docs", "import", "new", "serve"}


def test_what_a_command_reads_is_not_overwritten(small: Sakip, tmp_path: Path) -> None:
    """The report stays as it is, also by another name of the same file; nothing is computed."""
    text = Path(REPORT).read_bytes()
    report, link = tmp_path / "laporan.json", tmp_path / "b.json"
    report.write_bytes(text)
    link.symlink_to(report)
    for output in (report, link, tmp_path / "." / "laporan.json"):
        for words in (["evaluate", report], ["evaluate", REPORT, report], ["audit", report]):
            result = small(*map(str, words), "-o", str(output), SAKIP_LANG="en")
            assert (result.exit_code, result.stdout) == (2, "")
            assert f"error: {output} is what this command reads; write the output to" in result.stderr
    assert report.read_bytes() == text


def test_the_table_and_the_template_are_not_overwritten(sakip: Sakip, tmp_path: Path) -> None:
    """They are read as reports are."""
    table = tmp_path / "tabel.csv"
    table.write_text("No;Indikator\n")
    framework = ["--framework", "nasional/kerangka-lkjip"]
    assert sakip("import", str(table), *framework, "-o", str(table)).exit_code == 2
    template = tmp_path / "templat.docx"
    template.write_text("templat")
    words = ["evaluate", REPORT, "--template", str(template), "-o", str(template)]
    assert "adalah masukan perintah ini" in sakip(*words).stderr
    assert (table.read_text(), template.read_text()) == ("No;Indikator\n", "templat")
