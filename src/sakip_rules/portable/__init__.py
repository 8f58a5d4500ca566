"""Plans as JSON for programs without a parser; read again through the same gates as rule files."""

from sakip_rules.portable.format import FORMAT
from sakip_rules.portable.reading import read_plans
from sakip_rules.portable.writing import plans_json

__all__ = ["FORMAT", "plans_json", "read_plans"]
