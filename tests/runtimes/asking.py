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
SHOWN = 5


def program(name: str) -> str:
    """Gives the program that runs a runtime; where it is missing, CI fails and others skip."""
    path = shutil.which(name)
    if path is None:
        told = f"{name} is not installed: the runtime that needs it is not tested"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(told)
    return path


def differences(name: str, questions: Questions, folder: Path) -> list[Json]:
    """Gives the first questions that a runtime answers otherwise: what is asked, wanted and found."""
    found = answers(name, questions, folder)
    assert len(found) == len(questions.answers)
    shown = [
        {"asked": told, "wanted": wanted, "found": projected(answer, wanted)}
        for told, wanted, answer in zip(questions.names, questions.answers, found, strict=True)
        if projected(answer, wanted) != wanted
    ]
    return shown[:SHOWN]


def answers(name: str, questions: Questions, folder: Path) -> Any:
    """Gives what a runtime answers to questions, in order."""
    asked, answered = folder / "questions.json", folder / f"{name}.json"
    asked.write_text(json.dumps({"plans": questions.plans, "asked": questions.asked}), "utf-8")
    subprocess.run([program(name), *RUNTIMES[name], str(asked), str(answered)], check=True)
    return json.loads(answered.read_text("utf-8"))


def projected(found: Json, wanted: Json) -> Json:
    """Gives of an answer what is compared: the keys that are wanted, of diagnostics code and severity."""
    if isinstance(found, dict) and isinstance(wanted, dict):
        return {key: projected(found.get(key), value) for key, value in wanted.items()}
    if isinstance(found, list) and isinstance(wanted, list) and len(found) == len(wanted):
        return [projected(part, other) for part, other in zip(found, wanted, strict=True)]
    if isinstance(found, dict) and isinstance(wanted, list):
        return [found.get("code"), found.get("severity")]
    return found["place"] if isinstance(found, dict) and "place" in found else found
