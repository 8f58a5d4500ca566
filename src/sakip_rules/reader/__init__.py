"""Data -> typed values, by the inputs that a plan declares; every error about data is found here."""

from sakip_rules.reader.arguments import read_arguments, read_key, read_value
from sakip_rules.reader.records import RecordData, ReportData, YearData
from sakip_rules.reader.report import read_example_report, read_report

__all__ = [
    "RecordData",
    "ReportData",
    "YearData",
    "read_arguments",
    "read_example_report",
    "read_key",
    "read_report",
    "read_value",
]
