"""How the engine speaks to people: values, absent values, roundings, kinds, units, in two languages."""
