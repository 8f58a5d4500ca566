"""Arguments of calls, checked: programs without a type checker get an error of the library, too.

Each function takes whatever was given, and gives what was meant or raises `UsageError`.
"""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Mapping
from typing import Final, TypeAlias

from sakip_rules.catalogue import last_day_of
from sakip_rules.diagnostics import UsageError, diagnose, quoted
from sakip_rules.loader.scalars import Floats
from sakip_rules.models import Reference
from sakip_rules.numbers.printing import integer_text

PathLike = str | os.PathLike[str]

YEARS: Final = range(datetime.MINYEAR, datetime.MAXYEAR + 1)


def shown(given: object) -> str:
    """Gives what a message repeats of an argument: its text, or its type."""
    return quoted(given if isinstance(given, str) else type(given).__name__)


_YEAR: Final = re.compile(r"[0-9]{4}")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Day: TypeAlias = int | str | datetime.date
"""A year, as a number or as text, whose last day is meant; or a day, as a date or as ISO text."""


def day_of(given: object) -> datetime.date:
    """Gives the day that is meant: a date, or the last day of a year."""
    if isinstance(given, str):
        return _day_of_text(given.strip())
    if isinstance(given, datetime.datetime):
        return given.date()
    if isinstance(given, datetime.date):
        return given
    if isinstance(given, int) and not isinstance(given, bool):
        if given in YEARS:
            return last_day_of(given)
        given = integer_text(given)
    raise UsageError([diagnose("bad-date.year", None, written=shown(given))])


def _day_of_text(text: str) -> datetime.date:
    if _YEAR.fullmatch(text) and int(text) in YEARS:
        return last_day_of(int(text))
    try:
        return datetime.date.fromisoformat(text if _DAY.fullmatch(text) else "")
    except ValueError:
        raise UsageError([diagnose("bad-date.year", None, written=quoted(text))]) from None


def floats_of(given: object) -> Floats:
    """Gives how floats are read: not at all, or as their shortest text."""
    if given is None:
        return None
    if given == "shortest":
        return "shortest"
    raise UsageError([diagnose("bad-value.floats", None, text=shown(given))])


def inputs_of(given: object) -> Mapping[str, object]:
    """Gives a map of inputs; its keys are looked at by the reader."""
    if isinstance(given, Mapping):
        return given
    raise _no_data("inputs", given)


def path_of(given: object) -> str:
    """Gives the path of a file or folder as text."""
    path = os.fspath(given) if isinstance(given, str | os.PathLike) else None
    if isinstance(path, str):
        return path
    raise _no_data("path", given)


def text_of(given: object) -> str | None:
    """Gives the text of a file, or nothing where none is given."""
    if given is None or isinstance(given, str):
        return given
    raise _no_data("text", given)


def reference_of(given: object) -> Reference:
    """Gives the reference that a text means."""
    reference = Reference.parse(given) if isinstance(given, str) else None
    if reference is None:
        raise UsageError([diagnose("bad-value.reference", None, written=shown(given))])
    return reference


def _no_data(name: str, given: object) -> UsageError:
    kind = quoted(type(given).__name__)
    return UsageError([diagnose("bad-value.python", None, name=quoted(name), type=kind)])
