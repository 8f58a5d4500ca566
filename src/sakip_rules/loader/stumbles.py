"""What people stumble over in YAML, found by looking at the line on which a parser gave up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from sakip_rules.diagnostics import quoted

_TIGHT: Final = re.compile(r"\s*(?:- +)*(?P<key>[\w.-]+):(?P<value>\S.*)")
_APART: Final = re.compile(r"\s*(?:- +)*(?P<key>[\w.-]+) *(?:[:=;] *| )(?P<value>\S.*)")
_KEY: Final = re.compile(r"(?P<key>[\w.-]+) *: *$")
_AFTER_QUOTE: Final = re.compile(r"[:,{\[] *(?P<quote>[\"'])(?:(?!(?P=quote)).)*(?P=quote) *$")

_SEMICOLON: Final = re.compile(r"[\w.-]+ *: [^,;{}\[\]:\"']*(?P<sign>;) *[\w.-]+ *$")


class Stop(NamedTuple):
    """A place that a parser names, counted from 0, with the text of its line."""

    line: int
    column: int
    source: str

    @property
    def before(self) -> str:
        """What stands left of it."""
        return self.source[: self.column]

    @property
    def after(self) -> str:
        """What stands there, and right of it."""
        return self.source[self.column :]


class Stumble(NamedTuple):
    """The key of what is said, where, over how many characters, and the words that fill it."""

    key: str
    at: Stop
    width: int = 1
    texts: tuple[tuple[str, str], ...] = ()


def stumble(words: str, problem: Stop | None, opening: Stop | None) -> Stumble | None:
    """Gives what was stumbled over, if it is known; `words` are the parser's, `opening` is where it began."""
    in_line = (
        problem if problem is not None and opening is not None and problem.line == opening.line else None
    )
    for pattern, at, look in (
        ("sequence entries are not allowed", problem, _dash),
        ("simple key", opening, _no_space),
        ("block scalar", opening, _greater),
        ("(block|flow) (mapping|sequence)", problem, _quote_inside),
        ("flow (mapping|sequence)", in_line, _sign_inside),
    ):
        known = look(at) if at is not None and re.search(pattern, words) else None
        if known is not None:
            return known
    return None


def _dash(at: Stop) -> Stumble | None:
    """A lone `-` instead of a number."""
    key = _KEY.search(at.before)
    if key is None or at.after.split("#")[0].strip() != "-":
        return None
    return Stumble("which-absent", at, 1, (("name", quoted(key["key"])), ("text", quoted("-"))))


def _no_space(at: Stop) -> Stumble | None:
    """`target:10`, which is one text to YAML."""
    tight = _TIGHT.fullmatch(at.source)
    if tight is None:
        return _no_colon(at)
    mend = quoted(f"{tight['key']}: {tight['value']}")
    return Stumble("yaml-syntax.space", at._replace(column=tight.end("key")), 1, (("mend", mend),))


def _no_colon(at: Stop) -> Stumble | None:
    """`target 10`, `target :10` or `target = 10`; or a text that goes on too far left."""
    apart = _APART.fullmatch(at.source)
    if apart is None:
        return None
    mend = quoted(f"{apart['key']}: {apart['value'].rstrip()}")
    start = apart.start("key")
    return Stumble(
        "yaml-syntax.no-colon", at._replace(column=start), len(at.source) - start, (("mend", mend),)
    )


def _greater(at: Stop) -> Stumble | None:
    """`>80`, which to YAML is the sign of a text of many lines."""
    value = at.after.strip()
    if not value.startswith(">"):
        return None
    return Stumble("yaml-syntax.greater", at, len(value), (("mend", quoted(f'"{value}"')),))


def _quote_inside(at: Stop) -> Stumble | None:
    """A quote inside quotes ends the text; what follows has no place."""
    quote = _AFTER_QUOTE.search(at.before)
    if quote is None or at.after[:1] in ("", ",", "}", "]", ":", "#"):
        return None
    other = "'" if quote["quote"] == '"' else '"'
    return Stumble(
        "yaml-syntax.quote-inside", at, 1, (("other", quoted(other)), ("quote", quoted(quote["quote"])))
    )


def _sign_inside(at: Stop) -> Stumble | None:
    """A text with `: ` or `?` inside brackets."""
    if at.after.startswith("?"):
        return Stumble("yaml-syntax.question-mark", at)
    if not at.after.startswith(": "):
        return None
    semicolon = _SEMICOLON.search(at.before)
    if semicolon is None:
        return Stumble("yaml-syntax.colon-value", at)
    return Stumble("yaml-syntax.semicolon", at._replace(column=semicolon.start("sign")))


CUT: Final = re.compile(r"(?<=\S) +#(?=\S)")
"""Where a comment that looks like a part of the text begins."""


def cuts(lines: Sequence[str]) -> frozenset[tuple[int, int]]:
    """Gives where ` #` stands with a character behind it: line and column, counted from 0."""
    return frozenset(
        (number, match.start())
        for number, line in enumerate(lines)
        if " #" in line
        for match in CUT.finditer(line)
    )
