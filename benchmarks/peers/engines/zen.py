"""zen-engine: a compiled expression for one record, a graph of expressions for many rules."""

from __future__ import annotations

import json
from typing import Any

import zen

from peers.shape import Engine

FORMULA = "round(round(selesai / semua * 100, 2) / target * 100, 2)"


def engine() -> Engine:
    """Gives the expression on one record, and many of them in one graph."""
    compiled = zen.compile_expression(FORMULA)

    def record(selesai: int | None, semua: int, target: str) -> object:
        return compiled.evaluate({"selesai": selesai, "semua": semua, "target": float(target)})

    def rules(count: int) -> Any:  # noqa: ANN401 - a call
        content = {"expressions": [{"id": f"e{n}", "key": f"k{n}", "value": FORMULA} for n in range(count)]}
        nodes = [
            {"id": "in", "type": "inputNode", "name": "in"},
            {"id": "x", "type": "expressionNode", "name": "x", "content": content},
            {"id": "out", "type": "outputNode", "name": "out"},
        ]
        edges = [
            {"id": "1", "sourceId": "in", "targetId": "x", "type": "edge"},
            {"id": "2", "sourceId": "x", "targetId": "out", "type": "edge"},
        ]
        graph = json.dumps({"nodes": nodes, "edges": edges})
        loaded = zen.ZenEngine({"loader": lambda _key: graph})
        return lambda: loaded.evaluate("graph", {"selesai": 5, "semua": 8, "target": 29.42})

    return Engine(record, rules=rules)
