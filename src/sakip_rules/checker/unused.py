"""Names that nothing reads: inputs, aliases and columns of fixed rows of a formula rule."""

from __future__ import annotations

import re
from typing import Final

from sakip_rules.checker.findings import Findings
from sakip_rules.checker.formulas import FormulaCheck
from sakip_rules.diagnostics import Path, quoted
from sakip_rules.diagnostics.core import likeliest
from sakip_rules.models import Body, FormulaRule

_WORDS: Final = re.compile(r"[a-z][a-z0-9_]*(?:\s*\.\s*[a-z][a-z0-9_]*)*")


def mark_used(formulas: FormulaCheck, prefix: Path, used: set[Path]) -> None:
    """Counts what the formulas of a record read; of one that cannot be parsed, every word in it."""
    for formula in formulas.read.values():
        used.update(("uses", alias) for alias in formula.reads.aliases)
        for read in formula.reads.names:
            _mark_path(read.path, prefix, used)
    for text in formulas.unread.values():
        for words in _WORDS.findall(text):
            path = tuple(part.strip() for part in words.split("."))
            used.add(("uses", path[0]))
            _mark_path(path, prefix, used)


def _mark_path(path: tuple[str, ...], prefix: Path, used: set[Path]) -> None:
    used.update((*prefix, *path[: end + 1]) for end in range(len(path)))


def warn_unused(rule: FormulaRule, used: set[Path], findings: Findings) -> None:
    """Warns of an input, alias or column of fixed rows that nothing reads."""
    for alias in rule.uses:
        if ("uses", alias) not in used:
            findings.warn("unused-name.alias", ("uses", alias), name=quoted(alias))
    _warn_body(rule, (), (), used, findings)


def _warn_body(body: Body, path: Path, prefix: Path, used: set[Path], findings: Findings) -> None:
    """Rows that are passed whole count as read, every column of them. Files nest 32 deep: so do rows."""
    if (*prefix, "*") in used:
        return
    misspelled = _misspelled(body, prefix, used)
    for name, declared in body.inputs.items():
        at = (*path, "inputs", name)
        if (*prefix, name) not in used and name not in misspelled:
            findings.warn("unused-name", at, name=quoted(name))
        elif declared.each is not None and name not in misspelled:
            _warn_body(declared.each, (*at, "each"), (*prefix, name), used, findings)
    for name, step in body.steps.items():
        row_id, cells = step.rows[0] if step.rows else (None, {})
        for column in cells:
            if not {(*prefix, name, column), (*prefix, name, "*")} & used:
                at = (*path, "steps", name, "rows", 0 if row_id is None else row_id, column)
                findings.warn("unused-name.column", at, name=quoted(f"{name}.{column}"))


def _misspelled(body: Body, prefix: Path, used: set[Path]) -> set[str | None]:
    """Gives the inputs that a word which means nothing here was most likely meant to be: the word is said."""
    begin = len(prefix)
    words = {str(path[begin]) for path in used if len(path) > begin and path[:begin] == prefix}
    unread = sorted(body.inputs.keys() - words)
    return {likeliest(word, unread) for word in words - body.inputs.keys() - body.steps.keys()}


__all__ = ["mark_used", "warn_unused"]
