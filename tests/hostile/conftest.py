"""Lets the tests of this directory import the modules that build its corpus, by their full names."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
