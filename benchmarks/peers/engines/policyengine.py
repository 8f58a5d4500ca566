"""PolicyEngine: as OpenFisca, from which it comes."""

from __future__ import annotations

import numpy as np
from policyengine_core.entities import build_entity
from policyengine_core.periods import YEAR
from policyengine_core.simulations import SimulationBuilder
from policyengine_core.taxbenefitsystems import TaxBenefitSystem
from policyengine_core.variables import Variable

from peers.shape import Engine
from peers.simulated import Classes, Simulated


def engine() -> Engine:
    """Gives a simulation of one record, of columns, and of many variables."""
    classes = Classes(np, build_entity, TaxBenefitSystem, Variable, SimulationBuilder, YEAR)
    return Simulated(classes).engine()
