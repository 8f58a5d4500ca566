"""What `sakip batch` is given beside its rule, its rows and its output."""

from __future__ import annotations

from typing import Final

import click

from sakip_rules.cli.declared.bilingual import Option
from sakip_rules.cli.declared.importing import columns_option, dash_and_period

BATCH: Final = (
    (
        "Hitung banyak baris dengan satu aturan, atau laporan banyak instansi dengan satu kerangka. "
        "DATA: CSV, Excel, ODS, Parquet, Arrow, atau satu objek JSON per baris (.jsonl). Dengan aturan, "
        "kolomnya ditulis lagi, lalu hasilnya; dengan kerangka, satu baris untuk setiap angka. "
        "Baris atau laporan yang salah disebut dengan tempatnya dan sisanya dihitung. "
        "Kode keluar 1 bila ada yang tidak dapat dihitung."
    ),
    (
        "Compute many rows by one rule, or the reports of many agencies by one framework. DATA: CSV, "
        "Excel, ODS, Parquet, Arrow, or one JSON object a line (.jsonl). By a rule its columns are "
        "written again, then the results; by a framework one line for each figure. A row or report "
        "that is wrong is reported with its place, the rest is computed. Exit code 1 if one cannot be."
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
        columns_option(),
        *dash_and_period(),
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
