"""Tests of `sakip_rules.locks`: a forked process waits for nobody that it does not have."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest
from tests.written import rules

from sakip_rules import Catalogue
from sakip_rules.locks import Lock

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="a system without forks")


def exit_code_of(child: int, seconds: float = 20) -> int:
    """The exit code of a process; one that hangs is ended, and has -9."""
    timer = threading.Timer(seconds, os.kill, (child, 9))
    timer.start()
    _, status = os.waitpid(child, 0)
    timer.cancel()
    return os.waitstatus_to_exitcode(status)


def test_one_thread_at_a_time() -> None:
    """The same one as often as it likes."""
    lock, order = Lock(), list[str]()

    def follow() -> None:
        with lock.held():
            order.append("other")

    with lock.held(), lock.held():
        other = threading.Thread(target=follow)
        other.start()
        other.join(0.05)
        order.append("first")
    other.join()
    assert order == ["first", "other"]


def _enter(lock: Lock) -> bool:
    with lock.held():
        return True


@forks
def test_a_fork_frees_what_another_thread_holds() -> None:
    """And what the forking thread itself holds it gives back in both processes."""
    lock, holding, done = Lock(), threading.Event(), threading.Event()

    def hold() -> None:
        with lock.held():
            holding.set()
            done.wait()

    mine = Lock()
    other = threading.Thread(target=hold)
    other.start()
    holding.wait()
    with mine.held():
        child = os.fork()
    if child == 0:  # pragma: no cover - another process
        os._exit(7 if _enter(lock) and _enter(mine) else 1)
    done.set()
    other.join()
    assert exit_code_of(child) == 7
    assert _enter(lock)


@forks
def test_a_fork_while_another_thread_checks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue that is in the middle of a check in one thread serves a forked process at once."""
    catalogue = rules(tmp_path, {"index a": "formula: 1 + 1"})
    fresh = Catalogue.load(tmp_path)
    knowledge = sys.modules["sakip_rules.api.knowledge"]
    checking, go_on = threading.Event(), threading.Event()
    whole = knowledge.check_catalogue

    def slow(*given: object) -> object:
        checking.set()
        go_on.wait()
        return whole(*given)

    monkeypatch.setattr(knowledge, "check_catalogue", slow)
    thread = threading.Thread(target=fresh.check)
    thread.start()
    checking.wait()
    child = os.fork()
    if child == 0:  # pragma: no cover - another process
        vars(knowledge)["check_catalogue"] = whole
        fits = fresh.check() == catalogue.check() and fresh.rule("contoh/a", on=2020).evaluate().exact == 2
        os._exit(7 if fits else 1)
    go_on.set()
    thread.join()
    assert exit_code_of(child) == 7
