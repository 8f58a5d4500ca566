"""Asks the runtimes: one process answers all questions."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.runtimes.questions import Json, Questions

HERE = Path(__file__).parent
RUNTIMES = {"node": [str(HERE / "runner.mjs")], "php": [str(HERE / "runner.php")]}


def program(name: str) -> str:
    """Gives the program that runs a runtime; where it is missing, CI fails and others skip."""
    path = shutil.which(name)
    if path is None:
        told = f"{name} is not installed: the runtime that needs it is not tested"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(told)
    return path


def differences(name: str, questions: Questions, folder: Path, *more: Path) -> list[Json]:
    """Gives what a runtime answers otherwise: the question, and where wanted and found differ first."""
    found = answers(name, questions, folder, *more)
    told = zip(questions.names, questions.answers, found, strict=True)
    differing = ((asked, difference(projected(answer, wanted), wanted)) for asked, wanted, answer in told)
    return [(asked, *where) for asked, where in differing if where is not None]


def difference(found: Json, wanted: Json, path: str = "") -> tuple[str, Json, Json] | None:
    """Gives the first place where two answers differ, and what is found and wanted there."""
    pairs: list[tuple[str | int, Json, Json]] = []
    if isinstance(wanted, dict) and isinstance(found, dict):
        pairs = [(key, found[key], value) for key, value in wanted.items()]
    elif isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        pairs = [(place, part, wanted[place]) for place, part in enumerate(found)]
    inner = (difference(part, value, f"{path}/{key}") for key, part, value in pairs)
    first = next((where for where in inner if where is not None), None)
    return (path, found, wanted) if first is None and found != wanted else first


def answers(name: str, questions: Questions, folder: Path, *more: Path) -> Any:
    """Gives what a runtime answers to questions, in order; `more` is what its runner is told besides."""
    asked, answered = folder / "questions.json", folder / f"{name}.json"
    asked.write_text(json.dumps({"plans": questions.plans, "asked": questions.asked}), "utf-8")
    command = [program(name), *RUNTIMES[name], str(asked), str(answered), *map(str, more)]
    subprocess.run(command, check=True)
    return json.loads(answered.read_text("utf-8"))


def projected(found: Json, wanted: Json) -> Json:
    """Gives of an answer what is compared: the keys that are wanted, of diagnostics code and severity."""
    if isinstance(found, dict) and isinstance(wanted, dict):
        parts = {**found, "codes": once(found.get("diagnostics", []))}
        return {key: projected(parts.get(key), value) for key, value in wanted.items()}
    if isinstance(found, list) and isinstance(wanted, list) and len(found) == len(wanted):
        return [projected(part, other) for part, other in zip(found, wanted, strict=True)]
    if isinstance(found, dict) and isinstance(wanted, list):
        return [found.get("code"), found.get("severity")]
    return found["place"] if isinstance(found, dict) and "place" in found else found


def once(diagnostics: list[Json]) -> list[Json]:
    """Gives code and severity of diagnostics, each pair once."""
    found = [[each["code"], each["severity"]] for each in diagnostics]
    return [each for place, each in enumerate(found) if each not in found[:place]]
