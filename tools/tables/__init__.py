"""Makes the generated pages of docs/aturan and docs/en/rules, from the rules and the published examples.

python tools/tables            writes the pages
python tools/tables --check    1 if a committed page is not what would be written
"""
