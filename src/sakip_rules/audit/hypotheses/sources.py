"""A datum that differs from the report's own data, and that figures printed beside it were computed with."""

from __future__ import annotations

from sakip_rules.audit.book import Print
from sakip_rules.audit.digits import ending, mode_of
from sakip_rules.audit.findings import Cause
from sakip_rules.audit.hypotheses.misfit import Misfit, named_places


def another_source(misfit: Misfit) -> Cause | None:
    """Gives the figure of the record, printed at the same place, that follows only from the printed datum."""
    if misfit.figure.origin not in ("given", "default", "stated"):
        return None
    places = set(named_places(misfit.where))
    record = misfit.book.records[misfit.key.path].level.record
    for step in record.steps:
        key = misfit.key._replace(figure=step.name)
        prints = misfit.book.prints.get(key, [])
        if not misfit.book.look(1 + len(prints)):
            return None
        for beside in prints:
            if places & set(named_places(beside.where)) and _follows(misfit, step.name, beside):
                return _cause(misfit, step.name, beside)
    return None


def _follows(misfit: Misfit, name: str, beside: Print) -> bool:
    """Whether a printed figure follows from the printed datum, and not from the given one."""
    key = misfit.key._replace(figure=name)
    calculation = misfit.again.of(key)
    if calculation is None:
        return False
    figure = misfit.book.figure(key)
    assert figure is not None  # noqa: S101 - it was computed again
    mode = mode_of(figure.rounding)
    before = calculation.value({})
    after = calculation.value({misfit.key: misfit.printed.number})
    if before is None or after is None or ending(before, beside.number, mode) is not None:
        return False
    return ending(after, beside.number, mode) is not None


def _cause(misfit: Misfit, name: str, beside: Print) -> Cause:
    place = f" ({beside.where})" if beside.where else ""
    message = (
        f"sumber lain: {name} yang tercetak di tempat itu{place} memang dihitung dengan angka ini",
        f"another source: {name} printed there{place} was computed with this figure",
    )
    with_ = {misfit.key.figure: misfit.printed.text, "gives": f"{name} = {beside.number.text}"}
    return Cause("another-source", message, with_)
