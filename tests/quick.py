"""Which tests are the quick part: of each a few cases, and none that takes long."""

from collections.abc import Iterable
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CORPORA = {HERE / "hostile", HERE / "national", HERE / "test_gates.py"}
"""They are left out whole, and not even read."""

LEFT_OUT = ("slow", "broad")
CASES = 3


def quick_part(items: Iterable[pytest.Item]) -> set[pytest.Item]:
    """Gives of each test a few cases, spread over all of them; of the corpora none."""
    cases: dict[str, list[pytest.Item]] = {}
    for item in items:
        corpus = CORPORA & {item.path, *item.path.parents}
        if not corpus and not any(map(item.get_closest_marker, LEFT_OUT)):
            cases.setdefault(item.nodeid.partition("[")[0], []).append(item)
    return {item for found in cases.values() for item in found[:: -(-len(found) // CASES)]}
