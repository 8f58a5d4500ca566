"""Where pages stand, and the links between them."""

import pytest

from sakip_rules.pages.addresses import PagePlace, path_in, rule_path, slug


def test_english_pages_stand_on_the_same_path() -> None:
    """So that the switch between languages needs no table."""
    assert path_in("id", "rumus/a/b.md") == "rumus/a/b.md"
    assert path_in("en", "rumus/a/b.md") == "en/rumus/a/b.md"


def test_a_rule_has_an_address_and_each_older_version_one_below() -> None:
    """The newest version keeps the rule's own address."""
    assert rule_path("nasional/ipm") == "rumus/nasional/ipm.md"
    assert rule_path("nasional/ipm", "1.0.0") == "rumus/nasional/ipm/1.0.0.md"


@pytest.mark.parametrize(
    ("text", "part"),
    [("PermenPANRB 88/2021", "permenpanrb-88-2021"), ("LKjIP 2019–2020", "lkjip-2019-2020"), ("…", "lain")],
)
def test_a_name_becomes_a_part_of_an_address(text: str, part: str) -> None:
    """Small letters, digits and hyphens."""
    assert slug(text) == part


@pytest.mark.parametrize(
    ("page", "target", "anchor", "directories", "files"),
    [
        ("rumus/a/b.md", "rumus/a/c.md", "", "../c/", "c.html"),
        ("rumus/a/b.md", "rumus/a/b/1.0.0.md", "", "1.0.0/", "b/1.0.0.html"),
        ("rumus/a/b/1.0.0.md", "rumus/a/b.md", "", "../", "../b.html"),
        ("rumus/a/b.md", "rumus/index.md", "", "../../", "../index.html"),
        (
            "rumus/a/b.md",
            "peraturan/x.md",
            "dasar",
            "../../../peraturan/x/#dasar",
            "../../peraturan/x.html#dasar",
        ),
        ("rumus/index.md", "rumus/a/b.md", "", "a/b/", "a/b.html"),
        ("index.md", "rumus/index.md", "", "rumus/", "rumus/index.html"),
        ("rumus/index.md", "index.md", "", "../", "../index.html"),
        ("rumus/index.md", "rumus/index.md", "", "./", "index.html"),
        ("rumus/a/b.md", "rumus/a/b.md", "masukan-é", "#masukan-%C3%A9", "#masukan-%C3%A9"),
    ],
)
def test_links_are_relative_in_either_style(
    page: str, target: str, anchor: str, directories: str, files: str
) -> None:
    """Served from any folder, or opened from a disk."""
    assert PagePlace(page, "id", "directories").href(target, anchor) == directories
    assert PagePlace(page, "en", "files").href(target, anchor) == files


def test_a_page_of_the_other_language_can_be_linked_to() -> None:
    """By its whole path."""
    assert (
        PagePlace("rumus/a/b.md", "id", "directories").link_to("en/rumus/a/b.md") == "../../../en/rumus/a/b/"
    )


def test_pages_written_by_hand_are_known_by_language() -> None:
    """What is not there is not linked to."""
    place = PagePlace("rumus/index.md", "en", "files", {"en/tentang/keyakinan.md", "galat/index.md"})
    assert (place.has("tentang/keyakinan.md"), place.has("galat/index.md")) == (True, False)
