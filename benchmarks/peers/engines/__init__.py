"""One engine a file, one function a file: what it does for one record, for columns, and for many rules.

A file is imported in the environment of its engine alone.
"""
