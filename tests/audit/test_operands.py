"""What figures are computed from."""

from pathlib import Path

from tests.audit.invented import audited
from tests.written import report, rules

from sakip_rules import Catalogue
from sakip_rules.audit.book import Book, Key
from sakip_rules.audit.operands import operands_of_step
from sakip_rules.evaluator import evaluate_report
from sakip_rules.plans import StepPlan


def operands(folder: Path, path: str, figure: str) -> list[str]:
    """The operands of a step of the invented report, as a cause of that figure mentions them."""
    audited(folder, {})
    report = Catalogue.load(folder / "rules").read_report(folder / "report.yaml")
    book = Book(report, evaluate_report(report))
    step = book.declared(path, figure)
    assert isinstance(step, StepPlan)
    own = Key(path, figure, 2020)
    return [key.seen_from(own) for key in operands_of_step(book, book.nodes[path], 2020, step)]


def test_operands_of_a_called_rule(tmp_path: Path) -> None:
    """They are the names that the rule's inputs are bound to."""
    assert operands(tmp_path, "satu/a", "rasio") == ["nilai", "patokan", "arah"]
    assert operands(tmp_path, "satu/a", "rasio_akhir") == ["nilai", "patokan_akhir", "arah"]


def test_operands_of_a_formula(tmp_path: Path) -> None:
    """They are its names, each once, in order."""
    assert operands(tmp_path, "satu/a", "serapan") == ["belanja", "biaya"]


def test_operands_in_rows(tmp_path: Path) -> None:
    """A dotted name stands for one figure of each record below, however deep the path."""
    assert operands(tmp_path, "satu", "rasio") == ["satu/a:rasio", "satu/b:rasio"]
    below = ["satu/a", "satu/b", "dua/c", "dua/d", "tiga/f", "tiga/g"]
    assert operands(tmp_path, ".", "rasio_semua") == [f"{path}:rasio" for path in below]


NAMED = {
    "framework k": """
        levels:
          opd:
            result: y
            inputs: {x: {}, z: {}, w: {}, arah: {type: polarity}, t: {each: {inputs: {r: {}}}}}
            steps:
              lama: sum(riwayat.x)
              y:
                - {when: x > 5, then: {rule: contoh/a, with: {b: z * 2, c: w}}}
                - {otherwise: x + y_lain}
              y_lain: {rule: contoh/a, with: {b: [{when: z > 1, then: x}, {otherwise: 3}], c: x}}
              baris: {rows: [{n: x}, {n: [{when: w > 1, then: z}, {otherwise: 2}]}]}
    """,
    "index a": "inputs: {b: {}, c: {}}\nformula: b + c",
}


def test_every_place_of_a_step_where_a_name_may_stand(tmp_path: Path) -> None:
    """Conditions and results of cases, what is bound to a called rule, cells, and other years."""
    catalogue = rules(tmp_path / "rules", NAMED)
    body = "x: 6\nz: 2\nw: 3\narah: higher_is_better\nhistory: {2019: {x: 4}, 2018: {x: 3}}"
    read = catalogue.read_report(report(tmp_path, body))
    book = Book(read, evaluate_report(read))

    def of(figure: str, year: int = 2020) -> list[str]:
        step = book.declared(".", figure)
        assert isinstance(step, StepPlan)
        own = Key(".", figure, year)
        return [key.seen_from(own) for key in operands_of_step(book, book.nodes["."], year, step)]

    assert of("y") == ["w", "x", "z", "y_lain"]
    assert of("y_lain") == ["x", "z"]
    assert of("baris") == ["x", "w", "z"]
    assert of("lama") == ["x@2018", "x@2019", "x"]
    assert of("lama", 2019) == ["x@2018", "x"]
