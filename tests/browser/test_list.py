"""The list of rules, narrowed by what its address says."""

from __future__ import annotations

from typing import Any

import pytest


def shown(visit: Any, query: str) -> tuple[str, list[str]]:
    """What the page says that it shows, and the titles of the rules that are not hidden."""
    page = visit.open(f"rumus/?{query}")
    titles = page.locator("[data-filter] li:not([hidden]) > a").all_inner_texts()
    return page.locator("form.filters [role=status]").inner_text(), titles


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("words=ketepatan", ["Ketepatan sasaran bantuan sosial", "Ketepatan Sasaran (KS)"]),
        (
            "words=ketepatan&alphabet=1",
            ["Ketepatan Sasaran (KS)", "Ketepatan sasaran bantuan sosial"],
        ),
        ("kind=scale&topic=survei", ["Mutu pelayanan"]),
        ("kind=scale&topic=survei&year=1990", []),
    ],
)
def test_an_address_narrows_the_list(visit: Any, query: str, titles: list[str]) -> None:
    """By words, kind, topic and year, and in the order of the alphabet."""
    counted, found = shown(visit, query)
    assert len(found) == len(titles)
    assert counted == f"{len(titles)} aturan"
    assert all(title.startswith(start) for title, start in zip(found, titles, strict=True))
    assert visit.errors == []


def test_a_regulation_has_its_rules(visit: Any) -> None:
    """PermenPANRB 88/2021: nine rules rest on it."""
    assert shown(visit, "regulation=permenpanrb-88-2021")[0] == "9 aturan"
