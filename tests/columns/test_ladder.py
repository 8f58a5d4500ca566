"""Scales on columns: at each end, beside it, and between, the band that the scale gives."""

from fractions import Fraction
from pathlib import Path

import numpy as np
from tests.bundled import bundled
from tests.columns.making import ROUNDED_SCALE, SCALE
from tests.written import rules

from sakip_rules.columns.ladder import Ladder
from sakip_rules.columns.ratios import Ratio, Ratios
from sakip_rules.columns.tape import Player, Tape
from sakip_rules.columns.whole import Wholes
from sakip_rules.plans import ScalePlan, band_of
from sakip_rules.values import Absent, Category


def wrong(plan: ScalePlan) -> list[Fraction]:
    """Gives the numbers, of all that lie at or beside an end, that get another band than they should."""
    spans = [plan.scale.domain, *(band.span for band in plan.scale.bands if band.span is not None)]
    ends = {end for span in spans for end in (span.low, span.high) if end is not None} or {Fraction(0)}
    units = sorted(
        {int(end * 10_000) + beside for end in ends for beside in (-10_000, -50, -1, 0, 1, 50, 10_000)}
    )
    ratios, bands = Ratios(Wholes(Tape())), Ladder.of(plan)
    source = Ratio(
        Fraction(1, 10_000), ratios.wholes.source(np.array(units), units[0], units[-1]), ratios.one
    )
    result = np.empty(len(units), "u1")
    player = Player(ratios.wholes.tape, [bands.note(ratios, source)])
    list(player.play([result], len(units)))
    pairs = [(Fraction(unit, 10_000), bands.answers[rung]) for unit, rung in zip(units, result, strict=True)]
    return [x for x, answer in pairs if answer != band_of(plan, x)]


def scales() -> list[ScalePlan]:
    """Gives every bundled scale."""
    catalogue = bundled()
    found = [each.rule for each in catalogue.checked.usable if each.rule.kind == "scale"]
    plans = [catalogue.rule(f"{rule.id}@{rule.version}").plan for rule in found]
    return [plan for plan in plans if isinstance(plan, ScalePlan)]


def test_every_bundled_scale_is_its_ladder() -> None:
    """With roundings of its own, holes, and ends that belong to either side."""
    plans = scales()
    assert len(plans) > 20
    assert {plan.source.reference: found for plan in plans if (found := wrong(plan))} == {}


def test_holes_domains_and_bands_of_one_name(tmp_path: Path) -> None:
    """What gets no category is refused as the scale refuses it; two rungs may have one category."""
    catalogue = rules(tmp_path, {"scale skala": SCALE, "scale bulat": ROUNDED_SCALE})
    plain, rounding = (catalogue.rule(f"contoh/{name}@1.0.0").plan for name in ("skala", "bulat"))
    assert isinstance(plain, ScalePlan)
    assert isinstance(rounding, ScalePlan)
    assert (wrong(plain), wrong(rounding)) == ([], [])
    assert Ladder.of(plain).alike().tolist() == [0, 1, 2, 0]
    assert Ladder.of(rounding).refused == {0: "outside-domain", 3: "outside-domain"}
    assert Ladder.of(rounding).alike().tolist() == [0, 1, 2, 0]
    assert Ladder.of(plain).of_absent(Absent("missing")) == Category("Belum", None)
    assert Ladder.of(plain).of_absent(Absent("not_due")) is None
