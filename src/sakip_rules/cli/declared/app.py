"""The group of all commands: every way out of a call ends in an exit code and readable words."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

import click

from sakip_rules.cli.declared.bilingual import Group, current, language
from sakip_rules.cli.declared.usage import meant_or_known, show_usage, usage_words
from sakip_rules.cli.signals import EndedError
from sakip_rules.cli.streams import ReaderLeftError, let_go_of_output, write_error
from sakip_rules.languages import LANGUAGES, VARIABLE, Language, say

INTERRUPTED: Final = 130
NOBODY_READS: Final = 141
USAGE: Final = 2
READ: Final = ("data", "template")
"""Options that name a file which is read."""


UNKNOWN_LANGUAGE: Final = (
    "{name}={asked} tidak dikenal; yang ada: {known}.",
    "{name}={asked} is not known; there are: {known}.",
)
OVERWRITTEN: Final = (
    "{file} adalah masukan perintah ini; tulis keluarannya ke berkas lain.",
    "{file} is what this command reads; write the output to another file.",
)
NO_COMMAND: Final = ("Tidak ada perintah '{name}'.", "There is no command '{name}'.")


class NamedRules(NamedTuple):
    """Which rules a command is to take: the folders of `--rules`, and whether the bundled ones, too."""

    folders: tuple[str, ...] = ()
    bundled: bool = True


class App(Group):
    """The command `sakip`. A command gives its exit code; whatever it raises becomes words and a code."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002 - click's signature
        **extra: Any,  # noqa: ANN401 - click's signature
    ) -> Any:  # noqa: ANN401 - click's signature
        """Runs a command and leaves the process with its exit code."""
        words = list(sys.argv[1:] if args is None else args)
        tell_unknown_language(language(words))

        def call() -> Any:  # noqa: ANN401 - click's
            return click.Group.main(
                self, words, prog_name or "sakip", complete_var, standalone_mode=False, **extra
            )

        if not standalone_mode:
            return call()
        sys.exit(ended(call, language(words), as_json=asks_for_json(words)))

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401 - click's signature
    ) -> click.Context:
        """Notes the language before anything is read."""
        lang = language(args)
        settings = {"terminal_width": terminal_width(), **extra}
        ctx = self.context_class(self, info_name=info_name, parent=parent, **settings)
        ctx.meta[VARIABLE] = lang
        with ctx.scope(cleanup=False):
            self.parse_args(ctx, args)
        return ctx

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Gives the command that is meant; says which there are, if it is none."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            lang = current(ctx)
            told = say(NO_COMMAND, lang).format(name=args[0])
            raise click.UsageError(f"{told} {meant_or_known(args[0], self.commands, lang)}", ctx)
        return super().resolve_command(ctx, args)


def tell_unknown_language(lang: Language) -> None:
    """Says on standard error that SAKIP_LANG asks for a language that there is not."""
    asked = os.environ.get(VARIABLE, "")
    if asked and asked.lower()[:2] not in LANGUAGES:
        told = say(UNKNOWN_LANGUAGE, lang).format(name=VARIABLE, asked=asked, known=", ".join(LANGUAGES))
        write_error(told + "\n")


def terminal_width() -> int:
    """Gives the columns that help may use."""
    columns = os.environ.get("COLUMNS", "")
    return min(max(int(columns), 40), 100) if columns.isdecimal() and columns.isascii() else 80


def asks_for_json(words: Sequence[str]) -> bool:
    """Says whether the words of a command ask for JSON, also where the rest of them is wrong."""
    return "--format=json" in words or ("--format", "json") in pairwise(words)


def ended(call: Callable[[], Any], lang: Language, *, as_json: bool = False) -> int:
    """Runs a call to its end and gives its exit code; with `as_json` programs are told of failures, too."""
    try:
        code = call()
    except ReaderLeftError:
        let_go_of_output()
        return NOBODY_READS
    except (KeyboardInterrupt, EOFError, click.Abort):
        return INTERRUPTED
    except click.ClickException as error:
        show_usage(error, lang)
        return _told(error, lang) if as_json else USAGE
    except EndedError:
        raise
    except SystemExit as leaving:
        code = leaving.code
    except Exception as error:  # noqa: BLE001 - a person sees words, never a traceback
        return failed(error, lang, as_json=as_json)
    return code if isinstance(code, int) else 0


def failed(error: Exception, lang: Language, *, as_json: bool) -> int:
    """Says what went wrong; the words are only loaded when they are needed."""
    failures = importlib.import_module("sakip_rules.cli.work.failures")
    code: int = failures.show(error, lang, as_json=as_json)
    return code


def _told(error: click.ClickException, lang: Language) -> int:
    """Tells programs what is wrong with the words of a command, which people have been told."""
    failures = importlib.import_module("sakip_rules.cli.work.failures")
    failures.tell_programs(failures.WrongUsageError((usage_words(error, lang),) * 2), lang)
    return USAGE


def must_spare_what_is_read(ctx: click.Context) -> None:
    """Raises `UsageError` where `-o` names a file that the command reads: it would be lost."""
    output = ctx.params.get("output")
    if output is None:
        return
    for param in ctx.command.params:
        if isinstance(param, click.Argument) or param.name in READ:
            given = ctx.params.get(param.name or "")
            if any(_is_same_file(output, each) for each in (given if isinstance(given, tuple) else (given,))):
                raise click.UsageError(say(OVERWRITTEN, current(ctx)).format(file=output), ctx)


def _is_same_file(output: str, given: object) -> bool:
    """Says whether two paths lead to one ordinary file, also through links."""
    try:
        return isinstance(given, str) and Path(output).is_file() and Path(output).samefile(given)
    except (OSError, ValueError):  # words that name no file
        return False


def work(name: str) -> Callable[..., int]:
    """Gives the callback of a command; its module, and with it the engine, is imported when it runs."""

    @click.pass_context
    def run(ctx: click.Context, /, **options: Any) -> int:  # noqa: ANN401 - as the command declares them
        must_spare_what_is_read(ctx)
        module = importlib.import_module(f"sakip_rules.cli.work.{name}")
        rules = NamedRules(options.pop("folders"), options.pop("bundled"))
        code: int = module.run(**options | {"rules": rules, "lang": options.get("lang") or current(ctx)})
        return code

    return run
