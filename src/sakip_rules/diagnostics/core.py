"""The diagnostic, and what is said in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Any
from unicodedata import category

from sakip_rules.dataclass import dataclass
from sakip_rules.diagnostics.places import Path, Place, pointer_of
from sakip_rules.diagnostics.synonyms import meant
from sakip_rules.languages import LANGUAGES, Language, Pair, say
from sakip_rules.vocabulary import SEVERITIES, Severity

SHOWN_CHARACTERS = 60
SHOWN_NAMES = 12
COMPARED_NAMES = 200
RANKED_NAMES = 5_000
COMPARED_LENGTHS = 12
KEPT_NAMES = 2_048


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake: the key of its text, where it is, and the words that fill the text.

    `key` is `code` or `code.variant`; the code is what programs see, the variant picks the words.
    `texts` fills the places of the text; a pair (Indonesian, English) is a text in two languages.
    """

    key: str
    place: Place | None
    severity: Severity
    texts: tuple[tuple[str, str | Pair], ...] = ()
    argument: Path = ()
    """Where in the arguments of a call it is; those have no place."""
    years: tuple[int, ...] = ()
    """The earlier years of a record that it is about, and that its message says."""

    @property
    def code(self) -> str:
        """The word code of language reference section 12."""
        return self.key.split(".", 1)[0]

    @property
    def line(self) -> int:
        """The line that it points at; 0 where it is about no line."""
        return 0 if self.place is None else self.place.line

    @property
    def path(self) -> Path:
        """The keys and row numbers that lead to the datum: `("kelas", 6, "penduduk")`; empty if unknown."""
        return self.argument if self.place is None else self.place.path

    def message(self, lang: Language = "id") -> str:
        """What is wrong, in one sentence, and in which earlier years.

        Raises `UsageError` for another language.
        """
        message = self._fill(_words(self.key)[0], lang)
        if not self.years:
            return message
        of_year = ("Tahun {years}: {message}", "Year {years}: {message}")
        return say(of_year, lang).format(years=", ".join(map(str, self.years)), message=message)

    def hint(self, lang: Language = "id") -> str:
        """What to do about it; empty where the message says it all."""
        return self._fill(_words(self.key)[1], lang)

    def _fill(self, words: Pair, lang: Language) -> str:
        spoken = known_language(lang)
        texts = {name: text if isinstance(text, str) else say(text, spoken) for name, text in self.texts}
        return say(words, spoken).format_map(texts).strip()

    def to_dict(self, lang: Language = "id") -> dict[str, Any]:
        """Gives it as JSON sees it; raises `UsageError` for another language.

        `file`, `line` and `column` are `None` where there is no such place. Of a cell of a sheet line and
        column are its row and column; `sheet` and `cell` name it. `pointer` is the path as a JSON pointer.
        """
        place = self.place
        return {
            "code": self.code,
            "severity": self.severity,
            "file": place.file if place is not None else None,
            "line": place.line or None if place is not None else None,
            "column": place.column or None if place is not None else None,
            **({"sheet": place.sheet, "cell": place.cell} if place is not None and place.sheet else {}),
            "pointer": pointer_of(self.path) if self.path else None,
            "message": self.message(lang),
            "hint": self.hint(lang),
        }

    def sort_key(self) -> tuple[str, str, int, int, str]:
        """Files in order, and within a file the order of reading."""
        place = self.place or Place("", 0, 0)
        return (*place.order, self.key)


def _words(key: str) -> tuple[Pair, Pair]:
    """Gives message and hint of a key."""
    from sakip_rules.diagnostics.texts import TEXTS  # noqa: PLC0415 - where nothing is told, no words are needed

    return TEXTS[key]


def diagnose(key: str, place: Place | None, /, **texts: str | Pair) -> Diagnostic:
    """Gives an error with the text `key`; every word that fills it is made safe to show."""
    return Diagnostic(key, place, "error", _safe(texts))


def warn(key: str, place: Place | None, /, **texts: str | Pair) -> Diagnostic:
    """Gives a warning with the text `key`."""
    return Diagnostic(key, place, "warning", _safe(texts))


def _safe(texts: Mapping[str, str | Pair]) -> tuple[tuple[str, str | Pair], ...]:
    safe = {
        name: clean(text) if isinstance(text, str) else (clean(text[0]), clean(text[1]))
        for name, text in texts.items()
    }
    return tuple(sorted(safe.items()))


def clean(text: str) -> str:
    """Takes out what would steer a terminal or reorder a line: anything unprintable but spaces.

    Spaces of every kind, such as the one that Word sets where a line must not break, are shown as one.
    """
    if text.isprintable():
        return text
    return printable("".join(" " if category(c) == "Zs" else c for c in text))


def printable(text: str) -> str:
    """Gives a text in which everything that is no letter, sign or ordinary space is seen, and harmless."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def quoted(text: str) -> str:
    """Gives a stranger's text between backticks, cut to a length that fits a line.

    There a space that is no ordinary one is seen: it may be what is wrong.
    """
    shown = text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"
    return f"`{printable(shown)}`"


def command(text: str) -> str:
    """Gives a command between backticks, whole: it is there to be copied."""
    return f"`{printable(text)}`"


def argument(text: str) -> str:
    """Gives a word of a command as it is typed in any shell: between quotes where it has a space."""
    return f'"{text}"' if " " in text else text


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Gives the word that `word` was most likely meant to be, if one is near enough.

    Of many words only those that share most with it are compared: the time stays bounded.
    """
    wanted = word[:SHOWN_CHARACTERS].lower()  # comparing takes time by the square of the length
    known = [candidate for candidate in words if abs(len(candidate) - len(wanted)) <= COMPARED_LENGTHS]
    if not known:
        return None
    import difflib  # noqa: PLC0415 - only a name that nobody knows is compared with others

    if len(known) > RANKED_NAMES:  # no rule or report that somebody wrote has so many
        known = [candidate for candidate in known if candidate[:1] == wanted[:1]][:RANKED_NAMES]
    if len(known) > COMPARED_NAMES:
        known = _most_alike(wanted, known, COMPARED_NAMES)
    same = {candidate.lower(): candidate for candidate in known}
    close = difflib.get_close_matches(wanted, same, n=1)
    return same[close[0]] if close else None


def likeliest(word: str, words: Collection[str]) -> str | None:
    """Gives the word of the language that `word` is known to mean, or else the nearest one."""
    return meant(word, words) or nearest(word, words)


def did_you_mean(word: str, words: Iterable[str]) -> Pair:
    """Gives the hint "Maksud Anda …?" with the word that is meant or nearest, or with the words there are."""
    known = sorted(set(words))
    near = likeliest(word, known)
    if near is not None:
        return meant_instead([near])
    if not known:
        return "Belum ada nama yang dikenal di sini.", "No names are known here."
    more = ["…"] if len(known) > SHOWN_NAMES else []
    listed = ", ".join([*map(quoted, sorted(_most_alike(word, known, SHOWN_NAMES))), *more])
    return f"Yang dikenal di sini: {listed}.", f"Known here: {listed}."


def meant_instead(words: Collection[str]) -> Pair:
    """Gives the hint "Maksud Anda …?" with one word, or with several between which it asks."""
    *others, last = list(map(quoted, words))[:SHOWN_NAMES]
    before = ", ".join(others)
    return (
        f"Maksud Anda {f'{before} atau {last}' if before else last}?",
        f"Did you mean {f'{before} or {last}' if before else last}?",
    )


def _most_alike(word: str, known: list[str], count: int) -> list[str]:
    """So many of the known words as share most pairs of letters with a word, the most alike first."""
    if len(known) <= count:
        return known
    wanted = _pairs(word)
    return sorted(known, key=lambda candidate: len(wanted ^ _pairs(candidate)))[:count]


@lru_cache(KEPT_NAMES)  # of many unknown names each is compared with the same known ones
def _pairs(word: str) -> frozenset[str]:
    """The letters of a word, and each with the one that follows it."""
    small = word[:SHOWN_CHARACTERS].lower()
    return frozenset(small).union(map("".join, pairwise(small)))


def known_language(given: object) -> Language:
    """Gives the language that a word means; a program without a type checker may give anything.

    Raises `UsageError` for a language that the library does not speak.
    """
    for language in LANGUAGES:
        if given == language:
            return language
    from sakip_rules.diagnostics.errors import UsageError  # noqa: PLC0415 - errors are made of diagnostics

    shown = quoted(given if isinstance(given, str) else type(given).__name__)
    raise UsageError([diagnose("bad-value.language", None, text=shown)])


def by_severity(diagnostics: Iterable[Diagnostic]) -> Mapping[Severity, int]:
    """Counts errors and warnings."""
    counts: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)
    for diagnostic in diagnostics:
        counts[diagnostic.severity] += 1
    return counts
