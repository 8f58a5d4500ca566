"""Formulas that are hostile by their size: built here, so that the corpus stays readable.

Each stands on one side of a limit of the language: 2,000 characters, 500 tokens, 50 brackets deep, numbers of
400 digits.
"""

from __future__ import annotations

TOO_LARGE = "formula-too-large"
NOT_ALLOWED = "formula-not-allowed"
UNKNOWN = "unknown-name"
OK = "ok"


def _brackets(opening: str, inside: str, closing: str, depth: int) -> str:
    return opening * depth + inside + closing * depth


VERDICTS: dict[str, tuple[str, str]] = {
    "2,000 characters": ("a" + " " * 1997 + "+b", OK),
    "2,001 characters": ("a" + " " * 1998 + "+b", TOO_LARGE),
    "2,000 characters in one name": ("a" * 2000, UNKNOWN),
    "2,001 characters in one name": ("a" * 2001, TOO_LARGE),
    "4,000 blanks": ("a" + " " * 3998 + "+b", TOO_LARGE),
    "500 tokens": ("-a" + "+a" * 249, OK),
    "501 tokens": ("a" + "+a" * 250, TOO_LARGE),
    "500 tokens with powers": ("-" + "a**2" + "+a" * 248, OK),
    "501 tokens with powers": ("--" + "a**2" + "+a" * 248, TOO_LARGE),
    "500 tokens of comparisons": ("-a" + "<=a" * 249, OK),
    "501 tokens of comparisons": ("a" + "<=a" * 250, TOO_LARGE),
    "500 tokens with points": ("+" + "+".join(["r.min"] * 124) + "+a+a", OK),
    "501 tokens with points": ("++" + "+".join(["r.min"] * 124) + "+a+a", TOO_LARGE),
    "500 tokens with commas and brackets": ("max(a" + ",a" * 248 + ")", OK),
    "501 tokens with commas and brackets": ("-max(a" + ",a" * 248 + ")", TOO_LARGE),
    "499 minuses": ("-" * 499 + "a", OK),
    "500 minuses": ("-" * 500 + "a", TOO_LARGE),
    "499 pluses": ("+" * 499 + "a", OK),
    "1,999 minuses": ("-" * 1999 + "a", TOO_LARGE),
    "250 times not": ("not " * 250 + "t", OK),
    "499 times not": ("not " * 499 + "t", OK),
    "499 times not, of a number": ("not " * 499 + "a", "type-mismatch"),
    "250 conjunctions": ("t and " * 249 + "t", OK),
    "mixed and, or": ("t and t or " * 124 + "t", OK),
    "chain of 124 conditions": ("a if t else " * 124 + "a", OK),
    "chain of 125 conditions": ("a if t else " * 125 + "a", TOO_LARGE),
    "50 conditions inside conditions": ("a if " + _brackets("(t if ", "t", " else t)", 50) + " else a", OK),
    "bare conditions inside conditions": (
        "a if " + "t if " * 60 + "t" + " else t" * 60 + " else a",
        NOT_ALLOWED,
    ),
    "50 brackets": (_brackets("(", "a", ")", 50), OK),
    "51 brackets": (_brackets("(", "a", ")", 51), TOO_LARGE),
    "50 calls": (_brackets("abs(", "a", ")", 50), OK),
    "51 calls": (_brackets("abs(", "a", ")", 51), TOO_LARGE),
    "50 calls of two": (_brackets("min(", "a", ",b)", 50), OK),
    "49 brackets in a call": ("abs(" + _brackets("(", "a", ")", 49) + ")", OK),
    "50 brackets in a call": ("abs(" + _brackets("(", "a", ")", 50) + ")", TOO_LARGE),
    "50 brackets, twice": (_brackets("(", "a", ")", 50) + "+" + _brackets("(", "a", ")", 50), OK),
    "50 open brackets": ("(" * 50, NOT_ALLOWED),
    "50 open brackets and a name": ("(" * 50 + "a", NOT_ALLOWED),
    "51 open brackets": ("(" * 51, TOO_LARGE),
    "2,000 open brackets": ("(" * 2000, TOO_LARGE),
    "2,001 open brackets": ("(" * 2001, TOO_LARGE),
    "50 closed brackets": (")" * 50, NOT_ALLOWED),
    "50 powers in brackets": (_brackets("(", "a", ")**2", 50), OK),
    "a chain of 10 powers": ("a" + "**2" * 10, NOT_ALLOWED),
    "a chain of 166 powers": ("a" + "**9" * 166, NOT_ALLOWED),
    "powers of minuses": ("a**" + "-" * 400 + "2", NOT_ALLOWED),
    "400 digits": ("1" * 400, OK),
    "401 digits": ("1" * 401, TOO_LARGE),
    "400 digits around the point": ("1." + "1" * 399, OK),
    "401 digits around the point": ("1." + "1" * 400, TOO_LARGE),
    "2,000 digits": ("9" * 2000, TOO_LARGE),
    "2,000 zeros": ("0" * 2000, TOO_LARGE),
    "a hundred 19-digit numbers": ("+".join(["9" * 19] * 100), OK),
    "200 unclosed lists": ("[" * 200, NOT_ALLOWED),
    "200 nested lists": (_brackets("[", "a", "]", 200), NOT_ALLOWED),
    "200 nested maps": (_brackets("{", "a", "}", 200), NOT_ALLOWED),
    "200 lambdas": ("lambda:" * 200 + "a", NOT_ALLOWED),
    "160 subscripts": ("a" + "[0]" * 160, NOT_ALLOWED),
    "200 points": ("a" + ".a" * 200, UNKNOWN),
    "40 calls of a call": ("a" + "(a)" * 40, NOT_ALLOWED),
    "200 commas": ("a," * 200, NOT_ALLOWED),
    "50 walruses": ("(a:=" * 50 + "a" + ")" * 50, NOT_ALLOWED),
    "200 unary tildes": ("~" * 200 + "a", NOT_ALLOWED),
    "200 quotes": ("'" * 200, NOT_ALLOWED),
    "200 back strokes": ("\\" * 200, NOT_ALLOWED),
    "240 arguments": ("max(" + "a," * 239 + "a)", OK),
    "240 arguments of abs": ("abs(" + "a," * 239 + "a)", "wrong-argument-count"),
    "40 aggregates side by side": ("+".join(["sum(rows.x)"] * 40), OK),
    "20 aggregates inside each other": (_brackets("sum(", "rows.x", ")", 20), "nested-aggregate"),
    "an unknown function 10 deep": (_brackets("fungsi(", "a", ")", 10), UNKNOWN),
    "a name of 1,500 letters": ("a" * 1500 + "+a", UNKNOWN),
    "400 points": ("." * 400, NOT_ALLOWED),
    "400 keywords": ("if " * 400, NOT_ALLOWED),
    "300 stars": ("*" * 300, NOT_ALLOWED),
    "300 equals signs": ("a" + "=" * 300 + "b", NOT_ALLOWED),
}
"""Name → (formula, verdict), in the scope of `formulas.yaml`."""

VALUES: dict[str, tuple[str, dict[str, str], str]] = {
    "499 minuses": ("-" * 499 + "a", {"a": "5"}, "-5"),
    "499 times not": ("1 if " + "not " * 494 + "t else 2", {"t": "ya"}, "1"),
    "odd number of not": ("1 if " + "not " * 493 + "t else 2", {"t": "ya"}, "2"),
    "sum of 250": ("-a" + "+a" * 249, {"a": "3"}, "744"),
    "50 brackets": (_brackets("(", "a", ")", 50), {"a": "7"}, "7"),
    "50 calls of two": (_brackets("min(", "a", ",b)", 50), {"a": "4", "b": "3"}, "3"),
    "50 squares of one": (_brackets("(", "a", ")**2", 50), {"a": "-1"}, "1"),
    "124 conditions": ("a if t else " * 124 + "b", {"a": "1", "b": "2", "t": "tidak"}, "2"),
    "comparison chain": ("1 if a" + "<=a" * 240 + " else 2", {"a": "1"}, "1"),
    "conjunctions": ("1 if " + "t and " * 240 + "t else 2", {"t": "ya"}, "1"),
    "400 digits": ("1" * 400 + "-" + "1" * 400, {}, "0"),
    "power of products": ("*".join(["a**10"] * 120), {"a": "2"}, str(2**1200)),
    "differences from the left": ("a" + "-b" * 200, {"a": "1", "b": "2"}, "-399"),
    "quotients from the left": ("a" + "/b" * 100, {"a": "1", "b": "2"}, f"1/{2**100}"),
}
"""Name → (formula, what is given, its exact value)."""
