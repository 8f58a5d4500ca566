import pytest
from tests.bundled import bundled

from sakip_rules.audit import Audit, Cause, Finding
from sakip_rules.exporters.audit.filed import FiledCause, file_findings


@pytest.fixture(scope="module")
def lumajang() -> list[FiledCause]:
    """The findings on the report of 2020."""
    return file_findings(bundled().audit_report("examples/dinsos-lumajang-2020.yaml"), "id")


def test_every_finding_that_is_not_the_same_is_filed_once(lumajang: list[FiledCause]) -> None:
    """27 errors, 47 cut and 26 consequences, as the independent table of the report counts them."""
    cut = next(cause for cause in lumajang if cause.heading.startswith("Dipotong"))
    loose = next(cause for cause in lumajang if cause.heading.startswith("Mengikuti"))
    errors = [cause for cause in lumajang if cause not in {cut, loose}]
    assert (sum(cause.findings for cause in errors), cut.findings) == (27, 47)
    below = [figure for cause in (*errors, cut) for error in cause.errors for figure in error.consequences]
    assert sum(len(figure.places) for figure in below) + loose.findings == 26


def test_a_consequence_stands_under_its_error(lumajang: list[FiledCause]) -> None:
    """339,40 is a misprint for 339,90: the means 287,90 and, over it, 154,66 were computed from it."""
    misprints = lumajang[0]
    assert (misprints.heading, misprints.findings) == ("Salah ketik", 7)
    error = next(each for each in misprints.errors if each.error.printed == "339,40")
    assert {figure.printed for figure in error.consequences} == {"287,90", "154,66"}


def test_a_figure_is_named_by_its_titles(lumajang: list[FiledCause]) -> None:
    """A reader knows neither the names of the framework nor the ids of the report."""
    error = next(each.error for each in lumajang[0].errors if each.error.printed == "281,91")
    assert error.figure == "Capaian kinerja 2020"
    assert error.record.startswith("Persentase PMKS yang kesejahteraan sosialnya")


def test_operands_are_named_by_their_titles(lumajang: list[FiledCause]) -> None:
    """Also those of records without a printed figure; what a cause says of the result's finish stays."""
    causes = [error.error.cause for cause in lumajang for error in cause.errors]
    assert (
        "dihitung dari angka yang belum dibulatkan: "
        "Rata-rata capaian indikator (Meningkatnya Kesejahteraan PMKS) = 274,835" in causes
    )
    assert any("Serapan anggaran (Pemberdayaan Kelembagaan Sosial) = 99,577614…" in cause for cause in causes)
    assert not any(":capaian" in cause or ":serapan" in cause or ":realisasi" in cause for cause in causes)


def test_what_is_printed_alike_is_told_once(lumajang: list[FiledCause]) -> None:
    """216,65 stands in three places."""
    unknown = next(cause for cause in lumajang if cause.heading == "Sebab tidak ditemukan")
    error = next(each.error for each in unknown.errors if each.error.printed == "216,65")
    assert len(error.places) == 3


def finding(figure: str, printed: str, verdict: str, **with_: str) -> Finding:
    """A finding of one small record, with a cause where operands are named."""
    cause = Cause("printed-operand", ("Mengikuti.", "Follows."), with_) if with_ else None
    return Finding("a", figure, 2020, f"Tabel {figure}", printed, "1", verdict, cause)  # type: ignore[arg-type]  # a test's word


def test_what_follows_from_what_follows_stands_under_the_first_error() -> None:
    """Over any number of steps, also where two figures name each other; errors come before what was cut."""
    audit = Audit(
        "a",
        [
            finding("salah", "5", "differs"),
            finding("potong", "3", "cut"),
            finding("tengah", "6", "follows", salah="5", puncak="7"),
            finding("puncak", "7", "follows", potong="3", tengah="6", mode="down", places="2"),
            finding("lepas", "8", "follows", entah="9"),
        ],
    )
    first, cut, loose = file_findings(audit, "en")
    assert first.heading == "No cause was found"
    assert [figure.figure for figure in first.errors[0].consequences] == ["tengah 2020", "puncak 2020"]
    assert cut.errors[0].consequences == ()
    assert [error.error.figure for error in loose.errors] == ["lepas 2020"]


def test_a_cause_of_an_unknown_kind_is_filed_too() -> None:
    """Causes that an audit learns later are not lost."""
    other = Finding("a", "x", 2020, None, "1", "2", "differs", Cause("baru", ("Baru.", "New."), {}))
    (filed,) = file_findings(Audit("a", [other]), "id")
    assert (filed.heading, filed.errors[0].error.cause) == ("Sebab lain", "Baru.")
