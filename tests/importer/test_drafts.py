"""The text of a report that is made: what is written is what is read."""

from __future__ import annotations

import time

import yaml
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.importer.drafts import ID_LENGTH, AbsentDatum, Draft, record_id, report_text, scalar


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufeff")))
def test_every_text_comes_back(text: str) -> None:
    """With signs of YAML, quotes, and blanks at its ends."""
    read = yaml.load(f"title: {scalar(text)}\n", Loader=yaml.BaseLoader)  # noqa: S506 - it builds text, lists and maps only
    assert read == {"title": text}


def test_ids_are_short_and_unlike_each_other() -> None:
    """Also of names that have no letters, or begin alike."""
    taken: dict[str, int] = {}
    long = "Persentase penyandang masalah kesejahteraan sosial yang meningkat"
    made = [record_id(title, taken) for title in ("Nilai SAKIP", "Nilai: SAKIP!", "…", long)]
    assert made[:3] == ["nilai-sakip", "nilai-sakip-2", "rekaman"]
    assert made[3] == "persentase-penyandang-masalah"
    assert all(len(name) <= ID_LENGTH + 2 for name in made)
    assert [record_id(title, taken) for title in ("Nilai SAKIP 2", "Nilai SAKIP", "Nilai SAKIP 2")] == [
        *("nilai-sakip-2-2", "nilai-sakip-3", "nilai-sakip-2-3")
    ]


def test_equal_names_cost_no_more_than_others() -> None:
    """A table of twenty thousand rows may say the same in each."""
    taken: dict[str, int] = {}
    begun = time.process_time()
    made = [record_id("Nilai", taken) for _ in range(20_000)]
    assert time.process_time() - begun < 5  # minutes, where each was tried from the first number on
    assert (len(set(made)), made[0], made[-1]) == (20_000, "nilai", "nilai-20000")


def test_a_record_holds_what_was_noted_of_it() -> None:
    """Data, years before, what is printed, and records below."""
    root = Draft("dinas", "Dinas")
    child = Draft("indikator", "Nilai SAKIP", unit="nilai", note="lihat bab 3")
    child.data = {
        "target": "80",
        "realisasi": AbsentDatum("not_due", "TW IV"),
        "lain": AbsentDatum("missing"),
    }
    child.of_year(2019)["target"] = "79"
    child.print_category("capaian", None, "Baik", "a.csv:2:1")
    child.print_category("capaian", None, "Sangat Baik", "a.csv:2:1")
    root.children.append(child)
    assert report_text([("report", "LKjIP 2020", ""), ("year", "2020", "tahun")], root) == (
        "report: LKjIP 2020\nyear: 2020  # tahun\nindikator:\n  - id: nilai-sakip\n    title: Nilai SAKIP\n"
        "    unit: nilai\n    note: lihat bab 3\n    target: 80\n"
        '    realisasi: {status: not_due, note: "TW IV"}\n'
        "    lain: missing\n    history:\n      2019: {target: 79}\n    printed:\n"
        '      - {figure: capaian, category: "Sangat Baik", where: "a.csv:2:1"}\n'
    )
