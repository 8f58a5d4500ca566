"""The same number in each reading: every answer computed by the engine with the rule that reads so."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sakip_rules.explainer.search import Wanted, search
from sakip_rules.languages import Language
from sakip_rules.loader.rules import NATIONAL
from sakip_rules.pages.answers import Answers
from sakip_rules.pages.data import DataMap, intro, one_of, read, words_of
from sakip_rules.pages.writing import localised, spoken, table, with_places
from sakip_rules.vocabulary import KINDS, MODES, RuleKind


def page(answers: Answers, lang: Language) -> str | None:
    """Gives the page of readings; nothing where no question can be answered."""
    sections = [_section(question, answers, lang) for question in questions(answers)]
    return intro("readings", lang) + "".join(sections) if sections else None


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


def _section(question: DataMap, answers: Answers, lang: Language) -> str:
    title, text = words_of(question["title"], lang), words_of(question["text"], lang)
    heads = [words_of(question["first"], lang), *(_head(column, lang) for column in question["columns"])]
    return f"\n## {title}\n\n{text}\n\n{table(heads, rows(question, answers, lang))}"


def _head(column: DataMap, lang: Language) -> str:
    return words_of(column["head"], lang) if "head" in column else f"`{column['rule']}`"


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
            label = f"`{loaded.rule.reference.removeprefix(f'{NATIONAL}/')}`"
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
