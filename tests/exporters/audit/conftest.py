"""An audit with every verdict."""

import pytest

from sakip_rules.audit import Audit, Cause, Finding

CUT = Cause(
    "cut", ("Angkanya dipotong, bukan dibulatkan.", "Cut off instead of rounded."), {"rounding": "down"}
)
PATH = "pmks/penanganan"


@pytest.fixture
def audit() -> Audit:
    """The audit that all tests print."""
    return Audit(
        "LKjIP 2020",
        [
            Finding(".", "capaian", 2020, "Tabel III.9", "Baik Sekali", "Baik Sekali", "same"),
            Finding(PATH, "capaian", 2020, "Tabel III.3", "267.70", "267.71", "cut", CUT),
            Finding(PATH, "pagu", 2020, "a|b", "5085713014", "5085713015", "differs"),
            Finding(PATH, "capaian", 2019, None, "98.80", None, "not_recomputable"),
        ],
    )
