"""What all tests share: how Hypothesis runs, the bundled rules, and which tests are the quick part.

`--quick` takes the tests of modules and a slice of the conformance suite: of each test at most so many cases,
and nothing that is marked `slow` or `broad`. What starts a process has to be marked `slow`; this is held in
every run.
"""

import dataclasses
import gc
import inspect
import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from tests.bundled import bundled as read_once
from tests.quick import CORPORA, quick_part

from sakip_rules import Catalogue
from sakip_rules.expression import Formula
from sakip_rules.models import Model
from sakip_rules.plans import AnyPlan
from sakip_rules.portable.writing import all_plans

SLICED = Path(__file__).parent / "conformance"
QUICK = "--quick"
FRAMES = 900
OLD_AT = 1000
"""So many collections of younger objects before all are looked through, a hundred times as many as usual:
tests and the rules that they share stay to the end, and looking through them took a fifth of the time."""

# Machines differ in speed: no deadline. On CI every run tries the same examples: a failure there is a change.
# The night looks for what no run has tried yet.
settings.register_profile("local", deadline=None)
settings.register_profile("quick", deadline=None, max_examples=10)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.register_profile("night", deadline=None, max_examples=1000, database=None)
settings.load_profile(os.environ.get("EXAMPLES") or ("ci" if os.environ.get("CI") else "local"))


@pytest.fixture
def deep() -> Callable[[Callable[[], Any]], Any]:
    """Call something with 900 Python frames below it."""

    def call(work: Callable[[], Any], frames: int) -> Any:
        return work() if frames <= 0 else call(work, frames - 1)

    return lambda work: call(work, FRAMES - len(inspect.stack(0)))


def _picture(value: Any, *, is_root: bool = False) -> Any:
    if isinstance(value, AnyPlan) and not is_root:
        return value.source.reference
    if isinstance(value, Formula):
        return value.text, value.reads, [(type(node).__name__, node.start, node.end) for node in value.nodes]
    names: list[str] = []
    if isinstance(value, Model):
        names = list(value.fields())
    elif dataclasses.is_dataclass(value):
        names = [field.name for field in dataclasses.fields(value) if not field.name.startswith("_")]
    if names:
        return type(value).__name__, {name: _picture(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return [(key, _picture(part)) for key, part in value.items()]
    return [_picture(part) for part in value] if isinstance(value, tuple) else value


@pytest.fixture(scope="session")
def picture() -> Callable[[AnyPlan], Any]:
    """Gives what two plans are compared by: every field of every part, and of all that they refer to."""
    return lambda plan: {each.source.reference: _picture(each, is_root=True) for each in all_plans(plan)}


@pytest.fixture(scope="session")
def bundled() -> Catalogue:
    """The bundled rules; no test changes them."""
    return read_once()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--quick` is an option of pytest, so that it goes with paths and all other options."""
    parser.addoption(QUICK, action="store_true", help="a representative part, in half a minute to two")


def pytest_configure(config: pytest.Config) -> None:
    """Garbage is looked for less often; Hypothesis tries fewer examples in the quick part."""
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, OLD_AT)
    if config.getoption(QUICK):
        settings.load_profile("quick")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The corpora that the quick part leaves out are not even read."""
    return True if config.getoption(QUICK) and collection_path in CORPORA else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Takes the quick part, if asked; what its slice of a corpus reaches is not counted as covered."""
    if config.getoption(QUICK):
        _take_quick_part(config, items)
    sliced = f"{SLICED}{os.sep}"
    for item in items:
        if str(item.path).startswith(sliced):  # of thousands: their parents are not looked through
            item.add_marker("no_cover")
    _put_long_files_first(items)


def _put_long_files_first(items: list[pytest.Item]) -> None:
    """Files with slow tests come first: at the end, short ones leave no core idle for long."""
    long = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in long)


def _take_quick_part(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves the quick part of what was collected."""
    taken = quick_part(items)
    config.hook.pytest_deselected(items=[item for item in items if item not in taken])
    items[:] = [item for item in items if item in taken]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """A test that starts a process is marked `slow`, or stands among the corpora."""
    if item.get_closest_marker("slow") or CORPORA & {item.path, *item.path.parents}:
        return (yield)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subprocess.Popen, "__init__", _refused)
        return (yield)


def _refused(*_: object, **__: object) -> None:
    pytest.fail("a test that starts a process is marked `slow`")
