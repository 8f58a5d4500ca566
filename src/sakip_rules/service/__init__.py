"""Requests of programs in any language -> answers: the same over standard input, HTTP, the command line."""
