"""One number, several readings: what stands on the page is what the sources and plain arithmetic say."""

from collections.abc import Callable

import pytest
from tests.pages.seen import Page, words

from sakip_rules import Catalogue
from sakip_rules.pages.addresses import PagePlace
from sakip_rules.pages.answers import Answers
from sakip_rules.pages.data import read
from sakip_rules.pages.readings import (
    is_about,
    question_page,
    question_path,
    questions,
    questions_page,
    rows,
    rules_named,
)
from sakip_rules.pages.rule.view import RuleView
from sakip_rules.pages.sources import SiteSources

NOT_COMPUTABLE = "tidak dapat dihitung: pembagian dengan nol"
CHECK_FAILED = "tidak dapat dihitung: pemeriksaan tidak dipenuhi"
GAP = "tidak dapat dihitung: jatuh di antara dua rentang skala"
RowsOf = Callable[[str], dict[str, list[str]]]


@pytest.fixture
def rows_of(answers: Answers) -> RowsOf:
    """Gives the table of a question in Indonesian: first cell -> the others."""

    def call(name: str) -> dict[str, list[str]]:
        (question,) = (one for one in questions(answers) if one["name"] == name)
        return {first: rest for first, *rest in rows(question, answers, "id")}

    return call


def test_a_value_in_a_gap_of_the_permendagri_scale(rows_of: RowsOf) -> None:
    """90.5 is Tinggi by the floor, Sangat Tinggi rounded or upper-closed, no class where gaps are errors."""
    found = rows_of("permendagri")
    assert found["90,5"] == ["Tinggi", "Sangat Tinggi", "Sangat Tinggi", GAP]
    assert found["75,5"] == ["Sedang", "Tinggi", "Tinggi", GAP]
    assert found["65,5"] == ["Rendah", "Sedang", "Sedang", GAP]
    assert found["50,5"] == ["Sangat Rendah", "Rendah", "Rendah", GAP]
    assert found["90,49"][1] == "Tinggi"


def test_a_value_between_two_classes_of_service_standards(rows_of: RowsOf) -> None:
    """99.5 is not yet complete."""
    assert rows_of("service_standards")["99,5"] == ["Tuntas Utama"]
    assert rows_of("service_standards")["100"] == ["Tuntas Paripurna"]


def test_a_value_between_two_grades_of_the_survey(rows_of: RowsOf) -> None:
    """64.995 is rounded to 65.00 before it is graded."""
    assert rows_of("satisfaction")["64,995"] == ["65,00", "Kurang Baik"]
    assert rows_of("satisfaction")["64,994"] == ["64,99", "Tidak Baik"]


def test_the_top_of_electronic_government(rows_of: RowsOf) -> None:
    """5.0 has the highest class; 4.1 has another one from 2026."""
    assert rows_of("electronic_government")["5,0"] == ["Memuaskan", "Memuaskan"]
    assert rows_of("electronic_government")["4,1"] == ["Sangat Baik", "Memuaskan"]
    assert rows_of("electronic_government")["3,9"] == ["Sangat Baik", "Sangat Baik"]


def test_a_tie_in_every_rounding_mode(rows_of: RowsOf) -> None:
    """58.985 and 90.095 to two places, as the ministry rounds and as others would."""
    first, second = rows_of("roundings").values()
    assert first == ["58,985", "58,99", "58,98", "58,98", "58,99", "58,98", "58,99"]
    assert second == ["90,095", "90,10", "90,10", "90,09", "90,10", "90,09", "90,10"]


def test_lower_is_better_by_either_formula(rows_of: RowsOf) -> None:
    """At a target of 10: 120 and 125, 80 and 83.33, -50 and 40, 200 and no result."""
    found = rows_of("lower_is_better")
    assert found["8"][:2] == ["120", "125"]
    assert found["12"][:2] == ["80", "83,333333…"]
    assert found["25"] == ["-50", "40", "40", "0"]
    assert found["0"] == ["200", NOT_COMPUTABLE, "100", "100"]


def test_zeros_in_every_achievement_rule(rows_of: RowsOf) -> None:
    """Target 0 with something realised, with nothing realised, and nothing realised of a target of 10."""
    nothing = [NOT_COMPUTABLE, NOT_COMPUTABLE, "0"]
    assert rows_of("zeros") == {
        "capaian-kasus-terburuk@1.0.0": ["50", "100", CHECK_FAILED],
        "capaian-makin-rendah@1.0.0": [NOT_COMPUTABLE, NOT_COMPUTABLE, "200"],
        "capaian-makin-rendah-target-nol@1.0.0": [NOT_COMPUTABLE, "120", "200"],
        "capaian-makin-rendah-terbalik@1.0.0": ["0", NOT_COMPUTABLE, NOT_COMPUTABLE],
        "capaian-makin-rendah-terbalik-nol@1.0.0": ["0", "100", "100"],
        "capaian-makin-tinggi@1.0.0": nothing,
        "capaian-mendekati-target@1.0.0": nothing,
        "capaian-rentang@1.0.0": [NOT_COMPUTABLE, "100", "0"],
        "capaian-rentang-makin-rendah@1.0.0": [NOT_COMPUTABLE, "100", "200"],
        "capaian-stabil@1.0.0": nothing,
        "capaian-target-maksimal@1.0.0": nothing,
        "capaian-target-negatif@1.0.0": [CHECK_FAILED, CHECK_FAILED, CHECK_FAILED],
        "capaian-target-nol-batas@1.0.0": ["120", "tidak berlaku", "tidak berlaku"],
        "capaian-target-nol-nihil@1.0.0": ["0", "0", "0"],
        "capaian-target-nol-seratus@1.0.0": ["100", "0", "0"],
        "capaian-toleransi@1.0.0": nothing,
        "efektivitas@1.0.0": nothing,
        "rasio-permendagri@2.0.0": nothing,
    }


def test_a_question_is_asked_where_all_its_rules_are(own: Catalogue, answers: Answers) -> None:
    """Every question of the data with the bundled rules, none with an agency's own."""
    assert questions(answers) == read("readings")
    assert questions(Answers(own.checked)) == []


def test_a_question_has_a_page_with_the_answers_side_by_side(bundled: Catalogue) -> None:
    """And the rules that give them, each with its page."""
    sources = SiteSources(bundled.checked)
    question = read("readings")[0]
    place = PagePlace(question_path(question), "id", "files")
    view = RuleView(place, lambda _: None, sources.path_of)
    page = question_page(question, sources, view)
    assert page.path == "tafsir/90-5-pada-skala-permendagri.md"
    assert "90,5 Tinggi Sangat Tinggi Sangat Tinggi tidak dapat dihitung" in words(page.body)
    assert "../rumus/nasional/skala-permendagri-tolak.html" in Page(page.body).links
    assert question["title"]["id"] in words(questions_page([question], view).body)


def test_no_page_shows_the_marks_of_what_was_written(bundled: Catalogue) -> None:
    """The data write code between backquotes, also in the heads of columns; a page shows code."""
    sources = SiteSources(bundled.checked)
    for question in read("readings"):
        place = PagePlace(question_path(question), "en", "files")
        page = question_page(question, sources, RuleView(place, lambda _: None, sources.path_of))
        assert "`" not in words(page.body), question["name"]


def test_rules_know_the_questions_that_they_answer(bundled: Catalogue) -> None:
    """Named by the data, or of the kind that is asked about."""
    newest = SiteSources(bundled.checked).newest
    asked = {question["name"]: question for question in read("readings")}
    assert is_about(asked["permendagri"], newest["nasional/skala-permendagri-lantai"])
    assert is_about(asked["zeros"], newest["nasional/capaian-toleransi"])
    assert not is_about(asked["permendagri"], newest["nasional/ipm"])
    assert rules_named(asked["roundings"]) == {"nasional/nilai-kinerja-anggaran"}
