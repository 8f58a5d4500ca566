"""A run over many reports: what comes out, and what is said."""

from __future__ import annotations

import gc
import io
import tracemalloc
from pathlib import Path

import pytest
from tests.batch.calling import RULE, batch, put, rows
from tests.batch.reports.calling import FRAMEWORK, HEAD, batch_of, lines_of, roots

from sakip_rules import Catalogue
from sakip_rules.batch import ReportJob, ReportPartial, fingerprint, run_reports, writing
from sakip_rules.batch.reports import running
from sakip_rules.importer import TableAnswers, import_sheet
from sakip_rules.plans import FrameworkPlan
from sakip_rules.sheets import open_book
from sakip_rules.version import __version__

TWO = "Dinas A;2020;satu;naik;80;40\nDinas A;2020;dua;turun;10;5\nDinas B;2020;satu;naik;4;3\n"


def test_each_agency_is_a_report() -> None:
    """(50 + 150) / 2 and 75, by hand."""
    code, text, said = batch_of(TWO)
    assert (code, said) == (0, "2 reports from 3 rows; 0 could not be computed.\n")
    assert roots(text) == [("Dinas A", "2020", "100.00", "ok"), ("Dinas B", "2020", "75.00", "ok")]


def test_a_batch_gives_what_an_import_of_each_report_gives() -> None:
    """The text of a report, read and computed, has the same figures."""
    by_agency: dict[str, list[str]] = {}
    for line in TWO.splitlines():
        by_agency.setdefault(line.partition(";")[0], []).append(line)
    rules = Catalogue.load("rules")
    plan = rules.rule(FRAMEWORK, on=2020).plan
    assert isinstance(plan, FrameworkPlan)
    expected = []
    for lines in by_agency.values():
        with open_book(put(HEAD + "\n".join(lines), "satu.csv")) as book:
            text = import_sheet(book.sheet().whole(), plan, FRAMEWORK, TableAnswers()).text
        report = rules.evaluate_report(io.StringIO(text))
        expected += [(report.organization, row["path"], row["figure"], row["value"]) for row in report.rows()]
    seen = [
        (row["organization"], row["path"], row["figure"], row["value"] or None)
        for row in rows(batch_of(TWO)[1])
    ]
    assert seen == expected


def test_the_year_of_a_report_chooses_the_version_of_its_framework() -> None:
    """The later version takes the largest achievement; a pin takes one for all years."""
    data = TWO.replace("Dinas A;2020", "Dinas A;2022")
    assert roots(batch_of(data)[1]) == [
        ("Dinas A", "2022", "150.00", "ok"),
        ("Dinas B", "2020", "75.00", "ok"),
    ]
    pinned = batch(f"{FRAMEWORK}@1.0.0", "data.csv")[1]
    assert roots(pinned)[0] == ("Dinas A", "2022", "100.00", "ok")


def test_a_year_may_be_said_for_all_or_by_the_headings() -> None:
    """Without a column of years `--on` says it, or `Target 2020`."""
    data = "Dinas A;satu;naik;80;40\n"
    head = "OPD;Indikator;Arah;Target;Realisasi\n"
    assert roots(batch_of(data, "--on", "2022", head=head)[1]) == [("Dinas A", "2022", "50.00", "ok")]
    head = "OPD;Indikator;Arah;Target 2019;Realisasi 2019\n"
    assert roots(batch_of(data, head=head)[1]) == [("Dinas A", "2019", "50.00", "ok")]


def test_a_report_that_is_wrong_is_told_with_its_cell_and_the_rest_is_done() -> None:
    """Each has one line, with the codes of its mistakes."""
    data = "A;2020;satu;naik;80;x\nB;20;satu;naik;1;1\nC;2020;satu;naik;-;1\nD;2020;satu;naik;4;3\n"
    code, text, said = batch_of(data)
    assert code == 1
    assert "data.csv:2:21\nerror[bad-value]" in said
    assert "data.csv:3:3\nerror[bad-date]" in said
    assert "data.csv:4:18\nerror[table-unclear]" in said
    assert said.endswith("4 reports from 4 rows; 3 could not be computed.\n")
    assert [row["diagnostics"] for row in rows(text)[:3]] == ["bad-value", "bad-date", "table-unclear"]
    assert roots(text)[3] == ("D", "2020", "75.00", "ok")


def test_rows_of_one_report_that_stand_apart_are_computed_nowhere() -> None:
    """What its first rows gave is no result; it is told once, and counted once."""
    data = TWO + "Dinas A;2020;tiga;naik;1;1\nDinas C;2020;satu;naik;2;1\nDinas A;2020;empat;naik;1;1\n"
    code, text, said = batch_of(data)
    assert code == 1
    assert roots(text) == [
        ("Dinas A", "2020", "", "error"),
        ("Dinas B", "2020", "75.00", "ok"),
        ("Dinas C", "2020", "50.00", "ok"),
    ]
    assert "data.csv:5:1\nerror[given-twice]" in said
    assert "data.csv:7:1\nerror[given-twice]" in said
    assert said.endswith("3 reports from 6 rows; 1 could not be computed.\n")


def test_rows_apart_are_found_beyond_a_chunk_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the first rows are written down already or wait to be."""
    monkeypatch.setattr("sakip_rules.batch.reports.running.CHUNK", 2)
    text = batch_of(TWO + "Dinas A;2020;tiga;naik;1;1\n")[1]
    assert [status for _, _, _, status in roots(text)] == ["error", "ok"]


def test_a_blank_agency_is_that_of_the_row_above_and_that_is_said() -> None:
    """As in a table whose cells are merged; above the first row there is none."""
    code, text, said = batch_of(TWO.replace("Dinas A;2020;dua", ";;dua"))
    assert (code, roots(text)[0]) == (0, ("Dinas A", "2020", "100.00", "ok"))
    assert "warning[taken-as]: The agency or year of the row is blank" in said
    code, text, said = batch_of(";2020;satu;naik;1;1\n")
    assert (code, rows(text)[0]["diagnostics"]) == (1, "table-unclear")


def test_what_the_headings_leave_open_is_asked_at_once() -> None:
    """No agency and no year: both in one answer, and nothing is computed."""
    code, text, said = batch_of("x;satu;naik;1;1\n", head="Kantor;Indikator;Arah;Target;Realisasi\n")
    assert (code, text) == (2, "")
    assert said.count("error[table-unclear]") == 2
    named = ["--columns", "instansi=Kantor", "--on", "2020"]
    assert roots(batch(FRAMEWORK, "data.csv", *named)[1]) == [("x", "2020", "100.00", "ok")]


def test_a_year_is_not_said_twice() -> None:
    """A column of years and `--on` could differ."""
    code, _, said = batch_of(TWO, "--on", "2021")
    assert code == 2
    assert "data.csv:1:5" in said


def test_options_of_reports_are_not_for_rules() -> None:
    """They would be left out in silence."""
    code, _, said = batch(RULE, put("pagu;dibelanjakan\n1;1\n"), "--on", "2020", "--dash", "missing")
    assert code == 2
    assert "--dash" in said


def test_what_the_framework_computes_is_not_read() -> None:
    """A printed achievement is for an audit: that is said at its heading, once."""
    head = "OPD;Tahun;Indikator;Arah;Target;Realisasi;Capaian\n"
    data = "A;2020;satu;naik;80;40;99\nB;2021;satu;naik;80;40;99\n"
    code, text, said = batch_of(data, head=head)
    assert (code, [value for _, _, value, _ in roots(text)]) == (0, ["50.00", "50.00"])
    assert said.count("data.csv:1:43\nwarning[not-imported]") == 1


@pytest.mark.parametrize(("given", "reason", "value"), [("-", "not_due", ""), ("1.250", "", "1.25")])
def test_an_answer_holds_for_all_reports(given: str, reason: str, value: str) -> None:
    """What a dash means, and which sign parts decimals."""
    text = batch_of(f"A;2020;satu;naik;2;{given}\n", "--dash", "not_due", "--decimal", ".")[1]
    row = next(row for row in rows(text) if row["figure"] == "realisasi")
    assert (row["reason"], row["value"]) == (reason, value)


class CutOffError(BaseException):
    """As a signal ends a run."""


def test_a_run_that_was_cut_off_goes_on_and_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the reports behind are computed, and rows that stand apart are found across the cut."""
    monkeypatch.setattr("sakip_rules.batch.reports.running.CHUNK", 10)
    data = "".join(f"Dinas {n % 37};2020;i{n};naik;{n % 5};1\n" for n in range(40))
    assert batch_of(data, "-o", "whole.csv", "--exact")[0] == 1
    rules = Catalogue.load("rules")
    plan = rules.rule(FRAMEWORK, on=2022).plan
    assert isinstance(plan, FrameworkPlan)
    job = ReportJob(rules, FRAMEWORK, plan, "data.csv", None, TableAnswers(), "en", exact=True)
    head = job.head(fingerprint("data.csv").sha256, __version__)
    with ReportPartial(Path("hasil.csv.partial"), head, job.made) as partial:
        partial.begin()

        def tell(done: int) -> None:
            if done >= 20:
                raise CutOffError

        with pytest.raises(CutOffError):
            run_reports(job, partial, lambda _: None, tell)
    with Path("hasil.csv.partial").open("ab") as stream:
        stream.write(b'{"report": "ab')
    code, _, said = batch(FRAMEWORK, "data.csv", "-o", "hasil.csv", "--resume", "--exact")
    assert (code, said.splitlines()[-1]) == (1, "37 reports from 40 rows; 3 could not be computed.")
    assert Path("hasil.csv").read_bytes() == Path("whole.csv").read_bytes()
    assert len({line.split(",")[0] for line in lines_of("hasil.csv")[1:]}) == 37


def test_other_answers_are_not_gone_on_with() -> None:
    """An earlier run with another meaning of a dash is refused."""
    head = {"framework": FRAMEWORK}
    with ReportPartial(Path("hasil.csv.partial"), head, ("organization", "report_year")) as partial:
        partial.begin()
    code, _, said = batch_of(TWO, "-o", "hasil.csv", "--resume")
    assert code == 2
    assert "hasil.csv.partial" in said


@pytest.mark.slow
def test_memory_does_not_grow_with_the_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten times the reports take no more than the few bytes that each is known by; a chunk is held."""
    for module in (running, writing):
        monkeypatch.setattr(module, "CHUNK", 20)
    peaks = []
    for count in (400, 40, 400):  # the first imports what only many reports need
        put(HEAD + "".join(f"Dinas {n};2020;satu;naik;4;3\n" for n in range(count)))
        gc.collect()
        tracemalloc.start()
        assert batch(FRAMEWORK, "data.csv", "-o", "hasil.csv")[0] == 0
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[2] - peaks[1] < 360 * 1_000, peaks


@pytest.mark.parametrize(("written", "told"), [("(3,5)", "minus"), ("80–90", "range"), ("≥ 3", "polarity")])
def test_data_that_are_no_number_are_refused(written: str, told: str) -> None:
    """What a pasted table may mean is a guess: of data, the message says what to write."""
    code, text, said = batch(FRAMEWORK, put(f"{HEAD}Dinas A;2020;satu;naik;4;{written}\n"))
    assert (code, "bad-value" in said, told in said) == (1, True, True), said
    assert "error" in text
    code, _, said = batch(FRAMEWORK, put(f"{HEAD}Dinas A;2020;satu;naik;≥ 4;3\n"))
    assert (code, "bad-value" in said) == (1, True)


def test_what_is_taken_as_polarity_is_told_once_of_all_reports() -> None:
    """With how many records in all: of 200 agencies it would be 200 times the same."""
    head = "OPD;Tahun;Indikator;Target;Realisasi\n"
    data = "Dinas A;2020;satu;80;40\nDinas A;2020;dua;10;5\nDinas B;2020;satu;4;3\nDinas C;2020;satu;4;3\n"
    code, text, said = batch_of(data, head=head)
    assert (code, said.count("says no polarity")) == (0, 1)
    assert "The table says no polarity; 4 records are written `higher_is_better`." in " ".join(said.split())
    assert [row["diagnostics"] for row in rows(text) if row["path"] == "."] == ["taken-as"] * 3
