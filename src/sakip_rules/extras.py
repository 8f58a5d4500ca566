"""Packages beside the core: imported where they are used, or said to be missing, with the command."""

from __future__ import annotations

import importlib
from typing import Any, Final, Literal

from sakip_rules.diagnostics import UsageError, diagnose, quoted
from sakip_rules.diagnostics.core import command

Extra = Literal["excel", "columns", "word", "serve"]
"""The extras of this distribution that bring packages for inputs, outputs and services."""

DISTRIBUTION: Final = "sakip-rules"


def needed(module: str, extra: Extra) -> Any:  # noqa: ANN401 - whatever module it is
    """Gives a module of an extra; raises `UsageError` with the command that installs it."""
    try:
        return importlib.import_module(module)
    except ImportError:
        package, install = module.partition(".")[0], f"pip install '{DISTRIBUTION}[{extra}]'"
        texts = {"package": quoted(package), "command": command(install)}
        raise UsageError([diagnose("missing-extra", None, **texts)]) from None
