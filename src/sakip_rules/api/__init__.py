"""What programs import (design: the Python API)."""

from sakip_rules.api.catalogue import Catalogue, bundled_folder
from sakip_rules.api.outcomes import Classified, LookedUp, Report, Result
from sakip_rules.api.rule import Rule
from sakip_rules.api.workspace import Workspace

__all__ = ["Catalogue", "Classified", "LookedUp", "Report", "Result", "Rule", "Workspace", "bundled_folder"]
