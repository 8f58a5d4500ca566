"""Tests of `sakip_rules.checker.overlaps`."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.written import pointed_at

from sakip_rules.catalogue import RuleCatalogue
from sakip_rules.checker import Checked
from sakip_rules.checker.overlaps import check_versions
from sakip_rules.loader import load_rules

Checker = Callable[[Mapping[str, str]], Checked]


def _version(valid_from: str, valid_to: str = "", supersedes: str = "") -> str:
    lines = [f"valid_from: {valid_from}", "inputs: {x: {}}", "formula: x"]
    lines += [f"valid_to: {valid_to}"] if valid_to else []
    lines += [f"supersedes: contoh/a@{supersedes}"] if supersedes else []
    return "\n".join(lines)


def _said(found: Checked) -> list[tuple[str, str, str]]:
    return [
        (one.key, Path(one.place.file).stem if one.place else "", dict(one.texts).get("day", ""))  # type: ignore[misc]  # a day is one text
        for one in found.diagnostics
    ]


def test_versions_one_after_the_other(checked: Checker) -> None:
    """The last day is inclusive: the next day is free."""
    assert _said(checked({"a": _version("2020", "2021"), "a@1.1.0": _version("2022")})) == []


def test_versions_on_one_day(checked: Checker) -> None:
    """Both in force on one day is an error of the higher number, with the first such day."""
    files = {"a": _version("2020", "2022-01-01"), "a@1.1.0": _version("2022")}
    found = checked(files)
    assert _said(found) == [("versions-overlap", "1.1.0", "2022-01-01")]
    assert [pointed_at(one) for one in found.diagnostics] == ["2022"]


def test_open_versions_overlap_for_ever(checked: Checker) -> None:
    """A version without an end is in force up to the last day there is."""
    files = {"a": _version("2020"), "a@1.1.0": _version("9999-12-31")}
    assert _said(checked(files)) == [("versions-overlap", "1.1.0", "9999-12-31")]


def test_a_correction_takes_the_place(checked: Checker) -> None:
    """`supersedes` settles it, through others too, one that is over among them."""
    files = {
        "a": _version("2020"),
        "a@1.1.0": _version("2020", "2020-06-30", "1.0.0"),
        "a@1.2.0": _version("2020", supersedes="1.1.0"),
    }
    assert _said(checked(files)) == []


def test_two_corrections_of_one_version(checked: Checker) -> None:
    """Both take the place of the first, and neither that of the other."""
    files = {
        "a": _version("2020"),
        "a@1.1.0": _version("2020", supersedes="1.0.0"),
        "a@1.2.0": _version("2020", supersedes="1.0.0"),
    }
    assert _said(checked(files)) == [("versions-overlap", "1.2.0", "2020-01-01")]


def test_an_overlap_that_a_later_end_lays_bare(checked: Checker) -> None:
    """Two versions overlap after the one that superseded the first is over."""
    files = {
        "a": _version("2020"),
        "a@1.1.0": _version("2020", "2020-12-31", "1.0.0"),
        "a@1.2.0": _version("2021"),
    }
    assert _said(checked(files)) == [("versions-overlap", "1.2.0", "2021-01-01")]


def test_an_overlap_is_told_of_its_first_day(checked: Checker) -> None:
    """However many turns the two see together."""
    files = {"a": _version("2020"), "a@1.1.0": _version("2020"), "a@1.2.0": _version("2021")}
    assert _said(checked(files)) == [
        ("versions-overlap", "1.1.0", "2020-01-01"),
        ("versions-overlap", "1.2.0", "2021-01-01"),
    ]


def test_a_version_with_errors_may_be_superseded(checked: Checker) -> None:
    """It is there: only its own errors are said."""
    files = {"a": _version("2020") + "\nwarna: 1", "a@1.1.0": _version("2021", supersedes="1.0.0")}
    assert [one.key for one in checked(files).diagnostics] == ["unknown-key"]


def test_a_long_circle_of_versions_is_shown_cut(checked: Checker) -> None:
    """As far as a message shows it."""
    files = {f"a@1.{at}.0": _version("2020", supersedes=f"1.{(at + 1) % 12}.0") for at in range(12)}
    shown = str(dict(checked(files).diagnostics[0].texts)["path"]).strip("`").split(" → ")
    assert shown == [*(f"1.{at}.0" for at in range(7)), "1.7…"]


def test_many_versions_on_one_day(checked: Checker) -> None:
    """Each is said once, beside its neighbour: n versions are n - 1 errors, not one for each pair."""
    files = {f"a@1.{number}.0": _version("2020") for number in range(6)}
    assert _said(checked(files)) == [
        ("versions-overlap", f"1.{number}.0", "2020-01-01") for number in range(1, 6)
    ]


@pytest.mark.parametrize("length", [1, 2, 3])
def test_versions_that_supersede_each_other(checked: Checker, length: int) -> None:
    """A circle of `supersedes` is an error of each member, and of nothing else."""
    files = {
        f"a@1.{number}.0": _version("2020", supersedes=f"1.{(number + 1) % length}.0")
        for number in range(length)
    }
    assert _said(checked(files)) == [("reference-cycle", f"1.{number}.0", "") for number in range(length)]


def test_a_version_that_leads_into_a_circle(checked: Checker) -> None:
    """Only members of a circle are in it."""
    files = {
        "a": _version("2020", supersedes="1.1.0"),
        "a@1.1.0": _version("2020", supersedes="1.0.0"),
        "a@1.2.0": _version("2020", supersedes="1.1.0"),
    }
    assert _said(checked(files)) == [("reference-cycle", "1.0.0", ""), ("reference-cycle", "1.1.0", "")]


def test_a_version_that_is_not_there(checked: Checker) -> None:
    """What is superseded must exist."""
    assert _said(checked({"a": _version("2020", supersedes="0.9.0")})) == [("unknown-rule", "1.0.0", "")]


def test_one_version_in_two_files(checked: Checker, tmp_path: Path) -> None:
    """A version stands in one file, even if the two are in force on different days."""
    checked({"a": _version("2020", "2020")})
    twice = [load_rules([tmp_path])[0] for _ in range(2)]
    found = list(check_versions(Checked(RuleCatalogue(twice))))
    assert [(item is twice[1], one.key) for item, one in found] == [(True, "versions-overlap.same")]
    assert pointed_at(found[0][1]) == "1.0.0"
    checked({"a": _version("2020")})
    shutil.copytree(tmp_path / "contoh", tmp_path / "dua" / "contoh")
    shutil.move(tmp_path / "contoh", tmp_path / "satu" / "contoh")
    twice = load_rules([tmp_path / "satu", tmp_path / "dua"])
    assert len({item.file for item in twice}) == 2
    assert [one.key for _, one in check_versions(Checked(RuleCatalogue(twice)))] == ["versions-overlap.same"]


def _gaps(found: Checked) -> list[tuple[str, str, str, str]]:
    """Key, file and the days of each warning of a gap."""
    warned = [one for one in found.diagnostics if one.code == "version-gap"]
    assert {one.severity for one in warned} <= {"warning"}
    texts = [dict(one.texts) for one in warned]
    files = [Path(one.place.file).stem if one.place else "" for one in warned]
    days = [(str(text.get("first", "")), str(text.get("last", ""))) for text in texts]
    return [(one.key, file, *span) for one, file, span in zip(warned, files, days, strict=True)]


def test_a_gap_is_said_once_with_its_days(checked: Checker) -> None:
    """Two gaps are two warnings, each in the version after it; the end of the last version is none."""
    files = {
        "a": _version("2014", "2016"),
        "a@1.1.0": _version("2018", "2018-06-30"),
        "a@1.2.0": _version("2018-07-02", "2020"),
    }
    assert _gaps(checked(files)) == [
        ("version-gap", "1.1.0", "2017-01-01", "2017-12-31"),
        ("version-gap", "1.2.0", "2018-07-01", "2018-07-01"),
    ]


def test_a_gap_with_a_reason_is_no_warning(checked: Checker) -> None:
    """`gap` stands in the version after the gap; in the one before it there is nothing to explain."""
    reason = "\ngap: Belum dibaca."
    declared = {"a": _version("2014", "2016"), "a@1.1.0": _version("2018") + reason}
    elsewhere = {"a": _version("2014", "2016") + reason, "a@1.1.0": _version("2018")}
    assert _gaps(checked(declared)) == []
    assert sorted(_gaps(checked(elsewhere))) == [
        ("version-gap", "1.1.0", "2017-01-01", "2017-12-31"),
        ("version-gap.none", "1.0.0", "", ""),
    ]


def test_a_file_with_errors_may_fill_the_gap(checked: Checker) -> None:
    """What is in force on those days is then not known."""
    broken = _version("2017", "2017").replace("formula: x", "formula: x +\nformule: y")
    files = {"a": _version("2014", "2016"), "a@1.1.0": broken, "a@1.2.0": _version("2018")}
    assert _gaps(checked(files)) == []
