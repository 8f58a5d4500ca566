"""A catalogue as a collection."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from tests.written import outcome, rules, write

from sakip_rules import Catalogue, RuleError, UsageError
from sakip_rules.loader import load_file

SIMPLE = "inputs: {x: {}}\nformula: x"
BODIES = {
    "index kesehatan": "title: {id: Kesehatan, en: Health}\nvalid_from: 2018\nvalid_to: 2019\n" + SIMPLE,
    "index kesehatan@2.0.0": "title: {id: Kesehatan, en: Health}\nvalid_from: 2020\n" + SIMPLE,
    "scale s": "bands: [{category: Baik, from: 75}, {category: Kurang, below: 75}]",
}


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Two rules, one of them in two versions."""
    rules(tmp_path, BODIES)
    return Catalogue.load(tmp_path)


def test_a_catalogue_is_a_collection_of_ids(catalogue: Catalogue) -> None:
    """Of those that have errors, too; whether or not they were read."""
    for _ in range(2):
        assert (len(catalogue), list(catalogue)) == (2, ["contoh/kesehatan", "contoh/s"])
        assert catalogue.ids() == list(catalogue)
        assert "contoh/s" in catalogue
        assert "contoh/kesehatan@2.0.0" in catalogue
        for wrong in ("contoh/x", "contoh/s@9.0.0", "s", 7, None):
            assert wrong not in catalogue
        catalogue.check()


def test_the_versions_of_a_rule(catalogue: Catalogue) -> None:
    """With their validity, the oldest first."""
    first, second = catalogue.versions("contoh/kesehatan")
    assert (first.reference, first.title("en"), first.kind) == ("contoh/kesehatan@1.0.0", "Health", "index")
    assert (first.valid_from, first.valid_to) == (datetime.date(2018, 1, 1), datetime.date(2019, 12, 31))
    assert (second.version, second.valid_to) == ("2.0.0", None)
    assert catalogue.versions("contoh/tiada") == []
    with pytest.raises(UsageError):
        catalogue.versions("tiada")


def test_looking_for_rules(catalogue: Catalogue) -> None:
    """By words in either language, kind, day and sector."""
    assert [found.reference for found in catalogue.search("HEALTH")] == ["contoh/kesehatan@2.0.0"]
    assert [found.version for found in catalogue.search("health", on="2018")] == ["1.0.0"]
    assert [found.id for found in catalogue.search(kind="scale")] == ["contoh/s"]
    assert [found.id for found in catalogue.search(sector="kesehatan")] == ["contoh/kesehatan"]
    assert (len(catalogue.search()), catalogue.search("tiada")) == (2, [])
    for wrong in ({"kind": "skala"}, {"on": "kemarin"}):
        with pytest.raises(UsageError):
            catalogue.search(**wrong)  # type: ignore[arg-type]  # what programs without types do


def test_reading_again_reads_what_changed(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing else; the catalogue from before stays as it was."""
    catalogue.check()
    read: list[str] = []

    def noting(file: Path, root: Path) -> object:
        read.append(file.parent.name)
        return load_file(file, root)

    monkeypatch.setattr("sakip_rules.links.shelf.load_file", noting)
    changed = write(tmp_path, "scale s", BODIES["scale s"].replace("75", "80") + "\n# lebih panjang")
    again = catalogue.reload()
    assert again.rule("contoh/s", on=2020).classify(78).category == "Kurang"
    assert again.rule("contoh/kesehatan", on=2020).reference == "contoh/kesehatan@2.0.0"
    assert read == ["s"]
    assert catalogue.rule("contoh/s", on=2020).classify(78).category == "Baik"
    changed.unlink()
    assert list(again.reload()) == ["contoh/kesehatan"]


# ---------------------------------------------------------------- texts


def texts(folder: Path) -> dict[str, str]:
    """Rules as a database holds them: one that calls another, by reference and by path."""
    own = write(folder, "index a", "inputs: {x: {}}\nsteps: {b: {rule: contoh/b}}\nformula: b + 1")
    other = write(folder, "index b", SIMPLE)
    return {"contoh/a@1.0.0": own.read_text(), "contoh/b/1.0.0.yaml": other.read_text()}


def test_texts_of_a_database(tmp_path: Path) -> None:
    """Are a catalogue like any other."""
    found = Catalogue.from_texts(texts(tmp_path))
    assert (list(found), found.check()) == (["contoh/a", "contoh/b"], [])
    assert outcome(found.rule("contoh/a", on=2020).evaluate(x=2)) == 3
    assert found.reload().ids() == found.ids()
    wrong = Catalogue.from_texts({"contoh/a@1.0.0": "kind: index\nid: contoh/b"})
    assert {one.code for one in wrong.check()} >= {"id-path", "missing-key"}


def test_texts_before_the_bundled_rules(tmp_path: Path) -> None:
    """They may refer to those, and hide those of their own ids."""
    given = texts(tmp_path)
    bundled_id = "nasional/skala-permendagri-lantai"
    given["contoh/c@1.0.0"] = (
        given["contoh/b/1.0.0.yaml"]
        .replace("contoh/b", "contoh/c")
        .replace("formula: x", f"scale: {bundled_id}\nformula: x")
        .replace("unit: nilai", "unit: persen")
        .replace("{x: {}}", "{x: {unit: persen}}")
    )
    found = Catalogue.from_texts(given, bundled=True)
    assert found.rule("contoh/c", on=2020).evaluate(x=95).category == "Sangat Tinggi"
    assert {"contoh/c", bundled_id} <= set(found)
    assert [one for one in found.check() if one.severity == "error"] == []
    hiding = Catalogue.from_texts({f"{bundled_id}@1.0.0": "kind: scale"}, bundled=True)
    assert [known.reference for known in hiding.versions(bundled_id)] == []


@pytest.mark.parametrize(
    "wrong",
    [{"a": "x"}, {"contoh/a": "x"}, {"contoh/a@1.0.0": 7}, ["x"], {7: "x"}, {"../a/b/1.0.0.yaml": "x"}],
)
def test_what_is_no_text_of_a_rule(wrong: object) -> None:
    """Refused at once."""
    with pytest.raises(UsageError):
        Catalogue.from_texts(wrong)  # type: ignore[arg-type]  # what programs without types do


def test_a_catalogue_gives_a_rule_by_its_reference(catalogue: Catalogue) -> None:
    """As `rule` does: an id without version or day, and a name that there is not, lead to the mend."""
    (rule_id, *_) = catalogue
    pinned = catalogue.versions(rule_id)[-1].reference
    assert catalogue[pinned] == catalogue.rule(pinned)
    with pytest.raises(UsageError, match=r"rule\(…, on=2020\)"):
        catalogue[rule_id]
    with pytest.raises(RuleError, match=f"Maksud Anda `{rule_id}`"):
        catalogue[rule_id + "x@1.0.0"]
