"""Printed figures beside recomputed ones; causes as a list of hypotheses, each one change."""

from sakip_rules.audit.auditor import audit_report
from sakip_rules.audit.findings import Audit, Cause, Finding, Warned

__all__ = ["Audit", "Cause", "Finding", "Warned", "audit_report"]
