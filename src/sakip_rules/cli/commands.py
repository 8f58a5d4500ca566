"""The commands and their options, as data. What each does is in the module of its name."""

from __future__ import annotations

from typing import Any, Final

import click

from sakip_rules.cli.app import App, work
from sakip_rules.cli.bilingual import LANGUAGES, Command, Option, Pair
from sakip_rules.version import __version__


def _common() -> list[click.Parameter]:
    return [
        Option(
            ["--rules", "folders"],
            (
                "Folder aturan; boleh diulang. Tanpa ini: aturan bawaan.",
                "Folder of rules; may repeat. Without it: the bundled rules.",
            ),
            multiple=True,
            metavar="FOLDER",
        ),
        Option(
            ["--lang"],
            ("Bahasa; juga lewat SAKIP_LANG.", "Language; also by SAKIP_LANG."),
            type=click.Choice(LANGUAGES),
        ),
    ]


def _format(*formats: str) -> Option:
    about = ("Bentuk keluaran.", "Format of the output.")
    return Option(["--format", "form"], about, type=click.Choice(formats), default=formats[0])


def _output() -> Option:
    about = (
        "Tulis ke berkas ini; berkas lama diganti hanya setelah semuanya selesai.",
        "Write to this file; an old one is replaced only when all is done.",
    )
    return Option(["-o", "--output"], about, metavar="FILE")


def _argument(name: str, shown: str, **settings: Any) -> click.Argument:  # noqa: ANN401 - click's
    return click.Argument([name], metavar=shown, **settings)


def _command(name: str, about: Pair, *params: click.Parameter) -> Command:
    return Command(name, about, params=[*params, *_common()], callback=work(name))


_FOLDER: Final = "[FOLDER]"

EXPLAIN: Final = (
    (
        "Jelaskan setiap langkah dengan kata dan angka. LAPORAN [JALUR[:ANGKA[@TAHUN]]] untuk laporan; "
        "ATURAN nama=nilai … untuk satu aturan (kumpulan ditulis sebagai teks JSON); "
        "ATURAN saja menjelaskan aturannya."
    ),
    (
        "Explain every step in words and numbers. REPORT [PATH[:FIGURE[@YEAR]]] for a report; "
        "RULE name=value … for one rule (a collection is JSON text); RULE alone describes the rule."
    ),
)

COMMANDS: Final = (
    _command(
        "evaluate",
        (
            "Hitung satu laporan. Kode keluar 1 bila ada angka yang tidak dapat dihitung.",
            "Compute one report. Exit code 1 if a figure cannot be computed.",
        ),
        _argument("report", "LAPORAN"),
        _format("table", "json", "csv", "markdown"),
        _output(),
    ),
    _command(
        "explain",
        EXPLAIN,
        _argument("subject", "LAPORAN|ATURAN"),
        _argument("words", "[JALUR | nama=nilai …]", nargs=-1),
        Option(
            ["--on"],
            (
                "Tahun kinerja (atau tanggal) yang menentukan versi aturan; atau tulis ATURAN@x.y.z.",
                "Performance year (or day) that decides the rule's version; or write RULE@x.y.z.",
            ),
            metavar="TAHUN",
        ),
    ),
    _command(
        "check",
        (
            "Periksa aturan tanpa data. Kode keluar 1 bila ada yang salah.",
            "Check rules without data. Exit code 1 if there are errors.",
        ),
        _argument("folder", _FOLDER, required=False),
        _format("text", "json", "github", "sarif"),
    ),
    _command(
        "test",
        (
            "Jalankan semua contoh di dalam aturan. Kode keluar 1 bila ada yang berbeda.",
            "Run every example of every rule. Exit code 1 if one differs.",
        ),
        _argument("folder", _FOLDER, required=False),
        _format("text", "json"),
    ),
    _command(
        "audit",
        (
            "Bandingkan angka tercetak dengan hasil hitung ulang. Kode keluar 1 bila ada yang tidak sama.",
            "Set printed figures beside recomputed ones. Exit code 1 if one is not the same.",
        ),
        _argument("report", "LAPORAN"),
        _format("table", "json", "markdown"),
        Option(
            ["--all", "every"],
            ("Tampilkan juga angka yang sama (table).", "Show figures that are the same, too (table)."),
            is_flag=True,
        ),
        _output(),
    ),
    _command(
        "schema",
        (
            "Cetak JSON Schema berkas aturan atau laporan. Untuk penyunting; memuat id aturan yang ada.",
            "Print the JSON Schema of rule or report files. For editors; it holds the ids of the rules.",
        ),
        _argument("shape", "[rule|report]", type=click.Choice(("rule", "report")), default="rule"),
        _output(),
    ),
)


def _version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's
    if value and not ctx.resilient_parsing:
        click.echo(f"sakip {__version__}")
        ctx.exit()


@click.pass_context
def _without_command(ctx: click.Context, /, **_options: object) -> int:
    """Shows the help where no command is named: that is wrong usage."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
    return 2


main = App(
    "sakip",
    (
        "Aturan pengukuran kinerja (SAKIP/LKjIP): hitung laporan, jelaskan angkanya, periksa yang tercetak.",
        "Rules of Indonesian performance reports (SAKIP/LKjIP): compute a report, explain it, audit it.",
    ),
    params=[
        _common()[1],
        Option(
            ["--version"],
            ("Tampilkan versi.", "Show the version."),
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_version,
        ),
    ],
    commands={str(command.name): command for command in COMMANDS},
    callback=_without_command,
    invoke_without_command=True,
    no_args_is_help=False,
)
