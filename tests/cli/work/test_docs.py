"""`sakip docs`: writes the pages of a site."""

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Sakip = Callable[..., Result]


def test_the_pages_are_written_and_counted(small: Sakip, tmp_path: Path) -> None:
    """Below the folder that is named, which is made."""
    out = tmp_path / "situs" / "docs"
    result = small("docs", "--out", str(out))
    files = [path for path in out.rglob("*.md") if path.is_file()]
    assert (result.exit_code, result.stdout) == (0, f"{len(files)} halaman ditulis di {out}\n")
    assert (
        (out / "en" / "rumus" / "index.md")
        .read_text(encoding="utf-8")
        .startswith('---\ntitle: "All rules"\n')
    )
    assert small("docs", "--out", str(out), "--lang", "en").stdout == f"{len(files)} pages written to {out}\n"


def test_rules_with_errors_make_no_pages(sakip: Sakip, tmp_path: Path) -> None:
    """A site would silently lack them: the errors are shown, with exit code 3, and nothing is written."""
    file = tmp_path / "rules" / "contoh" / "a" / "1.0.0.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("kind: index\nid: contoh/a\n", encoding="utf-8")
    result = sakip("docs", "--out", str(tmp_path / "docs"), "--rules", str(tmp_path / "rules"))
    assert result.exit_code == 3
    assert "missing-key" in result.stderr
    assert not (tmp_path / "docs").exists()


def test_a_folder_that_cannot_be_made_is_said_in_words(small: Sakip, tmp_path: Path) -> None:
    """A file stands where a folder is wanted."""
    (tmp_path / "rumus").write_text("", encoding="utf-8")
    result = small("docs", "--out", str(tmp_path))
    assert result.exit_code == 3
    assert result.stderr.startswith(f"galat: {tmp_path / 'rumus' / 'contoh'}")


def test_without_a_folder_it_says_what_is_missing(small: Sakip) -> None:
    """No page is written into whatever folder one happens to be in."""
    result = small("docs")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (2, "galat: --out belum ditulis.")
