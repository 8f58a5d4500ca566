"""Inputs of a rule as words of the command line: `name=value`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sakip_rules.cli.work.failures import WrongUsageError
from sakip_rules.diagnostics import quoted


def read_inputs(words: Sequence[str]) -> dict[str, Any]:
    """Reads `name=value` words, each name once; raises `WrongUsageError`."""
    inputs: dict[str, Any] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals:
            raise WrongUsageError(
                (
                    f"Masukan ditulis nama=nilai, bukan {quoted(word)}.",
                    f"Inputs are written name=value, not {quoted(word)}.",
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


def _value(name: str, text: str) -> Any:  # noqa: ANN401 - whatever the JSON holds
    """Gives a value as text; one that begins with `[` or `{` is JSON, its numbers kept as text."""
    if not text.lstrip().startswith(("[", "{")):
        return text
    try:
        return json.loads(
            text,
            parse_float=str,
            parse_int=str,
            parse_constant=_refused,
            object_pairs_hook=_unique,
        )
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, ValueError) else "nesting"
        raise WrongUsageError(
            (
                f"Nilai {quoted(name)} bukan teks JSON yang benar: {reason}",
                f"The value of {quoted(name)} is no proper JSON text: {reason}",
            )
        ) from None


def _refused(word: str) -> None:
    raise ValueError(word)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    entries = dict(pairs)
    if len(entries) != len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(quoted(next(name for name in names if names.count(name) > 1)))
    return entries
