"""What `sakip evaluate` does with one rule: its words or its data are asked, one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from sakip_rules.cli.work.delivery import deliver, look_for
from sakip_rules.cli.work.failures import FILE, WrongUsageError, warn
from sakip_rules.cli.work.inputs import read_inputs
from sakip_rules.cli.work.sources import read_data
from sakip_rules.diagnostics import SakipRulesError, quoted, render_all
from sakip_rules.exporters.subjects import AliasOutcome, RuleAnswers
from sakip_rules.formats import FORMATS
from sakip_rules.languages import Language
from sakip_rules.plans import FrameworkPlan, RulePlan, ScalePlan, TablePlan
from sakip_rules.results import RuleResult, record_diagnostics
from sakip_rules.service.asking import ask, classify, is_computable, look_up

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
        answers = RuleAnswers([_from_words(rule, words)])
    elif words:
        raise WrongUsageError(_BOTH)
    else:
        answers = RuleAnswers([_answer(rule, datum, lang) for datum in read_data(data)], in_lines=True)
    for answer in answers.given:
        _tell(answer, lang)
    deliver("answers", answers, form, look_for(output, lang), output)
    return max((_code(answer) for answer in answers.given), default=0)


def _from_words(rule: Rule, words: Sequence[str]) -> RuleResult | AliasOutcome:
    """Asks a rule what the words of a command line mean for its kind."""
    match rule.plan:
        case RulePlan():
            return ask(rule, read_inputs(words))
        case ScalePlan():
            if len(words) != 1:
                raise WrongUsageError(_filled(_NUMBER, rule=rule.reference))
            return classify(rule, words[0])
        case TablePlan():
            return look_up(rule, words)
        case FrameworkPlan():
            raise WrongUsageError(_filled(_FRAMEWORK, rule=quoted(rule.reference)))
        case _:
            assert_never(rule.plan)


def _answer(rule: Rule, datum: Datum, lang: Language) -> RuleResult | AliasOutcome | SakipRulesError:
    """Gives what a rule gives for a datum, or what is wrong with it, which is told with its line."""
    try:
        return ask(rule, datum.read())
    except SakipRulesError as error:
        warn(f"{datum.place}\n{render_all(error.diagnostics, lang)}\n")
        return error


def _tell(answer: RuleResult | AliasOutcome | SakipRulesError, lang: Language) -> None:
    """Says what is worth a warning beside an answer."""
    if isinstance(answer, RuleResult):
        warn(render_all(record_diagnostics([answer]), lang))


def _code(answer: RuleResult | AliasOutcome | SakipRulesError) -> int:
    return FILE if isinstance(answer, SakipRulesError) else int(not is_computable(answer))


def _filled(words: Pair, **texts: str) -> Pair:
    return words[0].format(**texts), words[1].format(**texts)
