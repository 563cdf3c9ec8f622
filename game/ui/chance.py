"""Chance at the table: the draws that are owed, dealt from the session's own seed or by hand from a paper deck."""

import random
from collections.abc import Callable, Sequence

from game.engine.dealing import answer
from game.ui.play import Play

_BY_HAND = "deal"
"""The name that the choice to deal by hand is kept under in the session's file."""


def deals_by_hand(play: Play) -> bool:
    """Whether the table deals from a paper deck and says which cards came."""
    return play.recording.setting(_BY_HAND) == "hand"


def deal_by_hand(play: Play, on: bool) -> None:
    """From the next draw on the table deals itself, or chance does again."""
    play.recording.keep(_BY_HAND, "hand" if on else "")


def deal_owed(play: Play) -> None:
    """Chance has answered every draw that was owed. The same seed and the same play bring the same cards."""
    while play.run.owed and play.recording.closed_to_change is None:
        play.do(answer(play.game, play.state, _shuffler(play)))


def _shuffler(play: Play) -> Callable[[Sequence[str]], Sequence[str]]:
    """Puts cards in an order that only the seed and the number of lines before decide."""
    content = play.recording.content
    chance = random.Random(f"{content.setup.get('seed') or content.session}.{len(play.session.lines)}")
    return lambda cards: chance.sample(cards, len(cards))
