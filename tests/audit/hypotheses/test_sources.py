"""A datum from another source, used by what is printed beside it."""

from pathlib import Path

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


def test_a_datum_that_nothing_reckons_with(tmp_path: Path) -> None:
    """Where the table's ratio follows from the data, or stands in another table, the datum has no cause."""
    for ratio in ("value: 107.15, where: Tabel 9", "value: 89.29, where: Tabel 1"):
        entries = ["figure: patokan, value: 48, where: Tabel 9", f"figure: rasio, {ratio}"]
        patokan, _ = audited(tmp_path, {"satu/a": entries}).findings
        assert patokan.verdict == "differs"
        assert patokan.cause is None
