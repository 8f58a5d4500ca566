"""The commands and their options, as data. What each does is in the module of its name."""

from __future__ import annotations

from typing import Final

import click

from sakip_rules.cli.declared.app import App, work
from sakip_rules.cli.declared.batching import BATCH, batch_parameters
from sakip_rules.cli.declared.bilingual import Argument, Command, Option
from sakip_rules.cli.declared.importing import import_parameters
from sakip_rules.cli.declared.making import new_parameters
from sakip_rules.cli.declared.outlet import outlet
from sakip_rules.cli.declared.serving import serving
from sakip_rules.cli.streams import write, write_error
from sakip_rules.formats import OUTPUTS
from sakip_rules.languages import LANGUAGES, Pair
from sakip_rules.version import __version__
from sakip_rules.vocabulary import CONFIDENCES, KINDS


def _common() -> list[click.Parameter]:
    return [
        Option(
            ["--rules", "folders"],
            (
                "Folder aturan sendiri di samping aturan bawaan; boleh diulang.",
                "Folder of your own rules beside the bundled ones; may repeat.",
            ),
            ("FOLDER", "FOLDER"),
            multiple=True,
        ),
        Option(
            ["--no-bundled", "bundled"],
            ("Tanpa aturan bawaan.", "Without the bundled rules."),
            is_flag=True,
            flag_value=False,
            default=True,
        ),
        Option(
            ["--lang"],
            ("Bahasa; juga lewat SAKIP_LANG.", "Language; also by SAKIP_LANG."),
            type=click.Choice(LANGUAGES),
        ),
    ]


_MODULES: Final = {"import": "importing"}
"""Commands whose name is a word of Python, and so no name of a module."""


def _command(name: str, about: Pair, *params: click.Parameter) -> Command:
    return Command(name, about, params=[*params, *_common()], callback=work(_MODULES.get(name, name)))


def _folder() -> Argument:
    return Argument("folder", ("[FOLDER]", "[FOLDER]"), required=False)


def _on() -> Option:
    about = (
        "Tahun kinerja (atau tanggal) yang menentukan versi aturan; atau tulis ATURAN@x.y.z.",
        "Performance year (or day) that decides the rule's version; or write RULE@x.y.z.",
    )
    return Option(["--on"], about, _YEAR)


_REPORT: Final = ("LAPORAN", "REPORT")
_YEAR: Final = ("TAHUN", "YEAR")

SHAPES: Final = ("rule", "report", *OUTPUTS)

EVALUATE: Final = (
    (
        "Hitung laporan, atau satu aturan. LAPORAN … untuk laporan (- untuk masukan standar); "
        "ATURAN nama=nilai … untuk rumus, SKALA 90,5 untuk skala, TABEL KODE … untuk tabel. "
        "Kode keluar 1 bila ada yang tidak dapat dihitung."
    ),
    (
        "Compute reports, or one rule. REPORT … for reports (- for standard input); RULE name=value … for a "
        "formula, SCALE 90,5 for a scale, TABLE CODE … for a table. "
        "Exit code 1 if something cannot be computed."
    ),
)

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
        EVALUATE,
        Argument("subject", ("LAPORAN|ATURAN", "REPORT|RULE")),
        Argument("words", ("[LAPORAN … | nama=nilai …]", "[REPORT … | name=value …]"), nargs=-1),
        _on(),
        Option(
            ["--data"],
            (
                "Data aturan dari berkas (- untuk masukan standar): satu objek JSON, atau satu per baris.",
                "Data of a rule from a file (- for standard input): one JSON object, or one a line.",
            ),
            ("BERKAS", "FILE"),
        ),
        Option(
            ["--template"],
            (
                "Dokumen Word sendiri, yang kontrol isinya diisi dengan angka laporan (docx).",
                "A Word document of one's own, whose content controls get the report's figures (docx).",
            ),
            ("BERKAS", "FILE"),
        ),
        *outlet("report"),
        Option(
            ["--live"],
            (
                "Lembar kerja dengan rumus yang menghitung ulang (xlsx).",
                "A workbook with formulas that recompute (xlsx).",
            ),
            is_flag=True,
        ),
    ),
    _command(
        "explain",
        EXPLAIN,
        Argument("subject", ("LAPORAN|ATURAN", "REPORT|RULE")),
        Argument("words", ("[JALUR | nama=nilai …]", "[PATH | name=value …]"), nargs=-1),
        _on(),
        Option(
            ["--speed"],
            (
                "Katakan apakah ATURAN dikompilasi dan tabelnya dihitung per kolom; bila tidak, mengapa.",
                "Say whether RULE is compiled, and its tables computed by columns; if not, why.",
            ),
            is_flag=True,
        ),
        *outlet("explanation"),
    ),
    _command(
        "check",
        (
            "Periksa aturan tanpa data. Kode keluar 1 bila ada yang salah.",
            "Check rules without data. Exit code 1 if there are errors.",
        ),
        _folder(),
        *outlet("checks"),
    ),
    _command(
        "test",
        (
            "Jalankan semua contoh di dalam aturan. Kode keluar 1 bila ada yang berbeda.",
            "Run every example of every rule. Exit code 1 if one differs.",
        ),
        _folder(),
        *outlet("examples"),
        Option(
            ["--mutate"],
            (
                "Ubah setiap aturan sedikit demi sedikit; tunjukkan perubahan yang tidak disadari contohnya.",
                "Change every rule in small ways; show the changes that its examples do not notice.",
            ),
            is_flag=True,
        ),
    ),
    _command(
        "audit",
        (
            "Bandingkan angka tercetak dengan hasil hitung ulang. Kode keluar 1 bila ada yang tidak sama.",
            "Set printed figures beside recomputed ones. Exit code 1 if one is not the same.",
        ),
        Argument("report", _REPORT),
        *outlet("audit"),
        Option(
            ["--all", "every"],
            ("Tampilkan juga angka yang sama (table).", "Show figures that are the same, too (table)."),
            is_flag=True,
        ),
    ),
    _command(
        "rules",
        (
            "Daftar dan cari aturan. Setiap KATA harus ada di id, judul, atau keterangannya.",
            "List and search rules. Every WORD must be in the id, title or description.",
        ),
        Argument("words", ("[KATA …]", "[WORD …]"), nargs=-1),
        Option(["--owner"], ("Pemilik aturan.", "Owner of the rules."), ("PEMILIK", "OWNER")),
        Option(
            ["--kind"],
            (f"Jenis aturan: {', '.join(KINDS)}.", f"Kind of rule: {', '.join(KINDS)}."),
            ("JENIS", "KIND"),
            type=click.Choice(KINDS),
        ),
        Option(
            ["--on"],
            (
                "Yang berlaku pada tahun kinerja (atau tanggal) ini.",
                "In force in this year (or on this day).",
            ),
            _YEAR,
        ),
        Option(
            ["--sector"],
            (
                "Sektor indikator, misalnya kesehatan atau pendidikan.",
                "Sector of an indicator, such as health or education.",
            ),
            ("SEKTOR", "SECTOR"),
        ),
        Option(
            ["--regulation"],
            ("Bagian dari nama dokumen dasar hukum.", "Part of the name of the legal basis."),
            ("TEKS", "TEXT"),
        ),
        Option(
            ["--confidence"],
            (
                f"Seberapa pasti dasar hukumnya: {', '.join(CONFIDENCES)}.",
                f"How surely the legal basis says so: {', '.join(CONFIDENCES)}.",
            ),
            ("TINGKAT", "LEVEL"),
            type=click.Choice(CONFIDENCES),
        ),
        *outlet("rules"),
    ),
    _command(
        "schema",
        (
            (
                "Cetak JSON Schema. rule dan report untuk penyunting berkas, memuat id aturan yang ada; "
                "yang lain untuk pembaca keluaran JSON: perintah, hasil satu aturan, galat, dan rencana."
            ),
            (
                "Print a JSON Schema. rule and report are for editors of files, with the ids of the rules; "
                "the others are for readers of JSON output: commands, what one rule gives, errors, and plans."
            ),
        ),
        Argument("shape", ("[BENTUK]", "[SHAPE]"), type=click.Choice(SHAPES), default=SHAPES[0]),
        *outlet("schema"),
    ),
    _command(
        "new",
        (
            "Buat berkas baru yang langsung lulus pemeriksaan: aturan, atau laporan kosong.",
            "Make a new file that passes the checks at once: a rule, or an empty report.",
        ),
        *new_parameters(),
    ),
    _command(
        "import",
        (
            "Jadikan tabel sebuah instansi (CSV, Excel, ODS) laporan: datanya, dan angka yang tercetak.",
            "Make an agency's own table (CSV, Excel, ODS) a report: its data, and the figures it prints.",
        ),
        *import_parameters(),
    ),
    _command(
        "batch",
        BATCH,
        Argument("name", ("ATURAN", "RULE")),
        Argument("data", ("DATA", "DATA")),
        _on(),
        *batch_parameters(),
        *outlet("batch"),
    ),
    _command(
        "export",
        (
            "Tulis rencana aturan yang sudah diperiksa, dengan semua rujukannya, untuk JavaScript dan PHP.",
            "Write the checked plans of rules, and of all that they refer to, for JavaScript and PHP.",
        ),
        Argument("names", ("ATURAN …", "RULE …"), nargs=-1, required=True),
        _on(),
        *outlet("plan"),
    ),
    _command(
        "serve",
        (
            "Jawab permintaan program lain: --stdio, satu permintaan JSON per baris; --http, dengan OpenAPI.",
            "Answer requests of other programs: --stdio, one JSON request a line; --http, with OpenAPI.",
        ),
        *serving(),
    ),
    _command(
        "docs",
        (
            "Tulis halaman situs tentang aturan: setiap rumus, peraturan, tafsir, dan contoh terbit.",
            "Write the pages of a site on the rules: every formula, regulation, reading, published example.",
        ),
        Option(
            ["--out"],
            (
                "Folder dokumen situs (Markdown); halaman yang ditulis tangan tetap.",
                "Folder of the site's documents (Markdown); pages written by hand stay.",
            ),
            ("FOLDER", "FOLDER"),
            required=True,
        ),
    ),
)


def _version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's
    if value and not ctx.resilient_parsing:
        write(f"sakip {__version__}\n")
        ctx.exit()


@click.pass_context
def _without_command(ctx: click.Context, /, **_options: object) -> int:
    """Shows the help where no command is named: that is wrong usage."""
    if ctx.invoked_subcommand is None:
        write_error(f"{ctx.get_help()}\n")
    return 2


main = App(
    "sakip",
    (
        "Aturan pengukuran kinerja (SAKIP/LKjIP): hitung laporan, jelaskan angkanya, periksa yang tercetak.",
        "Rules of Indonesian performance reports (SAKIP/LKjIP): compute a report, explain it, audit it.",
    ),
    params=[
        _common()[-1],
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
