"""Expected values of the national rules on outputs, absorption and efficiency by the finance ministry.

Each rule is computed here a second time, from what its annex says, with fractions of the standard library
(and decimals of 60 digits where a root is needed). Nothing of sakip_rules is imported, so a mistake of the
engine cannot hide in an expected value.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal, getcontext
from fractions import Fraction
from math import prod

from tests.independent.ikpa import LEAVES, Answer, Given, half_up


def root_of_product(factors: Sequence[Fraction]) -> Fraction:
    """The geometric mean, to 40 places."""
    getcontext().prec = 60
    product = prod(factors, start=Fraction(1))
    if not product:
        return product
    logarithm = (Decimal(product.numerator) / Decimal(product.denominator)).ln()
    return Fraction(round((logarithm / len(factors)).exp(), 40))


def ratio(row: Given) -> Fraction | None:
    """Realised over target; nothing for what does not apply."""
    return None if row["realisasi"] in LEAVES else Fraction(row["realisasi"]) / Fraction(row["target"])


def kept(values: Sequence[Fraction | None]) -> list[Fraction]:
    """What applies."""
    return [value for value in values if value is not None]


def indicators(output: Given) -> list[Fraction]:
    """The ratios of the indicators of an output."""
    return kept([ratio(row) for row in output["indikator"]])


def output_2017(row: Given) -> Fraction | None:
    """PMK 214/2017: volume times the geometric mean of the indicators, 2 places at every step."""
    volume = ratio(row)
    if volume is None:
        return None
    quality = half_up(root_of_product([half_up(one) for one in indicators(row)]))
    return half_up(half_up(volume) * quality)


def outputs_2017(given: Given) -> Answer:
    """The geometric mean of the outputs, not rounded before it becomes a percentage."""
    return {"result": half_up(root_of_product(kept([output_2017(row) for row in given["keluaran"]])) * 100)}


def outputs_2021(given: Given) -> Answer:
    """PMK 22/2021: means within means, nothing rounded on the way."""
    programmes = [
        root_of_product([root_of_product(indicators(output)) for output in programme["keluaran"]])
        for programme in given["program"]
    ]
    return {"result": root_of_product(programmes) * 100}


def spent(given: Given) -> Answer:
    """Spent over ceiling."""
    return {"result": Fraction(given["realisasi_anggaran"]) / Fraction(given["pagu"]) * 100}


def efficiency(given: Given) -> Answer:
    """What the outputs reached should have cost, less what was spent, over the former."""
    rows = [row for row in given["keluaran"] if row["capaian"] not in LEAVES]
    due = sum((Fraction(row["pagu"]) * Fraction(row["capaian"]) / 100 for row in rows), Fraction(0))
    paid = sum((Fraction(row["realisasi_anggaran"]) for row in rows), Fraction(0))
    return {"seharusnya": due, "result": (due - paid) / due * 100}


BUDGET: dict[str, Callable[[Given], Answer]] = {
    "capaian-keluaran-geometrik@1.0.0": outputs_2017,
    "capaian-keluaran-geometrik@2.0.0": outputs_2021,
    "penyerapan-pmk@1.0.0": spent,
    "efisiensi-keluaran@2.0.0": efficiency,
    "efisiensi-keluaran@2.0.1": efficiency,
}
