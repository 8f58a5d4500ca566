"""A rule for programmers: its id and hash, its file, and the same example in four languages."""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from sakip_rules.markup import Markup, joined, tag, verbatim
from sakip_rules.models import FormulaRule, FrameworkRule, ScaleRule, TableRule
from sakip_rules.pages.rule.worked import first_worked

if TYPE_CHECKING:
    from sakip_rules.languages import Pair
    from sakip_rules.models import AnyRule
    from sakip_rules.pages.rule.subject import RuleSubject
    from sakip_rules.pages.rule.view import RuleView

_HASH: Final[Pair] = ("hash SHA-256 isi berkas:", "SHA-256 hash of the file:")
_SOURCE: Final[Pair] = ("Berkas aturannya (YAML)", "The rule file (YAML)")
_PLAN: Final[Pair] = (
    "Rencana sebagai JSON, untuk JavaScript dan PHP:",
    "The plan as JSON, for JavaScript and PHP:",
)
_COMMAND: Final[Pair] = ("Perintah", "Command")


def program(subject: RuleSubject, view: RuleView) -> Markup:
    """Gives all that a programmer needs to compute with a version of a rule."""
    rule = subject.rule
    text = "\n".join(subject.loaded.document.lines).rstrip("\n")
    return joined([
        tag("p", view.say(_HASH), " ", tag("code", subject.loaded.document.sha256), class_="facts"),
        _block(view.say(_COMMAND), "sh", command(rule)),
        _block("Python", "python", python(rule)),
        tag("p", view.say(_PLAN)),
        _block(view.say(_COMMAND), "sh", f"sakip export {rule.reference} --format plan -o rencana.json"),
        *([] if isinstance(rule, FrameworkRule) else _with_plans(rule)),
        tag("details", tag("summary", view.say(_SOURCE)), _pre("yaml", text)),
    ])  # fmt: skip


def _with_plans(rule: AnyRule) -> list[Markup]:
    return [_block("JavaScript", "js", javascript(rule)), _block("PHP", "php", php(rule))]


def _block(heading: str, language: str, text: str) -> Markup:
    return joined([tag("p", tag("strong", heading)), _pre(language, text)])


def _pre(language: str, text: str) -> Markup:
    return tag("pre", tag("code", verbatim(text), class_=f"language-{language}"), translate="no")


def given_of(rule: AnyRule) -> Any:  # noqa: ANN401 - a map, a number or codes, as the kind of rule takes them
    """Gives what the first example that has a value gives; nothing of a framework."""
    if isinstance(rule, FormulaRule):
        shown = first_worked(rule.examples)
        return {} if shown is None else shown.given
    if isinstance(rule, FrameworkRule):
        return {}
    return next((example for example in rule.examples if example.status is None), rule.examples[0]).given


def command(rule: AnyRule) -> str:
    """Gives a command that computes the example, or tells the rule where none computes with its kind."""
    words = ["sakip", "explain", rule.reference]
    if isinstance(rule, FormulaRule):
        words += [f"{name}={_argument(value)}" for name, value in given_of(rule).items()]
    return shlex.join(words)


def _argument(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def python(rule: AnyRule) -> str:
    """Gives a program in Python that prints the example's result."""
    opening = "from sakip_rules import Catalogue\n\n"
    if isinstance(rule, FrameworkRule):
        return f'{opening}report = Catalogue.bundled().evaluate_report("laporan.yaml")\n'
    call = f'rule = Catalogue.bundled().rule("{rule.reference}")\n'
    return f"{opening}{call}{_asked(rule)}"


def _asked(rule: AnyRule) -> str:
    given = given_of(rule)
    match rule:
        case ScaleRule():
            return f"print(rule.classify({_literal(given)}).category)\n"
        case TableRule():
            codes = given.values() if isinstance(given, Mapping) else [given]
            return f"print(rule.look_up({', '.join(map(_literal, codes))}).value)\n"
        case _:
            arguments = ", ".join(f"{name}={_literal(value)}" for name, value in given.items())
            return f"print(rule.evaluate({arguments}).value)\n"


def _literal(value: Any) -> str:  # noqa: ANN401 - data as an example writes it
    """Gives data as Python writes it."""
    return "None" if value is None else json.dumps(value, ensure_ascii=False)


def javascript(rule: AnyRule) -> str:
    """Gives a program in JavaScript that prints the example's result, from the exported plan."""
    call, field = _call_of(rule)
    arguments = ", ".join(json.dumps(value, ensure_ascii=False) for value in _arguments(rule))
    return (
        'import { readFileSync } from "node:fs";\n'
        'import { load } from "sakip-rules";\n\n'
        'const plans = load(readFileSync("rencana.json", "utf8"));\n'
        f'console.log(plans.rule("{rule.id}").{call}({arguments}).{field});\n'
    )


def php(rule: AnyRule) -> str:
    """Gives a program in PHP that prints the example's result, from the exported plan."""
    call, field = _call_of(rule)
    arguments = ", ".join(map(_php_literal, _arguments(rule)))
    return (
        "use SakipRules\\Plans;\n\n"
        "$plans = Plans::load(file_get_contents('rencana.json'));\n"
        f"echo $plans->rule('{rule.id}')->{call}({arguments})['{field}'], PHP_EOL;\n"
    )


def _call_of(rule: AnyRule) -> tuple[str, str]:
    """The method that computes with a kind of rule, and what it gives that is printed."""
    match rule:
        case ScaleRule():
            return "classify", "category"
        case TableRule():
            return "lookUp", "text"
        case _:
            return "evaluate", "text"


def _arguments(rule: AnyRule) -> list[Any]:
    given = given_of(rule)
    if isinstance(rule, TableRule):
        return list(given.values()) if isinstance(given, Mapping) else [given]
    return [given]


def _php_literal(value: Any) -> str:  # noqa: ANN401 - data as an example writes it
    """Gives data as PHP writes it."""
    if isinstance(value, Mapping):
        return f"[{', '.join(f'{_php_literal(key)} => {_php_literal(part)}' for key, part in value.items())}]"
    if isinstance(value, list):
        return f"[{', '.join(map(_php_literal, value))}]"
    if value is None:
        return "null"
    escaped = str(value).replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
