import pytest

from sakip_rules.explainer.search import ListedRule
from sakip_rules.exporters import Look
from sakip_rules.exporters.rules.table import export


def test_a_rule_takes_two_lines(found: list[ListedRule]) -> None:
    """Reference, kind, years and confidence; the title; how many there are."""
    lines = export(found, Look()).splitlines()
    assert lines[6:] == [
        "contoh/skala@1.0.0  skala · sejak 2018 · dikutip",
        "  Skala contoh",
        "",
        "4 aturan",
    ]
    assert export(found[3:], Look("en")).splitlines() == [
        "contoh/skala@1.0.0  scale · since 2018 · quoted",
        "  Sample scale",
        "",
        "1 rule",
    ]


def test_no_rule_is_said_in_words() -> None:
    """Not an empty output."""
    assert (export([], Look()), export([], Look("en"))) == (
        "Tidak ada aturan yang cocok.\n",
        "No rule fits.\n",
    )


@pytest.mark.parametrize("width", [40, 60, 80])
def test_no_line_is_wider_than_the_terminal(found: list[ListedRule], width: int) -> None:
    """What does not fit beside a reference stands below it."""
    assert max(map(len, export(found, Look(width=width)).splitlines())) <= width
