"""A result in words and formulas, step by step; a rule in words.

Nothing is imported here: whoever needs `lines` only does not wait for what explains.
"""
