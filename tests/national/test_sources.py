"""Where the bundled rules were read: it can be found again, or the rule says that no address was noted."""

from pathlib import Path
from typing import Any

import pytest
from tests.plain import plain_file

RULES = Path(__file__).parents[2] / "rules"
WORD = {"id": "alamat", "en": "address"}
"""What a note says of an address, in its languages, where none can be given."""


def bases() -> list[tuple[str, dict[str, Any]]]:
    """Every legal basis of every bundled rule, by a name that an error can show."""
    return [
        (f"{file.parent.name}@{file.stem}, {basis['document']}", basis)
        for file in sorted(RULES.rglob("*.yaml"))
        for basis in plain_file(file)["legal_basis"]
    ]


def told(basis: dict[str, Any]) -> bool:
    """Whether the note speaks of the address, in both languages where it has both."""
    note = basis.get("note", "")
    words = note if isinstance(note, dict) else {"id": note}
    return all(WORD[lang] in text.lower() for lang, text in words.items())


def lost(basis: dict[str, Any]) -> bool:
    """Whether a basis that somebody read neither has an address nor says that none was noted."""
    return basis["confidence"] in {"quoted", "applied"} and "url" not in basis and not told(basis)


def test_what_was_read_can_be_found_again() -> None:
    """Each basis that is quoted or applied has an address, or its note says that the address is not known."""
    assert [name for name, basis in bases() if lost(basis)] == []


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"note": {"id": "Dari sebuah program.", "en": "From a program."}},
        {"note": {"id": "Dari sebuah program; alamatnya tidak dicatat.", "en": "From a program."}},
        {"note": "Dari sebuah program."},
    ],
)
def test_a_source_that_is_not_named_would_be_noticed(changed: dict[str, Any]) -> None:
    """A note that is silent about the address, in one of its languages even, is not enough."""
    assert lost({"document": "Laporan kinerja", "confidence": "applied", **changed})


def test_addresses_lead_somewhere() -> None:
    """An address is one of the web, without spaces."""
    urls = [basis["url"] for _, basis in bases() if "url" in basis]
    assert [url for url in urls if not url.startswith(("https://", "http://")) or len(url.split()) != 1] == []


def test_a_claim_has_no_words_of_its_document() -> None:
    """What only somebody claims, or everybody remembers, is not quoted."""
    unread = [(name, basis) for name, basis in bases() if basis["confidence"] in {"claimed", "recalled"}]
    assert [name for name, basis in unread if "quote" in basis] == []
