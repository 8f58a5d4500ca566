"""Rows of many agencies through one framework: one report after another, each from its own rows."""

from sakip_rules.batch.reports.answers import REPORT_COLUMNS
from sakip_rules.batch.reports.partial import ReportPartial, ReportState
from sakip_rules.batch.reports.running import ReportJob, run_reports

__all__ = ["REPORT_COLUMNS", "ReportJob", "ReportPartial", "ReportState", "run_reports"]
