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


BUNDLED = Catalogue.bundled()


@pytest.mark.parametrize(
    ("word", "rule_id"),
    [
        ("AKI", "nasional/kesehatan-kematian-ibu"),
        ("AKB", "nasional/kesehatan-kematian-bayi"),
        ("TPT", "nasional/ekonomi-pengangguran-terbuka"),
        ("IKM", "nasional/skm-indeks"),
        ("UHH", "nasional/kesehatan-umur-harapan-hidup"),
        ("IPM", "nasional/ipm"),
        ("ipm", "nasional/ipm"),
        ("NTP", "nasional/ekonomi-nilai-tukar-petani"),
        ("IKLH", "nasional/lingkungan-iklh"),
    ],
)
def test_an_abbreviation_finds_its_rule_first(word: str, rule_id: str) -> None:
    """What a rule is also called goes before words that only hold the same letters."""
    assert next(search(BUNDLED.rules, Wanted([word]))).rule.id == rule_id


def test_a_usual_name_of_several_words_finds_its_rule_first() -> None:
    """All words together are a name; the begin of a word goes before a part of one."""
    first = next(search(BUNDLED.rules, Wanted(["angka", "harapan", "hidup"])))
    assert first.rule.id == "nasional/kesehatan-umur-harapan-hidup"
    ids = [found.rule.id for found in search(BUNDLED.rules, Wanted(["gini"]))]
    assert ids[0] == "nasional/ekonomi-gini"
