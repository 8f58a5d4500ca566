"""A report that gets pages: computed and audited, with the places of its pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from sakip_rules.pages.addresses import slug
from sakip_rules.results import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sakip_rules.audit import Audit, Finding
    from sakip_rules.results import ReportNode, ReportTree

FOLDER: Final = "laporan"


@dataclass(frozen=True)
class ReportBook:
    """A report, computed and audited."""

    name: str
    """What its file is called, without its ending: its pages stand in a folder of that name."""
    tree: ReportTree
    audit: Audit

    @property
    def path(self) -> str:
        """The path of its first page, without the language."""
        return f"{FOLDER}/{slug(self.name)}/index.md"

    @property
    def audit_path(self) -> str:
        """The path of the page of its printed figures."""
        return f"{FOLDER}/{slug(self.name)}/periksa.md"

    def record_path(self, node_path: str) -> str:
        """Gives the path of the page of a record."""
        folder = f"{FOLDER}/{slug(self.name)}/rekaman"
        if node_path == ROOT:
            return f"{folder}/index.md"
        return f"{folder}/{'/'.join(slug(part) for part in node_path.split('/'))}.md"

    @cached_property
    def findings(self) -> Mapping[str, Sequence[Finding]]:
        """The findings by the record that they are about, in the order of the report."""
        by_path: dict[str, list[Finding]] = {}
        for finding in self.audit.findings:
            by_path.setdefault(finding.path, []).append(finding)
        return by_path

    @cached_property
    def by_path(self) -> Mapping[str, ReportNode]:
        """The records by their paths."""
        return {node.path: node for node in self.nodes}

    @cached_property
    def nodes(self) -> list[ReportNode]:
        """Every record in the order of the report."""
        return list(self.tree.root.walk())
