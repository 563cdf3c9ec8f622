"""The rules of play: what a game is, where a session stands, what may be done, and what follows from it.

Four functions carry it: `start`, `refusal`, `legal` and `apply` (rules.py). Everything here is a value: no files, no
clock, no chance, no texts of cards. Read definition.py, state.py and actions.py first, then rules.py.
"""
