"""The theme `sakip`: templates, one style sheet, a few small scripts, and nothing from elsewhere."""
