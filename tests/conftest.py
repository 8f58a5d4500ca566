"""What all tests share: how Hypothesis runs."""

import os

from hypothesis import settings

# Machines differ in speed: no deadline. On CI every run tries the same examples: a failure there is a change.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "local")
