"""What a user says beside a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sakip_rules.importer.figures import DecimalSign


@dataclass(frozen=True, slots=True)
class TableAnswers:
    """What the user says beside the table; each may be left out, and is asked where the table needs it."""

    year: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    """What a column is -> its heading."""
    decimal: DecimalSign | None = None
    dash: str | None = None
    """The absent value that a dash without a reason means."""
    period: str | None = None
