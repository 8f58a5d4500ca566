from sakip_rules.diagnostics import Diagnostic, diagnose
from sakip_rules.exporters.checks.words import with_hint


def test_a_hint_stands_behind_its_message(error: Diagnostic) -> None:
    """In one text: these formats have no place of their own for it."""
    assert error.hint("en")
    assert with_hint(error, "en") == f"There is no value. {error.hint('en')}"
    bare = diagnose("bad-value.word", None, written="x", hint="")
    assert with_hint(bare, "en") == bare.message("en")
