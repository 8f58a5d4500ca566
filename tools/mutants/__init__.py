"""Small changes to the engine's own code, one at a time: does some test notice?"""
