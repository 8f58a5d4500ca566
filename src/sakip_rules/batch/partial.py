"""What a run has done, in a file beside its output: JSON lines, which survive that the run is cut off.

The first line says what is computed from what; then come columns, the receipts of the versions used, and
one line for each row. A run that goes on reads them again, and computes only the rows behind them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final, Self

from sakip_rules.batch.sources import WrittenCell

FORM: Final = 1
"""The form of these lines: another one is not gone on with."""


@dataclass(slots=True)
class BatchState:
    """What the lines say so far."""

    columns: list[str] = field(default_factory=list)
    receipts: dict[str, Any] = field(default_factory=dict)
    rows: int = 0
    wrong: int = 0
    """Rows with the status `error`."""


class Partial:
    """The partial file of one run, open for the lines of further rows."""

    def __init__(self, path: Path, head: Mapping[str, object], made: Sequence[str]) -> None:
        self.path = path
        self.made = made
        self.state = self._new_state()
        self._head = {"form": FORM, **head}
        self._stream: IO[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; what was written stays."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def begin(self) -> None:
        """Begins anew: what an earlier run left is gone."""
        self._stream = self.path.open("wb")
        self._write([self._head])

    def go_on(self) -> bool:
        """Goes on where an earlier run was cut off; says whether what it left is of the same work.

        A line that was being written is taken off.
        """
        whole = 0
        with self.path.open("rb") as stream:
            for number, line in enumerate(stream):
                if not line.endswith(b"\n"):
                    break
                if number == 0:
                    if _read(line) != self._head:
                        return False
                else:
                    self._take(_read(line))
                whole += len(line)
        if not whole:
            return False
        self._stream = self.path.open("r+b")
        self._stream.truncate(whole)
        self._stream.seek(whole)
        return True

    def add(self, entries: list[Any]) -> None:
        """Writes entries down, all of them before this returns."""
        for entry in entries:
            self._take(entry)
        self._write(entries)

    def rows(self) -> Iterator[tuple[list[WrittenCell], list[str | None]]]:
        """Gives the cells of each row that is done: those of the input, and those that were made."""
        width = len(self.state.columns)
        for entry in self.entries():
            if isinstance(entry, list):
                given, made = entry
                yield given + [None] * (width - len(given)), made

    def entries(self) -> Iterator[Any]:
        """Gives what each line says."""
        with self.path.open("rb") as stream:
            yield from map(_read, stream)

    def _new_state(self) -> BatchState:
        return BatchState()

    def _take(self, entry: Any) -> None:  # noqa: ANN401 - a line of JSON
        if isinstance(entry, list):
            self.state.rows += 1
            self.state.wrong += entry[1][self.made.index("status")] == "error"
        elif "columns" in entry:
            self.state.columns.extend(entry["columns"])
        else:
            self.state.receipts[entry["year"]] = entry["receipt"]

    def _write(self, entries: list[Any]) -> None:
        assert self._stream is not None  # noqa: S101 - it was begun
        text = "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)
        self._stream.write(text.encode("utf-8", "surrogatepass"))
        self._stream.flush()


def _read(line: bytes) -> Any:  # noqa: ANN401 - a line of JSON
    return json.loads(line.decode("utf-8", "surrogatepass"))
