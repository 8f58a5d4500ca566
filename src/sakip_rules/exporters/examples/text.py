"""How the examples of rules came out, as text: what failed, and how many passed."""

from __future__ import annotations

from sakip_rules.diagnostics import render_all
from sakip_rules.exporters.look import Look
from sakip_rules.exporters.subjects import ExampleRun
from sakip_rules.languages import say


def export(run: ExampleRun, look: Look) -> str:
    """Gives what is wrong, and the counts."""
    shown = render_all(run.diagnostics, look.lang)
    examples, rules = len(run.outcomes), len({outcome.rule for outcome in run.outcomes})
    count = (f"{examples} contoh dari {rules} aturan", f"{examples} examples of {rules} rules")
    words = ("semuanya sesuai.", "all as expected.")
    if run.failed or run.diagnostics:
        words = (f"{run.passed} berhasil, {run.failed} gagal", f"{run.passed} passed, {run.failed} failed")
    return f"{shown}\n\n" * bool(shown) + f"{say(count, look.lang)}: {say(words, look.lang)}\n"
