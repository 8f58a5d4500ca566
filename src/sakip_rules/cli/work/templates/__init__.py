"""The files that `sakip new` begins with, one for each kind; `{…}` in them is filled in."""
