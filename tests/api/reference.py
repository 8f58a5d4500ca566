"""The public names, from the code that they stand in: the page of `docs/aplikasi`, and what it may not lose.

`python tests/api/reference.py` writes `docs/aplikasi/rujukan-python.md`, its English twin, and `public.txt`
beside this file: one line for each public name and each parameter. A line is added there when the library
grows, and never taken out: `test_reference.py` says what is missing.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Final, NamedTuple

import sakip_rules
from sakip_rules.languages import LANGUAGES, Language, Pair, say

HERE: Final = Path(__file__).resolve().parent
DOCS: Final = HERE.parent.parent / "docs"
PAGES: Final[dict[Language, Path]] = {
    "id": DOCS / "aplikasi" / "rujukan-python.md",
    "en": DOCS / "en" / "aplikasi" / "rujukan-python.md",
}
SNAPSHOT: Final = HERE / "public.txt"
OF_THE_ENGINE: Final = frozenset(
    {
        *("closed", "examining", "unread", "knowledge", "checked", "origin"),
        *("loaded", "plan", "formula_plan", "tree", "steps", "find", "figure", "all_figures"),
        *("Catalogue.rules", "Catalogue.read_report", "Result.record", "Result.inputs", "Workspace.rules"),
        *("Workspace.snapshot", "Diagnostic.key", "Diagnostic.texts", "Diagnostic.argument"),
        *("Diagnostic.sort_key", "Place.order", "json_value", "json_exact", "outcome", "asked"),
    }
)
"""What the library keeps for itself, or gives as its own modules have it."""

SHOWN_DUNDERS: Final = ("__len__", "__iter__", "__contains__", "__getitem__")

HEAD: Final[Pair] = (
    """\
---
title: Rujukan Python
description: Setiap nama publik pustaka sakip_rules, dengan tanda tangan dan penjelasannya.
---
<!-- Written by tests/api/reference.py from the code; edit that. -->

# Rujukan Python

Setiap nama yang boleh diimpor dari `sakip_rules`. Penjelasan di dalam kode berbahasa Inggris; cara memakainya
ada di [Dari Python](python.md). Nama di halaman ini hanya bertambah: yang ada sekarang tetap bekerja.
Nama lain, juga yang berada di dalam modul-modul pustaka, dapat berubah.
""",
    """\
---
title: Python reference
description: Every public name of the library sakip_rules, with its signature and what it does.
---
<!-- Written by tests/api/reference.py from the code; edit that. -->

# Python reference

Every name that may be imported from `sakip_rules`; how they are used is told [here](python.md). The names of
this page only grow: what is there now stays. Other names, in the modules of the library too, may change.
""",
)

NAMES: Final[dict[str, Pair]] = {
    "Catalogue": (
        "Katalog: semua aturan, dan pintu masuk ke pustaka.",
        "The catalogue: all rules, and the way in.",
    ),
    "Rule": (
        "Satu versi satu aturan, terhubung untuk satu hari.",
        "One version of one rule, linked for a day.",
    ),
    "Result": ("Hasil satu aturan rumus.", "The result of one formula rule."),
    "Classified": ("Kategori yang diberikan sebuah skala.", "The category that a scale gives."),
    "LookedUp": ("Angka yang diberikan sebuah tabel.", "The number that a table gives."),
    "Report": ("Satu laporan yang sudah dihitung.", "A report, computed."),
    "ReportRecord": ("Satu rekaman dari sebuah laporan.", "One record of a report."),
    "FigureValue": (
        "Satu angka, dengan judul, satuan, nilai dan statusnya.",
        "One figure: title, unit, value, status.",
    ),
    "AuditedReport": ("Angka tercetak di samping hitungan ulang.", "Printed figures beside recomputed ones."),
    "Receipt": ("Bukti hitung: aturan, mesin dan hari.", "The receipt: rules, engine and day."),
    "UsedRule": ("Satu aturan dalam bukti hitung.", "One rule of a receipt."),
    "RuleSummary": ("Satu versi aturan dalam sebuah daftar.", "One version of a rule in a list."),
    "RuleInput": ("Satu masukan sebuah aturan.", "One input of a rule."),
    "RuleBand": ("Satu rentang sebuah skala.", "One band of a scale."),
    "Choice": ("Satu pilihan sebuah masukan.", "One choice of an input."),
    "Diagnostic": (
        "Satu kekeliruan: kode, tempat, pesan, petunjuk.",
        "One mistake: code, place, message, hint.",
    ),
    "Place": ("Tempat sebuah kekeliruan.", "Where a mistake is."),
    "SakipRulesError": (
        "Satu-satunya keluarga galat pustaka ini.",
        "The only family of errors of this library.",
    ),
    "RuleError": (
        "Aturan tidak ada, tidak berlaku, atau mengandung galat.",
        "A rule is missing, not in force, or wrong.",
    ),
    "DataError": ("Laporan atau masukannya keliru.", "A report or its data are wrong."),
    "UsageError": ("Panggilannya sendiri keliru.", "The call itself is wrong."),
    "Workspace": ("Berkas aturan yang sedang ditulis.", "Rule files while somebody writes them."),
}
"""Every public name, and what it is in a sentence; `__version__` is a text."""


def pages() -> dict[Path, str]:
    """Gives both pages: file -> text."""
    return {PAGES[lang]: _formatted("\n".join([say(HEAD, lang), *_sections(lang)])) for lang in LANGUAGES}


def _formatted(page: str) -> str:
    """Gives a page with its code as the project formats code."""
    command = [sys.executable, "-m", "ruff", "format", "--stdin-filename", str(HERE / "page.md"), "-"]
    done = subprocess.run(command, input=page, capture_output=True, encoding="utf-8", check=True)
    return done.stdout


def _sections(lang: Language) -> Iterator[str]:
    for name, said in NAMES.items():
        yield f"## `{name}` {{#{name.lower()}}}\n\n{say(said, lang)}\n\n```python\n{stub(name)}\n```\n"


def stub(name: str) -> str:
    """Gives a class as its users see it: public attributes and methods, with their descriptions."""
    kind = getattr(sakip_rules, name)
    base = kind.__mro__[1].__name__
    bases = f"({base})" if base in NAMES or base == "Exception" else ""
    parts = [
        _told(inspect.getdoc(kind)),
        *(_shown(part) for home in _homes(kind) for part in _public(home, name)),
    ]
    lines = [f"class {name}{bases}:", *("    " + line for line in "\n\n".join(parts).splitlines())]
    return "\n".join(map(str.rstrip, lines))


def _told(doc: str | None) -> str:
    """A docstring as it stands in code."""
    lines = (doc or "").splitlines()
    return '"""' + "\n".join(lines) + ('\n"""' if len(lines) > 1 else '"""')


def _shown(part: Part) -> str:
    """The first lines of a function or the line of an attribute, and what is said of it."""
    if isinstance(part.node, ast.AnnAssign):
        line = f"{ast.unparse(part.node.target)}: {ast.unparse(part.node.annotation)}"
        return line if part.doc is None else f"{line}\n{_told(part.doc)}"
    node = part.node
    made = ast.FunctionDef(node.name, node.args, [ast.Pass()], node.decorator_list, node.returns)
    head = ast.unparse(ast.fix_missing_locations(made)).removesuffix("\n    pass")
    return f"{head} ..." if part.doc is None else f"{head}\n    " + _told(part.doc).replace("\n", "\n    ")


def _homes(kind: type) -> list[ast.ClassDef]:
    """Gives the classes of the package that a class is made of, itself first, but for public ones."""
    own = [base for base in kind.__mro__ if base.__module__.startswith("sakip_rules")]
    return [_definition(base) for base in own if base is kind or base.__name__ not in NAMES]


def _definition(kind: type) -> ast.ClassDef:
    module: ModuleType = importlib.import_module(kind.__module__)
    tree = ast.parse(inspect.getsource(module))
    return next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == kind.__name__)


class Part(NamedTuple):
    """A public attribute or method, and its description."""

    node: ast.FunctionDef | ast.AnnAssign
    doc: str | None


def _public(home: ast.ClassDef, name: str) -> Iterator[Part]:
    """Gives what of a class programs may use: not what the engine keeps there for itself."""
    for node, after in zip(home.body, [*home.body[1:], ast.Pass()], strict=True):
        if isinstance(node, ast.FunctionDef):
            if not _is_public(node.name, name) or _is_overload(node):
                continue
            yield Part(node, ast.get_docstring(node))
        elif isinstance(node, ast.AnnAssign) and _is_public(ast.unparse(node.target), name):
            told = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
            yield Part(node, inspect.cleandoc(str(after.value.value)) if told else None)  # type: ignore[attr-defined]  # an Expr


def _is_public(attribute: str, name: str) -> bool:
    if attribute in OF_THE_ENGINE or f"{name}.{attribute}" in OF_THE_ENGINE:
        return False
    return not attribute.startswith("_") or attribute in SHOWN_DUNDERS


def public_lines() -> list[str]:
    """Gives one line for each public attribute and method: what programs may use."""
    return [line for name in NAMES for line in [name, *_lines(name)]]


def _lines(name: str) -> Iterator[str]:
    for home in _homes(getattr(sakip_rules, name)):
        for node, _ in _public(home, name):
            if isinstance(node, ast.FunctionDef):
                called = "" if _is_property(node) else f"({ast.unparse(node.args)})"
                yield f"{name}.{node.name}{called}"
            elif isinstance(node, ast.AnnAssign):
                yield f"{name}.{ast.unparse(node.target)}"


def _is_property(node: ast.FunctionDef) -> bool:
    return any(ast.unparse(decorator) == "property" for decorator in node.decorator_list)


def _is_overload(node: ast.FunctionDef) -> bool:
    return any(ast.unparse(decorator) == "overload" for decorator in node.decorator_list)


def write() -> None:
    """Writes the pages, and adds what is new to the list of what may not be lost."""
    for file, text in pages().items():
        file.write_text(text, "utf-8")
    known = SNAPSHOT.read_text("utf-8").splitlines() if SNAPSHOT.exists() else []
    SNAPSHOT.write_text("\n".join(dict.fromkeys([*known, *public_lines()])) + "\n", "utf-8")


if __name__ == "__main__":
    write()
