"""Rule files -> rules, with everything that is wrong in them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Final

from pydantic import ValidationError

from sakip_rules.diagnostics import Diagnostic, Place, diagnose, quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.loader.document import Document, parse_document
from sakip_rules.loader.faults import diagnostics_of
from sakip_rules.loader.gate import RULE_LIMITS, FileError, decode, grouped, read_bytes
from sakip_rules.loader.nodes import Scalar
from sakip_rules.models import RULE_CLASSES, TRANSLATED, AnyRule, Reference, Validity, rule_size

NATIONAL: Final = "nasional"
STEPS: Final = 1_000
CELLS: Final = 10_000
PARTS: Final = 3
_FORMS: Final = ("bad-value.id", "bad-value.version")
_VALIDITY_KEYS: Final = frozenset(("name", quoted(key)) for key in Validity.model_fields)
"""As the text of `duplicate-key` names them."""


@dataclass(frozen=True, slots=True)
class LoadedRule:
    """One rule file: the rule, if its file has the shape of one, and all that is wrong with it.

    `file` is the path as given; `sha256` is the hash of the file's bytes, empty where they cannot be read.
    A rule may be used only if it is `usable`.
    """

    rule: AnyRule | None
    document: Document | None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    file: str = ""
    sha256: str = ""

    @property
    def usable(self) -> bool:
        """Says whether the file is a rule without errors of its own."""
        return self.rule is not None and not any(d.severity == "error" for d in self.diagnostics)

    @property
    def validity(self) -> AnyRule | Validity | None:
        """Version and validity, as far as they can be read: a key that stands there twice says nothing."""
        twice = {name for found in self.diagnostics if found.code == "duplicate-key" for name in found.texts}
        if self.document is None or twice & _VALIDITY_KEYS:
            return None
        if self.rule is not None:
            return self.rule
        try:
            return Validity.model_validate(self.document.plain())
        except ValidationError:
            return None

    @property
    def ids(self) -> frozenset[str]:
        """The id that it states, and if it has errors also the one of its path."""
        if self.rule is not None and self.usable:
            return frozenset({self.rule.id})
        stated = self.document.root.get("id") if self.document is not None else None
        texts = [
            "/".join(PurePath(self.file).parts[-PARTS:-1]),
            stated.text if isinstance(stated, Scalar) else "",
        ]
        return frozenset(text for text in texts if Reference.parse(text) is not None)

    @property
    def versions(self) -> frozenset[str]:
        """The version that it states, and if it has errors also the one of its path."""
        stated = {self.validity.version} if self.validity is not None else set()
        return frozenset(stated if self.usable else {*stated, PurePath(self.file).stem})


def load_rule(path: str | os.PathLike[str], *, root: str | os.PathLike[str] | None = None) -> LoadedRule:
    """Reads one rule file; with `root`, its id and version must be its path below that folder."""
    file = os.fspath(path)
    try:
        data = read_bytes(path, file, RULE_LIMITS)
        sha256 = hashlib.sha256(data).hexdigest()
    except FileError as error:
        return LoadedRule(None, None, error.diagnostics, file)
    try:
        text = decode(data, file)
    except FileError as error:
        return LoadedRule(None, None, error.diagnostics, file, sha256)
    document, diagnostics = parse_document(text, file, RULE_LIMITS, sha256=sha256)
    if document is None:
        return LoadedRule(None, None, diagnostics, file, sha256)
    rule, faults = read_rule(document)
    diagnostics += faults
    if root is not None:
        misplaced = _path_faults(document, Path(root))
        places = {fault.place for fault in misplaced}
        # A text that is not the file's path is one mistake, whatever its form.
        diagnostics = [fault for fault in diagnostics if fault.key not in _FORMS or fault.place not in places]
        diagnostics += misplaced
    return LoadedRule(rule, document, sorted(diagnostics, key=Diagnostic.sort_key), file, sha256)


def read_rule(document: Document) -> tuple[AnyRule | None, list[Diagnostic]]:
    """Gives the rule that a document holds, or all that keeps it from being one."""
    data = document.plain()
    kind = data.get("kind")
    if not isinstance(kind, str):
        key = "missing-key" if "kind" not in data else "bad-value.empty"
        return None, [diagnose(key, document.key_place(("kind",)), name=quoted("kind"))]
    model = RULE_CLASSES.get(kind)
    if model is None:
        hint = did_you_mean(kind, RULE_CLASSES)
        return None, [diagnose("bad-value.word", document.place(("kind",)), written=quoted(kind), hint=hint)]
    national = str(data.get("id")).startswith(f"{NATIONAL}/")
    try:
        rule = model.model_validate(data, context={TRANSLATED: national})
    except ValidationError as error:
        return None, diagnostics_of(error, model, document)
    return rule, _size_faults(rule, document)


def _size_faults(rule: AnyRule, document: Document) -> list[Diagnostic]:
    """Holds a rule to 1,000 steps and 10,000 cells."""
    steps, cells = rule_size(rule)
    found = []
    if steps > STEPS:
        found.append(diagnose("file-too-large.steps", document.key_place(("steps",)), limit=grouped(STEPS)))
    if cells > CELLS:
        found.append(diagnose("file-too-large.cells", document.key_place(("rows",)), limit=grouped(CELLS)))
    return found


# ---------------------------------------------------------------- paths


def _path_faults(document: Document, root: Path) -> list[Diagnostic]:
    """Holds id and version to the path `owner/name/version.yaml`."""
    parts = _parts(Path(document.file), root)
    if not is_rule_path(parts):
        return [diagnose("id-path", Place(document.file))]
    expected = {"id": "/".join(parts[:2]), "version": parts[2].removesuffix(".yaml")}
    data = document.plain()
    found = []
    for key, text in expected.items():
        written = data.get(key)
        if isinstance(written, str) and written != text:
            place = document.place((key,))
            found.append(diagnose(f"id-path.{key}", place, written=quoted(written), expected=quoted(text)))
    return found


def _parts(file: Path, root: Path) -> tuple[str, ...]:
    try:
        return file.relative_to(root).parts
    except ValueError:
        return file.parts[-PARTS:]


def is_rule_path(parts: Sequence[str]) -> bool:
    """Says whether the parts of a path are owner, name and `x.y.z.yaml`."""
    if len(parts) != PARTS or not parts[2].endswith(".yaml"):
        return False
    reference = Reference.parse(f"{parts[0]}/{parts[1]}@{parts[2].removesuffix('.yaml')}")
    return reference is not None and reference.version is not None
