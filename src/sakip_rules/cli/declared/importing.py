"""What `sakip import` is given: a table, a framework, and the answers to what a table may leave open."""

from __future__ import annotations

from typing import Final

import click

from sakip_rules.cli.declared.bilingual import Argument, Option
from sakip_rules.vocabulary import DATA_WORDS

_YEAR: Final = ("TAHUN", "YEAR")


def import_parameters() -> list[click.Parameter]:
    """Gives the arguments and options, in the order of the help."""
    return [
        Argument("table", ("TABEL", "TABLE")),
        Option(
            ["--framework"],
            ("Kerangka laporannya: pemilik/nama.", "Framework of the report: owner/name."),
            ("ATURAN", "RULE"),
        ),
        Option(
            ["--on"],
            (
                "Tahun kinerja, bila tabelnya tidak menyebutnya.",
                "Performance year, where the table does not say it.",
            ),
            _YEAR,
        ),
        Option(
            ["-o", "--output"],
            (
                "Berkas laporan yang ditulis; biasanya nama tabelnya dengan .yaml.",
                "The report file that is written; usually the name of the table with .yaml.",
            ),
            ("BERKAS", "FILE"),
        ),
        Option(
            ["--sheet"],
            ("Lembar yang dibaca, bila ada beberapa.", "The sheet to read, of several."),
            ("NAMA", "NAME"),
        ),
        columns_option(),
        Option(
            ["--decimal"],
            ("Tanda desimal tabelnya.", "The decimal sign of the table."),
            type=click.Choice((",", ".")),
        ),
        *dash_and_period(),
    ]


def columns_option() -> click.Parameter:
    """Gives the option that says what columns hold."""
    return Option(
        ["--columns"],
        (
            "Isi sebuah kolom: realisasi=Judul kolom. Boleh diulang; abaikan=Judul untuk melewatinya.",
            "What a column holds: realisasi=Heading. May repeat; abaikan=Heading leaves it out.",
        ),
        ("ISI=JUDUL", "WHAT=HEADING"),
        multiple=True,
    )


def dash_and_period() -> list[click.Parameter]:
    """Gives the options that say what a dash means, and of which period the report is."""
    return [
        Option(
            ["--dash"],
            ("Arti tanda - tanpa keterangan.", "What a dash without a remark means."),
            type=click.Choice(DATA_WORDS),
        ),
        Option(
            ["--period"],
            ("Periode yang dilaporkan, bila tabelnya memuat beberapa.", "The period to report, of several."),
            ("PERIODE", "PERIOD"),
        ),
    ]
