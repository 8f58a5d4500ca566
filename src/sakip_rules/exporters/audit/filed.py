"""The findings of an audit as an inspectorate files them: cause by cause, consequences under their error."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.exporters.audit.words import TITLES, cause_words, value
from sakip_rules.languages import Language, say
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sakip_rules.audit import Audit, Finding
    from sakip_rules.languages import Pair

_CAUSES: Final[dict[str, tuple[Pair, tuple[str, ...]]]] = {
    "misprint": (("Salah ketik", "Misprints"), ("misprint",)),
    "writing": (
        ("Perkalian, satuan, atau nol yang keliru", "Wrong factors, units or zeros"),
        ("factor", "padded"),
    ),
    "category": (
        ("Kategori tidak sesuai angkanya", "Categories that do not fit their figure"),
        ("category", "category-of-printed", "no-scale"),
    ),
    "figure": (
        ("Angka lain yang dipakai", "Another figure was taken"),
        ("another-figure", "another-record", "another-year", "another-source"),
    ),
    "formula": (
        ("Cara menghitung lain", "Another way of computing"),
        (
            "another-formula", "another-version", "another-mean", "mean-of-means", "ratio-of-sums",
            "sum-of-parts", "part-left-out", "absent-as-zero", "zero-as-absent",
        ),
    ),
    "rounding": (
        ("Cara membulatkan lain", "Another way of rounding"),
        ("another-rounding", "rounded-operand", "unrounded-operand"),
    ),
}  # fmt: skip
"""Kinds of causes in the order in which they are filed, each with the codes of an audit that it holds."""

_OTHER: Final[Pair] = ("Sebab lain", "Other causes")
_UNKNOWN: Final[Pair] = ("Sebab tidak ditemukan", "No cause was found")
_LOOSE: Final[Pair] = (
    "Mengikuti angka tercetak lain: bukan kesalahan baru",
    "Follows from another printed figure: no new error",
)
_FINISHED: Final = ("mode", "places")
"""What `with` says beside operands: how the result was finished."""


@dataclass(frozen=True, slots=True)
class FiledFigure:
    """A figure that is printed alike in some places: what it is called, both values, why, where."""

    record: str
    figure: str
    printed: str
    recomputed: str
    cause: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FiledError:
    """An error, and the figures that are as they are only because they were computed from it."""

    error: FiledFigure
    consequences: tuple[FiledFigure, ...] = ()


@dataclass(frozen=True, slots=True)
class FiledCause:
    """Errors of one kind of cause; `findings` is how many printed figures they are, without consequences."""

    heading: str
    findings: int
    errors: tuple[FiledError, ...]


def file_findings(audit: Audit, lang: Language) -> list[FiledCause]:
    """Gives all that is not the same: errors by their causes, what was cut, what cannot be recomputed.

    Consequences of which the error is not printed anywhere stand at the end.
    """
    below = _consequences(audit)
    causes = [
        _filed(heading, findings, below, audit, lang)
        for heading, findings in (*_by_cause(audit), *_by_verdict(audit, "cut", "not_recomputable"))
    ]
    loose = below.get(None, [])
    return causes + ([_filed(_LOOSE, loose, {}, audit, lang)] if loose else [])


def _by_cause(audit: Audit) -> Iterator[tuple[Pair, list[Finding]]]:
    differing = [finding for finding in audit.findings if finding.verdict == "differs"]
    kinds = {code: kind for kind, (_, codes) in _CAUSES.items() for code in codes}
    headings = {kind: heading for kind, (heading, _) in _CAUSES.items()} | {"": _OTHER}
    for kind, heading in headings.items():
        found = [
            each for each in differing if each.cause is not None and kinds.get(each.cause.code, "") == kind
        ]
        if found:
            yield heading, found
    unknown = [finding for finding in differing if finding.cause is None]
    if unknown:
        yield _UNKNOWN, unknown


def _by_verdict(audit: Audit, *verdicts: str) -> Iterator[tuple[Pair, list[Finding]]]:
    for verdict, heading in TITLES.items():
        found = [finding for finding in audit.findings if finding.verdict == verdict]
        if verdict in verdicts and found:
            yield heading, found


_Mark = tuple[str, str, int, str]
"""What tells printed figures apart: path, figure, year, what is printed."""


def _mark(finding: Finding) -> _Mark:
    return finding.path, finding.figure, finding.year, finding.printed


def _consequences(audit: Audit) -> dict[_Mark | None, list[Finding]]:
    """What follows from each error, also over several steps; under `None` what follows from none of them."""
    wrong: dict[_Mark, Finding] = {}
    for finding in audit.findings:
        if finding.verdict in {"differs", "cut", "follows"}:
            wrong.setdefault(_mark(finding), finding)
    below: dict[_Mark | None, list[Finding]] = {}
    for finding in audit.findings:
        if finding.verdict == "follows":
            below.setdefault(_error_of(finding, wrong), []).append(finding)
    return below


def _error_of(finding: Finding, wrong: Mapping[_Mark, Finding]) -> _Mark | None:
    """The error that a figure follows from: of several the first that differs, else one that was cut."""
    agenda, seen = [finding], {_mark(finding)}
    roots: list[Finding] = []
    while agenda:
        operands = (wrong[mark] for mark in _operands(agenda.pop()) if mark in wrong)
        for operand in operands:
            if operand.verdict != "follows":
                roots.append(operand)
            elif _mark(operand) not in seen:
                seen.add(_mark(operand))
                agenda.append(operand)
    differing = [root for root in roots if root.verdict == "differs"] or roots
    return _mark(differing[0]) if differing else None


def _operands(finding: Finding) -> Iterator[_Mark]:
    """The printed figures that a cause names: `path:figure@year`, or only what is not the finding's own."""
    stated = {} if finding.cause is None else finding.cause.with_
    for key, printed in stated.items():
        if key not in _FINISHED:
            path, figure, year = _named(key)
            yield path or finding.path, figure, int(year) if year.isdecimal() else finding.year, printed


def _named(key: str) -> tuple[str, str, str]:
    """Gives path, figure and year of an operand that a cause names."""
    path, _, name = key.rpartition(":")
    figure, _, year = name.partition("@")
    return path, figure, year


def _in_titles(text: str, finding: Finding, audit: Audit, lang: Language) -> str:
    """Gives a cause with its operands as people call them, not by paths: `Capaian (Nilai SAKIP) = 101,33`."""
    told = [cause.with_ for cause in (finding.cause, finding.also) if cause is not None]
    for key in sorted({key for stated in told for key in stated}, key=len, reverse=True):
        path, figure, year = _named(key)
        title = audit.figures.get((path or finding.path, figure))
        if title is not None:
            record = audit.records.get(path)
            named = " ".join(filter(None, (safe(title, lang), year)))
            called = f"{named} ({safe(record, lang)})" if record is not None else named
            text = text.replace(f"{key} = ", f"{called} = ")
    return text


def _filed(
    heading: Pair,
    findings: Sequence[Finding],
    below: Mapping[_Mark | None, list[Finding]],
    audit: Audit,
    lang: Language,
) -> FiledCause:
    """Errors, those printed alike told once, each with what follows from it."""
    errors = []
    told: set[_Mark | None] = set()
    for alike in _alike(findings, lang):
        marks = [mark for mark in dict.fromkeys(map(_mark, alike)) if mark not in told]
        told.update(marks)
        following = [finding for mark in marks for finding in below.get(mark, ())]
        consequences = tuple(_figure(group, audit, lang) for group in _alike(following, lang))
        errors.append(FiledError(_figure(alike, audit, lang), consequences))
    return FiledCause(say(heading, lang), len(findings), tuple(errors))


def _alike(findings: Iterable[Finding], lang: Language) -> list[list[Finding]]:
    """Findings in groups that say the same."""
    groups: dict[tuple[_Mark, str | None, str], list[Finding]] = {}
    for finding in findings:
        # From where a consequence follows is said by where it stands.
        cause = "" if finding.verdict == "follows" else cause_words(finding, lang)
        key = (_mark(finding), finding.beside, cause)
        groups.setdefault(key, []).append(finding)
    return list(groups.values())


def _figure(alike: Sequence[Finding], audit: Audit, lang: Language) -> FiledFigure:
    first = alike[0]
    record = audit.records.get(first.path)
    name, _, end = first.figure.partition(".")
    title = audit.figures.get((first.path, name))
    called = (
        clean(first.figure) if title is None else " ".join(filter(None, (safe(title, lang) or name, end)))
    )
    return FiledFigure(
        record=clean(first.path) if record is None else safe(record, lang),
        figure=" ".join(filter(None, (called, clean(end), str(first.year)))),
        printed=value(first.printed, lang),
        recomputed=value(first.beside, lang),
        cause=_in_titles(cause_words(first, lang), first, audit, lang),
        places=tuple(dict.fromkeys(clean(each.where) for each in alike if each.where)),
    )
