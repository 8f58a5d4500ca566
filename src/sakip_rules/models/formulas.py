"""Formula texts, the cases that may stand instead of one, and what cases give beside formulas."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic_core import PydanticCustomError

from sakip_rules.models.base import SCALAR_SCHEMA, Folded, Maybe, Model, TranslatedText, refuse
from sakip_rules.models.marks import After, Before, ByShape, JsonSchema, Tag, after, keyed
from sakip_rules.models.words import Name, RuleReference
from sakip_rules.values import Absent
from sakip_rules.vocabulary import REASONS, Word


def _unfolded(value: Any) -> Any:  # noqa: ANN401 - whatever the file holds
    if isinstance(value, Folded):
        raise refuse("yaml-not-allowed.folded")
    return value


def _one_line(text: str) -> str:
    """Line ends become spaces one for one, so that a column in the text stays a column in the file."""
    if not text.strip():
        raise refuse("bad-value.empty")
    return text.replace("\n", " ").rstrip(" ")


FormulaText = Annotated[str, Before(_unfolded), After(_one_line), JsonSchema(SCALAR_SCHEMA)]
"""A formula as text, not yet parsed."""


class AbsentValue(Model):
    """An absent value as a map: `{status: WORD, reason: word?, note: TEXT?}`."""

    status: Word
    reason: Maybe[str] = None
    note: Maybe[TranslatedText] = None

    @after
    def _reason_fits(self) -> AbsentValue:
        if self.status == "not_computable" and self.reason is None:
            raise refuse("missing-key.reason")
        fault = reason_fault(self.status, self.reason)
        if fault is not None:
            raise refuse_reason(fault, self.reason)
        return self

    def value(self) -> Absent:
        """The absent value itself."""
        return Absent(self.status, self.reason, self.note.pair if self.note else None)


def reason_fault(status: str | None, reason: str | None) -> str | None:
    """Gives the key of the diagnostic for a reason that its status cannot have."""
    if reason is None:
        return None
    if status == "not_computable":
        return None if reason in REASONS else "bad-value.reason"
    return "bad-value.reason-word" if any(c.isspace() for c in reason) else None


def refuse_reason(fault: str, reason: str | None) -> PydanticCustomError:
    """Gives the error for a reason that its status cannot have."""
    return refuse(fault, at=("reason",), written=reason or "", reasons=", ".join(REASONS))


class CaseCall(Model):
    """Another rule that computes the value of a case, in a step; `with` as in a step, but without cases."""

    rule: RuleReference
    with_: dict[Name, FormulaText] = keyed(default_factory=dict, alias="with")


def _shape_of_outcome(value: object) -> str:
    if isinstance(value, CaseCall) or (isinstance(value, dict) and {"rule", "with"} & value.keys()):
        return "<call>"
    return "<absent>" if isinstance(value, (dict, AbsentValue)) else "<formula>"


Outcome = Annotated[
    Annotated[FormulaText, Tag("<formula>")]
    | Annotated[AbsentValue, Tag("<absent>")]
    | Annotated[CaseCall, Tag("<call>")],
    ByShape(_shape_of_outcome),
]
"""What a case gives: a formula, an absent value, or in a step what another rule computes."""


class Case(Model):
    """One case: `when` and `then`, or `otherwise` alone; `note` is shown by explain."""

    when: Maybe[FormulaText] = None
    then: Maybe[Outcome] = None
    otherwise: Maybe[Outcome] = None
    note: Maybe[TranslatedText] = None

    @after
    def _complete(self) -> Case:
        if self.otherwise is not None:
            if self.when is not None or self.then is not None:
                raise refuse("bad-value.otherwise-alone", at=("otherwise",))
        elif self.when is None:
            raise refuse("missing-key.when")
        elif self.then is None:
            raise refuse("missing-key.then")
        return self

    @property
    def key(self) -> Literal["then", "otherwise"]:
        """The key under which what it gives stands."""
        return "otherwise" if self.when is None else "then"

    @property
    def outcome(self) -> str | AbsentValue | CaseCall:
        """What it gives where it applies."""
        found = self.otherwise if self.then is None else self.then
        assert found is not None  # noqa: S101 - the validator above wants it
        return found


CASE_KEYS: Final = ("when", "then", "otherwise")
"""A case has at least one of these."""


def _otherwise_last(cases: tuple[Case, ...]) -> tuple[Case, ...]:
    if not cases:
        raise refuse("bad-value.list-empty")
    for place, case in enumerate(cases[:-1]):
        if case.otherwise is not None:
            raise refuse("bad-value.otherwise-last", at=(place, "otherwise"))
    return cases


def _cases_or_text(value: object) -> str:
    return "<cases>" if isinstance(value, (list, tuple)) else "<formula>"


StepFormula: TypeAlias = Annotated[
    Annotated[FormulaText, Tag("<formula>")]
    | Annotated[tuple[Case, ...], After(_otherwise_last), Tag("<cases>")],
    ByShape(_cases_or_text),
]
"""A formula text, or the cases that stand instead of one, which may call rules."""


def _without_calls(field: str | tuple[Case, ...]) -> str | tuple[Case, ...]:
    for place, case in enumerate(field if isinstance(field, tuple) else ()):
        if isinstance(case.outcome, CaseCall):
            raise refuse("bad-value.call-outside-step", at=(place, case.key, "rule"))
    return field


FormulaField: TypeAlias = Annotated[StepFormula, After(_without_calls)]
"""A formula text, or the cases that stand instead of one, where no step is computed: they call no rules."""
