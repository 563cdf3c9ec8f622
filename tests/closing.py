"""Sessions of the default game that have come to their last steps: what the tests of those screens begin with."""

from pathlib import Path

from game.content.texts import GameTexts
from game.engine.actions import Amend, Gather, GoTo, Reveal, Settle
from game.engine.definition import Game
from game.engine.results import results, sheet
from game.engine.state import Item
from game.ui.play import Play
from tests.at_step import begun, do, walk_to, write

IDEAS = ("Kutsutaan ne, jotka puuttuvat", "Kokeiluviikot kesäkuussa", "Kevättalkoot")


def chosen(
    seats: int = 4, ideas: tuple[str, ...] = IDEAS, game: Game | None = None, texts: GameTexts | None = None
) -> Play:
    """A session at the step of measures: each idea was grouped alone, and all groups were chosen."""
    play = begun(seats, game, texts)
    walk_to(play, "target")
    do(play, Settle(f"card:{play.game.decks['targets'].cards[0].id}"))
    walk_to(play, "ideas")
    written = write(play, *ideas)
    walk_to(play, "sort")
    do(play, *(Gather((number,), idea[:60]) for number, idea in zip(written, ideas, strict=True)))
    walk_to(play, "choose")
    groups = results(play.game, play.state, "sort")
    do(play, Reveal(), *(Settle(group.ref) for group in groups))
    walk_to(play, "measures")
    return play


def measures(play: Play) -> tuple[Item, ...]:
    """The records of the step of measures."""
    return results(play.game, play.state, "measures")


def closing(seats: int = 4) -> Play:
    """A session at its last step, with two measures."""
    play = chosen(seats, IDEAS[:2])
    first = measures(play)[0].id
    do(play, Amend(first, "when", "soon"), Amend(first, "who", "seat:2"))
    walk_to(play, "close")
    return play


def ended(seats: int = 4) -> Play:
    """A session that is over, with a day of review and two gaps more."""
    play = closing(seats)
    own = sheet(play.state, "close")
    assert own is not None
    do(play, Amend(own.id, "review-date", "2027-05-24"), GoTo("end"))
    return play


def folder_of(path: Path) -> list[str]:
    """The names of the files in a folder, in order."""
    return sorted(file.name for file in path.iterdir())
