"""Commands whose help, usage errors and headings speak Indonesian or English.

The language must be known before click reads anything, for `--help` and usage errors: it is looked for in
the arguments first, then in SAKIP_LANG.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

import click

from sakip_rules.cli.streams import write
from sakip_rules.languages import LANGUAGES, VARIABLE, Language, Pair, preferred, say

_HEADINGS: Final[dict[str, Pair]] = {
    "usage": ("Cara pakai: ", "Usage: "),
    "options": ("Pilihan", "Options"),
    "commands": ("Perintah", "Commands"),
    "default": ("bawaan", "default"),
    "arguments": ("[PILIHAN]", "[OPTIONS]"),
    "command": ("PERINTAH …", "COMMAND …"),
}

_NEGATIVE: Final = re.compile(r"-[0-9][0-9.,]*%?")
_KEPT: Final = "\0"
"""Stands before a negative number while click reads the words: no word of a command line can hold it."""

_TOO_MANY: Final = ("Terlalu banyak argumen: {words}.", "Too many arguments: {words}.")


def language(args: Sequence[str]) -> Language:
    """Gives the language that arguments ask for, else SAKIP_LANG, else Indonesian."""
    asked = [value for word, value in pairwise(args) if word == "--lang"]
    asked += [word.partition("=")[2] for word in args if word.startswith("--lang=")]
    return next((lang for word in asked for lang in LANGUAGES if word == lang), preferred())


def current(ctx: click.Context) -> Language:
    """Gives the language of a call."""
    lang: Language = ctx.find_root().meta.get(VARIABLE, "id")
    return lang


class Option(click.Option):
    """An option with a help text in two languages."""

    def __init__(
        self,
        declarations: Sequence[str],
        about: Pair,
        metavars: Pair | None = None,
        **settings: Any,  # noqa: ANN401 - click's
    ) -> None:
        super().__init__(declarations, **settings)
        self.about = about
        self.metavars = metavars

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The line of the option in the help, in the language of the call."""
        record = super().get_help_record(ctx)
        if record is None:
            return None
        lang, default = current(ctx), ""
        if isinstance(self.default, str):
            default = f" [{say(_HEADINGS['default'], lang)}: {self.default}]"
        return record[0], say(self.about, lang) + default

    def make_metavar(self, ctx: click.Context) -> str:
        """What stands for the value, in the language of the call."""
        return say(self.metavars, current(ctx)) if self.metavars is not None else super().make_metavar(ctx)


class Argument(click.Argument):
    """An argument that is named in two languages."""

    def __init__(self, name: str, metavars: Pair, **settings: Any) -> None:  # noqa: ANN401 - click's
        super().__init__([name], **settings)
        self.metavars = metavars

    def make_metavar(self, ctx: click.Context) -> str:
        """What stands for the argument, in the language of the call."""
        return say(self.metavars, current(ctx))


class HelpOption(Option):
    """`--help`."""

    def __init__(self) -> None:
        about = ("Tampilkan bantuan ini.", "Show this help.")
        super().__init__(
            ["--help"], about, is_flag=True, is_eager=True, expose_value=False, callback=_show_help
        )


def _show_help(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's
    if value and not ctx.resilient_parsing:
        write(f"{ctx.get_help()}\n")
        ctx.exit()


class Command(click.Command):
    """A command with help in two languages."""

    def __init__(self, name: str, about: Pair, **settings: Any) -> None:  # noqa: ANN401 - click's
        super().__init__(name, add_help_option=False, **settings)
        self.about = about

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """The parameters, `--help` last."""
        return [*super().get_params(ctx), HelpOption()]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Reads the arguments, negative numbers as values; one too many is said in the call's language."""
        ctx.allow_extra_args = True
        try:
            left = super().parse_args(ctx, self._with_numbers_kept(ctx, args))
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # click's parser does not say which command it was reading
            raise
        ctx.params = {name: _plain(value) for name, value in ctx.params.items()}
        left = [word.removeprefix(_KEPT) for word in left]
        if left and not isinstance(self, click.Group) and not ctx.resilient_parsing:
            raise click.UsageError(say(_TOO_MANY, current(ctx)).format(words=" ".join(left)), ctx)
        return left

    def _with_numbers_kept(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Marks what would be read as an option though it is a number: `-5` is one, `-o` is none."""
        if isinstance(self, click.Group):
            return args
        options = (param for param in self.get_params(ctx) if isinstance(param, click.Option))
        takes_next = {name for option in options if not option.is_flag for name in option.opts}
        return [
            _KEPT + word if _NEGATIVE.fullmatch(word) and before not in takes_next else word
            for before, word in pairwise(["", *args])
        ]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the line that shows how the command is called."""
        pieces = [param.make_metavar(ctx) for param in self.params if isinstance(param, click.Argument)]
        words = [say(_HEADINGS["arguments"], current(ctx)), *pieces]
        if isinstance(self, click.Group):
            words.append(say(_HEADINGS["command"], current(ctx)))
        formatter.write_usage(ctx.command_path, " ".join(words), prefix=say(_HEADINGS["usage"], current(ctx)))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(self.about, current(ctx)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the options."""
        records = [param.get_help_record(ctx) for param in self.get_params(ctx) if isinstance(param, Option)]
        with formatter.section(say(_HEADINGS["options"], current(ctx))):
            formatter.write_dl([record for record in records if record is not None])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes nothing: the help text says it all."""


def _plain(value: Any) -> Any:  # noqa: ANN401 - the value of any option
    """Gives a value without the mark of negative numbers."""
    if isinstance(value, list | tuple):
        return type(value)(map(_plain, value))
    return value.removeprefix(_KEPT) if isinstance(value, str) else value


class Group(Command, click.Group):
    """A command that has commands, listed with the first sentence of what each does."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the commands, then the options."""
        rows = [
            (name, say(command.about, current(ctx)).split(". ")[0].rstrip("."))
            for name, command in self.commands.items()
            if isinstance(command, Command)
        ]
        with formatter.section(say(_HEADINGS["commands"], current(ctx))):
            formatter.write_dl(rows)
        super().format_options(ctx, formatter)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands in the order of a day's work."""
        return list(self.commands)
