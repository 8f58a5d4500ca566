import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Sakip = Callable[..., Result]


@pytest.fixture
def wrong(tmp_path: Path) -> str:
    """A folder with one rule that has an unknown key in its sixteenth line."""
    file = tmp_path / "contoh" / "skala" / "1.0.0.yaml"
    file.parent.mkdir(parents=True)
    text = Path("tests/small/rules/contoh/skala/1.0.0.yaml")
    root = Path(__file__).parent.parent.parent.parent
    file.write_text((root / text).read_text(encoding="utf-8") + "warna: merah\n", encoding="utf-8")
    return str(tmp_path)


@pytest.mark.slow
def test_rules_without_mistakes_are_0(sakip: Sakip) -> None:
    """The bundled rules, named or not."""
    for arguments in (["check"], ["check", "rules"]):
        result = sakip(*arguments)
        assert result.exit_code == 0
        assert result.stdout.endswith(" berkas diperiksa: tidak ada yang salah.\n")
        assert result.stdout.count("\n") == 1


def test_a_mistake_is_1_with_its_place(sakip: Sakip, wrong: str) -> None:
    """Diagnostics of `check` are its data: they go to standard output."""
    result = sakip("check", wrong)
    assert (result.exit_code, result.stderr) == (1, "")
    assert "1.0.0.yaml:16:1\ngalat[unknown-key]: " in result.stdout
    assert result.stdout.endswith("\n1 berkas diperiksa: 1 galat, 0 peringatan\n")


def test_json_has_one_object_a_diagnostic(sakip: Sakip, wrong: str) -> None:
    """Code, place and words, and the counts."""
    result = sakip("check", wrong, "--format", "json", "--lang", "en")
    made = json.loads(result.stdout)
    assert result.exit_code == 1
    assert made["summary"] == {"errors": 1, "warnings": 0, "files": 1, "hidden": 0}
    (found,) = made["diagnostics"]
    assert list(found) == ["code", "severity", "file", "line", "column", "pointer", "message", "hint"]
    assert (found["code"], found["line"], found["column"]) == ("unknown-key", 16, 1)


def test_the_formats_of_other_programs(sakip: Sakip, wrong: str) -> None:
    """Annotations of GitHub, and SARIF."""
    assert sakip("check", wrong, "--format", "github").stdout.startswith("::error file=")
    made = json.loads(sakip("check", wrong, "--format", "sarif").stdout)
    assert made["runs"][0]["results"][0]["ruleId"] == "unknown-key"


def test_a_folder_that_is_not_there_is_3(sakip: Sakip) -> None:
    """Not 0 because nothing was found in it."""
    assert sakip("check", "no/such/folder").exit_code == 3


def test_an_id_that_hides_a_bundled_one_is_a_warning(sakip: Sakip, tmp_path: Path) -> None:
    """Of the folder that is examined; `--no-bundled` leaves nothing to hide."""
    root = Path(__file__).parent.parent.parent.parent / "rules" / "lumajang" / "skala-capaian" / "1.0.0.yaml"
    file = tmp_path / "lumajang" / "skala-capaian" / "1.0.0.yaml"
    file.parent.mkdir(parents=True)
    file.write_bytes(root.read_bytes())
    assert "bundled-hidden" not in sakip("check", str(tmp_path)).stdout
    file.write_bytes(root.read_bytes() + b"# kami\n")
    told = sakip("check", str(tmp_path))
    assert (told.exit_code, "peringatan[bundled-hidden]" in told.stdout) == (0, True)
    assert told.stdout.endswith("\n1 berkas diperiksa: 0 galat, 1 peringatan\n")
    assert "bundled-hidden" not in sakip("check", str(tmp_path), "--no-bundled").stdout
