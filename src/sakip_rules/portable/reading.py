"""JSON -> plans: a stranger's text through the same gates as a rule file.

Formulas are parsed from their text, scales are built from their bands. What stands beside them, nodes and
cuts, is worked out again: a file in which anything comes out in another way is refused.
"""

from __future__ import annotations

import json
import re
from itertools import zip_longest
from typing import Final, NoReturn

from pydantic import ValidationError

from sakip_rules.diagnostics import Place, RuleError, diagnose, quoted
from sakip_rules.diagnostics.places import Path, whole
from sakip_rules.languages import Pair
from sakip_rules.numbers import indonesian
from sakip_rules.plans import AnyPlan
from sakip_rules.portable.building import PlanBuilder
from sakip_rules.portable.checking import PlanFaultError
from sakip_rules.portable.format import FORMAT, PlansData
from sakip_rules.portable.writing import Json, plain, plans_data

CHARACTERS: Final = 8 * 1024 * 1024
DEPTH: Final = 100
"""How deep brackets may nest: of a chain of rows within rows each takes two or three."""

_STRING_OR_BRACKET: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[][{}]', re.DOTALL)


_FORM: Final[Pair] = ("isinya bukan dari format ini.", "what stands there is not of this format.")
_DIFFERS: Final[Pair] = (
    "isinya lain dari yang dihasilkan oleh rumus, skala, dan rujukannya.",
    "it is not what the formulas, scales and references give.",
)
_SYNTAX: Final[Pair] = ("tanda bacanya salah", "its signs are wrong")
_DEEP: Final[Pair] = (f"kurungnya lebih dari {DEPTH} tingkat", f"brackets nest more than {DEPTH} deep")
_INEXACT: Final[Pair] = (
    "ada kunci yang ditulis dua kali, atau bilangan yang tidak tepat",
    "a key is written twice, or a number is not exact",
)


def read_plans(text: str, file: str = "-") -> tuple[AnyPlan, ...]:
    """Gives the plans that the roots of a JSON text name; `file` is what messages call it.

    Raises `RuleError` for a text that is no plan of this format, or in which one part contradicts another.
    """
    written = _json(text, file)
    if not isinstance(written, dict) or written.get("format") != FORMAT:
        raise RuleError([diagnose("bad-value.plan-format", whole(file), format=quoted(FORMAT))])
    try:
        data = PlansData.model_validate(written)
    except ValidationError as error:
        raise _wrong(file, _place(written, error.errors()[0]["loc"]), _FORM) from None
    plans = _built(data, file)
    at = _difference(plain(data), plain(plans_data(*plans)))
    if at is not None:
        raise _wrong(file, at, _DIFFERS)
    return plans


def _built(data: PlansData, file: str) -> tuple[AnyPlan, ...]:
    builder = PlanBuilder()
    for place, rule in enumerate(data.rules):
        try:
            builder.build(rule)
        except PlanFaultError as error:
            raise _wrong(file, ("rules", place), error.why) from None
    for place, root in enumerate(data.roots):
        if root not in builder.plans:
            why = f"{quoted(root)} tidak ada di sini.", f"{quoted(root)} is not here."
            raise _wrong(file, ("roots", place), why)
    return tuple(builder.plans[root] for root in data.roots)


def _wrong(file: str, path: Path, why: Pair) -> RuleError:
    at = quoted("/".join(map(str, path)))
    return RuleError([diagnose("bad-value.plan", whole(file), at=at, why=why)])


def _json(text: str, file: str) -> Json:
    """Parses JSON in which no key stands twice, no number is inexact and no bracket nests deep."""
    if len(text) > CHARACTERS:
        limit = indonesian(str(CHARACTERS)), f"{CHARACTERS:,}"
        raise RuleError([diagnose("file-too-large.plan", whole(file), limit=limit)])
    depth = 0
    for bracket in _STRING_OR_BRACKET.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(bracket[0], 0)
        if depth > DEPTH:
            raise _unreadable(text, file, bracket.start(), _DEEP)
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_float=_refuse, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise _unreadable(text, file, error.pos, _SYNTAX) from None
    except ValueError:
        raise _unreadable(text, file, 0, _INEXACT) from None


def _unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _refuse(text: str) -> NoReturn:
    raise ValueError(text)


def _unreadable(text: str, file: str, position: int, why: Pair) -> RuleError:
    line = text.count("\n", 0, position) + 1
    column = position - (text.rfind("\n", 0, position) + 1) + 1
    return RuleError([diagnose("bad-value.plan-json", Place(file, line, column), why=why)])


def _place(written: Json, loc: Path) -> Path:
    """The keys and places in lists of a path; pydantic puts names of its own between them."""
    found: list[str | int] = []
    for part in loc:
        try:
            written = written[part]
        except (KeyError, IndexError, TypeError):
            continue
        found.append(part)
    return tuple(found)


def _difference(one: Json, other: Json, path: Path = ()) -> Path | None:
    """Where two pieces of JSON differ first; nothing where they are the same. A file nests 100 deep."""
    if type(one) is not type(other):
        return path
    if isinstance(one, dict):
        parts = [(key, one.get(key), other.get(key)) for key in dict.fromkeys([*one, *other])]
    elif isinstance(one, list):
        parts = [(place, *both) for place, both in enumerate(zip_longest(one, other))]
    else:
        return None if one == other else path
    found = (_difference(mine, theirs, (*path, key)) for key, mine, theirs in parts)
    return next((at for at in found if at is not None), None)
