"""What the parts of a report's reader share."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from tests.written import rules

from sakip_rules import Catalogue, DataError
from sakip_rules.languages import LANGUAGES
from sakip_rules.loader import parse_document
from sakip_rules.models import Reference
from sakip_rules.plans import FrameworkPlan
from sakip_rules.reader.reading import Reading
from sakip_rules.resolver import Resolver

BODIES = {"framework k": "levels: {d: {result: x, inputs: {x: {}}}}", "index a": "formula: 1"}
TEXT = "laporan:\n  judul: J\n  note: {id: N, en: M}\n  unit: []\n  kosong: {en: M}\n"


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    """A report that begins at the path `laporan` of its document."""
    catalogue: Catalogue = rules(tmp_path, BODIES)
    resolver = Resolver(catalogue.checked, datetime.date(2020, 12, 31))
    document, _ = parse_document(TEXT, "f.yaml")
    assert document is not None
    framework = resolver.plan(Reference("contoh/k"))
    assert isinstance(framework, FrameworkPlan)
    return Reading(resolver, framework, 2020, document, ("laporan",))


def test_places_are_counted_from_where_the_report_begins(reading: Reading) -> None:
    """Of values and of keys."""
    assert (reading.place(("judul",)).line, reading.place(("judul",)).column) == (2, 10)
    assert reading.key_place(("judul",)).column == 3
    assert [reading.has(("judul",)), reading.has(("tiada",))] == [True, False]
    reading.report("bad-value.text", ("judul",))
    reading.at_key("bad-value.text", ("judul",))
    assert [one.place.column for one in reading.mistakes if one.place] == [10, 3]


@pytest.mark.parametrize(
    ("written", "code"),
    [("contoh/tiada", "unknown-rule"), ("contoh", "bad-value"), (["a"], "bad-value"), (None, "bad-value")],
)
def test_a_reference_that_means_nothing_is_a_mistake(reading: Reading, written: object, code: str) -> None:
    """Told at its place; there is no plan then."""
    assert reading.plan(written, ("judul",), ("index",)) is None
    assert [(one.code, one.place.line if one.place else 0) for one in reading.mistakes] == [(code, 2)]
    shown = f"`{written}`" if isinstance(written, str) else "`…`"
    assert all(shown in one.message(lang) for one in reading.mistakes for lang in LANGUAGES)


def test_a_reference_gives_its_plan(reading: Reading) -> None:
    """In force on the report's day."""
    plan = reading.plan("contoh/a", ("judul",), ("index",))
    assert plan is not None
    assert plan.source.reference == "contoh/a@1.0.0"


def test_texts(reading: Reading) -> None:
    """A note may be in two languages; other texts are one text."""
    written = {"judul": "J", "note": {"id": "N", "en": "M"}, "unit": []}
    assert [reading.text(written, key, ()) for key in ("judul", "note", "unit", "tiada")] == [
        "J",
        "N",
        None,
        None,
    ]
    assert [one.key for one in reading.mistakes] == ["bad-value.text"]
    assert reading.text({"note": {"en": "M"}}, "note", ()) is None


def test_two_thousand_mistakes_are_enough(reading: Reading) -> None:
    """With the last of them the report is given up."""
    for _ in range(1_999):
        reading.at_key("bad-value.text", ("judul",))
    with pytest.raises(DataError) as caught:
        reading.at_key("bad-value.text", ("judul",))
    assert len(caught.value.diagnostics) == 2_000


def test_a_report_with_very_many_mistakes_is_not_read_to_its_end(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was found so far is raised, sorted by place."""
    monkeypatch.setattr("sakip_rules.reader.reading.FAULTS", 3)
    reading.report("bad-value.text", ("note",))
    reading.at_key("bad-value.text", ("judul",))
    with pytest.raises(DataError) as caught:
        reading.plan("contoh/tiada", ("judul",), ("index",))
    assert [(one.code, one.place.line if one.place else 0) for one in caught.value.diagnostics] == [
        ("bad-value", 2),
        ("unknown-rule", 2),
        ("bad-value", 3),
    ]
