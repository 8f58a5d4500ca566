"""Compiles plans into functions over integers: they give what the reference gives, or leave a call to it."""
