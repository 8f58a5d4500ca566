"""Models -> what reads them: one validator of pydantic-core for a model and all that it holds.

It is made when the first file of its kind is read. The same is what pydantic would make of the same
annotations, at many times the cost: its own import, a class of classes, schemas that are copied and cleaned.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cache
from inspect import get_annotations
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    TypeVar,
    Union,
    get_args,
    get_origin,
)

from pydantic_core import CoreSchema, SchemaValidator, core_schema

from sakip_rules.models.marks import Alone, ByShape, DeclaredKey, Hook, Mark, ReadAs, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip_rules.models.base import Model

T = TypeVar("T")


def _fields_of(model: type[Model]) -> dict[str, DeclaredKey]:
    """Gives the keys of a model by their names in Python, those of the models it extends first."""
    fields: dict[str, DeclaredKey] = {}
    for each in reversed(model.__mro__):
        fields |= _own_fields(each)
    return fields


@cache
def _own_fields(cls: type) -> dict[str, DeclaredKey]:
    """Gives the keys that a class itself declares; to make something of their words is what takes long."""
    fields = {}
    for name, annotation in get_annotations(cls, eval_str=True).items():
        default = vars(cls).get(name, DeclaredKey())
        stated = default if isinstance(default, DeclaredKey) else DeclaredKey(default)
        fields[name] = DeclaredKey(stated.default, stated.default_factory, stated.alias, annotation)
    return fields


def _validator_of(annotation: Any) -> SchemaValidator:  # noqa: ANN401 - a model, or any other annotation
    """Gives what reads a model, or a part of one. Two threads may make it at once: they make the same."""
    return _with_room(lambda: SchemaValidator(schema_of(annotation)))


def schema_of(annotation: Any) -> CoreSchema:  # noqa: ANN401 - as above
    """Gives the schema of a model, or of a part of one; that of every model in it stands there once."""
    making = _Making()
    whole = making.schema(annotation)
    return core_schema.definitions_schema(whole, making.definitions)


def _with_room(make: Callable[[], T]) -> T:
    """Gives what a call gives, and where the caller's stack has no room for it, on the stack of a thread."""
    try:
        return make()
    except RecursionError:
        made: list[T] = []
        other = threading.Thread(target=lambda: made.append(make()))
        other.start()
        other.join()
        return made[0]


fields_of: Callable[[Any], dict[str, DeclaredKey]] = cache(_fields_of)
validator_of: Callable[[Any], SchemaValidator] = cache(_validator_of)


class _Making:
    """One making: the models that were met, each with its schema."""

    def __init__(self) -> None:
        self.definitions: list[CoreSchema] = []
        self._met: set[type[Model]] = set()

    def schema(self, annotation: Any) -> CoreSchema:  # noqa: ANN401 - annotations are of every kind
        """Gives the schema of an annotation."""
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._marked(*arguments)
        if origin in (Union, UnionType):
            (inner,) = (each for each in arguments if each is not NoneType)
            return core_schema.nullable_schema(self.schema(inner))
        if origin is dict:
            keys, values = arguments
            return core_schema.dict_schema(self.schema(keys), self.schema(values))
        if origin is tuple:
            return core_schema.tuple_schema([self.schema(arguments[0])], variadic_item_index=0)
        if origin is Literal:
            return core_schema.literal_schema(list(arguments))
        return core_schema.str_schema() if annotation is str else self._reference(annotation)

    def _reference(self, model: type[Model]) -> CoreSchema:
        """Gives a reference to the schema of a model: one that holds itself has an end."""
        name = f"{model.__module__}.{model.__qualname__}:{id(model)}"
        if model not in self._met:
            self._met.add(model)
            self.definitions.append({**self._model(model), "ref": name})
        return core_schema.definition_reference_schema(name)

    def _model(self, model: type[Model]) -> CoreSchema:
        fields = {name: self._field(field) for name, field in fields_of(model).items()}
        schema: CoreSchema = core_schema.model_fields_schema(fields, model_name=model.__name__)
        hooks = list(_hooks_of(model))
        for hook in hooks:
            if hook.is_before:
                schema = core_schema.no_info_before_validator_function(hook.function, schema)
        others: Any = {"extra_fields_behavior": model.model_config["extra"]}
        schema = core_schema.model_schema(model, schema, config=others)
        for hook in hooks:
            if not hook.is_before:
                schema = core_schema.no_info_after_validator_function(hook.function, schema)
        return schema

    def _field(self, field: DeclaredKey) -> core_schema.ModelField:
        schema = self.schema(field.annotation)
        if field.default_factory is not None:
            schema = core_schema.with_default_schema(schema, default_factory=field.default_factory)
        elif not field.is_required:
            schema = core_schema.with_default_schema(schema, default=field.default)
        return core_schema.model_field(schema, validation_alias=field.alias)

    def _marked(self, annotation: Any, *marks: Any) -> CoreSchema:  # noqa: ANN401 - as above
        first = marks[0]
        if isinstance(first, ByShape):
            choices = {_tag_of(choice): self.schema(choice) for choice in get_args(annotation)}
            schema: CoreSchema = core_schema.tagged_union_schema(choices, first.tag_of)
        elif isinstance(first, Alone):
            schema = core_schema.any_schema()  # what it reads is its own affair
        elif isinstance(first, ReadAs):
            schema = self.schema(first.annotation)
        else:
            schema = self.schema(annotation)
        for mark in marks:
            if isinstance(mark, Mark):
                schema = mark.around(schema)
        return schema


def _tag_of(choice: Any) -> str:  # noqa: ANN401 - as above
    return next(mark.name for mark in get_args(choice) if isinstance(mark, Tag))


def _hooks_of(model: type[Model]) -> Iterator[Hook]:
    """Gives what is called while a model is read: that of the models it extends first."""
    for each in reversed(model.__mro__):
        yield from (found for found in vars(each).values() if isinstance(found, Hook))


__all__ = ["fields_of", "schema_of", "validator_of"]
