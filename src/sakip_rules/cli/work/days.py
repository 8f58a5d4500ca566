"""The year or day that `--on` names."""

from __future__ import annotations

import datetime
import re
from typing import Final

from sakip_rules.cli.work.failures import WrongUsageError
from sakip_rules.diagnostics import quoted

_ON: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})-([0-9]{2}))?", re.ASCII)


def read_day(text: str) -> int | datetime.date:
    """Reads a year or a day; raises `WrongUsageError`."""
    match = _ON.fullmatch(text)
    day = _date(int(match[1]), int(match[2] or 12), int(match[3] or 31)) if match is not None else None
    if match is None or day is None:
        raise WrongUsageError(
            (
                f"--on memerlukan tahun (2020) atau tanggal (2020-12-31), bukan {quoted(text)}.",
                f"--on needs a year (2020) or a day (2020-12-31), not {quoted(text)}.",
            )
        )
    return day.year if match[2] is None else day


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def read_year(text: str) -> int:
    """Reads a year; raises `WrongUsageError`."""
    if not re.fullmatch("[0-9]{4}", text) or text == "0000":
        raise WrongUsageError(
            (f"Tahun ditulis dengan empat angka, bukan {text!r}.", f"A year has four digits, not {text!r}.")
        )
    return int(text)
