"""What the annotations, defaults and methods of a model say of how it is read.

They only say it: `sakip_rules.models.reading` makes of it what reads, once a file of that kind is there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias, TypeVar

from pydantic_core import CoreSchema, core_schema

from sakip_rules.dataclass import dataclass

T = TypeVar("T")

JSON_SCHEMA: Final = "sakip_json_schema"
"""The key under which a schema says what stands for it in JSON Schema."""

NOTHING: Final[Any] = object()
"""The default of a key that must be written."""

Function: TypeAlias = Callable[..., Any]


class Mark:
    """What an annotation adds to a type, from the inside to the outside."""

    def around(self, schema: CoreSchema) -> CoreSchema:
        """Gives the schema of a type with this mark."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, eq=False)
class Before(Mark):
    """A function that is called with what is written, before it is read."""

    function: Function

    def around(self, schema: CoreSchema) -> CoreSchema:
        """Gives the schema of a type with this mark."""
        return core_schema.no_info_before_validator_function(self.function, schema)


@dataclass(frozen=True, slots=True, eq=False)
class After(Mark):
    """A function that is called with what was read; with `info` also with the context of reading."""

    function: Function
    info: bool = False

    def around(self, schema: CoreSchema) -> CoreSchema:
        """Gives the schema of a type with this mark."""
        if self.info:
            return core_schema.with_info_after_validator_function(self.function, schema)
        return core_schema.no_info_after_validator_function(self.function, schema)


@dataclass(frozen=True, slots=True, eq=False)
class Alone(Mark):
    """A function that reads by itself; with `info` it is called with the context of reading, too."""

    function: Function
    info: bool = False

    def around(self, schema: CoreSchema) -> CoreSchema:  # noqa: ARG002 - nothing else reads
        """Gives the schema of a type with this mark."""
        if self.info:
            return core_schema.with_info_plain_validator_function(self.function)
        return core_schema.no_info_plain_validator_function(self.function)


@dataclass(frozen=True, slots=True, eq=False)
class JsonSchema(Mark):
    """What stands for a type in JSON Schema."""

    schema: Mapping[str, Any]

    def around(self, schema: CoreSchema) -> CoreSchema:
        """Gives the schema of a type with this mark."""
        return {**schema, "metadata": {JSON_SCHEMA: self.schema}}


@dataclass(frozen=True, slots=True, eq=False)
class ReadAs:
    """Another annotation, by which is read what the first mark after it makes the type of."""

    annotation: Any


class Filled(Mark):
    """A list or map in which something must stand."""

    def around(self, schema: CoreSchema) -> CoreSchema:
        """Gives the schema of a type with this mark."""
        return {**schema, "min_length": 1}


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """The name of an alternative, which stands between angle brackets."""

    name: str


@dataclass(frozen=True, slots=True, eq=False)
class ByShape:
    """A function that gives the tag of the alternative which a value is read as."""

    tag_of: Callable[[Any], str]


@dataclass(frozen=True, slots=True, eq=False)
class DeclaredKey:
    """A key of a model: its default, if it may be left out, and how it is written where Python cannot."""

    default: Any = NOTHING
    default_factory: Callable[[], Any] | None = None
    alias: str | None = None
    annotation: Any = None

    @property
    def is_required(self) -> bool:
        """Says whether the key must be written."""
        return self.default is NOTHING and self.default_factory is None


def keyed(
    *,
    default: Any = NOTHING,  # noqa: ANN401 - of whatever type the key is
    default_factory: Callable[[], Any] | None = None,
    alias: str | None = None,
) -> Any:  # noqa: ANN401 - type checkers take it for the default
    """Gives the field of a key whose default is made anew each time, or which is written another way."""
    return DeclaredKey(default, default_factory, alias)


@dataclass(frozen=True, slots=True, eq=False)
class Hook:
    """A function that is called while a model is read: with what is written, or with the whole model."""

    function: Function
    is_before: bool


def before(function: Function) -> Any:  # noqa: ANN401 - it is not called by its name
    """Marks a static method that is called with what is written, and gives what is read in its place."""
    return Hook(function.__func__ if isinstance(function, staticmethod) else function, is_before=True)


def after(function: Function) -> Any:  # noqa: ANN401 - as above
    """Marks a method that is called with the whole model, and gives it, or raises what is wrong with it."""
    return Hook(function, is_before=False)


__all__ = [
    "JSON_SCHEMA",
    "After",
    "Alone",
    "Before",
    "ByShape",
    "DeclaredKey",
    "Filled",
    "Hook",
    "JsonSchema",
    "Mark",
    "ReadAs",
    "Tag",
    "after",
    "before",
    "keyed",
]  # fmt: skip
