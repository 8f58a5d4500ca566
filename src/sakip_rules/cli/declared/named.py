"""Which rules a command is to take, as its options say."""

from __future__ import annotations

from typing import NamedTuple


class NamedRules(NamedTuple):
    """The folders that `--rules` names, and whether the bundled rules stand behind them."""

    folders: tuple[str, ...] = ()
    bundled: bool = True
