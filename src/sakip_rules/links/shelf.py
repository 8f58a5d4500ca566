"""Folders of rules whose files are read when somebody refers to them: an id is a path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from sakip_rules.diagnostics import quoted, warn
from sakip_rules.links.references import uses_of
from sakip_rules.loader import (
    KnownRule,
    LoadedRule,
    Mapping,
    RuleFile,
    Scalar,
    YamlNode,
    files_below,
    ids_below,
    known_rule,
    load_file,
    stated_ids,
    versions_below,
)
from sakip_rules.loader.gate import RULE_LIMITS, FileError, read_bytes
from sakip_rules.models import FrameworkRule, Reference

NAMING_KEYS = ("framework", "rule", "codes")
"""The keys of a report that name a rule."""


class Shelf:
    """The folders that are examined, those beside them, and the bundled rules behind all of them.

    Where one's own folders have an id, the bundled files of that id are not there.
    """

    def __init__(
        self, examined: Sequence[Path], beside: Sequence[Path] = (), bundled: Path | None = None
    ) -> None:
        self.examined = tuple(examined)
        self.own = (*examined, *beside)
        self.bundled = bundled
        self._read: dict[Path, RuleFile | None] = {}
        self._state: dict[Path, FileState] = {}
        """How each file looked when it was read."""

        self._versions: dict[str, list[RuleFile]] = {}

    @property
    def folders(self) -> tuple[tuple[Path, ...], tuple[Path, ...], Path | None]:
        """What it was made from."""
        return self.examined, self.own[len(self.examined) :], self.bundled

    def again(self) -> Shelf:
        """Gives the same folders as they are now: what did not change since it was read is not read again."""
        fresh = Shelf(*self.folders)
        for file, state in self._state.items():
            if state_of(file) == state:
                fresh._read[file], fresh._state[file] = self._read[file], state
        return fresh

    @property
    def stands_alone(self) -> bool:
        """Says whether all files are examined: without folders of one's own the bundled ones are."""
        return not self.own or (self.own == self.examined and self.bundled is None)

    @cached_property
    def _elsewhere(self) -> dict[str, list[tuple[Path, Path]]]:
        """One's own files that state an id, by that id: nothing of a wrong place is passed over."""
        found: dict[str, list[tuple[Path, Path]]] = {}
        for file, root in files_below(self.own):
            for rule_id in stated_ids(file, root):
                found.setdefault(rule_id, []).append((file, root))
        return found

    def listing(self) -> list[KnownRule]:
        """Gives all rules that may be referred to, by id; no file is read as YAML."""
        return self._known

    @cached_property
    def _known(self) -> list[KnownRule]:
        known: dict[str, KnownRule] = {}
        for root in (*self.own, *([self.bundled] if self.bundled is not None else [])):
            for rule_id in ids_below(root):
                if rule_id not in known:
                    known[rule_id] = known_rule(rule_id, root, versions_below(root, rule_id))
        return sorted(known.values(), key=lambda rule: rule.id)

    def ids(self) -> list[str]:
        """Gives the ids of all rules by the names of their folders, sorted; no file is read."""
        roots = [*self.own, *([self.bundled] if self.bundled is not None else [])]
        return sorted({rule_id for root in roots for rule_id in ids_below(root)})

    def versions(self, rule_id: str) -> list[RuleFile]:
        """Gives the files at the place of an id, and one's own that state it elsewhere; read once."""
        if rule_id not in self._versions:
            own = [(file, root) for root in self.own for file in versions_below(root, rule_id)]
            own = list(dict.fromkeys([*own, *self._elsewhere.get(rule_id, ())]))
            bundled = self._bundled(rule_id)
            loaded = self._loaded(own or bundled)
            if own and bundled and _contents(own) != _contents(bundled):
                _tell_hidden(rule_id, loaded)
            self._versions[rule_id] = loaded
        return self._versions[rule_id]

    def everything(self) -> list[RuleFile]:
        """Gives all files: one's own, then the bundled ones that are not hidden."""
        own = self._of_folders(self.own)
        if self.bundled is None:
            return own
        if not own:
            return self._loaded(files_below([self.bundled]))
        behind = (rule_id for rule_id in ids_below(self.bundled) if not self._is_own(rule_id))
        return [*own, *(rule_file for rule_id in behind for rule_file in self.versions(rule_id))]

    def examined_files(self) -> list[RuleFile]:
        """Gives all files of the folders that are examined, wherever they lie in them."""
        return self._of_folders(self.examined)

    def needed(self, ids: Iterable[str], rule_files: Iterable[RuleFile] = ()) -> list[RuleFile]:
        """Gives the files of ids and all that they refer to, directly or through others.

        Of the files that are given, the reports in their examples refer to rules, too.
        """
        needed = {rule_file.file: rule_file for rule_file in rule_files}
        todo = [*ids, *(named for rule_file in needed.values() for named in _with_examples(rule_file))]
        seen: set[str] = set()
        for rule_id in todo:
            if rule_id not in seen:
                seen.add(rule_id)
                for rule_file in self.versions(rule_id):
                    needed.setdefault(rule_file.file, rule_file)
                    todo += _referred(rule_file)
        return list(needed.values())

    def _is_own(self, rule_id: str) -> bool:
        return any(versions_below(root, rule_id) for root in self.own)

    def _bundled(self, rule_id: str) -> list[tuple[Path, Path]]:
        if self.bundled is None:
            return []
        return [(file, self.bundled) for file in versions_below(self.bundled, rule_id)]

    def _of_folders(self, folders: Sequence[Path]) -> list[RuleFile]:
        loaded = self._loaded(files_below(folders))
        for rule_id in ids_below(self.bundled) if self.bundled is not None else ():
            if any(versions_below(root, rule_id) for root in folders):
                self.versions(rule_id)  # says what it hides
        return loaded

    def _loaded(self, files: Iterable[tuple[Path, Path]]) -> list[RuleFile]:
        for file, root in (pairs := list(files)):
            if file not in self._read:
                self._state[file] = state_of(file)
                self._read[file] = load_file(file, root)
        return [loaded for file, _ in pairs if (loaded := self._read[file]) is not None]


FileState = tuple[int, int, int, int] | None


def state_of(file: Path) -> FileState:
    """Gives what differs once somebody has written to a file: its times, size and place on the disk."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def rules_named(node: YamlNode | None) -> Iterator[str]:
    """Gives the ids of the rules that a report, or a part of one, names."""
    if isinstance(node, Mapping):
        for key, below in node.items:
            if isinstance(below, Scalar):
                reference = Reference.parse(below.text) if key.text in NAMING_KEYS else None
                yield from [reference.id] if reference is not None else []
            else:
                yield from rules_named(below)
    elif node is not None and not isinstance(node, Scalar):
        for below in node.items:
            yield from rules_named(below)


def _referred(rule_file: RuleFile) -> list[str]:
    if not isinstance(rule_file, LoadedRule):
        return []
    return [use.reference.id for use in uses_of(rule_file.rule)]


def _with_examples(rule_file: RuleFile) -> list[str]:
    """Only examples of frameworks are reports."""
    if not isinstance(rule_file, LoadedRule) or not isinstance(rule_file.rule, FrameworkRule):
        return _referred(rule_file)
    return [*_referred(rule_file), *rules_named(rule_file.document.root.get("examples"))]


def _contents(files: Iterable[tuple[Path, Path]]) -> dict[str, bytes]:
    """Gives what files hold, by name; nothing of what cannot be read: that is told when it is."""
    return {file.name: _content(file) for file, _ in files}


def _content(file: Path) -> bytes:
    try:
        return read_bytes(file, str(file), RULE_LIMITS)
    except FileError:
        return b""


def _tell_hidden(rule_id: str, rule_files: Iterable[RuleFile]) -> None:
    """Says at the first version of an id that the bundled ones are not read."""
    for rule_file in rule_files:
        if isinstance(rule_file, LoadedRule):
            place = rule_file.document.place(("id",))
            told = warn("bundled-hidden", place, name=quoted(rule_id))
            if told not in rule_file.diagnostics:  # a file that was read before has said so
                rule_file.diagnostics.append(told)
            return
