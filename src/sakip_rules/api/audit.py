"""An audit for programs: its findings, JSON, and the receipt of the rules that recomputed the figures."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from sakip_rules.api.receipts import Receipt
from sakip_rules.audit import Audit as Findings
from sakip_rules.catalogue import last_day_of
from sakip_rules.diagnostics.core import known_language
from sakip_rules.exporters.seen import used_rules
from sakip_rules.languages import Language
from sakip_rules.reader import ReportData


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedReport(Findings):
    """Every printed figure of a report beside the recomputed one, with causes."""

    receipt: Receipt
    """The rules that the report was recomputed with."""

    @classmethod
    def of(cls, found: Findings, data: ReportData) -> AuditedReport:
        """Gives the findings on a report, with its receipt."""
        rules = used_rules((data.framework.source, *data.sources))
        receipt = Receipt(rules, last_day_of(data.year))
        told = {each.name: getattr(found, each.name) for each in fields(found)}
        return cls(**told, receipt=receipt)

    def to_dict(self, lang: Language = "id", *, receipt: bool = False) -> dict[str, Any]:
        """The audit as JSON sees it, with its receipt if asked; raises `UsageError` for another language."""
        from sakip_rules.exporters.audit.json import audit_object  # noqa: PLC0415 - whoever reads findings does not wait

        made = audit_object(self, known_language(lang))
        return made | ({"receipt": self.receipt.to_dict()} if receipt else {})

    def __hash__(self) -> int:
        return hash((self.report, self.receipt, len(self.findings)))
