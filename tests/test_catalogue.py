"""Tests of `sakip_rules.catalogue`."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from sakip_rules.catalogue import NotFound, RuleCatalogue, holds, last_day, last_day_of, rule_of
from sakip_rules.loader import load_rules
from sakip_rules.models import AnyRule, Reference

Build = Callable[..., RuleCatalogue]
HEAD = """\
kind: index
id: contoh/{name}
version: {version}
title: Contoh
legal_basis: [{{document: Contoh buatan, confidence: applied}}]
valid_from: {first}
inputs: {{x: {{}}}}
formula: x
unit: nilai
examples: [{{title: t, given: {{x: 1}}, result: 1}}]
"""


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Writes versions of rules, each as `name version first-day last-day superseded`, and loads them."""

    def run(*versions: str) -> RuleCatalogue:
        for line in versions:
            name, version, first, last, supersedes = [*line.split(), "-", "-"][:5]
            text = HEAD.format(name=name, version=version, first=first)
            text += f"valid_to: {last}\n" if last != "-" else ""
            text += f"supersedes: contoh/{name}@{supersedes}\n" if supersedes != "-" else ""
            file = tmp_path / "contoh" / name / f"{version}.yaml"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        return RuleCatalogue(load_rules([tmp_path]))

    return run


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text if "-" in text else f"{text}-12-31")


def _found(catalogue: RuleCatalogue, text: str, day: str) -> str:
    """Gives the version that a reference means, or the key of the reason why there is none."""
    reference = Reference.parse(text)
    assert reference is not None
    found = catalogue.find(reference, _day(day))
    return found.key if isinstance(found, NotFound) else rule_of(found).version


def _rule(catalogue: RuleCatalogue, rule_id: str) -> AnyRule:
    return rule_of(catalogue.versions[rule_id][0])


def test_versions_are_sorted_by_number(build: Build) -> None:
    """1.10.0 comes after 1.9.0, and ids stand in the order of the alphabet."""
    catalogue = build("b 1.0.0 2020", "a 1.10.0 2022", "a 1.9.0 2021 2021", "a 0.1.0 2020 2020")
    assert catalogue.ids() == ["contoh/a", "contoh/b"]
    assert [rule_of(item).version for item in catalogue.versions["contoh/a"]] == ["0.1.0", "1.9.0", "1.10.0"]


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2019", "not-yet-in-force"),
        ("2020-01-01", "1.0.0"),
        ("2020", "1.0.0"),
        ("2021-06-30", "1.0.0"),
        ("2021-07-01", "no-longer-in-force.between"),
        ("2021", "no-longer-in-force.between"),
        ("2022-01-01", "2.0.0"),
        ("2023", "2.0.0"),
        ("2024-01-01", "no-longer-in-force"),
    ],
)
def test_the_version_in_force(build: Build, day: str, found: str) -> None:
    """Both ends are inclusive; before, between and after there is none."""
    catalogue = build("a 1.0.0 2020 2021-06-30", "a 2.0.0 2022 2023")
    assert _found(catalogue, "contoh/a", day) == found
    assert _found(catalogue, "contoh/a@1.0.0", day) == "1.0.0"


@pytest.mark.parametrize(
    ("day", "texts"),
    [
        ("2010", {"earlier": "", "later": "contoh/a@1.0.0 (2020-01-01 – 2020-12-31)"}),
        (
            "2021-01-01",
            {
                "earlier": "contoh/a@1.0.0 (2020-01-01 – 2020-12-31)",
                "later": "contoh/a@2.0.0 (2022-01-01 – 2022-12-31)",
            },
        ),
        (
            "2023-05-01",
            {
                "earlier": "contoh/a@2.0.0 (2022-01-01 – 2022-12-31)",
                "later": "contoh/a@3.0.0 (2024-01-01 – …)",
            },
        ),
    ],
)
def test_the_nearest_versions(build: Build, day: str, texts: dict[str, str]) -> None:
    """The one that ended last, and the one that begins first."""
    catalogue = build("a 1.0.0 2020 2020", "a 2.0.0 2022 2022", "a 3.0.0 2024")
    found = catalogue.find(Reference("contoh/a"), _day(day))
    assert isinstance(found, NotFound)
    assert dict(found.texts) == {"name": "`contoh/a`", "day": str(_day(day)), **texts}


def test_the_last_day_there_is(build: Build) -> None:
    """An open version is in force on it, and so is one that ends on it."""
    catalogue = build("a 1.0.0 2020", "b 1.0.0 2020 9999-12-31")
    assert [_found(catalogue, name, "9999-12-31") for name in ("contoh/a", "contoh/b")] == ["1.0.0", "1.0.0"]
    assert [last_day(_rule(catalogue, name)) for name in catalogue.ids()] == [datetime.date.max] * 2
    assert catalogue.turns("contoh/b") == (datetime.date(2020, 1, 1),)


@pytest.mark.parametrize(
    ("versions", "day", "found"),
    [
        (["a 1.0.0 2020", "a 2.0.0 2021 - 1.0.0"], "2020", "1.0.0"),
        (["a 1.0.0 2020", "a 2.0.0 2021 - 1.0.0"], "2021", "2.0.0"),
        (["a 1.0.0 2020", "a 2.0.0 2021 2021 1.0.0"], "2022", "1.0.0"),
        (["a 1.0.0 2020", "a 0.9.0 2021 - 1.0.0"], "2021", "0.9.0"),
        (["a 1.0.0 2020", "a 2.0.0 2020 2020 1.0.0", "a 3.0.0 2020 - 2.0.0"], "2021", "3.0.0"),
        (["a 1.0.0 2020", "a 2.0.0 2020 - 1.0.0", "a 3.0.0 2020 - 1.0.0"], "2020", "3.0.0"),
        (["a 1.0.0 2020", "a 2.0.0 2020"], "2020", "2.0.0"),
        (["a 1.0.0 2020 - 2.0.0", "a 2.0.0 2020 - 1.0.0"], "2020", "2.0.0"),
        (["a 1.0.0 2020 - 1.0.0"], "2020", "1.0.0"),
        (["a 2.0.0 2020 - 1.0.0"], "2020", "2.0.0"),
    ],
)
def test_versions_that_supersede_others(build: Build, versions: list[str], day: str, found: str) -> None:
    """One takes another's place on the days both hold; where that settles nothing, the highest stands."""
    assert _found(build(*versions), "contoh/a", day) == found


def test_all_that_a_version_supersedes(build: Build) -> None:
    """The nearest first; a circle is gone round once."""
    catalogue = build(
        "a 1.0.0 2020 - 3.0.0", "a 2.0.0 2020 - 1.0.0", "a 3.0.0 2020 - 2.0.0", "a 4.0.0 2020 - 3.0.0"
    )
    versions = [rule_of(item) for item in catalogue.versions["contoh/a"]]
    assert list(catalogue.superseded_by(versions[3])) == ["3.0.0", "2.0.0", "1.0.0"]
    assert list(catalogue.superseded_by(versions[0])) == ["3.0.0", "2.0.0", "1.0.0"]
    assert list(build("b 1.0.0 2020").superseded_by(_rule(build(), "contoh/b"))) == []


@pytest.mark.parametrize(
    ("reference", "near"),
    [
        ("contoh/aba", "`contoh/abc`"),
        ("contoh/abc@1.1.1", "`contoh/abc@1.1.0`"),
        ("lain/zzz", "`contoh/abc`, `contoh/xyz`"),
    ],
)
def test_a_reference_to_nothing(build: Build, reference: str, near: str) -> None:
    """The nearest id, or version of that id, is named; else what there is."""
    catalogue = build("abc 1.0.0 2020 2020", "abc 1.1.0 2021", "xyz 1.0.0 2020")
    parsed = Reference.parse(reference)
    assert parsed is not None
    found = catalogue.find(parsed, _day("2021"))
    assert isinstance(found, NotFound)
    assert found.key == "unknown-rule"
    assert near in dict(found.texts)["near"][1]


def test_an_empty_catalogue(build: Build) -> None:
    """Nothing is found in it, and no day makes a difference."""
    catalogue = build()
    assert catalogue.ids() == []
    assert _found(catalogue, "contoh/a", "2020") == "unknown-rule"
    assert catalogue.turns("contoh/a") == ()


def _break(tmp_path: Path, version: str, text: str) -> None:
    (tmp_path / "contoh" / "a").mkdir(parents=True, exist_ok=True)
    (tmp_path / "contoh" / "a" / f"{version}.yaml").write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("reference", "day", "found"),
    [
        ("contoh/a", "2020", "1.0.0"),
        ("contoh/a", "2022", "unknown-rule.errors"),
        ("contoh/a@2.0.0", "2020", "unknown-rule.errors"),
        ("contoh/a@3.0.0", "2020", "unknown-rule"),
    ],
)
def test_a_version_that_cannot_be_read(
    build: Build, tmp_path: Path, reference: str, day: str, found: str
) -> None:
    """A file of which nothing is known may be the one that is meant: then its errors are said."""
    _break(tmp_path, "2.0.0", "kind: [")
    assert _found(build("a 1.0.0 2020 2021"), reference, day) == found


@pytest.mark.parametrize(("day", "found"), [("2022", "unknown-rule.errors"), ("2023", "no-longer-in-force")])
def test_a_version_with_errors_whose_days_are_known(
    build: Build, tmp_path: Path, day: str, found: str
) -> None:
    """On a day on which it would not be in force it is not to blame."""
    text = HEAD.format(name="b", version="2.0.0", first="2022") + "valid_to: 2022\n"
    _break(
        tmp_path, "2.0.0", text.replace("contoh/b", "contoh/a").replace("version: 2.0.0", "version: 2.0.1")
    )
    assert _found(build("a 1.0.0 2020 2021"), "contoh/a", day) == found


def test_a_rule_of_which_no_version_can_be_read(build: Build, tmp_path: Path) -> None:
    """Its file has errors; it is not unknown."""
    _break(tmp_path, "1.0.0", "kind: [")
    catalogue = build("b 1.0.0 2020")
    assert _found(catalogue, "contoh/a", "2020") == "unknown-rule.errors"
    broken = next(item for item in catalogue.loaded if item.rule is None)
    with pytest.raises(ValueError, match="could not be read"):
        rule_of(broken)


@pytest.mark.parametrize(
    ("reference", "days"),
    [
        ("contoh/b", ["2020-06-01", "2021-01-01", "2022-01-01", "2022-07-01"]),
        ("contoh/b@1.0.0", ["2020-06-01"]),
        ("contoh/tak-ada", ["2020-06-01"]),
    ],
)
def test_days_on_which_references_change(build: Build, reference: str, days: list[str]) -> None:
    """The first day of validity, and each on which a version begins or is over, the last day included."""
    catalogue = build(
        "a 1.0.0 2020-06-01 2022-07-01",
        "b 1.0.0 2019 2020",
        "b 2.0.0 2022 2022-06-30",
        "b 3.0.0 2022-07-01 2022-07-01",
        "b 4.0.0 2022-07-03",
    )
    parsed = Reference.parse(reference)
    assert parsed is not None
    found = catalogue.days_that_differ(_rule(catalogue, "contoh/a"), [parsed, parsed])
    assert [str(day) for day in found] == days


def test_validity(build: Build) -> None:
    """A rule holds from its first to its last day; a year's rules are taken on its last day."""
    rule = _rule(build("a 1.0.0 2020-02-01 2020-02-29"), "contoh/a")
    days = ["2020-01-31", "2020-02-01", "2020-02-29", "2020-03-01"]
    assert [holds(rule, _day(day)) for day in days] == [False, True, True, False]
    assert last_day_of(2020) == datetime.date(2020, 12, 31)
