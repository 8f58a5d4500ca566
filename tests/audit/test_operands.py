"""What figures are computed from."""

from pathlib import Path

from tests.audit.invented import audited

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
