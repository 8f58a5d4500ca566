"""Errors of the models -> diagnostics with code, place and hint."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from pydantic_core import ValidationError

from sakip_rules.diagnostics import Diagnostic, Path, diagnose, quoted
from sakip_rules.diagnostics.core import did_you_mean, likeliest
from sakip_rules.loader.document import Document
from sakip_rules.loader.nodes import Mapping
from sakip_rules.models import Model, known_keys
from sakip_rules.models.formulas import CASE_KEYS

HINTED: Final = 200
"""So many unknown words are compared with the known ones; later ones get no hint, to bound the time."""

Shape = type[Model] | None

Details = Any
"""One of pydantic's errors, a map with keys of its own."""

_WORD: Final = re.compile("'([^']*)'")
_EXPECTED: Final = {
    "string_type": "bad-value.text-expected",
    "dict_type": "bad-value.map-expected",
    "model_type": "bad-value.map-expected",
    "model_attributes_type": "bad-value.map-expected",
    "tuple_type": "bad-value.list-expected",
    "too_short": "bad-value.list-empty",
}


def diagnostics_of(
    error: ValidationError, model: type[Model], document: Document, begin: Path = ()
) -> list[Diagnostic]:
    """Gives one diagnostic for each error that pydantic found in a document, or below `begin` in it."""
    found = error.errors(include_url=False)
    renamed = _written_otherwise(found)
    no_cases: set[Path] = set()
    diagnostics = []
    for count, details in enumerate(found):
        if details["type"] == "too_short" and details["input"]:
            continue  # its items are wrong, and have errors of their own
        if details["type"] == "missing" and _path(details["loc"]) in renamed:
            continue
        make = _MAKERS.get(details["type"], _other)
        path = (*begin, *_path(details["loc"]))
        if _is_no_case(details, document, path):
            if path[:-2] in no_cases:
                continue  # something else than cases is listed: one mistake, told at its first key
            no_cases.add(path[:-2])
        diagnostics.append(make(details, path, document, model if count < HINTED else None))
    return diagnostics


def _written_otherwise(found: Sequence[Details]) -> set[Path]:
    """Gives the paths of missing keys that stand there under another name: that is said at the name."""
    missing: dict[Path, set[str]] = {}
    for details in found:
        if details["type"] == "missing":
            *above, key = _path(details["loc"])
            missing.setdefault(tuple(above), set()).add(str(key))
    renamed = set()
    for details in found[:HINTED]:
        if details["type"] != "extra_forbidden":
            continue
        *above, key = _path(details["loc"])
        lacking = missing.get(tuple(above))
        if lacking:
            tight, _, _ = str(key).partition(":")
            renamed.add((*above, tight if tight in lacking else likeliest(str(key), lacking) or ""))
    return renamed


def _is_no_case(details: Details, document: Document, path: Path) -> bool:
    """Says whether an unknown key stands in an item of a list of cases that has no key of a case."""
    if details["type"] != "extra_forbidden" or details["loc"][-3:-2] != ("<cases>",):
        return False
    item = document.node(path[:-1])
    return isinstance(item, Mapping) and item.pairs.keys().isdisjoint(CASE_KEYS)


def _path(loc: Path) -> Path:
    """Takes out the tags of unions, which stand between angle brackets; no key looks so."""
    return tuple(part for part in loc if not (isinstance(part, str) and part in _TAGS))


_TAGS: Final = frozenset({"<formula>", "<absent>", "<cases>", "<list>", "<map>", "<reference>", "<cell>"})


def _missing(_details: Details, path: Path, document: Document, _model: Shape) -> Diagnostic:
    return diagnose("missing-key", document.key_place(path[:-1]), name=quoted(str(path[-1])))


def _unknown(details: Details, path: Path, document: Document, model: Shape) -> Diagnostic:
    key = str(path[-1])
    above = _path(details["loc"])[:-1]  # in the model, which may describe only a part of the file
    known = known_keys(model, above) if model is not None else []
    tight, colon, rest = key.partition(":")
    if colon and tight in known:
        return diagnose("yaml-syntax.space", document.key_place(path), mend=quoted(f"{tight}: {rest}"))
    hint = did_you_mean(key, known) if model is not None else ("", "")
    return diagnose("unknown-key", document.key_place(path), name=quoted(key), hint=hint)


def _literal(details: Details, path: Path, document: Document, model: Shape) -> Diagnostic:
    if not isinstance(details["input"], str):
        return _other(details, path, document, model)
    words = _WORD.findall(details["ctx"]["expected"])
    hint = did_you_mean(details["input"], words) if model is not None else ("", "")
    return diagnose("bad-value.word", document.place(path), written=quoted(details["input"]), hint=hint)


def _other(details: Details, path: Path, document: Document, _model: Shape) -> Diagnostic:
    context = details.get("ctx", {})
    if "key" in context and "texts" in context:
        return _ours(context, path, document)
    if details["input"] is None:
        return diagnose("bad-value.empty", document.key_place(path))
    key = _EXPECTED.get(details["type"], "bad-value")
    if key == "bad-value.map-expected" and path[-1:] == ("rounding",):
        key = "bad-value.rounding-expected"  # `rounding: 2` is most often the number of decimals
    return diagnose(key, document.place(path))


def _ours(context: dict[str, Any], path: Path, document: Document) -> Diagnostic:
    """An error that a model has named itself."""
    on_key = path[-1:] == ("[key]",)
    path = (*(path[:-1] if on_key else path), *context["at"])
    key = context["key"]
    place = document.key_place(path) if on_key else document.place_of(key, path)
    texts = {
        name: quoted(text) if isinstance(text, str) and name not in _BARE else text
        for name, text in context["texts"].items()
    }
    return Diagnostic(key, place, "error", tuple(sorted(texts.items())))


_BARE: Final = frozenset({"limit", "count", "reasons"})

_MAKERS: Final[dict[str, Callable[[Details, Path, Document, Shape], Diagnostic]]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _literal,
}
