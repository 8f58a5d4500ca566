"""Many rows through one rule: each read, computed and written down before the next, whatever their number.

What is done stands in a partial file beside the output, so that a run that was cut off goes on where it was.
"""

from sakip_rules.batch.answers import made_columns
from sakip_rules.batch.partial import BatchState, Partial
from sakip_rules.batch.running import BatchJob, RulesChangedError, run_batch
from sakip_rules.batch.sources import Fingerprint, fingerprint
from sakip_rules.batch.writing import DoesNotFitError, write_batch

__all__ = [
    "BatchJob",
    "BatchState",
    "DoesNotFitError",
    "Fingerprint",
    "Partial",
    "RulesChangedError",
    "fingerprint",
    "made_columns",
    "run_batch",
    "write_batch",
]
