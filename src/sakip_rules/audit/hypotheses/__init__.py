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
from sakip_rules.audit.hypotheses.misfit import ANY, MANY, Hypothesis
from sakip_rules.audit.hypotheses.policies import another_version, capped, growth, other_formula
from sakip_rules.audit.hypotheses.writing import another_mode, factor, padded

FOLLOWING: Final = (Hypothesis("printed-operand", as_printed, ANY),)
"""What makes a figure follow from others that are printed: no error of its own."""

POLICIES: Final = (
    Hypothesis("unrounded-operand", not_rounded, ANY),
    Hypothesis("rounded-operand", rounded_operands, ANY),
    Hypothesis("padded", padded, ANY),
    Hypothesis("another-rounding", another_mode, ANY),
    Hypothesis("factor", factor, ANY),
    Hypothesis("capped", capped),
    Hypothesis("another-version", another_version),
    Hypothesis("another-formula", other_formula),
    Hypothesis("polarity", polarity, ANY),
    Hypothesis("growth", growth),
)
"""Ways of computing that an agency keeps to: one that explains several figures outranks what explains one."""

HYPOTHESES: Final = (
    *POLICIES,
    Hypothesis("another-figure", another_figure),
    Hypothesis("exchanged", exchanged),
    Hypothesis("another-record", another_record),
    Hypothesis("another-year", another_year),
    Hypothesis("copied", copied),
    Hypothesis("absent-as-zero", absent_as_zero),
    Hypothesis("zero-as-absent", zero_as_absent),
    Hypothesis("mean-of-means", mean_of_means),
    Hypothesis("another-mean", other_means, MANY),
    Hypothesis("ratio-of-sums", ratio_of_sums),
    Hypothesis("sum-of-parts", sum_of_parts),
    Hypothesis("part-left-out", part_left_out, MANY),
)

__all__ = ["FOLLOWING", "HYPOTHESES", "POLICIES"]
