"""One slip of the pen: how a printed text follows from the text that should have been printed.

The freedom is small and stated: one digit replaced, left out or added, two neighbours exchanged, the
minus sign or the decimal point misplaced; the last decimals may be zeros where digits are lacking.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from sakip_rules.audit.book import Print
from sakip_rules.audit.findings import Cause
from sakip_rules.audit.hypotheses.misfit import Misfit
from sakip_rules.languages import Pair
from sakip_rules.numbers import decimal_text, round_number
from sakip_rules.wording.values import number_pair

LEAST_DIGITS = 3
"""A shorter number is one slip away from too many others."""

LEAST_DIGITS_GUESSED = 4

BESIDE: Final = "1234567890 147 258 369 10 20"
"""The digits that lie beside each other: on the row of a keyboard, and on its pad."""

MISPRINTS: Final[dict[str, Pair]] = {
    "replaced": ("satu angka salah ketik", "one digit mistyped"),
    "left_out": ("satu angka tertinggal", "one digit left out"),
    "added": ("satu angka terlebih", "one digit too many"),
    "exchanged": ("dua angka bersebelahan tertukar", "two neighbouring digits exchanged"),
    "sign": ("tanda minus salah", "minus sign wrong"),
    "point": ("tanda desimal salah tempat", "decimal point misplaced"),
}


class Misprint(NamedTuple):
    """One slip, and the place of the character concerned in the text that was meant, counted from 1."""

    kind: str
    at: int


class Meant(NamedTuple):
    """A text that could have been meant: printed elsewhere, or recomputed."""

    text: str
    where: str | None
    is_printed: bool


def misprint(misfit: Misfit, explained: list[Print], *, is_used: bool = False) -> Cause | None:
    """Gives the slip that turns another printing, or the recomputed digits, into the printed ones.

    `explained` are the other printings that are right or have a cause of their own; with `is_used` other
    printed figures follow from this one, so that it is no number by chance.
    """
    for meant in _meant(misfit, explained):
        slip = misprint_between(meant.text, misfit.printed.text)
        if slip is not None and (
            meant.is_printed or is_used or _is_likely(slip, meant.text, misfit.printed.text)
        ):
            return _cause(slip, meant)
    return None


def _meant(misfit: Misfit, explained: list[Print]) -> Iterator[Meant]:
    for printing in explained:
        yield Meant(printing.number.text, printing.where, is_printed=True)
    own = misfit.figure.rounding.places if misfit.figure.rounding is not None else misfit.printed.places
    for places in dict.fromkeys((misfit.printed.places, max(own, 0))):
        for mode in dict.fromkeys((misfit.mode, "down")):
            number = round_number(misfit.exact, places, mode)
            if number is not None:
                yield Meant(decimal_text(number, places), None, is_printed=False)


def _is_likely(slip: Misprint, meant: str, printed: str) -> bool:
    """Says whether a slip may be guessed where the right figure is printed nowhere.

    A number near the right one differs from it in one digit by chance, and most often in the last ones: so
    the digit must be a neighbour on the keyboard or its pad, and the number long enough.
    """
    if _count(printed) < LEAST_DIGITS_GUESSED:
        return False
    if slip.kind != "replaced":
        return True
    pair = meant[slip.at - 1] + printed[slip.at - 1]
    return pair in BESIDE or pair[::-1] in BESIDE


def misprint_between(meant: str, printed: str) -> Misprint | None:
    """Gives the one slip between two decimal texts; `None` if there is none, or more than one."""
    if meant == printed or min(_count(meant), _count(printed)) < LEAST_DIGITS:
        return None
    if meant.removeprefix("-") == printed.removeprefix("-"):
        return Misprint("sign", 1)
    if meant.replace(".", "") == printed.replace(".", ""):
        return Misprint("point", len(printed.partition(".")[0]) + 1)
    same = _same_length(meant, printed)
    if same is not None and same.kind == "exchanged":
        return same
    return _other_length(meant, printed) or same


def _other_length(meant: str, printed: str) -> Misprint | None:
    """One digit left out, the decimals that are lacking filled up with zeros, or one digit too many."""
    for shorter in (printed, _without_padding(printed)):
        at = _left_out(meant, shorter)
        if at is not None:
            return Misprint("left_out", at)
    at = _left_out(printed, meant)
    return None if at is None else Misprint("added", at)


def _count(text: str) -> int:
    return sum(character.isdigit() for character in text)


def _without_padding(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def _left_out(longer: str, shorter: str) -> int | None:
    """The place of the one digit that the shorter text lacks."""
    if len(longer) != len(shorter) + 1:
        return None
    same = next((i for i, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    is_digit = longer[same].isdigit() and longer[same + 1 :] == shorter[same:]
    return same + 1 if is_digit else None


def _same_length(meant: str, printed: str) -> Misprint | None:
    if len(meant) != len(printed):
        return None
    match [at for at, (a, b) in enumerate(zip(meant, printed, strict=True)) if a != b]:
        case [at] if (meant[at] + printed[at]).isdigit():
            return Misprint("replaced", at + 1)
        case [first, second] if _are_exchanged(meant, printed, first, second):
            return Misprint("exchanged", first + 1)
    return None


def _are_exchanged(meant: str, printed: str, first: int, second: int) -> bool:
    """Whether two places hold each other's digit, with at most the decimal point between them."""
    crossed = meant[first] == printed[second] and meant[second] == printed[first]
    return crossed and meant[first + 1 : second] in ("", ".")


def _cause(slip: Misprint, meant: Meant) -> Cause:
    words, said = MISPRINTS[slip.kind], number_pair(meant.text)
    with_ = {"meant": meant.text, "slip": slip.kind, "at": str(slip.at)}
    if not meant.is_printed:
        message = (
            f"mungkin {words[0]}; hitungannya {said[0]}",
            f"perhaps {words[1]}; the calculation gives {said[1]}",
        )
        return Cause("misprint", message, with_)
    place = f" ({meant.where})" if meant.where else ""
    message = (
        f"{words[0]}; di tempat lain tercetak {said[0]}{place}",
        f"{words[1]}; printed elsewhere as {said[1]}{place}",
    )
    return Cause("misprint", message, with_ | ({"where": meant.where} if meant.where else {}))
