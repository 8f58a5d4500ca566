"""What an audit gives: one finding for each printed figure and category, and its cause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sakip_rules.diagnostics import Diagnostic
from sakip_rules.languages import Pair
from sakip_rules.vocabulary import VERDICTS, Verdict


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a printed figure differs: computing with `with_` gives the printed digits.

    `with_` names operands (`target`, `capaian@2019`, `path:figure`) and their values, and how the
    result was finished: `mode`, `places`.
    """

    code: str
    message: Pair
    with_: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """One printed figure, or printed category, beside the recomputed one.

    `recomputed` has as many decimals as `printed`; it is `None` where nothing could be recomputed.
    """

    path: str
    figure: str
    year: int
    where: str | None
    printed: str
    recomputed: str | None
    verdict: Verdict
    cause: Cause | None = None
    also: Cause | None = None
    """Another cause that gives the printed digits, too: of a figure that may have been cut off."""

    reason: str | None = None
    message: Pair | None = None
    """Why it cannot be recomputed: a word for programs, and a sentence."""

    given: str | None = None
    """Of a figure that the data give and that differs, all its digits."""

    @property
    def beside(self) -> str | None:
        """What people are shown beside the printed figure: nobody rounds what the data give."""
        return self.recomputed if self.given is None else self.given


class Warned(NamedTuple):
    """What a rule says of a record, as `evaluate` tells it."""

    path: str
    diagnostic: Diagnostic


@dataclass(frozen=True, slots=True)
class Audit:
    """All findings of a report, in the order of the report."""

    report: str
    findings: list[Finding] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)
    records: Mapping[str, Pair] = field(default_factory=dict)
    """What the records with findings, and those that causes name, are called, by their paths."""

    figures: Mapping[tuple[str, str], Pair] = field(default_factory=dict)
    """What their figures are called, by path and name."""

    organization: str = ""
    year: int | None = None
    framework: str = ""
    """The framework by which the figures were recomputed, with its version."""

    @property
    def summary(self) -> dict[str, int]:
        """How many findings have each verdict; verdicts that none has are counted too."""
        counts = Counter(finding.verdict for finding in self.findings)
        return {verdict: counts[verdict] for verdict in VERDICTS}
