"""Many rows through one rule, or many reports through one framework.

Each is read, computed and written down before the next, whatever their number.

What is done stands in a partial file beside the output, so that a run that was cut off goes on where it was.
"""

from sakip_rules.batch.answers import made_columns
from sakip_rules.batch.partial import BatchState, Partial
from sakip_rules.batch.reports import ReportJob, ReportPartial, run_reports
from sakip_rules.batch.running import BatchJob, RulesChangedError, run_batch
from sakip_rules.batch.sources import Fingerprint, fingerprint
from sakip_rules.batch.workbook import DoesNotFitError
from sakip_rules.batch.writing import write_batch

__all__ = [
    "BatchJob",
    "BatchState",
    "DoesNotFitError",
    "Fingerprint",
    "Partial",
    "ReportJob",
    "ReportPartial",
    "RulesChangedError",
    "fingerprint",
    "made_columns",
    "run_batch",
    "run_reports",
    "write_batch",
]
