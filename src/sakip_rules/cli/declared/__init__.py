"""The commands, their options and their help in two languages: nothing here needs the engine."""
