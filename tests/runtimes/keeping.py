"""Questions that a runtime once answered otherwise: each is a file by itself, and is asked in every run."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.runtimes.kernel import of_call
from tests.runtimes.questions import Json, Questions

from sakip_rules.numbers import Interval
from sakip_rules.portable import read_plans

KEPT = Path(__file__).parent / "kept"


def keep(questions: Questions, place: int, folder: Path) -> Path:
    """Writes a question into a folder; gives the file."""
    asked = questions.asked[place]
    name = re.sub(r"[^a-z0-9]+", "-", questions.names[place].lower()).strip("-")
    content = {"plan": questions.plans[asked["plan"]] if "plan" in asked else None, "asked": asked}
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.json"
    file.write_text(json.dumps(content, ensure_ascii=True, indent=1) + "\n", "utf-8")
    return file


def of_kept(folder: Path = KEPT) -> Questions:
    """Gives the questions of all files of a folder."""
    questions = Questions()
    for file in sorted(folder.glob("*.json")):
        content = json.loads(file.read_text("utf-8"))
        asked = content["asked"]
        data = tuple(map(untagged, asked["with"]))
        if content["plan"] is None:
            of_call(questions, file.stem, asked["rule"], data)
        else:
            (plan,) = read_plans(content["plan"])
            questions.ask(file.stem, plan, asked["ask"], *data)
    return questions


def untagged(written: Json) -> Any:
    """Gives a datum from how it stands in a question."""
    if not isinstance(written, dict):
        return written
    ((kind, value),) = written.items()
    match kind:
        case "map":
            return {key: untagged(part) for key, part in value}
        case "list":
            return [untagged(part) for part in value]
        case "interval":
            return Interval(*map(Fraction, value))
    return {"integer": int, "float": float, "number": Fraction}[kind](value)
