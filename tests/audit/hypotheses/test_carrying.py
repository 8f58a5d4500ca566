"""Figures computed from other operands than the carried ones."""

from pathlib import Path

from tests.audit.invented import audited, cause
from tests.written import report, rules

from sakip_rules.audit import Finding

CAUSE_OF_107_18 = ("printed-operand", {"nilai": "42.87"})


def described(finding: Finding) -> tuple[str, dict[str, str]] | None:
    """Code and `with` of a finding's cause."""
    return None if finding.cause is None else (finding.cause.code, dict(finding.cause.with_))


def test_a_printed_operand_is_carried(tmp_path: Path) -> None:
    """42.87, mistyped for 42.86, divided by 40 gives the printed 107.175, rounded 107.18."""
    entries = ["figure: nilai, value: 42.87, where: Tabel 1", "figure: rasio, value: 107.18, where: Tabel 1"]
    nilai, rasio = audited(tmp_path, {"satu/a": entries}).findings
    assert described(nilai) == ("misprint", {"meant": "42.86", "slip": "replaced", "at": "5"})
    assert described(rasio) == CAUSE_OF_107_18


def test_a_printed_operand_needs_no_place(tmp_path: Path) -> None:
    """Printed entries without `where` are looked at too."""
    entries = ["figure: nilai, value: 42.87", "figure: rasio, value: 107.17"]
    _, rasio = audited(tmp_path, {"satu/a": entries}).findings
    assert described(rasio) == ("printed-operand", {"nilai": "42.87", "mode": "down", "places": "2"})


def test_a_mistake_is_followed_over_levels(tmp_path: Path) -> None:
    """One wrong digit, 117.15, is carried: (117.15 + 75)/2 = 96.075, (96.08 + 76.63 + 40)/3 = 70.903…."""
    printed = {
        "satu/a": ["figure: rasio, value: 117.15, where: Tabel 1"],
        "satu": ["figure: rasio, value: 96.08, where: Tabel 2"],
        ".": ["figure: rasio, value: 70.90, where: Tabel 3"],
    }
    top, middle, bottom = audited(tmp_path, printed).findings
    assert described(bottom) == ("misprint", {"meant": "107.15", "slip": "replaced", "at": "2"})
    assert described(middle) == ("printed-operand", {"satu/a:rasio": "117.15"})
    assert described(top) == ("printed-operand", {"satu:rasio": "96.08"})


def test_operands_of_one_table_are_taken_together(tmp_path: Path) -> None:
    """(107.10 + 75.5)/2 = 91.3, from the table that prints both; the other table's 107 is not mixed in."""
    printed = {
        "satu/a": [
            "figure: rasio, value: 107, where: Tabel 1",
            "figure: rasio, value: 107.10, where: Tabel 2",
        ],
        "satu/b": ["figure: rasio, value: 75.5, where: Tabel 2"],
        "satu": ["figure: rasio, value: 91.30, where: Tabel 2 (rata-rata)"],
    }
    middle = audited(tmp_path, printed).findings[0]
    assert described(middle) == ("printed-operand", {"satu/a:rasio": "107.10", "satu/b:rasio": "75.5"})


def test_tables_are_not_combined(tmp_path: Path) -> None:
    """Prints of one operand in several tables are tried one table at a time, never in every combination."""
    printed = {
        "satu/a": [
            "figure: rasio, value: 110, where: Tabel 1",
            "figure: rasio, value: 120, where: Tabel 2",
        ],
        "satu/b": ["figure: rasio, value: 60, where: Tabel 1", "figure: rasio, value: 33, where: Tabel 2"],
        "satu": ["figure: rasio, value: 71.50, where: Tabel 3"],  # (110 + 33)/2
    }
    assert audited(tmp_path, printed).findings[0].cause is None


def test_operands_before_rounding(tmp_path: Path) -> None:
    """42.857142… / 40 × 100 = 107.142…, where the framework carries 42.86."""
    found = cause(tmp_path, "satu/a", "figure: rasio, value: 107.14")
    assert found == ("unrounded-operand", {"nilai": "300/7"})


def test_no_rounding_on_the_way(tmp_path: Path) -> None:
    """The agency has (91.0714… + 76.625 + 40)/3 = 69.2321…; from the exact means 91.075 it were 69.2333…."""
    found = cause(tmp_path, ".", "figure: rasio, value: 69.2321")
    assert found == ("unrounded-operand", {"carry": "exact"})


def test_operands_rounded_where_the_rule_carries_exact_ones(tmp_path: Path) -> None:
    """Without a rounding in the framework rasio is 107.142…; from 42.86 it is 107.15."""
    found = cause(tmp_path, "satu/a", "figure: rasio, value: 107.15", rounding="")
    assert found == ("rounded-operand", {"nilai": "42.86"})


def test_operands_rounded_to_one_place(tmp_path: Path) -> None:
    """42.9 / 40 × 100 = 107.25."""
    found = cause(tmp_path, "satu/a", "figure: rasio, value: 107.25")
    assert found == ("rounded-operand", {"nilai": "42.9"})


def test_every_step_cut(tmp_path: Path) -> None:
    """42.85 / 40 × 100 = 107.125, cut 107.12; (107.12 + 75)/2 = 91.06; not cut it were 91.07."""
    found = cause(tmp_path, "satu", "figure: rasio, value: 91.06", rounding="")
    assert found == ("rounded-operand", {"carry": "rounded", "carry_places": "2", "carry_mode": "down"})


def test_a_right_printing_does_not_hide_a_wrong_one(tmp_path: Path) -> None:
    """Nilai is printed twice, first as it is carried: 42.87, the second, gives 107.18."""
    entries = [
        "figure: nilai, value: 42.86, where: Tabel 1",
        "figure: nilai, value: 42.87, where: Tabel 2",
        "figure: rasio, value: 107.18, where: Tabel 3",
    ]
    assert described(audited(tmp_path, {"satu/a": entries}).findings[2]) == CAUSE_OF_107_18


def test_the_printings_of_the_own_table_come_first(tmp_path: Path) -> None:
    """Of two printed operands, 42.87 and 42.872, both give 107.18: the one beside the figure is named."""
    entries = [
        "figure: nilai, value: 42.872, where: Tabel 1",
        "figure: nilai, value: 42.87, where: Tabel 2",
        "figure: rasio, value: 107.18, where: Tabel 2",
    ]
    rasio = audited(tmp_path, {"satu/a": entries}).findings[2]
    assert described(rasio) == CAUSE_OF_107_18
    assert rasio.cause is not None
    assert rasio.cause.message == (
        "dihitung dari angka yang tercetak di Tabel 2: nilai = 42,87",
        "computed from figures as they are printed in Tabel 2: nilai = 42.87",
    )


def test_what_follows_through_steps_names_the_operands_that_changed(tmp_path: Path) -> None:
    """170.15 is printed for a; through the mean 122.58 of satu, printed nowhere, badan has 79.74."""
    printed = {"satu/a": ["figure: rasio, value: 170.15"], ".": ["figure: rasio, value: 79.74"]}
    top = audited(tmp_path, printed).findings[0]
    # (170.15 + 75) / 2 = 122.575, carried 122.58; dua and tiga are as they were
    assert described(top) == ("printed-operand", {"satu:rasio": "122.58"})
    assert top.cause is not None
    assert top.cause.message == (
        "dihitung dari angka yang tercetak: satu:rasio = 122,58",
        "computed from figures as they are printed: satu:rasio = 122.58",
    )


def test_operands_rounded_to_whole_numbers(tmp_path: Path) -> None:
    """43 / 40 × 100 = 107.5."""
    found = cause(tmp_path, "satu/a", "figure: rasio, value: 107.50")
    assert found == ("rounded-operand", {"nilai": "43"})


def test_every_step_rounded(tmp_path: Path) -> None:
    """42.86 / 40 = 107.15; (107.15 + 75)/2 = 91.075, rounded 91.08; exactly it is 91.0714…."""
    found = cause(tmp_path, "satu", "figure: rasio, value: 91.08", rounding="")
    assert found == ("rounded-operand", {"carry": "rounded", "carry_places": "2", "carry_mode": "half_up"})


def test_an_operand_that_is_exactly_known_nowhere_is_not_unrounded(tmp_path: Path) -> None:
    """The root of 7 is carried as 2.65; before its rounding it is no exact number."""
    level = "{result: y, inputs: {x: {}}, steps: {akar: 'root(x, 2)', y: akar * 100}}"
    body = "rounding: {places: 2, carry: rounded}\nlevels: {opd: LEVEL}".replace("LEVEL", level)
    catalogue = rules(tmp_path / "rules", {"framework k": body})
    text = "x: 7\nprinted: [{figure: y, value: '264.58'}]"
    (found,) = catalogue.audit_report(report(tmp_path, text)).findings
    assert (found.verdict, found.cause) == ("differs", None)


RULE_OF_STEPS = """
    inputs: {x: {}, y: {}, z: {}}
    steps: {bagian: {formula: x / y * 100, unit: persen}}
    formula: bagian * z / 7
    unit: nilai
"""
FRAMEWORK_OF_RULE = """
    levels:
      dinas: {result: rata, steps: {rata: {formula: mean(indikator.realisasi), unit: nilai}}}
      indikator: {under: dinas, result: realisasi, inputs: {realisasi: {from: rule}}}
"""


def test_steps_inside_a_called_rule_are_rounded(tmp_path: Path) -> None:
    """2 / 3 is 66.67 %: 66.67 × 1000 / 7 = 9524.285…; 1 / 3 is 33 %: 33 × 1000 / 7 = 4714.285…."""
    catalogue = rules(tmp_path, {"index a": RULE_OF_STEPS, "framework k": FRAMEWORK_OF_RULE})
    text = """
        indikator:
          - id: a
            rule: contoh/a
            data: {x: 2, y: 3, z: 1000}
            printed: [{figure: realisasi, value: "9524,29"}]
          - id: b
            rule: contoh/a
            data: {x: 1, y: 3, z: 1000}
            printed: [{figure: realisasi, value: "4714,29"}]
    """
    found = [described(finding) for finding in catalogue.audit_report(report(tmp_path, text)).findings]
    inside = {"carry": "rounded", "rule": "contoh/a@1.0.0"}
    assert found == [
        ("rounded-operand", {**inside, "carry_places": "2"}),
        ("rounded-operand", {**inside, "carry_places": "0"}),
    ]


def test_operands_of_two_tables_may_be_taken_together_as_they_are_printed(tmp_path: Path) -> None:
    """(107.10 + 75.5)/2 = 91.3 where each is printed once, in another table: no place is named."""
    printed = {
        "satu/a": ["figure: rasio, value: 107.10, where: Tabel 1"],
        "satu/b": ["figure: rasio, value: 75.5, where: Tabel 2"],
        "satu": ["figure: rasio, value: 91.30, where: Tabel 3"],
    }
    middle = audited(tmp_path, printed).findings[0]
    assert described(middle) == ("printed-operand", {"satu/a:rasio": "107.10", "satu/b:rasio": "75.5"})
    assert middle.cause is not None
    assert middle.cause.message[1].startswith("computed from figures as they are printed: satu/a:rasio")


def test_both_languages_name_the_operands(tmp_path: Path) -> None:
    """Each in its own notation."""
    said = {}
    for printed, rounding in (("107.25", None), ("107.15", "")):
        folder = tmp_path / printed
        entries = {"satu/a": [f"figure: rasio, value: {printed}"]}
        report_of = audited(folder, entries) if rounding is None else audited(folder, entries, rounding)
        (found,) = report_of.findings
        assert found.cause is not None
        said[printed] = found.cause.message
    assert said["107.25"] == (
        "dihitung dari angka yang dibulatkan 1 desimal: nilai = 42,9",
        "computed from figures rounded to 1 places: nilai = 42.9",
    )
    assert said["107.15"][1] == "computed from figures rounded to 2 places: nilai = 42.86"


def test_one_printed_operand_may_have_been_taken_alone(tmp_path: Path) -> None:
    """Tabel 1 prints 110 and 60; of them only the 110 was used: (110 + 75)/2 = 92.5."""
    printed = {
        "satu/a": ["figure: rasio, value: 110, where: Tabel 1"],
        "satu/b": ["figure: rasio, value: 60, where: Tabel 1"],
        "satu": ["figure: rasio, value: 92.50, where: Tabel 3"],
    }
    middle = audited(tmp_path, printed).findings[0]
    assert described(middle) == ("printed-operand", {"satu/a:rasio": "110"})
    assert middle.cause is not None
    assert middle.cause.message[0] == "dihitung dari angka yang tercetak di Tabel 1: satu/a:rasio = 110"


def test_both_languages_name_what_was_not_rounded(tmp_path: Path) -> None:
    """The only ratio of dua is 76.625, carried as 76.63; its mean is printed with three decimals."""
    (found,) = audited(tmp_path, {"dua": ["figure: rasio, value: 76.625"]}).findings
    assert described(found) == ("unrounded-operand", {"dua/c:rasio": "76.625"})
    assert found.cause is not None
    assert found.cause.message == (
        "dihitung dari angka yang belum dibulatkan: dua/c:rasio = 76,625",
        "computed from figures before rounding: dua/c:rasio = 76.625",
    )


def test_a_word_before_a_number_does_not_end_the_search(tmp_path: Path) -> None:
    """The polarity is read first; x, 2.6, is rounded to 3: 3 × 10 for 26."""
    cases = "[{when: arah == higher_is_better, then: x * 10}, {otherwise: x * 20}]"
    level = f"{{result: y, inputs: {{arah: {{type: polarity}}, x: {{}}}}, steps: {{y: {cases}}}}}"
    catalogue = rules(tmp_path / "rules", {"framework k": f"levels: {{opd: {level}}}"})
    text = "arah: higher_is_better\nx: 2.6\nprinted: [{figure: y, value: '30.0'}]"
    (found,) = catalogue.audit_report(report(tmp_path, text)).findings
    assert described(found) == ("rounded-operand", {"x": "3"})


def test_steps_that_cannot_be_rounded_inside_a_rule_are_left(tmp_path: Path) -> None:
    """1/3 rounded to no places is 0, by which nothing can be divided; with one place 6 / 0.3 is 20."""
    rule = "inputs: {x: {}, z: {}}\nsteps: {bagian: {formula: x / 3}}\nformula: z / bagian"
    catalogue = rules(tmp_path, {"index a": rule, "framework k": FRAMEWORK_OF_RULE})
    for printed, expected in (
        ("20.00", {"carry": "rounded", "carry_places": "1", "rule": "contoh/a@1.0.0"}),
        ("21.37", None),
    ):
        text = (
            "indikator:\n  - {id: a, rule: contoh/a, data: {x: 1, z: 6}, "
            f"printed: [{{figure: realisasi, value: '{printed}'}}]}}"
        )
        (found,) = catalogue.audit_report(report(tmp_path, text)).findings
        assert described(found) == (None if expected is None else ("rounded-operand", expected))


def test_what_the_framework_rounds_itself_is_no_other_way(tmp_path: Path) -> None:
    """It carries exact numbers: that everything was computed without rounding on the way explains nothing."""
    rounding = "rounding: {places: 2, carry: exact}"
    found = cause(tmp_path, "satu", "figure: rasio, value: 91.08", rounding=rounding)
    assert found == ("rounded-operand", {"carry": "rounded", "carry_places": "2", "carry_mode": "half_up"})
    assert cause(tmp_path, "satu", "figure: rasio, value: 91.37", rounding=rounding) is None


def test_the_words_of_rounding_on_the_way(tmp_path: Path) -> None:
    """What the rules of a called rule were rounded to is said with its reference."""
    catalogue = rules(tmp_path, {"index a": RULE_OF_STEPS, "framework k": FRAMEWORK_OF_RULE})
    text = (
        "indikator:\n  - {id: a, rule: contoh/a, data: {x: 2, y: 3, z: 1000}, "
        "printed: [{figure: realisasi, value: '9524,29'}]}"
    )
    (found,) = catalogue.audit_report(report(tmp_path, text)).findings
    assert found.cause is not None
    assert found.cause.message == (
        "langkah-langkah dalam contoh/a@1.0.0 dibulatkan 2 desimal",
        "the steps in contoh/a@1.0.0 rounded to 2 places",
    )


def test_a_right_printing_beside_a_wrong_one_is_not_named(tmp_path: Path) -> None:
    """Tabel 1 prints 110 for a and the right 75 for b: (110 + 75)/2 = 92.5 follows from the 110."""
    printed = {
        "satu/a": ["figure: rasio, value: 110, where: Tabel 1"],
        "satu/b": ["figure: rasio, value: 75.00, where: Tabel 1"],
        "satu": ["figure: rasio, value: 92.50, where: Tabel 1"],
    }
    assert described(audited(tmp_path, printed).findings[0]) == ("printed-operand", {"satu/a:rasio": "110"})
