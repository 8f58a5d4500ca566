"""What `sakip batch` is given beside its rule, its rows and its output."""

from __future__ import annotations

from typing import Final

import click

from sakip_rules.cli.declared.bilingual import Option

BATCH: Final = (
    (
        "Hitung banyak baris dengan satu aturan. DATA: CSV, Excel, ODS, Parquet, Arrow, atau satu "
        "objek JSON per baris (.jsonl). Kolomnya ditulis lagi, lalu hasilnya. Baris yang salah "
        "disebut dengan tempatnya dan sisanya dihitung. "
        "Kode keluar 1 bila ada baris yang tidak dapat dihitung."
    ),
    (
        "Compute many rows by one rule. DATA: CSV, Excel, ODS, Parquet, Arrow, or one JSON object a "
        "line (.jsonl). Its columns are written again, then the results. A row that is wrong is "
        "reported with its place, the rest is computed. Exit code 1 if a row cannot be computed."
    ),
)


def batch_parameters() -> list[click.Parameter]:
    """Gives the options, in the order of the help."""
    return [
        Option(
            ["--sheet"],
            ("Lembar yang dibaca, bila ada beberapa.", "The sheet to read, of several."),
            ("NAMA", "NAME"),
        ),
        Option(
            ["--decimal"],
            (
                "Tanda desimal datanya, untuk bilangan seperti 1.250 yang dapat dibaca dengan dua cara.",
                "The decimal sign of the data, for numbers such as 1.250 that can be read in two ways.",
            ),
            type=click.Choice((",", ".")),
        ),
        Option(
            ["--exact"],
            (
                "Tambahkan kolom exact: nilai tepat sebagai pecahan, bila value dibulatkan.",
                "Add the column exact: the exact value as a fraction, where value is rounded.",
            ),
            is_flag=True,
        ),
        Option(
            ["--resume"],
            (
                "Lanjutkan yang terputus: baris yang sudah selesai ada di BERKAS.partial.",
                "Go on with a run that was cut off: the rows that are done are in FILE.partial.",
            ),
            is_flag=True,
        ),
    ]
