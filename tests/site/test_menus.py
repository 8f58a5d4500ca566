"""Menus, and where a page stands in them, on the site of an agency."""

from __future__ import annotations

from typing import Any

from sakip_rules.site.menus import MenuEntry, MenuPart, neighbours, part_of

FIRST, SECOND, THIRD = (MenuEntry(name.upper(), f"{name}/", f"{name}.md") for name in "abc")
PART = MenuPart("Panduan", [FIRST, SECOND, THIRD])


def test_a_page_stands_between_two() -> None:
    """The first has none before it, the last none after it; a page of no part has neither."""
    assert neighbours("a.md", PART) == (None, SECOND)
    assert neighbours("b.md", PART) == (FIRST, THIRD)
    assert neighbours("c.md", PART) == (SECOND, None)
    assert neighbours("d.md", None) == (None, None)
    assert part_of("b.md", [PART]) is PART
    assert part_of("d.md", [PART]) is None


def test_each_language_has_its_own_menu(agency: Any) -> None:
    """An Indonesian page leads to Indonesian pages, an English one to English ones."""
    menu = agency.page("panduan").partition('class="menu__panel"')[2].partition("</nav>")[0]
    assert ">Panduan</a>" in menu
    assert ">Guide</a>" not in menu
    english = agency.page("en/panduan").partition('class="menu__panel"')[2].partition("</nav>")[0]
    assert ">Guide</a>" in english
    assert ">Panduan</a>" not in english
