"""What the commands share about games and sessions on disk, with problems in words."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from game import words
from game.cli.problem import Problem
from game.content.findings import Finding
from game.content.loading import CannotPlay, Loaded, folders, list_games, load
from game.engine.definition import Game
from game.plan.document import Document
from game.plan.draft import draft
from game.plan.export import FORMATS, NotExported
from game.plan.export import export as write_files
from game.plan.material import Facts
from game.store.errors import StoreError
from game.store.recording import GameOf, Recording
from game.store.stored import Stored
from game.words import _


def game_to_play(game_id: str, cards: Path | None) -> Loaded:
    """The game, without errors. Raises Problem: with every error found, or with the games there are."""
    where = folders(*([cards] if cards else []))
    games = list_games(where)
    if game_id not in games:
        said = _("There is no game “{game}”. There are: {games}.").format(game=game_id, games=", ".join(games))
        raise Problem(said, code=2)
    loaded = load(game_id, where)
    if loaded.errors:
        raise Problem(told(loaded.errors))
    return loaded


def told(findings: Iterable[Finding]) -> str:
    """The findings, a line each."""
    return "\n".join(finding.line_of_text(words.used()) for finding in findings)


@dataclass
class Opened:
    """A session from its file, and the game it is played with. `damage` says that only part of it could be read."""

    recording: Recording
    loaded: Loaded
    damage: StoreError | None = None

    @classmethod
    def to_read(cls, path: Path) -> "Opened":
        """The session in the file; of a damaged one what can be read, which is told on stderr. Raises Problem."""
        try:
            return cls._with(Recording.look, path)
        except StoreError as error:
            if error.code not in ("damaged", "foreign"):
                raise Problem(str(error)) from error
        try:
            opened = cls._with(Recording.rescue, path, shipped=True)
        except StoreError as error:
            raise Problem(str(error)) from error
        opened.damage = opened.recording.trouble
        print(opened.damage, file=sys.stderr)
        return opened

    @classmethod
    def to_play(cls, path: Path) -> "Opened":
        """The session in the file, to go on with. Raises Problem."""
        try:
            return cls._with(Recording.open, path)
        except StoreError as error:
            raise Problem(str(error)) from error

    @classmethod
    def _with(cls, way: Callable[[Path, GameOf], Recording], path: Path, shipped: bool = False) -> "Opened":
        """The session read in one way or another. `shipped`: with the shipped cards if it has lost its own."""
        found: list[Loaded] = []

        def game_of(content: Stored) -> Game:
            own = load(content.game, content.files)
            found.append(load(content.game) if shipped and own.errors else own)
            return found[-1].game

        try:
            recording = way(path, game_of)
        except CannotPlay as error:
            raise Problem(told(error.findings)) from error
        return cls(recording, found[-1])


def plan_of(recording: Recording, loaded: Loaded, lang: str) -> Document:
    """The draft plan as far as the session has come, dated by the last thing that was done."""
    content = recording.content
    facts = Facts(_day(content.lines[-1].at if content.lines else content.created), content.language)
    return draft(loaded.game, loaded.texts, recording.session.state, lang, facts)


def _day(moment: str) -> date:
    """The day of a moment written in ISO 8601, where the program runs; today if it is not so written."""
    try:
        return datetime.fromisoformat(moment).astimezone().date()
    except ValueError:
        return date.today()


def write_plan(document: Document, folder: Path, formats: Iterable[str], name: str = "") -> list[Path]:
    """The plan's files. Raises Problem."""
    try:
        return write_files(document, folder, formats, name)
    except NotExported as error:
        raise Problem(str(error)) from error


def formats_of(text: str) -> list[str]:
    """The formats that were asked for, such as "md,docx" or "all". Raises Problem for one that is not made."""
    asked = [one.strip().lower() for one in text.split(",") if one.strip()]
    if asked == ["all"]:
        return list(FORMATS)
    unknown = [one for one in asked if one not in FORMATS]
    if unknown or not asked:
        said = _("There is no format “{format}”. There are: {formats}, all.")
        raise Problem(said.format(format=", ".join(unknown), formats=", ".join(FORMATS)), code=2)
    return list(dict.fromkeys(asked))
