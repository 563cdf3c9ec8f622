"""The scenes of the gallery, shown in a window one after the other: every step of an evening that bots play."""

from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from game import words
from game.cli.bots import Bots
from game.cli.gallery import moments
from game.content.loading import Loaded, load
from game.engine.session import Act, Line, Redo, Session, Undo
from game.store.recording import Recording
from game.ui.app import App
from game.ui.play import Play
from game.ui.scene import Scene
from game.ui.settings import Settings
from game.ui.table import Table

SHORT = ("Aino", "Pekka", "Leena", "Omar", "Kerttu", "Mikael")
LONG = (
    "Maija-Liisa Kortelainen-Väänänen, Itä-Pakilan asukasyhdistys", "Å",
    "Oikeudenmukaisuusministeriönylitarkastajanviransijainen", "Bo", "Kerttu Ylä-Äijälä", "Pirkko ja Pentti",
    "Örjan Ångström", "Nuorisovaltuuston varapuheenjohtaja Aino-Kaisa Väisänen",
)  # fmt: skip


class Shown(NamedTuple):
    """A scene that is on the window now, and what the moment is called."""

    name: str
    app: App


@lru_cache(1)
def game() -> Loaded:
    """The default game."""
    return load("osallisuuspeli")


@lru_cache(8)
def evening(lang: str, names: tuple[str, ...] = SHORT) -> Session:
    """A whole session of bots who speak this language and are called so."""
    words.use(lang)
    bots = Bots(game().game, game().texts, lang, "gallery")
    seats = [seat._replace(name=name) for seat, name in zip(bots.seats(len(names)), names, strict=True)]
    session = Session(game().game, seats)
    while (line := bots.next(session)) is not None:
        session.take(line)
    return session


def plays(session: Session, lang: str, seconds_a_line: float = 9.0) -> Iterator[tuple[str, Play]]:
    """The moments of the session one after the other, by name; the same Play, that much further each time."""
    clock = [0.0]
    play = _begun(session, lang, clock)
    done = 0
    for name, line in in_order(session):
        _go_on(play, session, done, line, clock, seconds_a_line)
        done = line
        yield name, play


def play_at(session: Session, lang: str, line: int) -> Play:
    """The session as it stood after so many lines, to be done with as one likes."""
    clock = [0.0]
    play = _begun(session, lang, clock)
    _go_on(play, session, 0, line, clock)
    return play


def in_order(session: Session) -> list[tuple[str, int]]:
    """The moments of a session in the order of its lines."""
    return sorted(moments(session), key=lambda moment: moment[1])


def _begun(session: Session, lang: str, clock: list[float]) -> Play:
    recording = Recording.create(
        None, game().game, session.seats, language=lang, files=game().files, setup={"minutes": 90, "seed": "x"},
        clock=lambda: clock[0], now=lambda: "2026-11-12T11:00:00.000+00:00",
    )  # fmt: skip
    return Play(recording, game().texts, 90)


def _go_on(play: Play, session: Session, done: int, line: int, clock: list[float], seconds: float = 9.0) -> None:
    for act in session.lines[done:line]:
        clock[0] += seconds
        take(play, act)


def take(play: Play, line: Line) -> None:
    """One line of another session is done in this one too."""
    match line:
        case Act(action):
            assert play.recording.do(action) is None, action
        case Undo():
            assert play.recording.undo()
        case Redo():
            assert play.recording.redo()


class Window:
    """A window that shows one scene after the other in one look, so that what was drawn is kept."""

    def __init__(
        self, lang: str, size: tuple[int, int], theme: str = "light", text_factor: float = 1.0, motion: bool = False
    ) -> None:
        self.lang, self.size, self.theme, self.text_factor, self.motion = lang, size, theme, text_factor, motion
        self.app: App | None = None
        self._now = 0.0

    def show(self, scene: Scene) -> App:
        """The app with this scene in front, drawn and at rest."""
        words.use(self.lang)
        if self.app is None:
            self.app = App(
                scene, size=self.size, theme=self.theme, lang=self.lang, text_factor=self.text_factor,
                motion=self.motion, clock=lambda: self._now,
            )  # fmt: skip
        else:
            self.app.main.replace(scene)
        for _frame in range(4):
            self._now += 1.0
            self.app.step()
        assert self.app.fault is None, self.app.fault
        return self.app

    def close(self) -> None:
        """The window is gone."""
        if self.app is not None:
            self.app.window.destroy()
        words.use("fi")


def at_moments(
    lang: str,
    size: tuple[int, int],
    *,
    theme: str = "light",
    text_factor: float = 1.0,
    people: tuple[str, ...] = SHORT,
    names: Collection[str] = (),
) -> Iterator[Shown]:
    """Every moment on a window, or those of these names."""
    window = Window(lang, size, theme, text_factor)
    settings = Settings(Path("nowhere"), lang=lang)
    try:
        for name, play in plays(evening(lang, people), lang):
            if not names or name in names:
                yield Shown(name, window.show(Table(play, settings, reads_script=name.endswith("-begins"))))
    finally:
        window.close()
