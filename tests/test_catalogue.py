"""Tests of `sakip_rules.catalogue`."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path, PurePath

import pytest

from sakip_rules.catalogue import NotFound, RuleCatalogue, holds, last_day, last_day_of
from sakip_rules.loader import KnownRule, load_rules
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
    return found.key if isinstance(found, NotFound) else found.rule.version


def _rule(catalogue: RuleCatalogue, rule_id: str) -> AnyRule:
    return catalogue.versions[rule_id][0].rule


def test_versions_are_sorted_by_number(build: Build) -> None:
    """1.10.0 comes after 1.9.0, and ids stand in the order of the alphabet."""
    catalogue = build("b 1.0.0 2020", "a 1.10.0 2022", "a 1.9.0 2021 2021", "a 0.1.0 2020 2020")
    assert catalogue.ids() == ["contoh/a", "contoh/b"]
    assert [item.rule.version for item in catalogue.versions["contoh/a"]] == ["0.1.0", "1.9.0", "1.10.0"]


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


def test_the_circle_of_a_version(build: Build) -> None:
    """The nearest first, gone round once; a version that only leads into a circle is not of it."""
    catalogue = build(
        "a 1.0.0 2020 - 3.0.0", "a 2.0.0 2020 - 1.0.0", "a 3.0.0 2020 - 2.0.0", "a 4.0.0 2020 - 3.0.0"
    )
    circles = [list(catalogue.circle_of(loaded)) for loaded in catalogue.versions["contoh/a"]]
    assert circles == [
        ["3.0.0", "2.0.0", "1.0.0"],
        ["1.0.0", "3.0.0", "2.0.0"],
        ["2.0.0", "1.0.0", "3.0.0"],
        [],
    ]


def test_a_reference_to_nothing(build: Build) -> None:
    """Nothing is offered before somebody says it: of which kinds that may be, only the place knows."""
    found = build("abc 1.0.0 2020 2020").find(Reference("contoh/aba"), _day("2021"))
    assert isinstance(found, NotFound)
    assert (found.key, dict(found.texts)) == ("unknown-rule", {"name": "`contoh/aba`"})


def test_what_there_is(build: Build, tmp_path: Path) -> None:
    """By id, with kinds and usual names; of a file with errors the kind is not known."""
    _break(tmp_path, "1.0.0", "kind: index")
    build("b 1.0.0 2020")
    file = tmp_path / "contoh" / "b" / "1.0.0.yaml"
    file.write_text(file.read_text("utf-8") + "also_called: [BB]\n", "utf-8")
    b = KnownRule("contoh/b", frozenset({"index"}), frozenset({"BB"}))
    assert build().listing() == [KnownRule("contoh/a"), b]


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
        ("contoh/a", "2020", "unknown-rule.errors"),
        ("contoh/a", "2022", "unknown-rule.errors"),
        ("contoh/a@1.0.0", "2020", "1.0.0"),
        ("contoh/a@2.0.0", "2020", "unknown-rule.errors"),
        ("contoh/a@3.0.0", "2020", "unknown-rule"),
    ],
)
def test_a_version_that_cannot_be_read(
    build: Build, tmp_path: Path, reference: str, day: str, found: str
) -> None:
    """A file of which nothing is known may be the one that is meant: it stands in the way on every day."""
    _break(tmp_path, "2.0.0", "kind: [")
    assert _found(build("a 1.0.0 2020 2021"), reference, day) == found


def _correction(version: str, lines: str) -> str:
    """A version of `contoh/a` with an unknown key, from 2022 unless the lines say otherwise."""
    text = HEAD.format(name="a", version=version, first="2022") + "warna: merah\n"
    return text.replace("valid_from: 2022\n", lines) if "valid_from" in lines else text + lines


@pytest.mark.parametrize(
    ("lines", "day", "found"),
    [
        ("", "2021", "1.0.0"),
        ("", "2022", "unknown-rule.errors"),
        ("valid_to: 2022\n", "2023", "1.0.0"),
        ("supersedes: contoh/a@1.0.0\n", "2021", "1.0.0"),
        ("supersedes: contoh/a@1.0.0\n", "2022", "unknown-rule.errors"),
        ("supersedes: contoh/a\n", "2021", "unknown-rule.errors"),
        ("valid_from: 2022\nvalid_from: 2022\n", "2021", "unknown-rule.errors"),
        ("valid_from: besok\n", "2021", "unknown-rule.errors"),
        ("valid_from: 2022\nvalid_to: 2018\n", "2021", "unknown-rule.errors"),
        ("valid_to: 2022\nvalid_to: 2022\n", "2023", "unknown-rule.errors"),
    ],
)
def test_a_version_with_errors_stands_in_the_way_on_its_days(
    build: Build, tmp_path: Path, lines: str, day: str, found: str
) -> None:
    """On days on which it is surely not in force nobody needs it."""
    _break(tmp_path, "2.0.0", _correction("2.0.0", lines))
    assert _found(build("a 1.0.0 2018"), "contoh/a", day) == found


def test_days_of_versions_with_errors_are_told_of(build: Build, tmp_path: Path) -> None:
    """Where none is in force the nearest is named, whatever is wrong with it."""
    _break(tmp_path, "2.0.0", _correction("2.0.0", "valid_to: 2022\n"))
    catalogue = build("a 1.0.0 2020 2020")
    between = catalogue.find(Reference("contoh/a"), _day("2021"))
    assert isinstance(between, NotFound)
    assert dict(between.texts)["later"] == "contoh/a@2.0.0 (2022-01-01 – 2022-12-31)"
    assert _found(catalogue, "contoh/a", "2023") == "no-longer-in-force"


@pytest.mark.parametrize(("through", "found"), [("1.0.0", "unknown-rule.errors"), ("-", "3.0.0")])
def test_a_version_with_errors_through_which_another_supersedes(
    build: Build, tmp_path: Path, through: str, found: str
) -> None:
    """It is not in force in 2022, but what it supersedes is."""
    supersedes = f"supersedes: contoh/a@{through}\n" if through != "-" else ""
    _break(tmp_path, "2.0.0", _correction("2.0.0", f"valid_from: 2020\nvalid_to: 2021\n{supersedes}"))
    first = "a 1.0.0 2018" if through != "-" else "a 1.0.0 2018 2021"
    assert _found(build(first, "a 3.0.0 2022 - 2.0.0"), "contoh/a", "2022") == found


def test_files_that_the_caller_knows_to_have_errors(build: Build) -> None:
    """They stand in the way like those that cannot be read, and only on their days."""
    catalogue = build("a 1.0.0 2018", "a 2.0.0 2022 - 1.0.0")
    later = catalogue.find(Reference("contoh/a", "2.0.0"), _day("2022"))
    assert not isinstance(later, NotFound)
    unusable = {later.file}
    references = [
        ("contoh/a", "2021"),
        ("contoh/a", "2022"),
        ("contoh/a@1.0.0", "2022"),
        ("contoh/a@2.0.0", "2021"),
    ]
    found = []
    for text, day in references:
        reference = Reference.parse(text)
        assert reference is not None
        one = catalogue.find(reference, _day(day), unusable)
        found.append(one.files if isinstance(one, NotFound) else one.rule.version)
    assert found == ["1.0.0", (later.file,), "1.0.0", (later.file,)]


def test_whose_errors_might_stand_in_the_way(build: Build) -> None:
    """All versions in force on some day of a rule's own, superseded or not, and those that supersede."""
    catalogue = build(
        "a 1.0.0 2018 2018", "a 1.5.0 2020 2024", "a 2.0.0 2022 - 1.5.0", "a 3.0.0 2030", "c 1.0.0 2019 2021"
    )
    rule = _rule(catalogue, "contoh/c")
    names = {
        text: [PurePath(file).stem for file in catalogue.heeded(reference, rule)]
        for text in ("contoh/a", "contoh/a@3.0.0", "contoh/a@9.0.0", "contoh/b")
        if (reference := Reference.parse(text)) is not None
    }
    assert names == {
        "contoh/a": ["1.5.0", "2.0.0"],
        "contoh/a@3.0.0": ["3.0.0"],
        "contoh/a@9.0.0": [],
        "contoh/b": [],
    }


@pytest.mark.parametrize(
    ("broken", "text", "found"),
    [
        ("0.9.0", "", "unknown-rule.errors"),
        ("0.9.0", "valid_from: 2010\nvalid_to: 2015\n", "1.1.0"),
        ("1.2.0", "valid_from: 2030\n", "unknown-rule.errors"),
        ("1.0.1", "valid_from: 2020\nvalid_to: 2020\n", "1.1.0"),
        ("1.0.1", "valid_from: 2022\n", "unknown-rule.errors"),
    ],
)
def test_the_newest_version(build: Build, tmp_path: Path, broken: str, text: str, found: str) -> None:
    """The highest number, unless a file with errors has a higher one, or is in force in its first year."""
    _break(tmp_path, broken, _correction(broken, text) if text else "kind: [")
    newest = build("a 1.0.0 2018", "a 1.1.0 2022 - 1.0.0").newest("contoh/a")
    assert (newest.key if isinstance(newest, NotFound) else newest.rule.version) == found


def test_the_newest_version_of_nothing(build: Build, tmp_path: Path) -> None:
    """An id that no file has, and one of which nothing can be read."""
    _break(tmp_path, "1.0.0", "kind: [")
    newest = [build().newest(rule_id) for rule_id in ("contoh/b", "contoh/a")]
    assert [one.key for one in newest if isinstance(one, NotFound)] == ["unknown-rule", "unknown-rule.errors"]


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("contoh/a", "unknown-rule.errors"),
        ("contoh/b", "unknown-rule.errors"),
        ("contoh/b@2.0.0", "unknown-rule.errors"),
    ],
)
def test_a_file_in_the_wrong_place(build: Build, tmp_path: Path, reference: str, found: str) -> None:
    """It may be meant for the id, and the version, that it states, and for those of its path."""
    _break(tmp_path, "2.0.0", _correction("2.1.0", "valid_from: 2020\n").replace("contoh/a", "contoh/b"))
    assert _found(build("a 1.0.0 2018", "b 1.0.0 2018"), reference, "2021") == found


def test_a_rule_of_which_no_version_can_be_read(build: Build, tmp_path: Path) -> None:
    """Its file has errors; it is not unknown."""
    _break(tmp_path, "1.0.0", "kind: [")
    catalogue = build("b 1.0.0 2020")
    assert _found(catalogue, "contoh/a", "2020") == "unknown-rule.errors"
    assert [item.rule.id for item in catalogue.whole.values()] == ["contoh/b"]


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
