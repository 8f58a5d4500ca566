"""What rules answer on pages."""

from fractions import Fraction

import pytest

from sakip_rules.pages.answers import Answers


def test_a_scale_answers_with_its_class(answers: Answers) -> None:
    """By the version of the year: 4.1 has another class from 2026."""
    assert answers.answer("spbe-predikat", 2025, "4.1").words("id") == "Sangat Baik"
    assert answers.answer("spbe-predikat", 2026, "4.1").words("id") == "Memuaskan"


def test_a_formula_answers_with_its_exact_number(answers: Answers) -> None:
    """Not rounded; another owner's rule is named in full."""
    answer = answers.answer("capaian-makin-tinggi", 2025, {"realisasi": "70.16", "target": "70.10"})
    assert answer.number() == Fraction("70.16") / Fraction("70.10") * 100
    assert answer.words("en") == "100.085592…"
    given = {"pmks_ksm": "266787", "pmks_dibantu": "426794"}
    assert answers.answer("lumajang/ketepatan-sasaran", 2020, given).number() == Fraction(26678700, 426794)


def test_a_formula_with_a_scale_has_a_class_beside_its_number(answers: Answers) -> None:
    """The number is what is said; a class that is wanted is there."""
    given = {"umur_harapan_hidup": "71.20", "harapan_lama_sekolah": "12.91", "rata_lama_sekolah": "8.17"}
    answer = answers.answer("ipm", 2018, {**given, "pengeluaran": "11059000"})
    assert answer.words("en").startswith("71.39")


def test_a_step_of_a_record_is_a_figure_too(answers: Answers) -> None:
    """By its name; `name.field` is the sum over its rows."""
    names = "penyerapan kontraktual tagihan capaian_output up_tup revisi_dipa deviasi_hal_iii lpj_bendahara"
    names += " perencanaan_kas kesalahan_spm retur_sp2d pagu_minus dispensasi_spm"
    answer = answers.answer("ikpa", 2021, dict.fromkeys(names.split(), "100"))
    assert answer.number() == 100
    assert answer.number("komponen.bobot") == 100


def test_an_absent_value_is_said_with_the_engines_reason(answers: Answers) -> None:
    """A reason that only the rule has stands on the rule's own page."""
    zero = answers.answer("capaian-makin-tinggi", 2026, {"target": "0", "realisasi": "5"})
    assert zero.words("id") == "tidak dapat dihitung: pembagian dengan nol"
    with pytest.raises(ValueError, match="result is no number"):
        zero.number()
    own = answers.answer("capaian-target-nol-batas", 2026, {"target": "0", "realisasi": "0"})
    assert own.words("en") == "not applicable"


def test_a_rule_that_is_not_there_has_no_answer(answers: Answers) -> None:
    """No such name, or none in force in that year."""
    assert answers.rule("tidak-ada", 2020) is None
    assert answers.rule("spbe-predikat", 1990) is None
    with pytest.raises(LookupError, match="tidak-ada"):
        answers.answer("tidak-ada", 2020, "1")
