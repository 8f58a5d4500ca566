from fractions import Fraction
from typing import Any

import pytest

from sakip_rules.explainer.lines import render
from sakip_rules.explainer.scaled import Part, band_lines, boundary_lines, draw, line_lines
from sakip_rules.models import ScaleRule


def scale(bands: list[dict[str, Any]], **keys: Any) -> ScaleRule:
    """A scale with these bands."""
    return ScaleRule.read(
        {
            "kind": "scale",
            "id": "contoh/skala",
            "version": "1.0.0",
            "title": "Skala",
            "valid_from": "2020",
            "legal_basis": [{"document": "X", "confidence": "applied"}],
            "unit": "persen",
            "bands": bands,
            "examples": [{"title": "x", "given": "1", "category": bands[0]["category"]}],
            **keys,
        }
    )


LUMAJANG = scale(
    [
        {"category": "Baik Sekali", "above": "100"},
        {"category": "Baik", "above": "75", "up_to": "100"},
        {"category": "Cukup", "from": "55", "up_to": "75"},
        {"category": "Kurang", "below": "55"},
        {"category": "Belum Terukur", "status": "missing"},
    ]
)
ROUNDED = scale(
    [
        {"category": "Baik", "code": "B", "from": "65", "up_to": "100"},
        {"category": "Kurang", "code": "K", "from": "0", "up_to": "64.99"},
    ],
    domain={"from": "0", "up_to": "100"},
    rounding={"places": "2"},
)


def shown(rule: ScaleRule, width: int = 78) -> list[str]:
    """The number line of a scale."""
    return render(line_lines(rule, "id", width)).splitlines()


def test_the_line_shows_which_band_each_end_belongs_to() -> None:
    """A square bracket holds its number, a round one does not; `<` and `>` have no end."""
    names, line, numbers, legend = shown(LUMAJANG)
    assert names.split("  ")[-1] == "Baik Sekali"
    assert [word for word in names.split() if word != "Sekali"] == ["Kurang", "Cukup", "Baik", "Baik"]
    assert line.strip().replace("─", "") == "<)[](](>"
    assert numbers.split() == ["55", "75", "100"]
    assert "[ ] angka itu termasuk" in legend
    for mark, number in ((")[", "55"), ("](", "75"), ("](", "100")):
        places = [place for place in range(len(line)) if line.startswith(mark, place)]
        assert any(abs(numbers.index(number) - place) <= len(number) for place in places)


def test_a_hole_between_two_bands_shows_both_ends() -> None:
    """Printed ends such as 64,99 | 65 stay apart where nothing fills the hole; so do those of the domain."""
    bands = [{"category": "Baik", "from": "65"}, {"category": "Kurang", "up_to": "64.99"}]
    _, line, numbers, _ = shown(scale(bands, gaps="refuse", domain={"from": "0", "up_to": "100"}))
    assert line.strip().replace("─", "") == "[][]"
    assert numbers.split() == ["0", "64,99|65", "100"]


def test_the_line_shows_where_the_rounding_turns() -> None:
    """64,995 is rounded to 65,00; -0,005 away from zero to -0,01, which is outside; 100,005 is, too."""
    _, line, numbers, _ = shown(ROUNDED)
    assert line.strip().replace("─", "") == "()[)"
    assert numbers.split() == ["-0,005", "64,995", "100,005"]


@pytest.mark.parametrize("width", [38, 58, 78, 118])
def test_the_line_is_never_wider_than_the_terminal(width: int) -> None:
    """The legend may be wrapped; the drawing is only stretched."""
    assert max(len(line) for line in shown(LUMAJANG, width)[:3]) <= width + 2


def test_codes_stand_where_names_do_not_fit() -> None:
    """Without codes, or too wide even with them, there is no line: the table says it all."""
    names = [f"Kategori yang panjang nomor {i}" for i in range(5)]
    bands = [{"category": name, "from": str(i), "below": str(i + 1)} for i, name in enumerate(names)]
    assert shown(scale(bands)) == []
    coded = [{**band, "code": f"K{i}"} for i, band in enumerate(bands)]
    assert shown(scale(coded))[0].split() == ["K0", "K1", "K2", "K3", "K4"]
    assert shown(scale(coded), 20) == []


def test_a_drawing_to_the_letter() -> None:
    """Ten dashes for each band of a line of 26 columns, the number under the meeting brackets."""
    parts = [Part("Rendah", "R", "<", "", ")", "100"), Part("Tinggi", "T", "[", "100", ">", "")]
    assert draw(parts, ["Rendah", "Tinggi"], 24) == [
        "   Rendah      Tinggi",
        "<──────────)[──────────>",
        "          100",
    ]


def test_the_numbers_around_each_end() -> None:
    """One unit beside each end, one place finer than the ends are written, at least two."""
    assert render(boundary_lines(LUMAJANG, "id")).splitlines() == [
        "   54,99  Kurang",
        "      55  Cukup",
        "   55,01  Cukup",
        "",
        "   74,99  Cukup",
        "      75  Cukup",
        "   75,01  Baik",
        "",
        "   99,99  Baik",
        "     100  Baik",
        "  100,01  Baik Sekali",
    ]


def test_the_ends_stand_out_among_their_neighbours() -> None:
    """A stated end is a result, the numbers beside it are text."""
    styles = [line.style for line in boundary_lines(LUMAJANG, "id") if line.text]
    assert styles == ["text", "result", "text"] * 3


def test_a_scale_that_rounds_shows_what_it_sees() -> None:
    """The halves are there: 64,995 is rounded to 65 and is Baik; outside the domain there is no category."""
    assert render(boundary_lines(ROUNDED, "id")).splitlines() == [
        "    -0,01  → -0,01  di luar jangkauan",
        "   -0,005  → -0,01  di luar jangkauan",
        "        0  → 0  Kurang",
        "    0,005  → 0,01  Kurang",
        "     0,01  → 0,01  Kurang",
        "",
        "    64,98  → 64,98  Kurang",
        "   64,985  → 64,99  Kurang",
        "    64,99  → 64,99  Kurang",
        "   64,995  → 65  Baik",
        "       65  → 65  Baik",
        "   65,005  → 65,01  Baik",
        "    65,01  → 65,01  Baik",
        "",
        "    99,99  → 99,99  Baik",
        "   99,995  → 100  Baik",
        "      100  → 100  Baik",
        "  100,005  → 100,01  di luar jangkauan",
        "   100,01  → 100,01  di luar jangkauan",
    ]


def test_many_ends_are_counted() -> None:
    """Of a scale with 60 ends the first 40 are shown."""
    bands = [{"category": f"K{i}", "from": str(i), "below": str(i + 1)} for i in range(59)]
    lines = render(boundary_lines(scale(bands), "en")).splitlines()
    assert lines[-1] == "  and 20 more ends"
    assert lines[-2] == "  39.01  K39"


def test_bands_and_what_holds_for_all() -> None:
    """Each with its ends or printed words, aligned; unit, domain, rounding, and holes below."""
    holes = scale(
        [{"category": "A", "from": "2", "words": "dua"}, {"category": "Bb", "up_to": "1"}], gaps="lower"
    )
    assert render(band_lines(holes, "en")).splitlines() == [
        "  A   dua (in effect: ≥ 2)",
        "  Bb  ≤ 1 (in effect: < 2)",
        "  unit percent",
        "  between two bands: the band below",
    ]
    assert render(band_lines(ROUNDED, "id")).splitlines()[2:] == [
        "  satuan persen",
        "  berlaku untuk nilai ≥ 0 dan ≤ 100",
        "  nilai dibulatkan 2 desimal dahulu (setengah ke atas)",
    ]


def test_the_step_is_finer_than_the_ends() -> None:
    """Ends with three decimals are told apart by the fourth."""
    rule = scale([{"category": "A", "below": "0.125"}, {"category": "B", "from": "0.125"}])
    words = render(boundary_lines(rule, "en")).split()
    assert words[::2] == ["0.1249", "0.125", "0.1251"]
    assert Fraction("0.125") - Fraction("0.1249") == Fraction(1, 10**4)
