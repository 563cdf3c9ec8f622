"""`simulate`: bots play whole sessions, without a screen.

One session leaves its file and its plan; it goes on where it was if the file is there already. Many sessions (`--runs`)
are played in memory, unless a folder is named for them, and a summary tells how they went.
"""

import json
import time
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from game import words
from game.cli.bots import Bots
from game.cli.problem import Problem
from game.cli.sessions import Opened, game_to_play, plan_of, write_plan
from game.content.loading import Loaded
from game.engine.flow import SEATS
from game.engine.session import Act, Redo, Undo
from game.engine.state import Item
from game.plan.export import FORMATS, file_name
from game.store.errors import StoreError
from game.store.recording import Recording
from game.words import _, ngettext

PLAYERS = 5
SEED = "1"

MOST_LINES = 20_000
"""A session that has not come to its end by now never will."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a session went: `items` counts what was made, by kind; `seconds` is what the playing took."""

    seed: str
    players: int
    lines: int
    undone: int
    items: Mapping[str, int]
    seconds: float
    session: str = ""
    files: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The outcome in words, and a line for each file."""
        made = sum(self.items.values())
        told = _("Seed {seed}: {players} players, {lines}, {made}, {seconds} s").format(
            seed=self.seed,
            players=self.players,
            lines=ngettext("{n} action", "{n} actions", self.lines).format(n=self.lines),
            made=ngettext("{n} thing made", "{n} things made", made).format(n=made),
            seconds=f"{self.seconds:.2f}",
        )
        return "\n".join(filter(None, (told, self.session, *self.files)))


def run(options: Namespace) -> int:
    """Plays, and prints how it went. Raises Problem."""
    seed = options.seed or SEED
    if options.runs == 1:
        path = options.session or (options.out or Path()) / f"simulated-{file_name(seed)}.osp"
        outcomes = [_one(options, seed, path)]
    elif options.session:
        raise Problem(_("--session is for one session: leave it out, or leave out --runs."), code=2)
    else:
        outcomes = []
        for number in range(1, options.runs + 1):
            name = f"simulated-{file_name(f'{seed}-{number}')}.osp"
            outcomes.append(_one(options, f"{seed}-{number}", options.out and options.out / name))
    if options.json:
        print(json.dumps([asdict(one) for one in outcomes], ensure_ascii=False, indent=1))
        return 0
    for one in outcomes:
        print(one.text)
    if len(outcomes) > 1:
        lines, seconds = sorted(one.lines for one in outcomes), sum(one.seconds for one in outcomes)
        told = _("{n} sessions: {least} to {most} actions each, {seconds} s together")
        print(told.format(n=len(outcomes), least=lines[0], most=lines[-1], seconds=f"{seconds:.2f}"))
    return 0


def _one(options: Namespace, seed: str, path: Path | None) -> Outcome:
    """One session, from its beginning or from where its file leaves off, to its end; with its plan if it has a file."""
    if path and path.exists():
        opened = Opened.to_play(path)
        recording, loaded = opened.recording, opened.loaded
        seed = str(recording.content.setup.get("seed") or seed)
    else:
        loaded = _game(options.game, options.cards)
        recording = begun(loaded, path, options.players, options.lang or words.used(), seed)
    began = time.perf_counter()
    bots = Bots(loaded.game, loaded.texts, recording.content.language, seed)
    try:
        play_on(recording, bots)
    finally:
        recording.close()
    seconds = time.perf_counter() - began
    files: list[Path] = []
    if path:
        plan = plan_of(recording, loaded, options.lang or recording.content.language)
        files = write_plan(plan, options.out or path.parent, FORMATS, path.stem)
    session = recording.session
    items = Counter(record.kind for record in session.state.records if isinstance(record, Item) and not record.gone)
    del items["sheet"]
    return Outcome(
        seed=seed,
        players=len(session.seats),
        lines=len(session.lines),
        undone=sum(isinstance(line, Undo) for line in session.lines),
        items=dict(items),
        seconds=seconds,
        session=str(path or ""),
        files=tuple(map(str, files)),
    )


@cache
def _game(game_id: str, cards: Path | None) -> Loaded:
    return game_to_play(game_id, cards)


def begun(loaded: Loaded, path: Path | None, players: int | None, lang: str, seed: str) -> Recording:
    """A new session for bots, in a new file or in memory. Raises Problem."""
    game = loaded.game
    least, most = game.seats.least, game.seats.most or SEATS
    count = players or max(least, min(PLAYERS, most))
    if not least <= count <= most:
        said = _("“{game}” is for {least} to {most} players.")
        raise Problem(said.format(game=loaded.texts.title.in_(lang), least=least, most=most), code=2)
    seats = Bots(game, loaded.texts, lang, seed).seats(count)
    try:
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
        return Recording.create(path, game, seats, language=lang, files=loaded.files, setup={"seed": seed})
    except OSError as error:
        said = _("The folder {folder} cannot be made: {why}.")
        raise Problem(said.format(folder=error.filename, why=error.strerror)) from error
    except StoreError as error:
        raise Problem(str(error)) from error


def play_on(recording: Recording, bots: Bots, told: Callable[[int], None] = lambda line: None) -> None:
    """After this the session is at its end. `told` hears the number of each line once it is safe.

    Raises Problem if the file cannot be written, or if no end comes.
    """
    session = recording.session
    while (line := bots.next(session)) is not None:
        match line:
            case Act(action):
                refused = recording.do(action)
                assert refused is None, f"{action} is refused: {refused.code}"
            case Undo():
                recording.undo()
            case Redo():
                recording.redo()
        if recording.trouble:
            raise Problem(str(recording.trouble))
        if len(session.lines) > MOST_LINES:
            raise Problem(_("The session comes to no end in the step “{step}”.").format(step=session.state.at))
        told(len(session.lines))
