"""Tests of the errors that leave the library."""

from __future__ import annotations

import copy
import pickle

import pytest

from sakip_rules.diagnostics import DataError, Place, RuleError, SakipRulesError, UsageError, diagnose


def test_errors_carry_their_diagnostics() -> None:
    """Every error of the library is of one family, and its text is that of its diagnostics."""
    for kind in (RuleError, DataError, UsageError):
        error = kind([diagnose("yaml-syntax.empty", Place("a.yaml"))])
        assert isinstance(error, SakipRulesError)
        assert error.diagnostics[0].code == "yaml-syntax"
        assert str(error).startswith("a.yaml:1:1\ngalat[yaml-syntax]: Berkas ini kosong.\n")


EMPTY_FILE = DataError(
    [diagnose("yaml-syntax.empty", Place("a.yaml")), diagnose("float-given", None, name="x", text="y")]
)


def test_an_error_speaks_the_language_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Or the one that is asked for; another word is refused."""
    monkeypatch.setenv("SAKIP_LANG", "en_GB.UTF-8")
    assert str(EMPTY_FILE) == EMPTY_FILE.render("en") != EMPTY_FILE.render("id")
    monkeypatch.setenv("SAKIP_LANG", "fr")
    assert str(EMPTY_FILE) == EMPTY_FILE.render("id")
    for call in (EMPTY_FILE.render, EMPTY_FILE.to_list, UsageError([]).to_list):
        with pytest.raises(UsageError):
            call("fr")  # type: ignore[arg-type]  # what programs without types do


def test_an_error_is_a_list_for_programs() -> None:
    """One object a diagnostic."""
    first, second = EMPTY_FILE.to_list("en")
    assert first == EMPTY_FILE.diagnostics[0].to_dict("en")
    assert (first["code"], first["line"], first["message"]) == ("yaml-syntax", 1, "This file is empty.")
    assert (second["file"], second["line"], second["pointer"]) == (None, None, None)


def test_an_error_can_be_sent_to_another_process() -> None:
    """It comes out as it went in."""
    for other in (pickle.loads(pickle.dumps(EMPTY_FILE)), copy.deepcopy(EMPTY_FILE)):  # noqa: S301 - our own
        assert (type(other), other.diagnostics) == (DataError, EMPTY_FILE.diagnostics)
