"""Which files a change of a rule can reach."""

from collections.abc import Callable, Mapping

import pytest

from sakip_rules.checker import Checked
from sakip_rules.links.dependants import Dependants

Checker = Callable[[Mapping[str, str]], Checked]


def _calling(name: str) -> str:
    return f"inputs: {{x: {{}}}}\nsteps:\n  s: {{rule: contoh/{name}}}\nformula: s + x\n"


LAST = "inputs: {x: {}}\nformula: x\n"
FILES = {
    "a": _calling("b"),
    "b": _calling("c@1.0.0"),
    "c": LAST,
    "c@2.0.0": f"valid_from: 2021\n{LAST}",
    "d": _calling("tiada"),
    "e": _calling("f"),
    "f": _calling("e"),
    "g": _calling("rusak"),
    "rusak": "kind: apa\n",
}


@pytest.fixture
def dependants(checked: Checker) -> Dependants:
    """Rules that refer to each other, to nothing, in a circle, and to a file that cannot be read."""
    return Dependants(checked(FILES).catalogue)


@pytest.mark.parametrize(
    ("ids", "reached"),
    [
        (["a"], ["a/1.0.0"]),
        (["b"], ["a/1.0.0", "b/1.0.0"]),
        (["c"], ["a/1.0.0", "b/1.0.0", "c/1.0.0", "c/2.0.0"]),
        (["e"], ["e/1.0.0", "f/1.0.0"]),
        (["rusak"], ["g/1.0.0", "rusak/1.0.0"]),
        (["tiada"], ["d/1.0.0"]),
        (["entah"], []),
        (["a", "d"], ["a/1.0.0", "d/1.0.0"]),
    ],
)
def test_a_change_reaches_those_that_refer_to_it(
    dependants: Dependants, ids: list[str], reached: list[str]
) -> None:
    """All versions of the rule, whatever version is named, and whoever refers to those; circles too."""
    files = dependants.reached(f"contoh/{rule_id}" for rule_id in ids)
    assert sorted("/".join(file.rsplit("/", 2)[1:]).removesuffix(".yaml") for file in files) == reached


def test_who_refers_to_nothing_is_known(dependants: Dependants) -> None:
    """Its message names what there is; so does that of a version that only broken files could be."""
    assert dependants.lost() == {"contoh/d", "contoh/g"}
