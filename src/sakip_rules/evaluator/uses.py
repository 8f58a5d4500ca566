"""What the formulas of a framework read of other records, and of other years of the same one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sakip_rules.dataclass import dataclass, field
from sakip_rules.expression import Formula
from sakip_rules.expression.formula import Read
from sakip_rules.expression.tree import HISTORY, LAST_YEAR
from sakip_rules.plans import FrameworkPlan, InputPlan, LevelPlan, RecordPlan


@dataclass(frozen=True, slots=True)
class Uses:
    """What the formulas of a framework read of other records than their own."""

    levels: Mapping[str, LevelPlan]
    below: dict[str, set[str]] = field(default_factory=dict)
    """For each level the levels directly below it whose records its formulas range over."""
    names: dict[str, set[str]] = field(default_factory=dict)
    """For each level what others read of its records, the levels below that paths go through too."""
    looking_back: set[str] = field(default_factory=set)
    """The levels whose formulas range over the years of a record."""

    def path(self, level: str, path: tuple[str, ...]) -> str | None:
        """Notes that formulas of a level go along a path; gives the level that it ends at, if it is one."""
        if path == (HISTORY,):
            self.looking_back.add(level)
        at = level
        for part in path:
            if at != level:
                self.names[at].add(part)
            if part not in self.levels[at].below:
                return None  # rows that the record itself is given, or computes
            self.below[at].add(part)
            at = part
        return at

    def read(self, level: str, read: Read) -> None:
        """Notes what a formula of a level reads."""
        if read.rows in ((HISTORY,), (LAST_YEAR,)):
            self.names[level].add(read.field)
        elif read.rows:
            end = self.path(level, read.rows)
            if end is not None:
                self.names[end].add(read.field)

    def whole(self, level: str, name: str, entry: InputPlan | None) -> None:
        """Notes that a rule gets all records of a level below: it reads the inputs of its rows."""
        if name not in self.levels[level].below or entry is None or entry.each is None:
            return
        self.below[level].add(name)
        for column in entry.each.inputs.values():
            self.names[name].add(column.name)
            self.whole(name, column.name, column)


def uses_of(framework: FrameworkPlan, only: str | None = None) -> Uses:
    """Gives what the formulas of a framework, or of one level only, read of other records than their own."""
    levels = framework.levels
    uses = Uses(levels, {name: set() for name in levels}, {name: set() for name in levels})
    for name in levels if only is None else (only,):
        level = levels[name]
        for formula in formulas_of(level.record):
            for read in formula.reads.names:
                uses.read(name, read)
            for path in formula.reads.ranged:
                uses.path(name, path)
        for call in (call for step in level.record.steps for call in step.calls):
            for entry, bound in call.bindings:
                if isinstance(bound, str):
                    uses.whole(name, bound, call.rule.record.inputs.get(entry))
    return uses


def formulas_of(plan: RecordPlan) -> Iterator[Formula]:
    """Gives the formulas of a record; those of its rows see nothing outside their row."""
    for step in plan.steps:
        yield from step.formulas
    yield from (check.expect for check in plan.checks)


__all__ = ["Uses", "formulas_of", "uses_of"]
