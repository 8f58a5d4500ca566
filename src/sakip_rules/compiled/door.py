"""The door of a record: from the data of a call to held values; common forms inline, others by `reading`."""

from __future__ import annotations

import ast
from fractions import Fraction

from sakip_rules.compiled import UncoveredError
from sakip_rules.compiled.code import Atom, Block, expression
from sakip_rules.compiled.known import DOOR_BITS, Ends, Held, Known, Listed, Names
from sakip_rules.compiled.reading import LIMIT, GivenReader
from sakip_rules.compiled.records import RecordWriter
from sakip_rules.dataclass import replace
from sakip_rules.loader.scalars import Floats
from sakip_rules.plans import InputPlan, RecordPlan
from sakip_rules.vocabulary import DATA_WORDS, POLARITIES


class Door(RecordWriter):
    """Writes how the inputs of a record are taken from what a call gives."""

    def __init__(self, floats: Floats) -> None:
        super().__init__()
        self.floats = floats

    def inputs(self, record: RecordPlan, given: str) -> Names:
        """Gives the inputs of a record, from the map in the variable `given`."""
        reading = self.constant(GivenReader(record.inputs, self.floats))
        names: Names = {}
        for name, declared in record.inputs.items():
            datum = str(self.let("given.get(name)", given=given, name=ast.Constant(name)))
            names[(name,)] = self.input(declared, datum, given, reading)
        known = self.constant(frozenset(record.inputs))
        size = len(record.inputs)
        self.put(
            f"if len(given) != {size} and not given.keys() <= known:\n  raise DECLINE",
            given=given,
            known=known,
        )
        return names

    def input(self, declared: InputPlan, datum: str, given: str, reading: str) -> Known:
        """Gives one input."""
        if declared.from_rule:
            raise UncoveredError("names")
        if declared.each is not None:
            return self.collection(declared, declared.each, datum, given, reading)
        if declared.type == "range":
            return self.range(declared, datum, given, reading)
        if declared.type in ("number", "count"):
            return self.numeral(declared, datum, given, reading)
        return self.word(declared, datum, given, reading)

    def numeral(self, declared: InputPlan, datum: str, given: str, reading: str) -> Held:
        """Gives a number: an integer of Python is one as it stands."""
        is_count = declared.type == "count"
        lowest = 0 if is_count else 1 - LIMIT
        n, x = self.fresh(), self.fresh()
        d: Atom = 1 if is_count and _gives_integers(declared) else self.fresh()
        below = d if isinstance(d, str) else "_"
        with self.block() as here:
            self.put("n = datum\nx = None", n=n, datum=datum, x=x)
            if isinstance(d, str):
                self.put("d = 1", d=d)
        with self.block() as other:
            self._read(
                "n, d, x = reading.number(datum, declared, given)",
                declared,
                datum,
                given,
                reading,
                n=n,
                d=below,
                x=x,
            )
        if declared.type == "number":
            other = self._exact_fraction(datum, n, below, x, other)
        plain = f"type(datum) is int and {lowest} <= datum < {LIMIT}"
        self.choose(expression(plain, datum=datum), here, other)
        return Held("number", n, d, x, DOOR_BITS, 1 if d == 1 else DOOR_BITS, is_count and d == 1)

    def _exact_fraction(self, datum: str, n: str, d: str, x: str, other: Block) -> Block:
        """A number that another rule gave; `other` is done with any other datum."""
        with self.block() as taken:
            self.put("n, d = datum.as_integer_ratio()\nx = None", n=n, d=d, x=x, datum=datum)
            self.put(f"if d >= {LIMIT} or not -{LIMIT} < n < {LIMIT}:\n  raise DECLINE", n=n, d=d)
        with self.block() as either:
            self.choose(expression("type(datum) is Fraction", datum=datum), taken, other)
        return either

    def _read(
        self, template: str, declared: InputPlan, datum: str, given: str, reading: str, **parts: str
    ) -> None:
        """Reads by the reader; a value that data call not computable is worth telling."""
        common = {"reading": reading, "datum": datum, "declared": self.constant(declared), "given": given}
        self.put(template, **common, **parts)
        self.put("if x is not None and is_broken(x):\n  told = True", x=parts["x"], told=self.told)

    def range(self, declared: InputPlan, datum: str, given: str, reading: str) -> Ends:
        """Gives a range."""
        names = {each: self.fresh() for each in ("a", "b", "c", "d", "x")}
        self._read(
            "a, b, c, d, x = reading.ends(datum, declared, given)", declared, datum, given, reading, **names
        )
        low = Held("number", names["a"], names["b"], names["x"], DOOR_BITS, DOOR_BITS)
        return Ends(low, replace(low, n=names["c"], d=names["d"]))

    def word(self, declared: InputPlan, datum: str, given: str, reading: str) -> Held:
        """Gives a truth, or a CODE: what stands for itself is taken as it stands."""
        n, x = self.fresh(), self.fresh()
        with self.block() as here:
            self.put("n = datum\nx = None", n=n, datum=datum, x=x)
        with self.block() as other:
            self._read(
                "n, x = reading.word(datum, declared, given)", declared, datum, given, reading, n=n, x=x
            )
        if declared.type == "truth":
            plain, kind = "type(datum) is bool", "truth"
            codes = None
        else:
            words = POLARITIES if declared.type == "polarity" else declared.choices
            codes = self.constant(
                frozenset(word for word in words if word == word.strip() and word not in DATA_WORDS)
            )
            plain, kind = "type(datum) is str and datum in codes", "code"
        self.choose(expression(plain, datum=datum, codes=codes), here, other)
        return Held(kind, n, 1, x)  # type: ignore[arg-type]  # one of two kinds

    def collection(
        self, declared: InputPlan, each: RecordPlan, datum: str, given: str, reading: str
    ) -> Listed:
        """Gives the rows of a collection, each computed as it is read."""
        parts = {"reading": reading, "datum": datum, "declared": self.constant(declared), "given": given}
        return self.rows(each, str(self.let("reading.rows(datum, declared, given)", **parts)))


def _gives_integers(declared: InputPlan) -> bool:
    """Whether a count is an integer whatever is given: CODEs and defaults may be fractions."""
    default = declared.default
    is_integer = default is None or (
        isinstance(default, Fraction) and default.denominator == 1 and default >= 0
    )
    return declared.codes is None and is_integer
