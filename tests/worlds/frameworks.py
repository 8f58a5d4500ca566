"""Random frameworks over the rules of a world, and random reports: the same ones for the same seed."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import yaml
from tests.worlds.formulas import Names
from tests.worlds.making import WORDS, Body, World

from sakip_rules import Catalogue, DataError
from sakip_rules.expression.tree import HISTORY, YEAR
from sakip_rules.reader import ReportData

YEARS: Final = (2018, 2019, 2020)
LEVELS: Final = ("kantor", "sasaran", "indikator", "program")
ABOVE: Final = {"sasaran": "kantor", "indikator": "sasaran", "program": "kantor"}


class FrameworkWorld(World):
    """A world with a framework of four levels, and reports of it."""

    def __init__(self, chance: random.Random) -> None:
        super().__init__(chance)
        self.seen: dict[str, Names] = {}
        """What levels above can read of each level."""

        self.callable: list[str] = []
        """The rules that records may have, and steps call."""

        self.declared: dict[str, Body] = {}
        self.steps: dict[str, Body] = {}

    def framework(self) -> Body:
        """Gives the framework; the levels below are made first, for those above read them."""
        levels = {name: self.level(name) for name in ("indikator", "sasaran", "program", "kantor")}
        body: Body = {"kind": "framework", "levels": {name: levels[name] for name in LEVELS}}
        body["uses"] = {"s": "dunia/skala", "t": "dunia/tabel", "x": "dunia/silang", "k": "dunia/kurva"}
        if self.once_in(2):
            body["rounding"] = self.rounding()
        return body

    def level(self, name: str) -> Body:
        """Gives a level: inputs, steps, checks, what it reads of those below and of other years."""
        shapes = self.shapes[: self.chance.randint(0, 1)] if name == "indikator" else []
        inputs, names = self.inputs(shapes)
        numbers = list(names.numbers)
        if name == "indikator":
            inputs["realisasi"] = {"from": "rule"}
            numbers.append("realisasi")
        own = Names(tuple(numbers), names.truths, names.choices, names.ranges)
        if self.once_in(2):
            numbers.append("tahun_lalu." + self.chance.choice([*own.numbers, "l0"]))
        below = self._below(name)
        if self.once_in(8):
            below[HISTORY] = Names(own.numbers)
        table = (self.table_codes,)
        codes = {"t": table, "x": (self.table_codes, self.table_codes)}
        names = Names(
            (*numbers, YEAR) if self.once_in(3) else tuple(numbers), own.truths, own.choices, own.ranges,
            {**names.collections, **below}, {"s": self.codes}, codes, ("k",),
        )  # fmt: skip
        steps: Body = {}
        for place in range(self.chance.randint(1, 4)):
            step, kind = self.step(names) if place else ({"formula": self.computation(names)}, "number")
            steps[f"l{place}"] = step
            names, own = self._more(names, f"l{place}", kind), self._more(own, f"l{place}", kind)
        self.seen[name], self.declared[name], self.steps[name] = own, inputs, steps
        body: Body = {"inputs": inputs, "steps": steps, "result": "l0"}
        if name in ABOVE:
            body["under"] = ABOVE[name]
        if self.once_in(4):
            body["checks"] = [self.check(names)]
        return body

    def _more(self, names: Names, name: str, kind: str) -> Names:
        """The same names and a step."""
        if kind == "category":
            return replace(names, choices={**names.choices, name: self.codes})
        return names.plus(name, kind)

    def _below(self, name: str) -> dict[str, Names]:
        """The collections of levels that a level can read."""
        below = {child: self.seen[child] for child, above in ABOVE.items() if above == name}
        if name == "kantor":
            below["sasaran.indikator"] = self.seen["indikator"]
        return below

    def step(self, names: Names) -> tuple[Body, str]:
        """Gives a step and its type: now and then a category, or cases that call rules."""
        if self.once_in(6):
            return {"formula": f"s({self.formulas.number(names, 1)})"}, "category"
        if not (self.callable and self.once_in(3)):
            kept, self.written = self.written, {}  # rules are called below
            made = super().step(names)
            self.written = kept
            return made
        called = self.chance.choice(self.callable)
        call = {"rule": f"dunia/{called}", "with": self.bindings(called, names)}
        if self.once_in(2):
            return call | ({"scale": "dunia/skala"} if self.once_in(3) else {}), "number"
        cases: list[Body] = [
            {"when": self.formulas.truth(names, 1), "then": call},
            {"when": self.formulas.truth(names, 1), "then": self.outcome(names)},
        ]
        step: Body = {"formula": cases[:: self.chance.choice((1, -1))]}
        if self.once_in(4):
            step["rounding"] = self.rounding()
        if self.once_in(3):
            step["scale"] = "dunia/skala"
        return step, "number"

    # reports

    def report(self) -> Body:
        """Gives a report."""
        head = {"report": "Acak", "organization": "Kantor", "year": 2020, "framework": "dunia/kerangka@1.0.0"}
        root: Body = head | self.record("kantor")
        root["sasaran"] = self.records("sasaran", 4)
        root["program"] = self.records("program", 2)
        for record in root["sasaran"]:
            record["indikator"] = self.records("indikator", 6)
        return root

    def records(self, level: str, most: int) -> list[Body]:
        """Gives the records of a level."""
        count = self.chance.randint(0, most)
        return [{"id": f"{level[0]}{place}", **self.record(level)} for place in range(count)]

    def record(self, level: str) -> Body:
        """Gives a record, in some years."""
        body = self.year(level)
        if level == "indikator" and self.callable and self.once_in(2):
            body["rule"] = "dunia/" + self.chance.choice(self.callable)
        self._with_data(body, body.get("rule"))
        history = {}
        for year in YEARS[:-1]:
            if self.once_in(2):
                given = self.year(level)
                self._with_data(given, body.get("rule"))
                if self.once_in(6):
                    given |= {self.chance.choice(list(self.steps[level])): self.number()}
                history[str(year)] = given
        return {**body, "history": history} if history else body

    def _with_data(self, body: Body, rule: str | None) -> None:
        """Puts the data of the rule in place of the value that it gives."""
        if rule is not None and self.chance.randrange(5):
            body.pop("realisasi", None)
            body["data"] = self.values(self.written[rule.removeprefix("dunia/")])

    def year(self, level: str) -> Body:
        """Gives what a year holds."""
        return self.values(self.declared[level])

    def values(self, inputs: Body) -> Body:
        """Gives values of inputs; now and then one is left out, or stands there as absent."""
        given: Body = {}
        for name, declared in inputs.items():
            if self.once_in(10):
                continue
            if self.once_in(12):
                given[name] = {"status": self.chance.choice(WORDS)}
            else:
                given[name] = self.datum(declared)
        return given

    def datum(self, declared: Body) -> Any:
        """Gives a value of an input."""
        kind = declared.get("type", "rows" if "each" in declared else "number")
        if kind == "rows":
            return [self.values(declared["each"]["inputs"]) for _ in range(self.chance.randint(0, 3))]
        if kind == "range":
            low = self.chance.randint(0, 40)
            return {"min": str(low), "max": str(low + self.chance.choice((0, 0, 5)))}
        if kind == "truth":
            return self.chance.choice((True, False))
        if kind == "choice":
            return self.chance.choice(declared["choices"])
        return str(self.chance.randint(0, 120)) if kind == "count" else self.number()

    def number(self) -> Decimal:
        """Gives a number: small, on a tie, on an end of a scale, or large."""
        whole = self.chance.choice((0, 1, 5, 10, 25, 75, 100, self.chance.randint(-9, 130)))
        parts = ("", "", ".5", ".005", ".125", f".{self.chance.randint(0, 99):02}")
        text = f"{10 ** self.chance.choice((12, 25)) + whole}" if self.once_in(40) else str(whole)
        return Decimal(text + self.chance.choice(parts))


def reports_of(folder: Path, seed: int, count: int) -> list[ReportData]:
    """Gives so many reports of a world's framework; none where it may not be used."""
    world = FrameworkWorld(random.Random(seed))  # noqa: S311 - chosen at random, and no secret
    for name, body in world.rules().items():
        _write(folder, name, body)
    usable = {loaded.rule.id for loaded in Catalogue.load(folder).checked.usable}
    world.callable = [
        name
        for name, inputs in world.written.items()
        if f"dunia/{name}" in usable and not any("each" in declared for declared in inputs.values())
    ]
    _write(folder, "kerangka", world.framework())
    catalogue = Catalogue.load(folder)
    reports = []
    for _ in range(count):
        with suppress(DataError):  # data, or a framework, that the reader or the checker refuses
            reports.append(catalogue.read_report(world.report()))
    return reports


def _write(folder: Path, name: str, body: Body) -> None:
    file = folder / "dunia" / name / "1.0.0.yaml"
    file.parent.mkdir(parents=True)
    head = {"kind": body.pop("kind"), "id": f"dunia/{name}", "version": "1.0.0", "title": name}
    basis = [{"document": "Dibuat acak", "confidence": "applied"}]
    stated = {**head, "valid_from": 2000, "legal_basis": basis, **body}
    file.write_text(yaml.safe_dump(stated, sort_keys=False, allow_unicode=True, width=4000), "utf-8")
