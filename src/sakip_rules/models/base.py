"""What all models share: frozen, unknown keys refused, mistakes named by the key of a diagnostic."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any, Final, Self, TypeAlias, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from sakip_rules.languages import Language, Pair
from sakip_rules.locks import Lock
from sakip_rules.numbers import read_plain

T = TypeVar("T")

if TYPE_CHECKING:
    RawValue: TypeAlias = "str | list[RawValue] | dict[str, RawValue] | None"
else:
    RawValue = Any  # pydantic would follow the recursion of the alias
Raw = Annotated[RawValue, PlainValidator(lambda value: value), WithJsonSchema({})]
"""Data that is typed by another rule: kept as the loader gives it."""

TRANSLATED = "translated"
"""Key of the validation context: true where every TEXT must be given in both languages."""


_BUILDING = Lock()
"""Held while pydantic builds what reads a model: it does not promise that two threads may do so at once."""


class Model(BaseModel):
    """A part of a file; immutable, and every key it does not know is an error.

    What reads a model takes long to build: that waits until a file of its kind is read.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def read(cls, data: object, context: Mapping[str, Any] | None = None) -> Self:
        """Gives the model of data; raises pydantic's `ValidationError`. Any number of threads may call it."""
        return cls.complete().model_validate(data, context=context)

    @classmethod
    def complete(cls) -> type[Self]:
        """Gives the class with all that its annotations name."""
        if not cls.__pydantic_complete__:
            with _BUILDING.held():
                _built(cls.model_rebuild)
        return cls


def _built(build: Callable[[], object]) -> None:
    """Builds, and where the caller's stack leaves no room for that, on the stack of a thread."""
    try:
        build()
    except RecursionError:
        other = threading.Thread(target=build)
        other.start()
        other.join()


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


Maybe = Annotated[T | None, BeforeValidator(_stated)]
"""A key that may be left out, but not be written without a value."""


def _words(value: str) -> str:
    if not value.strip():
        raise refuse("bad-value.empty")
    return value.strip()


SCALAR_SCHEMA: Final[dict[str, Any]] = {"type": ["string", "number", "boolean"]}
"""Of a text that an editor may take for a number or a truth: `60`, `ya`, `1.10`."""

Words = Annotated[str, AfterValidator(_words), WithJsonSchema(SCALAR_SCHEMA)]
"""Text for people in one language, or a name such as a unit."""


class Text(Model):
    """A text for people: Indonesian, and English where it is given."""

    id: Words
    en: Maybe[Words] = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:  # noqa: ANN401 - whatever the file holds
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


TranslatedText = Annotated[Text, AfterValidator(_translated)]
"""A TEXT of the language reference: owner `nasional` gives it in both languages."""
