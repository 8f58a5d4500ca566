"""An empty report: every level once, every input with what it is."""

from pathlib import Path

from tests.written import rules

from sakip_rules.cli.work.blank_report import blank_report
from sakip_rules.plans import FrameworkPlan

FRAMEWORK = """
levels:
  opd:
    result: jumlah
    steps: {jumlah: count(sasaran)}
  sasaran:
    under: opd
    result: n
    inputs:
      n: {title: {id: Angka, en: Number}, unit: persen}
      arah: {type: polarity, default: higher_is_better}
      cara: {type: choice, choices: [a, b], default: a}
      ya_tidak: {type: truth, default: tidak}
      batas: {type: range, default: {min: 1.5, max: 2}}
      bobot: {default: "12,5"}
      triwulan: {each: {inputs: {target: {}, realisasi: {}}}}
  kegiatan: {under: [sasaran, opd], result: n, inputs: {n: {}}}
"""


def test_every_input_is_there_once(tmp_path: Path) -> None:
    """What has a default stands as a comment, collections with one row; a level is told once."""
    catalogue = rules(tmp_path, {"framework k": FRAMEWORK})
    plan = catalogue.rule("contoh/k", on=2020).plan
    assert isinstance(plan, FrameworkPlan)
    text = blank_report(plan, "contoh/k", 2020, "en")
    for line in (
        "framework: contoh/k  # the framework",
        "    n: missing  # Number; persen",
        "    # arah: higher_is_better  # arah; higher_is_better, lower_is_better, closer_is_better",
        "    # cara: a  # cara; a, b",
        "    # ya_tidak: tidak  # ya_tidak; ya, tidak",
        "    # batas: {min: 1.5, max: 2}  # batas; {min: 40, max: 50}",
        "    # bobot: 12.5  # bobot",
        "      - target: missing  # target",
        "        realisasi: missing  # realisasi",
        "# kegiatan: may stand here, too, as above",
    ):
        assert any(written.startswith(line) for written in text.splitlines()), line
