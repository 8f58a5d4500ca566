"""What changed from one version to the next."""

from pathlib import Path

import pytest
from tests.written import rules

from sakip_rules.pages.rule.changes import Change, changes

RULE = "inputs: {a: {unit: nilai}, b: {unit: nilai}}\nsteps: {s: a + b}\nformula: s\n"
SCALE = "bands: [{category: X, from: 1.5}, {category: Y, below: 1.5}]\n"


def compared(folder: Path, kind: str, before: str, after: str) -> list[Change]:
    """What changed between two versions of a rule."""
    versions = {f"{kind} a": f"{before}valid_to: 2001\n", f"{kind} a@2.0.0": f"{after}valid_from: 2002\n"}
    old, new = (loaded.rule for loaded in rules(folder, versions).rules.versions["contoh/a"])
    return changes(old, new)


@pytest.mark.parametrize(
    ("kind", "before", "after", "found"),
    [
        ("index", RULE, f"title: Lain\ndescription: Baru\n{RULE}", []),
        ("index", RULE, RULE.replace("formula: s", "formula: s * 2"), [(("formula",), "s", "s * 2")]),
        ("index", RULE, RULE.replace("a + b", "a - b"), [(("steps", "s", "formula"), "a + b", "a - b")]),
        ("index", RULE, RULE.replace("nilai}}", "nilai}, c: {}}"), [(("inputs", "c"), None, "")]),
        ("index", f"{RULE}rounding: {{places: 2}}\n", RULE, [(("rounding", "places"), "2", None)]),
        ("scale", SCALE, SCALE.replace("1.5", "2"), [
            (("bands", "X", "from"), "1.5", "2"), (("bands", "Y", "below"), "1.5", "2"),
        ]),
    ],
)  # fmt: skip
def test_facts_of_computing_are_compared(
    tmp_path: Path, kind: str, before: str, after: str, found: list[Change]
) -> None:
    """Words and legal basis are not; what comes or goes as a whole is one change."""
    assert compared(tmp_path, kind, before, after) == found
