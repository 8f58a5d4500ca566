"""Results out: JSON, CSV, Markdown, text for a terminal, and the formats of checking tools."""
