"""`gallery`: a picture of every scene and step, taken in the middle of a session that bots play, without a screen.

Pictures are numbered in the order in which a group meets them and named after the step. They are for README, and for
looking at a game of one's own.
"""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from game import words
from game.cli.bots import Bots
from game.cli.problem import Problem
from game.cli.sessions import game_to_play
from game.content.loading import Loaded
from game.engine.definition import END
from game.engine.session import Act, Redo, Session, Undo
from game.engine.state import State
from game.store.recording import Recording
from game.ui.end import End
from game.ui.howto import HowTo
from game.ui.menu import Appearance, Menu
from game.ui.pictures import save
from game.ui.play import Play
from game.ui.review import Review
from game.ui.scene import Scene
from game.ui.settings import Settings
from game.ui.setup import Setup
from game.ui.table import Table
from game.ui.title import Title
from game.words import _, ngettext

SIZE = (1920, 1080)
PLAYERS = 6
SEED = "pelto"
_NAMES = ("Aino", "Pekka", "Leena", "Omar", "Kerttu", "Mikael")
_USED = 0.9
"""How much of a step's time its lines take in the pictures."""
_DAY = "2026-11-12T11:00:00.000+00:00"


def run(options: Namespace) -> int:
    """Writes the pictures and says how many there are. Raises Problem."""
    loaded = game_to_play(options.game, options.cards)
    folder: Path = options.out
    try:
        folder.mkdir(parents=True, exist_ok=True)
        count = 0
        for count, (name, scene) in enumerate(_scenes(loaded, options, folder), 1):
            save(scene, options.size or SIZE, folder / f"{count:02d}-{name}.png")
    except OSError as error:
        raise Problem(_("The pictures could not be written: {why}").format(why=error)) from error
    print(ngettext("{n} picture in {folder}", "{n} pictures in {folder}", count).format(n=count, folder=folder))
    return 0


def _scenes(loaded: Loaded, options: Namespace, folder: Path) -> Iterator[tuple[str, Scene]]:
    settings = Settings(folder, lang=words.used())
    cards = [options.cards] if options.cards else []
    yield "title", Title(loaded.id, folder, settings, cards)
    players = min(PLAYERS, loaded.game.seats.most or PLAYERS)
    yield "setup", Setup(loaded.id, folder, settings, cards, players=players)
    yield "how-to", HowTo(loaded.texts)
    session = _played(loaded)
    for name, line in moments(session):
        yield name, Table(_until(loaded, session, line), settings, reads_script=name.endswith("-begins"))
    last = len(session.lines)
    yield "menu", Menu(_until(loaded, session, last - 1), settings)
    yield "settings", Appearance(settings)
    yield "plan", Review(_until(loaded, session, last))
    yield "end", End(_until(loaded, session, last), settings)


def _played(loaded: Loaded) -> Session:
    """A whole session of bots."""
    bots = Bots(loaded.game, loaded.texts, words.used(), SEED)
    count = min(PLAYERS, loaded.game.seats.most or PLAYERS)
    seats = [seat._replace(name=name) for seat, name in zip(bots.seats(count), _NAMES, strict=False)]
    session = Session(loaded.game, seats)
    while (line := bots.next(session)) is not None:
        session.take(line)
    return session


def moments(session: Session) -> list[tuple[str, int]]:
    """The moments to look at, by name, as numbers of lines: where each step begins, and the middle of each round.

    A round that was hidden is looked at once more when it has been opened.
    """
    spans: dict[tuple[str, int, bool], list[int]] = {}
    for number in range(len(session.lines)):
        state = session.after(number + 1)
        if state.at != END and not state.run.owed:
            spans.setdefault((state.at, state.run.round, state.run.revealed), []).append(number + 1)
    found: list[tuple[str, int]] = []
    for (step, round_, revealed), lines in spans.items():
        name = step if round_ == 0 else f"{step}-round-{round_ + 1}"
        if revealed:
            name += "-open"
        elif round_ == 0:
            found.append((f"{step}-begins", lines[0]))
        middle = len(lines) * 3 // 5
        from_there = [*lines[middle:], *reversed(lines[:middle])]
        found.append((name, next((line for line in from_there if _holds_cards(session.after(line))), lines[middle])))
    return found


def _holds_cards(state: State) -> bool:
    """Whether the seat whose turn it is has chosen from its hand and still has all of it."""
    kept = state.run.kept.get(state.run.turn, ())
    return bool(kept) and len(state.run.hands.get(state.run.turn, ())) > len(kept)


def _until(loaded: Loaded, session: Session, lines: int) -> Play:
    """The session as it stood after its first lines, with a clock as if each step had taken about its time."""
    lines_in = Counter(session.after(number).at for number in range(len(session.lines)))
    whole = sum(step.share for step in loaded.game.steps) or 1
    minutes = {step.id: loaded.game.minutes * step.share / whole for step in loaded.game.steps}
    clock = [0.0]
    recording = Recording.create(
        None, loaded.game, session.seats, language=words.used(), files=loaded.files,
        setup={"minutes": loaded.game.minutes, "seed": SEED}, clock=lambda: clock[0], now=lambda: _DAY,
    )  # fmt: skip
    for number, line in enumerate(session.lines[:lines]):
        at = session.after(number).at
        clock[0] += minutes.get(at, 0) * 60 * _USED / lines_in[at]
        match line:
            case Act(action):
                recording.do(action)
            case Undo():
                recording.undo()
            case Redo():
                recording.redo()
    return Play(recording, loaded.texts, loaded.game.minutes)
