"""Random data for rules: what people type, what programs give, and what strangers try."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from tests.runtimes.questions import Questions

from sakip_rules.plans import AnyPlan, InputPlan, RecordPlan, RulePlan, ScalePlan, TablePlan
from sakip_rules.tables import Table
from sakip_rules.vocabulary import DATA_WORDS, POLARITIES, REASONS, WORDS

Strange = Mapping[str, list[str]]
STRANGE: Final[Strange] = json.loads((Path(__file__).parent / "hostile.json").read_text("utf-8"))
"""Texts of strangers, pieces that texts are made of, blanks, names and reasons."""
TOO_LONG: Final = Fraction(1, 3**320_000)
TEXTS: Final = (*STRANGE["texts"], "1" * 400, "1" * 401, "0," + "3" * 399, "0," + "3" * 400)


def of_rules(plans: Sequence[AnyPlan], count: int, seed: int) -> Questions:
    """Gives so many questions about rules; the same ones for the same seed."""
    made = Data(random.Random(seed))  # noqa: S311 - chosen at random, and no secret
    questions = Questions()
    for place in range(count):
        plan = made.chance.choice(plans)
        name = f"{plan.source.reference}, question {place} of seed {seed}"
        match plan:
            case RulePlan():
                questions.ask(name, plan, "evaluate", made.record(plan.record))
            case ScalePlan():
                questions.ask(name, plan, "classify", made.asked(plan))
            case TablePlan():
                questions.ask(name, plan, "look_up", *made.keys(plan))
    return questions


class Data:
    """Makes data with the chances of a seed."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def is_rare(self, times: int) -> bool:
        """Says yes once in so many times."""
        return self.chance.randrange(times) == 0

    def record(self, plan: RecordPlan) -> dict[str, Any]:
        """Gives inputs of a record; some are left out, and now and then there is one that it has not."""
        given = {name: self.datum(declared) for name, declared in plan.inputs.items() if not self.is_rare(12)}
        if self.is_rare(30):
            given[self.chance.choice(STRANGE["names"])] = self.text()
        return given

    def datum(self, declared: InputPlan) -> Any:
        """Gives a datum for an input: mostly one of its type."""
        if declared.each is not None:
            return self.rows(declared.each)
        if self.is_rare(40):
            return self.strange()
        if self.is_rare(12):
            return self.absent()
        literal = self.literal(declared)
        if self.is_rare(20):
            return {"value": literal, "tahun" if self.is_rare(10) else "document": "2020"}
        return literal

    def literal(self, declared: InputPlan) -> Any:
        """Gives a literal of an input's type."""
        words = {
            "truth": ("ya", "tidak", "Yes", "NO", True, False),
            "choice": declared.choices,
            "polarity": POLARITIES,
        }.get(declared.type)
        if words is not None:
            return self.chance.choice(words)
        if declared.type == "range" and not self.is_rare(3):
            low = self.chance.randint(-5, 120)
            return {"min": str(low), "max": str(low + self.chance.randint(-1, 20))}
        if declared.codes and self.is_rare(2):
            return self.chance.choice(list(declared.codes))
        lowest, most = (0, 10 ** self.chance.randint(0, 9)) if declared.type == "count" else (-20, 300)
        return self.number(self.chance.choice((0, 1, 50, 100, self.chance.randint(lowest, most))))

    def number(self, whole: int) -> Any:
        """Gives a number near an integer, in one of the ways in which people and programs write it."""
        decimals = self.chance.choice(("", "", ".5", ".25", ".005", ".333333", ".99999"))
        text = f"{whole}{decimals}"
        match self.chance.randint(0, 5):
            case 0:
                return Fraction(text)
            case 1:
                return f" {text.replace('.', ',')}{self.chance.choice(STRANGE['blanks'])}"
            case 2:
                return f"{whole:,}".replace(",", ".") + decimals.replace(".", ",")
            case 3 if not decimals:
                return whole
        return text

    def text(self) -> str:
        """Gives a text that may be anything."""
        if self.is_rare(2):
            return self.chance.choice(TEXTS)
        return "".join(self.chance.choice(STRANGE["pieces"]) for _ in range(self.chance.randint(1, 6)))

    def absent(self) -> Any:
        """Gives an absent value, or what looks like one."""
        if not self.is_rare(3):
            return self.chance.choice((None, "", "missing", "not_due", "not_applicable"))
        if self.is_rare(2):
            return {"status": self.chance.choice(DATA_WORDS)}
        given: dict[str, Any] = {
            "status": self.chance.choice((*WORDS, "ok", 1)),
            "reason": self.chance.choice((*REASONS, *STRANGE["reasons"], None, 5)),
        }
        if self.is_rare(3):
            notes = ("catatan", {"id": "a", "en": "b"}, {"id": "a"}, {"en": "b"}, 1, None)
            given["note"] = self.chance.choice(notes)
        return given

    def strange(self) -> Any:
        """Gives a datum of no type in particular."""
        numbers = (7, Fraction(1, 3), -0.5, 10**400, TOO_LONG, True)
        ranges = (
            {"min": "1"},
            {"min": "2", "max": "1"},
            {"min": 1, "max": Fraction(5, 2)},
            {"min": 0.5, "max": 1},
        )
        maps: tuple[Any, ...] = ({}, {"value": {"value": "1"}}, {"value": None}, {"1": {"2": {"3": "4"}}})
        named = {self.chance.choice(STRANGE["names"]): self.text()}
        kinds: tuple[tuple[Any, ...], ...] = ((self.text(),), (named, [], ["1"]), numbers, ranges, maps)
        return self.chance.choice(self.chance.choice(kinds))

    def rows(self, each: RecordPlan) -> Any:
        """Gives the rows of a collection."""
        if self.is_rare(15):
            return self.strange()
        rows = [self.row(each) for _ in range(self.chance.choice((0, 1, 2, 2, 3, 5)))]
        if self.is_rare(3):
            ids = self.chance.sample(("10", "2", "tw1", "__proto__", "constructor", "0", "01", ""), len(rows))
            return dict(zip(ids, rows, strict=True))
        return self.absent() if self.is_rare(15) else rows

    def row(self, each: RecordPlan) -> Any:
        """Gives one row; no empty list, which PHP cannot tell from an empty map."""
        if self.is_rare(15):
            return self.absent()
        return (self.strange() or {}) if self.is_rare(40) else self.record(each)

    def asked(self, plan: ScalePlan) -> Any:
        """Gives what a scale is asked about: often an end of a band, or what lies just beside it."""
        if self.is_rare(4):
            return self.chance.choice((self.strange(), self.absent(), self.text()))
        ends = list(_ends(plan)) or [Fraction(0)]
        step = self.chance.choice((0, 1, -1)) * Fraction(1, 10 ** self.chance.randint(0, 6))
        return self.chance.choice(ends) + step

    def keys(self, plan: TablePlan) -> list[Any]:
        """Gives what a table is asked about."""
        if isinstance(plan.table, Table):
            codes = self.chance.choice(list(plan.table.cells))
            return [self.chance.choice((self.text(), self.absent(), code, code, code)) for code in codes]
        knot, _ = self.chance.choice(plan.table.points)
        beside = knot + self.chance.choice((0, 1, -1, Fraction(1, 7)))
        return [self.strange() if self.is_rare(6) else beside]


def _ends(plan: ScalePlan) -> Iterator[Fraction]:
    for span in (band.span for band in plan.scale.bands if band.span is not None):
        yield from (end for end in (span.low, span.high) if end is not None)
