"""The recipe of CONTRIBUTING.md for a new format, followed to the letter."""

import filecmp
import inspect
import os
import re
import shutil
import subprocess
import sys
import textwrap
from importlib import import_module
from pathlib import Path

import pytest

from sakip_rules.exporters import Look
from sakip_rules.formats import FORMATS

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "src" / "sakip_rules"
EXPECTED = """\
.\tcapaian\t141,65\tpersen
a\trealisasi\t16,67\tpersen
a\ttarget\t50\t
a\tcapaian\t33,3\tpersen
"""


def recipe() -> tuple[str, str, str]:
    """The file that the recipe names, what stands in it, and the row."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (section,) = re.findall(r"^## [^\n]*Add a format\n(.*?)^## ", page, re.MULTILINE | re.DOTALL)
    (file,) = re.findall(r"`src/sakip_rules/(exporters/report/\w+\.py)`", section)
    module, row = re.findall(r"```python\n(.*?)   ```", section, re.DOTALL)
    return file, textwrap.dedent(module), row.removeprefix("   ")


def followed(folder: Path) -> None:
    """Does what the steps of the recipe say, in a copy of the package."""
    shutil.copytree(PACKAGE, folder, ignore=shutil.ignore_patterns("__pycache__"))
    file, module, row = recipe()
    (folder / file).write_text(module, encoding="utf-8")
    table = folder / "formats.py"
    before, subject, after = table.read_text(encoding="utf-8").partition('    "report": {\n')
    table.write_text(before + subject + after.replace("    },\n", f"{row}    }},\n", 1), encoding="utf-8")


def sakip(path: Path, *arguments: str) -> str:
    """What the command of that copy, which has no bundled rules, prints."""
    options = ["--rules", "tests/small/rules", "--no-bundled", "--lang", "id"]
    done = subprocess.run(
        [sys.executable, "-m", "sakip_rules", *arguments, *options],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(path)},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout


@pytest.mark.slow
def test_a_format_is_one_file_and_one_row(tmp_path: Path) -> None:
    """Then the command offers it, writes it, and knows the files that are named so."""
    followed(tmp_path / "sakip_rules")
    compared = filecmp.dircmp(PACKAGE, tmp_path / "sakip_rules", ignore=["__pycache__"])
    assert (compared.diff_files, compared.left_only, compared.right_only) == (["formats.py"], [], [])
    exporters = compared.subdirs["exporters"].subdirs["report"]
    assert (exporters.diff_files, exporters.left_only, exporters.right_only) == ([], [], ["tsv.py"])

    shown = sakip(tmp_path, "evaluate", "tests/small/report.yaml", "--format", "tsv")
    assert shown.startswith(EXPECTED)
    sakip(tmp_path, "evaluate", "tests/small/report.yaml", "-o", str(tmp_path / "a.tsv"))
    assert (tmp_path / "a.tsv").read_text(encoding="utf-8") == shown
    assert "tsv" in sakip(tmp_path, "evaluate", "--help")


def test_the_row_is_one_line() -> None:
    """A format costs one file and one row."""
    _, _, row = recipe()
    assert row.count("\n") == 1


@pytest.mark.parametrize("subject", FORMATS)
def test_the_exporters_of_a_subject_have_one_shape(subject: str) -> None:
    """Each takes the same subject and how it is to look, and gives text or bytes."""
    exporters = [import_module(f"sakip_rules.exporters.{subject}.{form}") for form in FORMATS[subject]]
    taken = set()
    for exporter in exporters:
        signature = inspect.signature(exporter.export)
        what, look = signature.parameters.values()
        taken.add(what.annotation)
        assert look.annotation == Look.__name__
        assert signature.return_annotation in {"str", "bytes"}
    assert len(taken) == 1
