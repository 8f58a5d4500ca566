"""The demo, as a newcomer sees it: one screenful that computes, explains and audits."""

from __future__ import annotations

import contextlib
import io
import runpy
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from sakip_rules.cli import main

DEMO = Path(__file__).parent.parent / "examples" / "demo.py"


@pytest.fixture(scope="module", params=["id", "en"])
def screen(request: pytest.FixtureRequest) -> tuple[str, str]:
    """The language, and what the demo prints in it."""
    printed = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(printed):
        patch.setattr(sys, "argv", [str(DEMO), "--lang", request.param])
        runpy.run_path(str(DEMO), run_name="__main__")
    return request.param, printed.getvalue()


def written(text: str, lang: str) -> str:
    """A number as the readers of a language write it."""
    return text if lang == "id" else text.replace(".", "").replace(",", ".")


def test_the_demo_is_one_screenful(screen: tuple[str, str]) -> None:
    """At most 50 lines of at most 80 columns, and no word is cut."""
    lines = screen[1].splitlines()
    assert len(lines) <= 50
    assert max(map(len, lines)) <= 80
    assert "…" not in screen[1]


@pytest.mark.parametrize("figure", ["267,71", "281,96", "101,01", "451,09", "187,93", "62,51"])
def test_the_demo_computes_the_report(screen: tuple[str, str], figure: str) -> None:
    """The headline figures are those of an independent calculation (tests/independent)."""
    lang, text = screen
    assert written(figure, lang) in text


@pytest.mark.parametrize("printed", ["-0,68", "-0,81", "683,6", "1.213"])
def test_the_demo_shows_the_worst_misprints(screen: tuple[str, str], printed: str) -> None:
    """Each stands beside the recomputed figure."""
    lang, text = screen
    assert any(written(printed, lang) in line and "→" in line for line in text.splitlines())


def test_the_demo_speaks_one_language(screen: tuple[str, str]) -> None:
    """No heading of the other language is left."""
    lang, text = screen
    own, other = ("Kategori", "Category") if lang == "id" else ("Category", "Kategori")
    assert own in text
    assert other not in text
    words = text.split()
    assert ("persen" in words, "percent" in words) == ((True, False) if lang == "id" else (False, True))
    assert ("Persentase" in words) == (lang == "id")
    assert text.count("--lang en") == (3 if lang == "en" else 0)


@pytest.mark.slow
def test_every_command_that_the_demo_shows_can_be_run(screen: tuple[str, str]) -> None:
    """Each of the three ends as designed: computed, explained, or with wrong figures found."""
    commands = [line.split()[1:] for line in screen[1].splitlines() if line.startswith("  .venv/bin/sakip")]
    assert len(commands) == 3
    for words in commands:
        assert CliRunner().invoke(main, words).exit_code in (0, 1)
