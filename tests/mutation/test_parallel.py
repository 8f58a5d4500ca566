"""Tests of mutating a folder of rules on several cores."""

from __future__ import annotations

from pathlib import Path

from tests.mutation.conftest import Load
from tests.mutation.test_run import PINNED, RATIO

from sakip_rules.mutation import mutate_folders, mutate_rule


def test_workers_find_what_one_process_finds(load: Load, tmp_path: Path) -> None:
    """Every rule comes back once, sorted, with the verdicts of a run in this process."""
    load("indicator", "rasio", RATIO + PINNED)
    checked, item = load("indicator", "lain", RATIO)
    done: list[tuple[int, int]] = []
    found = mutate_folders(((tmp_path,), (), None), lambda *count: done.append(count), workers=2)
    assert [one.rule for one in found] == ["contoh/lain@1.0.0", "contoh/rasio@1.0.0"]
    assert done == [(1, 2), (2, 2)]
    here = mutate_rule(checked, item)
    assert [(m.slip, m.fate) for m in found[0].mutants] == [(m.slip, m.fate) for m in here.mutants]
