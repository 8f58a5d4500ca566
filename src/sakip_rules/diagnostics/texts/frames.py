"""Texts of tables that programs give: those of pandas, Polars, pyarrow and DuckDB."""

from typing import Final

from sakip_rules.languages import Pair

FRAMES: Final[dict[str, tuple[Pair, Pair]]] = {
    "bad-value.table": (
        ("Nilai jenis {type} bukan tabel.", "A value of type {type} is no table."),
        (
            "Beri tabel pandas, Polars, pyarrow atau DuckDB, atau dict daftar; `LazyFrame` dikumpulkan dulu.",
            "Give a table of pandas, Polars, pyarrow or DuckDB, or a dict of lists; collect a `LazyFrame`.",
        ),
    ),
    "bad-value.table-column": (
        ("Kolom {name} berjenis {type}.", "The column {name} is of type {type}."),
        ("Beri daftar, atau larik satu dimensi.", "Give a list, or an array of one dimension."),
    ),
    "bad-value.table-lengths": (
        (
            "Kolom tabel ini tidak sama panjang: {lengths}.",
            "The columns of this table differ in length: {lengths}.",
        ),
        ("Beri setiap kolom satu sel untuk setiap baris.", "Give each column one cell for each row."),
    ),
    "bad-value.table-digits": (
        (
            "Nilai baris {row} terlalu panjang untuk kolom desimal: lebih dari 38 angka.",
            "The value of row {row} is too long for a column of decimals: more than 38 digits.",
        ),
        (
            "Hitung baris itu dengan `evaluate`, beri dict berisi daftar, atau pakai `on_error='collect'`.",
            "Compute that row with `evaluate`, give a dict of lists, or use `on_error='collect'`.",
        ),
    ),
    "bad-value.progress": (
        ("Nilai jenis {type} tidak dapat dipanggil.", "A value of type {type} cannot be called."),
        (
            "Beri fungsi dari dua bilangan: baris yang sudah dihitung, dan semua baris.",
            "Give a function of two numbers: the rows that are done, and all rows.",
        ),
    ),
    "duplicate-key.column": (
        ("Kolom {name} akan ada dua kali.", "The column {name} would stand twice."),
        ("Beri salah satunya nama lain.", "Give one of the two another name."),
    ),
}
