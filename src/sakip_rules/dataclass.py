"""Classes that hold data, as those of `dataclasses`, and made in a small part of the time.

The standard library compiles up to six methods for every class when its module is imported, and a command
calls few of them. Here `__init__` is compiled when the first object is made, the other methods need no
compiling, and what `dataclasses.fields` wants to know is found out when it asks. What a class can do is the
same, so type checkers are shown the standard library's own.
"""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, Field, field
from inspect import get_annotations
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from dataclasses import dataclass, replace

T = TypeVar("T")


def _dataclass(
    *, slots: bool, frozen: bool = False, eq: bool = True, kw_only: bool = False
) -> Callable[[type[T]], type[T]]:
    """Gives what makes a class with slots of the annotations of another one."""
    assert slots  # noqa: S101 - there is no other kind

    def made(cls: type[T]) -> type[T]:
        own = _own_fields(cls, kw_only=kw_only)
        inherited: Mapping[str, Field[Any]] = getattr(cls, "__declared__", {})
        fields = {**inherited, **own}
        compared = [each.name for each in fields.values() if each.compare]
        left_out = {"__dict__", "__weakref__", *own}
        written = {name: value for name, value in cls.__dict__.items() if name not in left_out}
        namespace: dict[str, Any] = {
            "__qualname__": cls.__qualname__,
            "__declared__": fields,
            "__slots__": tuple(name for name in own if name not in inherited),
            "__match_args__": tuple(each.name for each in fields.values() if each.init and not each.kw_only),
            "__init__": _Later(_init_of),
            "__dataclass_fields__": _Later(lambda cls: _by_the_library(cls).__dataclass_fields__),
            "__dataclass_params__": _Later(lambda cls: _by_the_library(cls).__dataclass_params__),
            "__repr__": _repr,
            **(_equality(compared, hashed=frozen) if eq else {}),
            **(_FROZEN if frozen else {}),
            **written,
        }
        return type(cls.__name__, cls.__bases__, namespace)

    return made


def _replace(instance: Any, /, **changes: object) -> Any:  # noqa: ANN401 - an object of such a class
    """Gives an object with other values in some fields."""
    for each in instance.__declared__.values():
        if each.init and each.name not in changes:
            changes[each.name] = getattr(instance, each.name)
    return type(instance)(**changes)


if not TYPE_CHECKING:
    dataclass = _dataclass
    replace = _replace


def _own_fields(cls: type, *, kw_only: bool) -> dict[str, Field[Any]]:
    """Gives the fields that a class itself declares; each knows its name, as the standard library has it."""
    fields = {}
    for name, annotation in get_annotations(cls).items():
        if not annotation.startswith("ClassVar"):
            given = cls.__dict__.get(name, MISSING)
            each = given if isinstance(given, Field) else field(default=given)
            each.name, each.type, each.kw_only = name, annotation, kw_only
            fields[name] = each
    return fields


class _Absent:
    """The default of a field that is made anew for every object, as signatures show it."""

    def __repr__(self) -> str:
        return "<factory>"


_ABSENT = _Absent()


class _Later:
    """An attribute of a class that is made when it is first asked for, and then stands in its place."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        self.make = make

    def __set_name__(self, owner: type, name: str) -> None:
        self.owner = owner
        self.name = name

    def __get__(self, instance: object, asked: type) -> Any:  # noqa: ANN401 - a method, or a map
        made = self.make(self.owner)
        setattr(self.owner, self.name, made)
        return made.__get__(instance, asked) if hasattr(made, "__get__") else made


def _by_the_library(cls: Any) -> Any:  # noqa: ANN401 - a class made here, and its like
    """Gives a class with the same fields that the standard library made."""
    fields: Mapping[str, Field[Any]] = cls.__declared__
    namespace = {"__annotations__": {each.name: each.type for each in fields.values()}, **fields}
    frozen = cls.__setattr__ is no_assignment
    return dataclasses.dataclass(frozen=frozen, eq=False, repr=False)(type(cls.__name__, (), namespace))


def _init_of(cls: Any) -> Callable[..., None]:  # noqa: ANN401 - as above
    """Compiles the `__init__` of a class."""
    fields: Sequence[Field[Any]] = tuple(cls.__declared__.values())
    known: dict[str, Any] = {"_absent": _ABSENT, "__name__": cls.__module__}
    by_place = [_parameter(each, known) for each in fields if each.init and not each.kw_only]
    by_name = [_parameter(each, known) for each in fields if each.init and each.kw_only]
    parameters = ["self", *by_place, *(["*", *by_name] if by_name else [])]
    lines = [line for each in fields if (line := _assignment(cls, each, known))]
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    source = f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines or ["pass"])
    exec(source, known)  # noqa: S102 - of names of this package
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__annotations__ = {each.name: each.type for each in fields if each.init} | {"return": None}
    return init


def _parameter(each: Field[Any], known: dict[str, Any]) -> str:
    """Gives the parameter of a field, and notes what its default is."""
    if each.default is not MISSING:
        known[f"_default_{each.name}"] = each.default
        return f"{each.name}=_default_{each.name}"
    return each.name if each.default_factory is MISSING else f"{each.name}=_absent"


def _assignment(cls: Any, each: Field[Any], known: dict[str, Any]) -> str:  # noqa: ANN401 - as above
    """Gives the line that fills the slot of a field; nothing where the class does so itself."""
    name = each.name
    value = name
    if each.default_factory is not MISSING:
        known[f"_make_{name}"] = each.default_factory
        value = f"_make_{name}() if {name} is _absent else {name}" if each.init else f"_make_{name}()"
    elif not each.init:
        return ""
    if cls.__setattr__ is object.__setattr__:
        return f"self.{name} = {value}"
    known[f"_fill_{name}"] = getattr(cls, name).__set__
    return f"_fill_{name}(self, {value})"


@recursive_repr("...")
def _repr(self: Any) -> str:  # noqa: ANN401 - an object of such a class
    fields = [each.name for each in self.__declared__.values() if each.repr]
    return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in fields)})"


def _equality(names: Sequence[str], *, hashed: bool) -> dict[str, Any]:
    """Gives the methods by which objects are equal whose fields are; nobody else's objects are."""
    values = _values(names)

    def __eq__(self: object, other: object) -> Any:  # noqa: ANN401, N807 - Python's name
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807 - Python's name
        return hash(values(self))

    return {"__eq__": __eq__, "__hash__": __hash__ if hashed else None}


def _values(names: Sequence[str]) -> Callable[[object], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda instance: tuple(getattr(instance, name) for name in names)


def no_assignment(self: object, name: str, value: object) -> NoReturn:  # noqa: ARG001 - Python's signature
    """Refuses an assignment to an attribute, as frozen classes do."""
    message = f"cannot assign to field {name!r}"
    raise dataclasses.FrozenInstanceError(message)


def no_deletion(self: object, name: str) -> NoReturn:  # noqa: ARG001 - Python's signature
    """Refuses to delete an attribute, as frozen classes do."""
    message = f"cannot delete field {name!r}"
    raise dataclasses.FrozenInstanceError(message)


def _state(self: Any) -> list[Any]:  # noqa: ANN401 - an object of such a class
    return [getattr(self, name) for name in self.__declared__]


def _set_state(self: Any, state: list[Any]) -> None:  # noqa: ANN401 - as above
    for name, value in zip(self.__declared__, state, strict=True):
        object.__setattr__(self, name, value)


_FROZEN = {
    "__setattr__": no_assignment,
    "__delattr__": no_deletion,
    "__getstate__": _state,
    "__setstate__": _set_state,
}

__all__ = ["dataclass", "field", "no_assignment", "no_deletion", "replace"]
