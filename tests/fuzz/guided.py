"""One target, guided by coverage: `python -m tests.fuzz.guided TARGET CORPUS [options of libFuzzer]`.

Needs the package `atheris`, which is not among the pins: it has wheels for few systems.
"""

import importlib
import sys

atheris = importlib.import_module("atheris")

with atheris.instrument_imports(include=["sakip_rules"]):
    from tests.fuzz.targets import hold


def main() -> None:
    """Hands every input to the target; what leaves it is kept by libFuzzer."""
    target, *arguments = sys.argv[1:]
    atheris.Setup([sys.argv[0], *arguments], lambda data: hold(target, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
