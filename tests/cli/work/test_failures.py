import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from sakip_rules.cli.work.failures import FileFailureError, WrongUsageError, show, warn
from sakip_rules.diagnostics import DataError, Place, RuleError, UsageError, diagnose

FOUND = [diagnose("bad-value.empty", Place("a.yaml", 2, 3))]


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (DataError(FOUND), 3, "a.yaml:2:3\nerror[bad-value]: There is no value.\n"),
        (RuleError(FOUND), 3, "a.yaml:2:3\nerror[bad-value]: "),
        (UsageError(FOUND), 2, "a.yaml:2:3\nerror[bad-value]: "),
        (WrongUsageError(("satu", "one")), 2, "error: one\n"),
        (FileFailureError("a\x1bb", ("satu", "one")), 3, "error: a\N{REPLACEMENT CHARACTER}b: one\n"),
        (ZeroDivisionError(), 70, "internal error: ZeroDivisionError (sakip-rules "),
        (RecursionError(), 70, "internal error: RecursionError (sakip-rules "),
    ],
)
def test_each_kind_of_failure_has_its_code(
    capsys: pytest.CaptureFixture[str], error: Exception, code: int, said: str
) -> None:
    """2 for the call, 3 for files and rules, 70 for the program itself; always in words."""
    assert show(error, "en") == code
    assert capsys.readouterr().err.startswith(said)


@pytest.mark.parametrize(
    ("error", "code", "word", "file"),
    [
        (DataError(FOUND), 3, "bad-value", "a.yaml"),
        (UsageError(FOUND), 2, "bad-value", "a.yaml"),
        (WrongUsageError(("satu", "one")), 2, "wrong-usage", None),
        (FileFailureError("b.yaml", ("satu", "one")), 3, "file-failure", "b.yaml"),
        (ZeroDivisionError(), 70, "internal-error", None),
    ],
)
def test_programs_are_told_in_json_beside_people(
    capsys: pytest.CaptureFixture[str], error: Exception, code: int, word: str, file: str | None
) -> None:
    """The same exit code; people read the words on standard error as ever."""
    assert show(error, "en") == show(error, "en", as_json=True) == code
    captured = capsys.readouterr()
    (told,) = json.loads(captured.out)["errors"]
    assert (told["code"], told["file"]) == (word, file)
    half = len(captured.err) // 2
    assert captured.err[:half] == captured.err[half:] != ""


def test_warnings_stand_beside_the_data(capsys: pytest.CaptureFixture[str]) -> None:
    """On standard error, and nothing where there are none."""
    warn("")
    assert capsys.readouterr().err == ""
    warn("peringatan\n")
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "peringatan\n")


SMALL = Path(__file__).parents[2] / "small"


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (3, ["evaluate", "tests/small/report.yaml"]),
        (3, ["audit", "tests/small/report.yaml"]),
        (3, ["explain", "tests/small/report.yaml"]),
        (3, ["explain", "contoh/capaian"]),
        (3, ["explain", "contoh/capaian", "--on", "2020", "realisasi=1", "target=2"]),
        (0, ["explain", "contoh/capaian@2.0.0", "realisasi=1", "target=2"]),
        (0, ["explain", "contoh/capaian", "--on", "2019", "realisasi=1", "target=2"]),
        (1, ["check"]),
    ],
)
def test_a_correction_with_errors_is_never_passed_over(
    sakip: Callable[..., Result], tmp_path: Path, code: int, arguments: list[str]
) -> None:
    """Whoever refers to what it corrects is told its file, line and message; who pins a version is not."""
    folder = tmp_path / "rules"
    shutil.copytree(SMALL / "rules", folder)
    capaian = folder / "contoh" / "capaian"
    text = (capaian / "2.0.0.yaml").read_text(encoding="utf-8")
    changed = text.replace("version: 2.0.0", "version: 2.0.1\nsupersedes: contoh/capaian@2.0.0\nwarna: merah")
    (capaian / "2.0.1.yaml").write_text(changed, encoding="utf-8")
    rules = [str(folder)] if arguments[0] == "check" else ["--rules", str(folder)]
    result = sakip(*arguments, *rules)
    assert result.exit_code == code
    told = (
        f"{capaian / '2.0.1.yaml'}:5:1\ngalat[unknown-key]: Kunci `warna` tidak dikenal di sini."
        in result.output
    )
    assert told is (code != 0)
