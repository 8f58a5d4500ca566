"""Models -> what reads them."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from pydantic import TypeAdapter
from pydantic_core import CoreSchema

from sakip_rules.models import Body, Level, Model, RuleHead, Text, reading


def test_keys_stand_in_the_order_of_what_is_extended() -> None:
    """Those of the extended model first; one that is declared anew keeps its place."""
    assert list(Level.fields()) == ["inputs", "steps", "checks", "title", "under", "result"]
    keys = RuleHead.fields()
    assert [name for name, key in keys.items() if key.is_required] == [
        "id",
        "version",
        "title",
        "valid_from",
        "legal_basis",
    ]


def test_a_model_is_read_where_the_stack_has_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads a file of its kind first may have any number of frames below."""

    class Whole(Model):
        title: Text

    make = reading.schema_of

    def on_a_full_stack(model: type[Model]) -> CoreSchema:
        if threading.current_thread() is threading.main_thread():
            raise RecursionError
        return make(model)

    monkeypatch.setattr(reading, "schema_of", on_a_full_stack)
    assert Whole.read({"title": "Nilai"}).title.id == "Nilai"


def test_pydantic_reads_models_in_its_own() -> None:
    """A model of pydantic may hold one, also one that holds itself; it is read, and written as JSON."""
    both = TypeAdapter(tuple[Text, Body])
    text, body = both.validate_python(({"id": "Nilai"}, {"inputs": {"a": {"each": {}}}}))
    assert text == Text.read("Nilai")
    assert body.inputs["a"].each == Body.read({})
    assert both.dump_python((text, Body.read({})), mode="json")[0] == {"id": "Nilai", "en": None}


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
