"""The demo, as a newcomer sees it: one screenful that computes, explains and audits."""

from __future__ import annotations

import contextlib
import io
import runpy
from pathlib import Path

import pytest

DEMO = Path(__file__).parent.parent / "examples" / "demo.py"


@pytest.fixture(scope="module", params=["id", "en"])
def screen(request: pytest.FixtureRequest) -> str:
    """What the demo prints in one language."""
    printed = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(printed):
        patch.setenv("SAKIP_LANG", request.param)
        runpy.run_path(str(DEMO), run_name="__main__")
    return printed.getvalue()


def test_the_demo_is_one_screenful(screen: str) -> None:
    """At most 48 lines of at most 80 columns."""
    lines = screen.splitlines()
    assert len(lines) <= 48
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize(
    "figure",
    ["267,71", "281,96", "101,01", "451,09", "274,84", "187,93", "288,09", "120,35", "200,86", "9,55"],
)
def test_the_demo_computes_the_report(screen: str, figure: str) -> None:
    """The headline figures are those of an independent calculation (tests/independent)."""
    assert figure in screen


@pytest.mark.parametrize(
    "printed", ["216,65", "98,37", "-0,68", "-0,81", "683,6", "1.213", "339,40", "63,8", "98,20"]
)
def test_the_demo_shows_the_misprints(screen: str, printed: str) -> None:
    """Every misprint that regulations and report disagree on stands there, with its cause or without one."""
    assert any(printed in line and "→" in line for line in screen.splitlines())
