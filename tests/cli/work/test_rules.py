import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Sakip = Callable[..., Result]
ROOT = Path(__file__).parent.parent.parent.parent


def test_rules_are_listed(small: Sakip) -> None:
    """All of them, with a count."""
    result = small("rules")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("contoh/capaian@2.0.0  capaian kinerja · sejak 2020 · diingat\n")
    assert result.stdout.endswith("\n4 aturan\n")


def test_every_option_narrows_the_list(small: Sakip) -> None:
    """As JSON, for a program."""
    options = ["--owner", "contoh", "--kind", "scale", "--on", "2019", "--regulation", "pedoman"]
    result = small("rules", "skala", *options, "--confidence", "quoted", "--format", "json")
    assert [rule["id"] for rule in json.loads(result.stdout)["rules"]] == ["contoh/skala"]


def test_a_year_or_a_day_picks_the_version(small: Sakip) -> None:
    """Of a year its last day."""
    for on, version in (
        ("2019", "1.0.0"),
        ("2020", "2.0.0"),
        ("2019-12-31", "1.0.0"),
        ("2020-01-01", "2.0.0"),
    ):
        result = small("rules", "--kind", "achievement", "--on", on, "--format", "json")
        assert [rule["version"] for rule in json.loads(result.stdout)["rules"]] == [version]


def test_no_rule_is_no_error(small: Sakip) -> None:
    """0: the command did its work and nothing is wrong."""
    result = small("rules", "zzz")
    assert (result.exit_code, result.stdout) == (0, "Tidak ada aturan yang cocok.\n")
    assert json.loads(small("rules", "zzz", "--format", "json").stdout) == {"rules": []}


@pytest.mark.parametrize("on", ["20", "2020-13-01", "kemarin"])
def test_what_is_no_year_is_2(small: Sakip, on: str) -> None:
    """With the form it should have."""
    result = small("rules", "--on", on)
    assert result.exit_code == 2
    assert "2020-12-31" in result.stderr


def test_files_with_errors_are_counted(sakip: Sakip, tmp_path: Path) -> None:
    """The list holds the others; that one is missing is said on standard error."""
    shutil.copytree(ROOT / "tests" / "small" / "rules", tmp_path / "rules")
    file = tmp_path / "rules" / "contoh" / "rasio" / "1.0.0.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "warna: merah\n", encoding="utf-8")
    result = sakip("rules", "--no-bundled", "--rules", str(tmp_path / "rules"))
    assert result.exit_code == 0
    assert result.stdout.endswith("\n3 aturan\n")
    assert result.stderr == "1 berkas aturan bergalat dan tidak didaftar; lihat: sakip check\n"


def test_a_rule_in_the_wrong_place_is_one_file(sakip: Sakip, tmp_path: Path) -> None:
    """Though it may be meant for two ids."""
    file = tmp_path / "contoh" / "lain" / "1.0.0.yaml"
    file.parent.mkdir(parents=True)
    text = Path(__file__).parents[2] / "small" / "rules" / "contoh" / "skala" / "1.0.0.yaml"
    file.write_text(text.read_text(encoding="utf-8"), encoding="utf-8")
    assert sakip("rules", "--rules", str(tmp_path)).stderr.startswith("1 berkas aturan bergalat")


def test_a_folder_that_is_not_there_is_3(sakip: Sakip) -> None:
    """As in every command."""
    assert sakip("rules", "--rules", "no/such/folder").exit_code == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["capain"], "Kata `capain` tidak ada di aturan mana pun. Maksud Anda `capaian`?\n"),
        (["xqzz"], "Kata `xqzz` tidak ada di aturan mana pun.\n"),
        (["capaian", "skala"], "Setiap kata ada, tetapi tidak di satu aturan; tulis lebih sedikit kata.\n"),
        (["skala", "--kind", "table"], "Tanpa pilihan lain (--kind, --on, …) ada 1 aturan.\n"),
        (["--kind", "table"], ""),
    ],
)
def test_where_nothing_is_found_it_is_said_why(small: Sakip, words: list[str], said: str) -> None:
    """On standard error: the list stays a list."""
    result = small("rules", *words)
    assert (result.exit_code, result.stdout) == (0, "Tidak ada aturan yang cocok.\n")
    assert result.stderr == said
