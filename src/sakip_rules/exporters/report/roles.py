"""Which figures of a framework play which part in the tables of a report."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from sakip_rules.results import Figure, NodeYear

Role = Literal[
    "target", "realised", "achievement",
    "mean_target", "mean_realised",
    "end_target", "end_achievement",
    "budget", "spent", "absorbed", "compared", "efficiency",
]  # fmt: skip

ROLES: Final[Mapping[Role, tuple[str, ...]]] = MappingProxyType(
    {
        "target": ("target",),
        "realised": ("realisasi",),
        "achievement": ("capaian",),
        "mean_target": ("rata_target",),
        "mean_realised": ("rata_realisasi",),
        "end_target": ("target_akhir",),
        "end_achievement": ("capaian_akhir",),
        "budget": ("jumlah_pagu", "pagu"),
        "spent": ("jumlah_realisasi", "realisasi_anggaran"),
        "absorbed": ("serapan_dihitung", "serapan"),
        "compared": ("serapan", "serapan_dihitung"),
        "efficiency": ("efisiensi",),
    }
)
"""For each part the names that figures of frameworks have: the first that a record has plays it.

`compared` is the absorbed budget that efficiency is computed from, be it stated or computed.
"""


def part(role: Role, year: NodeYear | None) -> Figure | None:
    """Gives the figure of a record that plays a part in a year, if it has one, without its trace."""
    figures = {} if year is None else year.figures
    return next((figures[name] for name in ROLES[role] if name in figures), None)


def has_value(figure: Figure | None) -> bool:
    """Says whether there is a figure with a value."""
    return figure is not None and figure.absent is None
