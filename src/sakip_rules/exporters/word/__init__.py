"""Documents for Word: written as the format has them, the same bytes from the same content."""
