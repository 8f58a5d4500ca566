from collections.abc import Callable

import click
import pytest
from click.testing import Result

from sakip_rules.cli.declared.usage import printable, show_usage

Sakip = Callable[..., Result]
REPORT = "tests/small/report.yaml"
KINDS = "indicator, achievement, efficiency, index, scale, table, framework, report"

WRONG = [
    (
        ["evalute"],
        "Tidak ada perintah 'evalute'. Maksud Anda evaluate?\nLihat 'sakip --help'.\n",
        "There is no command 'evalute'. Did you mean evaluate?\nSee 'sakip --help'.\n",
    ),
    (
        ["hitung"],
        "Tidak ada perintah 'hitung'. Maksud Anda evaluate?\nLihat 'sakip --help'.\n",
        "There is no command 'hitung'. Did you mean evaluate?\n",
    ),
    (
        ["qqq"],
        "Tidak ada perintah 'qqq'. Yang ada: evaluate, explain, ",
        "There is no command 'qqq'. There are: evaluate, explain, ",
    ),
    (
        ["new", "indikator", "a/b"],
        f"JENIS harus salah satu dari {KINDS}. Maksud Anda indicator?\n",
        f"KIND must be one of {KINDS}. Did you mean indicator?\n",
    ),
    (
        ["rules", "--confidence", "dikutip"],
        "--confidence harus salah satu dari quoted, applied, recalled, claimed. Maksud Anda quoted?\n",
        "--confidence must be one of quoted, applied, recalled, claimed. Did you mean quoted?\n",
    ),
    (
        ["evaluate"],
        "LAPORAN|ATURAN belum ditulis.\nLihat 'sakip evaluate --help'.\n",
        "REPORT|RULE is missing.\n",
    ),
    (
        ["evaluate", REPORT, "--formt", "x"],
        "Tidak ada pilihan --formt. Maksud Anda --format?\nLihat ",
        "There is no option --formt. Did you mean --format?\nSee ",
    ),
    (
        ["import", "t.csv", "--framework", "a/b", "-o", "l.yaml", "--decimal", ";"],
        "--decimal harus salah satu dari ',', '.'.\nLihat ",
        "--decimal must be one of ',', '.'.\nSee ",
    ),
    (
        ["evaluate", REPORT, "--aturan", "rules"],
        "Tidak ada pilihan --aturan. Maksud Anda --rules?\nLihat ",
        "There is no option --aturan. Did you mean --rules?\nSee ",
    ),
    (
        ["check", "--tahun", "2024"],
        "Tidak ada pilihan --tahun.\nLihat ",
        "There is no option --tahun.\nSee ",
    ),
    (
        ["evaluate", REPORT, "-rules", "rules"],
        "Tidak ada pilihan -r. Maksud Anda --rules?\nLihat ",
        "There is no option -r. Did you mean --rules?\nSee ",
    ),
    (["evaluate", REPORT, "-lang", "en"], "Tidak ada pilihan -l.\nLihat ", "There is no option -l.\nSee "),
    (["rules", "-z"], "Tidak ada pilihan -z.\nLihat ", "There is no option -z.\nSee "),
    (
        ["evaluate", REPORT, "--format", "pdf"],
        "--format harus salah satu dari table, json, csv, tidy, markdown, html, docx, xlsx.\nLihat ",
        "--format must be one of table, json, csv, tidy, markdown, html, docx, xlsx.\nSee ",
    ),
    (
        ["evaluate", REPORT, "-o"],
        "Pilihan -o memerlukan satu nilai.\nLihat 'sakip evaluate --help'.\n",
        "Option -o needs one value.\nSee 'sakip evaluate --help'.\n",
    ),
    (
        ["test", "--mutate=3"],
        "Pilihan --mutate ditulis tanpa nilai.\nLihat 'sakip test --help'.\n",
        "Option --mutate is written without a value.\nSee 'sakip test --help'.\n",
    ),
    (
        ["check", "--help=ya"],
        "Pilihan --help ditulis tanpa nilai.\nLihat ",
        "Option --help is written without a value.\nSee ",
    ),
    (
        ["--version=1"],
        "Pilihan --version ditulis tanpa nilai.\nLihat 'sakip --help'.\n",
        "Option --version is written without a value.\nSee 'sakip --help'.\n",
    ),
    (
        ["check", "rules", "satu", "dua"],
        "Terlalu banyak argumen: satu dua.\nLihat 'sakip check --help'.\n",
        "Too many arguments: satu dua.\nSee 'sakip check --help'.\n",
    ),
    (
        ["schema", "table"],
        "BENTUK harus salah satu dari rule, report, evaluate, explain, audit,",
        "SHAPE must be one of rule, report, evaluate, explain, audit,",
    ),
    (
        ["check", "--lang", "fr"],
        "--lang harus salah satu dari id, en.\n",
        "--lang must be one of id, en.\n",
    ),
]


@pytest.mark.parametrize(
    ("arguments", "indonesian", "english"), WRONG, ids=[" ".join(a) for a, _, _ in WRONG]
)
def test_wrong_usage_is_2_and_says_what_to_do(
    sakip: Sakip, arguments: list[str], indonesian: str, english: str
) -> None:
    """In the language of the call, on standard error, and nothing on standard output."""
    for word, lang, said in (("galat", "id", indonesian), ("error", "en", english)):
        result = sakip(*arguments, SAKIP_LANG=lang)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(f"{word}: {said}")


def test_words_of_the_command_line_are_shown_safely(capsys: pytest.CaptureFixture[str]) -> None:
    """An escape sequence in a wrong command is not repeated."""
    assert printable("\x1b[31mx") == "?[31mx"
    show_usage(click.UsageError("\x1b[31mx"), "en")
    assert capsys.readouterr().err == "error: ?[31mx\n"
