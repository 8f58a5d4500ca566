"""The shape of rule files and of a report's own keys.

Attribute names are the keys of the files, but for the Python words `from` and `with`: `from_`, `with_`.
Numbers of scales are exact fractions; formulas and literals are texts, typed by later steps.
"""

from sakip_rules.models.base import TRANSLATED, Folded, Model, Numeral, Raw, RawValue, Text
from sakip_rules.models.body import Body, Check, FixedRow, Input, Level, Rounding, ScaleRounding, Step
from sakip_rules.models.examples import Example, FormulaExample, FrameworkExample, ScaleExample, TableExample
from sakip_rules.models.formulas import AbsentValue, Case, CaseCall, FormulaField
from sakip_rules.models.heads import Erratum, LegalBasis, RuleHead, Validity
from sakip_rules.models.reports import (
    ABSENT_KEYS,
    DATUM_KEYS,
    HEADER_KEYS,
    RECORD_KEYS,
    ROOT_KEYS,
    Printed,
    ReportHeader,
)
from sakip_rules.models.rules import (
    RULE_CLASSES,
    AliasRule,
    AnyRule,
    Dated,
    Domain,
    FormulaRule,
    FrameworkRule,
    RecordRule,
    ScaleRule,
    TableRule,
    WrittenBand,
)
from sakip_rules.models.shape import known_keys, rule_size
from sakip_rules.models.words import (
    RESERVED,
    Reference,
    code_fault,
    name_fault,
    version_key,
)

__all__ = [
    "ABSENT_KEYS",
    "DATUM_KEYS",
    "HEADER_KEYS",
    "RECORD_KEYS",
    "RESERVED",
    "ROOT_KEYS",
    "RULE_CLASSES",
    "TRANSLATED",
    "AbsentValue",
    "AliasRule",
    "AnyRule",
    "Body",
    "Case",
    "CaseCall",
    "Check",
    "Dated",
    "Domain",
    "Erratum",
    "Example",
    "FixedRow",
    "Folded",
    "FormulaExample",
    "FormulaField",
    "FormulaRule",
    "FrameworkExample",
    "FrameworkRule",
    "Input",
    "LegalBasis",
    "Level",
    "Model",
    "Numeral",
    "Printed",
    "Raw",
    "RawValue",
    "RecordRule",
    "Reference",
    "ReportHeader",
    "Rounding",
    "RuleHead",
    "ScaleExample",
    "ScaleRounding",
    "ScaleRule",
    "Step",
    "TableExample",
    "TableRule",
    "Text",
    "Validity",
    "WrittenBand",
    "code_fault",
    "known_keys",
    "name_fault",
    "rule_size",
    "version_key",
]
