"""The verdict on a catalogue: what is wrong with each file, and what a reference means in spite of it."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Container, Iterable

from sakip_rules.catalogue import HAS_ERRORS, NotFound, RuleCatalogue
from sakip_rules.diagnostics import Diagnostic, Place, RuleError, diagnose
from sakip_rules.diagnostics.consequences import without_consequences
from sakip_rules.languages import Pair
from sakip_rules.links.alike import meant_by, with_owner
from sakip_rules.loader import LoadedRule
from sakip_rules.models import Reference


class Verdict:
    """The diagnostics of every file of a catalogue, and which files cannot be used."""

    def __init__(self, catalogue: RuleCatalogue) -> None:
        self.catalogue = catalogue
        self.unusable: set[str] = set()
        self._in_the_way: dict[str, set[str]] = {}
        """For a file, those whose errors stand in the way of its references."""
        self._of_file: dict[str, dict[Diagnostic, None]] = {}
        for item in catalogue.loaded:
            self.add(item.file, item.diagnostics)

    def add(self, file: str, diagnostics: Iterable[Diagnostic]) -> None:
        """Adds what is wrong with a file; with an error it cannot be used."""
        known = self._of_file.setdefault(file, {})
        for diagnostic in diagnostics:
            known[diagnostic] = None
            if diagnostic.severity == "error":
                self.unusable.add(file)

    def keep(self, before: Verdict, again: Container[str]) -> None:
        """Takes over what an earlier verdict found of all files but those that are looked at again."""
        for loaded in self.catalogue.loaded:
            if loaded.file not in again:
                self.add(loaded.file, before._of_file[loaded.file])
                self._in_the_way[loaded.file] = set(before._in_the_way.get(loaded.file, ()))

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """All diagnostics of all files, sorted."""
        return self.of_files(self._of_file)

    def of_files(self, files: Iterable[str]) -> list[Diagnostic]:
        """Gives all diagnostics of some files, sorted."""
        told = (
            with_owner(diagnostic, self.catalogue)
            for file in files
            for diagnostic in without_consequences(self._of_file.get(file, ()))
        )
        return sorted(told, key=Diagnostic.sort_key)

    @property
    def usable(self) -> list[LoadedRule]:
        """The rules without errors, in the order of the catalogue."""
        return [item for file, item in self.catalogue.whole.items() if file not in self.unusable]

    def errors(self, file: str) -> list[Diagnostic]:
        """Gives the errors of one file, in the order of reading."""
        return [diagnostic for diagnostic in self.of_files([file]) if diagnostic.severity == "error"]

    def find(self, reference: Reference, day: datetime.date) -> LoadedRule | NotFound:
        """Gives the rule without errors that a reference means on a day, or why there is none."""
        return self.catalogue.find(reference, day, self.unusable)

    def newest(self, rule_id: str) -> LoadedRule:
        """Gives the version of the highest number; raises `RuleError` if there is none, or errors hide it."""
        found = self.catalogue.newest(rule_id, self.unusable)
        if isinstance(found, NotFound):
            raise self.refusal(found, None)
        return found

    def missing(
        self, file: str, missing: NotFound, place: Place | None, kinds: Collection[str] = ()
    ) -> Diagnostic:
        """Says at a reference in a file why it has no rule, and keeps which files stand in its way.

        Rules of the `kinds` that fit there are those that may have been meant.
        """
        self._in_the_way.setdefault(file, set()).update(missing.files)
        return self._said(missing, place, kinds)

    def _said(self, missing: NotFound, place: Place | None, kinds: Collection[str]) -> Diagnostic:
        """Says at a reference why it has no rule; of files with errors, the first error of the first.

        A program that asks for such a rule is told by another code: it is there.
        """
        texts = dict(missing.texts)
        if missing.key == "unknown-rule":
            texts["near"] = meant_by(missing.reference, self.catalogue, kinds)
        if missing.files:
            texts |= self._first_error(missing.files[0])
        asked_by_program = place is None and missing.key == HAS_ERRORS
        return diagnose("rule-has-errors" if asked_by_program else missing.key, place, **texts)

    def refusal(self, missing: NotFound, place: Place | None, kinds: Collection[str] = ()) -> RuleError:
        """Gives the error of a reference that has no rule, with all errors of the files in its way.

        `kinds` as in `missing`.
        """
        said = {self._said(missing, place, kinds): None}
        files = dict.fromkeys(missing.files)
        todo = list(files)
        for file in todo:
            said |= dict.fromkeys(self.errors(file))
            todo += [other for other in sorted(self._in_the_way.get(file, ())) if other not in files]
            files |= dict.fromkeys(todo)
        return RuleError(said)

    def _first_error(self, file: str) -> dict[str, str | Pair]:
        texts: dict[str, str | Pair] = {"file": f"`{file}`", "said": ""}
        for error in self.errors(file)[:1]:
            line = error.place.line if error.place is not None else 0  # none where the whole file is meant
            at = (f" Baris {line}:", f" Line {line}:") if line else ("", "")
            texts["said"] = f"{at[0]} {error.message('id')}", f"{at[1]} {error.message('en')}"
        return texts
