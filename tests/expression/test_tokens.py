"""The first gate: characters, tokens, and limits on both of their sides."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sakip_rules.expression.faults import FormulaFaultError
from sakip_rules.expression.tokens import tokenize


def refusal(text: str) -> tuple[str, int, int]:
    """The key and span of the fault of a text."""
    with pytest.raises(FormulaFaultError) as caught:
        tokenize(text)
    found = caught.value.fault
    return found.key, found.start, found.end


def texts(text: str) -> dict[str, str | tuple[str, str]]:
    """The words that go with the fault of a text."""
    with pytest.raises(FormulaFaultError) as caught:
        tokenize(text)
    return dict(caught.value.fault.texts)


def test_names_numbers_operators_brackets_commas_and_points_are_tokens() -> None:
    """Every token of the grammar is found, with its place."""
    found = [(token.kind, token.text, token.start) for token in tokenize("min(a.b, 1.50) ** 2 <= x_1")]
    assert found == [
        ("name", "min", 0),
        ("operator", "(", 3),
        ("name", "a", 4),
        ("operator", ".", 5),
        ("name", "b", 6),
        ("operator", ",", 7),
        ("number", "1.50", 9),
        ("operator", ")", 13),
        ("operator", "**", 15),
        ("number", "2", 18),
        ("operator", "<=", 20),
        ("name", "x_1", 23),
    ]


def test_a_token_ends_behind_its_last_character() -> None:
    """The span of a token is half open."""
    assert [token.end for token in tokenize("ab + 1")] == [2, 4, 6]


@pytest.mark.parametrize("character", list("#`@~!?$\\\t\r\x00\x7f"))
def test_ascii_that_no_formula_has_is_refused(character: str) -> None:
    """Comments, texts, lists and control characters stop at the first gate, with their column."""
    assert refusal(f"a + {character}") == ("formula-not-allowed.character", 4, 5)


@pytest.mark.parametrize("character", list("[]{}%^&|:;"))
def test_signs_of_sheets_are_refused(character: str) -> None:
    """Signs that other languages compute with stop at the first gate too."""
    assert refusal(f"a + {character}") == ("formula-not-allowed.operator", 4, 5)


@pytest.mark.parametrize("character", list("ｘаé\u00a0\u202e\ud800１\U0001f600"))
def test_every_other_alphabet_is_refused(character: str) -> None:
    """A formula is ASCII: what only looks like a letter or digit is not one."""
    assert refusal(f"a {character}") == ("formula-too-large.letter", 2, 3)


@pytest.mark.parametrize(
    ("character", "code"),
    [(each, "formula-not-allowed") for each in "\"'"] + [(each, "formula-too-large") for each in "“”„‘’‚«»"],
)
def test_quotes_are_told_as_quotes(character: str, code: str) -> None:
    """Straight, or bent by a word processor, which is not ASCII: what to do is the same."""
    assert refusal(f"a {character}") == (f"{code}.quote", 2, 3)
    assert texts(f"a {character}") == {"character": f"`{character}`"}


@pytest.mark.parametrize("character", list("×÷−–²½≤≠"))
def test_signs_of_printed_formulas_are_refused(character: str) -> None:
    """A sign that printed formulas compute with is no part of the grammar."""
    assert refusal(f"a {character}") == ("formula-not-allowed.sign", 2, 3)


@pytest.mark.parametrize(
    ("character", "plain"),
    [
        ("×", "*"),
        ("÷", "/"),
        ("−", "-"),
        ("≤", "<="),
        ("≠", "!="),
        ("²", "** 2"),
        ("а", "a"),
        ("ｘ", "x"),
        ("é", "e"),
    ],
)
def test_the_plain_character_is_named(character: str, plain: str) -> None:
    """The hint names what to write in place of a look-alike."""
    near = texts(f"a {character} b")["near"]
    assert near == (f"Tulis `{plain}` biasa.", f"Write a plain `{plain}`.")


LOOK_ALIKES = {
    "*": "×·∙⋅•∗✕",
    "/": "÷∕⁄",
    "-": "–—−‐‑‒﹣",
    "<=": "≤⩽",
    ">=": "≥⩾",
    "!=": "≠",
    "** 2": "²",
    "** 3": "³",
    "1 / 2": "½",
    "1 / 4": "¼",
    "3 / 4": "¾",
}
# Letters of other alphabets, by their names in Unicode, beside those that they are taken for.
LETTERS = {
    **dict(zip("аеорсухіјѕԁһ", "aeopcyxijsdh", strict=True)),
    **dict(zip("АВЕКМНОРСТХІЈЅ", "ABEKMHOPCTXIJS", strict=True)),
    **dict(zip("ανορικ", "avopik", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
}


@pytest.mark.parametrize(
    ("character", "plain"), [(sign, plain) for plain, signs in LOOK_ALIKES.items() for sign in signs]
)
def test_every_sign_of_a_printed_formula_has_its_plain_one(character: str, plain: str) -> None:
    """Each is told as a sign, with what is written instead."""
    assert refusal(f"a {character}") == ("formula-not-allowed.sign", 2, 3)
    assert texts(f"a {character}")["near"] == (f"Tulis `{plain}` biasa.", f"Write a plain `{plain}`.")
    assert texts(f"a {character}")["character"] == f"`{character}`"


@pytest.mark.parametrize(("character", "plain"), LETTERS.items())
def test_every_letter_that_looks_like_a_plain_one_is_told(character: str, plain: str) -> None:
    """Letters of the Cyrillic and Greek alphabets that cannot be told apart on paper."""
    assert refusal(f"a {character}") == ("formula-too-large.letter", 2, 3)
    assert texts(f"a {character}")["near"] == (f"Tulis `{plain}` biasa.", f"Write a plain `{plain}`.")


def test_a_wide_space_is_told_to_be_a_space() -> None:
    """A space that is not the plain one cannot be seen, so it is named."""
    assert texts("a\u00a0b")["near"] == ("Tulis spasi biasa.", "Write a plain space.")


def test_a_character_without_a_plain_form_is_to_be_removed() -> None:
    """Where nothing looks alike, the hint says so."""
    found = texts("a \u202e")
    assert found["near"] == (
        "Hapus, atau tulis dengan huruf, angka, dan tanda biasa di papan ketik.",
        "Remove it, or write it with the plain letters, digits and signs of a keyboard.",
    )
    assert found["code"] == "U+202E"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("007", 0, 3),
        ("a + 01", 4, 6),
        ("00.5", 0, 4),
        ("1e5", 0, 3),
        ("1_000", 0, 5),
        ("0x1F", 0, 4),
        ("2a", 0, 2),
        ("1if a", 0, 3),
    ],
)
def test_numbers_are_digits_and_a_point(text: str, start: int, end: int) -> None:
    """No exponent, underscore, hex, or leading zeros."""
    assert refusal(text) == ("formula-not-allowed.number", start, end)


@pytest.mark.parametrize("text", ["0", "0.5", "10", "100.00", "0.05"])
def test_plain_numbers_pass(text: str) -> None:
    """A zero before the point, and any digits behind it, are fine."""
    assert [token.text for token in tokenize(text)] == [text]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (".5", 0),
        ("1.", 1),
        ("1.2.3", 3),
        ("a.", 1),
        ("a..b", 1),
        ("(a).b", 3),
        ("a.5", 1),
        ("1 .5", 2),
        ("...", 0),
        ("f(x).y", 4),
    ],
)
def test_a_point_stands_between_two_names(text: str, start: int) -> None:
    """A point that is not in a number joins two names, and nothing else."""
    assert refusal(text) == ("formula-not-allowed.point", start, start + 1)


def test_a_comma_is_followed_by_an_argument() -> None:
    """The grammar has no comma before a closing bracket, though Python has."""
    assert refusal("min(a, b, )") == ("formula-not-allowed.syntax", 8, 9)


def test_two_thousand_characters_pass() -> None:
    """The limit of 2,000 characters counts spaces."""
    assert len(tokenize("a" + " " * 1999)) == 1
    assert refusal("a" + " " * 2000) == ("formula-too-large.characters", 0, 1)
    assert texts("a" + " " * 2000) == {"limit": "2000", "found": "2001"}


def test_five_hundred_tokens_pass() -> None:
    """The limit of 500 tokens is told at the first token beyond it."""
    assert len(tokenize("-" * 499 + "a")) == 500
    assert refusal("-" * 500 + "a") == ("formula-too-large.tokens", 500, 501)
    assert len(tokenize("a." * 249 + "ab")) == 499
    assert refusal("a." * 250 + "a") == ("formula-too-large.tokens", 500, 501)


def test_fifty_brackets_pass() -> None:
    """The limit of 50 brackets is one of depth, not of number."""
    assert len(tokenize("(" * 50 + "a" + ")" * 50)) == 101
    assert len(tokenize("+".join(["(a)"] * 100))) == 399
    assert refusal("(" * 51 + "a" + ")" * 51) == ("formula-too-large.brackets", 50, 51)


def test_four_hundred_digits_pass() -> None:
    """The limit of 400 digits counts those on both sides of the point."""
    assert len(tokenize("9" * 200 + "." + "9" * 200)) == 1
    assert refusal("9" * 201 + "." + "9" * 200) == ("formula-too-large.digits", 0, 402)
    assert refusal("9" * 401) == ("formula-too-large.digits", 0, 401)


@given(st.text(alphabet="ab1.0, ()*-+/=<>!\n_×#", max_size=40))
@example("")
def test_tokens_hold_all_but_the_spaces(text: str) -> None:
    """Whatever passes the gate is made of its tokens and of spaces."""
    try:
        tokens = tokenize(text)
    except FormulaFaultError as error:
        found = error.fault
    else:
        assert "".join(token.text for token in tokens) == text.replace(" ", "").replace("\n", "")
        assert all(text[token.start : token.end] == token.text for token in tokens)
        return
    assert 0 <= found.start < found.end <= len(text)


def test_a_comma_between_the_digits_of_one_number_is_no_separator() -> None:
    """`max(nilai, 0,5)` means one number; with a space behind the comma it is two."""
    assert refusal("max(nilai, 0,5)") == ("ambiguous-number.comma", 11, 14)
    assert texts("max(nilai, 0,5)") == {"text": "`0,5`", "two": "0, 5", "decimal": "0.5"}
    for text in ("max(nilai, 0, 5)", "max(nilai, 0 ,5)", "max(a,5)", "max(5,a)", "max(1,a,2)"):
        assert len(tokenize(text)) >= 6


def test_a_number_that_may_be_thousands_is_asked_about() -> None:
    """`1.250` is written as 1250 or as 1.2500; with two decimals, four, or a zero in front it is plain."""
    assert refusal("a + 1.250") == ("ambiguous-number.formula", 4, 9)
    assert texts("a + 1.250") == {"text": "`1.250`", "plain": "1250", "decimal": "1.2500"}
    for number in ("1.25", "1.2500", "0.250", "1250.250"):
        assert [token.text for token in tokenize(number)] == [number]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("007", "007"), ("1e5", "1e5"), ("a + 2b", "2b"), ("0x1F", "0x1F")],
)
def test_a_bad_number_is_quoted(text: str, wrong: str) -> None:
    """With what touches it."""
    assert texts(text) == {"text": f"`{wrong}`"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a + #", {"character": "`#`"}),
        ("a + %", {"text": "`%`", "plain": "`/ 100`"}),
        ("a * 5%", {"text": "`%`", "plain": "`/ 100`"}),
        ("max(a; b)", {"text": "`;`", "plain": "`,`"}),
        ("(a; b)", {"text": "`;`", "plain": "`,`"}),
        ("a ^ 2", {"text": "`^`", "plain": "`**`"}),
        ("-" * 500 + "a", {"limit": "500", "found": "501"}),
        ("(" * 51 + "a" + ")" * 51, {"limit": "50", "found": "51"}),
        ("9" * 201 + "." + "9" * 200, {"limit": "400", "found": "401"}),
    ],
)
def test_what_a_refusal_says(text: str, said: dict[str, str]) -> None:
    """The sign and what is written instead, or the limit and what was found."""
    assert texts(text) == said


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a / b * 100%", ("formula-not-allowed.hundred-percent", 8, 12)),
        ("a / b x 100 %", ("formula-not-allowed.hundred-percent", 8, 13)),
        ("=B2/C2", ("formula-not-allowed.sheet", 0, 1)),
        ("  = IF(C2=0;0;1)", ("formula-not-allowed.sheet", 2, 3)),
        ("IF(a > 1; 0; b)", ("formula-not-allowed.form", 0, 2)),
        ("1 + IF(MAX(a, b) > 1; 0; b)", ("formula-not-allowed.form", 4, 6)),
        ("ROUND(a / b; 2)", ("unknown-name.rounding", 0, 5)),
        ("max(IF(a, b); c)", ("formula-not-allowed.operator", 12, 13)),
        ("IF(max(a; b)", ("formula-not-allowed.operator", 8, 9)),
    ],
)
def test_what_is_pasted_from_a_sheet_is_told_by_what_is_written_instead(
    text: str, fault: tuple[str, int, int]
) -> None:
    """`* 100%` is no division by 100, and of `IF(a; b; c)` a comma alone would mend nothing."""
    assert refusal(text) == fault


@pytest.mark.parametrize("text", ["a == b", "100 + a"])
def test_what_only_begins_alike_passes(text: str) -> None:
    """An equality, and a hundred without its sign."""
    assert tokenize(text)
