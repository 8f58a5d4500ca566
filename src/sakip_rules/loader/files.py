"""A rule file that was read: whole, or broken, and then what it still says of itself."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from typing import Final, TypeAlias

from pydantic_core import ValidationError

from sakip_rules.dataclass import dataclass, field
from sakip_rules.diagnostics import Diagnostic, quoted
from sakip_rules.loader.document import Document
from sakip_rules.loader.nodes import Scalar
from sakip_rules.models import AnyRule, Dated, Reference, Validity

PARTS: Final = 3
"""Owner, name and version: the last parts of the path of a rule file."""


@dataclass(frozen=True, slots=True)
class LoadedRule:
    """A rule file whose rule could be read, and all that is wrong with it; used only if it is `usable`."""

    rule: AnyRule
    document: Document
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def file(self) -> str:
        """The path as given."""
        return self.document.file

    @property
    def usable(self) -> bool:
        """Says whether the file has no errors of its own."""
        return not self.stands_in_the_way

    @property
    def stands_in_the_way(self) -> bool:
        """Says whether it cannot be used."""
        return any(found.severity == "error" for found in self.diagnostics)

    @property
    def validity(self) -> Dated | None:
        """Version and validity, unless one of their keys stands there twice."""
        return None if _says_twice(self.diagnostics) else self.rule

    @property
    def ids(self) -> frozenset[str]:
        """The id that it states, and if it has errors also the one of its path."""
        return frozenset((self.rule.id, *(() if self.usable else _id_of_path(self.file))))

    def may_be(self, version: str) -> bool:
        """Says whether it may be a version: the one that it states, or if it has errors that of its path."""
        return self.rule.version == version or (not self.usable and PurePath(self.file).stem == version)


@dataclass(frozen=True, slots=True)
class BrokenFile:
    """A file that should hold a rule and does not, with all that is wrong with it."""

    file: str
    diagnostics: list[Diagnostic]
    document: Document | None = None
    stated: frozenset[str] = frozenset()
    """Ids that stand in its text, where that is no YAML."""
    is_folder: bool = False
    """Whether it is a folder that cannot be looked into: any file may lie there."""

    @property
    def stands_in_the_way(self) -> bool:
        """Says whether a rule may be meant that cannot be used; what is only left out is none."""
        return any(found.severity == "error" for found in self.diagnostics)

    @property
    def validity(self) -> Validity | None:
        """Version and validity, as far as they can be read."""
        if self.document is None or _says_twice(self.diagnostics):
            return None
        try:
            return Validity.read(self.document.plain())
        except ValidationError:
            return None

    @property
    def ids(self) -> frozenset[str]:
        """The id that it states, if any, and the one of its path."""
        stated = self.document.root.get("id") if self.document is not None else None
        known = stated.text if isinstance(stated, Scalar) and Reference.parse(stated.text) else None
        own = [known] if known else []
        path = f"{self.file}/x" if self.is_folder else self.file
        return self.stated.union(own, _id_of_path(path))

    def may_be(self, version: str) -> bool:
        """Says whether it may be a version: one that it states, or the one of its path."""
        validity = self.validity
        stated = validity is not None and validity.version == version
        return stated or self.is_folder or PurePath(self.file).stem == version


RuleFile: TypeAlias = LoadedRule | BrokenFile


def _says_twice(diagnostics: Iterable[Diagnostic]) -> bool:
    """Says whether version, validity or `supersedes` stand there twice: then nobody knows what is meant."""
    twice = {name for found in diagnostics if found.code == "duplicate-key" for name in found.texts}
    # As the text of `duplicate-key` names them.
    return bool(twice) and any(("name", quoted(key)) in twice for key in Validity.fields())


def _id_of_path(file: str) -> list[str]:
    path = "/".join(PurePath(file).parts[-PARTS:-1])
    return [path] if Reference.parse(path) is not None else []
