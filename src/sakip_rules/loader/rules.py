"""Rule files -> rules, with everything that is wrong in them."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from pathlib import Path
from typing import Final

from pydantic_core import ValidationError

from sakip_rules.diagnostics import Diagnostic, diagnose, quoted
from sakip_rules.diagnostics.core import did_you_mean, meant_instead
from sakip_rules.diagnostics.places import whole
from sakip_rules.diagnostics.synonyms import meant
from sakip_rules.loader.document import Document, read_plain_document
from sakip_rules.loader.faults import diagnostics_of
from sakip_rules.loader.files import PARTS, BrokenFile, LoadedRule, RuleFile
from sakip_rules.loader.gate import RULE_LIMITS, FileError, decode, read_bytes, too_large
from sakip_rules.models import RULE_CLASSES, TRANSLATED, AnyRule, RawValue, Reference, rule_size
from sakip_rules.models.numerals import UNIT
from sakip_rules.numbers import grouped

NATIONAL: Final = "nasional"
STEPS: Final = 1_000
CELLS: Final = 10_000
_FORMS: Final = ("bad-value.id", "bad-value.version")


def load_rule(path: str | os.PathLike[str], *, root: str | os.PathLike[str] | None = None) -> RuleFile:
    """Reads one rule file; with `root`, its id and version must be its path below that folder."""
    file = os.fspath(path)
    try:
        text = decode(read_bytes(path, file, RULE_LIMITS), file)
    except FileError as error:
        return BrokenFile(file, error.diagnostics)
    return read_rule_file(text, file, root=root)


def read_rule_file(text: str, file: str, *, root: str | os.PathLike[str] | None = None) -> RuleFile:
    """Reads the text of a rule file, as `load_rule` does."""
    data = text.encode("utf-8", "surrogatepass")  # a text need not come from bytes
    if len(data) > RULE_LIMITS.size:
        return BrokenFile(file, [too_large(whole(file), RULE_LIMITS)])
    sha256 = hashlib.sha256(data).hexdigest()
    document, plain, diagnostics = read_plain_document(text, file, sha256=sha256)
    if document is None:
        return BrokenFile(file, diagnostics)
    rule, faults = read_rule(document, plain)
    diagnostics += faults
    if root is not None:
        misplaced = _path_faults(document, plain, Path(root))
        places = {fault.place for fault in misplaced}
        # A text that is not the file's path is one mistake, whatever its form.
        diagnostics = [fault for fault in diagnostics if fault.key not in _FORMS or fault.place not in places]
        diagnostics += misplaced
    diagnostics.sort(key=Diagnostic.sort_key)
    if rule is None:
        return BrokenFile(file, diagnostics, document)
    return LoadedRule(rule, document, diagnostics)


def read_rule(document: Document, data: dict[str, RawValue]) -> tuple[AnyRule | None, list[Diagnostic]]:
    """Gives the rule that a document holds, or all that keeps it from being one; `data` is it, made plain."""
    kind = data.get("kind")
    if not isinstance(kind, str):
        return None, _kind_faults(document, data)
    model = RULE_CLASSES.get(kind)
    if model is None:
        hint = did_you_mean(kind, RULE_CLASSES)
        return None, [diagnose("bad-value.word", document.place(("kind",)), written=quoted(kind), hint=hint)]
    national = str(data.get("id")).startswith(f"{NATIONAL}/")
    try:
        rule = model.read(data, {TRANSLATED: national, UNIT: data.get("unit")})
    except ValidationError as error:
        return None, diagnostics_of(error, model, document)
    return rule, _size_faults(rule, document)


def _kind_faults(document: Document, data: dict[str, RawValue]) -> list[Diagnostic]:
    """Says that the kind is missing or empty, or how the key is called that means it."""
    if "kind" in data:
        return [diagnose("bad-value.empty", document.key_place(("kind",)), name=quoted("kind"))]
    called = next((key for key in data if meant(key, ("kind",)) is not None), None)
    if called is None:
        return [diagnose("missing-key", document.key_place(("kind",)), name=quoted("kind"))]
    hint = meant_instead(["kind"])
    return [diagnose("unknown-key", document.key_place((called,)), name=quoted(called), hint=hint)]


def _size_faults(rule: AnyRule, document: Document) -> list[Diagnostic]:
    """Holds a rule to 1,000 steps and 10,000 cells."""
    steps, cells = rule_size(rule)
    faults = []
    if steps > STEPS:
        faults.append(diagnose("file-too-large.steps", document.key_place(("steps",)), limit=grouped(STEPS)))
    if cells > CELLS:
        faults.append(diagnose("file-too-large.cells", document.key_place(("rows",)), limit=grouped(CELLS)))
    return faults


def _path_faults(document: Document, data: dict[str, RawValue], root: Path) -> list[Diagnostic]:
    """Holds id and version to the path `owner/name/version.yaml`."""
    parts = _parts(Path(document.file), root)
    if not is_rule_path(parts):
        return [diagnose("id-path", whole(document.file))]
    expected = {"id": "/".join(parts[:2]), "version": parts[2].removesuffix(".yaml")}
    faults = []
    for key, text in expected.items():
        written = data.get(key)
        if isinstance(written, str) and written != text:
            place = document.place((key,))
            faults.append(diagnose(f"id-path.{key}", place, written=quoted(written), expected=quoted(text)))
    return faults


def _parts(file: Path, root: Path) -> tuple[str, ...]:
    try:
        return file.relative_to(root).parts
    except ValueError:
        return file.parts[-PARTS:]


@lru_cache(maxsize=64)
def is_rule_path(parts: tuple[str, ...]) -> bool:
    """Says whether the parts of a path are owner, name and `x.y.z.yaml`; of one file it is asked often."""
    if len(parts) != PARTS or not parts[2].endswith(".yaml"):
        return False
    reference = Reference.parse(f"{parts[0]}/{parts[1]}@{parts[2].removesuffix('.yaml')}")
    return reference is not None and reference.version is not None
