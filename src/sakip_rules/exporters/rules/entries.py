"""What a rule takes and gives, as programs read it: inputs, bands of a scale, keys of a table."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, assert_never

from sakip_rules.diagnostics.core import clean
from sakip_rules.languages import Language
from sakip_rules.models import FormulaRule, FrameworkRule, Reference, ScaleRule, TableRule
from sakip_rules.numbers import fraction_text, shortest_text
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip_rules.exporters.objects import Json
    from sakip_rules.models import AnyRule, Body, Input, WrittenBand


def entries_object(rule: AnyRule, lang: Language) -> Json:
    """Gives `inputs` of a formula, `bands` of a scale, `keys` of a table, `levels` of a framework."""
    match rule:
        case FormulaRule():
            scale = str(rule.scale) if rule.scale is not None else None
            return {"inputs": inputs_list(rule, lang), "scale": scale}
        case ScaleRule():
            return {"bands": [band_object(band) for band in rule.bands]}
        case TableRule():
            return {"keys": list(rule.keys), "interpolate": rule.interpolate is not None}
        case FrameworkRule():
            return {"levels": {name: inputs_list(level, lang) for name, level in rule.levels.items()}}
        case _:
            assert_never(rule)


def inputs_list(body: Body, lang: Language) -> list[Json]:
    """Gives the inputs of a record in their order."""
    inputs: Mapping[str, Input] = body.inputs
    return [_input(name, declared, lang) for name, declared in inputs.items()]


def _input(name: str, declared: Input, lang: Language) -> Json:
    title = safe(declared.title.pair, lang) if declared.title is not None else name
    if declared.each is not None:
        return {"name": name, "title": title, "type": "rows", "rows": inputs_list(declared.each, lang)}
    return {
        "name": name,
        "title": title,
        "type": declared.type,
        "unit": clean(declared.unit) if declared.unit is not None else None,
        **_choices(declared),
        **({"default": declared.default} if "default" in declared.stated else {}),
        **({"from_rule": True} if declared.from_ is not None else {}),
    }


def _choices(declared: Input) -> Json:
    """Gives the CODEs that an input may hold, or the rule that has them."""
    choices = declared.choices
    if choices is None:
        return {}
    return {"choices_of": str(choices)} if isinstance(choices, Reference) else {"choices": list(choices)}


def band_object(band: WrittenBand) -> Json:
    """Gives a category, and the ends or the absent value that have it; ends that are open are left out."""
    stated = {
        key.rstrip("_"): _shown(value)
        for key, value in vars(band).items()
        if value is not None and key not in ("category", "code")
    }
    return {"category": clean(band.category), "code": band.code, **stated}


def _shown(value: Any) -> str:  # noqa: ANN401 - texts and exact numbers
    if isinstance(value, Fraction):
        return shortest_text(value) or fraction_text(value)
    return clean(str(value))
