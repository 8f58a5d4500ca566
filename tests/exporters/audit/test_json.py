import json

from sakip_rules.audit import Audit
from sakip_rules.exporters import Look
from sakip_rules.exporters.audit.json import audit_object, export

PATH = "pmks/penanganan"


def test_every_finding_is_in_the_object(audit: Audit) -> None:
    """The keys are those of the contract; `with` holds what would give the printed digits."""
    made = audit_object(audit, "en")
    assert list(made) == ["report", "findings", "summary", "diagnostics"]
    assert made["summary"] == {"same": 1, "cut": 1, "follows": 0, "differs": 1, "not_recomputable": 1}
    assert made["findings"][1] == {
        "path": PATH,
        "figure": "capaian",
        "year": 2020,
        "where": "Tabel III.3",
        "printed": "267.70",
        "recomputed": "267.71",
        "verdict": "cut",
        "cause": {"code": "cut", "message": "Cut off instead of rounded.", "with": {"rounding": "down"}},
    }
    assert made["findings"][3]["recomputed"] is None
    assert made["findings"][3]["cause"] is None
    assert json.loads(export(audit, Look("en"))) == made
