"""What is known of the rules of a shelf: read and checked as far as somebody asks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sakip_rules.api.folders import must_hold_rules
from sakip_rules.catalogue import RuleCatalogue
from sakip_rules.checker import Checked, check_again, check_catalogue
from sakip_rules.links.shelf import Shelf
from sakip_rules.loader import RuleFile
from sakip_rules.locks import Lock

WORTH: Final = 8
"""To read and check a file takes about as long as to look again at so many that are known."""


class Knowledge:
    """The verdicts on all files, on those that are examined, and on those that were referred to so far.

    A verdict that was given stays as it is. May serve several threads.
    """

    def __init__(
        self, shelf: Shelf, rules: RuleCatalogue | None = None, checked: Checked | None = None
    ) -> None:
        self.shelf = shelf
        self._lock = Lock()
        self._rules = rules
        self._whole = checked
        self._examined: Checked | None = None
        self._part = Checked(RuleCatalogue((), shelf.listing))
        self._looked_at = 0
        """How many files that were known were looked at again, because more became known."""

    @property
    def rules(self) -> RuleCatalogue:
        """All files; read once."""
        with self._lock.held():
            if self._rules is None:
                self._rules = RuleCatalogue(self.shelf.everything())
            return self._rules

    @property
    def whole(self) -> Checked:
        """The verdict on all files; made once."""
        with self._lock.held():
            if self._whole is None:
                self._whole = check_catalogue(self.rules)
            return self._whole

    def of(self, ids: Iterable[str]) -> Checked:
        """Gives a verdict on the files of some ids and on all that they refer to, and maybe on more.

        Whoever asks for rule after rule would have those that are known looked at again each time: once
        that has taken as long as all files take, all are read.
        """
        with self._lock.held():
            if self._rules is not None:
                return self.whole
            known = self._part.catalogue
            before = {rule_file.file for rule_file in known.loaded}
            more = [rule_file for rule_file in self.shelf.needed(ids) if rule_file.file not in before]
            if more:
                self._looked_at += len(before)
                if self._looked_at > WORTH * len(self.shelf.ids()):
                    return self.whole
                rules = RuleCatalogue([*known.loaded, *more], self.shelf.listing)
                self._part = check_again(rules, self._part, {rule_file.file for rule_file in more})
            return self._part

    def again(self) -> Knowledge:
        """Gives what is known of the same folders as they are now; only what changed is read again."""
        return Knowledge(self.shelf.again())

    def ids(self) -> list[str]:
        """Gives the ids of all rules, sorted."""
        with self._lock.held():
            return self.shelf.ids() if self._rules is None else self._rules.listing_ids()

    def hashes(self) -> dict[str, str]:
        """Gives the hashes of the rules that were read so far, by reference."""
        with self._lock.held():
            read = self._rules if self._rules is not None else self._part.catalogue
        return {loaded.rule.reference: loaded.document.sha256 for loaded in read.whole.values()}

    @property
    def examined_files(self) -> list[RuleFile]:
        """The files that are examined; raises `RuleError` if there are none."""
        with self._lock.held():
            files = list(self.rules.loaded) if self.shelf.stands_alone else self.shelf.examined_files()
        must_hold_rules(self.shelf.examined, files)
        return files

    @property
    def examined(self) -> Checked:
        """A verdict on the files that are examined, and on all that they refer to; made once."""
        if self.shelf.stands_alone:
            return self.whole
        with self._lock.held():
            if self._examined is None:
                needed = self.shelf.needed((), self.examined_files)
                self._examined = check_catalogue(RuleCatalogue(needed, self.shelf.listing))
            return self._examined
