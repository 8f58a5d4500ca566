"""Runs that were cut off."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.batch.calling import LATER, RULE, batch, put
from tests.written import write

from sakip_rules import Catalogue
from sakip_rules.batch import BatchJob, Partial, fingerprint, run_batch
from sakip_rules.version import __version__


class CutOffError(BaseException):
    """As a signal ends a run."""


def cut_off(rows_done: int, name: str = "hasil.csv") -> None:
    """Leaves what a run leaves that is ended after so many rows, in the middle of a line."""
    assert batch(RULE, "data.csv", "--on", "2020", "-o", "whole.csv")[0] == 1
    job = BatchJob(Catalogue.load("rules"), RULE, "index", "data.csv", 2020)

    head = job.head(fingerprint("data.csv").sha256, __version__)
    with Partial(Path(f"{name}.partial"), head, job.made) as partial:
        partial.begin()

        def tell(done: int) -> None:
            if done >= rows_done:
                raise CutOffError

        with pytest.raises(CutOffError):
            run_batch(job, partial, lambda _: None, tell)
    with Path(f"{name}.partial").open("ab") as stream:
        stream.write(b'[["12", "3')


def test_a_run_that_was_cut_off_goes_on_and_gives_the_same_bytes() -> None:
    """Only the rows behind are computed; the partial file is gone at the end."""
    put("pagu;dibelanjakan\n" + "".join(f"{n % 7};{n}\n" for n in range(2_500)))
    cut_off(2_000)
    code, _, said = batch(RULE, "data.csv", "--on", "2020", "-o", "hasil.csv", "--resume")
    assert (code, said.splitlines()[-1]) == (1, "2500 rows, 358 could not be computed.")
    assert "data.csv:2:1\n" not in said  # that row was done, and told, before
    assert "data.csv:2011:1\n" in said
    assert Path("hasil.csv").read_bytes() == Path("whole.csv").read_bytes()
    assert not Path("hasil.csv.partial").exists()


@pytest.mark.slow
@pytest.mark.parametrize("change", ["data", "rule", "options"])
def test_other_work_is_not_gone_on_with(change: str, tmp_path: Path) -> None:
    """Neither with other data, nor with rules that have changed, nor with other options."""
    put("pagu;dibelanjakan\n" + "0;1\n" * 1_500)
    cut_off(1_000)
    more = ["--exact"] if change == "options" else []
    if change == "data":
        put("pagu;dibelanjakan\n" + "0;2\n" * 1_500)
    elif change == "rule":
        write(tmp_path / "rules", "index serapan", "valid_from: 2000\nvalid_to: 2020" + LATER)
    code, _, said = batch(RULE, "data.csv", "--on", "2020", "-o", "hasil.csv", "--resume", *more)
    assert (code, "comes from other data" in said) == (2, True)
    assert not Path("hasil.csv").exists()
    assert batch(RULE, "data.csv", "--on", "2020", "-o", "hasil.csv", *more)[0] == 1
