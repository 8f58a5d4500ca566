"""New files: each passes the checks at once, and nothing is overwritten."""

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import Result

from sakip_rules.vocabulary import KINDS

Sakip = Callable[..., Result]


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_rule_passes_check_and_test(sakip: Sakip, tmp_path: Path, kind: str) -> None:
    """Without errors, without warnings, and with examples that come out."""
    folder = str(tmp_path)
    made = sakip("new", kind, "dinas/aturan-baru", "--on", "2024", "--rules", folder)
    assert (made.exit_code, "1.0.0.yaml" in made.output) == (0, True)
    checked = sakip("check", folder)
    assert checked.exit_code == 0, checked.output
    assert checked.output.startswith("1 berkas diperiksa: tidak ada yang salah")
    tested = sakip("test", folder)
    assert tested.exit_code == 0, tested.output


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_rule_is_written_in_blocks_with_comments(sakip: Sakip, tmp_path: Path, kind: str) -> None:
    """Every list and map goes over lines, and most lines say what they are for, at most once."""
    sakip("new", kind, "dinas/aturan-baru", "--on", "2024", "--rules", str(tmp_path))
    text = (tmp_path / "dinas/aturan-baru/1.0.0.yaml").read_text(encoding="utf-8")
    assert "Aturan baru" in text
    assert "{" not in "".join(line.partition("#")[0] for line in text.splitlines())
    assert all(line.count(" # ") <= 1 for line in text.splitlines())
    assert sum(" # " in line for line in text.splitlines()) >= 9


@pytest.mark.slow
@pytest.mark.parametrize("framework", ["lumajang/kerangka-pengukuran"])
def test_an_empty_report_can_be_computed(sakip: Sakip, tmp_path: Path, framework: str) -> None:
    """It lists every level, and nothing in it is wrong: the figures are missing."""
    file = str(tmp_path / "laporan.yaml")
    made = sakip("new", "report", file, "--framework", framework, "--on", "2020")
    assert made.exit_code == 0, made.output
    computed = sakip("evaluate", file, "--format", "json")
    assert computed.exit_code == 0, computed.output
    written = yaml.safe_load(Path(file).read_text(encoding="utf-8"))
    assert written["sasaran"][0]["indikator"][0]["target"] == "missing"


def test_the_next_command_can_be_typed_as_it_is_shown(sakip: Sakip, tmp_path: Path) -> None:
    """With the folder of the rules, and a folder with a space between quotes."""
    folder = str(tmp_path / "aturan kami")
    made = sakip("new", "framework", "dinas/kerangka", "--rules", folder)
    assert f'lalu: sakip check "{folder}"\n' in made.output
    file = str(tmp_path / "laporan.yaml")
    blank = ("new", "report", file, "--on", "2024", "--framework")
    made = sakip(*blank, "dinas/kerangka", "--rules", folder, "--no-bundled")
    assert f'lalu: sakip evaluate {file} --rules "{folder}" --no-bundled\n' in made.output
    _, _, command = made.output.partition("lalu: sakip ")
    assert sakip(*shlex.split(command)).exit_code == 0


def test_a_framework_without_its_owner_is_led_to_the_rule(sakip: Sakip, tmp_path: Path) -> None:
    """As a reference in a file is."""
    file = str(tmp_path / "laporan.yaml")
    made = sakip("new", "report", file, "--on", "2024", "--framework", "kerangka-lkjip")
    assert (made.exit_code, Path(file).exists()) == (2, False)
    assert "Maksud Anda `nasional/kerangka-lkjip`?" in made.output


def test_nothing_is_overwritten(sakip: Sakip, tmp_path: Path) -> None:
    """A second time is a mistake, and the file stays as it was changed."""
    folder = str(tmp_path)
    sakip("new", "scale", "dinas/skala", "--rules", folder)
    file = tmp_path / "dinas/skala/1.0.0.yaml"
    file.write_text("punya saya", encoding="utf-8")
    again = sakip("new", "scale", "dinas/skala", "--rules", folder)
    assert (again.exit_code, file.read_text(encoding="utf-8")) == (3, "punya saya")
    assert "sudah ada" in again.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["scale", "skala"], "pemilik/nama"),
        (["scale", "dinas/Skala"], "pemilik/nama"),
        (["scale", "Dinas Sosial/Skala_capaian (baru)"], "Maksud Anda dinas-sosial/skala-capaian-baru?"),
        (["scale", "dinas/skala@1.0.0"], "pemilik/nama"),
        (["scale", "dinas/skala", "--on", "20"], "empat angka"),
        (["scale", "dinas/skala", "--framework", "dinas/k"], "hanya untuk laporan"),
        (["report", "laporan"], "memerlukan --framework"),
        (["report", "laporan", "--framework", "lumajang/skala-capaian", "--on", "2020"], "bukan kerangka"),
    ],
)
def test_wrong_words_are_2_and_say_what_is_wanted(sakip: Sakip, words: list[str], said: str) -> None:
    """A name without owner, another year, an option that does not go with it."""
    result = sakip("new", *words)
    assert result.exit_code == 2
    assert said in result.output


def test_a_report_may_be_a_workbook(sakip: Sakip, tmp_path: Path) -> None:
    """By its format, or by its name; of a rule there is none."""
    words = ("--framework", "nasional/kerangka-lkjip", "--on", "2024")
    assert sakip("new", "report", str(tmp_path / "a"), *words, "--format", "xlsx").exit_code == 0
    assert sakip("new", "report", str(tmp_path / "b.xlsx"), *words).exit_code == 0
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert sakip("evaluate", str(tmp_path / "a.xlsx")).exit_code == 0
    assert sakip("new", "index", "dinas/a", "--format", "xlsx").exit_code == 2


@pytest.mark.parametrize("name", ["skala", "dinas/skala@1.0.0", "a/b/c", "dinas/—"])
def test_no_name_is_proposed_where_more_than_signs_differ(sakip: Sakip, name: str) -> None:
    """An owner is not invented, and a version not dropped."""
    result = sakip("new", "scale", name)
    assert (result.exit_code, "Maksud Anda" in result.output) == (2, False)
