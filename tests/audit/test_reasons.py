"""Why a printed figure cannot be recomputed is said with it."""

from pathlib import Path

import pytest
from tests.audit.invented import finding
from tests.written import report, rules


@pytest.mark.parametrize(
    ("path", "entry", "reason", "said"),
    [
        ("dua/d", "figure: rasio, value: 75", "not_given", "`rasio` memerlukan `nilai`, yang tidak ada."),
        ("dua/d", "figure: lebih, value: 5", "not_given", "`lebih` memerlukan `nilai`, yang tidak ada."),
        ("dua/d", "figure: nilai, value: 5", "not_given", "`nilai`: belum ada."),
        ("satu/a", "figure: nilai, year: 2018, value: 5", "year-not-given", "Tahun 2018 tidak diberikan"),
        (
            "satu/a",
            "figure: rasio, year: 2018, category: Unggul",
            "year-not-given",
            "Tahun 2018 tidak diberikan",
        ),
        (
            "dua/d",
            "figure: rasio, category: Unggul",
            "not_given",
            "`rasio` memerlukan `nilai`, yang tidak ada.",
        ),
        ("dua/d", "figure: nilai, category: Unggul", "not_given", "`nilai`: belum ada."),
        (
            "satu/a",
            "figure: selisih, category: Unggul",
            "no-scale",
            "Aturannya tidak memberi `selisih` sebuah skala.",
        ),
    ],
)
def test_the_reason_is_said(tmp_path: Path, path: str, entry: str, reason: str, said: str) -> None:
    """The operand that is absent at the bottom, the year that is not given, the scale that is missing."""
    found = finding(tmp_path, path, entry)
    assert (found.verdict, found.recomputed, found.reason) == ("not_recomputable", None, reason)
    assert found.message is not None
    assert said in found.message[0]


def test_both_languages_say_why(tmp_path: Path) -> None:
    """Each sentence names the figure, and the operands that are not there."""
    said = {
        "figure: rasio, value: 75": "`rasio` needs `nilai`, which is not there.",
        "figure: nilai, value: 5": "`nilai`: missing.",
    }
    for entry, english in said.items():
        found = finding(tmp_path, "dua/d", entry)
        assert found.message is not None
        assert found.message[1] == english


SUMMED = {
    "framework k": """
        levels:
          opd: {result: y, steps: {y: sum(i.v)}}
          i:
            under: opd
            result: v
            inputs: {a: {}, b: {}, c: {}}
            steps: {m: a + b, n: a - c, v: m + n}
    """
}


def reason(folder: Path, body: str) -> tuple[str | None, tuple[str, str] | None]:
    """Why the one figure that a report prints cannot be recomputed."""
    (found,) = rules(folder / "rules", SUMMED).audit_report(report(folder, body)).findings
    assert found.verdict == "not_recomputable"
    return found.reason, found.message


def test_each_absent_datum_is_named_once(tmp_path: Path) -> None:
    """A is needed by m and by n, b by m: both are absent at the bottom, in a record below."""
    code, message = reason(tmp_path, "printed: [{figure: y, value: 5}]\ni: [{id: p, c: 1}]")
    assert code == "not_given"
    assert message is not None
    names = message[1].removeprefix("`y` needs ").removesuffix(", which is not there.")
    assert sorted(names.split(", ")) == ["`p:a`", "`p:b`"]
    assert message[0].startswith("`y` memerlukan `p:")
    assert message[0].endswith(", yang tidak ada.")


@pytest.mark.parametrize(
    ("datum", "code", "said"),
    [
        (
            "{status: missing, note: belum diaudit}",
            "not_given",
            ("`a`: belum ada (belum diaudit).", "`a`: missing (belum diaudit)."),
        ),
        ("not_applicable", "not_applicable", ("`a`: tidak berlaku.", "`a`: not applicable.")),
        ("not_due", "not_due", ("`a`: belum waktunya.", "`a`: not due yet.")),
        ("{status: missing, reason: rusak}", "rusak", ("`a`: belum ada.", "`a`: missing.")),
        (
            "{status: not_computable, reason: division-by-zero}",
            "division-by-zero",
            ("`a`: pembagian dengan nol.", "`a`: division by zero."),
        ),
        (
            "{status: not_computable, reason: check-failed}",
            "check-failed",
            ("`a`: pemeriksaan tidak dipenuhi.", "`a`: a check does not hold."),
        ),
    ],
)
def test_what_the_data_say_of_an_absent_value_is_said(
    tmp_path: Path, datum: str, code: str, said: tuple[str, str]
) -> None:
    """Its word or reason, with the note of the data; a failed check without words is a reason like others."""
    body = f"i: [{{id: p, a: {datum}, b: 1, c: 1, printed: [{{figure: a, value: 5}}]}}]"
    assert reason(tmp_path, body) == (code, said)


def test_a_year_that_is_not_given(tmp_path: Path) -> None:
    """Both languages say which."""
    for entry in ("value: 5", "category: Baik"):
        body = f"printed: [{{figure: y, year: 2018, {entry}}}]"
        assert reason(tmp_path, body) == (
            "year-not-given",
            ("Tahun 2018 tidak diberikan untuk rekaman ini.", "The year 2018 is not given for this record."),
        )


def test_a_note_of_the_rule_is_said_in_each_language(tmp_path: Path) -> None:
    """A case that gives no number says why in both."""
    case = "{when: x < 5, then: {status: not_due, note: {id: Setelah triwulan II., en: After quarter II.}}}"
    level = f"{{result: y, inputs: {{x: {{}}}}, steps: {{y: [{case}, {{otherwise: x}}]}}}}"
    catalogue = rules(tmp_path / "rules", {"framework k": f"levels: {{opd: {level}}}"})
    (found,) = catalogue.audit_report(report(tmp_path, "x: 3\nprinted: [{figure: y, value: 3}]")).findings
    assert found.reason == "not_due"
    assert found.message == (
        "`y`: belum waktunya (Setelah triwulan II.).",
        "`y`: not due yet (After quarter II.).",
    )
