"""Tests of the errors that leave the library."""

from __future__ import annotations

from sakip_rules.diagnostics import DataError, Place, RuleError, SakipRulesError, UsageError, diagnose


def test_errors_carry_their_diagnostics() -> None:
    """Every error of the library is of one family, and its text is that of its diagnostics."""
    for kind in (RuleError, DataError, UsageError):
        error = kind([diagnose("yaml-syntax.no-file", Place("a.yaml"))])
        assert isinstance(error, SakipRulesError)
        assert error.diagnostics[0].code == "yaml-syntax"
        assert str(error).startswith("a.yaml:1:1\ngalat[yaml-syntax]: Berkas tidak ditemukan.\n")
