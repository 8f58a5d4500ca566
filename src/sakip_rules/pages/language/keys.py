"""A page for each key of rule and report files, from the models, their descriptions and the data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from sakip_rules.markup import link, prose, table, tag
from sakip_rules.models.descriptions import description
from sakip_rules.models.schema import report_schema, rule_schema
from sakip_rules.pages.data import read
from sakip_rules.pages.headed import headed_page, texts_of
from sakip_rules.pages.language.parts import (
    codes_section,
    example_section,
    reference_section,
    rules_section,
)
from sakip_rules.pages.rule.view import section

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sakip_rules.languages import Pair
    from sakip_rules.pages.data import DataMap
    from sakip_rules.pages.language.uses import LanguageUses
    from sakip_rules.pages.paper import MadePage
    from sakip_rules.pages.rule.view import RuleView

INDEX: Final = "rujukan/kunci/index.md"

_TITLE: Final[Pair] = ("Kunci {key}", "The key {key}")
_PLACES: Final[Pair] = ("Tempatnya", "Where it stands")
_LIST_HEADS: Final[tuple[Pair, ...]] = (("kunci", "key"), ("arti", "meaning"))
_HEADS: Final[tuple[Pair, ...]] = (
    ("di", "in"),
    ("arti", "meaning"),
    ("isinya", "holds"),
    ("wajib", "required"),
    ("bawaan", "default"),
)
_YES: Final[Pair] = ("ya", "yes")
_NO: Final[Pair] = ("tidak", "no")
_OR: Final[Pair] = (" atau ", " or ")
_ANYTHING: Final[Pair] = ("nilai apa pun", "any value")

_TYPES: Final[dict[str, Pair]] = {
    "string": ("teks", "a text"),
    "number": ("angka", "a number"),
    "integer": ("angka", "a number"),
    "boolean": ("teks", "a text"),
    "null": ("`null`", "`null`"),
    "array": ("daftar", "a list"),
    "object": ("peta", "a map"),
}
"""What a JSON Schema calls a type, as an author of YAML sees it: `ya` and `true` are texts to the reader."""
_REFERENCE: Final[Pair] = ("id aturan", "the id of a rule")

_MODELS: Final[dict[str, Pair]] = {
    "FormulaRule": ("aturan rumus", "a formula rule"),
    "ScaleRule": ("skala", "a scale"),
    "TableRule": ("tabel", "a table"),
    "FrameworkRule": ("kerangka", "a framework"),
    "Body": ("baris masukan", "the rows of an input"),
    "Level": ("jenjang", "a level"),
    "Input": ("masukan", "an input"),
    "Step": ("langkah", "a step"),
    "Case": ("kasus", "a case"),
    "CaseCall": ("kasus yang memanggil aturan", "a case that calls a rule"),
    "Check": ("syarat", "a check"),
    "Rounding": ("pembulatan", "a rounding"),
    "ScaleRounding": ("pembulatan skala", "the rounding of a scale"),
    "WrittenBand": ("rentang", "a band"),
    "Domain": ("cakupan skala (domain)", "the domain of a scale"),
    "AbsentValue": ("nilai yang tidak ada", "an absent value"),
    "Text": ("teks dalam dua bahasa", "a text in two languages"),
    "LegalBasis": ("dasar hukum", "a legal basis"),
    "Erratum": ("salah cetak", "a misprint"),
    "FormulaExample": ("contoh aturan rumus", "an example of a formula rule"),
    "ScaleExample": ("contoh skala", "an example of a scale"),
    "TableExample": ("contoh tabel", "an example of a table"),
    "FrameworkExample": ("contoh kerangka", "an example of a framework"),
    "ReportHeader": ("kepala laporan", "the head of a report"),
    "Record": ("rekaman laporan", "a record of a report"),
    "Printed": ("angka tercetak", "a printed figure"),
}

_MAP: Final = re.compile(r"`[^`]*`|\{[^{}]*\}")
_WRITTEN: Final = re.compile(
    rf"{_MAP.pattern}|\b(?:indicator|achievement|efficiency|index|scale|table|framework|when|then|otherwise|rule"
    r"|quoted|applied|recalled|claimed|exact|rounded|missing|null|[a-z]+(?:_[a-z]+)+|places|mode|carry)\b"
)
"""What Indonesian meanings name as it is written in files: maps, keys and words of closed lists."""


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """A key where it may stand: in which model, whether it has to, and the schema of what it holds."""

    model: str
    required: bool
    schema: Mapping[str, Any]


@cache
def known_keys() -> dict[str, list[KeyPlace]]:
    """Gives every key of rule and report files with the places where it may stand, by name."""
    known: dict[str, list[KeyPlace]] = {}
    for model, shape in _shapes().items():
        for key, schema in shape.get("properties", {}).items():
            known.setdefault(key, []).append(KeyPlace(model, key in shape.get("required", ()), schema))
    return dict(sorted(known.items()))


def _shapes() -> dict[str, Any]:
    """The map that each model is; of a report's head only what is its own, and not what data may hold."""
    report = report_schema()
    shapes = {**rule_schema()["$defs"], **report["$defs"]}
    own = report["properties"].keys() - report["$defs"]["Record"]["properties"].keys()
    shapes["ReportHeader"] = {
        "properties": {key: report["properties"][key] for key in own},
        "required": report["required"],
    }
    return {name: shapes[name].get("anyOf", [shapes[name]])[-1] for name in _MODELS}


def key_path(key: str) -> str:
    """Gives the path of the page of a key."""
    return f"rujukan/kunci/{key}.md"


def sample_of(key: str) -> DataMap:
    """Gives the sample of the data that shows a key; raises `StopIteration` where there is none."""
    stated: DataMap = next(sample for sample in read("keys").values() if key in sample["keys"])
    return stated


def keys_page(view: RuleView) -> MadePage:
    """Gives the page of all keys."""
    title, text = texts_of("keys", view)
    rows = (
        [
            link(view.place.href(key_path(key)), tag("code", key)),
            prose(" ".join(_meanings(key, places, view))),
        ]
        for key, places in known_keys().items()
    )
    shown = table([view.say(head) for head in _LIST_HEADS], rows, class_="keys")
    return headed_page("list", title, text, [shown], view)


def key_page(key: str, uses: LanguageUses, view: RuleView) -> MadePage:
    """Gives the page of a key: where it stands, what it holds, and a small rule that was run."""
    places, sample = known_keys()[key], sample_of(key)
    heads = [view.say(head) for head in _HEADS]
    content = [
        section("tempat", view.say(_PLACES), table(heads, _rows(key, places, view), class_="places")),
        example_section(sample, view, key=key),
        reference_section(sample["section"], view),
        rules_section(uses.first((place.model, key) for place in places), view),
        codes_section(sample["codes"], view),
    ]
    about = " ".join(_meanings(key, places, view))
    title, heading = (view.say(_TITLE).format(key=name) for name in (key, f"`{key}`"))
    return headed_page("key", title, about, content, view, heading=heading, search=[key])


def _meanings(key: str, places: list[KeyPlace], view: RuleView) -> Iterator[str]:
    """What a key means, each meaning once."""
    yield from dict.fromkeys(_with_code(description(place.model, key), view) for place in places)


def _rows(key: str, places: list[KeyPlace], view: RuleView) -> Iterator[list[str]]:
    """What is said of a key in each place; places of which the same is said stand together."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for place in places:
        said = (
            _with_code(description(place.model, key), view),
            view.say(_OR).join(dict.fromkeys(_held(place.schema, view))),
            view.say(_YES if place.required else _NO),
            _code(place.schema["default"]) if "default" in place.schema else "",
        )
        alike.setdefault(said, []).append(view.say(_MODELS[place.model]))
    for told, models in alike.items():
        yield [", ".join(models), *map(prose, told)]


def _with_code(meaning: Pair, view: RuleView) -> str:
    """A meaning with what is written in files between backticks; English words are plain in English."""
    place = _MAP if view.lang == "en" else _WRITTEN
    return place.sub(
        lambda found: found[0] if found[0].startswith("`") else f"`{found[0]}`", view.say(meaning)
    )


def _held(schema: Mapping[str, Any], view: RuleView) -> Iterator[str]:
    """What a schema lets stand, in words; the words of a closed list as they are."""
    if "enum" in schema or "const" in schema:
        yield from map(_code, schema.get("enum") or [schema["const"]])
    elif "$ref" in schema:
        yield from _named(schema["$ref"].rpartition("/")[2], view)
    elif "anyOf" in schema or "oneOf" in schema:
        for choice in schema.get("anyOf") or schema["oneOf"]:
            yield from _held(choice, view)
    elif "type" in schema:
        stated = schema["type"]
        yield from (view.say(_TYPES[each]) for each in ([stated] if isinstance(stated, str) else stated))
    else:
        yield view.say(_ANYTHING)


def _code(word: str) -> str:
    return f"`{word}`"


def _named(model: str, view: RuleView) -> Iterator[str]:
    if model == "Reference":
        yield view.say(_REFERENCE)
    elif model == "Text":
        yield view.say(_TYPES["string"])
        yield view.say(_MODELS[model])
    else:
        yield view.say(_MODELS[model])
