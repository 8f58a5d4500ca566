"""Printed categories beside those of the scale."""

from pathlib import Path

import pytest
from tests.audit.invented import audited, cause, finding

from sakip_rules.audit.hypotheses.categories import same_category
from sakip_rules.values import Category


@pytest.mark.parametrize("printed", ["Unggul", "unggul", "UNGGUL", "' Unggul '", "U"])
def test_label_or_code_in_any_case(tmp_path: Path, printed: str) -> None:
    """A category is the same by its label or its code, however it is capitalized; rasio of a is 107.15."""
    found = finding(tmp_path, "satu/a", f"figure: rasio, category: {printed}")
    assert (found.recomputed, found.verdict, found.cause) == ("Unggul", "same", None)


def test_a_category_that_does_not_follow(tmp_path: Path) -> None:
    """Sedang is for 50 up to 100; 107.15 is Unggul."""
    found = finding(tmp_path, "satu/a", "figure: rasio, category: Sedang")
    assert (found.printed, found.recomputed, found.verdict) == ("Sedang", "Unggul", "differs")
    assert found.cause is not None
    assert found.cause.code == "category"
    assert dict(found.cause.with_) == {"rasio": "from 50 up to 100"}
    assert found.cause.message[0] == (
        "kategori tidak sesuai angkanya: Sedang berlaku untuk mulai 50 sampai 100 (contoh/skala@1.0.0), "
        "angka ini Unggul"
    )
    assert found.cause.message[1] == (
        "the category does not follow from the figure: Sedang is for from 50 up to 100 (contoh/skala@1.0.0), "
        "this figure is Unggul"
    )


def test_a_category_of_the_wrong_number_beside_it(tmp_path: Path) -> None:
    """92.85, printed beside it for 107.15, is Sedang."""
    number, category = audited(
        tmp_path, {"satu/a": ["figure: rasio, value: 92.85, category: Sedang"]}
    ).findings
    assert number.cause is not None
    assert number.cause.code == "polarity"
    assert category.cause is not None
    assert category.cause.code == "category-of-printed"
    assert dict(category.cause.with_) == {"rasio": "92.85"}


def test_the_number_beside_it_does_not_excuse(tmp_path: Path) -> None:
    """92.85 is not Lemah either: the category does not follow from any of the two."""
    _, category = audited(tmp_path, {"satu/a": ["figure: rasio, value: 92.85, category: Lemah"]}).findings
    assert category.cause is not None
    assert (category.cause.code, dict(category.cause.with_)) == ("category", {"rasio": "below 50"})


def test_a_category_that_the_scale_does_not_have(tmp_path: Path) -> None:
    """No number gives `Hebat`: there is no cause that could be computed with."""
    found = finding(tmp_path, "satu/a", "figure: rasio, category: Hebat")
    assert (found.verdict, found.cause) == ("differs", None)


def test_no_category_to_compare_with(tmp_path: Path) -> None:
    """Without a scale, or without a value, a category cannot be recomputed."""
    for path, figure in (("satu/a", "selisih"), ("dua/d", "rasio")):
        found = finding(tmp_path, path, f"figure: {figure}, category: Sedang")
        assert (found.recomputed, found.verdict, found.cause) == (None, "not_recomputable", None)


@pytest.mark.parametrize(
    ("path", "figure", "category"),
    [
        ("satu/a", "nilai", "Lemah"),  # 42.86, by the indicator rule's own scale
        ("satu/a", "rasio_akhir", "Sedang"),  # 77.93, by the called rule's own scale
        ("satu", "rasio", "Sedang"),  # 91.08, by the step's scale
    ],
)
def test_scales_of_rules_and_steps(tmp_path: Path, path: str, figure: str, category: str) -> None:
    """A category is explained by the scale that gave it, wherever that is stated."""
    found = finding(tmp_path, path, f"figure: {figure}, category: Unggul")
    assert found.recomputed == category
    assert found.cause is not None
    assert dict(found.cause.with_) == {figure: "above 100"}


def test_a_given_value_has_no_scale(tmp_path: Path) -> None:
    """Where a record states its nilai, no rule gives it a category."""
    assert finding(tmp_path, "satu/b", "figure: nilai, category: Lemah").verdict == "not_recomputable"


def test_a_category_of_rows_below(tmp_path: Path) -> None:
    """A scale of a step that is a formula is found as that of a called rule is: tiga has 40, Lemah."""
    assert cause(tmp_path, "tiga", "figure: rasio, category: Unggul") == ("category", {"rasio": "above 100"})


def test_a_category_without_a_code_is_called_by_its_label() -> None:
    """Only a code that there is can be printed for it."""
    assert same_category("  sangat   BAIK ", Category("Sangat Baik"))
    assert not same_category("SB", Category("Sangat Baik"))
    assert same_category("sb", Category("Sangat Baik", "SB"))
    assert not same_category("Baik", Category("Sangat Baik", "SB"))
    assert not same_category("None", Category("Sangat Baik"))
