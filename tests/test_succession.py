"""Tests of `sakip_rules.succession`: which versions stand, against the definition, day by day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.models import Validity
from sakip_rules.succession import Succession

START = datetime.date(2020, 1, 1)


def version(number: int, first: int, days: int | None, supersedes: int | None) -> Validity:
    """Version `number` of a rule, from a day on, for so many days, in the place of another."""
    begins = START + datetime.timedelta(first)
    stated = {
        "version": f"{number}.0.0",
        "valid_from": str(begins),
        "valid_to": None if days is None else str(begins + datetime.timedelta(days)),
        "supersedes": None if supersedes is None else f"contoh/a@{supersedes}.0.0",
    }
    return Validity.read({key: value for key, value in stated.items() if value is not None})


def chain(dated: dict[str, Validity], file: str) -> Iterator[str]:
    """What a version supersedes, by the definition: one after the other, until one comes again."""
    found: list[str] = []
    at: Validity | None = dated[file]
    while at is not None and at.supersedes is not None and at.supersedes.version not in found:
        assert at.supersedes.version is not None
        found.append(at.supersedes.version)
        at = next((one for one in dated.values() if one.version == found[-1]), None)
    return iter(found)


def stand(dated: dict[str, Validity], usable: list[str], day: datetime.date) -> tuple[str, ...]:
    """The versions that stand on a day, by the definition."""
    holding = [
        file for file, one in dated.items() if one.valid_from <= day <= (one.valid_to or datetime.date.max)
    ]
    replaced = {version for file in holding for version in chain(dated, file)}
    able = [file for file in usable if file in holding]
    return tuple([file for file in able if dated[file].version not in replaced] or able[-1:])


VERSIONS = st.lists(
    st.tuples(
        st.integers(0, 6),
        st.integers(0, 8),
        st.none() | st.integers(0, 6),
        st.none() | st.integers(0, 7),
        st.booleans(),
    ),
    max_size=9,
)


@given(VERSIONS)
def test_the_versions_that_stand_are_those_of_the_definition(
    drawn: list[tuple[int, int, int | None, int | None, bool]],
) -> None:
    """Chains, trees, circles, one version in two files, versions that are not there, files with errors."""
    files = {f"{place}.yaml": version(*one[:4]) for place, one in enumerate(drawn)}
    usable = {file: None for file, one in zip(files, drawn, strict=True) if one[4]}
    succession = Succession(files)
    stands = succession.standing(usable)
    assert len(stands) == len(succession.turns) + 1
    assert stands[0] == ()
    for day, found in zip(succession.turns, stands[1:], strict=True):
        assert found == stand(files, list(usable), day)
    for file, one in files.items():
        assert list(succession.superseded_by(file)) == list(chain(files, file))
        assert succession.in_circle(file) == (one.version in chain(files, file))


@pytest.mark.parametrize("circle", [False, True])
def test_many_versions_take_near_linear_steps(circle: bool) -> None:
    """Each of 300 supersedes the one before: no more than a few steps a version, where they were 300."""
    count = 300
    last = count - 1 if circle else None
    files = {str(one): version(one, one, None, one - 1 if one else last) for one in range(count)}
    steps = 0

    class Counted(dict[str, Validity]):
        def __getitem__(self, key: str) -> Validity:
            nonlocal steps
            steps += 1
            return super().__getitem__(key)

    succession = Succession(Counted(files))
    succession.standing(files)
    assert all(succession.in_circle(file) == circle for file in files)
    assert steps < 20 * count
