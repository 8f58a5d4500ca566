import datetime
from typing import Any

import pytest

from sakip_rules import Catalogue
from sakip_rules.explainer.search import Wanted, search


@pytest.mark.parametrize(
    ("wanted", "references"),
    [
        ({}, ["contoh/capaian@2.0.0", "contoh/kerangka@1.0.0", "contoh/rasio@1.0.0", "contoh/skala@1.0.0"]),
        ({"kind": "scale"}, ["contoh/skala@1.0.0"]),
        ({"owner": "nasional"}, []),
        ({"day": datetime.date(2018, 12, 31), "words": ["capaian"]}, ["contoh/capaian@1.0.0"]),
        ({"day": datetime.date(1999, 12, 31)}, []),
        ({"confidence": "quoted"}, ["contoh/skala@1.0.0"]),
        ({"regulation": "tabel 1"}, ["contoh/skala@1.0.0"]),
        ({"regulation": "tabel 1", "confidence": "recalled"}, []),
        ({"words": ["SAMPLE", "skala"]}, ["contoh/skala@1.0.0"]),
        ({"sector": "skala"}, ["contoh/skala@1.0.0"]),
        ({"sector": "kesehatan"}, []),
        ({"words": ["sample", "tidak ada"]}, []),
    ],
)
def test_a_rule_must_be_all_that_is_wanted(
    catalogue: Catalogue, wanted: dict[str, Any], references: list[str]
) -> None:
    """Without a day the newest version is meant; words stand anywhere, in either language."""
    found = list(search(catalogue.rules, Wanted(**wanted)))
    assert [one.rule.reference for one in found] == references


def test_all_versions_come_with_a_rule(catalogue: Catalogue) -> None:
    """Oldest first, and every confidence of its legal basis."""
    (found,) = search(catalogue.rules, Wanted(kind="achievement"))
    assert [rule.version for rule in found.versions] == ["1.0.0", "2.0.0"]
    assert found.confidences == ["recalled"]
