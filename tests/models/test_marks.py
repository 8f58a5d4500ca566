"""What annotations, defaults and methods of a model say, by what is read."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from pydantic_core import ValidationError

from sakip_rules.models import Model
from sakip_rules.models.marks import After, Alone, Before, ByShape, Filled, ReadAs, Tag, after, before, keyed
from sakip_rules.models.reading import validator_of

Twice = Annotated[str, Before(lambda value: value * 2), After(lambda text: f"<{text}>")]


def read(annotation: Any, value: object, **context: object) -> Any:
    """What a value is read as."""
    return validator_of(annotation).validate_python(value, context=context)


def fault(annotation: Any, value: object) -> tuple[Any, ...]:
    """Where the first mistake of a value is, and its kind."""
    with pytest.raises(ValidationError) as caught:
        read(annotation, value)
    error = caught.value.errors()[0]
    return (*error["loc"], error["type"])


def test_marks_stand_from_the_inside_to_the_outside() -> None:
    """What is called before sees what is written, what is called after what was read."""
    assert read(Twice, "a") == "<aa>"
    assert read(Annotated[Twice, After(len)], "a") == 4


def test_a_function_may_know_the_context() -> None:
    """With `info` it is called with the context of reading, and with the name of the key."""
    assert (
        read(Annotated[str, After(lambda text, info: text + info.context["x"], info=True)], "a", x="b")
        == "ab"
    )


class Named(Model):
    """A key whose function knows its name."""

    here: Annotated[object, Alone(lambda value, info: (value, info.field_name), info=True)]


def test_a_function_may_know_the_name_of_its_key() -> None:
    """That stands in the messages of numbers."""
    assert Named.read({"here": 3}).here == (3, "here")


def test_alone_reads_anything() -> None:
    """Nothing but the function reads, whatever the type says."""
    assert read(Annotated[str, Alone(type)], [1]) is list


def test_the_shape_of_a_value_says_what_it_is_read_as() -> None:
    """The tag stands in the path of a mistake, where it is taken out by the loader."""
    either = Annotated[
        Annotated[str, Tag("<text>")] | Annotated[dict[str, str], Tag("<map>")],
        ByShape(lambda value: "<map>" if isinstance(value, dict) else "<text>"),
    ]
    assert read(either, "a") == "a"
    assert read(either, {"a": "b"}) == {"a": "b"}
    assert fault(either, {"a": []}) == ("<map>", "a", "string_type")
    assert fault(either, []) == ("<text>", "string_type")
    assert read(either | None, None) is None


def test_something_must_stand_in_what_is_filled() -> None:
    """In a list as in a map."""
    assert fault(Annotated[tuple[str, ...], Filled()], []) == ("too_short",)
    assert fault(Annotated[dict[str, str], Filled()], {}) == ("too_short",)
    assert read(Annotated[tuple[str, ...], Filled()], ["a"]) == ("a",)


def test_one_annotation_is_read_as_another() -> None:
    """The places of mistakes are those of what is written."""
    pairs = Annotated[
        tuple[tuple[str, str], ...], ReadAs(dict[str, str]), After(lambda read: tuple(read.items()))
    ]
    assert read(pairs, {"a": "b"}) == (("a", "b"),)
    assert fault(pairs, {"a": 1}) == ("a", "string_type")


class Short(Model):
    """One text, or a map with keys that Python cannot write, or that are made anew."""

    from_: str = keyed(alias="from")
    names: dict[str, str] = keyed(default_factory=dict)
    last: str = "z"

    @before
    @staticmethod
    def _of_text(value: Any) -> Any:
        return {"from": value} if isinstance(value, str) else value

    @after
    def _not_last(self) -> Short:
        assert self.from_ != self.last
        return self


def test_a_model_is_looked_at_before_and_after() -> None:
    """What is written may be put in another form; the whole may be refused."""
    short = Short.read("a")
    assert (short.from_, short.names, short.last, short.stated) == ("a", {}, "z", {"from_"})
    assert short.names is not Short.read("a").names
    assert fault(Short, "z") == ("assertion_error",)
    assert fault(Short, {"from_": "a"}) == ("from", "missing")
    assert fault(Short, []) == ("model_type",)
