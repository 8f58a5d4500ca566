"""The formula language, closed: parse, check against a scope, evaluate on exact numbers."""

from sakip_rules.expression.analyse import Analysis, analyse, join_types
from sakip_rules.expression.cost import BudgetSpentError, Meter
from sakip_rules.expression.evaluate import (
    AliasCall,
    Context,
    ExactEvaluator,
    RowsUsed,
    absent_rows,
    flatten,
)
from sakip_rules.expression.faults import Fault, FormulaFaultError
from sakip_rules.expression.formula import Formula, Read, Reads, compared
from sakip_rules.expression.functions import FUNCTION_NAMES
from sakip_rules.expression.parse import parse
from sakip_rules.expression.scope import (
    NUMBER,
    RANGE,
    ROWS,
    TRUTH,
    UNKNOWN,
    Alias,
    Entry,
    Scope,
    Type,
)

__all__ = [
    "FUNCTION_NAMES",
    "NUMBER",
    "RANGE",
    "ROWS",
    "TRUTH",
    "UNKNOWN",
    "Alias",
    "AliasCall",
    "Analysis",
    "BudgetSpentError",
    "Context",
    "Entry",
    "ExactEvaluator",
    "Fault",
    "Formula",
    "FormulaFaultError",
    "Meter",
    "Read",
    "Reads",
    "RowsUsed",
    "Scope",
    "Type",
    "absent_rows",
    "analyse",
    "compared",
    "flatten",
    "join_types",
    "parse",
]
