"""What is wrong, where, and how to mend it; in Indonesian and English.

A diagnostic is data: a key into the table of texts, a place, and the words that fill the text.
Mistakes of authors are collected as lists of diagnostics; mistakes of callers are raised as a
`SakipRulesError` that carries them.
"""

from sakip_rules.diagnostics.core import (
    Diagnostic,
    diagnose,
    nearest,
    quoted,
    warn,
)
from sakip_rules.diagnostics.errors import DataError, NoSuchNameError, RuleError, SakipRulesError, UsageError
from sakip_rules.diagnostics.places import Path, Place, about_key
from sakip_rules.diagnostics.rendering import render, render_all, summary_line

__all__ = [
    "DataError",
    "Diagnostic",
    "NoSuchNameError",
    "Path",
    "Place",
    "RuleError",
    "SakipRulesError",
    "UsageError",
    "about_key",
    "diagnose",
    "nearest",
    "quoted",
    "render",
    "render_all",
    "summary_line",
    "warn",
]
