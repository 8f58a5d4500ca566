"""Random worlds: scales, tables, and rules that call each other, with all constructs of the language.

A world is a folder of rule files, the same one for the same seed. What the checker refuses is left out: it is
about what may be run.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import yaml
from tests.runtimes.questions import askable
from tests.worlds.formulas import Formulas, Names

from sakip_rules import Catalogue
from sakip_rules.numbers import decimal_text
from sakip_rules.plans import AnyPlan
from sakip_rules.vocabulary import GAPS, MODES

CODES: Final = ("AA", "BB", "CC", "DD", "EE", "FF")
WORDS: Final = ("missing", "not_applicable", "not_due")
UNITS: Final = ("persen", "orang", "rupiah", "rasio")
Body = dict[str, Any]


def make_world(folder: Path, seed: int) -> None:
    """Writes the rules of a world."""
    maker = World(random.Random(seed))  # noqa: S311 - chosen at random, and no secret
    for name, body in maker.rules().items():
        file = folder / "dunia" / name / "1.0.0.yaml"
        file.parent.mkdir(parents=True)
        head = {"kind": body.pop("kind"), "id": f"dunia/{name}", "version": "1.0.0", "title": name}
        basis = [{"document": "Dibuat acak", "confidence": "applied"}]
        text = yaml.safe_dump(
            {**head, "valid_from": 2000, "legal_basis": basis, **body},
            sort_keys=False,
            allow_unicode=True,
            width=4000,
        )
        file.write_text(text, encoding="utf-8")


class World:
    """Makes the parts of a world with the chances of a seed."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.formulas = Formulas(chance)
        self.codes = CODES[: chance.randint(2, 5)]
        self.table_codes = CODES[: chance.randint(2, 4)]
        self.shapes = [self.collection() for _ in range(2)]
        self.written: dict[str, Body] = {}
        """The inputs of the rules that were made, for those that call them."""

    def once_in(self, times: int) -> bool:
        """Says yes once in so many times."""
        return self.chance.randrange(times) == 0

    def rules(self) -> dict[str, Body]:
        """Gives the bodies of all rules, by name."""
        return {
            "skala": self.scale(),
            "tabel": self.table(),
            "silang": self.crossed(),
            "kurva": self.curve(),
            "dasar": self.rule("dasar", collections=self.chance.randint(0, 1)),
            "tengah": self.rule("tengah", collections=self.chance.randint(1, 2)),
            "puncak": self.rule("puncak", collections=2),
        }

    # scales and tables

    def scale(self) -> Body:
        """Gives a scale: bands side by side, now and then with holes, a rounding, bands for words."""
        grain = self.chance.choice((1, 2, 4))
        ends = sorted(self.chance.sample(range(-10, 31), len(self.codes) - 1))
        cuts = [decimal_text(Fraction(end, grain), 0 if grain == 1 else 2) for end in ends]
        holes = grain == 1 and self.once_in(2)
        bands: list[Body] = []
        for place, code in enumerate(self.codes):
            band: Body = {"category": f"Kelas {code}", "code": code}
            if place:
                closed = "from" if holes or bands[-1].get("below") else "above"
                band[closed] = cuts[place - 1]
            if place < len(cuts):
                if holes:
                    band["up_to"] = str(ends[place] - 1)
                else:
                    band[self.chance.choice(("up_to", "below"))] = cuts[place]
            bands.append(band)
        bands += [{"category": f"Tanpa {word}", "status": word} for word in WORDS if self.once_in(4)]
        body: Body = {"kind": "scale", "unit": "nilai", "bands": bands}
        if holes and self.once_in(2):
            body["rounding"] = {"places": 0, "mode": self.chance.choice(MODES)}
        elif holes:
            body["gaps"] = self.chance.choice(GAPS)
        elif self.once_in(3):
            body["rounding"] = {"places": self.chance.choice((2, 3)), "mode": self.chance.choice(MODES)}
        return {**body, "examples": [{"title": "contoh", "given": 0, "category": "Kelas AA"}]}

    def table(self) -> Body:
        """Gives a table with one key."""
        rows = {code: self.value() for code in self.table_codes}
        example = {"title": "contoh", "given": self.table_codes[0], "result": 0}
        return {"kind": "table", "keys": ["kode"], "unit": "nilai", "rows": rows, "examples": [example]}

    def crossed(self) -> Body:
        """Gives a table with two keys, some cells of it empty."""
        rows = {
            code: {other: None if self.once_in(12) else self.value() for other in self.table_codes}
            for code in self.table_codes
        }
        given = {"baris": self.table_codes[0], "kolom": self.table_codes[0]}
        example = {"title": "contoh", "given": given, "result": 0}
        return {
            "kind": "table",
            "keys": ["baris", "kolom"],
            "unit": "nilai",
            "rows": rows,
            "examples": [example],
        }

    def curve(self) -> Body:
        """Gives a table that is interpolated."""
        at = sorted(self.chance.sample(range(-20, 121), self.chance.randint(2, 5)))
        body: Body = {"kind": "table", "keys": ["titik"], "unit": "nilai", "interpolate": "linear"}
        if self.once_in(2):
            body["outside"] = self.chance.choice(("refuse", "hold", "extend"))
        body["rows"] = {str(x): self.value() for x in at}
        return {**body, "examples": [{"title": "contoh", "given": at[0], "result": 0}]}

    def value(self) -> str:
        """Gives a number as text."""
        return f"{self.chance.randint(-50, 200)}{self.chance.choice(('', '', '.5', '.125', '.3333'))}"

    # rules

    def rule(self, name: str, collections: int) -> Body:
        """Gives a formula rule: inputs of every type, steps of every kind, checks, cases."""
        uses = {"s": "dunia/skala", "t": "dunia/tabel", "x": "dunia/silang", "k": "dunia/kurva"}
        inputs, names = self.inputs(self.shapes[:collections])
        names = Names(
            names.numbers, names.truths, names.choices, names.ranges, names.collections,
            {"s": self.codes}, {"t": (self.table_codes,), "x": (self.table_codes, self.table_codes)}, ("k",),
        )  # fmt: skip
        steps: Body = {}
        for place in range(self.chance.randint(0, 4)):
            step, kind = self.step(names)
            steps[f"l{place}"] = step
            names = names.plus(f"l{place}", kind)
        self.written[name] = inputs
        body: Body = {"kind": "index", "uses": uses, "inputs": inputs}
        if steps:
            body["steps"] = steps
        body["formula"] = self.computation(names)
        body["unit"] = "nilai"
        if self.once_in(2):
            body["rounding"] = self.rounding()
        if self.once_in(3):
            body["scale"] = "dunia/skala"
        if self.once_in(3):
            body["checks"] = [self.check(names)]
        return {**body, "examples": [{"title": "contoh", "given": {}, "status": "missing"}]}

    def inputs(self, shapes: Sequence[tuple[Names, Body]]) -> tuple[Body, Names]:
        """Gives inputs, and what formulas can read of them."""
        inputs: Body = {}
        numbers = [f"n{place}" for place in range(self.chance.randint(1, 4))]
        for name in numbers:
            inputs[name] = self.number_input()
        truths = ["b0"] if self.once_in(2) else []
        inputs |= {name: {"type": "truth"} for name in truths}
        choices = {}
        if self.once_in(2):
            codes = self.table_codes if self.once_in(2) else CODES[: self.chance.randint(2, 6)]
            choices["c0"] = codes
            inputs["c0"] = {"type": "choice", "choices": list(codes)}
        ranges = ["r0"] if self.once_in(4) else []
        inputs |= {name: {"type": "range"} for name in ranges}
        rows = {}
        for place, (fields, declared) in enumerate(shapes):
            rows[f"k{place}"], inputs[f"k{place}"] = fields, copy.deepcopy(declared)
        return inputs, Names(tuple(numbers), tuple(truths), choices, tuple(ranges), rows)

    def number_input(self) -> Body:
        """Gives an input of a number or a count."""
        body: Body = {"type": "count"} if self.once_in(4) else {}
        if self.once_in(20):
            body["unit"] = self.chance.choice(UNITS)
        if self.once_in(5):
            body["default"] = self.chance.choice(("0", "1", "12"))
        elif self.once_in(8) and "type" not in body:
            body["codes"] = "dunia/tabel"
        return body

    def collection(self) -> tuple[Names, Body]:
        """Gives what can be read of a collection, and its declaration, with row steps and row checks."""
        inputs, names = self.inputs(())
        each: Body = {"inputs": inputs}
        if self.once_in(2):
            step: Body = {"formula": self.computation(names, depth=1)}
            if self.once_in(3):
                step["rounding"] = self.rounding()
            each["steps"] = {"d0": step}
            names = names.plus("d0", "number")
        if self.once_in(4):
            each["checks"] = [self.check(names)]
        return names, {"each": each}

    def step(self, names: Names) -> tuple[Body, str]:
        """Gives a step and its type."""
        if self.written and self.once_in(3):
            called = self.chance.choice(list(self.written))
            return {"rule": f"dunia/{called}", "with": self.bindings(called, names)}, "number"
        if self.once_in(5):
            return {"formula": self.formulas.truth(names)}, "truth"
        step: Body = {"formula": self.computation(names)}
        if self.once_in(3):
            step["rounding"] = self.rounding()
        if self.once_in(4):
            step["scale"] = "dunia/skala"
        return step, "number"

    def bindings(self, called: str, names: Names) -> Body:
        """Gives what the inputs of a called rule are bound to; collections are bound by their names."""
        bound: Body = {}
        for name, declared in self.written[called].items():
            if "choices" in declared:
                bound[name] = self.chance.choice(declared["choices"])
            elif declared.get("type") == "truth":
                bound[name] = self.formulas.truth(names, 1)
            elif "each" not in declared and not ("default" in declared and self.once_in(2)):
                bound[name] = self.formulas.number(names, 1)
        return bound

    def computation(self, names: Names, depth: int = 3) -> Any:
        """Gives a formula, or cases."""
        if not self.once_in(3):
            return self.formulas.number(names, depth)
        cases: list[Body] = [
            {"when": self.formulas.truth(names, 1), "then": self.outcome(names)}
            for _ in range(self.chance.randint(1, 3))
        ]
        return [*cases, {"otherwise": self.outcome(names)}] if self.once_in(2) else cases

    def outcome(self, names: Names) -> Any:
        """Gives what a case gives: mostly a number."""
        if self.once_in(6):
            return {"status": self.chance.choice(WORDS), "reason": "acak"}
        if self.once_in(12):
            return {"status": "not_computable", "reason": "division-by-zero"}
        return self.formulas.number(names, 1)

    def rounding(self) -> Body:
        """Gives a rounding."""
        body: Body = {"places": self.chance.choice((-1, 0, 1, 2, 2, 4))}
        if self.once_in(2):
            body["mode"] = self.chance.choice(MODES)
        if self.once_in(2):
            body["carry"] = self.chance.choice(("exact", "rounded"))
        return body

    def check(self, names: Names) -> Body:
        """Gives a check."""
        body = {"expect": self.formulas.truth(names, 1), "message": "Pemeriksaan acak."}
        return {**body, "severity": "warning"} if self.once_in(2) else body


def plans_of_worlds(folder: Path, seeds: Iterable[int]) -> list[AnyPlan]:
    """Writes worlds into a folder; gives the plans of their rules that are usable."""
    plans: list[AnyPlan] = []
    for seed in seeds:
        make_world(folder / str(seed), seed)
        plans += askable(Catalogue.load(folder / str(seed)))
    return plans
