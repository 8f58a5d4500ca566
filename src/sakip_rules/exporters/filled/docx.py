"""An agency's own Word document with a report's figures in its content controls; nothing in it is run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics import DataError, Place, diagnose, quoted
from sakip_rules.diagnostics.places import whole
from sakip_rules.exporters.look import Look
from sakip_rules.exporters.report.tags import ReportTags
from sakip_rules.exporters.word.controls import DamagedPartError, find_controls
from sakip_rules.exporters.word.filling import filled
from sakip_rules.exporters.word.packing import packed
from sakip_rules.sheets.gate import REPORT_TABLES, first_bytes
from sakip_rules.sheets.packed import Package

if TYPE_CHECKING:
    from sakip_rules.exporters.subjects import FilledTemplate

DOCUMENT: Final = "word/document.xml"
_TEXTS: Final = re.compile(r"word/(?:document|header[0-9]*|footer[0-9]*|footnotes|endnotes)\.xml")
"""The parts that people write in."""

_SAFE_NAME: Final = re.compile(r"(?!/)(?!.*(?:^|/)\.\.(?:/|$))[^\\:\x00-\x1f]+")
_MACROS: Final = ("vbaProject", "vbaData", "activeX")


def export(template: FilledTemplate, look: Look) -> bytes:
    """Gives the filled document; raises `DataError` for what is no template, or has tags of nothing."""
    place = whole(template.file)
    parts = _parts(template.path, template.file)
    answers = ReportTags(template.tree, look.lang, place)
    made, tags = dict(parts), 0
    for name in filter(_TEXTS.fullmatch, sorted(parts)):
        try:
            controls = find_controls(parts[name])
            made[name] = filled(parts[name], controls, answers)
        except DamagedPartError:
            raise _broken(place, name) from None
        tags += len(controls)
    if not tags:
        raise DataError([diagnose("template-syntax.no-tags", place)])
    if answers.mistakes:
        raise DataError(answers.mistakes)
    return packed(made)


def _parts(path: str, file: str) -> dict[str, bytes]:
    """All parts of a template, unpacked within limits; raises `DataError`."""
    place = whole(file)
    first_bytes(path, file)  # says what is no file at all: a folder, a pipe
    try:
        with Package(path, file, REPORT_TABLES) as package:
            _look_at_names(package, place)
            return {name: b"".join(package.pieces(name)) for name in package.names if not name.endswith("/")}
    except DataError as error:
        if any(found.code == "sheet-syntax" for found in error.diagnostics):
            raise _broken(place, file) from None
        raise


def _look_at_names(package: Package, place: Place) -> None:
    """Refuses macros, names that lead out of the file or stand twice, and what is no document."""
    if any(word in name for name in package.names for word in _MACROS):
        raise DataError([diagnose("template-syntax.macros", place)])
    strange = [name for name in sorted(package.names) if not _SAFE_NAME.fullmatch(name)]
    if strange or DOCUMENT not in package.names or len(package.names) != package.entries:
        raise _broken(place, (strange or [package.file])[0])


def _broken(place: Place, part: str) -> DataError:
    return DataError([diagnose("template-syntax.broken", place, part=quoted(part))])
