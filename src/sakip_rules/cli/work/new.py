"""`sakip new`: a rule file that passes `sakip check` at once, or an empty report for a framework."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sakip_rules.cli.declared.app import NamedRules
from sakip_rules.cli.streams import write
from sakip_rules.cli.work.atomic import refuse_existing, write_file
from sakip_rules.cli.work.blank_report import blank_report
from sakip_rules.cli.work.days import read_year
from sakip_rules.cli.work.failures import FileFailureError, WrongUsageError, not_written
from sakip_rules.cli.work.opening import FOLDER, framework_of, open_rules, options_of
from sakip_rules.diagnostics.core import argument
from sakip_rules.exporters.workbook.form import form_workbook
from sakip_rules.languages import Language, say
from sakip_rules.models import Reference

if TYPE_CHECKING:
    from sakip_rules.languages import Pair

REPORT: Final = "report"
WORKBOOK: Final = ".xlsx"
FIRST_YEAR: Final = 2020
"""What a new rule is valid from, unless told: never the day of running, which cannot matter."""
_NEXT_RULE: Final[Pair] = (
    "{file} ditulis. Ubah isinya, lalu: sakip check {folder}",
    "{file} was written. Change it, then: sakip check {folder}",
)
_NEXT_REPORT: Final[Pair] = (
    "{file} ditulis. Isi datanya, lalu: sakip evaluate {file}{rules}",
    "{file} was written. Fill in the data, then: sakip evaluate {file}{rules}",
)


def run(  # noqa: PLR0913 - one for each option
    *,
    kind: str,
    name: str,
    framework: str | None,
    on: str | None,
    form: str | None,
    rules: NamedRules,
    lang: Language,
) -> int:
    """Writes the file; raises `FileFailureError` where one of its name exists, and `WrongUsageError`."""
    if kind == REPORT:
        file = _report_file(name, form)
        _write(file, _report(framework, on, rules, lang, is_workbook=file.suffix == WORKBOOK))
        write(say(_NEXT_REPORT, lang).format(file=argument(str(file)), rules=options_of(rules)) + "\n")
        return 0
    if framework is not None or form is not None:
        raise WrongUsageError(
            (
                "--framework dan --format hanya untuk laporan.",
                "--framework and --format are for reports only.",
            )
        )
    folder = Path(rules.folders[0] if rules.folders else FOLDER)
    file = folder / name / "1.0.0.yaml"
    _write(file, _rule(kind, name, FIRST_YEAR if on is None else read_year(on)))
    write(say(_NEXT_RULE, lang).format(file=file, folder=argument(str(folder))) + "\n")
    return 0


def _rule(kind: str, name: str, year: int) -> str:
    """The text of a new rule; its title is its name in words."""
    if Reference.parse(name) is None or "@" in name:
        raise WrongUsageError(_no_name(name))
    template = files("sakip_rules.cli.work.templates").joinpath(f"{kind}.yaml").read_text(encoding="utf-8")
    title = name.partition("/")[2].replace("-", " ").capitalize()
    return template.replace("{id}", name).replace("{title}", title).replace("{year}", str(year))


def _no_name(name: str) -> Pair:
    """Says how a rule is named; with the name that is meant, where only letters and signs differ."""
    parts = ["-".join(re.findall("[a-z0-9]+", part)) for part in name.lower().split("/")]
    meant = "/".join(parts)
    near = "@" not in name and len(parts) == 2 and Reference.parse(meant) is not None  # noqa: PLR2004 - owner, name
    return (
        f"Nama aturan ditulis pemilik/nama, misalnya dinas-sosial/ketepatan-sasaran, bukan {name!r}."
        + (f" Maksud Anda {meant}?" if near else ""),
        f"The name of a rule is owner/name, such as dinas-sosial/ketepatan-sasaran, not {name!r}."
        + (f" Did you mean {meant}?" if near else ""),
    )


def _report_file(name: str, form: str | None) -> Path:
    """The file of a report: a workbook where its name or the format says so."""
    ending = f".{form}" if form is not None else ""
    if name.endswith((ending,) if ending else (".yaml", ".yml", WORKBOOK)):
        return Path(name)
    return Path(f"{name}{ending or '.yaml'}")


def _report(
    framework: str | None, on: str | None, rules: NamedRules, lang: Language, *, is_workbook: bool
) -> str | bytes:
    """The text of an empty report, or its workbook, by the framework in force in its year."""
    if framework is None or on is None:
        raise WrongUsageError(
            (
                "Laporan memerlukan --framework dan --on: --framework nasional/kerangka-lkjip --on 2025.",
                "A report needs --framework and --on: --framework nasional/kerangka-lkjip --on 2025.",
            )
        )
    year = read_year(on)
    plan = framework_of(open_rules(rules), framework, year)
    make = form_workbook if is_workbook else blank_report
    return make(plan, framework, year, lang)


def _write(file: Path, made: str | bytes) -> None:
    refuse_existing(str(file))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileFailureError(str(file.parent), not_written(error)) from error
    write_file(str(file), made)
