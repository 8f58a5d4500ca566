"""Whether a rule is compiled, and if it is not, why: in words."""

from __future__ import annotations

from typing import Final

from sakip_rules.compiled import UncoveredError
from sakip_rules.compiled.quick import WORTH
from sakip_rules.compiled.rule import compile_rule
from sakip_rules.languages import Pair
from sakip_rules.plans import AnyPlan, FrameworkPlan, RulePlan

COMPILED: Final[Pair] = (
    f"Dikompilasi: sejak panggilan ke-{WORTH} dari sebuah program menjadi satu fungsi atas bilangan bulat.",
    f"Compiled: from a program's call number {WORTH} on, the rule is one function over integers.",
)
LOOKED_UP: Final[Pair] = (
    "Tidak perlu dikompilasi: skala dan tabel dicari langsung.",
    "Needs no compiling: scales and tables are looked up as they are.",
)
FRAMEWORK: Final[Pair] = (
    "Tidak dikompilasi: laporan dihitung dengan acuan, rekaman demi rekaman.",
    "Not compiled: reports are computed by the reference, record by record.",
)
NOT_COMPILED: Final[Pair] = ("Tidak dikompilasi: {reason}", "Not compiled: {reason}")

REASONS: Final[dict[str, Pair]] = {
    "irrational": (
        "akar, logaritma, atau rata-rata geometrik dapat meninggalkan bilangan rasional.",
        "a root, logarithm or geometric mean may leave the rational numbers.",
    ),
    "long": (
        "aturan ini, bersama yang dipanggilnya, sangat panjang.",
        "with the rules that it calls it is very long.",
    ),
    "deep": (
        "rumus, kasus, atau aturan yang dipanggilnya bersarang sangat dalam.",
        "its formulas, cases or called rules nest very deeply.",
    ),
    "long-number": (
        "sebuah bilangan di dalamnya lebih dari 270 angka.",
        "a number in it has more than 270 digits.",
    ),
    "rows": (
        "sebuah kumpulan dipakai dengan cara yang hanya dikenal acuan.",
        "it uses a collection in a way that only the reference knows.",
    ),
    "types": ("sebuah nilai dapat berjenis lain-lain.", "a value may be of several types."),
    "names": (
        "sebuah nama berasal dari luar rekamannya.",
        "a name comes from outside its record.",
    ),
}
"""Why a rule is left to the reference."""


def speed_of(plan: AnyPlan) -> Pair:
    """Says how a rule is computed."""
    if isinstance(plan, FrameworkPlan):
        return FRAMEWORK
    if not isinstance(plan, RulePlan):
        return LOOKED_UP
    try:
        compile_rule(plan)
    except UncoveredError as error:
        indonesian, english = REASONS[error.reason]
        return NOT_COMPILED[0].format(reason=indonesian), NOT_COMPILED[1].format(reason=english)
    return COMPILED
