"""The records of a level, and the indicator rule of a record, each compiled into one function."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from typing import Any, Final

from sakip_rules.compiled import UncoveredError
from sakip_rules.compiled.code import Atom, Part, expression
from sakip_rules.compiled.figures import FigureWriter
from sakip_rules.compiled.known import WIDE, Held, Known, Listed, Names
from sakip_rules.compiled.rows import like_of, listed, row_of
from sakip_rules.dataclass import dataclass
from sakip_rules.evaluator.uses import Uses, formulas_of
from sakip_rules.expression.cost import FIGURES
from sakip_rules.expression.tree import LAST_YEAR, YEAR
from sakip_rules.models import Rounding
from sakip_rules.plans import CallPlan, InputPlan, LevelPlan, RecordPlan, RowsPlan, RulePlan
from sakip_rules.values import MISSING

FOREIGN_BITS: Final = WIDE // 4
"""So long may be what another function gives, or another year."""


Function = Callable[..., tuple[Any, ...]]
"""What it gives: the parts of the figures, what others use, units and figures that both cost at most."""


@dataclass(frozen=True, slots=True)
class CompiledLevel:
    """The function of a level: of inputs, year, the year before, what its rule gave, and the rows below."""

    plan: LevelPlan
    run: Function
    steps: tuple[tuple[str, bool], ...]
    """The steps whose figures are shown, in order, and whether each is a number."""

    below: tuple[str, ...]
    """The levels whose records it is given as rows, in order."""

    likes: Mapping[str, Known]
    """What others use of its records."""


def compile_level(
    level: LevelPlan, uses: Uses, below: Mapping[str, CompiledLevel], rounding: Rounding | None
) -> CompiledLevel:
    """Gives the function of a level; raises `UncoveredError` for what is left to the reference."""
    used = tuple(sorted(uses.below[level.name]))
    if any(name not in below for name in used):
        raise UncoveredError("below")
    if level.name in uses.looking_back:
        raise UncoveredError("rows")
    if any(step.type.is_category for step in level.record.steps):
        raise UncoveredError("types")
    writer = LevelWriter(rounding)
    names = writer.level_inputs(level)
    names[(YEAR,)] = Held("number", "year", 1, None, 16, 1, positive=True)
    names |= writer.last_year(level)
    for place, name in enumerate(used):
        names[(name,)] = listed(f"rows_{place}", below[name].likes, writer.fresh)
    writer.aliases = level.record.aliases
    writer.figures(level.record.steps, names)
    writer.checks(level.record.checks, names)
    others = [name for name in sorted(uses.names[level.name]) if (name,) in names]
    if any(isinstance(names[(name,)], Listed) and name not in used for name in others):
        raise UncoveredError("rows")  # of rows that the record itself holds others would want to see the ids
    likes = {name: like_of(names[(name,)]) for name in others}
    outward = row_of([names[(name,)] for name in likes], list(likes.values()))
    rows = tuple(f"rows_{place}" for place in range(len(used)))
    parts = [each for step in writer.shown.values() for each in step]
    steps = tuple(
        (step.name, step.type.kind == "number") for step in level.record.steps if step.name in writer.shown
    )
    run = writer.made(("given", "year", "last", "indicator", *rows), parts, outward, level.record)
    return CompiledLevel(level, run, steps, used, likes)


def compile_indicator(rule: RulePlan, declared: InputPlan, rounding: Rounding | None) -> Function:
    """Gives the function of an indicator rule, which gives a declared input; raises as `compile_level`."""
    writer = LevelWriter(rounding)
    names = writer.inputs(rule.record, "given")
    writer.rounding = None  # the framework's is not that of a rule
    exact, result = writer.rule(rule, names)
    writer.noted = noted = writer.begun(declared, varies=False)
    carried = writer.returned(rule, exact, result, rounding)
    if carried.kind not in ("number", "nothing"):
        raise UncoveredError("types")
    for atom in (carried.n, carried.d):
        writer.put(f"if n.bit_length() > {FOREIGN_BITS}:\n  raise DECLINE", n=atom)
    parts = [noted.n, noted.d, carried.x, noted.category, noted.head]
    outward = expression("(n, d, x)", n=carried.n, d=carried.d, x=carried.x)
    return writer.made(("given",), parts, outward, rule.record)


class LevelWriter(FigureWriter):
    """Writes the function of a level or of an indicator rule."""

    def __init__(self, rounding: Rounding | None) -> None:
        super().__init__(rounding)
        self.static = 0
        """The figures of the record and of all rules that it may call."""

    def level_inputs(self, level: LevelPlan) -> Names:
        """Gives the inputs of a level; that which a rule gives, if it did."""
        names = self.inputs(level.record, "given")
        declared = level.from_rule
        if declared is None:
            return names
        stated = names[(declared.name,)]
        if not isinstance(stated, Held) or stated.kind != "number":
            raise UncoveredError("types")
        parts: dict[str, Part] = {"n": stated.n, "d": stated.d, "x": stated.x}
        self.put("if indicator is not None:\n  n, d, x = indicator", **parts)
        names[(declared.name,)] = Held("number", stated.n, stated.d, stated.x, FOREIGN_BITS, FOREIGN_BITS)
        return names

    def last_year(self, level: LevelPlan) -> Names:
        """Gives what formulas see of the record in the year before; without one all is missing."""
        kinds: dict[str, str] = {
            step.name: step.type.kind for step in level.record.steps if not isinstance(step.how, RowsPlan)
        }
        kinds |= {name: entry.type for name, entry in level.record.inputs.items() if entry.each is None}
        reads = (read for formula in formulas_of(level.record) for read in formula.reads.names)
        read = {each.field for each in reads if each.rows == (LAST_YEAR,)}
        return {
            (LAST_YEAR, name): self.value(kinds[name], "last", name, MISSING, FOREIGN_BITS)
            for name in sorted(read & kinds.keys())
        }

    def call(self, how: CallPlan, names: Names) -> tuple[Held, Held]:
        """Gives what `rule` does; the figures of the rule count."""
        self.static += how.rule.record.figures
        return super().call(how, names)

    def fixed_rows(self, how: RowsPlan, names: Names) -> Listed:
        """Gives rows that are written in the rule; their cells count."""
        self.static += sum(len(cells) for _, cells in how.rows)
        return super().fixed_rows(how, names)

    def made(
        self, arguments: tuple[str, ...], parts: list[Atom | None], outward: ast.expr, record: RecordPlan
    ) -> Function:
        """Gives the function: it gives the parts of figures, what others use, and what both cost at most."""
        static = self.static + record.figures
        self.put(f"if told or held > {FIGURES - static}:\n  raise DECLINE", told=self.told, held=self.held)
        shown = ast.Tuple([expression("part", part=part) for part in parts], ast.Load())
        costs: dict[str, Part] = {"spent": self.spent, "held": self.held}
        answer = expression(
            f"(shown, outward, spent + {self.units}, held + {static})", shown=shown, outward=outward, **costs
        )
        return self.finished(arguments, answer)[1]
