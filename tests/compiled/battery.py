"""Small rules with every part of the language, and data at their edges: a slip anywhere shows in one of them."""

# ruff: noqa: E501 - a rule, or a row of data, stands on one line

from __future__ import annotations

import itertools
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Final

from tests.written import rules

from sakip_rules.compiled.rule import CompiledRule, compile_rule
from sakip_rules.plans import RulePlan

Data = dict[str, Any]

LOST: Final = {"status": "missing", "reason": "rusak"}
ABSENT: Final = (
    "missing",
    LOST,
    "not_due",
    "not_applicable",
    {"status": "not_computable", "reason": "no-case"},
)
NUMBERS: Final = (0, 1, -2, "2.5", "-0,5", "0.125", 100, *ABSENT)
FEW: Final = (0, 2, "-1.5", "missing", "not_applicable")
FORMS: Final[tuple[Any, ...]] = (
    *(
        True,
        1.5,
        "541.897",
        "541,897",
        "5.25",
        "12,5%",
        "०",
        "0" * 50 + "1",
        2**64,
        2**64 - 1,
        -(2**64),
        10**400,
    ),
    *(
        Decimal("2.50"),
        Decimal("1E+3"),
        Decimal("NaN"),
        Decimal("1." + "0" * 401),
        Fraction(-7, 3),
        Fraction(1, 3**50),
    ),
    *(
        {"value": "7", "document": "hal. 3"},
        {"value": "x"},
        [],
        [1],
        " ",
        "",
        "not_due ",
        "-",
        "1e5",
        "1_000",
    ),
)
"""Ways in which a number may be given, and not."""

ROWS: Final[tuple[Any, ...]] = (
    [],
    None,
    [{"x": 1, "w": 2}, {"x": "0.5", "w": 3}, {"x": -4, "w": 1}],
    [{"x": 1, "w": 0}, {"x": 2, "w": 0}],
    [{"x": 3, "w": 1}, {"x": 5, "w": -1}],
    [{"x": "missing", "w": 1}, {"x": 2, "w": 1}],
    [{"x": "not_due", "w": 1}, {"x": "0.25", "w": 4}, {"x": "not_applicable"}],
    [{"x": "not_applicable", "w": 1}, {"x": "not_due", "w": 1}],
    {"a": {"x": 7, "w": 1}, "b": {"x": {"status": "not_computable", "reason": "no-case"}, "w": 1}},
    ({"x": Fraction(1, 3), "w": Fraction(2, 7)}, {"x": Fraction(1, 7), "w": "0.1"}),
    [{"x": "missing", "w": 0}, {"x": "not_applicable", "w": 0}, {"x": "not_due", "w": 1}],
    [{"x": LOST, "w": "missing"}, {"x": "missing", "w": 1}],
    [{"x": 2, "w": "1.5"}, "missing"],
    [{"x": 2, "w": 1, "typo": 1}],
    "missing",
    [{"x": 100, "w": "missing"}, {"x": 3, "w": "not_due"}, {"x": 1, "w": 1}],
)

SCALE: Final = """
    bands:
      - {category: Tinggi, code: T, above: 75, up_to: 100}
      - {category: Sedang, code: S, from: 55, up_to: 75}
      - {category: Rendah, below: 55, from: 0}
      - {category: Belum, code: BL, status: missing}
      - {category: Di luar, code: L, status: not_computable, reason: outside-domain}
    domain: {from: 0, up_to: 100}
    examples: [{title: contoh, given: 80, category: Tinggi}]
"""

TWO = "inputs: {a: {}, b: {}}\n"
THREE = "inputs: {a: {}, b: {}, c: {}}\n"
LIST = "inputs: {r: {each: {inputs: {x: {}, w: {}}}}, a: {default: 1}}\n"
MODES: Final = ("half_up", "half_even", "down", "up", "floor", "ceiling")


def bodies() -> dict[str, str]:
    """Gives the rules by kind and name."""
    made = {
        "scale skala": SCALE,
        "scale bulat": SCALE.replace("    bands:", "    rounding: {places: 1, mode: half_even}\n    bands:"),
        "table tabel": "keys: [k]\nrows: {T: 1.5, S: 2, X: null}\nexamples: [{title: a, given: T, result: 1.5}]",
        "table kurva": (
            "keys: [k]\ninterpolate: linear\nrows: {0: 0, 90: 100, 100: 120}\n"
            "examples: [{title: a, given: 95, result: 110}]"
        ),
        "index bagi": TWO + "formula: a / b * 100",
        "index jumlah": THREE + "formula: a + b / 3 - c * 2",
        "index pilih": THREE + "formula: (a / b if a > c else c - 1) + (0.5 if b > c else 0.125)",
        "index tanda": TWO + "formula: (-a + (+b) if not a > b else -b) * (a - b) / -4",
        "index pangkat": TWO + "formula: a ** 3 + b ** -2",
        "index batas": THREE + "formula: clamp(a, b, c) + min(a, b, 3) - max(a, c) + abs(b)",
        "index logika": THREE + "formula: 1 if (a > b or b >= c) and not a == c else 0 if a < b < c else 2",
        "index ada": TWO + "formula: 1 if given(a) else 2 if given(b) else 3",
        "index kasus": """
            inputs: {a: {}, b: {}, c: {}}
            formula:
              - {when: a > 1, then: a / b}
              - {when: b == 0, then: {status: not_applicable}}
              - {when: c > 0, then: {status: not_computable, reason: outside-domain}}
              - {when: c < 0, then: 7}
        """,
        "index kata": """
            inputs: {p: {type: polarity}, k: {type: choice, choices: [A, B, missing_]}, t: {type: truth}, n: {type: count}}
            formula: (1 if p == higher_is_better else 2) + (10 if k == A else 20) + (100 if t else 200) + n / 4
        """,
        "index rentang": "inputs: {a: {}, s: {type: range}}\nformula: 1 if s.min <= a <= s.max else a / s",
        "index pita": "inputs: {a: {}}\nuses: {s: contoh/skala, u: contoh/bulat}\nscale: contoh/bulat\n"
        "formula: 80 if s(a) == T else 54.96 if u(a) == S else 30 if s(a) == BL else a",
        "index isi": "inputs: {k: {type: choice, choices: [T, S, X]}, a: {}}\nuses: {t: contoh/tabel, c: contoh/kurva}\n"
        "formula: t(k) + c(a)",
        "index baris": LIST + "formula: sum(r.x) + mean(r.x, where=r.x > a) * 3 + count(r, where=given(r.x))",
        "index bobot": LIST + "formula: mean(r.x, weight=r.w)",
        "index ujung": LIST + "formula: max(r.x) * 10 + min(r.x) + first(r.x) / 7 - last(r.x, where=r.w > 0)",
        "index saring": LIST + "formula: last(r.x, where=r.w > 1)",
        "index kali": LIST + "formula: product(r.x / 3) - count(r.x) + mean(1 / r.x)",
        "index langkah": """
            inputs:
              r:
                each:
                  inputs: {x: {default: 4}, w: {}, n: {type: count}, k: {type: choice, choices: [A, B]}}
                  steps: {y: x / w, z: {formula: y * 2, rounding: {places: 1, carry: rounded}}}
                  checks: [{expect: x < 100, message: M}]
            formula: sum(r.z) + sum(r.x) + sum(r.n) + count(r.k, where=r.k == A)
        """,
        "index tetap": TWO
        + "steps: {t: {rows: [{v: 2, w: 60}, {v: a / b, w: 40}]}}\nformula: mean(t.v, weight=t.w)",
        "index dalam": """
            inputs: {r: {each: {inputs: {p: {each: {inputs: {x: {}}}}}, steps: {s: sum(p.x)}}}}
            formula: sum(r.p.x) + mean(r.s)
        """,
        "index panggil": """
            inputs: {a: {}, b: {}, c: {}}
            steps:
              satu: {rule: contoh/dipanggil, with: {x: a}}
              dua: {rule: contoh/bulat0, with: {x: a, y: b}}
              tiga: {formula: [{when: c > 0, then: {rule: contoh/dipanggil, with: {x: c, y: b}}}, {otherwise: 5}]}
            formula: satu + dua / 3 + tiga
        """,
        "index dipanggil": "inputs: {x: {}, y: {default: 2.5}}\nformula: x / y\nchecks: [{expect: x < 50, message: M}]",
        "index bulat0": "inputs: {x: {}, y: {}}\nformula: x / 3 + y\nrounding: {places: 0, carry: rounded}",
        "index baris-lain": LIST + "steps: {b: {rule: contoh/kali-w}}\nformula: b",
        "index kali-w": "inputs: {r: {each: {inputs: {x: {}, w: {default: 3}, v: {default: 2}}, steps: {kali: x * w * v}}}}\n"
        "formula: sum(r.kali)",
        "index periksa": """
            inputs: {a: {}, b: {}}
            formula: a * 2
            scale: contoh/skala
            checks:
              - {expect: a != 1, message: Satu.}
              - {expect: result < 90, message: Besar., severity: warning}
              - {expect: b > 0, message: Kecil.}
        """,
        "index sandi": "inputs: {n: {codes: contoh/tabel1, default: 0.5}, m: {type: count, default: 3}}\nformula: n * m",
        "table tabel1": "keys: [k]\nrows: {AA: 1.25, BB: 0}\nexamples: [{title: a, given: AA, result: 1.25}]",
    }
    for mode, places, carry in itertools.product(MODES, (-1, 0, 2), ("exact", "rounded")):
        name = f"index bulat-{mode.replace('_', '-')}-{places + 1}-{carry}"
        how = f"rounding: {{places: {places}, mode: {mode}, carry: {carry}}}"
        made[name] = (
            TWO
            + f"steps: {{s: {{formula: a / b, {how}}}}}\nformula: s * 3 - s * 2\n{how}\nscale: contoh/skala"
        )
    return made


@cache
def data() -> dict[str, list[Data]]:
    """Gives for each rule what it is asked."""
    ties = (
        "0.5",
        "1.5",
        "2.5",
        "-0.5",
        "-1.5",
        "-2.5",
        "0.005",
        "0.015",
        "-0.025",
        5,
        15,
        "-25",
        "0.1",
        55,
        "54.995",
        75,
    )
    small: list[Data] = [{"a": a, "b": 1} for a in (*ties, "missing")] + [
        {"a": a, "b": 3} for a in (1, -1, 100, 200, 0)
    ]
    asked: dict[str, list[Data]] = dict.fromkeys(bodies_named("bulat-"), small)
    both = _product(a=NUMBERS, b=NUMBERS)
    three = _product(a=FEW, b=FEW, c=FEW)
    asked |= dict.fromkeys(("pangkat", "ada", "tetap", "periksa", "tanda"), both)
    asked["bagi"] = [*both, *({"a": datum, "b": 3} for datum in FORMS), {"a": 1, "typo": 2}, {"typo": 2}, {}]
    asked |= dict.fromkeys(("jumlah", "pilih", "batas", "logika", "kasus"), three)
    asked["batas"] = [*three, {"a": 5, "b": 1, "c": 3}, {"a": -5, "b": 1, "c": 3}, {"a": 2, "b": 1, "c": 3}]
    asked["panggil"] = [*three, {"a": 60, "b": 1, "c": 1}, {"a": 1, "b": 1, "c": 60}]
    asked["kata"] = _product(
        p=("higher_is_better", "closer_is_better", "not_due"),
        k=("A", "B", "missing", " A "),
        t=(True, "tidak", None),
        n=(0, 3, 7),
    )
    asked["kata"] += [
        {"p": p, "k": k, "t": t, "n": n}
        for p, k, t, n in (
            ("x", "A", True, 1),
            ("not_due", "C", True, 1),
            ("not_due", "A", 1, 1),
            ("not_due", "A", "ya", -1),
        )
    ]
    ranges = (5, {"min": 1, "max": 3}, {"min": "2", "max": "2.0"}, "missing", "not_due")
    asked["rentang"] = _product(a=(1, 2, "3", 4, "missing"), s=ranges)
    edges = (
        0,
        100,
        "100.04",
        "100.05",
        "100.06",
        101,
        -1,
        55,
        "54.95",
        "54.949",
        "54.96",
        75,
        "75.05",
        80,
        *ABSENT,
    )
    asked["pita"] = [{"a": a} for a in (*edges, {"status": "missing", "reason": "rusak"})]
    asked["isi"] = _product(k=("T", "S", "X", "missing"), a=(0, 45, 95, 100, 101, "not_due"))
    lists: list[Data] = [{"r": rows} for rows in ROWS] + [{"r": rows, "a": 2} for rows in ROWS] + [{}]
    asked |= dict.fromkeys(("baris", "bobot", "saring", "ujung", "kali", "baris-lain"), lists)
    asked["langkah"] = [
        {"r": [{"w": 2, "n": 1, "k": "A"}, {"x": x, "w": w, "n": n, "k": k}]}
        for x, w, n, k in itertools.product(
            (1, "0.25", 100, "missing"), (3, 0, "not_due"), (0, 2), ("A", "B", "not_due")
        )
    ]
    asked["dalam"] = [
        {"r": [{"p": [{"x": 1}, {"x": "0.5"}]}, {"p": []}, {"p": [{"x": 4}]}]},
        {"r": [{"p": [{"x": "missing"}]}, {"p": [{"x": 1}]}]},
        {"r": [{"p": [{"x": "not_due"}]}, {}]},
        {"r": None},
    ]
    asked["sandi"] = _product(n=("AA", "BB", "2", None, "not_due"), m=(0, 4, None, "missing"))
    return asked


def bodies_named(begin: str) -> Iterator[str]:
    """Gives the names of the rules that begin so."""
    return (name for name in (key.split()[1] for key in bodies()) if name.startswith(begin))


def _product(**values: tuple[Any, ...]) -> list[Data]:
    return [dict(zip(values, chosen, strict=True)) for chosen in itertools.product(*values.values())]


@cache
def plans(folder: Path) -> dict[str, RulePlan]:
    """Gives the plans of the rules that are asked."""
    catalogue = rules(folder, bodies())
    found = {name: catalogue.rule(f"contoh/{name}", on=2020).plan for name in data()}
    return {name: plan for name, plan in found.items() if isinstance(plan, RulePlan)}


def battery(folder: Path) -> Iterator[tuple[CompiledRule, Data]]:
    """Gives every rule, compiled now, with all that it is asked."""
    for name, plan in plans(folder).items():
        rule = compile_rule(plan)
        yield from ((rule, given) for given in data()[name])
