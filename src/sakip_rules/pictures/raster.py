"""Pictures as PNG, for paper: drawn with the package's own style and font, the same on every machine."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Final, NamedTuple

from sakip_rules.extras import needed

ZOOM: Final = 3
"""So many dots for each unit of a drawing: 200 to an inch where it is 14 cm wide."""

FONT: Final = "DejaVu Sans"
_PAPER: Final = {
    "paper": "#ffffff",
    "ink": "#1a1f26",
    "muted": "#51606f",
    "accent": "#0b4f8a",
    "recalled": "#6b4400",
    "quoted": "#0a5231",
    "claimed": "#8a1f1f",
    "link-visited": "#5d3a8c",
    "body": f"'{FONT}'",
}
"""What the names in `charts.css` are on paper."""

_SIZE: Final = re.compile(r'viewBox="0 0 ([0-9]+)(?:\.[0-9])? ([0-9]+)(?:\.[0-9])?"')


class Raster(NamedTuple):
    """A picture in dots: its PNG, and how wide and high the drawing is, in its own units."""

    png: bytes
    width: int
    height: int


def raster(svg: str) -> Raster:
    """Gives a drawing of this package as PNG on white; raises `UsageError` without the extra `word`."""
    resvg = needed("resvg_py", "word")
    size = _SIZE.search(svg)
    if size is None:
        raise ValueError(svg[:80])
    drawing = svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    with resources.as_file(resources.files("sakip_rules.pictures") / "font" / "DejaVuSans.ttf") as font:
        png = resvg.svg_to_bytes(
            svg_string=drawing,
            style_sheet=printed_style(),
            background=_PAPER["paper"],
            zoom=ZOOM,
            skip_system_fonts=True,  # else a machine without fonts leaves out all text, and says nothing
            font_files=[str(font)],
            font_family=FONT,
            sans_serif_family=FONT,
        )
    return Raster(bytes(png), int(size[1]), int(size[2]))


@cache
def printed_style() -> str:
    """Gives the style of charts as programs understand it that know no names for colours."""
    sheet = (resources.files("sakip_rules.pictures") / "charts.css").read_text(encoding="utf-8")
    return re.sub(r"var\(--([a-z-]+)\)", lambda name: _PAPER[name[1]], sheet)
