"""Rules that stand in no folder: texts of a database, with the bundled rules behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from sakip_rules.links.shelf import Shelf
from sakip_rules.loader import KnownRule, LoadedRule, RuleFile, read_file


class TextShelf(Shelf):
    """Texts by the path that each would have, `owner/name/x.y.z.yaml`; they hide bundled rules."""

    def __init__(self, texts: Mapping[str, str], bundled: Path | None = None) -> None:
        super().__init__((), (), bundled)
        read = (read_file(text, Path(path), Path()) for path, text in texts.items())
        self._texts = [rule_file for rule_file in read if rule_file is not None]
        self._by_id: dict[str, list[RuleFile]] = {}
        for rule_file in self._texts:
            for rule_id in rule_file.ids:
                self._by_id.setdefault(rule_id, []).append(rule_file)

    @property
    def stands_alone(self) -> bool:
        """Says whether all rules are examined."""
        return self.bundled is None

    def listing(self) -> list[KnownRule]:
        """Gives all rules that may be referred to, by id."""
        own = [_known(rule_id, rule_files) for rule_id, rule_files in self._by_id.items()]
        behind = [known for known in super().listing() if known.id not in self._by_id]
        return sorted([*own, *behind], key=lambda known: known.id)

    def ids(self) -> list[str]:
        """Gives the ids of all rules, sorted."""
        return sorted({*self._by_id, *super().ids()})

    def versions(self, rule_id: str) -> list[RuleFile]:
        """Gives the texts of an id, else the bundled files of it."""
        return self._by_id.get(rule_id) or super().versions(rule_id)

    def everything(self) -> list[RuleFile]:
        """Gives all texts, then the bundled files that are not hidden."""
        behind = (rule_id for rule_id in super().ids() if rule_id not in self._by_id)
        return [*self._texts, *(rule_file for rule_id in behind for rule_file in self.versions(rule_id))]

    def examined_files(self) -> list[RuleFile]:
        """Gives the texts."""
        return list(self._texts)


def _known(rule_id: str, rule_files: Iterable[RuleFile]) -> KnownRule:
    rules = [rule_file.rule for rule_file in rule_files if isinstance(rule_file, LoadedRule)]
    names = frozenset(name for rule in rules for name in rule.also_called)
    return KnownRule(rule_id, frozenset(rule.kind for rule in rules), names)
