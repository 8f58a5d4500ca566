"""Policies of another agency: caps, the other usual formula, another version of the rule, growth."""

from pathlib import Path

import pytest
from tests.audit.invented import BASIS, audited, cause
from tests.written import report, rules

from sakip_rules import Catalogue
from sakip_rules.audit import audit_report


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


def cause_of_one(folder: Path, bodies: dict[str, str], body: str) -> tuple[str, dict[str, str]] | None:
    """The code and the `with` of the cause of the one figure that a small report prints."""
    (found,) = rules(folder / "rules", bodies).audit_report(report(folder, body)).findings
    assert found.verdict == "differs"
    return None if found.cause is None else (found.cause.code, dict(found.cause.with_))


KALI = "inputs: {realisasi: {}, target: {}}\nformula: realisasi / target * "
CALLING = "levels: {opd: {inputs: {realisasi: {}, target: {}}, steps: {capaian: {rule: contoh/kali}}}}"


def test_another_version_of_a_called_rule_is_named(tmp_path: Path) -> None:
    """8 / 5 × 20 = 32 by the rule until 2019; a report of 2020 has 8 / 5 × 30 = 48."""
    bodies = {
        "framework k": CALLING,
        "index kali": f"valid_to: 2019\n{KALI}20",
        "index kali@2.0.0": f"valid_from: 2020\n{KALI}30",
    }
    printed = "realisasi: 8\ntarget: 5\nprinted: [{figure: capaian, value: '32'}]"
    assert cause_of_one(tmp_path, bodies, printed) == ("another-version", {"rule": "contoh/kali@1.0.0"})


def test_another_version_is_compared_before_its_rounding(tmp_path: Path) -> None:
    """The record carries whole numbers; by the rule until 2019 it has 8 / 5 × 20.3 = 32.48, rounded once."""
    bodies = {
        "framework k": f"rounding: {{places: 0, carry: rounded}}\n{CALLING}",
        "index kali": f"valid_to: 2019\n{KALI}20.3",
        "index kali@2.0.0": f"valid_from: 2020\n{KALI}30",
    }
    printed = "realisasi: 8\ntarget: 5\nprinted: [{figure: capaian, value: '32.5'}]"
    assert cause_of_one(tmp_path, bodies, printed) == ("another-version", {"rule": "contoh/kali@1.0.0"})


def test_a_version_with_other_inputs_is_not_tried(tmp_path: Path) -> None:
    """Until 2019 the rule did without a target, 4 × 8 = 32: another rule for these data."""
    bodies = {
        "framework k": CALLING,
        "index kali": "valid_to: 2019\ninputs: {realisasi: {}}\nformula: realisasi * 4",
        "index kali@2.0.0": f"valid_from: 2020\n{KALI}30",
    }
    printed = "realisasi: 8\ntarget: 5\nprinted: [{figure: capaian, value: '32'}]"
    assert cause_of_one(tmp_path, bodies, printed) is None


GROWING = "levels: {opd: {result: naik, inputs: {a: {}, b: {}}, steps: {naik: FORMULA}}}"


@pytest.mark.parametrize(
    ("formula", "printed", "told"),
    [
        ("(a - b) / b * 100", "2.86", "difference"),  # 42.86 - 40, not 7.15
        ("(b - a) / a * 100", "-2.86", "difference"),
        ("a - b", "7.15", "growth"),
        ("b - a", "-6.67", "growth"),  # (40 - 42.86) / 42.86
        ("-a + b", "-6.67", "growth"),  # what is subtracted is read first
        ("a + b", "7.15", None),  # no difference at all
        ("a - b", "7.25", None),
    ],
)
def test_growth_and_difference_are_told_apart(
    tmp_path: Path, formula: str, printed: str, told: str | None
) -> None:
    """Growth in percent for a difference, or the reverse, whichever of the two is subtracted."""
    bodies = {"framework k": GROWING.replace("FORMULA", formula)}
    found = cause_of_one(
        tmp_path, bodies, f"a: 42.86\nb: 40\nprinted: [{{figure: naik, value: '{printed}'}}]"
    )
    names = {"a": "42.86", "b": "40"}
    assert found == (None if told is None else ("growth", {"formula": told, **names}))


def test_nothing_grows_from_zero(tmp_path: Path) -> None:
    """From 0 there is no growth in percent; 100 for 42.86 is not explained by it."""
    bodies = {"framework k": GROWING.replace("FORMULA", "a - b")}
    assert cause_of_one(tmp_path, bodies, "a: 42.86\nb: 0\nprinted: [{figure: naik, value: '99.13'}]") is None


LOWER = "inputs: {realisasi: {}, target: {}}\nformula: FORMULA"


@pytest.mark.parametrize(
    ("formula", "realised", "printed", "told"),
    [
        ("target / realisasi * 100", 8, "40.00", "(2 * target - realisasi) / target * 100"),
        ("(2 * target - realisasi) / target * 100", 8, "62.50", "target / realisasi * 100"),
        ("(2 * target - realisasi) / target * 100", 8, "62.60", None),
        ("max(2 * target - realisasi, 0) / target * 100", 12, "41.67", None),  # neither: it has a floor
        ("(2 * target - realisasi) / target * 100", 0, "62.50", None),  # there is no target / 0
    ],
)
def test_the_two_formulas_for_lower_is_better(
    tmp_path: Path, formula: str, realised: int, printed: str, told: str | None
) -> None:
    """Of target 5: 5/8 = 62.50, (10 - 8)/5 = 40; each is a cause only where the rule has just the other."""
    bodies = {"framework k": CALLING, "index kali": LOWER.replace("FORMULA", formula)}
    body = f"realisasi: {realised}\ntarget: 5\nprinted: [{{figure: capaian, value: '{printed}'}}]"
    operands = {"realisasi": str(realised), "target": "5"}
    expected = None if told is None else ("another-formula", {"formula": told, **operands})
    assert cause_of_one(tmp_path, bodies, body) == expected


CAPPED = "levels: {opd: {inputs: {a: {UNIT}}, steps: {capaian: {formula: a * 2, UNIT}}}}"


@pytest.mark.parametrize(
    ("unit", "a", "printed", "with_"),
    [
        ("unit: persen", "60", "110", {"cap": "110"}),
        ("unit: persen", "55", "110", None),  # it is 110: nothing was limited
        ("unit: nilai", "61", "120.00", {"cap": "120"}),
        ("unit: indeks", "51", "100", {"cap": "100"}),
        ("", "51", "100", {"cap": "100"}),
        ("unit: orang", "51", "100", None),  # people are not held to a hundred
        ("unit: rupiah", "51", "100", None),
        ("unit: persen", "-3", "0.00", {"floor": "0"}),
        ("unit: orang", "-3", "0.00", None),
        ("unit: persen", "3", "0.00", None),
        ("unit: persen", "0.2", "0.00", None),  # 0.4 is not below 0
    ],
)
def test_caps_hold_figures_of_some_units(
    tmp_path: Path, unit: str, a: str, printed: str, with_: dict[str, str] | None
) -> None:
    """100, 110, 120 are caps of percentages, indices and values that lie above; 0 holds what lies below."""
    body = f"a: {a}\nprinted: [{{figure: capaian, value: '{printed}'}}]"
    catalogue = rules(tmp_path / "rules", {"framework k": CAPPED.replace("UNIT", unit)})
    (found,) = catalogue.audit_report(report(tmp_path, body)).findings
    capped = found.cause is not None and found.cause.code == "capped"
    assert (dict(found.cause.with_) if found.cause is not None and capped else None) == with_


def test_what_explains_several_figures_comes_before_what_explains_one_better(tmp_path: Path) -> None:
    """100.0 for 100.4 alone is a rounding written with a zero; beside 100.0 for 120.5 both are one cap."""
    bodies = {"framework k": CAPPED_ROWS}
    alone = "i:\n  - {id: a, x: 301.2, printed: [{figure: capaian, value: '100.0'}]}\n"
    assert cause_of_one(tmp_path, bodies, alone) == ("padded", {"places": "0"})
    both = alone + "  - {id: b, x: 361.5, printed: [{figure: capaian, value: '100.0'}]}\n"
    findings = rules(tmp_path / "rules", bodies).audit_report(report(tmp_path, both)).findings
    causes = [found.cause for found in findings]
    assert [(one.code, dict(one.with_)) for one in causes if one is not None] == [
        ("capped", {"cap": "100"})
    ] * 2


CAPPED_ROWS = """
levels:
  opd: {result: rata, steps: {rata: mean(i.capaian)}}
  i: {under: opd, inputs: {x: {}}, steps: {capaian: {formula: x / 3, unit: persen}}}
"""


@pytest.mark.parametrize(
    ("printed", "with_"),
    [
        # of 140, 110 and 65; the mean is 105
        ("88.33", {"cap": "100", "a:capaian": "100", "b:capaian": "100"}),
        ("95", {"cap": "110", "a:capaian": "110"}),  # b has 110, which no cap of 110 changes
        ("98.33", {"cap": "120", "a:capaian": "120"}),
        ("101.67", None),  # a cap of 130 is not known
    ],
)
def test_parts_are_capped_each(tmp_path: Path, printed: str, with_: dict[str, str] | None) -> None:
    """Only the parts that lie above the cap are changed."""
    rows = "".join(f"  - {{id: {name}, x: {x}}}\n" for name, x in (("a", 420), ("b", 330), ("c", 195)))
    body = f"printed: [{{figure: rata, value: '{printed}'}}]\ni:\n{rows}"
    expected = None if with_ is None else ("capped", with_)
    assert cause_of_one(tmp_path, {"framework k": CAPPED_ROWS}, body) == expected


def test_a_figure_of_its_own_record_is_no_part(tmp_path: Path) -> None:
    """140 / 4 = 35; 25 would follow if 140 were held to 100, but it is no part that is averaged."""
    bodies = {"framework k": "levels: {opd: {result: y, inputs: {x: {}}, steps: {y: x / 4}}}"}
    assert cause_of_one(tmp_path, bodies, "x: 140\nprinted: [{figure: y, value: '25'}]") is None


def test_an_approximate_operand_has_no_other_formula(tmp_path: Path) -> None:
    """The root of 2 as realised figure: 100 × 5 / 1.414… is compared with no formula."""
    level = (
        "{result: y, inputs: {x: {}, target: {}}, steps: {realisasi: 'root(x, 2)', y: {rule: contoh/kali}}}"
    )
    bodies = {
        "framework k": f"levels: {{opd: {level}}}",
        "index kali": LOWER.replace("FORMULA", "target / realisasi * 100"),
    }
    body = "x: 2\ntarget: 5\nprinted: [{figure: y, value: '171.72'}]"
    assert cause_of_one(tmp_path, bodies, body) is None


def test_a_later_version_is_tried_too(tmp_path: Path) -> None:
    """A report of 2018 has 8 / 5 × 20 = 32 by the rule of that year; 48 is by the one from 2020 on."""
    bodies = {
        "framework k": CALLING,
        "index kali": f"valid_to: 2019\n{KALI}20",
        "index kali@2.0.0": f"valid_from: 2020\n{KALI}30",
    }
    body = "realisasi: 8\ntarget: 5\nprinted: [{figure: capaian, value: '48'}]"
    catalogue = rules(tmp_path / "rules", bodies)
    (found,) = catalogue.audit_report(report(tmp_path, body, year=2018)).findings
    assert found.cause is not None
    assert (found.cause.code, dict(found.cause.with_)) == (
        "another-version",
        {"rule": "contoh/kali@2.0.0"},
    )


def test_without_a_catalogue_there_are_no_other_versions(tmp_path: Path) -> None:
    """A report that is audited alone has only the rules that it was read with."""
    bodies = {"framework k": CALLING, "index kali": f"{KALI}20"}
    body = "realisasi: 8\ntarget: 5\nprinted: [{figure: capaian, value: '47'}]"
    (found,) = audit_report(rules(tmp_path / "rules", bodies).read_report(report(tmp_path, body))).findings
    assert (found.verdict, found.cause) == ("differs", None)


def test_what_fell_to_nothing_has_grown_by_minus_a_hundred(tmp_path: Path) -> None:
    """0 - 42: from 42 that is -100 percent; the other way round nothing grows from zero."""
    bodies = {"framework k": GROWING.replace("FORMULA", "b - a")}
    found = cause_of_one(tmp_path, bodies, "a: 42\nb: 0\nprinted: [{figure: naik, value: '-100.00'}]")
    assert found == ("growth", {"formula": "growth", "b": "0", "a": "42"})


def test_a_target_of_nothing_has_no_other_formula(tmp_path: Path) -> None:
    """0 / 8 is 0; the other formula would divide by the target."""
    formula = "target / realisasi * 100"
    bodies = {"framework k": CALLING, "index kali": LOWER.replace("FORMULA", formula)}
    body = "realisasi: 8\ntarget: 0\nprinted: [{figure: capaian, value: '62.50'}]"
    assert cause_of_one(tmp_path, bodies, body) is None
