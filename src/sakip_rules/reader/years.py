"""What is given for a record, year by year (language reference 8.2 and 8.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from sakip_rules.dataclass import dataclass, replace
from sakip_rules.diagnostics import Path, quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.languages import Pair
from sakip_rules.links.polarity import Trial
from sakip_rules.numbers import NumberTextError, read_printed_number
from sakip_rules.plans import (
    CallPlan,
    Computation,
    InputPlan,
    LevelPlan,
    RecordPlan,
    RowsPlan,
    RulePlan,
)
from sakip_rules.reader.indicators import codes_of, rule_of
from sakip_rules.reader.reading import Reading
from sakip_rules.reader.records import Stated, YearData, held
from sakip_rules.reader.values import InputReader
from sakip_rules.values import Value
from sakip_rules.wording.values import exact_words

HISTORY_KEYS: Final = ("data", "rule", "codes", "note")
TARGET: Final = "target"
PERCENT: Final = "persen"
FAR_ABOVE: Final = 10
"""So many times a target below 1 is asked about: growth of 1.2 beside a target of 0.9 is nothing odd."""
_YEAR: Final = re.compile(r"[0-9]{4}")


def _words(value: Fraction) -> Pair:
    return exact_words(value, "id"), exact_words(value, "en")


@dataclass(frozen=True, slots=True)
class YearReader:
    """Reads the years of one record, with the rule and the CODEs that hold in them."""

    reading: Reading
    level: LevelPlan
    rule: RulePlan | None
    stated_codes: Mapping[str, Fraction] | None
    unit: str | None = None
    """The unit that the record states: it counts for inputs that have none (language reference 2.1)."""

    @property
    def codes(self) -> Mapping[str, Fraction] | None:
        """The numbers of the CODEs that number and range inputs may be given as."""
        if self.stated_codes is not None:
            return self.stated_codes
        return self.rule.codes if self.rule is not None else None

    def lent(self, declared: InputPlan) -> InputPlan:
        """Gives an input with the CODEs and the unit that record and rule lend to it, if it is a number."""
        unit = declared.unit or unit_of(self.unit, self.rule)
        codes = self.codes if declared.type != "count" else None
        if codes is not None:
            return replace(declared, unit=unit, codes=codes)
        if unit == declared.unit:
            return declared
        lent = self.reading.lent
        if (id(declared), unit) not in lent:
            lent[id(declared), unit] = replace(declared, unit=unit)
        return lent[id(declared), unit]

    def inputs(self, written: Mapping[str, object], at: Path) -> dict[str, Value]:
        """Gives the inputs that a year states."""
        reader = InputReader(self.reading.report)
        values: dict[str, Value] = {}
        for name, declared in self.level.record.inputs.items():
            if name in written:
                value = reader.input(written[name], self.lent(declared), (*at, name))
                if value is not None:
                    values[name] = value
        self._ask_about_small(values, at)
        return values

    def _ask_about_small(self, values: Mapping[str, Value], at: Path) -> None:
        """Warns of a percentage below 1 beside a target above 1: it may not be multiplied by 100.

        A target may well be below 1; it is asked about only where it lies far below what was realised.
        """
        declared, target = self.level.from_rule, values.get(TARGET)
        value = values.get(declared.name) if declared is not None else None
        if declared is None or not (isinstance(value, Fraction) and isinstance(target, Fraction)):
            return
        if self.lent(declared).unit != PERCENT:
            return
        texts: dict[str, str | Pair] = {"name": quoted(declared.name), "value": _words(value)}
        if 0 < abs(value) < 1 < target:
            mend = _words(value * 100)
            self.reading.warn(
                "not-multiplied", (*at, declared.name), mend=mend, target=_words(target), **texts
            )
        elif 0 < target < 1 and abs(value) >= FAR_ABOVE * target:
            mend = _words(target * 100)
            self.reading.warn(
                "not-multiplied.target", (*at, TARGET), mend=mend, target=_words(target), **texts
            )

    def year(self, written: Mapping[str, object], stated: dict[str, Value], at: Path) -> YearData:
        """Gives one year: its inputs, what the rule lends, and the data of the rule."""
        values = dict(stated)
        polarity = self.level.polarity
        if self.rule is not None and self.rule.polarity is not None and polarity is not None:
            values.setdefault(polarity.name, self.rule.polarity)
        return YearData(values, self.data(written, values, at), {}, self.rule)

    def data(
        self, written: Mapping[str, object], values: Mapping[str, Value], at: Path
    ) -> Mapping[str, Value] | None:
        """Gives the inputs of the indicator rule; a year gives either them or the value itself."""
        data = written.get("data")
        if data is None or self.rule is None:
            return None
        from_rule = self.level.from_rule
        if from_rule is not None and from_rule.name in values:
            self.reading.at_key("given-twice", (*at, "data"), name=quoted(from_rule.name))
        if not isinstance(data, Mapping):
            self.reading.report("bad-value.data", (*at, "data"))
            return None
        return InputReader(self.reading.report).record(data, self.rule.record, (*at, "data"))

    # earlier years

    def earlier(
        self, written: Mapping[str, object], kept: Mapping[str, Value], at: Path, *, names_rule: bool
    ) -> YearData:
        """Reads an earlier year: inputs, data, and steps of which only the result is known.

        `kept` are the values that hold for all years; `names_rule` says that the record has a rule.
        """
        year = self
        if written.get("rule") is not None or not names_rule:
            year = replace(year, rule=rule_of(self.reading, written, self.level, at))
        codes = codes_of(self.reading, written, at)
        if codes is not None:
            year = replace(year, stated_codes=codes)
        data = year.year(written, {**kept, **year.inputs(written, at)}, at)
        return replace(data, stated=self.stated(written, at))

    def stated(self, written: Mapping[str, object], at: Path) -> dict[str, Stated]:
        """Gives the steps that an earlier year states; any other name is a mistake."""
        inputs = self.level.record.inputs
        steps = {step.name: step for step in self.level.record.steps if not isinstance(step.how, RowsPlan)}
        reader = InputReader(self.reading.report)
        values: dict[str, Stated] = {}
        for name, datum in written.items():
            if name in steps:
                declared = steps[name].as_given
                value = reader.input(datum, declared, (*at, name))
                if value is not None:
                    text, _ = reader.literal(datum, (*at, name))
                    values[name] = Stated(value, _places(text, declared.unit))
            elif name not in inputs and name not in HISTORY_KEYS:
                texts = {"name": quoted(name), "level": quoted(self.level.name)}
                near = did_you_mean(name, {*inputs, *steps, "data"})
                self.reading.at_key("unknown-name.key", (*at, name), near=near, **texts)
        return values


def _places(text: object, unit: str | None) -> int:
    """Gives how many decimals a number is stated with; what is no number has none."""
    try:
        return read_printed_number(text, unit)[0].places if isinstance(text, str) else 0
    except NumberTextError:
        return 0


def years_of(reader: YearReader, written: Mapping[str, object], at: Path) -> dict[int, YearData]:
    """Gives all years of a record: the report's, and those of its `history`."""
    reading, level = reader.reading, reader.level
    stated = reader.inputs(written, at)
    years = {reading.year: reader.year(written, stated, at)}
    kept = held(level, stated)  # a record's polarity is written once, and holds for its history too
    names_rule = level.from_rule is not None and written.get("rule") is not None
    for year, given, place in _history(reading, written.get("history"), (*at, "history")):
        years[year] = reader.earlier(given, kept, place, names_rule=names_rule)
    _hold_to_polarities(reading, years, level, at)
    return years


def _history(reading: Reading, written: object, at: Path) -> Iterator[tuple[int, Mapping[str, object], Path]]:
    """Gives the earlier years that a record writes, with the path of each."""
    if written is not None and not isinstance(written, Mapping):
        reading.report("bad-value.history", at)
        return
    for key, given in (written or {}).items():
        if not _YEAR.fullmatch(key) or int(key) == 0:
            reading.at_key("bad-date.year", (*at, key), written=quoted(key))
        elif int(key) >= reading.year:
            reading.at_key("bad-date.history", (*at, key), written=quoted(key), year=str(reading.year))
        elif given is not None and not isinstance(given, Mapping):
            reading.report("bad-value.history", (*at, key))
        else:
            yield int(key), given or {}, (*at, key)


def unit_of(stated: str | None, rule: RulePlan | None) -> str | None:
    """Gives the unit that a record lends to what has none: its own, else that of its rule."""
    return stated or (rule.result.unit if rule is not None else None)


def _hold_to_polarities(reading: Reading, years: Mapping[int, YearData], level: LevelPlan, at: Path) -> None:
    """A polarity that no case of a called rule can treat is a mistake of the record, told once."""
    declared = level.polarity
    if declared is None:
        return
    told: set[Value] = set()
    for year, data in years.items():
        polarity = data.values.get(declared.name)
        refusing = _refusing(level.record, declared.name, polarity)
        if refusing is None or polarity is None or polarity in told:
            continue
        told.add(polarity)
        path = at if year == reading.year else (*at, "history", str(year))
        key = declared.name if reading.has((*path, declared.name)) else "rule"
        texts = {"polarity": quoted(str(polarity)), "rule": quoted(refusing)}
        reading.report("polarity-not-supported", (*path, key), **texts)


def _refusing(record: RecordPlan, name: str, polarity: Value | None) -> str | None:
    """Gives the called rule that cannot treat the polarity of input `name`, if there is one."""
    if polarity is None or not any(
        polarity in call.rule.refused.get(entry, ())
        for step in record.steps
        for call in step.calls
        for entry, bound in call.bindings
        if bound == name
    ):
        return None
    trial = Trial([*record.inputs, *(step.name for step in record.steps)], record.aliases, {name: polarity})
    calls = (_call_made(step.how, trial) for step in record.steps)
    for call in filter(None, calls):
        for entry, bound in call.bindings:
            if bound == name and polarity in call.rule.refused.get(entry, ()):
                return call.rule.source.reference
    return None


def _call_made(how: Computation | CallPlan | RowsPlan, trial: Trial) -> CallPlan | None:
    """The call that a step makes; of cases, that of the case which applies whatever the data are."""
    if not isinstance(how, tuple):
        return how if isinstance(how, CallPlan) else None
    conditions = [case.when for case in how]
    calls = (case.then for place, case in enumerate(how) if trial.applies(conditions, place))
    return next((call for call in calls if isinstance(call, CallPlan)), None)
