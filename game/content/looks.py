"""What a deck's back may name: the icons and the colour roles that the program has."""

import json
from functools import cache

from game import where


@cache
def icons() -> frozenset[str]:
    """The names of all icons."""
    return frozenset(file.stem for file in where.assets("icons").glob("*.svg"))


@cache
def colours() -> tuple[str, ...]:
    """The names of the colours that a deck may have."""
    theme = json.loads(where.assets("tokens.json").read_text("utf-8"))["themes"]["light"]
    return (*theme["decks"], *theme["kinds"])
