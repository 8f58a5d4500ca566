"""A datum from another source, used by what is printed beside it."""

from pathlib import Path

import pytest
from tests.audit.invented import audited


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
