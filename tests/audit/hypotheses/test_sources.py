"""A datum from another source, used by what is printed beside it."""

from pathlib import Path

import pytest
from tests.audit.invented import audited
from tests.written import report, rules


def test_a_datum_that_its_table_reckons_with(tmp_path: Path) -> None:
    """Tabel 9 prints 48 for the 40 of the data, and 42.86/48 = 89.291… beside it."""
    entries = [
        "figure: patokan, value: 48, where: Tabel 9",
        "figure: rasio, value: 89.29, where: Tabel 9 (kolom 3)",
    ]
    patokan, rasio = audited(tmp_path, {"satu/a": entries}).findings
    assert patokan.cause is not None
    assert patokan.cause.code == "another-source"
    assert dict(patokan.cause.with_) == {"patokan": "48", "gives": "rasio = 89.29"}
    assert rasio.cause is not None
    assert dict(rasio.cause.with_) == {"patokan": "48"}


@pytest.mark.parametrize(
    "beside",
    [
        "figure: rasio, value: 107.15, where: Tabel 9",  # follows from the data
        "figure: rasio, value: 89.29, where: Tabel 1",  # stands in another table
        "figure: rasio, value: 95.00, where: Tabel 9",  # follows from neither
        "figure: rasio, year: 2019, value: 89.29, where: Tabel 9",  # is of another year
        "figure: serapan, value: 90.00, where: Tabel 9",  # has nothing to do with it
    ],
)
def test_a_datum_that_nothing_reckons_with(tmp_path: Path, beside: str) -> None:
    """Where nothing printed in its table follows from it alone, a wrong datum has no cause."""
    entries = ["figure: patokan, value: 48, where: Tabel 9", beside]
    patokan, _ = audited(tmp_path, {"satu/a": entries}).findings
    assert patokan.verdict == "differs"
    assert patokan.cause is None


def test_a_step_is_no_datum(tmp_path: Path) -> None:
    """`nilai` comes from the rule of the record, `rasio` from its formula: no source of its own."""
    entries = [
        "figure: nilai, value: 51.37, where: Tabel 9",
        "figure: selisih, value: 11.37, where: Tabel 9",  # 51.37 - 40
    ]
    nilai, selisih = audited(tmp_path, {"satu/a": entries}).findings
    assert (nilai.verdict, nilai.cause) == ("differs", None)
    assert selisih.verdict == "follows"


def test_the_place_of_another_source_is_said(tmp_path: Path) -> None:
    """The message names the figure that was computed with it, and the table where both stand."""
    entries = ["figure: patokan, value: 48, where: Tabel 9", "figure: rasio, value: 89.29, where: Tabel 9"]
    patokan, _ = audited(tmp_path, {"satu/a": entries}).findings
    assert patokan.cause is not None
    assert patokan.cause.message == (
        "sumber lain: rasio yang tercetak di tempat itu (Tabel 9) memang dihitung dengan angka ini",
        "another source: rasio printed there (Tabel 9) was computed with this figure",
    )


def test_a_printed_zero_by_which_nothing_can_be_divided(tmp_path: Path) -> None:
    """With patokan 0 there is no ratio: what is printed beside it does not follow from it."""
    entries = ["figure: patokan, value: '0.00', where: T", "figure: rasio, value: 95.00, where: T"]
    patokan, _ = audited(tmp_path, {"satu/a": entries}).findings
    assert patokan.verdict == "differs"
    assert patokan.cause is None


def test_a_place_that_is_not_said_is_not_named(tmp_path: Path) -> None:
    """Both stand somewhere, nobody says where."""
    entries = ["figure: patokan, value: 48", "figure: rasio, value: 89.29"]
    patokan, _ = audited(tmp_path, {"satu/a": entries}).findings
    assert patokan.cause is not None
    assert patokan.cause.message == (
        "sumber lain: rasio yang tercetak di tempat itu memang dihitung dengan angka ini",
        "another source: rasio printed there was computed with this figure",
    )


def of_x(folder: Path, level: str, given: str, printed: str) -> tuple[str, dict[str, str]] | None:
    """The cause of x, printed as 48 in the table that also prints y."""
    catalogue = rules(folder / "rules", {"framework k": f"levels: {{opd: {level}}}"})
    entries = f"{{figure: x, value: 48, where: T}}, {{figure: y, value: '{printed}', where: T}}"
    found = catalogue.audit_report(report(folder, f"{given}\nprinted: [{entries}]")).findings[0]
    assert found.verdict == "differs"
    return None if found.cause is None else (found.cause.code, dict(found.cause.with_))


def test_a_default_may_have_another_source(tmp_path: Path) -> None:
    """40 is what the rules have where the data say nothing: 48 × 2 = 96."""
    level = "{result: y, inputs: {x: {default: 40}}, steps: {y: x * 2}}"
    found = of_x(tmp_path, level, "note: tanpa data", "96")
    assert found == ("another-source", {"x": "48", "gives": "y = 96"})


def test_a_step_before_that_does_not_follow_is_passed_over(tmp_path: Path) -> None:
    """W needs no x, v prints the right 1600 first; then y = 96 follows."""
    level = "{result: y, inputs: {x: {}, a: {}}, steps: {w: a * 2, v: x * x, y: x * 2}}"
    found = of_x(tmp_path, level, "x: 40\na: 7", "96")
    assert found == ("another-source", {"x": "48", "gives": "y = 96"})


@pytest.mark.parametrize(
    ("mode", "printed", "explained"),
    [("down", "68.57", True), ("up", "68.58", True), ("up", "68.56", False), ("half_up", "68.57", True)],
)
def test_what_is_beside_it_is_rounded_as_its_rule_says(
    tmp_path: Path, mode: str, printed: str, explained: bool
) -> None:
    """48 × 10 / 7 = 68.571…."""
    step = f"{{formula: x * 10 / 7, rounding: {{places: 2, mode: {mode}}}}}"
    level = f"{{result: y, inputs: {{x: {{}}}}, steps: {{y: {step}}}}}"
    found = of_x(tmp_path, level, "x: 40", printed)
    assert found == (("another-source", {"x": "48", "gives": f"y = {printed}"}) if explained else None)


def test_what_is_only_approximately_known_proves_no_source(tmp_path: Path) -> None:
    """The root of 48 is 6.93: no exact number, before or after."""
    level = "{result: y, inputs: {x: {}}, steps: {y: 'root(x, 2)'}}"
    assert of_x(tmp_path, level, "x: 40", "6.93") is None


def test_what_was_divided_by_nothing_proves_no_source(tmp_path: Path) -> None:
    """With 40 there is no result; with 48 it is 96 / 8 = 12, but nothing says that 40 was wrong."""
    level = "{result: y, inputs: {x: {}}, steps: {y: 96 / (x - 40)}}"
    assert of_x(tmp_path, level, "x: 40", "12") is None


def test_a_stated_figure_may_have_another_source(tmp_path: Path) -> None:
    """Of 2019 only y is known, as 9; the table prints 48, and 48 × 3 = 144 beside it."""
    level = "{result: z, inputs: {x: {}}, steps: {y: x * 2, z: y * 3}}"
    catalogue = rules(tmp_path / "rules", {"framework k": f"levels: {{opd: {level}}}"})
    entry = "{{figure: {}, year: 2019, value: '{}', where: T}}"
    entries = f"{entry.format('y', 48)}, {entry.format('z', 144)}"
    body = f"x: 4\nhistory: {{2019: {{y: 9}}}}\nprinted: [{entries}]"
    stated, _ = catalogue.audit_report(report(tmp_path, body)).findings
    assert stated.cause is not None
    assert dict(stated.cause.with_) == {"y": "48", "gives": "z = 144"}
