"""Models as values, and texts in one or two languages."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError

import pytest
from pydantic_core import ValidationError

from sakip_rules.models import Body, Model, Rounding, ScaleRounding, Text


def test_text_in_one_language() -> None:
    """A bare text is Indonesian, and stands for the English that is not there."""
    text = Text.read("Nilai")
    assert (text.id, text.en, text.of("en"), text.pair) == ("Nilai", None, "Nilai", ("Nilai", "Nilai"))


def test_text_in_two_languages() -> None:
    """A map gives both languages."""
    text = Text.read({"id": "Nilai", "en": "Value"})
    assert (text.of("id"), text.of("en")) == ("Nilai", "Value")


PARTS: list[tuple[object, str, bool]] = [
    (Text.read("Nilai"), "Text(id='Nilai', en=None)", True),
    (Rounding(places=2), "Rounding(places=2, mode='half_up', carry='exact')", True),
    (Body.read({}), "Body(inputs={}, steps={}, checks=())", False),
]


@pytest.mark.parametrize(("part", "shown", "has_hash"), PARTS)
def test_a_model_is_a_value(part: Model, shown: str, has_hash: bool) -> None:
    """It is shown as it is made, equal to what holds the same and only to that, copied and pickled whole."""
    assert repr(part) == shown
    for other in (copy.copy(part), copy.deepcopy(part), pickle.loads(pickle.dumps(part)), part.changed()):  # noqa: S301 - made here
        assert other == part
        assert other.stated == part.stated
        assert other is not part
    assert part != shown
    if has_hash:
        assert hash(part) == hash(part.changed())
    else:  # it holds maps
        with pytest.raises(TypeError):
            hash(part)


def test_equal_values_of_two_models_are_not_equal() -> None:
    """A rounding is no rounding of a scale, though both have places and mode."""
    assert ScaleRounding(places=2) != Rounding(places=2)


def test_a_model_does_not_change() -> None:
    """Nothing is assigned or deleted; `changed` gives another one, in which the new value is stated."""
    rounding = Rounding(places=2)
    with pytest.raises(FrozenInstanceError):
        rounding.places = 3  # type: ignore[misc]  # that is the point
    with pytest.raises(FrozenInstanceError):
        del rounding.places
    down = rounding.changed(mode="down")
    assert (rounding.mode, down.mode, down.places) == ("half_up", "down", 2)
    assert (rounding.stated, down.stated) == ({"places"}, {"places", "mode"})


def test_what_is_written_wrongly_is_refused() -> None:
    """By the constructor as by `read`."""
    for make in (Rounding, lambda **values: Rounding.read(values)):
        with pytest.raises(ValidationError, match="extra_forbidden"):
            make(places=2, digits=2)  # type: ignore[call-arg]  # that is the point
