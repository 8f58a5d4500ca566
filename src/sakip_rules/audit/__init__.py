"""Printed figures beside recomputed ones; causes as a list of hypotheses, each one change."""

from sakip_rules.audit.auditor import audit_report
from sakip_rules.audit.findings import VERDICTS, Audit, Cause, Finding, Verdict

__all__ = ["VERDICTS", "Audit", "Cause", "Finding", "Verdict", "audit_report"]
