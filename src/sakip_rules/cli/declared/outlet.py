"""The options that say where data goes and in which format: `--format`, and `-o` with the file's name."""

from __future__ import annotations

import click

from sakip_rules.cli.declared.bilingual import Option, current
from sakip_rules.formats import format_of_file, formats_of, known_endings, usual_format
from sakip_rules.languages import Pair, say

_UNKNOWN: Pair = (
    "Nama {file} tidak menyebut bentuk keluaran yang dikenal: {known}.",
    "The name {file} says no known format of the output: {known}.",
)
_OR_FORMAT: Pair = (" Atau tulis juga --format.", " Or write --format, too.")


def outlet(subject: str) -> tuple[click.Parameter, click.Parameter]:
    """Gives `--format` and `-o` for what a command prints; a single format need not be named in the help."""
    return _FormatOption(subject), _output()


class _FormatOption(Option):
    """`--format`: without it the format that the name of the file says, else the usual one."""

    def __init__(self, subject: str) -> None:
        usual = usual_format(subject)
        about = (
            f"Bentuk keluaran. Tanpa ini: menurut nama berkas -o; selain itu {usual}.",
            f"Format of the output. Without it: as the name of the -o file says; else {usual}.",
        )
        self.subject = subject
        formats = tuple(formats_of(subject))
        hidden, choice = len(formats) == 1, click.Choice(formats)
        super().__init__(["--format", "form"], about, type=choice, hidden=hidden, callback=self.chosen)

    def chosen(self, ctx: click.Context, _param: click.Parameter, value: str | None) -> str:
        """Gives the format that is meant; `-o` has been read before."""
        output: str | None = ctx.params.get("output")
        if value is not None or output is None:
            return value or usual_format(self.subject)
        form = format_of_file(self.subject, output)
        if form is None:
            lang = current(ctx)
            words = say(_UNKNOWN, lang) + say(_OR_FORMAT, lang) * (not self.hidden)
            known = ", ".join(known_endings(self.subject))
            raise click.UsageError(words.format(file=output, known=known), ctx)
        return form


def _output() -> Option:
    about = (
        "Tulis ke berkas ini; berkas lama diganti hanya setelah semuanya selesai. Tautan diikuti.",
        "Write to this file; an old one is replaced only when all is done. A link is followed.",
    )
    return Option(["-o", "--output"], about, ("BERKAS", "FILE"), is_eager=True)
