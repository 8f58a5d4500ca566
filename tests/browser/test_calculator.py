"""Computing on the page of a rule: by keyboard, on a phone, by a link, without network."""

from __future__ import annotations

from typing import Any

import pytest

ACCURACY = "rumus/lumajang/ketepatan-sasaran/"
SCALES = {"lantai": ("Tinggi", "Tinggi"), "bulat": ("Sangat Tinggi", "Sangat Tinggi"),
          "batas-atas": ("Sangat Tinggi", "Sangat Tinggi")}  # fmt: skip
"""What 90,5 and 90,7 are in three readings of one printed scale: `≤ 90` and `≥ 91` with nothing between."""


def filled(page: Any, *numbers: str) -> str:
    """What the calculator answers when numbers are typed into its fields, in their order."""
    for place, number in enumerate(numbers):
        page.locator(".calculator input[type=text]").nth(place).fill(number)
    return str(page.locator(".calculator__result").inner_text())


def test_the_figure_of_the_report_comes_out(visit: Any) -> None:
    """266,787 of 426,794 were reached rightly: 62.51 per cent, step by step."""
    page = visit.open(ACCURACY)
    assert "62,51 persen" in filled(page, "266787", "426794")
    assert "266.787 ÷ 426.794 × 100" in page.locator(".calculator__steps").inner_text()
    assert visit.errors == []


@pytest.mark.parametrize("reading", SCALES)
def test_one_number_in_three_readings_of_a_scale(visit: Any, reading: str) -> None:
    """Between two printed ranges the readings differ; the band of the answer is marked."""
    page = visit.open(f"rumus/nasional/skala-permendagri-{reading}/")
    assert tuple(filled(page, number).strip() for number in ("90,5", "90,7")) == SCALES[reading]
    assert page.locator(".is-answer").count() >= 1


def test_an_example_is_written_as_its_readers_write(visit: Any) -> None:
    """With a decimal comma on an Indonesian page, with a point on an English one."""
    field = ".calculator input[type=text]"
    assert visit.open("rumus/lumajang/skala-capaian/").locator(field).input_value() == "451,09"
    assert visit.open("en/rumus/lumajang/skala-capaian/").locator(field).input_value() == "451.09"
    assert visit.errors == []


def test_a_link_carries_the_numbers(visit: Any) -> None:
    """Whoever opens it sees the same answer."""
    page = visit.open(ACCURACY)
    filled(page, "30", "40")
    page.get_by_role("button", name="Salin tautan").click()
    shared = page.evaluate("location.href")
    assert "#coba?" in shared
    page.goto("about:blank")
    page.goto(shared)
    assert "75,00 persen" in page.locator(".calculator__result").inner_text()


def test_the_keyboard_is_enough(visit: Any) -> None:
    """Type, Tab, type, Enter."""
    page = visit.open(ACCURACY)
    first = page.locator(".calculator input[type=text]").first
    first.focus()
    first.fill("1")
    page.keyboard.press("Tab")  # the choice of why there is no number
    page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("4")
    page.keyboard.press("Enter")
    assert "25,00 persen" in page.locator(".calculator__result").inner_text()


def test_it_works_without_network_once_loaded(visit: Any) -> None:
    """Nothing is asked of anybody when one computes."""
    page = visit.open(ACCURACY)
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    assert "50,00 persen" in filled(page, "2", "4")
    assert visit.errors == []


def test_why_there_is_no_number_is_chosen_in_words(visit: Any) -> None:
    """An absent value gives an absent answer, and says so in words."""
    page = visit.open(ACCURACY)
    page.locator(".calculator .field__absent").first.select_option("missing")
    assert page.locator(".calculator__result").inner_text().strip() == "belum ada"


def test_what_cannot_be_read_is_said_at_its_field(visit: Any) -> None:
    """1.250 people: thousands or decimals? The field asks, and no answer is given."""
    page = visit.open(ACCURACY)
    assert filled(page, "1.250", "4").strip() == ""
    assert "pemisah ribuan atau desimal" in page.locator(".field__fault").first.inner_text()


def test_zero_people_say_why_there_is_no_answer(visit: Any) -> None:
    """Division by zero is a reason, not a crash."""
    page = visit.open(ACCURACY)
    assert "pembagian dengan nol" in filled(page, "0", "0")


def test_on_a_phone_the_fields_fit(phone: Any) -> None:
    """Nothing sticks out of 360 px, and the answer stands below."""
    page = phone.open("rumus/nasional/ikpa/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert "Baik" in page.locator(".calculator__result").inner_text()


def test_a_list_takes_rows(visit: Any) -> None:
    """A collection begins with the rows of the example; one more can be added and taken away."""
    page = visit.open("rumus/nasional/skm-indeks/")
    rows = page.locator(".collection__rows > li")
    before = rows.count()
    page.get_by_role("button", name="Tambah baris").first.click()
    assert rows.count() == before + 1
    page.get_by_role("button", name="Hapus baris ini").last.click()
    assert rows.count() == before
    assert visit.errors == []


@pytest.mark.parametrize(
    "carried",
    ["unsur=[null]", "unsur=[5,[],%22x%22]", "unsur={%22constructor%22:null}", "unsur=[", "__proto__=[]"],
)
def test_a_link_that_somebody_changed_leaves_the_form(visit: Any, carried: str) -> None:
    """Whatever it carries: fields stay empty, and can be filled in."""
    page = visit.open("rumus/nasional/skm-indeks/#coba?" + carried)
    assert page.locator(".collection__rows > li").count() >= 1
    page.get_by_role("button", name="Contoh").first.click()
    assert page.locator(".calculator__result").inner_text().strip() != ""
    assert visit.errors == []
