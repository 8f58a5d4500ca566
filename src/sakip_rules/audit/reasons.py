"""Why a printed figure cannot be recomputed: said of each, so that somebody can do something about it."""

from __future__ import annotations

from sakip_rules.audit.book import Book, Key
from sakip_rules.audit.findings import Finding
from sakip_rules.audit.operands import operands_of_step
from sakip_rules.diagnostics import quoted
from sakip_rules.languages import Pair
from sakip_rules.plans import StepPlan
from sakip_rules.results import Figure
from sakip_rules.values import Absent
from sakip_rules.wording.terms import ABSENT_WORDS, REASON_WORDS

NO_YEAR = "year-not-given"
NOT_SETTLED = "precision"
NO_SCALE = "no-scale"


def not_recomputable(book: Book, key: Key, where: str | None, text: str) -> Finding:
    """Gives the finding of a printed value that has nothing beside it, with the reason."""
    figure = book.figure(key)
    if figure is None:
        return _finding(key, where, text, NO_YEAR, _no_year(key))
    if figure.absent is None:
        message = (
            f"{quoted(key.figure)} diketahui sampai 50 angka, kurang untuk sebanyak yang tercetak.",
            f"{quoted(key.figure)} is known to 50 digits, too few for as many as are printed.",
        )
        return _finding(key, where, text, NOT_SETTLED, message)
    return _absent(book, key, where, text, figure)


def no_category(book: Book, key: Key, where: str | None, text: str) -> Finding:
    """Gives the finding of a printed category that has none beside it, with the reason."""
    figure = book.figure(key)
    if figure is None:
        return _finding(key, where, text, NO_YEAR, _no_year(key))
    if figure.absent is not None:
        return _absent(book, key, where, text, figure)
    name = quoted(key.figure)
    if figure.scale is None:
        message = (
            f"Aturannya tidak memberi {name} sebuah skala.",
            f"The rules give {name} no scale.",
        )
        return _finding(key, where, text, NO_SCALE, message)
    scale = quoted(figure.scale.source.reference)
    message = (
        f"Nilai {name} tidak mempunyai kategori pada skala {scale}.",
        f"The value of {name} has no category on the scale {scale}.",
    )
    return _finding(key, where, text, "outside-domain", message)


def _absent(book: Book, key: Key, where: str | None, text: str, figure: Figure) -> Finding:
    absent = figure.absent
    assert absent is not None  # noqa: S101 - whoever calls has looked
    reason = absent.json_reason or absent.word
    return _finding(key, where, text, reason, _why(book, key, absent))


def _why(book: Book, key: Key, absent: Absent) -> Pair:
    """The operands that are absent, the message of a check that failed, else the reason in words."""
    name, note = quoted(key.figure), absent.note
    if absent.reason == "check-failed" and note is not None:
        return (f"Syarat aturannya tidak terpenuhi: {note[0]}", f"A check of its rule failed: {note[1]}")
    lacking = _lacking(book, key)
    if lacking:
        names = ", ".join(quoted(other.seen_from(key)) for other in lacking)
        return (f"{name} memerlukan {names}, yang tidak ada.", f"{name} needs {names}, which is not there.")
    words = REASON_WORDS.get(absent.reason or absent.word, ABSENT_WORDS[absent.word])
    behind = ("", "") if note is None else (f" ({note[0]})", f" ({note[1]})")
    return (f"{name}: {words[0]}{behind[0]}.", f"{name}: {words[1]}{behind[1]}.")


def _lacking(book: Book, key: Key) -> list[Key]:
    """The absent figures that an absent figure was computed from, back to those that were not given."""
    lacking: dict[Key, None] = {}
    todo, seen = [key], {key}
    while todo:
        current = todo.pop()
        step = book.declared(current.path, current.figure)
        operands = (
            operands_of_step(book, book.nodes[current.path], current.year, step)
            if isinstance(step, StepPlan)
            else ()
        )
        absent = [other for other in operands if _is_missing(book, other)]
        if not absent and current != key:
            lacking[current] = None
        for other in absent:
            if other not in seen:
                seen.add(other)
                todo.append(other)
    return list(lacking)


def _is_missing(book: Book, key: Key) -> bool:
    figure = book.figure(key)
    assert figure is not None  # noqa: S101 - operands are figures that there are
    return figure.absent is not None


def _no_year(key: Key) -> Pair:
    return (
        f"Tahun {key.year} tidak diberikan untuk rekaman ini.",
        f"The year {key.year} is not given for this record.",
    )


def _finding(key: Key, where: str | None, text: str, reason: str, message: Pair) -> Finding:
    return Finding(
        key.path, key.figure, key.year, where, text, None, "not_recomputable", reason=reason, message=message
    )
