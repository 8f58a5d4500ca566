"""Where the text of a rule belongs: by the id and the version that stand in it, which may still be wrong."""

from __future__ import annotations

import re
from typing import Final

DEFAULT_RULE: Final = "saya/aturan"
DEFAULT_VERSION: Final = "1.0.0"
_ID: Final = re.compile(r"^id:[ \t]*([a-z0-9-]+/[a-z0-9-]+)[ \t]*(?:#.*)?$", re.MULTILINE)
_VERSION: Final = re.compile(r"^version:[ \t]*([0-9]+\.[0-9]+\.[0-9]+)[ \t]*(?:#.*)?$", re.MULTILINE)
LONGEST: Final = 100
"""Longer names of files are none on some systems."""


def path_of_text(text: str) -> str:
    """Gives the path below a folder of rules: `owner/name/x.y.z.yaml`; of a text without id `saya/aturan`."""
    stated, version = _ID.search(text), _VERSION.search(text)
    name = DEFAULT_RULE if stated is None or len(stated[1]) > LONGEST else stated[1]
    number = DEFAULT_VERSION if version is None or len(version[1]) > LONGEST else version[1]
    return f"{name}/{number}.yaml"
