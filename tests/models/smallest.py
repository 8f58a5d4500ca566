"""The smallest rule of each shape, as the loader gives its data to the models."""

from __future__ import annotations

from typing import Any

HEAD: dict[str, Any] = {
    "id": "contoh/nilai",
    "version": "1.2.0",
    "title": "Nilai",
    "valid_from": "2020",
    "legal_basis": [{"document": "Contoh", "confidence": "applied"}],
}
INDEX = {
    **HEAD,
    "kind": "index",
    "unit": "nilai",
    "formula": "1",
    "examples": [{"title": "a", "given": {}, "result": "1"}],
}
SCALE = {
    **HEAD,
    "kind": "scale",
    "unit": "nilai",
    "bands": [{"category": "Baik", "code": "B", "from": "65.00", "below": "88.30"}],
    "examples": [{"title": "a", "given": "70", "category": "Baik"}],
}
TABLE = {
    **HEAD,
    "kind": "table",
    "keys": ["a", "b"],
    "unit": "bobot",
    "rows": {"x": {"low": "1.2", "high": None}, "y": {"low": "1", "high": "0.9"}},
    "examples": [{"title": "a", "given": {"a": "x", "b": "low"}, "result": "1.2"}],
}
