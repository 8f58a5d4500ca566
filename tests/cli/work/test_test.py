import json
import shutil
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Sakip = Callable[..., Result]
RULES = Path(__file__).parent.parent.parent / "small" / "rules"


def changed(folder: Path, old: str, new: str) -> str:
    """The small rules with another text in `contoh/rasio`."""
    shutil.copytree(RULES, folder / "rules")
    file = folder / "rules" / "contoh" / "rasio" / "1.0.0.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return str(folder / "rules")


def test_examples_that_come_out_are_0(sakip: Sakip) -> None:
    """The small rules hold six examples."""
    result = sakip("test", "tests/small/rules")
    assert (result.exit_code, result.stdout) == (0, "6 contoh dari 4 aturan: semuanya sesuai.\n")


def test_an_example_that_differs_is_1(sakip: Sakip, tmp_path: Path) -> None:
    """With the rule, the example, and what came out instead."""
    rules = changed(tmp_path, "result: 25}", "result: 26}")
    result = sakip("test", rules)
    assert result.exit_code == 1
    assert "galat[example-differs]" in result.stdout
    assert result.stdout.endswith("\n6 contoh dari 4 aturan: 5 berhasil, 1 gagal\n")
    made = json.loads(sakip("test", rules, "--format", "json").stdout)
    assert (made["summary"]["passed"], made["summary"]["failed"]) == (5, 1)
    failed = [one for one in made["examples"] if not one["passed"]]
    assert [(one["rule"], one["title"]) for one in failed] == [("contoh/rasio@1.0.0", "seperempat")]
    assert [one["code"] for one in made["diagnostics"]] == ["example-differs"]


def test_a_rule_with_errors_is_1(sakip: Sakip, tmp_path: Path) -> None:
    """Its examples cannot run; that must not look like success."""
    result = sakip("test", changed(tmp_path, "unit: persen", "unit: persen\nwarna: merah"))
    assert result.exit_code == 1
    assert "galat[unknown-key]" in result.stdout
