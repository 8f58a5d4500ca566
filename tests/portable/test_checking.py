"""Plans that were read and could not be computed: names, order and types that no checked file has."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from sakip_rules import RuleError
from sakip_rules.expression import parse
from sakip_rules.portable import read_plans
from sakip_rules.portable.nodes import nodes_of

CALLED = """index
inputs:
  x: {}
  mutu: {type: choice, choices: [A, B]}
  baris: {each: {inputs: {f: {}, g: {type: truth, default: ya}}}}
steps: {jumlah: "sum(baris.f, where=baris.g)"}
formula: x + jumlah if mutu == A else x
@end
"""
CALLING = """index
inputs:
  x: {default: 3}
  huruf: {type: choice, choices: [A, B], default: A}
  rentang: {type: range}
  benar: {type: truth, default: tidak}
  data: {each: {inputs: {f: {}, g: {type: truth}}, checks: [{expect: f >= 0, message: f}]}}
steps:
  satu: x + 1
  dua: {rule: contoh/dipanggil, with: {mutu: huruf, baris: data}}
  tetap: {rows: [{a: satu, b: huruf}, {a: 2, b: huruf}]}
  pilih: [{when: benar, then: satu}, {otherwise: {status: missing}}]
  kasus: [{when: benar, then: {rule: contoh/dipanggil, with: {baris: data, mutu: huruf}}}, {otherwise: dua}]
formula: satu + dua + sum(tetap.a) + rentang.max + pilih + kasus
checks: [{expect: result > 0, message: Positif}]
@end
"""
FRAMEWORK = """framework
levels:
  dinas:
    steps: {capaian: "mean(program.capaian, where=given(program.nilai))", lalu: capaian - tahun_lalu.capaian}
  program: {under: dinas, inputs: {nilai: {}}, steps: {capaian: nilai * year, semua: sum(riwayat.nilai)}}
"""


@pytest.fixture
def rule(json_of: Callable[..., Any]) -> Any:
    """The JSON of a rule that calls another; its own record is that of the last rule."""
    return json_of(dipanggil=CALLED, panggil=CALLING)


def refused(data: Any) -> str:
    """What is said of data that is refused, in English, without its head."""
    with pytest.raises(RuleError) as caught:
        read_plans(json.dumps(data))
    (found,) = caught.value.diagnostics
    assert found.key == "bad-value.plan"
    return found.message("en").removeprefix("At ")


def formula(text: str) -> dict[str, Any]:
    """The data of a formula."""
    return {"text": text, "nodes": nodes_of(parse(text))}


def test_the_rule_itself_is_read(rule: Any) -> None:
    """What the tests below change is right before."""
    (plan,) = read_plans(json.dumps(rule))
    assert plan.source.id == "contoh/panggil"


STEPS = {"satu": 0, "dua": 1, "tetap": 2, "pilih": 3, "kasus": 4}


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("inputs.x.name", "y", "`x` cannot be computed"),
        ("inputs.x.default", "A", "`x` cannot be computed"),
        ("inputs.x.default", True, "`x` cannot be computed"),
        ("inputs.x.default", {"low": "1", "high": "2"}, None),
        ("inputs.x.default", {"word": "missing"}, None),
        ("inputs.huruf.default", "C", "`huruf` cannot be computed"),
        ("inputs.benar.default", {"number": "1"}, "`benar` cannot be computed"),
        ("inputs.data.each.checks.0.expect", formula("f"), "`f` cannot be computed"),
        ("steps.satu.name", "x", "`x` cannot be computed"),
        ("steps.satu.how", formula("dua"), "`satu` cannot be computed"),
        ("steps.satu.how", formula("x and x"), "A condition, true or false, is needed"),
        ("steps.satu.how", formula("x > 1"), "`satu` cannot be computed"),
        ("steps.satu.how", formula("sum(data.h)"), "The name `h` is not known here."),
        ("steps.satu.how", formula("tidak_ada + 1"), "A number is needed here."),
        ("steps.satu.type", {"kind": "truth"}, "`satu` cannot be computed"),
        ("steps.dua.type", {"kind": "truth"}, "`dua` cannot be computed"),
        ("steps.dua.how.bindings", [["y", "x"]], "`y` cannot be computed"),
        ("steps.dua.how.bindings", [["x", "huruf"]], "`x` cannot be computed"),
        ("steps.dua.how.bindings", [["x", formula("x > 1")]], "`x` cannot be computed"),
        ("steps.dua.how.bindings", [["x", formula("x - 1")]], None),
        ("steps.dua.how.bindings", [["mutu", "C"]], "`mutu` cannot be computed"),
        ("steps.dua.how.bindings", [["mutu", "B"]], None),
        ("steps.dua.how.bindings", [["baris", "x"]], "`baris` cannot be computed"),
        ("steps.dua.how.bindings", [["baris", "tetap"]], "`dua` cannot be computed"),
        ("steps.dua.how.bindings", [["x", "pilih"]], "`dua` cannot be computed"),
        ("steps.tetap.how.columns", {"a": {}}, "`tetap` cannot be computed"),
        ("steps.tetap.how.columns.a.type", {"kind": "truth"}, "`a` cannot be computed"),
        ("steps.pilih.how.0.when", formula("x"), "`x` cannot be computed"),
        ("steps.pilih.how.0.then", formula("huruf"), "`pilih` cannot be computed"),
        ("steps.pilih.how", [{"then": {"word": "missing"}}], None),
        ("steps.pilih.how.1.then", formula("benar"), "These cases give values of different kinds."),
        ("steps.kasus.how.0.then.bindings", [["mutu", "C"]], "`mutu` cannot be computed"),
        ("steps.kasus.how.0.then.bindings", [["x", "kasus"]], "`kasus` cannot be computed"),
        ("steps.kasus.how.1.then", formula("benar"), "These cases give values of different kinds."),
        ("checks.0.expect", formula("result"), "`result` cannot be computed"),
    ],
)
def test_a_record_that_could_not_be_computed_is_refused(
    rule: Any, path: str, value: Any, said: str | None
) -> None:
    """Names, their order and types are those of a checked file, or the plan is none."""
    inside = rule["rules"][1]["record"]
    *way, last = path.split(".")
    for part in way:
        number = STEPS.get(part, part) if isinstance(inside, list) else part
        inside = inside[int(number) if isinstance(inside, list) else number]
    inside[int(last) if isinstance(inside, list) else last] = value
    if said is None:
        assert read_plans(json.dumps(rule))
    else:
        assert refused(rule).removeprefix("`rules/1`: ").startswith(said)


def test_the_result_is_a_number(rule: Any) -> None:
    """Of another type, it is none."""
    rule["rules"][1]["result"]["how"] = formula("benar")
    assert refused(rule).startswith("`rules/1`: `result` cannot be computed")


def test_only_cases_of_steps_call_rules(rule: Any) -> None:
    """Neither the result nor a cell of fixed rows does, nor what an input is bound to."""
    steps = rule["rules"][1]["record"]["steps"]
    call = steps[STEPS["kasus"]]["how"]
    kept = rule["rules"][1]["result"]["how"]
    rule["rules"][1]["result"]["how"] = call
    assert refused(rule).startswith("`rules/1`: `result` cannot be computed")
    rule["rules"][1]["result"]["how"] = kept
    steps[STEPS["dua"]]["how"]["bindings"][0][1] = call
    assert refused(rule).startswith("`rules/1`: ")
    steps[STEPS["dua"]]["how"]["bindings"] = []
    steps[STEPS["tetap"]]["how"]["rows"][0][1][0][1] = call
    assert refused(rule).startswith("`rules/1`: ")


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("root", "seksi", "`seksi` cannot be computed"),
        ("levels.dinas.below", ["seksi"], "`dinas` cannot be computed"),
        ("levels.dinas.result", "seksi", "`dinas` cannot be computed"),
        ("levels.dinas.name", "seksi", "`dinas` cannot be computed"),
        ("levels.program.record.steps.0.how", formula("nilai * program"), ""),
        ("levels.program.record.steps.1.how", formula("sum(riwayat.semua)"), "`semua` cannot be computed"),
        ("levels.program.record.steps.1.how", formula("tahun_lalu.semua + 1"), None),
        ("levels.dinas.record.steps.0.how", formula("mean(program.nama)"), ""),
    ],
)
def test_a_framework_that_could_not_be_computed_is_refused(
    json_of: Callable[..., Any], path: str, value: Any, said: str | None
) -> None:
    """Levels stand after those below them; other years are only those of the record."""
    data = json_of(kerangka=FRAMEWORK)
    inside = data["rules"][0]
    *way, last = path.split(".")
    for part in way:
        inside = inside[int(part) if isinstance(inside, list) else part]
    inside[last] = value
    if said is None:
        assert read_plans(json.dumps(data))
    else:
        assert refused(data).startswith(f"`rules/0`: {said}")


NESTED = """index
inputs: {a: {each: {inputs: {b: {each: {inputs: {n: {}}}}, m: {default: 0}}}}}
formula: sum(a.b.n) + sum(a.m)
@end
"""
USES_NESTED = """index
inputs: {a: {each: {inputs: {b: {each: {inputs: {n: {}}}}}}}}
steps: {c: {rule: contoh/jumlah}}
formula: c
@end
"""


@pytest.mark.parametrize(
    ("name", "value"),
    [("b", {"type": "number"}), ("m", {"type": "rows", "each": {}}), ("m", {"type": "truth"})],
)
def test_rows_that_are_bound_whole_have_the_columns_that_are_wanted(
    json_of: Callable[..., Any], name: str, value: dict[str, Any]
) -> None:
    """Rows within rows, too: a collection is no value, a value no collection, a truth no number."""
    data = json_of(jumlah=NESTED, pakai=USES_NESTED)
    rows = data["rules"][1]["record"]["inputs"]["a"]["each"]["inputs"]
    rows[name] = {"name": name, "title": [name, name], **value}
    assert refused(data).startswith("`rules/1`: `a` cannot be computed")
