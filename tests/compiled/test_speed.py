"""Whether a rule is compiled is said in two languages, with the reason if it is not."""

from __future__ import annotations

import re
from pathlib import Path

from tests.written import rules

import sakip_rules.compiled
from sakip_rules import Catalogue
from sakip_rules.compiled.speed import COMPILED, FRAMEWORK, LOOKED_UP, REASONS, speed_of


def test_every_kind_of_rule(bundled: Catalogue) -> None:
    """A formula that is compiled, one that is not, a scale, a framework."""
    said = {
        rule: speed_of(bundled.rule(rule, on=2020).plan)
        for rule in ("lumajang/capaian-kinerja", "lumajang/skala-capaian", "lumajang/kerangka-pengukuran")
    }
    assert list(said.values()) == [COMPILED, LOOKED_UP, FRAMEWORK]
    irrational = speed_of(bundled.rule("nasional/ipm", on=2020).plan)
    assert irrational == (
        f"Tidak dikompilasi: {REASONS['irrational'][0]}",
        f"Not compiled: {REASONS['irrational'][1]}",
    )


def test_a_level_that_is_left_is_said(tmp_path: Path) -> None:
    """With its reason; those above that use its records are not."""
    framework = """
        levels:
          kantor: {result: s, steps: {s: sum(butir.t)}}
          butir: {under: kantor, result: t, inputs: {x: {}}, steps: {t: ln(x)}}
    """
    plan = rules(tmp_path, {"framework k": framework}).rule("contoh/k", on=2020).plan
    said = FRAMEWORK[1]
    said += f" Left to the reference is the level butir: {REASONS['irrational'][1]}"
    assert speed_of(plan)[1] == said


def test_every_reason_has_words() -> None:
    """The reasons that the compiler gives are those that have words, and no others."""
    folder = Path(sakip_rules.compiled.__file__).parent
    text = "\n".join(file.read_text("utf-8") for file in folder.glob("*.py"))
    assert set(re.findall(r'UncoveredError\("([a-z-]+)"\)', text)) == REASONS.keys()
