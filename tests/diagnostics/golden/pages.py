"""The cases of all diagnostics: runs them, and writes the golden texts and the pages of `docs/`.

`python tests/diagnostics/golden/pages.py` writes the golden texts, `<group>/<key>.txt` beside this file, and
the pages of `docs/galat/` and `docs/en/galat/`, one for each code. Read what changes: a golden text is right
only if a person says so.

`cases/<group>.yaml` maps the key of a text to the smallest files that give it, and nothing else:

    key:
      rule: |            # text of rules/contoh/a/1.0.0.yaml
      rules: {path: …}   # further files below rules/
      others: {path: …}  # files below another folder, lain/
      with: [name, …]    # files of cases/shared.yaml, below rules/contoh/
      report: |          # text of laporan.yaml, which is then computed
      json: |            # text of laporan.json, which is then computed
      table: |           # text of tabel.csv, or of the file `named`, which is then read
      make: …            # Python that writes another file tabel.*, with `xlsx`, `ods`, `pack`
      template: …        # Python for templat.docx, with `docx`, `control`, `row`; laporan.yaml fills it
      call: …            # Python instead of that: `rules` is the catalogue; "examples" runs all examples
      times: {X: [t, n]} # <<X>> stands for n times t, in which {n} is the count
      chain: n           # n further rules, each of which calls the next
      encoding: …        # of all files; default UTF-8
      note: …            # for maintainers

`cases/mended.yaml` says how a case is mended: what stands in its files once -> what stands there then.

The line `@index` (or another kind) at the start of a rule stands for what every rule file has to begin with,
the line `@end` for a unit and an example, `@report` for the keys that every report begins with.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import re
import tempfile
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from tests.plain import plain_file

from sakip_rules import Catalogue, SakipRulesError
from sakip_rules.api import Report, Result
from sakip_rules.batch import BatchJob, Partial, ReportJob, ReportPartial, run_batch, run_reports
from sakip_rules.diagnostics import Diagnostic, render_all
from sakip_rules.diagnostics.texts import (
    TEXTS,
    data,
    files,
    formulas,
    frames,
    identifiers,
    mismatches,
    names,
    numerals,
    plans,
    programs,
    reading,
    requests,
    sheets,
    tables,
    taken,
    templates,
    unread,
    values,
)
from sakip_rules.diagnostics.texts import results as result_texts
from sakip_rules.diagnostics.texts import rules as rule_texts
from sakip_rules.exporters import Look, export
from sakip_rules.exporters.subjects import FilledTemplate
from sakip_rules.extras import needed
from sakip_rules.importer import TableAnswers, import_sheet
from sakip_rules.languages import LANGUAGES
from sakip_rules.plans import AnyPlan, FrameworkPlan
from sakip_rules.portable import read_plans
from sakip_rules.results import report_diagnostics
from sakip_rules.service.calls import answer_call
from sakip_rules.service.reading import read_request
from sakip_rules.service.web.application import route_of
from sakip_rules.service.web.messages import Asked
from sakip_rules.service.web.openapi import Description
from sakip_rules.service.web.problems import no_request
from sakip_rules.service.web.routes import ToAnswer, decimals_in, must_take_the_same
from sakip_rules.service.worker import call_of
from sakip_rules.sheets import open_book
from sakip_rules.sheets.book import oddities

HERE: Final = Path(__file__).resolve().parent
CASES: Final = HERE / "cases"
DOCS: Final = HERE.parent.parent.parent / "docs"
PAGES: Final = {"id": DOCS / "galat", "en": DOCS / "en" / "galat"}

GROUPS: Final[Mapping[str, Mapping[str, Any]]] = {
    "reading": reading.READING,
    "values": values.VALUES,
    "identifiers": identifiers.IDENTIFIERS,
    "plans": plans.PLANS,
    "files": {
        key: text
        for key, text in files.FILES.items()
        if key not in {**reading.READING, **values.VALUES, **identifiers.IDENTIFIERS, **plans.PLANS}
    },
    "programs": programs.PROGRAMS,
    "names": names.NAMES,
    "mismatches": mismatches.MISMATCHES,
    "formulas": {key: text for key, text in formulas.FORMULAS.items() if key not in mismatches.MISMATCHES},
    "rules": rule_texts.RULES,
    "numerals": numerals.NUMERALS,
    "frames": frames.FRAMES,
    "data": {
        key: text for key, text in data.DATA.items() if key not in {**numerals.NUMERALS, **frames.FRAMES}
    },
    "results": result_texts.RESULTS,
    "requests": requests.REQUESTS,
    "sheets": sheets.SHEETS,
    "templates": templates.TEMPLATES,
    "tables": tables.TABLES,
    "taken": taken.TAKEN,
    "unread": unread.UNREAD,
}
"""The group of each text: the module that holds it."""

UNREACHED: Final = {
    "bad-value.id": "an id that is none differs from the path of its file, too: `id-path` says so",
    "bad-value.version": "as bad-value.id",
    "formula-not-allowed.empty": "a formula without text is found by the model of its file: `bad-value`",
    "file-too-large.columns": "16,385 names in a line show nothing: tests/batch/test_sources.py has them",
    "file-too-large.workbook": "20,000 lines take too long: test_building lowers the limit",
    "unknown-rule.folder": "the command line knows what lies near by: tests/cli/work/test_forgotten.py",
    "unreadable.folder": "no file makes a folder that the system does not open",
    "taken-as.sheet": "the command chooses the sheet: tests/cli/work/test_importing.py has several",
    "bad-request.busy": "it takes several requests at a time: tests/service/web/ sends them",
}
"""Texts that no file gives, and why they are there."""


def post(rules: Catalogue, address: str, body: str) -> None:
    """Sends a request to the service."""
    path, _, query = address.partition("?")
    data = {"CONTENT_TYPE": "application/json", "CONTENT_LENGTH": str(len(body))}
    asked = Asked.of(
        {
            "REQUEST_METHOD": "POST",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "wsgi.input": io.BytesIO(body.encode()),
            **data,
        }
    )
    route, names = route_of(asked)
    route.answer(ToAnswer(rules, Description(rules), asked, names, asked.parameters(), "id"))


CALLABLE: Final[dict[str, Any]] = {
    "Catalogue": Catalogue,
    "Asked": Asked,
    "BytesIO": io.BytesIO,
    "Decimal": Decimal,
    "POST": post,
    "answer_call": answer_call,
    "call_of": call_of,
    "needed": partial(needed, prefix=""),  # as of a Python that no clone has made
    "no_request": no_request,
    "read_request": read_request,
    "decimals_in": decimals_in,
    "must_take_the_same": must_take_the_same,
    "route_of": route_of,
    "read_plans": read_plans,
}
"""What the call of a case may name, beside the catalogue `rules`."""


def imported(framework: AnyPlan, file: str, **answers: Any) -> tuple[Diagnostic, ...]:
    """Makes a report of a table; gives what is said of it."""
    assert isinstance(framework, FrameworkPlan)
    with open_book(file) as book:
        sheet = book.sheet().whole()
    return import_sheet(sheet, framework, "contoh/instansi", TableAnswers(**answers)).notes


def sheet_of(file: str, name: str | None = None) -> tuple[()]:
    """Asks a file for a sheet; gives nothing, for a case is about the mistake."""
    with open_book(file) as book:
        book.sheet(name)
    return ()


def batch(rules: Catalogue, reference: str, file: str) -> list[Diagnostic]:
    """Computes the rows of a file; gives what is said of them."""
    said: list[Diagnostic] = []
    job = BatchJob(rules, reference, "index", file, 2020)
    with Partial(Path("hasil.partial"), {}, job.made) as partial:
        partial.begin()
        run_batch(job, partial, said.extend, lambda _rows: None)
    return said


def reports(rules: Catalogue, framework: AnyPlan, file: str, **answers: Any) -> list[Diagnostic]:
    """Computes the reports of a file; gives what is said of them."""
    assert isinstance(framework, FrameworkPlan)
    said: list[Diagnostic] = []
    job = ReportJob(rules, "contoh/instansi", framework, file, None, TableAnswers(**answers), "id")
    with ReportPartial(Path("hasil.partial"), {}, job.made) as partial:
        partial.begin()
        run_reports(job, partial, said.extend, lambda _rows: None)
    return said


HEAD: Final = """\
kind: {kind}
id: {id}
version: {version}
title: {{id: Contoh, en: Example}}
valid_from: 2020
legal_basis: [{{document: Contoh buatan, confidence: applied}}]
"""
REPORT: Final = """\
report: LKjIP Dinas Contoh 2020
organization: Dinas Contoh
year: 2020
framework: contoh/kerangka
"""
END: Final = "unit: nilai\nexamples: [{title: kosong, given: {}, status: missing}]\n"


# ---------------------------------------------------------------- cases


@cache
def read(path: Path) -> Any:
    """Gives a YAML file with every scalar as text."""
    return plain_file(path)


def cases(group: str) -> dict[str, Any]:
    """Gives the cases of a group: key of a text -> case."""
    return dict(read(CASES / f"{group}.yaml"))


def mended(key: str) -> dict[str, Any] | None:
    """Gives the case of a key mended, where `cases/mended.yaml` says how."""
    changes = read(CASES / "mended.yaml").get(key)
    if changes is None:
        return None
    case: dict[str, Any] = cases(group_of(key))[key]
    for wrong, right in changes.items():
        if str(case).count(repr(wrong)[1:-1]) != 1:
            raise ValueError(f"{key}: {wrong!r} does not stand once in its case")
        case = {part: _replaced(text, wrong, right) for part, text in case.items()}
    return case


def _replaced(part: Any, wrong: str, right: str) -> Any:
    """A text of a case, or a map of its files, with a stretch replaced."""
    if isinstance(part, dict):
        return {path: _replaced(text, wrong, right) for path, text in part.items()}
    return part.replace(wrong, right) if isinstance(part, str) else part


def group_of(key: str) -> str:
    """Gives the group of a text."""
    return next(group for group, texts in GROUPS.items() if key in texts)


def expanded(text: str, path: str) -> str:
    """Gives the text of a rule file with its shorthands written out."""
    owner, name, file = ([*path.split("/"), "", ""])[:3]
    first, _, rest = text.partition("\n")
    if first == "@report":
        text = REPORT + rest
    elif first.startswith("@"):
        text = HEAD.format(kind=first[1:], id=f"{owner}/{name}", version=file.removesuffix(".yaml")) + rest
    return text.replace("@end\n", END)


def files_of(case: Mapping[str, Any]) -> dict[str, str]:
    """Gives every file of a case: path -> text."""
    shared = read(CASES / "shared.yaml")
    rules = {f"contoh/{name}/1.0.0.yaml": shared[name] for name in case.get("with", [])}
    if "rule" in case:
        rules["contoh/a/1.0.0.yaml"] = case["rule"]
    rules |= case.get("rules", {})
    links = range(int(case.get("chain", 0)) + 1) if "chain" in case else ()
    rules |= {f"contoh/r{link}/1.0.0.yaml": _link(link, len(links)) for link in links}
    found = {f"rules/{path}": expanded(text, path) for path, text in rules.items()}
    found |= {f"lain/{path}": expanded(text, path) for path, text in case.get("others", {}).items()}
    if "report" in case:
        found["laporan.yaml"] = expanded(case["report"], "//")
    if "json" in case:
        found["laporan.json"] = case["json"]
    if "table" in case:
        found[case.get("named", "tabel.csv")] = case["table"]
    for name, (text, times) in case.get("times", {}).items():
        long = "".join(text.replace("{n}", str(number)) for number in range(int(times)))
        found = {path: old.replace(f"<<{name}>>", long) for path, old in found.items()}
    return found


def _link(number: int, count: int) -> str:
    """One rule of a chain, which calls the next, if there is one."""
    if number + 1 == count:
        return "@index\ninputs: {x: {}}\nformula: x\n@end\n"
    return f"@index\ninputs: {{x: {{}}}}\nsteps: {{y: {{rule: contoh/r{number + 1}}}}}\nformula: y\n@end\n"


def run(case: Mapping[str, Any], folder: Path) -> list[Diagnostic]:
    """Gives what a case finds; its files are written below the folder, which becomes the current one."""
    (folder / "rules").mkdir()
    for path, text in files_of(case).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode(case.get("encoding", "utf-8")))
    for path, target in case.get("links", {}).items():
        (folder / path).symlink_to(folder / target)
    with contextlib.chdir(folder):
        if "make" in case:
            eval(case["make"], vars(_beside("workbooks")))  # noqa: S307 - the project's own file
        if "template" in case:
            eval(case["template"], vars(_beside("documents")))  # noqa: S307 - the project's own file
        try:
            return list(_found(case))
        except SakipRulesError as error:
            return list(error.diagnostics)


def _found(case: Mapping[str, Any]) -> Iterable[Diagnostic]:
    rules = Catalogue.load("rules")
    if case.get("call") == "examples":
        return [found for outcome in rules.run_examples() for found in outcome.diagnostics]
    if "call" in case:
        code = case["call"].removeprefix(">>> ")
        own = {"sheet_of": sheet_of, "imported": imported, "batch": batch, "reports": reports}
        seen = CALLABLE | own | {"rules": rules}
        return _of_result(eval(code, seen))  # noqa: S307 - the project's own file
    if "table" in case or "make" in case:
        return _of_table(next(Path().glob("tabel.*")))
    if "template" in case:
        tree = rules.evaluate_report("laporan.yaml").tree
        export("filled", "docx", FilledTemplate(tree, "templat.docx", "templat.docx"), Look())
    if "report" in case or "json" in case:
        return _of_result(rules.evaluate_report("laporan.yaml" if "report" in case else "laporan.json"))
    return rules.check()


def _of_table(file: Path) -> Iterable[Diagnostic]:
    with open_book(file) as book:
        return [*book.notes, *(note for sheet in book.whole() for note in oddities(sheet))]


@cache
def _beside(name: str) -> ModuleType:
    """A module of the tests that writes files of other programs, wherever this one was started."""
    file = HERE.parent.parent / f"{name}.py"
    specification = importlib.util.spec_from_file_location(name, file)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def _of_result(result: object) -> Iterable[Diagnostic]:
    if isinstance(result, Report):
        return report_diagnostics(result.tree)
    if isinstance(result, Catalogue):
        return result.check()
    if isinstance(result, list | tuple):
        return result
    return result.diagnostics if isinstance(result, Result) else ()


def golden(found: Iterable[Diagnostic]) -> str:
    """Gives diagnostics as a person sees them, in both languages."""
    found = list(found)
    return "\n\n".join(render_all(found, lang) for lang in LANGUAGES) + "\n"


def golden_file(key: str) -> Path:
    """Gives the file that holds the golden text of a key."""
    return HERE / group_of(key) / f"{key}.txt"


# ---------------------------------------------------------------- pages

WORDS: Final = {
    "id": {
        "title": "Pesan kesalahan",
        "intro": "Setiap pesan `sakip` mempunyai kode. Di sini ada arti setiap kode, contoh kecil "
        "yang menimbulkannya, dan pesannya sebagaimana terlihat, dengan petunjuk memperbaikinya.",
        "relatives": "Pesan sejenis",
        "case": "Contoh yang menimbulkannya",
        "mended": "Sesudah diperbaiki:",
        "no example": "*Belum ada contoh.* {message}",
        "shared": "Aturan yang dirujuk contoh-contoh",
        "code": "kode",
        "meaning": "arti",
    },
    "en": {
        "title": "Messages",
        "intro": "Every message of `sakip` has a code. Here stand the meaning of every code, a small "
        "example that gives it, and the message as it is seen, with its hint.",
        "relatives": "Related messages",
        "case": "What gives it",
        "mended": "Mended:",
        "no example": "*No example yet.* {message}",
        "shared": "Rules that the examples refer to",
        "code": "code",
        "meaning": "meaning",
    },
}
PLACE: Final = re.compile(r"\{\w+\}")
GENERATED: Final = (
    "<!-- Written by tests/diagnostics/golden/pages.py from the cases beside it; edit those. -->"
)


def groups_of_codes() -> list[dict[str, Any]]:
    """Gives the groups of the language reference, each with its codes."""
    return list(read(CASES / "codes.yaml"))


def pages() -> dict[Path, str]:
    """Gives every page: file -> text."""
    found: dict[Path, str] = {}
    for lang in LANGUAGES:
        groups = groups_of_codes()
        found[PAGES[lang] / "index.md"] = _index(groups, lang)
        for group in groups:
            for code in group["codes"]:
                found[PAGES[lang] / f"{code}.md"] = _page(code, group, lang)
    return found


def _index(groups: list[dict[str, Any]], lang: str) -> str:
    words = WORDS[lang]
    parts = [GENERATED, f"# {words['title']}", words["intro"]]
    for group in groups:
        lines = [f"| {words['code']} | {words['meaning']} |", "|---|---|"]
        lines += [f"| [`{code}`]({code}.md) | {said[lang]} |" for code, said in group["codes"].items()]
        parts += [f"## {group['title'][lang]}", "\n".join(lines)]
    parts.append(f"## {words['shared']}")
    shared = read(CASES / "shared.yaml").items()
    parts += [_fenced("yaml", shown(text, f"rules/contoh/{name}/1.0.0.yaml")) for name, text in shared]
    return "\n\n".join(parts) + "\n"


def _page(code: str, group: Mapping[str, Any], lang: str) -> str:
    """The page of a code: what it means, the smallest files that give it, the message, its relatives."""
    words, said = WORDS[lang], group["codes"][code][lang]
    front = {"title": code, "description": said, "kind": "code", "search": [group["title"][lang]]}
    head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
    parts = [f"---\n{head}---", GENERATED, f"# {code}", said, f"## {words['case']}"]
    for key in TEXTS:
        if key.partition(".")[0] == code:
            parts += _example(key, lang)
    others = [f"[`{other}`]({other}.md)" for other in group["codes"] if other != code]
    parts += [f"## {words['relatives']}", f"{group['title'][lang]}: {' · '.join(others)}"] if others else []
    return "\n\n".join(parts) + "\n"


def _example(key: str, lang: str) -> list[str]:
    """The files of a case and what they give, in fences."""
    if key in UNREACHED:
        message = re.sub(r"\{\w+\}", "`…`", TEXTS[key][0][LANGUAGES.index(lang)])
        told = PLACE.sub("…", message)
        return [] if "." in key else [WORDS[lang]["no example"].format(message=told)]
    case = cases(group_of(key))[key]
    parts = _fences(case)
    both = golden_file(key).read_text("utf-8").removesuffix("\n").split("\n\n")
    half = len(both) // len(LANGUAGES)
    parts.append(_fenced("text", "\n\n".join(both[:half] if lang == "id" else both[half:])))
    after = mended(key)
    if after is not None:
        parts += [WORDS[lang]["mended"], *(fence for fence in _fences(after) if fence not in parts)]
    return parts


def _fences(case: Mapping[str, Any]) -> list[str]:
    """The files of a case, and the call if there is one, each in a fence."""
    texts = {f"rules/{path}": text for path, text in case.get("rules", {}).items()}
    texts |= {f"lain/{path}": text for path, text in case.get("others", {}).items()}
    texts |= {"rules/contoh/a/1.0.0.yaml": case["rule"]} if "rule" in case else {}
    texts |= {"laporan.yaml": case["report"]} if "report" in case else {}
    parts = [_fenced("yaml", shown(text, path)) for path, text in texts.items()]
    if "json" in case:
        parts.append(_fenced("json", case["json"].rstrip("\n")))
    if "table" in case:
        parts.append(_fenced("text", f"# {case.get('named', 'tabel.csv')}\n{case['table']}".rstrip("\n")))
    if case.get("call", "").startswith(">>> "):
        parts.append(_fenced("python", case["call"]))
    return parts


def shown(text: str, path: str) -> str:
    """Gives the text of a file for a page: its name, and only the lines that matter."""
    first, _, rest = text.partition("\n")
    if first == "@report":
        text = "report: …\nframework: contoh/kerangka\n" + rest
    elif first.startswith("@"):
        text = f"kind: {first[1:]}\n…\n{rest}".replace("…\n", "# …\n", 1)
    text = text.replace("@end\n", "# …\n")
    text = re.sub("<<[A-Z]+>>", "…", text)
    return f"# {path}\n{text}".rstrip("\n")


def _fenced(language: str, text: str) -> str:
    return f"```{language}\n{text}\n```"


def write_golden() -> None:
    """Writes the golden text of every case."""
    for group in GROUPS:
        for key, case in cases(group).items():
            with tempfile.TemporaryDirectory() as folder:
                text = golden(run(case, Path(folder)))
            golden_file(key).parent.mkdir(exist_ok=True)
            golden_file(key).write_text(text, "utf-8")


def write_pages() -> None:
    """Writes every page of the documentation that is made from the cases."""
    for file, text in pages().items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


if __name__ == "__main__":
    write_golden()
    write_pages()
