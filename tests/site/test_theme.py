"""The theme: its colours can be read, and nothing of it comes from elsewhere."""

from __future__ import annotations

import hashlib
import re
from decimal import Decimal
from pathlib import Path

import pytest

THEME = Path(__file__).parent.parent.parent / "src" / "sakip_rules" / "site" / "theme"
CSS = (THEME / "css" / "sakip.css").read_text("utf-8")
MINISEARCH = "03c27931eb603af1d3358579e9885eafdb6a2f5fa9929557b3e77d7e99d06d03"
ON = {
    "paper": ("ink", "muted", "link", "link-visited", "accent"),
    "soft": ("ink", "muted", "link", "link-visited", "accent"),
    "top": ("on-top", "top-soft"),
    "accent": ("on-accent",),
    "focus": ("on-focus",),
    "mark": ("ink",),
    "quoted-soft": ("quoted",),
    "applied-soft": ("applied",),
    "recalled-soft": ("recalled",),
    "claimed-soft": ("claimed",),
}
PAIRS = [(ground, text) for ground, texts in ON.items() for text in texts]


def palette(selector: str) -> dict[str, str]:
    """The colours that a block of the style sheet names."""
    block = CSS.partition(f"{selector} {{")[2].partition("}")[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


LIGHT = palette(":root")
PALETTES = {"light": LIGHT, "dark": LIGHT | palette(':root[data-theme="dark"]')}


def luminance(color: str) -> Decimal:
    """Relative luminance, as WCAG 2.2 defines it."""
    channels = [Decimal(int(color[place : place + 2], 16)) / 255 for place in (1, 3, 5)]
    linear = [
        part / Decimal("12.92")
        if part <= Decimal("0.04045")
        else ((part + Decimal("0.055")) / Decimal("1.055")) ** Decimal("2.4")
        for part in channels
    ]
    return sum(
        (part * Decimal(weight) for part, weight in zip(linear, ("0.2126", "0.7152", "0.0722"), strict=True)),
        Decimal(0),
    )


def contrast(one: str, other: str) -> Decimal:
    """The contrast of two colours, 1 to 21."""
    low, high = sorted([luminance(one), luminance(other)])
    return (high + Decimal("0.05")) / (low + Decimal("0.05"))


def test_contrast_is_computed_as_wcag_does() -> None:
    """Black on white is 21; #767676 on white is known as the lightest grey that passes."""
    assert contrast("#000000", "#ffffff") == 21
    assert Decimal("4.54") < contrast("#767676", "#ffffff") < Decimal("4.55")
    assert contrast("#777777", "#ffffff") < Decimal("4.5")


@pytest.mark.parametrize("palette_name", PALETTES)
@pytest.mark.parametrize(("ground", "text"), PAIRS)
def test_text_can_be_read(palette_name: str, ground: str, text: str) -> None:
    """Every colour of text has a contrast of 4.5 on its ground, light and dark."""
    colors = PALETTES[palette_name]
    assert contrast(colors[ground], colors[text]) >= Decimal("4.5")


def test_dark_is_the_same_by_setting_and_by_switch() -> None:
    """The two blocks of the style sheet name the same colours."""
    assert palette(':root:not([data-theme="light"])') == palette(':root[data-theme="dark"]')


def test_nothing_is_fetched_from_elsewhere() -> None:
    """No template, style sheet or script of the theme holds an address to fetch from."""
    texts = {
        file.name: file.read_text("utf-8") for file in THEME.rglob("*.*") if file.suffix in (".html", ".css")
    }
    fetched = re.compile(r"(src|href)=\"https?:|url\((?!\"\.\./vendor/)|@import")
    assert [name for name, text in texts.items() if fetched.search(text)] == []


def test_what_was_made_elsewhere_is_as_its_authors_published_it() -> None:
    """MiniSearch 7.2.0 of the npm registry, `dist/umd/index.js`, with its licence."""
    folder = THEME / "vendor" / "minisearch"
    script = (folder / "minisearch.js").read_bytes()
    assert hashlib.sha256(script).hexdigest() == MINISEARCH
    assert "MIT" in (folder / "README.md").read_text("utf-8")
    assert "Copyright" in (folder / "LICENSE.txt").read_text("utf-8")


def test_the_font_of_formulas_is_the_one_that_its_recipe_makes() -> None:
    """A few kilobytes, by the sum in the recipe beside it, with its licence."""
    folder = THEME / "vendor" / "formula"
    font = (folder / "formula.woff2").read_bytes()
    assert hashlib.sha256(font).hexdigest() in (folder / "README.md").read_text("utf-8")
    assert len(font) < 6_000
    assert "STI Pub Companies" in (folder / "LICENSE.txt").read_text("utf-8")


def test_pages_about_rules_have_their_styles() -> None:
    """A picture whose segments, ends or holes have no style would be black blots."""
    styles = (THEME / "css" / "rules.css").read_text("utf-8")
    for name in (
        ".segment",
        ".end--in",
        ".end--out",
        ".arrow",
        ".hole",
        ".swatch",
        ".cases",
        "ol.steps",
        ".tree",
    ):
        assert name in styles
    assert "css/rules.css" in (THEME / "base.html").read_text("utf-8")
