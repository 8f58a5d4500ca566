"""What `sakip new` is given: the kind of file, its name, and what a report is made for."""

from __future__ import annotations

from typing import Final

import click

from sakip_rules.cli.declared.bilingual import Argument, Option
from sakip_rules.vocabulary import KINDS

_YEAR: Final = ("TAHUN", "YEAR")


def new_parameters() -> list[click.Parameter]:
    """Gives the arguments and options, in the order of the help."""
    return [
        Argument("kind", ("JENIS", "KIND"), type=click.Choice((*KINDS, "report"))),
        Argument("name", ("NAMA", "NAME")),
        Option(
            ["--framework"],
            ("Kerangka laporannya: pemilik/nama.", "Framework of the report: owner/name."),
            ("ATURAN", "RULE"),
        ),
        Option(
            ["--on"],
            (
                "Tahun kinerja pertama aturannya, atau tahun laporannya.",
                "First year of the rule, or year of the report.",
            ),
            _YEAR,
        ),
        Option(
            ["--format", "form"],
            (
                "Bentuk laporan: yaml, atau xlsx untuk diisi di Excel atau LibreOffice.",
                "Form of the report: yaml, or xlsx to be filled in with Excel or LibreOffice.",
            ),
            type=click.Choice(("yaml", "xlsx")),
        ),
    ]
