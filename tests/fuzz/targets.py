"""What is fed with bytes of strangers, and what must hold whatever they are.

Each target raises `BrokenLawError` or any other exception where the library does what it promises not to do.
Nothing but `SakipRulesError` may leave it; what `check` accepts never stops the rest; what is written is read
again as the same.
"""

from __future__ import annotations

import contextlib
import functools
import io
import json
import tempfile
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Final

from sakip_rules import Catalogue, SakipRulesError
from sakip_rules.diagnostics import Diagnostic
from sakip_rules.languages import LANGUAGES
from sakip_rules.loader.json import parse_json
from sakip_rules.numbers import NumberTextError, read_number, read_printed_number, shortest_text
from sakip_rules.plans import RulePlan
from sakip_rules.portable import plans_json, read_plans
from sakip_rules.service.asking import describe
from sakip_rules.sheets import open_book

SMALL: Final = Path(__file__).parents[1] / "small" / "rules"
ID: Final = "acak/aturan"
UNITS: Final = (None, "persen", "orang", "rupiah", "indeks")
FORMULA: Final = """\
kind: index
id: acak/aturan
version: 1.0.0
title: Acak
valid_from: 2000
legal_basis: [{document: Buatan, confidence: applied}]
inputs:
  a: {}
  b: {type: count}
  t: {type: truth}
  c: {type: choice, choices: [AA, BB]}
  r: {type: range}
  k: {each: {inputs: {x: {}, y: {default: 1}}}}
formula: %s
unit: nilai
examples: [{title: kosong, given: {}, status: missing}]
"""
GIVEN: Final = {
    "a": 3, "b": "7", "t": "ya", "c": "AA", "r": {"min": 1, "max": 2}, "k": [{"x": 2}, {"x": "0,5", "y": 0}]
}  # fmt: skip


class BrokenLawError(AssertionError):
    """What must hold for every input does not hold for this one."""


def rule(data: bytes) -> None:
    """The bytes of a rule file: checked, described, exported, computed."""
    with _folder() as folder:
        file = folder / ID / "1.0.0.yaml"
        file.parent.mkdir(parents=True)
        file.write_bytes(data)
        catalogue = Catalogue.load(folder)
        _told(catalogue.check(), data)
        for loaded in catalogue.checked.usable:
            _run(catalogue, loaded.rule.reference)
        list(catalogue.run_examples())


def formula(data: bytes) -> None:
    """The text of a formula, in a rule whose names it may use."""
    text = data.decode("utf-8", "replace")
    rule((FORMULA % json.dumps(text)).encode())


def report(data: bytes) -> None:
    """The bytes of a report: computed, explained, audited, written as JSON."""
    with _folder() as folder:
        file = folder / "laporan.yaml"
        file.write_bytes(data)
        with contextlib.suppress(SakipRulesError):
            computed = _rules().evaluate_report(file)
            json.dumps(computed.to_dict("id"))
            for record in computed.root.walk():
                computed.explain(record.path)
        with contextlib.suppress(SakipRulesError):
            _rules().audit_report(file)


def number(data: bytes) -> None:
    """The text of a number: read in every unit, written, read again."""
    text = data.decode("utf-8", "replace")
    for unit in UNITS:
        with contextlib.suppress(NumberTextError):
            found = read_number(text, unit)
            written = shortest_text(found)
            if written is not None and Fraction(written) != found:
                raise BrokenLawError(f"{text!r} is {found}, written {written}")
        with contextlib.suppress(NumberTextError):
            readings = read_printed_number(text, unit)
            if not 1 <= len(readings) <= 2:
                raise BrokenLawError(f"{text!r} has {len(readings)} readings")


def json_text(data: bytes) -> None:
    """JSON text of a report: what is accepted, Python's own reader accepts too, with the same keys."""
    text = data.decode("utf-8", "replace")
    document, found = parse_json(text, "laporan.json")
    _told(found, data)
    if document is not None and not any(each.severity == "error" for each in found):
        json.loads(text)
    with contextlib.suppress(SakipRulesError):
        _rules().evaluate_report(io.StringIO(text))


def table(data: bytes) -> None:
    """The bytes of a table: every cell of every sheet is read, or refused by name."""
    with _folder() as folder:
        file = folder / "tabel"
        file.write_bytes(data)
        with contextlib.suppress(SakipRulesError), open_book(file) as book:
            for sheet in book.whole():
                for row in sheet.rows:
                    for column in row.cells:
                        str(sheet.place(row, column))


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {
    "rule": rule,
    "formula": formula,
    "report": report,
    "number": number,
    "json": json_text,
    "table": table,
}


def hold(name: str, data: bytes) -> None:
    """Feeds a target; an error of ours is an answer, any other exception goes through."""
    with contextlib.suppress(SakipRulesError):
        TARGETS[name](data)


@contextlib.contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="sakip-fuzz-") as name:
        yield Path(name)


@functools.cache
def _rules() -> Catalogue:
    return Catalogue.bundled(SMALL)


def _told(diagnostics: list[Diagnostic], data: bytes) -> None:
    """Every mistake has words in both languages, and a line of the file."""
    lines = max(data.count(b"\n"), data.count(b"\r")) + 1
    for each in diagnostics:
        if not (each.message("id") and each.message("en")):
            raise BrokenLawError(f"{each.code} has no words")
        place = each.place
        if place is not None and not 1 <= place.line <= lines + 1:
            raise BrokenLawError(f"{each.code} stands on line {place.line} of {lines}")


def _run(catalogue: Catalogue, reference: str) -> None:
    """What was accepted is described, written and read again, and computed."""
    usable = catalogue.rule(reference)
    written = plans_json(usable.plan)
    again = plans_json(*read_plans(written))
    if again != written:
        raise BrokenLawError(f"the plan of {reference} is read again as another")
    for lang in LANGUAGES:
        describe(catalogue, usable, lang, 80)
    if isinstance(usable.plan, RulePlan):
        for given in (
            {},
            {name: value for name, value in GIVEN.items() if name in usable.plan.record.inputs},
        ):
            with contextlib.suppress(SakipRulesError):
                result = usable.evaluate(**given)
                json.dumps(result.to_dict("en"))
                result.explain("id")
