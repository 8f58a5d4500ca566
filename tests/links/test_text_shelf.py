"""Rules that stand in no folder."""

from __future__ import annotations

from pathlib import Path

from sakip_rules.links.text_shelf import TextShelf

TEXT = "kind: index\nid: contoh/a\nversion: 1.0.0\nalso_called: [nilai a]\n"


def test_texts_are_on_the_shelf_by_their_ids(tmp_path: Path) -> None:
    """Those with errors too, as in a folder; what lies behind is hidden by id."""
    behind = tmp_path / "contoh" / "a" / "1.0.0.yaml"
    behind.parent.mkdir(parents=True)
    behind.write_text(TEXT)
    alone, both = TextShelf({"contoh/a/1.0.0.yaml": TEXT}), TextShelf({"contoh/b/1.0.0.yaml": TEXT}, tmp_path)
    assert (alone.ids(), alone.stands_alone, len(alone.everything())) == (["contoh/a"], True, 1)
    assert (both.ids(), both.stands_alone) == (["contoh/a", "contoh/b"], False)
    assert [known.id for known in both.listing()] == ["contoh/a", "contoh/b"]
    assert [Path(found.file).parts[-3:-1] for found in both.everything()] == [("contoh", "b")]
    assert both.examined_files() == both.everything()
    assert both.versions("contoh/tiada") == []
