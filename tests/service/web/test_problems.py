import json

import pytest

from sakip_rules.diagnostics import DataError, RuleError, SakipRulesError, UsageError, diagnose
from sakip_rules.service.web.problems import failed, refused, status_of


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (DataError([diagnose("json-syntax.end", None, found="x")]), 400),
        (DataError([diagnose("duplicate-key", None, name="x", line="1")]), 400),
        (DataError([diagnose("bad-value.empty", None)]), 422),
        (UsageError([diagnose("bad-date.year", None, written="x")]), 422),
        (UsageError([diagnose("bad-request.missing", None, name="x", sample="x")]), 422),
        (UsageError([diagnose("bad-request.path", None, name="x")]), 404),
        (UsageError([diagnose("bad-request.method", None, name="x", method="x", known="x")]), 405),
        (DataError([diagnose("bad-request.too-large", None, limit="1")]), 413),
        (DataError([diagnose("bad-request.media", None, wanted="x")]), 415),
        (DataError([diagnose("bad-request.cut-off", None)]), 400),
        (DataError([diagnose("bad-request.busy", None)]), 503),
        (RuleError([diagnose("unknown-rule", None, name="x", near="")]), 404),
    ],
)
def test_the_status_says_who_is_to_mend_what(error: SakipRulesError, status: int) -> None:
    """400 the text, 422 what it says, 404 a name, 413 and 415 the body as a whole."""
    assert status_of(error) == status


def test_a_problem_has_the_keys_of_rfc_9457_and_all_mistakes() -> None:
    """The first mistake in its head."""
    found = [diagnose("bad-value.empty", None), diagnose("bad-request.missing", None, name="`a`", sample="x")]
    reply = refused(DataError(found), "en")
    told = json.loads(reply.body)
    assert reply.media == "application/problem+json"
    assert (told["status"], reply.status, told["title"]) == (422, 422, "Unprocessable Content")
    assert told["type"] == "urn:sakip-rules:galat:bad-value"
    assert told["detail"] == "There is no value."
    assert [error["code"] for error in told["errors"]] == ["bad-request", "bad-value"]


def test_a_fault_of_the_program_is_500() -> None:
    """In the same form."""
    reply = failed("galat internal", "internal-error")
    assert (reply.status, json.loads(reply.body)["code"]) == (500, "internal-error")
