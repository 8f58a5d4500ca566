"""OpenFisca: a simulation built for one record, or for a population of all rows; float32."""

from __future__ import annotations

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from peers.shape import Engine
from peers.simulated import Classes, Simulated


def engine() -> Engine:
    """Gives a simulation of one record, of columns, and of many variables."""
    classes = Classes(np, build_entity, TaxBenefitSystem, Variable, SimulationBuilder, DateUnit.YEAR)
    return Simulated(classes).engine()
