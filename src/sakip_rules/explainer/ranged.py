"""The rows that aggregates range over: which counted, which left and why, and what each gave."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from sakip_rules import numbers
from sakip_rules.dataclass import dataclass
from sakip_rules.diagnostics.core import clean
from sakip_rules.explainer.lines import Line
from sakip_rules.explainer.reckoning import is_leaf, rounds, shown
from sakip_rules.expression import Formula
from sakip_rules.expression.functions import AGGREGATES
from sakip_rules.expression.operators import guarded
from sakip_rules.expression.parts import Parts, Term
from sakip_rules.expression.rows import NAMED_ROWS, AbsentRow
from sakip_rules.expression.text import to_text
from sakip_rules.expression.tree import Aggregate, Name, Number
from sakip_rules.languages import Language, say
from sakip_rules.results import RowResult
from sakip_rules.values import Absent, Value, is_number
from sakip_rules.wording.terms import ABSENT_WORDS
from sakip_rules.wording.values import number, safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sakip_rules.explainer.spots import Spot
    from sakip_rules.languages import Pair
    from sakip_rules.results import Figure

ROWS_SHOWN: Final = 15

_LEFT: Final[dict[str, Pair]] = {
    "where": ("syarat tidak dipenuhi", "condition not met"),
    "not_applicable": ABSENT_WORDS["not_applicable"],
    "not_due": ABSENT_WORDS["not_due"],
}
_COUNTED: Final[Pair] = ("{count} baris dihitung", "{count} rows counted")
_LEFT_OUT: Final[Pair] = ("tidak ikut: ", "left out: ")
_BLOCKED: Final[Pair] = ("terhalang oleh ", "blocked by ")
_MORE_NAMED: Final[Pair] = (" dan {more} lagi", " and {more} more")
_MORE_ROWS: Final[Pair] = ("dan {more} baris lagi", "and {more} more rows")
_CASE: Final[Pair] = ("kasus ke-{place}", "case {place}")
_THEIR_SUM: Final[Pair] = (", jumlahnya {total}", ", their sum is {total}")


@dataclass(frozen=True, slots=True)
class FoldedRows:
    """An aggregate, and what each row gave to it."""

    node: Aggregate
    terms: Sequence[Term]

    @property
    def kept(self) -> list[Term]:
        """The rows that it counts, or that block it."""
        return [term for term in self.terms if term.left is None]


def ranged_lines(formula: Formula, spot: Spot, parts: Parts, depth: int, lang: Language) -> Iterator[Line]:
    """Gives what each aggregate of a formula made of its rows, and the rows with what was read of them."""
    all_folded = [
        FoldedRows(node, parts.terms(node)) for node in formula.nodes if isinstance(node, Aggregate)
    ]
    for folded in all_folded:
        node = folded.node
        name = node.function if node is formula.root else to_text(node)
        yield Line(depth, f"{name}: {aggregate_words(folded, parts, lang)}", about="aggregate")
    for path in formula.reads.ranged:
        over = [folded for folded in all_folded if folded.node.rows == path]
        fields = [read.field for read in formula.reads.names if read.rows == path]
        # An absent collection is a row without a record: its aggregate says what it is blocked by.
        rows = [
            place for place, (_, row) in enumerate(parts.rows(path)) if not isinstance(row.values, AbsentRow)
        ]
        for place, row in zip(rows, spot.along(path)[:ROWS_SHOWN], strict=False):
            read = [figure for name in dict.fromkeys(fields) if (figure := row.figure(name)) is not None]
            given = (_given(folded.node, folded.terms[place], parts, lang) for folded in over)
            facts = [", ".join(_field(figure, lang) for figure in read), *given]
            text = f"{clean(over[0].terms[place].label)}: {'; '.join(filter(None, facts))}"
            yield Line(depth + 1, text, about="row")
            yield from _own_steps(read, row, depth + 2, lang)
        yield from _rest(over, len(rows) - ROWS_SHOWN, depth + 1, lang)


def aggregate_words(folded: FoldedRows, parts: Parts, lang: Language) -> str:
    """Gives how many rows an aggregate counted, what they come to, and which left for which reason."""
    kept, value = folded.kept, parts.value(folded.node)
    said = say(_COUNTED, lang).format(count=number(str(len(kept)), lang))
    blocking = [(term.label, shown(_worth(term), lang)) for term in kept if isinstance(_worth(term), Absent)]
    if blocking:
        said += f"; {say(_BLOCKED, lang)}{_listed(blocking, lang)}"
    elif not isinstance(value, Absent):
        told = _value_words(folded, value, lang)
        said += f", {told}" if told else ""
    left = [(term.label, safe(_LEFT[term.left], lang)) for term in folded.terms if term.left is not None]
    return f"{said}; {say(_LEFT_OUT, lang)}{_listed(left, lang)}" if left else said


def _listed(rows: Sequence[tuple[str, str]], lang: Language) -> str:
    """Gives rows with why each is named; of very many the first, and how many more."""
    said = "; ".join(f"{clean(label)} ({why})" for label, why in rows[:NAMED_ROWS])
    more = len(rows) - NAMED_ROWS
    return said + (say(_MORE_NAMED, lang).format(more=more) if more > 0 else "")


def _worth(term: Term) -> Value:
    """What a row adds: its value, or the product of value and weight."""
    return term.value if term.weight is None else guarded(numbers.multiply, (term.value, term.weight))


def _total(values: Iterable[Value | None]) -> Value:
    return guarded(numbers.total, (list(values),))


def _value_words(folded: FoldedRows, value: Value, lang: Language) -> str:
    """Gives what an aggregate says of its value, in the words that the function brings."""
    function, kept = AGGREGATES[folded.node.function], folded.kept
    words = say(function.told if folded.node.weight is None else function.told_weighted, lang)
    named: dict[str, Callable[[], Value]] = {
        "value": lambda: value,
        "count": lambda: Fraction(len(kept)),
        "total": lambda: _total(term.value for term in kept),
        "product": lambda: guarded(numbers.product, ([term.value for term in kept],)),
        "weighed": lambda: _total(map(_worth, kept)),
        "weights": lambda: _total(term.weight for term in kept),
    }
    facts = {name: shown(give(), lang) for name, give in named.items() if f"{{{name}}}" in words}
    if kept:
        having = next((term for term in kept if term.value == value), kept[0])
        facts |= {"row": clean(having.label), "first": clean(kept[0].label), "last": clean(kept[-1].label)}
    return words.format_map(facts)


def _field(figure: Figure, lang: Language) -> str:
    """A field of a row as its aggregate saw it, with the name that it stands for, and its category."""
    formula = figure.trace.formula if figure.trace is not None else None
    stands_for = f" ({to_text(formula)})" if formula is not None and isinstance(formula.root, Name) else ""
    category = f" [{clean(figure.category.label)}]" if figure.category is not None else ""
    return f"{figure.name} {clean(shown(figure.value, lang))}{stands_for}{category}"


def _given(node: Aggregate, term: Term, parts: Parts, lang: Language) -> str:
    """What a row gave to an aggregate, where that is computed from its fields."""
    if term.left is not None or node.counts_rows or (is_leaf(node.argument) and term.weight is None):
        return ""
    texts = rounds(node.argument, lambda part: parts.of_row(part, node, term.row), lang)
    value = shown(term.value, lang)
    told = [] if is_leaf(node.argument) else [" = ".join([*texts, value])]
    if term.weight is not None:
        told.append(f"{value} × {shown(term.weight, lang)} = {shown(_worth(term), lang)}")
    return "; ".join(told)


def _rest(over: Sequence[FoldedRows], more: int, depth: int, lang: Language) -> Iterator[Line]:
    """How many rows are not shown, and what they add up to where one sum or mean ranges over them."""
    if more <= 0:
        return
    said = say(_MORE_ROWS, lang).format(more=more)
    sums = [folded for folded in over if AGGREGATES[folded.node.function].sign == "∑"]
    if len(sums) == 1:
        total = _total(_worth(term) for term in sums[0].terms[ROWS_SHOWN:] if term.left is None)
        said += say(_THEIR_SUM, lang).format(total=shown(total, lang)) if is_number(total) else ""
    yield Line(depth, said, about="row")


def _own_steps(read: Iterable[Figure], row: Spot, depth: int, lang: Language) -> Iterator[Line]:
    """How the steps of a row of a rule came about, in one line; a record below has its own figures."""
    for figure in read if isinstance(row.record, RowResult) else ():
        trace, where = row.made_by(figure)
        formula = None if trace is None else trace.formula
        if trace is None or formula is None or isinstance(formula.root, Number | Name):
            continue
        case = "" if trace.case is None else f" ({say(_CASE, lang).format(place=trace.case + 1)})"
        texts = [to_text(formula), *rounds(formula, where.parts(trace).value, lang)]
        told = " = ".join([*texts, shown(figure.value, lang)])
        yield Line(depth, f"{figure.name}{case} = {told}", "quiet", "row")
