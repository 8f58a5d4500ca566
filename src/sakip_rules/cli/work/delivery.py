"""Where what a command made goes, and how it looks there."""

from __future__ import annotations

import sys
from itertools import chain
from typing import TYPE_CHECKING, Any

from sakip_rules.cli.streams import is_terminal, utf_8, write, write_data
from sakip_rules.cli.work.atomic import written_file
from sakip_rules.cli.work.failures import WrongUsageError
from sakip_rules.cli.work.terminal import paint_for, width
from sakip_rules.exporters import Look, pieces
from sakip_rules.formats import FOR_PEOPLE

if TYPE_CHECKING:
    from sakip_rules.languages import Language, Pair

_BYTES: Pair = (
    "Bentuk {form} bukan teks untuk layar; tulis ke berkas dengan -o BERKAS.",
    "The format {form} is no text for a screen; write it to a file with -o FILE.",
)


def look_for(output: str | None, lang: Language, *, every: bool = False) -> Look:
    """Gives how an export looks: plain and 80 columns wide in a file, else as standard output can show it."""
    if output is not None:
        return Look(lang, every=every)
    return Look(lang, width(), paint_for(sys.stdout), every)


def deliver(subject: str, what: Any, form: str, look: Look, output: str | None) -> None:  # noqa: ANN401 - as `export`
    """Writes what a command made to a file, complete or not at all, or to standard output: data as UTF-8.

    Raises `WrongUsageError` where a terminal would get bytes.
    """
    made = pieces(subject, form, what, look)
    first = next(made, "")  # what stands in the way of an export is met before a file is opened
    if output is not None:
        with written_file(output) as stream:
            for piece in chain([first], made):
                stream.write(piece if isinstance(piece, bytes) else utf_8(piece))
        return
    if isinstance(first, bytes) and is_terminal(sys.stdout):
        raise WrongUsageError((_BYTES[0].format(form=form), _BYTES[1].format(form=form)))
    for piece in chain([first], made):
        if isinstance(piece, str) and form not in FOR_PEOPLE:
            write_data(piece)
        else:
            write(piece)
