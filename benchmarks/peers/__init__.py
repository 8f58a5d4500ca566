"""The same small job by other engines, each in an environment of its own: how long, how many wrong digits."""
