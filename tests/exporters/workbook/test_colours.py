"""Colours of bands: which cells have which."""

from __future__ import annotations

import io
import re
import zipfile

from sakip_rules.exporters.subjects import LiveReport
from sakip_rules.exporters.workbook.colours import BandColours, ranges, tint
from sakip_rules.extras import needed


def test_cells_below_one_another_are_a_range() -> None:
    """Each once, by columns."""
    assert list(ranges([(4, 1), (3, 1), (5, 1), (7, 1), (3, 0), (3, 0)])) == ["A4", "B4:B6", "B8"]


def test_a_ground_is_light() -> None:
    """A quarter of the colour, the rest white."""
    assert tint("000000") == "#BFBFBF"
    assert tint("ffffff") == "#FFFFFF"
    assert tint("0072b2") == "#BFDBEB"


def test_every_band_has_a_condition_of_its_own_words(small: LiveReport) -> None:
    """What a formula gives decides the colour, whatever is stored beside it."""
    figures = [figure for node in small.tree.root.walk() for figure in node.now.record.figures.values()]
    plan = next(figure.scale for figure in figures if figure.scale is not None)
    out = io.BytesIO()
    book = needed("xlsxwriter", "excel").Workbook(out, {"in_memory": True})
    book.add_worksheet("Capaian")
    colours = BandColours(book)
    colours.add("Capaian", plan, 3, 2)
    colours.add("Capaian", None, 9, 9)
    colours.write()
    book.close()
    with zipfile.ZipFile(out) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    words = re.findall(r"<formula>\"(.+?)\"</formula>", sheet)
    assert words == [band.category for band in plan.scale.bands]
    assert len(set(re.findall(r'dxfId="(\d+)"', sheet))) == len(words)
    assert re.findall(r'sqref="(.+?)"', sheet)[-1] == "C4"
