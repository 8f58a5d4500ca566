"""The year or day that `--on` names."""

from __future__ import annotations

import datetime
import re
from typing import Final

from sakip_rules.cli.failures import WrongUsageError
from sakip_rules.diagnostics import quoted

_ON: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})-([0-9]{2}))?", re.ASCII)


def read_day(text: str) -> int | datetime.date:
    """Reads a year or a day; raises `WrongUsageError`."""
    match = _ON.fullmatch(text)
    try:
        if match is not None and match[2] is None:
            return datetime.date(int(match[1]), 12, 31).year
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise WrongUsageError(
            (
                f"--on memerlukan tahun (2020) atau tanggal (2020-12-31), bukan {quoted(text)}.",
                f"--on needs a year (2020) or a day (2020-12-31), not {quoted(text)}.",
            )
        ) from None
