"""Loading a game: its files read, checked and built, with every problem found on the way."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from game import where as program
from game.content import files
from game.content.building import game_of
from game.content.checking import check
from game.content.files import Where
from game.content.findings import Finding, in_order
from game.content.judging import judge
from game.content.parts import gather
from game.content.reading import read
from game.content.texts import GameTexts, Text
from game.engine.definition import Game


class CannotPlay(Exception):
    """Raised when a game is asked for that has errors; they are in `findings`."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(", ".join(f"{one.file}:{one.line}:{one.column} {one.code}" for one in self.findings))


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of loading a game.

    `findings` are all problems, errors first. `files` are copies of all files it was made from, by their path in the
    cards folder: a session keeps them, and `load(id, files)` makes the same game from them.
    """

    id: str
    findings: tuple[Finding, ...]
    files: dict[str, bytes]
    built: tuple[Game, GameTexts] | None = field(repr=False)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What keeps the game from being played."""
        return tuple(one for one in self.findings if one.severity == "error")

    @property
    def game(self) -> Game:
        """The game for the rules. Raises CannotPlay if there are errors."""
        return self._whole()[0]

    @property
    def texts(self) -> GameTexts:
        """Everything the game says. Raises CannotPlay if there are errors."""
        return self._whole()[1]

    def _whole(self) -> tuple[Game, GameTexts]:
        if self.built is None:
            raise CannotPlay(self.errors)
        return self.built


def folders(*own: Path) -> tuple[Path, ...]:
    """The folders to look in: one's own, then the shipped one."""
    shipped = program.cards()
    return own if any(folder.resolve() == shipped.resolve() for folder in own) else (*own, shipped)


def load(game_id: str, where: Where | None = None, *, fully: bool = False) -> Loaded:
    """The game `games/ID/rules.yaml` with its decks, labels, board and plan, from `where` (else the shipped cards).

    Never raises for anything in the files. With `fully` the findings hold warnings and advice too, not only errors.
    """
    parts = gather(game_id, folders() if where is None else where)
    findings = [*parts.findings, *check(parts)]
    built = None
    if parts.rules is not None and not any(one.severity == "error" for one in findings):
        built = game_of(
            parts.rules.value,
            [deck.value for deck in parts.decks.values()],
            [labels.value for labels in parts.labels],
            parts.board.value if parts.board else None,
            parts.plan.value if parts.plan else None,
        )
    if fully:
        findings += judge(parts)
    return Loaded(game_id, tuple(in_order(findings)), parts.copies, built)


def list_games(where: Where | None = None) -> dict[str, Text]:
    """The games there are: id to title, in order of id. A game whose rules cannot be read has its id as title."""
    place = folders() if where is None else where
    return {name: _title(place, name) for name in files.names(place, "games", "/rules.yaml")}


def _title(where: Where, name: str) -> Text:
    rules = files.get(where, f"games/{name}/rules.yaml")
    document = read(rules.shown, rules.data)[0] if rules and rules.data is not None else None
    if document is not None:
        main = str(document.find(("languages", 0)) or "fi")
        match document.find(("title",)):
            case str(title):
                return Text({main: title}, main)
            case dict(titles) if titles and all(isinstance(title, str) for title in titles.values()):
                return Text(titles, main)
    return Text({"fi": name}, "fi")
