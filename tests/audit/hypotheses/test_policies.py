"""Policies of another agency: caps, the other usual formula, another version of the rule, growth."""

from pathlib import Path

import pytest
from tests.audit.invented import BASIS, audited, cause

from sakip_rules import Catalogue


@pytest.mark.parametrize(
    ("path", "entry", "code", "with_"),
    [
        # a has 107.15
        ("satu/a", "figure: rasio, value: 100", "capped", {"cap": "100"}),
        # e has 42.86 / 25 × 100 = 171.44
        ("e", "figure: rasio, value: 120.00", "capped", {"cap": "120"}),
        ("e", "figure: rasio, value: 110", "capped", {"cap": "110"}),
        # the mean of 100 and 75 for that of 107.15 and 75
        ("satu", "figure: rasio, value: 87.50", "capped", {"cap": "100", "satu/a:rasio": "100"}),
        # b: 10 / 12.5 × 100 for (20 − 12.5) / 10 × 100
        (
            "satu/b",
            "figure: rasio, value: 80.00",
            "another-formula",
            {"formula": "target / realisasi * 100", "realisasi": "12.5", "target": "10"},
        ),
        # a: (42.86 − 40) / 40 × 100 for 42.86 − 40
        (
            "satu/a",
            "figure: selisih, value: 7.15",
            "growth",
            {"formula": "growth", "nilai": "42.86", "patokan": "40"},
        ),
    ],
)
def test_a_policy_is_named(tmp_path: Path, path: str, entry: str, code: str, with_: dict[str, str]) -> None:
    """The cap, the formula or the quotient that gives the printed digits, each worked out by hand."""
    assert cause(tmp_path, path, entry) == (code, with_)


def test_a_figure_below_zero_may_have_been_held_to_zero(tmp_path: Path) -> None:
    """2.86 − 40 is negative; a report that prints 0 has a floor."""
    found = audited(tmp_path, {"tiga/g": ["figure: lebih, value: '0.00'"]}).findings[0]
    assert found.recomputed == "-20.00"
    assert found.cause is not None
    assert (found.cause.code, dict(found.cause.with_)) == ("capped", {"floor": "0"})


def test_a_policy_that_explains_several_figures_outranks_what_explains_one(tmp_path: Path) -> None:
    """Two capped figures are two times one cap, though one of them could also be an exchanged operand."""
    printed = {"satu/a": ["figure: rasio, value: 100"], "e": ["figure: rasio, value: 100"]}
    causes = [found.cause for found in audited(tmp_path, printed).findings]
    assert [(one.code, dict(one.with_)) for one in causes if one is not None] == [
        ("capped", {"cap": "100"})
    ] * 2


VERSIONS = {
    "1.0.0": ("2015", "valid_to: 2020", "x * 10"),
    "2.0.0": ("2021", "", "x * 20"),
}


def test_another_version_of_the_rule_is_named(tmp_path: Path) -> None:
    """40 of 2020 was computed by the rule of that year, 4 × 10, which a report of 2022 does not use."""
    for version, (first, last, formula) in VERSIONS.items():
        file = tmp_path / "rules/contoh/par" / f"{version}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        end = f"{last}\n" if last.startswith("valid_to") else ""
        result = 10 if version == "1.0.0" else 20
        file.write_text(
            f"kind: indicator\nid: contoh/par\nversion: {version}\ntitle: Par\nvalid_from: {first}\n"
            f"{end}{BASIS}\n"
            f"inputs: {{x: {{}}}}\nformula: {formula}\nunit: nilai\n"
            f"examples: [{{title: satu, given: {{x: 1}}, result: {result}}}]\n",
            encoding="utf-8",
        )
    framework = tmp_path / "rules/contoh/kerangka/1.0.0.yaml"
    framework.parent.mkdir(parents=True)
    framework.write_text(
        f"kind: framework\nid: contoh/kerangka\nversion: 1.0.0\ntitle: K\nvalid_from: 2015\n{BASIS}\n"
        "levels:\n  opd: {}\n  indikator: {under: opd, result: r, inputs: {r: {from: rule}}}\n",
        encoding="utf-8",
    )
    report = tmp_path / "laporan.yaml"
    report.write_text(
        "report: R\norganization: O\nyear: 2022\nframework: contoh/kerangka\nindikator:\n"
        "  - {id: a, rule: contoh/par, data: {x: 5}, history: {2020: {data: {x: 4}}},\n"
        "     printed: [{figure: r, year: 2020, value: '40'}]}\n",
        encoding="utf-8",
    )
    (found,) = Catalogue.load(tmp_path / "rules").audit_report(report).findings
    assert found.cause is not None
    assert (found.cause.code, dict(found.cause.with_)) == ("another-version", {"rule": "contoh/par@1.0.0"})
