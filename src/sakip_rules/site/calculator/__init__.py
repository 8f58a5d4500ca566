"""The calculator on the pages of formulas, scales and tables."""
