"""Every bundled rule in time: its years, its neighbours, and the rules of 2020 when run today."""

import datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.bundled import bundled as rules
from tests.plain import plain_file

from sakip_rules import Catalogue, RuleError

ROOT = Path(__file__).parents[2]
ONE_DAY = datetime.timedelta(days=1)
FOREVER = datetime.date.max


def day(text: str, *, last: bool) -> datetime.date:
    """A year, or a date, as the first or the last day that it means."""
    return datetime.date.fromisoformat(text if "-" in text else f"{text}-12-31" if last else f"{text}-01-01")


@cache
def spans() -> dict[str, dict[str, tuple[datetime.date, datetime.date]]]:
    """When each version of each rule is in force, read from the files without the library."""
    found: dict[str, dict[str, tuple[datetime.date, datetime.date]]] = {}
    superseding: list[tuple[str, str, datetime.date]] = []
    for path in sorted((ROOT / "rules").rglob("*.yaml")):
        file: Any = plain_file(path)
        first, end = day(file["valid_from"], last=False), file.get("valid_to")
        found.setdefault(file["id"], {})[file["version"]] = first, day(end, last=True) if end else FOREVER
        if "supersedes" in file:
            superseding.append((file["id"], file["supersedes"].partition("@")[2], first))
    for rule_id, version, first in superseding:
        begins, ends = found[rule_id][version]
        found[rule_id][version] = begins, min(ends, first - ONE_DAY)
    return found


IDS = sorted(spans())


def refused(rule_id: str, on: datetime.date) -> tuple[str, str]:
    """The code and the words with which a rule is refused on a day."""
    with pytest.raises(RuleError) as caught:
        rules().rule(rule_id, on=on)
    (found,) = caught.value.diagnostics
    return found.code, found.message("en")


def test_a_year_before_a_rule_names_its_first_version() -> None:
    """A rule asked for before its life is not guessed at: the version that comes first is named."""
    for rule_id in IDS:
        version, (first, _) = min(spans()[rule_id].items(), key=lambda item: item[1])
        code, words = refused(rule_id, first - ONE_DAY)
        assert (rule_id, code) == (rule_id, "not-yet-in-force")
        assert f"{rule_id}@{version} ({first} " in words


@pytest.mark.parametrize(
    "rule_id", [one for one in IDS if max(end for _, end in spans()[one].values()) < FOREVER]
)
def test_a_year_after_a_rule_names_its_last_version(rule_id: str) -> None:
    """A rule asked for after its life names the version that was in force last."""
    version, (_, end) = max(spans()[rule_id].items(), key=lambda item: item[1][1])
    code, words = refused(rule_id, end + ONE_DAY)
    assert code == "no-longer-in-force"
    assert f"{rule_id}@{version} (" in words
    assert f" {end})" in words


def gaps() -> list[tuple[str, str, str, datetime.date]]:
    """Days between two versions of a rule on which none is in force, with the versions around them."""
    found = []
    for rule_id, known in spans().items():
        ordered = sorted(known.items(), key=lambda item: item[1])
        for (before, (_, end)), (after, (first, _)) in pairwise(ordered):
            found += [(rule_id, before, after, end + ONE_DAY)] if first > end + ONE_DAY else []
    return found


def test_some_rules_have_a_gap_in_time() -> None:
    """The survey had other guidance from 2014 to 2016, which was not read: no rule is in force then."""
    assert {"nasional/skm-indeks", "nasional/skm-mutu"} <= {rule_id for rule_id, *_ in gaps()}


@pytest.mark.parametrize(("rule_id", "before", "after", "on"), gaps())
def test_a_year_between_two_versions_names_both(
    rule_id: str, before: str, after: str, on: datetime.date
) -> None:
    """In a gap neither neighbour is taken silently: both are named."""
    code, words = refused(rule_id, on)
    assert code == "no-longer-in-force"
    assert f"{rule_id}@{before} (" in words
    assert f"{rule_id}@{after} (" in words


def test_on_its_first_and_last_day_a_version_is_the_one_in_force() -> None:
    """Every version is found on the days that its file names, and no other one then."""
    for rule_id, versions in spans().items():
        for version, (first, end) in versions.items():
            for on in (first, min(end, datetime.date(2100, 12, 31))):
                assert rules().rule(rule_id, on=on).reference == f"{rule_id}@{version}"


def test_two_versions_in_force_on_one_day_are_refused(tmp_path: Path) -> None:
    """A copy of any rule under a higher version, which ends and supersedes nothing, is an error."""
    for path in sorted((ROOT / "rules").rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        target = tmp_path / path.relative_to(ROOT / "rules")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        lines = [line for line in text.splitlines(keepends=True) if not line.startswith("supersedes:")]
        copy = "".join(lines).replace(f"\nversion: {path.stem}\n", "\nversion: 99.0.0\n")
        (target.parent / "99.0.0.yaml").write_text(copy, encoding="utf-8")
    found = [one for one in Catalogue.load(tmp_path).check() if one.code == "versions-overlap"]
    assert {one.severity for one in found} == {"error"}
    said = {rule_id for rule_id in IDS for one in found if f"{rule_id}@99.0.0" in one.message("en")}
    assert said == set(IDS)


@pytest.mark.parametrize(
    ("rule_id", "of_2020", "of_2026"),
    [
        ("nasional/nilai-sakip", "1.0.0", "2.0.0"),
        ("nasional/predikat-sakip", "1.0.0", "1.0.1"),
        ("nasional/subkomponen-sakip", "1.0.0", "2.0.0"),
        ("nasional/efisiensi-keluaran", "2.0.0", None),
        ("nasional/nilai-aspek-implementasi", "1.0.1", None),
        ("nasional/kategori-nka", "1.0.0", "1.0.1"),
        ("nasional/ikpa", "1.0.0", "4.0.0"),
        ("nasional/ikpa-revisi-dipa", "1.0.0", "2.0.0"),
        ("nasional/skm-indeks", "2.0.0", "2.0.0"),
        ("nasional/spbe-indeks", "2.0.0", "3.0.0"),
        ("nasional/spbe-predikat", "1.0.0", "2.0.0"),
        ("nasional/spm-kelas", None, "1.0.0"),
        ("nasional/nilai-kinerja-anggaran", None, "1.0.0"),
    ],
)
def test_the_rules_of_2020_are_those_of_2020(rule_id: str, of_2020: str | None, of_2026: str | None) -> None:
    """A report on 2020 takes what was in force then: 12/2015, PMK 214/2017, 14/2017, 59/2020."""
    for year, version in ((2020, of_2020), (2026, of_2026)):
        if version is None:
            refused(rule_id, datetime.date(year, 12, 31))
        else:
            assert rules().rule(rule_id, on=year).reference == f"{rule_id}@{version}"


def write_report(folder: Path, year: int) -> Path:
    """A report whose framework asks for national rules without a version."""
    rule = folder / "rules" / "contoh" / "kerangka" / "1.0.0.yaml"
    rule.parent.mkdir(parents=True, exist_ok=True)
    rule.write_text(
        """\
kind: framework
id: contoh/kerangka
version: 1.0.0
title: {id: Kerangka contoh, en: Sample framework}
valid_from: 2020
legal_basis: [{document: Contoh buatan, confidence: applied}]
levels:
  instansi:
    title: {id: Instansi, en: Agency}
    result: predikat
    inputs: {nilai: {unit: nilai}, indeks: {unit: indeks}}
    steps:
      predikat: {formula: nilai, unit: nilai, scale: nasional/predikat-sakip}
      spbe: {formula: indeks, unit: indeks, scale: nasional/spbe-predikat}
""",
        encoding="utf-8",
    )
    report = folder / f"{year}.yaml"
    head = f"report: Laporan\norganization: Dinas\nyear: {year}\nframework: contoh/kerangka\n"
    report.write_text(f"{head}nilai: 80\nindeks: 4.1\n", encoding="utf-8")
    return report


@pytest.mark.parametrize(
    ("year", "predikat", "spbe", "word"),
    [
        (2020, "1.0.0", "1.0.0", "Sangat Baik"),
        (2025, "1.0.1", "1.0.0", "Sangat Baik"),
        (2026, "1.0.1", "2.0.0", "Memuaskan"),
    ],
)
def test_a_report_is_scored_with_the_rules_of_its_year(
    tmp_path: Path, year: int, predikat: str, spbe: str, word: str
) -> None:
    """Run on one and the same day, reports of three years use the versions of those years."""
    report = write_report(tmp_path, year)
    tree = Catalogue.load(ROOT / "rules", tmp_path / "rules").evaluate_report(report).tree
    used = {source.reference for source in tree.rules}
    assert {f"nasional/predikat-sakip@{predikat}", f"nasional/spbe-predikat@{spbe}"} <= used
    figure = tree.root.figure("spbe")
    assert figure is not None
    assert figure.category is not None
    assert figure.category.label == word


def test_the_report_of_2020_uses_rules_of_2020_only() -> None:
    """Every rule behind the Lumajang report of 2020 was in force on the last day of that year."""
    tree = rules().evaluate_report(ROOT / "examples" / "dinsos-lumajang-2020.yaml").tree
    assert tree.rules
    for source in tree.rules:
        first, end = spans()[source.id][source.version]
        assert first <= datetime.date(2020, 12, 31) <= end


def test_nothing_asks_what_day_it_is() -> None:
    """The day of running cannot matter: no module looks at the clock for a date."""
    asking = ("date.today", "datetime.now", "utcnow", "time.localtime", "time.time()")
    texts = {path: path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py")}
    assert [path.name for path, text in texts.items() if any(word in text for word in asking)] == []
