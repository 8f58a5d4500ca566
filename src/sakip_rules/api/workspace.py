"""Rule files as somebody writes them: what is wrong is known again after every change, at little cost."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from sakip_rules.api.boundary import PathLike, path_of, text_of
from sakip_rules.catalogue import RuleCatalogue
from sakip_rules.checker import Checked, check_again, check_catalogue
from sakip_rules.diagnostics import Diagnostic
from sakip_rules.links.dependants import Dependants
from sakip_rules.loader import RuleFile, files_below, is_looked_at, load_file, read_file
from sakip_rules.loader.files import PARTS
from sakip_rules.locks import Lock


class Workspace:
    """The rule files of some folders, and texts that stand in their place or beside them.

    An update looks again at the file and at what may depend on it, and at nothing else. What `checked` gave
    before stays as it was: whoever works with it is not disturbed. One workspace may serve several threads.
    """

    def __init__(self, *folders: PathLike) -> None:
        """Reads the files of the folders; raises `UsageError` for what is no path."""
        self.folders = tuple(Path(path_of(folder)) for folder in folders)
        self._texts: dict[str, str] = {}
        self._no_folders: list[RuleFile] = []
        self._files: dict[str, RuleFile] = {}
        """By path, in the order of the folders and of the paths."""
        self._lock = Lock()
        self._checked: Checked | None = None
        for file, root in files_below(self.folders):
            loaded = load_file(file, root)
            if file == root and loaded is not None:
                self._no_folders.append(loaded)
            elif loaded is not None:
                self._files[str(file)] = loaded
        self._rules = self._catalogue()

    @property
    def texts(self) -> Mapping[str, str]:
        """The texts that were given, by path; all other files are as the disk has them."""
        return MappingProxyType(self._texts)

    @property
    def rules(self) -> RuleCatalogue:
        """All files as they are now, in the order of the folders and of their paths."""
        return self._rules

    @property
    def checked(self) -> Checked:
        """The verdict on every file; made when it is first asked for, then kept up to date."""
        with self._lock.held():
            if self._checked is None:
                self._checked = check_catalogue(self._rules)
            return self._checked

    def snapshot(self) -> tuple[RuleCatalogue, Checked | None]:
        """Gives the files as they are now, and the verdict on them if somebody has asked for it."""
        with self._lock.held():
            return self._rules, self._checked

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """Everything that is wrong, or worth a warning, in any file."""
        return self.checked.diagnostics

    def dependants(self, path: PathLike) -> list[str]:
        """Gives the paths of a file's rule, and of all rules that refer to it, directly or through others."""
        loaded = self._files.get(self._name(path))
        return sorted(Dependants(self._rules).reached(loaded.ids)) if loaded is not None else []

    def update(self, path: PathLike, text: str | None) -> list[str]:
        """Puts a text in the place of a file, or with `None` what the disk has, if anything.

        Gives the paths of the files looked at again; raises `UsageError` for what is no path or no text.
        """
        with self._lock.held():
            checked = self.checked
            name = self._name(path)
            before, after = self._files.get(name), self._read(name, text_of(text))
            self._texts.pop(name, None)
            if text is not None:
                self._texts[name] = text
            self._put(name, after)
            known, self._rules = self._rules, self._catalogue()
            files = self._reached(known, [loaded for loaded in (before, after) if loaded is not None])
            self._checked = check_again(self._rules, checked, files)
            return sorted(files)

    def _reached(self, known: RuleCatalogue, changed: Sequence[RuleFile]) -> set[str]:
        """Gives the files that a change can reach; where ids came or went, also those that offer names."""
        dependants = Dependants(self._rules)
        ids = {rule_id for loaded in changed for rule_id in loaded.ids}
        if self._rules.listing() != known.listing():
            ids |= dependants.lost()
        return dependants.reached(ids)

    def _catalogue(self) -> RuleCatalogue:
        return RuleCatalogue([*self._no_folders, *self._files.values()])

    def _put(self, name: str, loaded: RuleFile | None) -> None:
        """Keeps a file at its place in the order; a new one finds its own."""
        is_new = name not in self._files
        if loaded is None:
            self._files.pop(name, None)
            return
        self._files[name] = loaded
        if is_new:
            self._files = dict(sorted(self._files.items(), key=lambda item: self._place(Path(item[0]))))

    def _place(self, file: Path) -> tuple[int, Path]:
        """Where a fresh reading of the folders would come upon a file; those of no folder come last."""
        root = self._root(file)
        return self.folders.index(root) if root in self.folders else len(self.folders), file

    def _read(self, name: str, text: str | None) -> RuleFile | None:
        file, root = Path(name), self._root(Path(name))
        if not is_looked_at(file, root):
            return None
        if text is not None:
            return read_file(text, file, root)
        return load_file(file, root) if os.path.lexists(name) else None

    def _root(self, file: Path) -> Path:
        """The folder that a file belongs to; of one outside all folders, the one above its owner."""
        around = (root for root in self.folders if root in file.parents)
        return next(around, Path(*file.parts[:-PARTS]))

    def _name(self, path: PathLike) -> str:
        """How the workspace calls a file: as it came upon it, else as it is called now."""
        given = path_of(path)
        if given in self._files:
            return given
        real = os.path.realpath(given)
        return next((name for name in self._files if os.path.realpath(name) == real), str(Path(given)))
