"""What `sakip evaluate` does with one rule: its words or its data are asked, one after another."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, assert_never

from sakip_rules.api import LookedUp, Result
from sakip_rules.api.folders import is_file
from sakip_rules.cli.work.delivery import deliver, look_for
from sakip_rules.cli.work.failures import FILE, WrongUsageError, warn
from sakip_rules.cli.work.inputs import are_named, read_inputs
from sakip_rules.cli.work.sources import read_data
from sakip_rules.diagnostics import SakipRulesError, quoted, render_all
from sakip_rules.diagnostics.core import argument, did_you_mean
from sakip_rules.exporters.subjects import RuleAnswer, RuleAnswers
from sakip_rules.formats import FORMATS
from sakip_rules.languages import Language, say
from sakip_rules.numbers import display_text
from sakip_rules.plans import FrameworkPlan, RulePlan, ScalePlan, TablePlan
from sakip_rules.service.asking import Answered, ask, is_computable, names_of
from sakip_rules.values import is_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip_rules.api import Rule
    from sakip_rules.cli.work.sources import Datum
    from sakip_rules.languages import Pair

_FORMS: Pair = (
    "Bentuk {form} hanya untuk laporan. Untuk satu aturan: {known}.",
    "The format {form} is for reports only. For one rule: {known}.",
)
_FRAMEWORK: Pair = (
    "{rule} adalah kerangka: ia menghitung laporan. Tulis: sakip evaluate LAPORAN.",
    "{rule} is a framework: it computes reports. Write: sakip evaluate REPORT.",
)
_BOTH: Pair = (
    "Data ditulis sebagai kata atau dengan --data, tidak keduanya.",
    "Data are written as words or by --data, not both.",
)
_NUMBER: Pair = (
    "Skala memerlukan satu bilangan: sakip evaluate {rule} 90,5.",
    "A scale takes one number: sakip evaluate {rule} 90,5.",
)
_KEYS: Pair = (
    "Tabel memerlukan satu kode untuk tiap kunci: sakip evaluate {rule} {keys}.",
    "A table takes one code for each key: sakip evaluate {rule} {keys}.",
)
_NO_CODE: Pair = ("{code} bukan kode {key}.", "{code} is no code of {key}.")
_TABLE: Pair = (
    "--data membaca JSON. Tabel dihitung baris demi baris dengan: sakip batch {rule} {file} -o hasil.csv",
    "--data reads JSON. A table is computed row by row by: sakip batch {rule} {file} -o hasil.csv",
)


def evaluate_rule(
    rule: Rule, words: Sequence[str], data: str | None, form: str, output: str | None, lang: Language
) -> int:
    """Prints what a rule gives for words, or for each of the data of a file.

    Gives 1 if something is not computable, 3 if some of several data are wrong. Raises `WrongUsageError`,
    and `DataError` for words that are wrong.
    """
    known = FORMATS["answers"]
    if form not in known:
        raise WrongUsageError(_filled(_FORMS, form=form, known=", ".join(known)))
    if data is None:
        answers: list[Answered | SakipRulesError] = [_from_words(rule, words)]
    elif words:
        raise WrongUsageError(_BOTH)
    else:
        _must_be_no_table(rule, data)
        answers = [_answer(rule, datum, lang) for datum in read_data(data)]
    for answer in answers:
        _tell(rule, answer, lang)
    shown = RuleAnswers([_shown(rule, answer) for answer in answers], in_lines=data is not None)
    deliver("answers", shown, form, look_for(output, lang), output)
    return max(map(_code, answers), default=0)


def _from_words(rule: Rule, words: Sequence[str]) -> Answered:
    """Asks a rule what the words of a command line mean for its kind."""
    match rule.plan:
        case RulePlan():
            return ask(rule, read_inputs(words, names_of(rule)))
        case ScalePlan():
            if are_named(words):
                return ask(rule, read_inputs(words, names_of(rule)))
            if len(words) != 1:
                raise WrongUsageError(_filled(_NUMBER, rule=rule.reference))
            return rule.classify(words[0])
        case TablePlan():
            if are_named(words):
                return ask(rule, read_inputs(words, names_of(rule)))
            if len(words) != len(names_of(rule)):
                keys = " ".join(name.upper() for name in names_of(rule))
                raise WrongUsageError(_filled(_KEYS, rule=rule.reference, keys=keys))
            return rule.look_up(*words)
        case FrameworkPlan():
            raise WrongUsageError(_filled(_FRAMEWORK, rule=quoted(rule.reference)))
        case _:
            assert_never(rule.plan)


def _must_be_no_table(rule: Rule, data: str) -> None:
    """Raises `WrongUsageError` for the file of a table, which another command reads."""
    if _is_table(data) and is_file(data):
        raise WrongUsageError(_filled(_TABLE, rule=rule.loaded.rule.id, file=argument(data)))


def _answer(rule: Rule, datum: Datum, lang: Language) -> Answered | SakipRulesError:
    """Gives what a rule gives for a datum, or what is wrong with it, which is told with its line, once."""
    try:
        return ask(rule, datum.read())
    except SakipRulesError as error:
        is_placed = all(each.place is not None for each in error.diagnostics)
        head = "" if is_placed else f"{datum.place}\n"
        warn(f"{head}{render_all(error.diagnostics, lang)}\n")
        return error


def _tell(rule: Rule, answer: Answered | SakipRulesError, lang: Language) -> None:
    """Says what is worth a warning beside an answer: of a table, codes that are none of it."""
    if isinstance(answer, Result):
        warn(render_all(answer.diagnostics, lang))
    if isinstance(answer, LookedUp):
        for asked, key in zip(answer.asked, rule.inputs, strict=True):
            known = [choice.code for choice in key.choices]
            if known and isinstance(asked, str) and asked not in known:
                hint = say(did_you_mean(asked, known), lang)
                warn(f"{say(_NO_CODE, lang).format(code=quoted(asked), key=quoted(key.name))} {hint}")


def _shown(rule: Rule, answer: Answered | SakipRulesError) -> RuleAnswer | SakipRulesError:
    """Gives an answer as it is exported."""
    if isinstance(answer, SakipRulesError):
        return answer
    head = rule.reference, rule.titles
    if isinstance(answer, Result):
        figure = answer.figure
        category = None if figure.category is None else figure.category.label
        return RuleAnswer(
            *head, figure.value, figure.text, figure.unit, category, answer.to_dict, _lacking(rule, answer)
        )
    text = display_text(answer.outcome, None) if is_number(answer.outcome) else None
    return RuleAnswer(*head, answer.outcome, text, answer.unit, None, answer.to_dict)


def _lacking(rule: Rule, answer: Result) -> tuple[str, ...]:
    """Gives the inputs that are missing, where the result is missing."""
    if answer.status != "missing":
        return ()
    missing = {name for name, figure in answer.figures.items() if figure.status == "missing"}
    return tuple(each.name for each in rule.inputs if each.name in missing)


def _is_table(data: str) -> bool:
    """Says whether a file is a table by how its name ends; a text may hold JSON."""
    from sakip_rules.sheets.gate import ENDINGS  # noqa: PLC0415 - asked only where data are given

    return PurePath(data).suffix.lower() in ENDINGS.keys() - {".txt"}


def _code(answer: Answered | SakipRulesError) -> int:
    return FILE if isinstance(answer, SakipRulesError) else int(not is_computable(answer))


def _filled(words: Pair, **texts: str) -> Pair:
    return words[0].format(**texts), words[1].format(**texts)
