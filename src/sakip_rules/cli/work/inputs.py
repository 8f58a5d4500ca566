"""Inputs of a rule as words of the command line: `name=value`."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sakip_rules.cli.work.failures import WrongUsageError
from sakip_rules.diagnostics import DataError, quoted
from sakip_rules.service.reading import read_object

if TYPE_CHECKING:
    from sakip_rules.diagnostics import Diagnostic


def are_named(words: Sequence[str]) -> bool:
    """Says whether every word is written `name=value`, and there is one."""
    return bool(words) and all("=" in word for word in words)


def read_inputs(words: Sequence[str], known: Sequence[str]) -> dict[str, object]:
    """Reads `name=value` words, each name once; `known` are the names of the rule.

    Raises `WrongUsageError`, and `DataError` for a value that begins as JSON and is none.
    """
    inputs: dict[str, object] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals:
            names = ", ".join(map(quoted, known))
            raise WrongUsageError(
                (
                    f"Masukan ditulis nama=nilai, bukan {quoted(word)}. Nama masukan aturan ini: {names}.",
                    f"Inputs are written name=value, not {quoted(word)}. The inputs of this rule: {names}.",
                )
            )
        if name in inputs:
            raise WrongUsageError(
                (
                    f"{quoted(name)} ditulis dua kali.",
                    f"{quoted(name)} is written twice.",
                )
            )
        inputs[name] = _value(name, value)
    return inputs


def _value(name: str, text: str) -> object:
    """Gives a value as text; one that begins with `[` or `{` is JSON, its numbers exact."""
    if not text.lstrip().startswith(("[", "{")):
        return text
    before = '{"x":'
    try:
        return read_object(f"{before}{text}\n}}", name)["x"]
    except DataError as error:
        raise DataError(_moved(one, len(before), text) for one in error.diagnostics) from None


def _moved(diagnostic: Diagnostic, by: int, text: str) -> Diagnostic:
    """A diagnostic of a value, at its place in the text that was written for it."""
    place = diagnostic.place
    if place is None or place.line != 1:
        return diagnostic
    column = min(max(1, place.column - by), max(1, len(text)))
    source = text.partition("\n")[0]
    return dataclasses.replace(diagnostic, place=dataclasses.replace(place, column=column, source=source))
