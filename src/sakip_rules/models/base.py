"""What all models share: frozen, unknown keys refused, mistakes named by the key of a diagnostic."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    Self,
    TypeAlias,
    TypeVar,
    dataclass_transform,
)

from pydantic_core import CoreSchema, PydanticCustomError

from sakip_rules.dataclass import no_assignment, no_deletion
from sakip_rules.languages import Language, Pair
from sakip_rules.models.marks import After, Alone, Before, DeclaredKey, JsonSchema, before, keyed
from sakip_rules.models.reading import fields_of, schema_of, validator_of
from sakip_rules.numbers import read_plain

if TYPE_CHECKING:
    from pydantic_core.core_schema import ValidationInfo

T = TypeVar("T")

if TYPE_CHECKING:
    RawValue: TypeAlias = "str | list[RawValue] | dict[str, RawValue] | None"
else:
    RawValue = Any  # what reads a model would follow the recursion of the alias
Raw = Annotated[RawValue, Alone(lambda value: value), JsonSchema({})]
"""Data that is typed by another rule: kept as the loader gives it."""

TRANSLATED = "translated"
"""Key of the validation context: true where every TEXT must be given in both languages."""


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(keyed,))
class Model:
    """A part of a file; immutable, and every key it does not know is an error.

    Its class is a plain one. What reads it, `sakip_rules.models.reading` makes of its annotations once a file
    of its kind is read; pydantic-core fills the slots below, by these names.
    """

    __slots__ = ("__dict__", "__pydantic_extra__", "__pydantic_fields_set__", "__pydantic_private__")

    model_config = {"extra": "forbid"}  # noqa: RUF012 - annotated it would be a key
    """Under the name by which pydantic's JSON Schema asks for it, too."""

    def __init__(self, **values: Any) -> None:  # noqa: ANN401 - each of its own type
        validator_of(type(self)).validate_python(values, self_instance=self)

    @classmethod
    def read(cls, data: object, context: Mapping[str, Any] | None = None) -> Self:
        """Gives the model of data; raises pydantic's `ValidationError`. Any number of threads may call it."""
        model: Self = validator_of(cls).validate_python(data, context=context)
        return model

    @classmethod
    def fields(cls) -> dict[str, DeclaredKey]:
        """Gives the keys, by their names in Python."""
        return fields_of(cls)

    @property
    def stated(self) -> set[str]:
        """The names of the keys that were written, in Python's spelling."""
        names: set[str] = object.__getattribute__(self, "__pydantic_fields_set__")
        return names

    def changed(self, **values: object) -> Self:
        """Gives the same with other values, which are not looked at."""
        made = type(self).__new__(type(self))
        made.__setstate__(({**self.__dict__, **values}, self.stated | values.keys()))
        return made

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> CoreSchema:
        """Gives what reads it to models of pydantic that hold it."""
        return schema_of(cls)

    def __getstate__(self) -> tuple[dict[str, Any], set[str]]:
        return self.__dict__, self.stated

    def __setstate__(self, state: tuple[dict[str, Any], set[str]]) -> None:
        values = (*state, None, None)
        names = ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
        for name, value in zip(names, values, strict=True):
            object.__setattr__(self, name, value)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__.values()))

    def __repr__(self) -> str:
        values = (f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({', '.join(values)})"

    __setattr__ = no_assignment
    __delattr__ = no_deletion


class Folded(str):
    """A scalar written as a folded block (`>`), which may not hold a formula."""

    __slots__ = ()


class Numeral(str):
    """A number that JSON or a program gives, as text: `-?d+(.d+)?`, or `p/q` where it has no such text."""

    __slots__ = ()

    @property
    def exact(self) -> Fraction | None:
        """The number; `None` if it has more digits than numbers may have."""
        above, slash, below = self.partition("/")
        numbers = [read_plain(part) for part in (above, *([below] if slash else []))]
        found = [number for number in numbers if number is not None]
        if len(found) < len(numbers):
            return None
        return found[0] / found[1] if slash else found[0]


def refuse(key: str, *, at: tuple[str | int, ...] = (), **texts: str | Pair) -> PydanticCustomError:
    """Gives the error that the loader turns into the diagnostic `key`.

    `at` is where below the validated value the mistake stands.
    """
    return PydanticCustomError(key, "{key}", {"key": key, "at": at, "texts": texts})


def _stated(value: Any) -> Any:  # noqa: ANN401 - whatever the file holds
    if value is None:
        raise refuse("bad-value.empty")
    return value


Maybe = Annotated[T | None, Before(_stated)]
"""A key that may be left out, but not be written without a value."""


def _words(value: str) -> str:
    if not value.strip():
        raise refuse("bad-value.empty")
    return value.strip()


SCALAR_SCHEMA: Final[dict[str, Any]] = {"type": ["string", "number", "boolean"]}
"""Of a text that an editor may take for a number or a truth: `60`, `ya`, `1.10`."""

Words = Annotated[str, After(_words), JsonSchema(SCALAR_SCHEMA)]
"""Text for people in one language, or a name such as a unit."""


class Text(Model):
    """A text for people: Indonesian, and English where it is given."""

    id: Words
    en: Maybe[Words] = None

    @before
    @staticmethod
    def _from_text(value: Any) -> Any:  # noqa: ANN401 - whatever the file holds
        return {"id": value} if isinstance(value, str) else value  # a text alone is Indonesian

    def of(self, lang: Language) -> str:
        """Gives the text in a language; Indonesian where there is no English."""
        return self.en if lang == "en" and self.en is not None else self.id

    @property
    def pair(self) -> Pair:
        """The text as (Indonesian, English), as diagnostics and absent values take it."""
        return self.id, self.of("en")


def _translated(text: Text, info: ValidationInfo) -> Text:
    if text.en is None and info.context and info.context.get(TRANSLATED):
        raise refuse("translation-missing")
    return text


TranslatedText = Annotated[Text, After(_translated, info=True)]
"""A TEXT of the language reference: owner `nasional` gives it in both languages."""
