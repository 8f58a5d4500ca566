"""Cells as data give them."""

from fractions import Fraction

import numpy as np

from sakip_rules.columns.cells import Cells


def test_cells_are_objects_of_python() -> None:
    """Decimals as fractions; nothing where no cell stands; a short float keeps its shortest text."""
    there = np.array([True, False])
    assert Cells(np.array([150, 7]), there, 2).objects() == [Fraction(3, 2), None]
    assert [str(cell) for cell in Cells(np.array([0.1], "f4")).objects()] == ["0.1"]


def test_picked_cells_are_those_cells() -> None:
    """In any order, with what is there and what is not."""
    cells = Cells(np.array([1, 2, 3]), np.array([True, False, True]), 1)
    assert cells.picked(np.array([2, 1])).objects() == [Fraction(3, 10), None]
