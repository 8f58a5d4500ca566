"""What a cell of an input may take: a number, a word of an absent value, a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sakip_rules.exporters.workbook.about import words_range
from sakip_rules.exporters.workbook.names import code_text
from sakip_rules.languages import Language, Pair, say
from sakip_rules.vocabulary import DATA_WORDS, POLARITIES
from sakip_rules.wording.terms import ABSENT_WORDS

if TYPE_CHECKING:
    from sakip_rules.plans import InputPlan

_TITLE: Final[Pair] = ("Tidak dapat dibaca", "Cannot be read")
_NUMBER: Final[Pair] = (
    "Tulis angka, atau salah satu kata: {words}.",
    "Write a number, or one of these words: {words}.",
)
_CHOICE: Final[Pair] = ("Pilih salah satu dari daftar.", "Choose one of the list.")
LONGEST_LIST: Final = 255
"""A list in a cell takes no more characters."""


def rule_of(declared: InputPlan, cell: str, lang: Language) -> dict[str, Any] | None:
    """Gives what the cells of an input may hold, told of the first of them."""
    words = [say(ABSENT_WORDS[word], lang) for word in DATA_WORDS]
    title = say(_TITLE, lang)
    if declared.type in ("choice", "polarity"):
        codes = declared.choices or (POLARITIES if declared.type == "polarity" else ())
        listed = [*(code_text(code, lang) for code in codes), *words]
        if len(",".join(listed)) > LONGEST_LIST or any("," in entry for entry in listed):
            return None
        return {
            "validate": "list",
            "source": listed,
            "error_title": title,
            "error_message": say(_CHOICE, lang),
        }
    kind = "ISLOGICAL" if declared.type == "truth" else "ISNUMBER"
    return {
        "validate": "custom",
        "value": f"=OR({kind}({cell}),COUNTIF({words_range(lang)},{cell})>0)",
        "error_title": title,
        "error_message": say(_NUMBER, lang).format(words=", ".join(words)),
    }
