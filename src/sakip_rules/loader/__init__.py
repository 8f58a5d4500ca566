"""File -> model, with line and column of every key and value.

The parser whose events are read is `sakip_rules.loader.events.EVENT_PARSER`, looked up at every call.
"""

from sakip_rules.loader.document import Document, load_document, parse_document
from sakip_rules.loader.faults import diagnostics_of
from sakip_rules.loader.files import BrokenFile, LoadedRule, RuleFile
from sakip_rules.loader.folders import (
    files_below,
    ids_below,
    is_looked_at,
    load_file,
    load_rules,
    read_file,
    stated_ids,
    versions_below,
)
from sakip_rules.loader.gate import REPORT_LIMITS, RULE_LIMITS, Limits
from sakip_rules.loader.known import KnownRule, known_rule
from sakip_rules.loader.nodes import Mapping, Scalar, Sequence, YamlNode
from sakip_rules.loader.reports import ReportSource, load_data, load_open, load_report
from sakip_rules.loader.rules import load_rule, read_rule

__all__ = [
    "REPORT_LIMITS",
    "RULE_LIMITS",
    "BrokenFile",
    "Document",
    "KnownRule",
    "Limits",
    "LoadedRule",
    "Mapping",
    "ReportSource",
    "RuleFile",
    "Scalar",
    "Sequence",
    "YamlNode",
    "diagnostics_of",
    "files_below",
    "ids_below",
    "is_looked_at",
    "known_rule",
    "load_data",
    "load_document",
    "load_file",
    "load_open",
    "load_report",
    "load_rule",
    "load_rules",
    "parse_document",
    "read_file",
    "read_rule",
    "stated_ids",
    "versions_below",
]
