"""A computed report as a live workbook: every computed cell is a formula that gives the report's own digits.

Each record is a line of a sheet, each of its figures a column. `building` says which lines there are,
`translating` turns the tree of a formula into the text of a cell, `cells` says what stands in each cell,
`sheets` writes them.
"""
