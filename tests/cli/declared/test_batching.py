"""What `sakip batch` is given."""

from __future__ import annotations

from tests.cli.conftest import Sakip


def test_the_help_says_how_a_run_goes_on(sakip: Sakip) -> None:
    """And where the rows are that are done."""
    shown = sakip("batch", "--help", "--lang", "en").stdout
    assert "--resume" in shown
    assert "FILE.partial" in shown


def test_a_sign_is_one_of_two(sakip: Sakip) -> None:
    """Another one is wrong usage."""
    assert sakip("batch", "nasional/serapan-anggaran", "x.csv", "--decimal", ";").exit_code == 2
