"""`sakip batch`: many rows through one rule, or many reports through one framework."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from sakip_rules.batch import (
    BatchJob,
    DoesNotFitError,
    Partial,
    ReportJob,
    ReportPartial,
    RulesChangedError,
    fingerprint,
    run_batch,
    run_reports,
    write_batch,
)
from sakip_rules.cli.declared.app import NamedRules
from sakip_rules.cli.streams import write, write_error
from sakip_rules.cli.work.atomic import written_file
from sakip_rules.cli.work.days import read_day, read_year
from sakip_rules.cli.work.failures import FileFailureError, WrongUsageError, not_written, warn
from sakip_rules.cli.work.importing import named_columns
from sakip_rules.cli.work.opening import framework_of, open_rules, reference_of
from sakip_rules.cli.work.progress import counting
from sakip_rules.diagnostics import Diagnostic, render_all
from sakip_rules.diagnostics.core import argument
from sakip_rules.importer import TableAnswers
from sakip_rules.languages import Language, say
from sakip_rules.version import __version__

if TYPE_CHECKING:
    from sakip_rules.importer.figures import DecimalSign
    from sakip_rules.languages import Pair

SHOWN: Final = 50
"""Mistakes that are shown in full; of each row the codes stand in the output."""

OF_A_KIND: Final = 3
"""Warnings of one kind that are shown in full."""

_ONLY_FRAMEWORKS: Final[Pair] = (
    "{options} hanya untuk kerangka; {rule} sebuah aturan, yang kolomnya bernama seperti masukannya.",
    "{options}: for frameworks only; {rule} is a rule, whose columns are named as its inputs.",
)
_NO_FILE: Final[Pair] = (
    "Tulis juga -o BERKAS: {what} memerlukan berkas.",
    "Write -o FILE, too: {what} needs a file.",
)
_OTHER: Final[Pair] = (
    "{file} berasal dari data, aturan, atau pilihan lain. Tanpa --resume semuanya dihitung dari awal.",
    "{file} comes from other data, rules or options. Without --resume all is computed from the start.",
)
_ROOM: Final[Pair] = (
    (
        "Lembar kerja tidak muat: paling banyak 1.048.576 baris, 16.384 kolom, dan 32.767 huruf dalam sel. "
        "Tulis ke .csv, .jsonl atau .parquet."
    ),
    (
        "A workbook has no room: at most 1,048,576 rows, 16,384 columns, and 32,767 letters in a cell. "
        "Write to .csv, .jsonl or .parquet."
    ),
)
_CUT: Final[Pair] = (
    "Terputus setelah {rows} baris. Lanjutkan dengan perintah yang sama dan --resume.",
    "Cut off after {rows} rows. Go on by the same command with --resume.",
)
_DONE: Final[Pair] = (
    "{rows} baris, {wrong} tidak dapat dihitung.",
    "{rows} rows, {wrong} could not be computed.",
)
_REPORTS_DONE: Final[Pair] = (
    "{reports} laporan dari {rows} baris; {wrong} tidak dapat dihitung.",
    "{reports} reports from {rows} rows; {wrong} could not be computed.",
)
_MORE: Final[Pair] = (
    "… {count} kesalahan atau peringatan lagi; kodenya ada di kolom diagnostics.",
    "… {count} more mistakes or warnings; their codes stand in the column diagnostics.",
)
_LABEL: Final[Pair] = ("Menghitung baris", "Computing rows")


Job = BatchJob | ReportJob


def run(  # noqa: PLR0913 - one for each option
    *,
    name: str,
    data: str,
    on: str | None,
    sheet: str | None,
    decimal: DecimalSign | None,
    columns: tuple[str, ...],
    dash: str | None,
    period: str | None,
    exact: bool,
    resume: bool,
    form: str,
    output: str | None,
    rules: NamedRules,
    lang: Language,
) -> int:
    """Writes what is computed of all rows; gives 1 if a row or a report cannot be computed."""
    _must_have_file(form, output, resume=resume)
    catalogue = open_rules(rules)
    reference = reference_of(catalogue, name)
    kind = catalogue.knowledge.of([reference.id]).newest(reference.id).rule.kind
    job: Job
    if kind == "framework":
        answers = TableAnswers(read_year(on) if on else None, named_columns(columns), decimal, dash, period)
        newest = framework_of(catalogue, str(reference), None)
        job = ReportJob(catalogue, str(reference), newest, data, sheet, answers, lang, exact)
    else:
        _must_not_be_given(name, {"--columns": columns, "--dash": dash, "--period": period})
        day = read_day(on) if on else None
        job = BatchJob(catalogue, str(reference), kind, data, day, sheet, decimal, exact)
    with _partial_path(output) as path:
        partial = _compute(job, path, lang, resume=resume, stays=output is not None)
        with _stream(output) as out:
            try:
                write_batch(form, partial, job.made, lang, out)
            except DoesNotFitError:
                raise WrongUsageError(_ROOM) from None
        path.unlink()
    write_error(_done(partial, lang) + "\n")
    return int(partial.state.wrong > 0)


def _done(partial: Partial, lang: Language) -> str:
    state = partial.state
    if isinstance(partial, ReportPartial):
        counts = {"reports": len(partial.state.seen), "rows": state.rows, "wrong": state.wrong}
        return say(_REPORTS_DONE, lang).format(**counts)
    return say(_DONE, lang).format(rows=state.rows, wrong=state.wrong)


def _must_not_be_given(rule: str, options: Mapping[str, object]) -> None:
    given = ", ".join(option for option, value in options.items() if value)
    if given:
        texts = {"options": given, "rule": argument(rule)}
        raise WrongUsageError((_ONLY_FRAMEWORKS[0].format(**texts), _ONLY_FRAMEWORKS[1].format(**texts)))


def _must_have_file(form: str, output: str | None, *, resume: bool) -> None:
    if output is None and (resume or form in ("xlsx", "parquet")):
        what = "--resume" if resume else form
        raise WrongUsageError((_NO_FILE[0].format(what=what), _NO_FILE[1].format(what=what)))


@contextlib.contextmanager
def _partial_path(output: str | None) -> Iterator[Path]:
    """The partial file: beside the output, else one that goes away with the run."""
    if output is not None:
        target = Path(os.path.realpath(output))
        yield target.with_name(f"{target.name}.partial")
        return
    with tempfile.TemporaryDirectory(prefix="sakip-") as folder:
        yield Path(folder) / "batch.partial"


def _compute(job: Job, path: Path, lang: Language, *, resume: bool, stays: bool) -> Partial:
    """Computes the rows that are not done; on the way out everything done stands in the partial file."""
    source = fingerprint(job.path)
    mistakes = _Mistakes(lang)
    kind = ReportPartial if isinstance(job, ReportJob) else Partial
    with kind(path, job.head(source.sha256, __version__), job.made) as partial:
        _open(partial, resume=resume)
        try:
            with counting(_LABEL, lang) as tell:
                _run(job, partial, mistakes.add, lambda rows: tell(rows, max(source.lines - 1, 0)))
        except RulesChangedError:
            raise _other(path) from None
        except OSError as error:
            raise FileFailureError(str(path), not_written(error)) from error
        except BaseException:
            _leave(partial, lang, stays=stays)
            raise
        finally:
            mistakes.finish()
    return partial


def _run(
    job: Job, partial: Partial, say_all: Callable[[Sequence[Diagnostic]], None], tell: Callable[[int], None]
) -> None:
    if isinstance(job, BatchJob):
        run_batch(job, partial, say_all, tell)
    elif isinstance(partial, ReportPartial):
        run_reports(job, partial, say_all, tell)


def _leave(partial: Partial, lang: Language, *, stays: bool) -> None:
    """Says how a run that is cut off goes on; what holds no row is taken away."""
    if not partial.state.rows:
        partial.close()
        partial.path.unlink(missing_ok=True)
    elif stays:
        write_error("\n" + say(_CUT, lang).format(rows=partial.state.rows) + "\n")


def _open(partial: Partial, *, resume: bool) -> None:
    try:
        if not (resume and partial.path.exists()):
            partial.begin()
        elif not partial.go_on():
            raise _other(partial.path)
    except OSError as error:
        raise FileFailureError(str(partial.path), not_written(error)) from error


def _other(path: Path) -> WrongUsageError:
    file = argument(str(path))
    return WrongUsageError((_OTHER[0].format(file=file), _OTHER[1].format(file=file)))


class _Mistakes:
    """Shows the first mistakes of the rows, and of each kind of warning a few; counts the others."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang
        self.shown: list[Diagnostic] = []
        self.hidden = 0
        self._warned: Counter[str] = Counter()

    def add(self, mistakes: Sequence[Diagnostic]) -> None:
        """Keeps mistakes, as many as are shown."""
        for mistake in mistakes:
            is_room = len(self.shown) < SHOWN
            if is_room and mistake.severity == "warning":
                self._warned[mistake.key] += 1
                is_room = self._warned[mistake.key] <= OF_A_KIND
            if is_room:
                self.shown.append(mistake)
            else:
                self.hidden += 1

    def finish(self) -> None:
        """Shows them all together, when nothing else is written to the terminal."""
        warn(render_all(self.shown, self.lang))
        if self.hidden:
            warn(say(_MORE, self.lang).format(count=self.hidden))


@contextlib.contextmanager
def _stream(output: str | None) -> Iterator[IO[bytes]]:
    """Where the rows go: a file that is whole or as it was, else standard output."""
    if output is not None:
        with written_file(output) as stream:
            yield stream
    else:
        yield _StandardOutput()  # type: ignore[misc]  # the formats that come here only write


class _StandardOutput:
    """Standard output, as a stream of bytes that raises what commands raise."""

    def write(self, data: bytes) -> int:
        """Writes bytes."""
        write(data)
        return len(data)
