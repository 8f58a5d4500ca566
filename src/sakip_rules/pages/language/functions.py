"""A page for each function of formulas, from the one table of functions and the texts of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.expression import parse
from sakip_rules.expression.functions import AGGREGATES, ORDINARY
from sakip_rules.expression.mathml import to_mathml
from sakip_rules.expression.scope import TRUTH
from sakip_rules.expression.words import to_words
from sakip_rules.markup import NOTHING, Markup, joined, link, prose, table, tag
from sakip_rules.pages.data import read, words_of
from sakip_rules.pages.headed import headed_page, texts_of
from sakip_rules.pages.language.absent import PATH as ABSENT_VALUES
from sakip_rules.pages.language.parts import codes_section, example_section, reference_section, rules_section
from sakip_rules.pages.rule.view import section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip_rules.languages import Pair
    from sakip_rules.pages.data import DataMap
    from sakip_rules.pages.language.uses import LanguageUses
    from sakip_rules.pages.paper import MadePage
    from sakip_rules.pages.rule.view import RuleView

INDEX: Final = "rujukan/fungsi/index.md"
SECTION: Final = "3.5"

_FORMS: Final[dict[str, Pair]] = {
    "ordinary": ("atas nilai-nilai yang disebut", "of the values that it names"),
    "rows": ("atas baris", "over rows"),
}
_TITLE: Final[Pair] = ("Fungsi {name}", "The function {name}")
_HEADS: Final[tuple[Pair, ...]] = (("fungsi", "function"), ("memberi", "gives"))
_CALL: Final[Pair] = ("ditulis", "written")
_WORDS: Final[Pair] = ("dibaca", "read as")
_DRAWN: Final[Pair] = ("digambar", "drawn")
_TAKES: Final[Pair] = ("menerima", "takes")
_GIVES: Final[Pair] = ("memberi", "gives")
_UNIT: Final[Pair] = ("satuan", "unit")
_ABSENT: Final[Pair] = ("nilai yang tidak ada", "absent values")
_OPTIONS: Final[Pair] = ("pilihan", "options")

_PARAMETERS: Final[dict[str, Pair]] = {
    "number": ("angka", "a number"),
    "degree": ("bilangan bulat tertulis, 2 sampai 100", "a written integer, 2 to 100"),
    "name": ("sebuah nama", "a name"),
}
_MORE: Final[Pair] = ("dan seterusnya", "and so on")
_NUMBER: Final[Pair] = ("angka", "a number")
_TRUTH: Final[Pair] = ("benar atau salah", "true or false")
_ROW_NUMBERS: Final[Pair] = (
    "satu rumus yang memberi angka untuk setiap baris",
    "one formula that gives a number for each row",
)
_ROW_VALUES: Final[Pair] = (
    "satu rumus yang memberi nilai jenis apa pun, kecuali benar atau salah, untuk setiap baris",
    "one formula that gives a value of any type, but not true or false, for each row",
)
_SAME_TYPE: Final[Pair] = ("nilai yang jenisnya sama dengan isinya", "a value of the type of its argument")
_ONE_UNIT: Final[Pair] = (
    "semua isinya bersatuan sama, dan hasilnya juga",
    "all arguments have one unit, and so has the result",
)
_ROW_UNIT: Final[Pair] = ("satuan isinya", "that of its argument")
_NO_UNIT: Final[Pair] = ("tidak dibawa", "not carried")
_ANY_ABSENT: Final[Pair] = (
    "bila satu isi tidak ada, hasilnya tidak ada",
    "if one argument is absent, so is the result",
)
_SEES_ABSENT: Final[Pair] = ("dilihat, bukan diteruskan", "seen, not passed on")
_SKIPS: Final[Pair] = (
    "baris yang tidak berlaku atau belum waktunya dilewati; baris yang belum ada menahan hasilnya",
    "rows that do not apply or are not due are passed over; a missing row holds the result back",
)
_OF_NOTHING: Final[Pair] = ("tanpa baris: 0", "without rows: 0")


def function_path(name: str) -> str:
    """Gives the path of the page of a function."""
    return f"rujukan/fungsi/{name}.md"


def functions_page(view: RuleView) -> MadePage:
    """Gives the page of all functions."""
    title, text = texts_of("functions", view)
    rows = (
        [link(view.place.href(function_path(name)), tag("code", form["call"])), prose(_text(form, view))]
        for name, forms in read("functions").items()
        for form in forms.values()
    )
    shown = table([view.say(head) for head in _HEADS], rows, class_="functions")
    return headed_page("list", title, text, [shown], view)


def function_page(name: str, uses: LanguageUses, view: RuleView) -> MadePage:
    """Gives the page of a function: its forms, each with its facts and a small rule that was run."""
    forms: dict[str, DataMap] = read("functions")[name]
    content = [_form(form, name, stated, view) for form, stated in forms.items()]
    codes = dict.fromkeys(code for stated in forms.values() for code in stated.get("codes", ()))
    content += [
        reference_section(SECTION, view),
        rules_section(uses.first((form, name) for form in forms), view),
        codes_section(codes, view),
    ]
    title = view.say(_TITLE).format(name=name)
    about = " ".join(_text(stated, view) for stated in forms.values())
    return headed_page("function", title, about, content, view, search=[name])


def _form(form: str, name: str, stated: DataMap, view: RuleView) -> Markup:
    call = parse(stated["call"])
    known = _ordinary(name, view) if form == "ordinary" else _over_rows(name, view)
    facts = [
        (view.say(_CALL), tag("code", stated["call"])),
        (view.say(_WORDS), to_words(call, {}, view.lang)),
        (view.say(_DRAWN), Markup(to_mathml(call, {}))),
        *((view.say(head), text) for head, text in known),
    ]
    lines = [part for head, text in facts for part in (tag("dt", head), tag("dd", text))]
    shown = section(
        f"bentuk-{form}",
        f"{name} {view.say(_FORMS[form])}",
        tag("p", prose(_text(stated, view))) if len(read("functions")[name]) > 1 else NOTHING,
        tag("dl", *lines, class_="facts"),
    )
    return joined([shown, example_section(stated, view, anchor=f"contoh-{form}")])


def _text(stated: DataMap, view: RuleView) -> str:
    return words_of(stated["text"], view.lang)


def _ordinary(name: str, view: RuleView) -> Iterator[tuple[Pair, str]]:
    known = ORDINARY[name]
    taken = [view.say(_PARAMETERS[parameter]) for parameter in known.takes]
    yield _TAKES, "; ".join([*taken, *([view.say(_MORE)] if known.more else [])])
    yield _GIVES, view.say(_TRUTH if known.gives == TRUTH else _NUMBER)
    yield _UNIT, view.say(_ONE_UNIT if known.one_unit else _NO_UNIT)
    yield _ABSENT, _about_absent([_SEES_ABSENT if known.sees_absent else _ANY_ABSENT], view)


def _over_rows(name: str, view: RuleView) -> Iterator[tuple[Pair, str]]:
    known = AGGREGATES[name]
    yield _TAKES, view.say(_ROW_NUMBERS if known.takes == "number" else _ROW_VALUES)
    yield (
        _OPTIONS,
        joined(
            [tag("code", option) for option in ("where=", *(["weight="] if known.weighted else []))], ", "
        ),
    )
    yield _GIVES, view.say(_NUMBER if known.gives == "number" else _SAME_TYPE)
    yield _UNIT, view.say(_ROW_UNIT if known.keeps_unit else _NO_UNIT)
    yield _ABSENT, _about_absent([_SKIPS, *([_OF_NOTHING] if known.of_nothing else [])], view)


def _about_absent(told: list[Pair], view: RuleView) -> Markup:
    """What becomes of absent values, with a link to their page."""
    return link(view.place.href(ABSENT_VALUES), "; ".join(map(view.say, told)))
