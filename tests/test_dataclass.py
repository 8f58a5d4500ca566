"""Data classes of this package do what those of the standard library do."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, ClassVar, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.dataclass import dataclass, field, replace

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Point:
    """A place."""

    x: int
    y: int = 0
    name: str = field(default="", compare=False)
    seen: list[int] = field(default_factory=list, repr=False)
    kind: ClassVar[str] = "point"

    @property
    def total(self) -> int:
        """A value that is no field."""
        return self.x + self.y


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Point):
    """A place that must be named."""

    label: str


@dataclass(slots=True)
class Counted:
    """A count that begins by itself."""

    steps: tuple[int, ...]
    total: int = field(init=False)
    left: list[int] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.total = sum(self.steps)


@dataclass(frozen=True, slots=True, eq=False)
class Same:
    """Equal to itself alone."""

    x: int


@dataclass(frozen=True, slots=True)
class Single:
    """One value."""

    x: object


@dataclass(frozen=True, slots=True)
class Chain:
    """What may lead to itself."""

    links: list[Chain]


@dataclass(slots=True)
class Loose:
    """Equal to whatever it says."""

    x: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Loose)

    __hash__ = None  # type: ignore[assignment]  # as a class without a hash says it

    def __repr__(self) -> str:
        return "loose"


@dataclass(frozen=True, slots=True)
class Hashed:
    """A hash of its own."""

    x: list[int]

    def __hash__(self) -> int:
        return 7


def by_the_library(cls: Any) -> Any:
    """The same class, made by the standard library."""
    body: dict[str, Any] = {
        name: value
        for name, value in vars(cls).items()
        if name in ("__annotations__", "__doc__", "__module__", "__post_init__", "kind", "total")
        and not inspect.ismemberdescriptor(value)
    }
    for name, each in vars(cls)["__declared__"].items():
        if name in body["__annotations__"]:
            body[name] = dataclasses.field(
                default=each.default,
                default_factory=each.default_factory,
                init=each.init,
                repr=each.repr,
                compare=each.compare,
                kw_only=each.kw_only,
            )
    bases = tuple(by_the_library(base) if base is not object else base for base in cls.__bases__)
    options = {"frozen": hasattr(cls, "__setstate__"), "eq": "__eq__" in vars(cls), "slots": True}
    return dataclasses.dataclass(**options)(type(cls.__name__, bases, body))


ALIKE = (Point, Named, Counted, Same, Single)


@pytest.mark.parametrize("cls", ALIKE)
def test_a_class_takes_and_shows_what_one_of_the_standard_library_does(cls: Any) -> None:
    """Its signature, its order for `match`, its slots, and whether it has a hash."""
    other: Any = by_the_library(cls)
    assert str(inspect.signature(cls)) == str(inspect.signature(other))
    assert cls.__init__.__annotations__ == other.__init__.__annotations__
    assert vars(cls)["__match_args__"] == other.__match_args__
    assert vars(cls)["__slots__"] == other.__slots__
    assert (cls.__hash__ is None) == (other.__hash__ is None)


@pytest.mark.parametrize("cls", ALIKE)
def test_a_class_is_described_as_one_of_the_standard_library(cls: Any) -> None:
    """`dataclasses.fields` tells the same of it."""

    def described(of: Any) -> list[tuple[object, ...]]:
        names = ("name", "type", "default", "default_factory", "init", "repr", "compare", "hash", "kw_only")
        return [tuple(getattr(each, name) for name in names) for each in dataclasses.fields(of)]

    assert dataclasses.is_dataclass(cls)
    assert described(cls) == described(by_the_library(cls))


@given(st.integers(), st.integers(), st.text(), st.lists(st.integers()))
def test_objects_are_shown_and_compared_as_those_of_the_standard_library(
    x: int, y: int, name: str, seen: list[int]
) -> None:
    """Field by field; nothing but an object of the same class is equal."""
    other: Any = by_the_library(Point)
    mine, its = Point(x, y, name, seen), other(x, y, name, seen)
    assert repr(mine) == repr(its)
    assert mine == Point(x, y, name + "!", seen)
    assert mine != Point(x, y + 1, name, seen)
    assert its not in (mine, None)
    assert mine != cast("Any", (x, y, name, seen))
    assert dataclasses.asdict(mine) == dataclasses.asdict(its)
    assert replace(mine, y=x).y == x
    assert dataclasses.replace(mine, y=x) == replace(mine, y=x)
    assert hash(Single((x, y))) == hash(Single((x, y)))


def test_a_default_is_made_anew_for_every_object() -> None:
    """A list that two objects shared would change in both."""
    first, second = Point(1), Point(1)
    assert first.seen == []
    assert first.seen is not second.seen
    assert Point(1, seen=first.seen).seen is first.seen


def test_a_field_that_is_not_asked_for_is_filled_by_the_class() -> None:
    """By `__post_init__`, also in a changed copy."""
    counted = Counted((1, 2))
    assert (counted.total, counted.left) == (3, [])
    with pytest.raises(TypeError):
        Counted((1,), 2)  # type: ignore[call-arg]  # refused at run time, too
    assert replace(counted, steps=(4,)).total == 4


def test_what_must_be_named_is_named() -> None:
    """The fields of the class above are still taken by place."""
    named = Named(1, 2, label="a")
    assert (named.x, named.y, named.label, named.total, named.kind) == (1, 2, "a", 3, "point")
    with pytest.raises(TypeError):
        Named(1, 2)  # type: ignore[call-arg]  # refused at run time, too
    with pytest.raises(TypeError):
        Named(1, 2, "", [], "a")  # type: ignore[call-arg]  # refused at run time, too
    assert named != Point(1, 2)


def test_a_frozen_object_stays_as_it_is() -> None:
    """Neither fields nor anything else is set; one that is not frozen is changed."""
    point: Any = Point(1)
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'x'"):
        point.x = 2
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'x'"):
        del point.x
    with pytest.raises(dataclasses.FrozenInstanceError):
        point.other = 1
    counted = Counted((1,))
    counted.total = 5
    assert counted.total == 5
    assert not hasattr(point, "__dict__")


@pytest.mark.parametrize("thing", [Point(1, 2, "a", [3]), Named(1, label="b"), Counted((1, 2)), Single(None)])
def test_an_object_is_copied_and_pickled(thing: object) -> None:
    """Its slots go along, frozen or not."""
    assert copy.copy(thing) == thing
    assert copy.deepcopy(thing) == thing
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(thing, protocol)) == thing  # noqa: S301 - made here


def test_equality_and_hash_are_those_that_are_asked_for() -> None:
    """Those written in the class stand."""
    assert Same(1) != Same(1)
    assert len({Same(1), Same(1)}) == 2
    assert len({Single(1), Single(1), Single(2)}) == 2
    assert Loose(1) == Loose(2)
    assert repr(Loose(1)) == "loose"
    assert hash(Hashed([1])) == 7
    assert Hashed([1]) == Hashed([1])
    with pytest.raises(TypeError, match="unhashable"):
        hash(Counted((1,)))
    with pytest.raises(TypeError, match="unhashable"):
        hash(Loose(1))


def test_an_object_that_leads_to_itself_is_shown() -> None:
    """Once round is enough."""
    chain = Chain([])
    chain.links.append(chain)
    assert repr(chain) == "Chain(links=[...])"


def test_parts_are_matched_by_place() -> None:
    """As the fields stand."""
    match Point(1, 2):
        case Point(x, 2):
            assert x == 1
        case _:
            pytest.fail("a point of that kind")


def test_nothing_is_compiled_before_the_first_object() -> None:
    """And eight threads that ask at once get the same."""

    @dataclass(frozen=True, slots=True)
    class New:
        """Nobody has asked for it."""

        x: int

    assert not inspect.isfunction(vars(New)["__init__"])
    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(New, [1] * 64)) == {New(1)}
    assert inspect.isfunction(vars(New)["__init__"])
    assert New.__init__.__qualname__.endswith("New.__init__")


def test_the_init_of_a_base_serves_a_class_below_it() -> None:
    """Asked for through `super()`, it is made for the base."""

    @dataclass(frozen=True, slots=True)
    class Base:
        """A base whose init is first asked for by a class below it."""

        x: int

    class Below(Base):
        """A class without fields of its own."""

        def __init__(self, x: int) -> None:
            super().__init__(x + 1)

    assert Below(1).x == 2
    assert Base(1).x == 1


def test_a_class_of_the_standard_library_may_stand_below_one() -> None:
    """And is frozen, as it must be; one that is not is refused."""

    @dataclasses.dataclass(frozen=True, slots=True)
    class Below(Single):
        y: int = 0

    assert (Below(1), Below(1, 2).y) == (Below(1, 0), 2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        Below(1).y = 3  # type: ignore[misc]  # refused at run time, too
    with pytest.raises(TypeError, match="non-frozen"):
        dataclasses.dataclass(type("Loose", (Single,), {}))


@pytest.mark.slow
@pytest.mark.parametrize(
    "words", [("evaluate", "examples/dinsos-lumajang-2020.yaml"), ("explain", "lumajang/capaian-kinerja")]
)
def test_what_a_command_imports_has_no_other_data_classes(words: tuple[str, ...]) -> None:
    """One that the standard library makes costs a command as much as reading half a rule file."""
    program = (
        f"import sys; sys.path[:0] = {sys.path!r}\n"
        "from sakip_rules.cli import main\n"
        f"try:\n    main({list(words)!r})\nexcept SystemExit:\n    pass\n"
        "modules = [module for name, module in sys.modules.items() if name.startswith('sakip_rules')]\n"
        "classes = {each for module in modules for each in vars(module).values() if isinstance(each, type)}\n"
        "ours = [each for each in classes if each.__module__.startswith('sakip_rules')]\n"
        "made = [each for each in ours if '__dataclass_fields__' in vars(each)]\n"
        "print(len(made), [each for each in made if '__declared__' not in vars(each)])\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    number, others = done.stdout.splitlines()[-1].split(" ", 1)
    assert int(number) > 50
    assert others == "[]"
