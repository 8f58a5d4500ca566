"""The door of a record: from a map of data to held values; common forms inline, all others by its intake."""

from __future__ import annotations

import ast
from fractions import Fraction
from typing import Final, Literal

from sakip_rules.compiled import DeclineError, UncoveredError
from sakip_rules.compiled.code import Atom, Part, expression
from sakip_rules.compiled.intake import TEXTS, CallIntake, ForeignIntake, Intake, TypedIntake
from sakip_rules.compiled.known import DOOR_BITS, Ends, Held, Known, Names
from sakip_rules.compiled.records import RecordWriter
from sakip_rules.dataclass import replace
from sakip_rules.evaluator.values import given_or_default
from sakip_rules.literals import TRUTHS, read_word
from sakip_rules.plans import InputPlan, RecordPlan
from sakip_rules.values import Absent
from sakip_rules.vocabulary import DATA_WORDS, POLARITIES

LIMIT: Final = 1 << DOOR_BITS
INTEGER: Final = """\
if type(datum) is int and lowest <= datum < limit:
  n = datum; d = 1; x = None
"""
FRACTION: Final = """\
if type(datum) is Fraction:
  n, d = datum.as_integer_ratio(); x = None
  if d >= bound or not -bound < n < bound:
    raise DECLINE
"""
OTHERS: Final = """\
else:
  others
"""


class Door(RecordWriter):
    """Writes how the inputs of a record are taken from data."""

    def __init__(self, intake: Intake) -> None:
        super().__init__()
        self.intake = intake

    def inputs(self, record: RecordPlan, given: str) -> Names:
        """Gives the inputs of a record, from the map in the variable `given`."""
        reader = self.constant(self.intake)
        names: Names = {}
        data: list[str] = []
        for name, declared in record.inputs.items():
            data.append(str(self.let("given.get(name)", given=given, name=ast.Constant(name))))
            names[(name,)] = _Input(self, declared, data[-1], given, reader).taken()
        if isinstance(self.intake, CallIntake):
            tests = [expression("len(given) != size", given=given, size=len(data))]
            tests += [expression("datum is None", datum=datum) for datum in data]
            parts: dict[str, Part] = {"given": given, "known": self.constant(frozenset(record.inputs))}
            wrong = expression("not given.keys() <= known", **parts)
            self.put("if test and wrong:\n  raise DECLINE", test=ast.BoolOp(ast.Or(), tests), wrong=wrong)
        return names


class _Input:
    """One input, on its way from the variable `datum`."""

    def __init__(self, door: Door, declared: InputPlan, datum: str, given: str, reader: str) -> None:
        self.door, self.declared, self.intake = door, declared, door.intake
        self.parts: dict[str, Part] = {"datum": datum, "given": given, "reader": reader}
        self.parts["declared"] = door.constant(declared)

    def taken(self) -> Known:
        """Gives the input as it is held."""
        if self.declared.each is not None:
            rows = self.door.let("reader.rows(datum, declared, given)", **self.parts)
            return self.door.rows(self.declared.each, str(rows))
        match self.declared.type:
            case "range":
                return self._range()
            case "number" | "count":
                return self._number()
            case "truth":
                return self._word("truth", TRUTHS | {True: True, False: False})
            case "polarity":
                return self._word("code", {code: code for code in POLARITIES})
            case _:
                codes = (code for code in self.declared.choices if code == code.strip())
                return self._word("code", {code: code for code in codes})

    def _number(self) -> Held:
        """A number: an integer of Python is one as it stands; fractions, and texts that were read before."""
        is_call, is_count = isinstance(self.intake, CallIntake), self.declared.type == "count"
        n, x = self.door.fresh(), self.door.fresh()
        d: Atom = 1 if is_count and _gives_integers(self.declared) else self.door.fresh()
        parts: dict[str, Part] = {"n": n, "d": "_" if d == 1 else d, "x": x, **self.parts}
        parts["texts"] = self.door.constant(TEXTS[self.declared.type])
        with self.door.block() as others:
            known = "(texts.get(datum) if type(datum) is str else None) or " if is_call else ""
            self._read("n, d, x", known, "number", parts)
        parts |= {"lowest": 0 if is_count else 1 - LIMIT, "limit": LIMIT, "bound": 1 << self.intake.bits}
        plain = [INTEGER] if is_call else []
        if not is_call or not is_count:  # whether a fraction is a count the reader must see
            plain.append(FRACTION)
        self.door.put("el".join(plain) + OTHERS, others=others, **parts)
        bits = self.intake.bits
        return Held("number", n, d, x, bits, 1 if d == 1 else bits, is_count and d == 1)

    def _range(self) -> Ends:
        names = {each: self.door.fresh() for each in ("a", "b", "c", "d", "x")}
        self._read("a, b, c, d, x", "", "ends", {**self.parts, **names})
        bits = self.intake.bits
        low = Held("number", names["a"], names["b"], names["x"], bits, bits)
        return Ends(low, replace(low, n=names["c"], d=names["d"]))

    def _word(self, kind: Literal["truth", "code"], words: dict[object, object]) -> Held:
        """A truth or a CODE, or an absent value: what stands for itself, and words, are looked up."""
        n, x = self.door.fresh(), self.door.fresh()
        d: Atom = self.door.fresh() if isinstance(self.intake, ForeignIntake) else 1  # it may be a category
        known: dict[object, tuple[object, int, Absent | None]] = {
            **{word: (value, 1, None) for word, value in words.items()},
            **{word: (0, 1, read_word(word)) for word in DATA_WORDS},
        }
        parts: dict[str, Part] = {"n": n, "d": "_" if d == 1 else d, "x": x, **self.parts}
        parts["words"] = self.door.constant(known)
        found = "(words.get(datum) if type(datum) is str or type(datum) is bool else None) or "
        self._read("n, d, x", found, "word", parts)
        return Held(kind, n, d, x)

    def _read(
        self, target: str, known: str, how: Literal["number", "ends", "word"], parts: dict[str, Part]
    ) -> None:
        """Reads what is not plain; a value that data call not computable is worth telling."""
        default = given_or_default(None, self.declared)
        try:
            blank = getattr(TypedIntake(), how)(default, self.declared, {})
        except DeclineError:
            raise UncoveredError("long-number") from None
        read = f"{known}reader.{how}(datum, declared, given)"
        self.door.put(
            f"{target} = blank if datum is None else {read}", blank=self.door.constant(blank), **parts
        )
        if self.intake.is_told:
            self.door.put(
                "if x is not None and is_broken(x):\n  told = True", x=parts["x"], told=self.door.told
            )


def _gives_integers(declared: InputPlan) -> bool:
    """Whether a count is an integer whatever is given: CODEs and defaults may be fractions."""
    default = declared.default
    is_integer = default is None or (
        isinstance(default, Fraction) and default.denominator == 1 and default >= 0
    )
    return declared.codes is None and is_integer
