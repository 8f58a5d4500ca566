"""Packages beside the core: imported where they are used, or said to be missing, with the command."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any, Final, Literal

from sakip_rules.diagnostics import UsageError, diagnose, quoted
from sakip_rules.diagnostics.core import command

Extra = Literal["excel", "columns", "word", "serve"]
"""The extras of this distribution that bring packages for inputs, outputs and services."""

DISTRIBUTION: Final = "sakip-rules"


def needed(module: str, extra: Extra, *, prefix: str | None = None) -> Any:  # noqa: ANN401 - whatever module it is
    """Gives a module of an extra; raises `UsageError` with the command that installs it.

    `prefix` is where the running Python keeps its packages, if that is not to be asked.
    """
    try:
        return importlib.import_module(module)
    except ImportError:
        install = _install(extra, Path(sys.prefix if prefix is None else prefix))
        texts = {"package": quoted(module.partition(".")[0]), "command": command(install)}
        raise UsageError([diagnose("missing-extra", None, **texts)]) from None


def _install(extra: Extra, prefix: Path) -> str:
    """Gives the command that installs an extra; in the environment of a clone its set-up brings all."""
    clone = Path(__file__).resolve().parents[2]
    if prefix.resolve() == clone / ".venv" and (clone / "run.py").is_file():
        return "python3 run.py setup"
    return f'pip install "{DISTRIBUTION}[{extra}]"'  # such quotes are good in every shell
