"""Whether a rule is compiled, and if it is not, why: in words."""

from __future__ import annotations

from typing import Final

from sakip_rules.compiled import UncoveredError
from sakip_rules.compiled.quick import RECORDS_WORTH, WORTH
from sakip_rules.compiled.rule import compile_rule
from sakip_rules.languages import Pair
from sakip_rules.plans import AnyPlan, FrameworkPlan, RulePlan
from sakip_rules.wording.terms import LEFT_WORDS

COMPILED: Final[Pair] = (
    f"Dikompilasi: sejak panggilan ke-{WORTH} dari sebuah program menjadi satu fungsi atas bilangan bulat.",
    f"Compiled: from a program's call number {WORTH} on, the rule is one function over integers.",
)
LOOKED_UP: Final[Pair] = (
    "Tidak perlu dikompilasi: skala dan tabel dicari langsung.",
    "Needs no compiling: scales and tables are looked up as they are.",
)
FRAMEWORK: Final[Pair] = (
    f"Dikompilasi: laporan dihitung dengan satu fungsi untuk setiap jenjang, sejak {RECORDS_WORTH} catatan.",
    f"Compiled: reports are computed by one function for each level, from {RECORDS_WORTH} records on.",
)
LEVELS_LEFT: Final[Pair] = (
    " Dengan acuan tinggal jenjang {level}: {reason}",
    " Left to the reference is the level {level}: {reason}",
)
NOT_COMPILED: Final[Pair] = ("Tidak dikompilasi: {reason}", "Not compiled: {reason}")

REASONS: Final[dict[str, Pair]] = {
    **LEFT_WORDS,
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
    "names": (
        "sebuah nama berasal dari luar rekamannya.",
        "a name comes from outside its record.",
    ),
}
"""Why a rule is left to the reference."""


def speed_of(plan: AnyPlan) -> Pair:
    """Says how a rule is computed."""
    if isinstance(plan, FrameworkPlan):
        return _of_framework(plan)
    if not isinstance(plan, RulePlan):
        return LOOKED_UP
    try:
        compile_rule(plan)
    except UncoveredError as error:
        indonesian, english = REASONS[error.reason]
        return NOT_COMPILED[0].format(reason=indonesian), NOT_COMPILED[1].format(reason=english)
    return COMPILED


def _of_framework(plan: FrameworkPlan) -> Pair:
    """Which levels are compiled; each of the others with its reason."""
    from sakip_rules.compiled.reports import compile_framework  # noqa: PLC0415 - whoever asks of a rule needs it not

    indonesian, english = FRAMEWORK
    for level, reason in compile_framework(plan).left.items():
        indonesian += LEVELS_LEFT[0].format(level=level, reason=REASONS[reason][0])
        english += LEVELS_LEFT[1].format(level=level, reason=REASONS[reason][1])
    return indonesian, english
