"""What the names in formulas stand for."""

from pathlib import Path

from tests.written import rules

from sakip_rules.expression import parse
from sakip_rules.models import FormulaRule, FrameworkRule
from sakip_rules.pages.rule.lexicon import Meaning, lexicon_of, lexicon_of_levels, meaning_of, titles_in

RULE = """
    inputs:
      target: {title: {id: Sasaran, en: Aim}, type: range}
      periode:
        each:
          inputs: {nilai: {title: Nilai periode}}
    steps:
      rata: {title: Rata-rata, formula: mean(periode.nilai)}
      bobot: {rows: [{b: 1}]}
    formula: rata + sum(bobot.b)
"""


def test_names_of_rows_and_of_fixed_rows_are_dotted(tmp_path: Path) -> None:
    """Each leads to its input or its step; a column of fixed rows to the step."""
    rule = rules(tmp_path, {"index a": RULE}).rules.versions["contoh/a"][0].rule
    assert isinstance(rule, FormulaRule)
    assert lexicon_of(rule) == {
        "target": Meaning(("Sasaran", "Aim"), "masukan-target"),
        "periode": Meaning(None, "masukan-periode"),
        "periode.nilai": Meaning(("Nilai periode", "Nilai periode"), "masukan-periode-nilai"),
        "rata": Meaning(("Rata-rata", "Rata-rata"), "langkah-rata"),
        "bobot": Meaning(None, "langkah-bobot"),
        "bobot.b": Meaning(None, "langkah-bobot"),
    }


def test_ends_of_ranges_and_other_years_are_of_what_they_belong_to() -> None:
    """`target.min` is an end of the target, `tahun_lalu.nilai` last year's value; the rest means nothing."""
    names = {"target": Meaning(("Sasaran", "Aim"), "masukan-target")}
    assert meaning_of("target.min", names) == Meaning(("Sasaran (min)", "Aim (min)"), "masukan-target")
    assert meaning_of("tahun_lalu.target", names) == Meaning(
        ("Sasaran tahun lalu", "last year's Aim"), "masukan-target"
    )
    assert meaning_of("riwayat.target", {"target": Meaning(None, "x")}) == Meaning(None, "x")
    assert meaning_of("lain", names) is None
    assert titles_in(parse("target.max + lain"), names, "en") == {"target.max": "Aim (max)"}


def test_a_level_sees_the_levels_below_it(tmp_path: Path) -> None:
    """Their records are its rows, and theirs in turn."""
    text = """
        levels:
          atas: {steps: {capaian: mean(bawah.capaian)}}
          bawah: {under: atas, title: Bawah, inputs: {capaian: {title: Capaian}}}
    """
    rule = rules(tmp_path, {"framework a": text}).rules.versions["contoh/a"][0].rule
    assert isinstance(rule, FrameworkRule)
    names = lexicon_of_levels(rule.levels)
    assert names["atas"]["bawah"] == Meaning(("Bawah", "Bawah"), "jenjang-bawah")
    assert names["atas"]["bawah.capaian"] == Meaning(("Capaian", "Capaian"), "masukan-bawah-capaian")
    assert names["bawah"]["capaian"] == Meaning(("Capaian", "Capaian"), "masukan-bawah-capaian")
    assert meaning_of("tengah.bawah.capaian", names["atas"]) == names["bawah"]["capaian"]
