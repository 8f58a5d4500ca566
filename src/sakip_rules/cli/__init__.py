"""The command `sakip`: arguments in, one call, exit code out.

`declared` says which commands there are and needs nothing of the engine; `work` does what they say, each
command in the module of its name, which is imported when the command runs.

Exit codes: 0 fine; 1 the command did its work and found something; 2 wrong usage; 3 a file that it needs
cannot be read or written, or has errors; 70 a fault of the program itself; 130 stopped by Ctrl-C; 141 whoever
read the output has gone.
"""

from sakip_rules.cli.declared.commands import main

__all__ = ["main"]
