"""A whole session of the default game as a text that a person can read: what stood, what was legal, what was done.

When the rules or the cards change on purpose, write it anew: `python -m tests.test_playthrough`.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from game.cli.bots import Bots
from game.content.loading import load
from game.engine import results
from game.engine.actions import Action
from game.engine.definition import END
from game.engine.rules import legal
from game.engine.session import Act, Session
from game.engine.state import Item, State

GOLDEN = Path(__file__).parent / "golden" / "osallisuuspeli.txt"
SEED, SEATS = "golden", 4


def told(action: Action) -> str:
    """An action as a line: its name and what it was done with."""
    given = [f"{f.name}={getattr(action, f.name)!r}" for f in fields(action) if getattr(action, f.name) != f.default]
    return " ".join([type(action).__name__, *given])


def stands(state: State) -> str:
    """Where the session stands, in a line."""
    run = state.run
    turn = f"turn of {run.turn}" if run.turn else "nobody's turn"
    ready = f", ready {sorted(run.done)}" if run.done else ""
    owed = f", owed {', '.join(f'{draw.cards} of {draw.deck}' for draw in run.owed)}" if run.owed else ""
    opened = ", opened" if run.revealed else ""
    return f"{state.at}, round {run.round + 1}, {turn}{ready}{owed}{opened}; {len(state.records)} records"


def playthrough() -> Iterator[str]:
    """The lines of the golden text."""
    loaded = load("osallisuuspeli")
    game = loaded.game
    bots = Bots(game, loaded.texts, "en", SEED)
    session = Session(game, bots.seats(SEATS))
    yield f"{loaded.texts.title.in_('en')}, seed {SEED}"
    for seat in session.seats:
        yield f"  seat {seat.number}: {seat.role}"
    at = ""
    while (line := bots.next(session)) is not None:
        state = session.state
        if state.at != at:
            yield from _left(session, at)
            at = state.at
            yield ""
            yield f"== {game.steps.index(game.step[at]) + 1} {loaded.texts.steps[at].title.in_('en')}"
        kinds = Counter(type(action).__name__ for action in legal(game, state))
        yield f"{len(session.lines) + 1:>4} {stands(state)}"
        yield f"     legal {sum(kinds.values())}: " + ", ".join(f"{n} {kind}" for kind, n in sorted(kinds.items()))
        yield "     done  " + (told(line.action) if isinstance(line, Act) else type(line).__name__)
        session.take(line)
    yield from _left(session, at)
    assert session.state.at == END


def _left(session: Session, step: str) -> Iterator[str]:
    """What a step has left behind."""
    if not step:
        return
    made = results.results(session.game, session.state, step)
    yield f"   leaves {len(made)}:"
    for item in made:
        yield f"     #{item.id} {item.kind}: {_words(item)}"


def _words(item: Item) -> str:
    filled = ", ".join(f"{name}={value!r}" for name, value in sorted(item.fields.items()))
    return "; ".join(filter(None, (filled, " ".join(item.links), f"at {item.at}" if item.at else "")))


def test_the_golden_playthrough_is_still_played_so() -> None:
    written = GOLDEN.read_text(encoding="utf-8").splitlines()
    for number, (was, now) in enumerate(zip(written, playthrough(), strict=False), 1):
        assert was == now, f"line {number} of {GOLDEN.name}"
    assert len(written) == sum(1 for _ in playthrough())


if __name__ == "__main__":
    GOLDEN.parent.mkdir(exist_ok=True)
    GOLDEN.write_text("\n".join(playthrough()) + "\n", encoding="utf-8")
