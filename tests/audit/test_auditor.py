"""Whole audits: verdicts, order, and how much time they may take."""

from pathlib import Path

import pytest
from tests.audit.invented import audited, finding

from sakip_rules import Catalogue
from sakip_rules.audit.book import Book


@pytest.mark.parametrize(
    ("path", "entry", "recomputed", "verdict"),
    [
        ("satu/a", "figure: nilai, value: 42.86", "42.86", "same"),
        ("satu/a", "figure: nilai, value: '42,86 %'", "42.86", "same"),
        ("satu/a", "figure: nilai, value: 42.9", "42.9", "same"),
        ("satu/a", "figure: nilai, value: 42.857", "42.857", "same"),  # the exact value, not 42.86
        ("satu/a", "figure: nilai, value: 42.85", "42.86", "cut"),
        ("satu/a", "figure: nilai, value: 42", "43", "cut"),
        ("satu/a", "figure: nilai, value: 41", "43", "differs"),
        ("satu/a", "figure: patokan, value: 40.00", "40.00", "same"),  # given
        ("satu/a", "figure: biaya, value: 125.000.000", "125000000", "same"),
        ("satu/a", "figure: biaya, value: '125.000.000,00'", "125000000.00", "same"),
        ("satu/a", "figure: rasio, year: 2019, value: 108.68", "108.68", "same"),
        ("tiga/f", "figure: rasio, value: 0.00", "0.00", "same"),
        ("tiga/f", "figure: rasio, value: -0.00", "0.00", "same"),
        ("tiga/f", "figure: selisih, value: -5", "-5", "same"),
        ("dua/d", "figure: rasio, value: 0.00", None, "not_recomputable"),  # missing is not zero
        ("satu/a", "figure: rasio, year: 2018, value: 100", None, "not_recomputable"),
        ("satu/b", "figure: rasio, year: 2019, value: 100", None, "not_recomputable"),
        ("satu/b", "figure: arah, value: higher_is_better", "lower_is_better", "differs"),
    ],
)
def test_verdicts(tmp_path: Path, path: str, entry: str, recomputed: str | None, verdict: str) -> None:
    """A printed figure is the same, cut, different, or has nothing to be compared with."""
    found = finding(tmp_path, path, entry)
    assert (found.recomputed, found.verdict) == (recomputed, verdict)


def test_only_figures_that_differ_have_a_cause(tmp_path: Path) -> None:
    """The same and the not recomputable ones have none; a cut one says how it was cut."""
    entries = [
        "figure: nilai, value: 42.86",
        "figure: nilai, value: 42.85",
        "figure: rasio, year: 2018, value: 1",
    ]
    same, cut, absent = audited(tmp_path, {"satu/a": entries}).findings
    assert (same.cause, absent.cause) == (None, None)
    assert cut.cause is not None
    assert (cut.cause.code, dict(cut.cause.with_)) == ("cut", {"mode": "down", "places": "2"})


def test_findings_keep_the_order_of_the_report(tmp_path: Path) -> None:
    """Records from the root down, entries as they are written, a number before its category."""
    printed = {
        "e": ["figure: nilai, value: 42.86"],
        "satu/a": [
            "figure: rasio, value: 107.15, category: Unggul, where: Tabel 1",
            "figure: nilai, value: 42.86",
        ],
        ".": ["figure: rasio, value: 69.24"],
    }
    audit = audited(tmp_path, printed)
    assert audit.report == "Laporan contoh"
    assert [(one.path, one.figure, one.printed, one.where) for one in audit.findings] == [
        (".", "rasio", "69.24", None),
        ("satu/a", "rasio", "107.15", "Tabel 1"),
        ("satu/a", "rasio", "Unggul", "Tabel 1"),
        ("satu/a", "nilai", "42.86", None),
        ("e", "nilai", "42.86", None),
    ]


def test_a_report_without_printed_figures(tmp_path: Path) -> None:
    """Nothing printed, nothing found."""
    audit = audited(tmp_path, {})
    assert audit.findings == []
    assert set(audit.summary.values()) == {0}


def test_no_cause_is_said_to_be_none(tmp_path: Path) -> None:
    """55.55 for 69.24 follows from no single change."""
    found = finding(tmp_path, ".", "figure: rasio, value: 55.55")
    assert (found.verdict, found.cause) == ("differs", None)


@pytest.mark.parametrize(
    ("path", "entries"),
    [
        ("satu/a", ["figure: rasio, value: 77.93"]),
        ("satu/a", ["figure: rasio, value: 1.07"]),
        ("satu/a", ["figure: patokan, value: 48, where: T", "figure: rasio, value: 89.28, where: T"]),
        (".", ["figure: rasio, value: 67.76"]),
        (".", ["figure: rasio_semua, value: 69.24"]),
        ("satu", ["figure: serapan_rata, value: 82.86"]),
    ],
)
def test_without_looks_verdicts_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, entries: list[str]
) -> None:
    """When the looks for causes are used up, figures are still compared; only their causes are not sought."""
    monkeypatch.setattr(Book, "look", lambda _book, _figures: False)
    for found in audited(tmp_path, {path: entries}).findings:
        assert (found.verdict, found.cause) == ("differs", None)


KEGIATAN = """
      - {{id: k{0}, nilai: {1}, patokan: {2}, patokan_akhir: {3}, printed: [
          {{figure: rasio, value: {4}.37, where: Tabel {5}}}, {{figure: rasio_akhir, value: {6}.91}},
          {{figure: selisih, value: {7}.13}}, {{figure: nilai, value: {8}}}]}}"""


@pytest.mark.slow
def test_two_thousand_wrong_figures_take_bounded_time(tmp_path: Path) -> None:
    """A report of 500 records with 2,000 printed figures, most of them wrong, is audited in seconds."""
    audited(tmp_path, {})  # writes the rules
    rows = [
        KEGIATAN.format(n, 30 + n, 20 + n % 7, 90 + n % 11, 400 + n, n % 9, 200 + n, 60 + n % 50, 31 + n)
        for n in range(500)
    ]
    group = "  - id: t{0}\n    printed: [{{figure: rasio, value: 123.45}}]\n    ukuran:"
    groups = [group.format(n) + "".join(rows[n * 50 : n * 50 + 50]) for n in range(10)]
    head = "report: Besar\norganization: Badan\nyear: 2020\nframework: contoh/kerangka\n"
    printed = "printed: [{figure: rasio, value: 123.45}, {figure: rasio_semua, value: 123.45}]\n"
    file = tmp_path / "besar.yaml"
    file.write_text(head + printed + "tujuan:\n" + "\n".join(groups) + "\n", encoding="utf-8")
    catalogue = Catalogue.load(tmp_path / "rules")
    catalogue.check()
    audit = catalogue.audit_report(file)
    assert len(audit.findings) == 2012
    assert audit.summary["differs"] > 1900
