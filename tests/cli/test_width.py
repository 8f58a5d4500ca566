"""No command writes wider lines than the terminal has columns."""

import re
from collections.abc import Callable

import pytest
from click.testing import Result

Sakip = Callable[..., Result]
LUMAJANG = "examples/dinsos-lumajang-2020.yaml"


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("evaluate", LUMAJANG),
        ("audit", LUMAJANG, "--all"),
        ("explain", LUMAJANG),
        ("explain", LUMAJANG, "kesejahteraan-pmks/penanganan"),
        ("explain", "lumajang/skala-capaian"),
        ("explain", "lumajang/kerangka-pengukuran"),
        ("explain", "lumajang/ketepatan-sasaran", "pmks_ksm=1", "pmks_dibantu=3"),
        ("rules",),
        ("check", "tests/small/rules"),
        ("test", "tests/small/rules"),
    ],
    ids=" ".join,
)
def test_eighty_columns_are_enough(sakip: Sakip, arguments: tuple[str, ...], lang: str) -> None:
    """Whatever is shown, in either language; JSON, CSV and the like are not for people to look at.

    An address stays whole: cut, it cannot be opened.
    """
    shown = sakip(*arguments, "--lang", lang).stdout
    assert shown
    wide = [line for line in shown.splitlines() if len(line) > 80]
    assert [line for line in wide if not re.fullmatch(r" +https://\S+", line)] == []
