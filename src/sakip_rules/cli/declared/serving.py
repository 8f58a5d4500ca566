"""The options that say how requests of other programs are answered: over standard input, or over HTTP."""

from __future__ import annotations

from typing import Final

import click

from sakip_rules.cli.declared.bilingual import Option

_NUMBER: Final = ("ANGKA", "NUMBER")


def serving() -> tuple[click.Parameter, ...]:
    """Gives `--stdio`, `--http`, and of the latter where it listens and how much it does at a time."""
    return (
        Option(
            ["--stdio"],
            (
                "Baca permintaan dari masukan standar, tulis jawaban ke keluaran standar.",
                "Read requests from standard input, write answers to standard output.",
            ),
            is_flag=True,
        ),
        Option(
            ["--http"],
            (
                'Layani lewat HTTP (pip install "sakip-rules[serve]").',
                'Serve over HTTP (pip install "sakip-rules[serve]").',
            ),
            is_flag=True,
        ),
        Option(
            ["--host"],
            (
                "Alamat yang didengarkan; selain 127.0.0.1 hanya di belakang peladen web.",
                "Address to listen at; another one than 127.0.0.1 only behind a web server.",
            ),
            ("ALAMAT", "ADDRESS"),
            default="127.0.0.1",
        ),
        Option(["--port"], ("Porta; 0: yang bebas.", "Port; 0: a free one."), _NUMBER, default="8765"),
        Option(
            ["--threads"],
            ("Utas yang menjawab bersamaan.", "Threads that answer at the same time."),
            _NUMBER,
            default="4",
        ),
    )
