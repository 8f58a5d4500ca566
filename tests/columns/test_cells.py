"""Cells as data give them."""

from fractions import Fraction

import numpy as np
import pyarrow as pa

from sakip_rules.columns.cells import Cells, ListCells
from sakip_rules.columns.frames import cells_of


def test_cells_are_objects_of_python() -> None:
    """Decimals as fractions; nothing where no cell stands; a short float keeps its shortest text."""
    there = np.array([True, False])
    assert Cells(np.array([150, 7]), there, 2).objects() == [Fraction(3, 2), None]
    assert [str(cell) for cell in Cells(np.array([0.1], "f4")).objects()] == ["0.1"]


def test_some_cells_are_those_cells() -> None:
    """In any order, with what is there and what is not; lists of Arrow, too."""
    cells = Cells(np.array([1, 2, 3]), np.array([True, False, True]), 1)
    assert cells.objects(np.array([2, 1])) == [Fraction(3, 10), None]
    lists: list[list[dict[str, int]]] = [[{"n": 1}], [], [{"n": 2}, {"n": 3}]]
    column = cells_of(pa.chunked_array([lists]))
    assert isinstance(column, ListCells)
    assert column.objects() == lists
    assert column.objects(np.array([2, 0])) == [lists[2], lists[0]]
