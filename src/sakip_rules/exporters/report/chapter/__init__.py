"""Chapter III of a report as data: one model of its tables, from which every format is made."""
