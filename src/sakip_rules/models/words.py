"""The smallest parts of a file: names, codes, references, versions, dates, numbers."""

from __future__ import annotations

import datetime as dt
import keyword
import re
from typing import Annotated, Any, Final

from sakip_rules.dataclass import dataclass
from sakip_rules.expression import FUNCTION_NAMES
from sakip_rules.models.base import SCALAR_SCHEMA, refuse
from sakip_rules.models.marks import After, Alone, Before, JsonSchema
from sakip_rules.vocabulary import WORDS

RESERVED: Final = ("result", "year", "riwayat", "tahun_lalu")

NAME_PATTERN: Final = "[a-z][a-z0-9_]*"
ID_PATTERN: Final = "[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*"
VERSION_PATTERN: Final = r"(?:0|[1-9][0-9]{0,8})(?:\.(?:0|[1-9][0-9]{0,8})){2}"

_NAME = re.compile(NAME_PATTERN)
_ID = re.compile(ID_PATTERN)
_VERSION = re.compile(VERSION_PATTERN)
_DAY = re.compile("([0-9]{4})(?:-([0-9]{2})-([0-9]{2}))?")
_YEAR = re.compile("[0-9]{4}")
_INTEGER = re.compile("-?[0-9]{1,9}")
_COLOR = re.compile("[0-9A-Fa-f]{6}")


def name_fault(text: str) -> str | None:
    """Gives the key of the diagnostic for a text that is no NAME; nothing for a NAME."""
    if text in FUNCTION_NAMES:
        return "bad-value.name-function"
    if text in RESERVED:
        return "bad-value.name-reserved"
    if keyword.iskeyword(text):
        return "bad-value.name-keyword"
    if _NAME.fullmatch(text):
        return None
    return "bad-value.name-capital" if _NAME.fullmatch(text.lower()) else "bad-value.name-form"


def code_fault(text: str) -> str | None:
    """Gives the key of the diagnostic for a text that is no CODE; nothing for a CODE."""
    if text in WORDS:
        return "bad-value.code-word"
    return "bad-value.code-space" if not text or any(c.isspace() for c in text) else None


def _name(text: str) -> str:
    fault = name_fault(text)
    mend = plain_name(text) if fault == "bad-value.name-form" else None
    if mend is not None:
        raise refuse("bad-value.name-near", name=text, mend=mend)
    if fault is not None:
        raise refuse("bad-value.name-result" if text == "result" else fault, name=text)
    return text


def plain_name(text: str) -> str | None:
    """Gives the NAME that is nearest to a few words, if one is: `_` for blanks and hyphens."""
    name = "_".join(text.replace("-", " ").lower().split())
    return name if name != text and name_fault(name) is None else None


def _code(text: str) -> str:
    fault = code_fault(text)
    if fault is not None:
        raise refuse(fault, name=text)
    return text


Name = Annotated[str, After(_name)]
"""NAME of the language reference, section 1."""


def _figure(text: str) -> str:
    name, dot, end = text.partition(".")
    _name(text if dot and end not in ("min", "max") else name)
    return text


FigureName = Annotated[str, After(_figure)]
"""The name of a printed figure: a NAME, or an end of a range, `target.min`."""

Code = Annotated[str, After(_code)]
"""CODE of the language reference, section 1."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Which rule is meant: the version in force, or with `version` exactly that one."""

    id: str
    version: str | None = None

    @classmethod
    def parse(cls, text: str) -> Reference | None:
        """Reads `owner/name` or `owner/name@x.y.z`; gives nothing for any other text."""
        rule_id, at, version = text.partition("@")
        if not _ID.fullmatch(rule_id) or (at and not _VERSION.fullmatch(version)):
            return None
        return cls(rule_id, version or None)

    @property
    def owner(self) -> str:
        """Who answers for the rule."""
        return self.id.partition("/")[0]

    def __str__(self) -> str:
        return self.id if self.version is None else f"{self.id}@{self.version}"


def _reference(value: Any) -> Reference:  # noqa: ANN401 - whatever the file holds
    if isinstance(value, Reference):
        return value
    reference = Reference.parse(value) if isinstance(value, str) else None
    if reference is None:
        raise refuse("bad-value.empty" if value is None else "bad-value.reference", written=_shown(value))
    return reference


def _pinned(reference: Reference) -> Reference:
    if reference.version is None:
        raise refuse("bad-value.reference-unpinned", written=str(reference))
    return reference


def _rule_id(text: str) -> str:
    if not _ID.fullmatch(text):
        raise refuse("bad-value.id", written=text)
    return text


def _version(text: str) -> str:
    if not _VERSION.fullmatch(text):
        raise refuse("bad-value.version", written=text)
    return text


REFERENCE_FORMAT: Final = "sakip-reference"
"""The `format` by which the JSON Schema finds its references."""

REFERENCE_SCHEMA: Final[dict[str, Any]] = {"type": "string", "format": REFERENCE_FORMAT}

RuleReference = Annotated[Reference, Alone(_reference), JsonSchema(REFERENCE_SCHEMA)]
PinnedReference = Annotated[RuleReference, After(_pinned)]
RuleId = Annotated[str, After(_rule_id), JsonSchema({"type": "string", "pattern": f"^{ID_PATTERN}$"})]
Version = Annotated[str, After(_version), JsonSchema({"type": "string", "pattern": f"^{VERSION_PATTERN}$"})]


def version_key(version: str) -> tuple[int, ...]:
    """Gives what versions are sorted by: 1.10.0 comes after 1.9.0."""
    return tuple(int(part) for part in version.split("."))


def _day(value: Any, month: int, day: int) -> dt.date:  # noqa: ANN401 - whatever the file holds
    if isinstance(value, dt.date):
        return value
    match = _DAY.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise refuse("bad-value.empty" if value is None else "bad-date.form", written=_shown(value))
    year, *rest = (int(part) for part in match.groups() if part is not None)
    try:
        return dt.date(year, *(rest or (month, day)))
    except ValueError:
        raise refuse("bad-date.no-such-day", written=_shown(value)) from None


def _year(value: Any) -> int:  # noqa: ANN401 - whatever the file holds
    if isinstance(value, int):
        return value
    if not isinstance(value, str) or not _YEAR.fullmatch(value) or value == "0000":
        raise refuse("bad-value.empty" if value is None else "bad-date.year", written=_shown(value))
    return int(value)


_DAY_SCHEMA = JsonSchema(
    {
        "anyOf": [
            {"type": "integer", "minimum": 1, "maximum": 9999},
            {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$"},
        ]
    }
)
FirstDay = Annotated[dt.date, Alone(lambda value: _day(value, 1, 1)), _DAY_SCHEMA]
"""A day; a year is its first day."""

LastDay = Annotated[dt.date, Alone(lambda value: _day(value, 12, 31)), _DAY_SCHEMA]
"""A day; a year is its last day."""

Year = Annotated[int, Alone(_year), _DAY_SCHEMA]


def _places(value: Any) -> int:  # noqa: ANN401 - whatever the file holds
    if isinstance(value, str) and _INTEGER.fullmatch(value):
        value = int(value)
    if not isinstance(value, int) or not -9 <= value <= 12:  # noqa: PLR2004 - language reference 4.3
        raise refuse("bad-value.empty" if value is None else "bad-value.places", written=_shown(value))
    return value


def _color(text: str) -> str:
    if not _COLOR.fullmatch(text):
        raise refuse("bad-value.color", written=text)
    return text


Places = Annotated[
    int,
    Alone(_places),
    JsonSchema({"anyOf": [{"type": "integer", "minimum": -9, "maximum": 12}, {"type": "string"}]}),
]
Color = Annotated[str, After(_color), JsonSchema(SCALAR_SCHEMA)]
ScalarText = Annotated[str, JsonSchema(SCALAR_SCHEMA)]
"""A text that an editor may take for a number or a truth: `60`, `ya`, `1.10`."""

ScalarCode = Annotated[Code, JsonSchema(SCALAR_SCHEMA)]
"""A CODE as a value; as a key of a map it is `Code`."""


def _listed(value: Any) -> Any:  # noqa: ANN401 - whatever the file holds
    return [value] if isinstance(value, str) else value


def _some(names: tuple[str, ...]) -> tuple[str, ...]:
    if not names:
        raise refuse("bad-value.list-empty")
    return names


NameList = Annotated[
    tuple[Name, ...],
    Before(_listed),
    After(_some),
    JsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""One NAME, or a list of them."""


def _shown(value: object) -> str:
    """What a message may repeat of a value: its text, or nothing of a list or map."""
    return value if isinstance(value, str) else "…" if isinstance(value, (list, dict)) else str(value)
