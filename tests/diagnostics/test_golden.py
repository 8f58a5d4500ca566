"""Every diagnostic as a person sees it: each text has a case that gives it, and nothing else."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sakip_rules.diagnostics.texts import TEXTS

HERE = Path(__file__).parent / "golden"


def _module() -> ModuleType:
    specification = importlib.util.spec_from_file_location("golden_pages", HERE / "pages.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


pages = _module()
CASES: dict[str, Any] = {key: case for group in pages.GROUPS for key, case in pages.cases(group).items()}


@pytest.mark.parametrize("key", CASES)
def test_a_case_gives_its_diagnostic_as_it_is_seen(key: str, tmp_path: Path) -> None:
    """The files of a case give the text of their key, nothing else, and look as the golden file says."""
    found = pages.run(CASES[key], tmp_path)
    assert sorted(one.key for one in found) == sorted([key, *CASES[key].get("also", [])])
    assert pages.golden(found) == pages.golden_file(key).read_text("utf-8")


@pytest.mark.parametrize("key", pages.read(pages.CASES / "mended.yaml"))
def test_what_a_page_shows_as_mended_is_without_mistake(key: str, tmp_path: Path) -> None:
    """Mended as the page says, the files of a case give no diagnostic at all."""
    assert pages.run(pages.mended(key), tmp_path) == []


def test_every_text_has_a_case() -> None:
    """A text that no file gives is dead, or it is listed with the reason why it is there."""
    assert CASES.keys() | pages.UNREACHED.keys() == TEXTS.keys()
    assert not CASES.keys() & pages.UNREACHED.keys()


def test_every_case_stands_with_its_group() -> None:
    """The cases of a group are in the order and the file of its module of texts."""
    for group, texts in pages.GROUPS.items():
        assert set(pages.cases(group)) <= set(texts)


def test_no_golden_file_is_left_over() -> None:
    """Every golden file belongs to a case."""
    assert sorted(HERE.glob("*/*.txt")) == sorted(pages.golden_file(key) for key in CASES)


def test_a_case_has_only_keys_that_are_read() -> None:
    """A misspelt key would be a case of something else."""
    files = {"rule", "rules", "others", "with", "report", "json", "times", "chain", "encoding"}
    known = files | {"call", "note", "also", "links", "table", "named", "make", "template"}
    assert {key for case in CASES.values() for key in case} <= known


def golden_lines() -> list[tuple[str, str]]:
    """Every line of every golden file, with the key of its text."""
    return [(key, line) for key in CASES for line in pages.golden_file(key).read_text("utf-8").split("\n")]


def test_a_diagnostic_fits_a_terminal() -> None:
    """No line is wider than 80 columns, but for names of files and code that cannot be broken."""
    wide = [(key, line) for key, line in golden_lines() if len(line) > 80]
    assert [(key, line) for key, line in wide if " " in line.strip() and "`" not in line] == []


def test_no_word_is_left_to_be_filled() -> None:
    """What a person reads has no `{name}` in it, lines of their own files aside."""
    said = [(key, line) for key, line in golden_lines() if not re.match(r" *\d+ \| ", line)]
    assert [(key, line) for key, line in said if re.search(r"\{[a-z_]+\}", line)] == []


def test_every_code_has_a_page() -> None:
    """The pages speak about each code once, and about no other."""
    codes = [code for group in pages.groups_of_codes() for code in group["codes"]]
    assert sorted(codes) == sorted({key.partition(".")[0] for key in TEXTS})


def test_the_pages_are_those_of_the_cases() -> None:
    """What is committed under docs/ is what the cases give; nothing else lies beside it."""
    wanted = pages.pages()
    assert [file for file, text in wanted.items() if file.read_text("utf-8") != text] == []
    assert {file for folder in pages.PAGES.values() for file in folder.glob("*")} == set(wanted)
