"""Printed categories beside those of the scale."""

from pathlib import Path

import pytest
from tests.audit.invented import audited, cause, finding
from tests.written import report, rules

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


BANDED = {
    "framework k": """
        levels:
          opd: {result: y, inputs: {x: {}}, steps: {y: {formula: x * 2, scale: contoh/s}}}
    """,
    "scale s": """
        bands:
          - {category: Baik, code: B, from: 60.5, below: 90.5}
          - {category: Cukup, above: 30.5, below: 60.5}
          - {category: Kurang, from: 0, up_to: 30.5}
          - {category: Belum, status: missing}
        domain: {from: 0, below: 90.5}
    """,
}


@pytest.mark.parametrize(
    ("entry", "code", "said"),
    [
        (
            "category: Baik",
            "category",
            (
                "Baik berlaku untuk mulai 60,5 di bawah 90,5 (contoh/s@1.0.0), angka ini Cukup",
                "Baik is for from 60.5 below 90.5 (contoh/s@1.0.0), this figure is Cukup",
            ),
        ),
        (
            "category: Kurang",
            "category",
            (
                "Kurang berlaku untuk mulai 0 sampai 30,5 (contoh/s@1.0.0), angka ini Cukup",
                "Kurang is for from 0 up to 30.5 (contoh/s@1.0.0), this figure is Cukup",
            ),
        ),
        (
            "value: '60.5', category: B",
            "category-of-printed",
            (
                "kategori dari angka yang tercetak di sampingnya, 60,5",
                "the category of the number printed beside it, 60.5",
            ),
        ),
        ("category: Belum", None, ("", "")),  # that is for what is not measured
        ("value: '99.5', category: Lain", None, ("", "")),  # 99.5 has none either
        ("value: '99.5', category: B", "category", ("angka ini Cukup", "this figure is Cukup")),
    ],
)
def test_bands_are_said_in_the_notation_of_each_language(
    tmp_path: Path, entry: str, code: str | None, said: tuple[str, str]
) -> None:
    """Of 20.5 × 2 = 41, which is above 30.5 and below 60.5."""
    body = f"x: 20.5\nprinted: [{{figure: y, {entry}}}]"
    found = rules(tmp_path / "rules", BANDED).audit_report(report(tmp_path, body)).findings[-1]
    assert (found.recomputed, found.verdict) == ("Cukup", "differs")
    assert (None if found.cause is None else found.cause.code) == code
    if found.cause is not None:
        assert [text.endswith(end) for text, end in zip(found.cause.message, said, strict=True)] == [True] * 2


def test_a_band_that_begins_above_a_number(tmp_path: Path) -> None:
    """30.5 itself is Kurang: Cukup is above it."""
    body = "x: 15.25\nprinted: [{figure: y, category: Cukup}]"
    (found,) = rules(tmp_path / "rules", BANDED).audit_report(report(tmp_path, body)).findings
    assert found.cause is not None
    assert dict(found.cause.with_) == {"y": "above 30.5 below 60.5"}
    assert "Cukup berlaku untuk di atas 30,5 di bawah 60,5" in found.cause.message[0]


def test_a_number_outside_its_scale_has_no_category(tmp_path: Path) -> None:
    """2 × 50 lies outside 0 to 90.5: a printed category has nothing beside it, and that is said."""
    body = "x: 50\nprinted: [{figure: y, category: Baik}]"
    (found,) = rules(tmp_path / "rules", BANDED).audit_report(report(tmp_path, body)).findings
    assert (found.verdict, found.reason) == ("not_recomputable", "outside-domain")
    assert found.message == (
        "Nilai `y` tidak mempunyai kategori pada skala `contoh/s@1.0.0`.",
        "The value of `y` has no category on the scale `contoh/s@1.0.0`.",
    )
