"""JSON text of a request -> plain data, every number exact: as strict as reports are read."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from sakip_rules.diagnostics import DataError, UsageError, diagnose
from sakip_rules.diagnostics.core import command
from sakip_rules.loader import REPORT_LIMITS, Limits, Mapping, Scalar, YamlNode
from sakip_rules.loader.json import parse_json
from sakip_rules.loader.nodes import NUMERAL

_WORDS: Final[dict[str, bool | None]] = {"true": True, "false": False, "": None}


def read_object(text: str, name: str, limits: Limits = REPORT_LIMITS) -> dict[str, object]:
    """Gives an object of JSON, its numbers as `Decimal` with the places that are written.

    `name` is what diagnostics call the text. Raises `DataError` for anything else.
    """
    document, diagnostics = parse_json(text, name, limits)
    if document is None or any(diagnostic.severity == "error" for diagnostic in diagnostics):
        raise DataError(diagnostics)
    return {key: _data(node) for key, (_, node) in document.root.pairs.items()}


def read_request(text: str, name: str, sample: str, limits: Limits = REPORT_LIMITS) -> dict[str, object]:
    """As `read_object`; raises `UsageError` for JSON that is no object, and shows one that fits."""
    try:
        return read_object(text, name, limits)
    except DataError as error:
        if error.diagnostics[0].key != "bad-value.file-no-map":
            raise
    raise UsageError([diagnose("bad-request.no-object", None, sample=command(sample))])


def _data(node: YamlNode) -> object:
    """What a node holds; the reader has seen to it that nothing nests deep."""
    if isinstance(node, Scalar):
        return _scalar(node)
    if isinstance(node, Mapping):
        return {key: _data(child) for key, (_, child) in node.pairs.items()}
    return [_data(item) for item in node.items]


def _scalar(node: Scalar) -> object:
    if node.style == NUMERAL:
        return Decimal(node.text)
    return node.text if node.style else _WORDS[node.text]
