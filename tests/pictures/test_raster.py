import struct

import pytest

from sakip_rules.pictures.bars import Bar, BarGroup, bar_picture
from sakip_rules.pictures.raster import ZOOM, printed_style, raster


def picture(label: str) -> str:
    """A small picture with one label."""
    return bar_picture("g", [BarGroup(label, [Bar(None, "")])], "judul", "isi")


def test_a_picture_is_as_large_as_its_drawing() -> None:
    """Three dots for each unit; a PNG says its size behind its first sixteen bytes."""
    made = raster(picture("a"))
    assert made.png.startswith(b"\x89PNG\r\n")
    assert struct.unpack(">II", made.png[16:24]) == (made.width * ZOOM, made.height * ZOOM)


def test_text_is_drawn_without_any_font_of_the_system() -> None:
    """Where a font is missing, the drawing program leaves out the text and says nothing."""
    assert raster(picture("Persentase")).png != raster(picture("")).png


def test_no_colour_is_left_to_a_name() -> None:
    """Names of colours are for browsers: elsewhere they are black, or a mistake."""
    assert "var(" not in printed_style()


def test_what_is_no_drawing_of_this_package_is_refused() -> None:
    """Its size is unknown."""
    with pytest.raises(ValueError, match="svg"):
        raster("<svg></svg>")
