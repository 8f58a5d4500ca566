"""The words of every diagnostic: key -> ((message id, en), (hint id, en)).

One module for each group of language reference section 12. `{name}` is filled by the caller.
"""

from sakip_rules.diagnostics.texts.data import DATA
from sakip_rules.diagnostics.texts.files import FILES
from sakip_rules.diagnostics.texts.formulas import FORMULAS
from sakip_rules.diagnostics.texts.names import NAMES
from sakip_rules.diagnostics.texts.programs import PROGRAMS
from sakip_rules.diagnostics.texts.requests import REQUESTS
from sakip_rules.diagnostics.texts.results import RESULTS
from sakip_rules.diagnostics.texts.rules import RULES
from sakip_rules.diagnostics.texts.sheets import SHEETS
from sakip_rules.diagnostics.texts.tables import TABLES
from sakip_rules.diagnostics.texts.taken import TAKEN
from sakip_rules.diagnostics.texts.templates import TEMPLATES
from sakip_rules.diagnostics.texts.unread import UNREAD
from sakip_rules.languages import Pair

TEXTS: dict[str, tuple[Pair, Pair]] = {
    **FILES,
    **NAMES,
    **FORMULAS,
    **RULES,
    **DATA,
    **PROGRAMS,
    **RESULTS,
    **REQUESTS,
    **SHEETS,
    **TEMPLATES,
    **TABLES,
    **UNREAD,
    **TAKEN,
}
