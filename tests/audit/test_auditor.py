"""Whole audits: verdicts, order, and how much time they may take."""

import io
from pathlib import Path

import pytest
from tests.audit.invented import audited, finding
from tests.written import report, rules

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
        ("satu/b", "figure: arah, value: lower_is_better", "lower_is_better", "same"),
        ("satu/a", "figure: arah, value: higher_is_better", "higher_is_better", "same"),  # by default
    ],
)
def test_verdicts(tmp_path: Path, path: str, entry: str, recomputed: str | None, verdict: str) -> None:
    """A printed figure is the same, cut, different, or has nothing to be compared with."""
    found = finding(tmp_path, path, entry)
    assert (found.recomputed, found.verdict) == (recomputed, verdict)


def test_what_the_data_give_is_shown_with_all_its_digits(tmp_path: Path) -> None:
    """A share of 0,8 beside a printed 80 is not shown as 1; programs have the printed decimals."""
    found = finding(tmp_path, "satu/a", "figure: patokan, value: 40.5")
    assert (found.recomputed, found.given, found.beside) == ("40.0", "40", "40")
    computed = finding(tmp_path, "satu/a", "figure: nilai, value: 41")
    assert (computed.given, computed.beside) == (None, "43")


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


OF_A_CATEGORY = {
    "framework k": """
        uses: {skala: contoh/s}
        levels:
          opd:
            result: y
            inputs: {x: {}, r: {type: range}, arah: {type: choice, choices: [A, B], default: A}}
            steps: {y: x * 2, predikat: skala(y), akar: "root(y, 2)"}
            checks: [{expect: x < 50, message: {id: Terlalu besar., en: Too large.}}]
    """,
    "scale s": "bands: [{category: Baik, code: B, from: 60}, {category: Kurang, code: K, below: 60}]",
}


@pytest.mark.parametrize(
    ("entry", "recomputed", "verdict", "reason"),
    [
        ("figure: predikat, category: Baik", "Baik", "same", None),
        ("figure: predikat, category: K", "Baik", "differs", None),
        ("figure: predikat, value: B", "B", "same", None),
        ("figure: predikat, value: K", "B", "differs", None),
        ("figure: akar, value: '7.74597'", "7.74597", "same", None),
        ("figure: akar, value: '7.74'", "7.75", "cut", None),
        (f"figure: akar, value: '7.{'7' * 60}'", None, "not_recomputable", "precision"),
        ("figure: r, value: {min: 10, max: 20}", "{min: 10, max: 20}", "same", None),
        ("figure: r, value: {min: 10, max: 21}", "{min: 10, max: 20}", "differs", None),
        ("figure: r, value: '10'", "{min: 10, max: 20}", "differs", None),
        ("figure: r.min, value: '10'", "10", "same", None),
        ("figure: arah, value: A", "A", "same", None),
        ("figure: arah, value: B", "A", "differs", None),
    ],
)
def test_what_is_no_number_is_compared_as_it_is_stated(
    tmp_path: Path, entry: str, recomputed: str | None, verdict: str, reason: str | None
) -> None:
    """Categories that a formula gives, ranges, choices; and a root with more digits than are known of it."""
    body = f"x: 30\nr: {{min: 10, max: 20}}\nprinted: [{{{entry}}}]"
    catalogue = rules(tmp_path / "rules", OF_A_CATEGORY)
    (found,) = catalogue.audit_report(report(tmp_path, body)).findings
    assert (found.recomputed, found.verdict, found.reason) == (recomputed, verdict, reason)


def test_what_cannot_be_computed_says_why_in_words(tmp_path: Path) -> None:
    """60 / 0 has no result: the reason is said, as data and in both languages."""
    level = "{result: y, inputs: {x: {}, b: {}}, steps: {y: x / b}}"
    catalogue = rules(tmp_path / "rules", {"framework k": f"levels: {{opd: {level}}}"})
    body = "x: 60\nb: 0\nprinted: [{figure: y, value: '60'}]"
    (found,) = catalogue.audit_report(report(tmp_path, body)).findings
    assert (found.verdict, found.reason) == ("not_recomputable", "division-by-zero")
    assert found.message is not None
    assert found.message[0].startswith("`y`: pembagi")


def test_a_failed_check_is_the_reason(tmp_path: Path) -> None:
    """The result of a record whose check failed cannot be recomputed: the check's own words are said."""
    catalogue = rules(tmp_path / "rules", OF_A_CATEGORY)
    body = "x: 51\nprinted: [{figure: y, value: '102'}]"
    (found,) = catalogue.audit_report(report(tmp_path, body)).findings
    assert (found.verdict, found.reason) == ("not_recomputable", "check-failed")
    assert found.message == (
        "Syarat aturannya tidak terpenuhi: Terlalu besar.",
        "A check of its rule failed: Too large.",
    )


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


STATED = """
levels:
  opd: {result: y, inputs: {x: {}, b: {}}, steps: {y: x * 2}}
"""


@pytest.mark.parametrize(
    ("history", "printed", "recomputed", "verdict"),
    [
        ("{y: 9}", "9.00", "9.00", "same"),  # stated alone
        ("{y: 9, x: 5}", "9.00", "10.00", "differs"),  # its inputs are given: what they give
        ("{y: 9, x: 5}", "10.00", "10.00", "same"),
        ("{y: 9, x: missing}", "9.00", "9.00", "same"),
    ],
)
def test_a_stated_figure_is_compared_with_what_its_inputs_give(
    tmp_path: Path, history: str, printed: str, recomputed: str, verdict: str
) -> None:
    """Of an earlier year only the result may be known; where the inputs are too, they decide."""
    catalogue = rules(tmp_path / "rules", {"framework k": STATED})
    body = f"x: 4\nhistory: {{2019: {history}}}\nprinted: [{{figure: y, year: 2019, value: '{printed}'}}]"
    (found,) = catalogue.audit_report(report(tmp_path, body)).findings
    assert (found.recomputed, found.verdict) == (recomputed, verdict)


def test_what_was_cut_is_explained_by_a_rounding_alone(tmp_path: Path) -> None:
    """42.85 is 42.857… cut off; nothing else gives it when it is rounded."""
    found = finding(tmp_path, "satu/a", "figure: nilai, value: 42.85")
    assert (found.verdict, found.also) == ("cut", None)


def test_a_printing_that_stands_in_several_tables_is_one_figure(tmp_path: Path) -> None:
    """100.0 for 100.4, printed twice in one table, is one figure rounded and filled up, and no policy."""
    level = "{result: y, inputs: {x: {}}, steps: {y: {formula: x / 3, unit: persen}}}"
    catalogue = rules(tmp_path / "rules", {"framework k": f"levels: {{opd: {level}}}"})
    entry = "{figure: y, value: '100.0', where: T}"
    body = f"x: 301.2\nprinted: [{entry}, {entry}]"
    for found in catalogue.audit_report(report(tmp_path, body)).findings:
        assert found.cause is not None
        assert found.cause.code == "padded"


def test_a_printed_range_of_which_nothing_is_given_cannot_be_compared(tmp_path: Path) -> None:
    """The data have no r: it neither is the same, nor does it differ."""
    body = "x: 30\nprinted: [{figure: r, value: {min: 10, max: 20}}]"
    (found,) = rules(tmp_path / "rules", OF_A_CATEGORY).audit_report(report(tmp_path, body)).findings
    assert (found.recomputed, found.verdict, found.reason) == (None, "not_recomputable", "not_given")


def test_what_a_rule_warns_of_is_called_by_its_title(bundled: Catalogue) -> None:
    """Also a record of which the report prints nothing."""
    text = (
        "report: x\norganization: y\nyear: 2023\nframework: nasional/kerangka-lkjip\nsasaran:\n"
        "  - {id: kota, title: Kota yang sehat, indikator: [{id: a, title: A, unit: nilai,"
        " polarity: higher_is_better, target: 1, realisasi: not_due}]}\n"
    )
    audit = bundled.audit_report(io.StringIO(text))
    assert [each.path for each in audit.warnings] == ["kota"]
    assert audit.records["kota"] == ("Kota yang sehat", "Kota yang sehat")
