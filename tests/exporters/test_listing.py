import pytest

from sakip_rules import Catalogue
from sakip_rules.explainer.search import Found, Wanted, search
from sakip_rules.exporters.listing import rules_dict, rules_table


@pytest.fixture(scope="module")
def found() -> list[Found]:
    """The rules of tests/small."""
    return list(search(Catalogue.load("tests/small/rules").rules, Wanted()))


def test_a_rule_takes_two_lines(found: list[Found]) -> None:
    """Reference, kind, years and confidence; the title; how many there are."""
    lines = rules_table(found).splitlines()
    assert lines[6:] == [
        "contoh/skala@1.0.0  skala · sejak 2018 · dikutip",
        "  Skala contoh",
        "",
        "4 aturan",
    ]
    assert rules_table(found[3:], "en").splitlines() == [
        "contoh/skala@1.0.0  scale · since 2018 · quoted",
        "  Sample scale",
        "",
        "1 rule",
    ]


def test_no_rule_is_said_in_words() -> None:
    """Not an empty output."""
    assert (rules_table([]), rules_table([], "en")) == ("Tidak ada aturan yang cocok.\n", "No rule fits.\n")


@pytest.mark.parametrize("width", [40, 60, 80])
def test_no_line_is_wider_than_the_terminal(found: list[Found], width: int) -> None:
    """What does not fit beside a reference stands below it."""
    assert max(map(len, rules_table(found, width=width).splitlines())) <= width


def test_json_has_everything_that_a_list_needs(found: list[Found]) -> None:
    """The version that is meant, and all there are."""
    first = rules_dict(found, "en")["rules"][0]
    assert first == {
        "id": "contoh/capaian",
        "version": "2.0.0",
        "valid_from": "2020-01-01",
        "valid_to": None,
        "kind": "achievement",
        "owner": "contoh",
        "title": "Sample achievement",
        "description": None,
        "unit": "persen",
        "confidence": "recalled",
        "legal_basis": [{"document": "Pedoman contoh", "section": "Bab 2", "confidence": "recalled"}],
        "versions": [
            {"version": "1.0.0", "valid_from": "2018-01-01", "valid_to": "2019-12-31"},
            {"version": "2.0.0", "valid_from": "2020-01-01", "valid_to": None},
        ],
    }
