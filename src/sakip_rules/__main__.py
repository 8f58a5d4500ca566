"""`python -m sakip_rules` is `sakip`."""

from sakip_rules.cli import main

if __name__ == "__main__":
    main(prog_name="sakip")
