"""What a rule file states, found by walking its model: nothing here knows what kinds of facts there are.

Every text, name, number and reference of a rule is put in place of by a token that stands nowhere else, so
a description that does not hold a token does not tell its fact. What cannot be any text, a word out of
a list, a number of places, a day, is changed one by one: a description that stays the same does not tell it.
"""

from __future__ import annotations

import datetime
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import count
from typing import Any, Literal, get_args, get_origin

from sakip_rules.models import RULE_CLASSES, AnyRule, Model, Reference

NOT_TOLD = {
    "examples": "they stand in the file, and `sakip test` computes them",
    "WrittenBand.color": "a colour is no word",
}
FIRST_TOKEN = 7_919_001

Path = tuple[str | int, ...]
Describe = Callable[[AnyRule], Iterator[str]]
"""Gives a description part by part: of a changed rule none is made after the first that differs."""


def untold(rule: AnyRule, describe: Describe) -> list[str]:
    """Gives the places of a rule's facts that are not told by its description, which `describe` gives."""
    tokens = _Tokens()
    text = "\n".join(describe(tokens.put_into(rule))).translate(_NO_SIGNS)
    missing = [path for token, path in tokens.places.items() if token not in text]
    plain = list(describe(rule))
    missing += [
        path
        for path, changed in _changes(rule)
        if all(part == as_it_is for part, as_it_is in zip(describe(changed), plain, strict=True))
    ]
    return [".".join(map(str, path)) for path in missing]


def stated(rule: AnyRule) -> list[str]:
    """Gives the places of all facts that `untold` looks for."""
    tokens = _Tokens()
    tokens.put_into(rule)
    return [".".join(map(str, path)) for path in [*tokens.places.values(), *(p for p, _ in _changes(rule))]]


_NO_SIGNS = str.maketrans("", "", ".,")
"""Numbers are grouped for people; a token is looked for without the signs."""


@dataclass
class _Tokens:
    """Tokens that were put into a rule, each with the place of the fact that it stands for."""

    places: dict[str, Path] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(FIRST_TOKEN))

    def put_into(self, rule: AnyRule) -> AnyRule:
        changed: AnyRule = self._model(rule, ())
        return changed

    def _model(self, model: Any, path: Path) -> Any:
        told = {name: getattr(model, name) for name in _told(type(model))}
        return model.changed(
            **{
                name: value if _is_list_of_words(model, name) else self._inside(value, (*path, name))
                for name, value in told.items()
            }
        )

    def _inside(self, value: Any, path: Path) -> Any:
        if isinstance(value, Model):
            return self._model(value, path)
        if isinstance(value, tuple):
            return tuple(self._inside(part, (*path, place)) for place, part in enumerate(value))
        if isinstance(value, dict):
            names = path[-1] != "default"  # the keys of a range or an absent value are none
            return {
                self._token((*path, key, "key")) if names else key: self._inside(part, (*path, key))
                for key, part in value.items()
            }
        return self._leaf(value, path)

    def _leaf(self, value: Any, path: Path) -> Any:
        if isinstance(value, str):
            return self._token(path)
        if isinstance(value, Fraction):
            return Fraction(self._token(path))
        if isinstance(value, Reference):
            token = self._token(path)
            return Reference(f"contoh/r{token}", value.version and f"{token}.0.0")
        return value

    def _token(self, path: Path) -> str:
        token = str(next(self.numbers))
        self.places[token] = path
        return token


def _told(model: type[Model]) -> list[str]:
    return [name for name in model.fields() if not {name, f"{model.__name__}.{name}"} & NOT_TOLD.keys()]


def _is_list_of_words(model: Model, name: str) -> bool:
    return bool(_words(model.fields()[name].annotation))


def _words(annotation: Any) -> tuple[str, ...]:
    """The words of a `Literal`, wherever in an annotation it stands."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return tuple(word for part in get_args(annotation) for word in _words(part))


def _changes(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Gives a rule, or a part of one, with one word, number of places or day changed, for each of them."""
    if isinstance(value, Model):
        for name in _told(type(value)):
            for other in _others(value, name):
                yield (*path, name), _with(value, name, other)
    for key, part in _parts(value):
        for where, changed in _changes(part, (*path, key)):
            yield where, _with(value, key, changed)


def _parts(value: Any) -> list[tuple[Any, Any]]:
    """Gives what a model, a list or a map holds, each with its name, place or key."""
    if isinstance(value, Model):
        return [(name, getattr(value, name)) for name in _told(type(value))]
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, tuple) else []


def _with(value: Any, key: Any, part: Any) -> Any:
    """Gives a model, a list or a map with another thing under a name, place or key."""
    if isinstance(value, Model):
        return value.changed(**{key: part})
    return value | {key: part} if isinstance(value, dict) else (*value[:key], part, *value[key + 1 :])


def _others(model: Model, name: str) -> list[Any]:
    """What might stand instead of a stated word, number of places or day; nothing for a text."""
    value = getattr(model, name)
    if value is None or name not in model.stated:
        return []
    if isinstance(value, int):
        return [value + 1]
    if isinstance(value, datetime.date):
        return [value + datetime.timedelta(days=400)]
    words = _words(model.fields()[name].annotation)
    others = [word for word in words if word != value][:1]
    return others if others or model.fields()[name].is_required else [None] * bool(words)


def kinds() -> set[str]:
    """Gives every kind of fact that a rule file may state, as `Model.key`, by the model that declares it."""
    found: set[str] = set()
    seen: set[object] = set()
    todo: list[Any] = list(RULE_CLASSES.values())
    while todo:
        shape = todo.pop()
        if not (isinstance(shape, type) and issubclass(shape, Model)):
            todo += get_args(shape)
        elif shape not in seen:
            seen.add(shape)
            found |= {_kind(shape, name) for name in _told(shape)}
            todo += [shape.fields()[name].annotation for name in _told(shape)]
    return found


def kinds_of(value: Any) -> set[str]:
    """Gives the kinds of facts that a rule, or a part of one, states."""
    parts = _parts(value)
    own = {
        _kind(type(value), name)
        for name, part in parts
        if isinstance(value, Model) and part not in (None, ())
    }
    return own.union(*(kinds_of(part) for _, part in parts))


def _kind(model: type[Model], name: str) -> str:
    owner = next(base for base in reversed(model.__mro__) if name in inspect.get_annotations(base))
    return f"{owner.__name__}.{name}"
