"""Wrong usage in words: the messages of click, in the language of the call."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable
from typing import Final

import click

from sakip_rules.cli.streams import write_error
from sakip_rules.languages import Language, Pair, say

_ERROR: Final[Pair] = ("galat", "error")
_SEE: Final[Pair] = ("Lihat '{path} --help'.", "See '{path} --help'.")
_MISSING: Final[Pair] = ("{what} belum ditulis.", "{what} is missing.")
_NO_OPTION: Final[Pair] = ("Tidak ada pilihan {what}.", "There is no option {what}.")
_MEANT: Final[Pair] = ("Maksud Anda {what}?", "Did you mean {what}?")
_KNOWN: Final[Pair] = ("Yang ada: {known}.", "There are: {known}.")
_CHOICES: Final[Pair] = ("{what} harus salah satu dari {choices}.", "{what} must be one of {choices}.")
_NEEDS_VALUE: Final[Pair] = ("Pilihan {what} memerlukan satu nilai.", "Option {what} needs one value.")
_NO_VALUE: Final[Pair] = ("Pilihan {what} ditulis tanpa nilai.", "Option {what} is written without a value.")


COMMANDS: Final[dict[str, str]] = {
    "bandingkan": "audit",
    "buat": "new",
    "baru": "new",
    "cari": "rules",
    "aturan": "rules",
    "daftar": "rules",
    "ekspor": "export",
    "hitung": "evaluate",
    "impor": "import",
    "jelaskan": "explain",
    "layani": "serve",
    "periksa": "check",
    "skema": "schema",
    "situs": "docs",
    "uji": "test",
    "tes": "test",
}
"""What commands are called in Indonesian, as their help says it."""
OPTIONS: Final[dict[str, str]] = {
    "--aturan": "--rules",
    "--bahasa": "--lang",
    "--bantuan": "--help",
    "--bentuk": "--format",
    "--desimal": "--decimal",
    "--folder": "--rules",
    "--jenis": "--kind",
    "--keluaran": "--output",
    "--kerangka": "--framework",
    "--kolom": "--columns",
    "--lembar": "--sheet",
    "--pemilik": "--owner",
    "--periode": "--period",
    "--sektor": "--sector",
    "--semua": "--all",
    "--tahun": "--on",
}
"""What options are called in Indonesian."""
_WRITTEN: Final = re.compile(r"'([^']*)' is not one of ")
"""How click quotes the word that is none of the choices; nothing else of the error holds it."""


def show_usage(error: click.ClickException, lang: Language) -> None:
    """Says what is wrong with the arguments, and where their help is."""
    write_error(f"{say(_ERROR, lang)}: {usage_words(error, lang)}\n")
    ctx = getattr(error, "ctx", None)
    if ctx is not None:
        write_error(say(_SEE, lang).format(path=ctx.command_path) + "\n")


def usage_words(error: click.ClickException, lang: Language) -> str:
    """Gives what is wrong with the arguments, safe to show."""
    return printable(_usage(error, lang))


def _usage(error: click.ClickException, lang: Language) -> str:
    """Gives the words of a usage error; those of this package are in the language of the call already."""
    param = getattr(error, "param", None)
    what = _name(param, getattr(error, "ctx", None)) if param is not None else ""
    if isinstance(error, click.MissingParameter):
        return say(_MISSING, lang).format(what=what)
    if isinstance(error, click.NoSuchOption):
        meant = _option_meant(error)
        also = "" if meant is None else f" {say(_MEANT, lang).format(what=meant)}"
        return say(_NO_OPTION, lang).format(what=error.option_name) + also
    if isinstance(error, click.BadParameter) and param is not None and isinstance(param.type, click.Choice):
        return _choices(error, what, [str(choice) for choice in param.type.choices], lang)
    if isinstance(error, click.BadOptionUsage):
        words = _NO_VALUE if _is_flag(error) else _NEEDS_VALUE
        return say(words, lang).format(what=error.option_name)
    return error.format_message()


def _option_meant(error: click.NoSuchOption) -> str | None:
    """Gives the option that is meant: by its Indonesian name, by one `-` too few, or by likeness."""
    params = error.ctx.command.get_params(error.ctx) if error.ctx is not None else []
    known = {name for param in params for name in param.opts}
    name = error.option_name
    called = OPTIONS.get(name)
    if called is not None:
        return called if called in known else None
    if not name.startswith("--"):  # of `-rules` only `-r` is looked at
        begun = [option for option in known if option.startswith(f"-{name}")]
        return begun[0] if len(begun) == 1 else None
    return error.possibilities[0] if error.possibilities else None


def _choices(error: click.BadParameter, what: str, choices: list[str], lang: Language) -> str:
    """Gives all words that an argument or option takes, and the one that is meant."""
    written = _WRITTEN.match(error.message)
    synonyms = importlib.import_module("sakip_rules.diagnostics.synonyms")  # only when a command failed
    word = None if written is None else synonyms.meant(written[1], choices)
    also = "" if word is None else f" {say(_MEANT, lang).format(what=word)}"
    return say(_CHOICES, lang).format(what=what, choices=", ".join(map(_shown, choices))) + also


def meant_or_known(name: str, known: Iterable[str], lang: Language) -> str:
    """Gives the name that is meant by one that there is not, or nearest to it, else all that there are."""
    from difflib import get_close_matches  # noqa: PLC0415 - whoever types it right does not wait for it

    names = list(known)
    called = COMMANDS.get(name.lower())
    near = [called] if called in names else get_close_matches(name, names, 1)
    if near:
        return say(_MEANT, lang).format(what=near[0])
    return say(_KNOWN, lang).format(known=", ".join(names))


def _name(param: click.Parameter, ctx: click.Context | None) -> str:
    if isinstance(param, click.Option) or ctx is None:
        return param.opts[-1]
    return param.make_metavar(ctx).strip("[]")


def _shown(choice: object) -> str:
    """Gives a word as it is, and a sign in quotes: `,` in a list of signs could not be read."""
    text = str(choice)
    return text if text[:1].isalnum() else f"'{text}'"


def _is_flag(error: click.BadOptionUsage) -> bool:
    """Says whether the option that was used wrongly takes no value."""
    params = error.ctx.command.get_params(error.ctx) if error.ctx is not None else []
    named = [param for param in params if error.option_name in param.opts]
    return any(isinstance(param, click.Option) and param.is_flag for param in named)


def printable(text: str) -> str:
    """Gives words of the command line without what would steer a terminal."""
    return "".join(character if character.isprintable() else "?" for character in text)
