import pytest

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


def test_warnings_stand_beside_the_data(capsys: pytest.CaptureFixture[str]) -> None:
    """On standard error, and nothing where there are none."""
    warn("")
    assert capsys.readouterr().err == ""
    warn("peringatan\n")
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "peringatan\n")
