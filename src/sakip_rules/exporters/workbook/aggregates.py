"""Aggregates over a range: which rows count, what blocks, and what no row gives.

An aggregate of a plain field reads the field's own cells. One of an expression, or with a condition, gets a
helper in each row that says what the row contributes: a number, an absent value that blocks, or that it is
left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from sakip_rules.exporters.workbook.absence import Leaf, any_of, literal, says, unique
from sakip_rules.exporters.workbook.grid import range_text
from sakip_rules.exporters.workbook.names import Field, find
from sakip_rules.exporters.workbook.refusals import NotAFormulaError
from sakip_rules.expression.functions import AGGREGATES
from sakip_rules.expression.text import to_text
from sakip_rules.expression.tree import Aggregate, Call, Dotted, Node
from sakip_rules.languages import say
from sakip_rules.values import Absent, Value, worst
from sakip_rules.wording.terms import ABSENT_WORDS

if TYPE_CHECKING:
    from sakip_rules.exporters.workbook.arithmetic import Finish
    from sakip_rules.exporters.workbook.grid import CellPlace
    from sakip_rules.exporters.workbook.lines import SheetLine
    from sakip_rules.exporters.workbook.translating import Translator
    from sakip_rules.vocabulary import Word

MOST_ROWS: Final = 50
"""Among more rows the first or last that is left cannot be found: each takes a condition within another."""


class RowCells(NamedTuple):
    """The cells of rows, as formulas call them, and the words that stand in them for what does not count."""

    text: str
    cells: tuple[str, ...]
    left: dict[Word, str]
    blank: bool
    blocks: bool = True
    """Whether a missing value in it blocks; behind `where=given(...)` it does not."""


@dataclass(slots=True)
class Aggregation:
    """An aggregate of a line, being translated."""

    translator: Translator
    node: Aggregate

    def text(self, finish: Finish) -> str:
        """Gives the formula."""
        rows = self.translator.line.flattened(self.node.rows)
        if rows is None:
            raise NotAFormulaError("absent-rows")
        if not rows:
            return self.of_no_row(finish)
        plain = self.plain_field(rows)
        found = self.range_of(rows, plain) if plain is not None else self.contributions(rows)
        return self.folded(found, self.weights(rows), finish)

    def of_no_row(self, finish: Finish) -> str:
        """Gives what an aggregate is of a collection without rows."""
        if AGGREGATES[self.node.function].of_nothing:
            return finish("0")
        return self.translator.absence.quoted("not_applicable")

    # the cells

    def plain_field(self, rows: list[SheetLine]) -> Field | None:
        """Gives the field that is aggregated as it stands: without a condition, or where it is given."""
        argument, where = self.node.argument, self.node.where
        if not isinstance(argument, Dotted) or self.node.weight is not None:
            return None
        if where is not None and not _is_given(where, argument):
            return None
        fields = [find(argument, self.translator.line, row, self.node.rows) for row in rows]
        numbers = [field for field in fields if isinstance(field, Field) and field.kind == "number"]
        if len(numbers) < len(fields) or any(field.is_range and "." not in field.key for field in numbers):
            return None
        # One field for all rows: the cells of another one would stand in another column.
        return numbers[0]._replace(blank=any(field.blank for field in numbers))

    def range_of(self, rows: list[SheetLine], field: Field) -> RowCells:
        """Gives the cells of a field in rows."""
        places = [row.place(field.key) for row in rows]
        words: tuple[Word, ...] = ("not_due", "not_applicable")
        given = self.node.where is not None
        if given:
            words = ("missing", *words)
        left = {word: self.translator.absence.quoted(word) for word in words}
        return RowCells(self.span(places), self.cells(places), left, field.blank, blocks=not given)

    def cells(self, places: list[CellPlace]) -> tuple[str, ...]:
        """Gives cells one by one."""
        return tuple(place.seen_from(self.translator.sheet) for place in places)

    def span(self, places: list[CellPlace]) -> str:
        """Gives a range; its cells must stand one below another."""
        first = places[0]
        for number, place in enumerate(places):
            if place.sheet is not first.sheet or (place.row, place.column) != (
                first.row + number,
                first.column,
            ):
                raise NotAFormulaError("scattered")
        return range_text(first, places[-1], self.translator.sheet)

    def contributions(self, rows: list[SheetLine]) -> RowCells:
        """Gives the helpers that say what each row contributes."""
        key = to_text(self.node)
        places = [self.contribution(row, key) for row in rows]
        absence = self.translator.absence
        words: tuple[Word, ...] = ("missing", "not_due", "not_applicable")
        left = {word: literal(f"{absence.left}: {absence.word(word)}") for word in words}
        return RowCells(self.span(places), self.cells(places), left, blank=False)

    def contribution(self, row: SheetLine, key: str) -> CellPlace:
        """Writes the helper of one row."""
        inside = self.inside(row)
        condition = None if self.node.where is None else inside.condition(self.node.where)
        if condition is not None and condition.decided is not None:
            leaf = inside.truth(self.node.where)  # type: ignore[arg-type]  # there is one
            test, tested = leaf.text, [leaf]
        else:
            test, tested = "" if condition is None else condition.test, []
        value = None if self.node.counts_rows else inside.cell(self.node.argument)
        weight = None if self.node.weight is None else inside.cell(self.node.weight)
        parts = [leaf for leaf in (value, weight) if leaf is not None]
        text = self.kept(value, weight, unique([*tested, *parts]))
        if test:
            leave = self.leave(value)
            text = (
                f"IF({test},{text},{leave})"
                if not tested
                else f"IF({says(tested[0], 'FALSE')},{leave},{text})"
            )
        inside.keep_as(key, text, self.contributed(inside), "number")
        return row.helper_place(key)

    def inside(self, row: SheetLine) -> Translator:
        """Gives the translator of what is computed once a row."""
        outer = self.translator
        return type(outer)(outer.line, row.sheet, outer.absence, outer.helpers, row, self.node.rows)

    def kept(self, value: Leaf | None, weight: Leaf | None, parts: tuple[Leaf, ...]) -> str:
        """Gives what a row contributes whose condition is not false."""
        absence = self.translator.absence
        body = "1" if value is None or self.node.function == "count" else value.text
        if value is not None and body != "1" and value.kind != "number":
            raise NotAFormulaError("type")
        if weight is not None:
            body = f"{body}*{weight.text}"
        if not parts:
            return body
        refused, missing = absence.quoted("not_computable"), absence.quoted("missing")
        broken = any_of([f"{leaf.text}={refused}" for leaf in parts])
        gaps = [f"{leaf.text}={missing}" for leaf in parts] + [
            f'{leaf.text}=""' for leaf in parts if leaf.blank
        ]
        blocked = f"IF({broken},{refused},IF({any_of(gaps)},{missing},{self.leave(value)}))"
        return f"IF({absence.present(parts)},{body},{blocked})"

    def leave(self, value: Leaf | None) -> str:
        """Gives what stands for a row that is left out: with the word of its value, if that is absent."""
        absence = self.translator.absence
        left = literal(absence.left)
        if value is None:
            return left
        words: tuple[Word, ...] = ("missing", "not_applicable", "not_due")
        said = any_of([f"{value.text}={absence.quoted(word)}" for word in words])
        text = f"IF({said},{literal(absence.left + ': ')}&{value.text},{left})"
        if value.blank:
            empty = literal(f"{absence.left}: {absence.word('missing')}")
            text = f'IF({value.text}="",{empty},{text})'
        return text

    def contributed(self, inside: Translator) -> Value | str:
        """Gives what the helper of a row comes to now."""
        condition: Value = True if self.node.where is None else inside.value(self.node.where)
        value: Value = True if self.node.counts_rows else inside.value(self.node.argument)
        weight: Value = True if self.node.weight is None else inside.value(self.node.weight)
        absents = [part for part in (condition, value, weight) if isinstance(part, Absent)]
        found = worst(absents) if absents else None
        if condition is False or (found is not None and found.word in ("not_applicable", "not_due")):
            return self.left_word(value)
        if found is not None:
            return found
        return self.counted_value(value, weight)

    def counted_value(self, value: Value, weight: Value) -> Value:
        """Gives the number that a row contributes."""
        number = value if isinstance(value, Fraction) and self.node.function != "count" else Fraction(1)
        return number * weight if isinstance(weight, Fraction) else number

    def left_word(self, value: Value) -> str:
        """Gives what stands for a row that is left out now."""
        absence = self.translator.absence
        if isinstance(value, Absent) and value.word != "not_computable":
            return f"{absence.left}: {say(ABSENT_WORDS[value.word], absence.lang)}"
        return absence.left

    def weights(self, rows: list[SheetLine]) -> str | None:
        """Gives the range of the weights of rows that count; it is none where there are no weights."""
        if self.node.weight is None:
            return None
        key = to_text(self.node)
        places = []
        for row in rows:
            inside = self.inside(row)
            weight = inside.cell(self.node.weight)
            kept = row.helper_place(key).seen_from(row.sheet)
            text = f"IF(ISNUMBER({kept}),{weight.text},{literal(self.translator.absence.left)})"
            now = self.contributed(inside)
            value = inside.value(self.node.weight)
            counts = not isinstance(now, Absent | str)
            inside.keep_as(f"{key} (w)", text, value if counts else self.translator.absence.left, "number")
            places.append(row.helper_place(f"{key} (w)"))
        return self.span(places)

    # the fold

    def folded(self, found: RowCells, weights: str | None, finish: Finish) -> str:
        """Gives the formula over the cells."""
        absence = self.translator.absence
        refused, missing = absence.quoted("not_computable"), absence.quoted("missing")
        function = AGGREGATES[self.node.function]
        body = finish(self.computed(found))
        if weights is not None:
            zero = f'OR(COUNTIF({weights},"<0")>0,ROUND(SUM({weights}),10)=0)'
            body = f"IF({zero},{refused},{finish(f'SUM({found.text})/SUM({weights})')})"
        elif function.spreadsheet_refuses is not None:
            body = f"IF({function.spreadsheet_refuses.format(found.text)},{refused},{body})"
        if not function.of_nothing:
            body = f"IF(COUNT({found.text})=0,{self.nothing(found)},{body})"
        if found.blocks:
            blanks = f"+COUNTBLANK({found.text})" if found.blank else ""
            body = f"IF(COUNTIF({found.text},{missing}){blanks}>0,{missing},{body})"
        return f"IF(COUNTIF({found.text},{refused})>0,{refused},{body})"

    def computed(self, found: RowCells) -> str:
        """Gives what computes the value of the numbers in a range, of which there is one."""
        name = self.node.function
        if name in ("first", "last"):
            return _first(found.cells if name == "first" else found.cells[::-1])
        form = AGGREGATES[name].spreadsheet
        if form is None:
            raise NotAFormulaError("function")
        return form.format(found.text)

    def nothing(self, found: RowCells) -> str:
        """Gives what it is where no row remains: the worst value that left, else not applicable."""
        absence = self.translator.absence
        text = absence.quoted("not_applicable")
        for word in ("not_due", "missing"):
            if word in found.left:
                blanks = f"+COUNTBLANK({found.text})" if word == "missing" and found.blank else ""
                text = f"IF(COUNTIF({found.text},{found.left[word]}){blanks}>0,{absence.quoted(word)},{text})"
        return text


def _first(cells: tuple[str, ...]) -> str:
    """The first of some cells that holds a number: not every search in a range passes over words."""
    if len(cells) > MOST_ROWS:
        raise NotAFormulaError("first-row")
    text = cells[-1]
    for cell in reversed(cells[:-1]):
        text = f"IF(ISNUMBER({cell}),{cell},{text})"
    return text


def _is_given(where: Node, argument: Dotted) -> bool:
    """Says whether a condition only asks that the argument itself is there."""
    if not isinstance(where, Call) or where.function != "given":
        return False
    asked = where.arguments[0]
    return isinstance(asked, Dotted) and asked.path == argument.path
