"""An empty report for a framework: every level once, every input with what it is, ready to be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from sakip_rules.languages import Language, say
from sakip_rules.numbers import display_text
from sakip_rules.plans import FrameworkPlan, InputPlan, LevelPlan
from sakip_rules.values import Absent, Range, Value

if TYPE_CHECKING:
    from sakip_rules.languages import Pair

_HEAD: tuple[tuple[str, Pair], ...] = (
    ("report: LKjIP {year}", ("judul laporannya", "title of the report")),
    ("organization: Nama perangkat daerah", ("instansi yang melapor", "the agency")),
    ("year: {year}", ("tahun kinerja", "performance year")),
    ("framework: {framework}", ("kerangka yang dipakai", "the framework")),
)
_ID: Pair = (
    "nama pendek, tanpa spasi, berbeda dari yang lain",
    "a short name without spaces, unlike the others",
)
_TITLE: Pair = ("nama yang dibaca orang", "the name that people read")
_RULE: Pair = (
    "atau sebut aturannya: rule: pemilik/nama, dan data: dengan masukannya",
    "or name its rule: rule: owner/name, and data: with its inputs",
)
_DEFAULT: Pair = ("bila tidak ditulis", "if it is not written")
_AGAIN: Pair = ("dapat juga berada di sini, seperti di atas", "may stand here, too, as above")
_MISSING: Pair = (
    "missing: belum ada; not_applicable: tidak berlaku",
    "missing: not yet known; not_applicable",
)


def blank_report(plan: FrameworkPlan, framework: str, year: int, lang: Language) -> str:
    """Gives the text of a report in which nothing is given yet; it can be computed as it stands."""
    lines = [f"# {say(_MISSING, lang)}"]
    lines += [f"{text.format(year=year, framework=framework)}  # {say(words, lang)}" for text, words in _HEAD]
    lines += _level(plan, plan.levels[plan.root], "", {plan.root}, lang)
    return "\n".join(lines) + "\n"


def _level(
    plan: FrameworkPlan, level: LevelPlan, indent: str, told: set[str], lang: Language
) -> Iterator[str]:
    """The inputs of a level, and one record of each level below it; a level is written out once."""
    for declared in level.record.inputs.values():
        yield from _input(declared, indent, lang)
    for name in level.below:
        below = plan.levels[name]
        if name in told:
            yield f"{indent}# {name}: {say(_AGAIN, lang)}"
            continue
        told.add(name)
        title = say(below.title, lang)
        yield f"{indent}{name}:  # {title}"
        yield f"{indent}  - id: {name.replace('_', '-')}-1  # {say(_ID, lang)}"
        yield f"{indent}    title: {title} 1  # {say(_TITLE, lang)}"
        yield from _level(plan, below, f"{indent}    ", told, lang)


def _input(declared: InputPlan, indent: str, lang: Language) -> Iterator[str]:
    """One input: what stands for it now, and what it is."""
    about = say(declared.title, lang)
    if declared.each is not None:
        yield f"{indent}{declared.name}:  # {about}"
        fields = [text for inner in declared.each.inputs.values() for text in _input(inner, "", lang)]
        for place, text in enumerate(fields):
            yield f"{indent}  {'- ' if place == 0 else '  '}{text}"
        return
    notes = [about, *([declared.unit] if declared.unit else []), *_choices(declared)]
    if declared.default is not None:
        default = _text(declared.default)
        yield f"{indent}# {declared.name}: {default}  # {'; '.join(notes)}; {say(_DEFAULT, lang)}: {default}"
        return
    if declared.from_rule:
        notes.append(say(_RULE, lang))
    yield f"{indent}{declared.name}: missing  # {'; '.join(notes)}"


def _choices(declared: InputPlan) -> list[str]:
    match declared.type:
        case "polarity":
            return ["higher_is_better, lower_is_better, closer_is_better"]
        case "choice":
            return [", ".join(declared.choices)]
        case "truth":
            return ["ya, tidak"]
        case "range":
            return ["{min: 40, max: 50}"]
    return []


def _text(value: Value) -> str:
    """A default as a report would write it."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, str):
        return value
    if isinstance(value, Absent):
        return value.word
    if isinstance(value, Range):
        return f"{{min: {_number(value.low)}, max: {_number(value.high)}}}"
    assert isinstance(value, Fraction)  # noqa: S101 - a default is what data could give
    return _number(value)


def _number(value: Fraction) -> str:
    return display_text(value, None)
