"""The calculator's script: modules of the runtime as one script that needs no server."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from sakip_rules.site.calculator.script import (
    ScriptError,
    bundled,
    calculator_script,
    lean,
    runtime_folder,
)
from sakip_rules.wording.terms import REASON_WORDS


def modules(folder: Path, **texts: str) -> Path:
    """Writes modules."""
    for name, text in texts.items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    return folder


def run(script: str) -> str:
    """What a script prints in Node, in which `window` is what it is in a browser."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs node")
    done = subprocess.run(
        [node, "-e", f"globalThis.window = globalThis;\n{script}"],
        check=True, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    return done.stdout.strip()


@pytest.mark.slow
def test_modules_become_one_script(tmp_path: Path) -> None:
    """What a module needs stands before it, and outside is seen what the entry exports."""
    folder = modules(
        tmp_path,
        rules='import { one, Two } from "./parts.js";\nconst own = 1;\nexport { Two };\n'
        "export const sum = () => one + own;\n",
        parts="const forty = 40;\nexport const one = forty + 1;\nexport class Two {}\n",
    )
    assert run(f"{bundled(folder)}\nconsole.log(Sakip.sum(), typeof Sakip.Two)") == "42 function"


@pytest.mark.parametrize(
    ("rules", "parts"),
    [
        ('import { a } from "./parts.js";\nexport const b = 1;\n', 'import { b } from "./rules.js";\n'),
        ('import { a } from "./nowhere.js";\n', ""),
        ('import * as all from "./parts.js";\n', ""),
        ("export default 1;\n", ""),
        ('import { one as first } from "./parts.js";\n', "export const one = 1;\n"),
        ('import { one } from "./parts.js";\nconst own = 1;\n', "const own = 2;\nexport const one = own;\n"),
        ("const { own } = window;\n", ""),
        ("const own = `${true ? `a b` : 1}`;\n", ""),
        ("function own() {\n  return /a b/;\n}\n", ""),
        ("const own = (1 /* one */ + 1) // two\n;\n", ""),
    ],
    ids=[
        "circle",
        "no file",
        "import all",
        "default",
        "another name",
        "declared twice",
        "taken apart",
        "text in a text",
        "pattern behind return",
        "comment within a line",
    ],
)
def test_what_cannot_be_put_together_is_said(tmp_path: Path, rules: str, parts: str) -> None:
    """A script that would fail in a reader's browser fails when the site is made."""
    with pytest.raises(ScriptError):
        bundled(modules(tmp_path, rules=rules, parts=parts))


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("const a = 1;\nconst b = (x) => x - -1;\n", "const a=1;const b=(x)=>x- -1;"),
        ("/** What it is. */\nclass A {\n  #b = typeof c; // why\n}\n", "class A{#b=typeof c;}"),
        ('const a = ["b  c", `d  ${e}  f`];\n', 'const a=["b  c",`d  ${e}  f`];'),
        ("const a = b.replace(/ [/ ]  c/g, d) / e / f;\n", "const a=b.replace(/ [/ ]  c/g,d)/e/f;"),
        ("const a = /b  c/;\n", "const a=/b  c/;"),
    ],
)
def test_a_page_is_sent_no_blanks(written: str, sent: str) -> None:
    """But those that part two words, and those within texts and regular expressions."""
    assert lean(written) == sent


@pytest.mark.slow
def test_the_calculator_has_runtime_and_words() -> None:
    """The runtime computes, and every reason of the engine has its words in both languages."""
    script = calculator_script().partition("window.SakipForm")[0]
    shown = json.loads(
        run(f"{script}\nconsole.log(JSON.stringify([SakipWords, Sakip.formatNumber('1250.5')]))")
    )
    assert shown[1] == "1.250,5"
    for lang in ("id", "en"):
        assert set(shown[0][lang]["reasons"]) == set(REASON_WORDS)
        assert all(text for text in shown[0][lang]["mistakes"].values())
    assert shown[0]["en"]["units"]["orang"] == "people"
    assert shown[0]["id"]["units"] == {}


def test_the_runtime_is_at_hand() -> None:
    """Its modules lie where the script is made from."""
    assert (runtime_folder() / "index.js").is_file()
