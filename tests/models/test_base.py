"""Texts in one or two languages."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sakip_rules.models import Model, Text


def test_text_in_one_language() -> None:
    """A bare text is Indonesian, and stands for the English that is not there."""
    text = Text.model_validate("Nilai")
    assert (text.id, text.en, text.of("en"), text.pair) == ("Nilai", None, "Nilai", ("Nilai", "Nilai"))


def test_text_in_two_languages() -> None:
    """A map gives both languages."""
    text = Text.model_validate({"id": "Nilai", "en": "Value"})
    assert (text.of("id"), text.of("en")) == ("Nilai", "Value")


def test_threads_build_one_after_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight threads read a model that nothing has read yet; what pydantic locks itself does not count."""

    class Part(Model):
        title: Text

    together = threading.Barrier(8)
    building: list[int] = []
    at_once: list[int] = []
    build = Part.model_rebuild

    def slowly() -> None:
        building.append(threading.get_ident())
        at_once.append(len(building))
        time.sleep(0.01)
        build()
        building.pop()

    def read(_: int) -> Part:
        together.wait()
        return Part.read({"title": "Nilai"})

    monkeypatch.setattr(Part, "model_rebuild", slowly)
    with ThreadPoolExecutor(8) as pool:
        parts = list(pool.map(read, range(8)))
    assert [part.title.id for part in parts] == ["Nilai"] * 8
    assert set(at_once) == {1}


def test_a_model_is_built_where_the_stack_has_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads a file of its kind first may have any number of frames below."""

    class Whole(Model):
        title: Text

    build = Whole.model_rebuild

    def on_a_full_stack() -> None:
        if threading.current_thread() is threading.main_thread():
            raise RecursionError
        build()

    monkeypatch.setattr(Whole, "model_rebuild", on_a_full_stack)
    assert Whole.read({"title": "Nilai"}).title.id == "Nilai"


@pytest.mark.slow
def test_threads_read_files_of_a_fresh_import() -> None:
    """Whatever kind of rule file comes first, eight threads get what one gets."""
    program = (
        f"import sys; sys.path[:0] = {[*sys.path, str(Path(__file__).parent)]!r}\n"
        "import threading\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "import smallest\n"
        "from sakip_rules.models import RULE_CLASSES\n"
        "tree = {**smallest.HEAD, 'kind': 'framework', 'levels': {'pusat': {}}}\n"
        "files = [smallest.INDEX, smallest.SCALE, smallest.TABLE, tree] * 2\n"
        "together = threading.Barrier(len(files))\n"
        "def read(data):\n"
        "    together.wait()\n"
        "    return RULE_CLASSES[data['kind']].read(data)\n"
        "with ThreadPoolExecutor(len(files)) as pool:\n"
        "    made = list(pool.map(read, files))\n"
        "assert made[:4] == made[4:] == [RULE_CLASSES[data['kind']].read(data) for data in files[:4]]\n"
        "print(*(rule.kind for rule in made[:4]))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout.split() == ["index", "scale", "table", "framework"]
