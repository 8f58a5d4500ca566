import pytest

from sakip_rules.loader.stated import path_of_text


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("id: dinas/rumus\nversion: 2.1.0\n", "dinas/rumus/2.1.0.yaml"),
        ("kind: index\nid: a/b # komentar\n", "a/b/1.0.0.yaml"),
        ("version: 3.0.0", "saya/aturan/3.0.0.yaml"),
        ("id: ../../etc/passwd\nversion: ../1", "saya/aturan/1.0.0.yaml"),
        (f"id: a/{'b' * 300}\nversion: {'1' * 300}.0.0", "saya/aturan/1.0.0.yaml"),
        ("", "saya/aturan/1.0.0.yaml"),
    ],
)
def test_a_text_says_where_it_belongs(text: str, path: str) -> None:
    """By its id and version, where these are a name of a file below a folder; else by usual ones."""
    assert path_of_text(text) == path
