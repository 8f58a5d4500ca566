"""Questions on which readings differ: a page each, every answer computed with the rule that reads so."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from sakip_rules.explainer.search import Wanted, search
from sakip_rules.loader.rules import NATIONAL
from sakip_rules.markup import Markup, items, joined, link, prose, table, tag
from sakip_rules.pages.addresses import slug
from sakip_rules.pages.answers import Answers, full_id
from sakip_rules.pages.data import DataMap, one_of, read, words_of
from sakip_rules.pages.headed import headed_page, texts_of
from sakip_rules.pages.writing import localised, spoken, with_places
from sakip_rules.vocabulary import KINDS, MODES, RuleKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip_rules.languages import Language, Pair
    from sakip_rules.models import AnyRule
    from sakip_rules.pages.paper import MadePage
    from sakip_rules.pages.rule.view import RuleView
    from sakip_rules.pages.sources import SiteSources

INDEX: Final = "tafsir/index.md"

_RULES: Final[Pair] = ("Aturan yang menjawab", "The rules that answer")


def question_path(question: DataMap) -> str:
    """Gives the path of the page of a question."""
    return f"tafsir/{slug(words_of(question['title'], 'id'))}.md"


def question_page(question: DataMap, sources: SiteSources, view: RuleView) -> MadePage:
    """Gives the page of a question: the answers side by side, and the rules that give them."""
    title, text = words_of(question["title"], view.lang), words_of(question["text"], view.lang)
    heads = [
        prose(words_of(question["first"], view.lang)),
        *(_head(column, sources, view) for column in question["columns"]),
    ]
    answered = table(heads, rows(question, sources.answers, view.lang), class_="readings")
    known = (sources.newest[rule_id] for rule_id in sorted(rules_named(question)))
    named = items("ul", map(view.link_to, known), class_="relations")
    content = [answered, *([tag("h2", view.say(_RULES)), named] if named else [])]
    return headed_page("question", title, text, content, view)


def questions_page(known: Sequence[DataMap], view: RuleView) -> MadePage:
    """Gives the page of all questions."""
    title, text = texts_of("questions", view)
    lines = (_entry(question, view) for question in known)
    return headed_page("list", title, text, [items("ul", lines, class_="questions")], view)


def _entry(question: DataMap, view: RuleView) -> Markup:
    named = link(view.place.href(question_path(question)), words_of(question["title"], view.lang))
    return joined([named, tag("p", prose(words_of(question["text"], view.lang)), class_="note")])


def is_about(question: DataMap, rule: AnyRule) -> bool:
    """Says whether a rule gives one of the answers to a question."""
    listed = question["rows"]
    of_kind = isinstance(listed, dict) and listed["kind"] == rule.kind and rule.owner == NATIONAL
    return of_kind or rule.id in rules_named(question)


def rules_named(question: DataMap) -> set[str]:
    """Gives the ids of the rules that a question names."""
    rows = question["rows"] if isinstance(question["rows"], list) else []
    asked = [question, *question["columns"], *(row for row in rows if isinstance(row, dict))]
    return {full_id(part[key]) for part in asked for key in ("rule", "then") if key in part}


def questions(answers: Answers) -> list[DataMap]:
    """Gives the questions that can be answered: those whose rules are all in the catalogue."""
    return [question for question in read("readings") if _answerable(question, answers)]


def _answerable(question: DataMap, answers: Answers) -> bool:
    columns = [{**question, **column} for column in question["columns"]]
    named = [
        (asked[key], int(asked["year"])) for asked in columns for key in ("rule", "then") if key in asked
    ]
    rows = question["rows"]
    listed = isinstance(rows, list) or bool(_of_kind(one_of(KINDS, rows["kind"]), answers))
    return listed and all(answers.rule(name, year) is not None for name, year in named)


def _head(column: DataMap, sources: SiteSources, view: RuleView) -> str:
    """What a column is about: words of the data, or the rule that answers in it."""
    if "head" in column:
        return prose(words_of(column["head"], view.lang))
    return view.named(sources.newest[full_id(column["rule"])], tag("code", column["rule"]))


def rows(question: DataMap, answers: Answers, lang: Language) -> list[list[str]]:
    """Gives the rows of a question: what is given, and each answer."""
    defaults = {key: question[key] for key in ("rule", "year") if key in question}
    return [
        [
            row["name"],
            *(_answer({**defaults, **row, **column, "given": _given(row, column)}, answers, lang)
              for column in question["columns"]),
        ]
        for row in _rows(question, answers, lang)
    ]  # fmt: skip


def _rows(question: DataMap, answers: Answers, lang: Language) -> Iterator[DataMap]:
    """The rows as maps: each has a name, and what it gives."""
    stated = question["rows"]
    if isinstance(stated, list):
        for row in stated:
            entry = row if isinstance(row, dict) else {"name": row, "given": row}
            yield {**entry, "name": localised(entry["name"], lang)}
        return
    for name in _of_kind(one_of(KINDS, stated["kind"]), answers):
        loaded = answers.rule(name, int(question["year"]))
        if loaded is not None and loaded.rule is not None:
            label = loaded.rule.reference.removeprefix(f"{NATIONAL}/")
            yield {"name": label, "rule": name, "given": stated["more"].get(name, {})}


def _of_kind(kind: RuleKind, answers: Answers) -> list[str]:
    """The names of the national rules of a kind."""
    rules = search(answers.catalogue, Wanted(owner=NATIONAL, kind=kind))
    return [listed.rule.id.removeprefix(f"{NATIONAL}/") for listed in rules]


def _given(row: DataMap, column: DataMap) -> object:
    """What is given: by the row alone, or inputs by both."""
    given = row["given"]
    return {**column.get("given", {}), **given} if isinstance(given, dict) else given


def _answer(asked: DataMap, answers: Answers, lang: Language) -> str:
    if "rule" not in asked:
        return spoken(with_places(Fraction(asked["given"]), int(asked["places"])), lang)
    answer = answers.answer(asked["rule"], int(asked["year"]), asked["given"])
    if "then" in asked:
        answer = answers.answer(asked["then"], int(asked["year"]), {asked["input"]: answer.number()})
    if "mode" in asked:
        return spoken(with_places(answer.number(), int(asked["places"]), one_of(MODES, asked["mode"])), lang)
    return answer.words(lang)
