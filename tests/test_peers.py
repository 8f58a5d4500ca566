"""The benchmark beside other engines, as far as it needs no network: its job, its counting, its tables."""

from __future__ import annotations

import importlib
import sys
from array import array
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"
HERE = ("ours", "hand_decimal", "hand_float")


@pytest.fixture
def peers(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Gives modules of the benchmark by name."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    yield lambda name: importlib.import_module(f"peers.{name}")
    for name in [name for name in sys.modules if name.partition(".")[0] in ("peers", "timing")]:
        del sys.modules[name]


def test_the_right_answers(peers: Any) -> None:
    """The printed figures of a real report, a tie in each of the two roundings, and an absent row."""
    job = peers("job")
    columns = ((426794, 1, 1, -1), (541897, 20_000, 2_000, 8), (2942, 100, 80, 100))
    given = job.Rows(*(array("q", column) for column in columns))
    # 78.76 and 267.71 stand in the report; 0.005 % is 0.01, and 0.05 of 0.80 are 6.25 %.
    assert list(job.exact(given)) == [26771, 100, 625, job.ABSENT]


@pytest.mark.parametrize("kind", ["ties", "rupiah"])
def test_ties_are_ties(peers: Any, kind: str) -> None:
    """Every realisasi of these rows lies in the middle between two numbers of two places."""
    rows = peers("job").rows(kind, 50)
    assert all(
        Fraction(above, below) * 10_000 % 1 == Fraction(1, 2) for above, below, _ in zip(*rows, strict=True)
    )
    assert (max(rows.semua) > 2**53) is (kind == "rupiah")


def test_wrong_digits_are_counted(peers: Any) -> None:
    """One answer that is off by a hundredth is one wrong answer, whatever its type; nothing is no number."""
    job = peers("job")
    given = [Decimal("1.01"), 1.02, None, float("nan"), 267.71]
    assert [job.hundredths(value) for value in given] == [101, 102, job.ABSENT, job.ABSENT, 26771]
    assert job.wrong(array("q", [101, 102, -1]), array("q", [101, 103, -1])) == 1


@pytest.mark.slow
def test_a_run_without_network(peers: Any, tmp_path: Path) -> None:
    """What needs nothing is measured, ours without a wrong digit; an engine that is not there says so."""
    environments = peers("environments")
    chosen = [peer for peer in environments.PEERS if peer.engine in HERE]
    broken = tmp_path / "zen" / "bin" / "python"
    broken.parent.mkdir(parents=True)
    broken.write_text("#!/bin/sh\necho tidak ada >&2; exit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    chosen += [peer for peer in environments.PEERS if peer.engine == "zen"]
    found = peers("measuring").measure(200, 2, tmp_path, chosen)
    ours, hand, binary, zen = found
    assert all(counts == [0, 0] for counts in ours["record"]["wrong"].values())
    assert all(counts == [0, 0] for counts in ours["columns"]["wrong"].values())
    assert all(counts == [0, 0] for counts in hand["record"]["wrong"].values())
    assert binary["record"]["wrong"]["ties"][0] > 0
    assert zen == {"title": "zen-engine", "failure": "tidak ada"}
    for lang, word in (("id", "salah: tepat di tengah"), ("en", "wrong: ties")):
        text = peers("table").page(found, 200, 1000, lang)
        assert word in text
        assert "zen-engine: tidak ada" in text
        assert all(
            line.count("|") == text.splitlines()[0].count("|") for line in text.split("\n\n")[0].splitlines()
        )
