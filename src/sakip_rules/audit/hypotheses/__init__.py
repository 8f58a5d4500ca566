"""The ways in which such reports go wrong, from the most likely to the least.

Each hypothesis is one change to the data or to the plan; the first whose recomputation has the printed
digits is the cause. What explains more by chance stands further down.
"""

from typing import Final

from sakip_rules.audit.hypotheses.adding import (
    absent_as_zero,
    mean_of_means,
    other_means,
    part_left_out,
    ratio_of_sums,
    sum_of_parts,
    zero_as_absent,
)
from sakip_rules.audit.hypotheses.carrying import as_printed, not_rounded, rounded_operands
from sakip_rules.audit.hypotheses.choosing import (
    another_figure,
    another_record,
    another_year,
    copied,
    exchanged,
    polarity,
)
from sakip_rules.audit.hypotheses.misfit import Hypothesis
from sakip_rules.audit.hypotheses.policies import another_version, capped, growth, other_formula
from sakip_rules.audit.hypotheses.writing import another_mode, factor, padded

FOLLOWING: Final[tuple[Hypothesis, ...]] = (Hypothesis("printed-operand", 1, as_printed),)
"""What makes a figure follow from others that are printed: no error of its own."""

POLICIES: Final = frozenset(
    {"unrounded-operand", "rounded-operand", "another-rounding", "factor", "capped", "another-version"}
    | {"another-formula", "polarity", "growth"}
)
"""Ways of computing that an agency keeps to: one that explains several figures outranks what explains one."""

HYPOTHESES: Final[tuple[Hypothesis, ...]] = (
    Hypothesis("unrounded-operand", 1, not_rounded),
    Hypothesis("rounded-operand", 1, rounded_operands),
    Hypothesis("padded", 1, padded),
    Hypothesis("another-rounding", 1, another_mode),
    Hypothesis("factor", 1, factor),
    Hypothesis("capped", 2, capped),
    Hypothesis("another-version", 2, another_version),
    Hypothesis("another-formula", 2, other_formula),
    Hypothesis("polarity", 1, polarity),
    Hypothesis("growth", 2, growth),
    Hypothesis("another-figure", 2, another_figure),
    Hypothesis("exchanged", 2, exchanged),
    Hypothesis("another-record", 2, another_record),
    Hypothesis("another-year", 2, another_year),
    Hypothesis("copied", 2, copied),
    Hypothesis("absent-as-zero", 2, absent_as_zero),
    Hypothesis("zero-as-absent", 2, zero_as_absent),
    Hypothesis("mean-of-means", 2, mean_of_means),
    Hypothesis("another-mean", 3, other_means),
    Hypothesis("ratio-of-sums", 2, ratio_of_sums),
    Hypothesis("sum-of-parts", 2, sum_of_parts),
    Hypothesis("part-left-out", 3, part_left_out),
)

__all__ = ["FOLLOWING", "HYPOTHESES", "POLICIES"]
