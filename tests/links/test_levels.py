"""Tests of `sakip_rules.links.levels`."""

from collections.abc import Callable, Mapping

from sakip_rules.checker import Checked
from sakip_rules.links.levels import below, headline, levels_from_below, root_of
from sakip_rules.models import FrameworkRule

Checker = Callable[[Mapping[str, str]], Checked]
Found = Callable[[Mapping[str, str]], list[tuple[str, str]]]

ACHIEVEMENT = """
kind: achievement
inputs: {realisasi: {}, target: {}, polarity: {type: polarity}}
formula:
  - {when: polarity == higher_is_better, then: realisasi / target * 100}
  - {when: polarity == lower_is_better, then: target / realisasi * 100}
unit: persen
"""


def _framework(levels: str, head: str = "") -> dict[str, str]:
    return {"f": f"kind: framework\n{head}levels:\n{levels}"}


def _model(checked: Checker, levels: str) -> FrameworkRule:
    (item,) = checked(_framework(levels)).catalogue.whole.values()
    assert isinstance(item.rule, FrameworkRule)
    return item.rule


SEVERAL = """
  akar: {steps: {capaian: mean(sasaran.capaian) + mean(indikator.capaian)}}
  indikator: {under: [sasaran, akar, akar], inputs: {capaian: {}}}
  sasaran: {under: akar, steps: {capaian: mean(indikator.capaian)}}
"""


def test_a_level_under_several(checked: Checker) -> None:
    """A level may stand under several others, and under each once, in the order of the file."""
    rule = _model(checked, SEVERAL)
    assert below(rule) == {"akar": ("indikator", "sasaran"), "indikator": (), "sasaran": ("indikator",)}
    assert levels_from_below(rule) == ["indikator", "sasaran", "akar"]
    assert root_of(rule) == "akar"
    assert checked(_framework(SEVERAL)).diagnostics == []


def test_the_name_of_the_headline(checked: Checker) -> None:
    """`result` goes before `capaian`; without either there is none."""
    levels = (
        "  akar: {inputs: {capaian: {}, lain: {}}, result: lain}\n"
        "  b: {under: akar, inputs: {capaian: {}}}\n  c: {under: akar}\n"
    )
    rule = _model(checked, levels)
    assert [headline(level) for level in rule.levels.values()] == ["lain", "capaian", None]
