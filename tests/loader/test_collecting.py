"""The garbage collector stands still while many objects are made, and is left as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from sakip_rules.loader.collecting import without_collecting


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    """Puts the collector back as it was, whatever a test does."""
    before = gc.isenabled()
    yield
    gc.unfreeze()
    (gc.enable if before else gc.disable)()


@pytest.mark.parametrize("enabled", [True, False])
def test_it_stands_still_and_goes_on(enabled: bool) -> None:
    """Inside nothing is collected; behind it the collector is on or off as before, also after an error."""
    (gc.enable if enabled else gc.disable)()
    with pytest.raises(LookupError), without_collecting():
        _fail(collecting=gc.isenabled())
    assert gc.isenabled() is enabled


def _fail(*, collecting: bool) -> None:
    assert not collecting
    raise LookupError


@pytest.mark.broad
def test_what_was_made_is_old() -> None:
    """Objects made inside are not looked at as young ones, but are not out of the collector's sight."""
    with without_collecting():
        made = [[number] for number in range(1000)]
    known = {id(item) for item in made}  # looked for among millions, of which no set is made
    assert not any(id(found) in known for found in gc.get_objects(generation=0))
    assert sum(id(found) in known for found in gc.get_objects(generation=2)) == len(made)


@pytest.mark.broad
def test_frozen_objects_stay_frozen() -> None:
    """What a program has frozen itself, before it forks, is left alone."""
    gc.freeze()
    frozen = gc.get_freeze_count()
    with without_collecting():
        pass
    # One that nobody needs any more goes at once: its count falls. Were they let loose, none would be left.
    assert gc.get_freeze_count() > frozen // 2 > 0
