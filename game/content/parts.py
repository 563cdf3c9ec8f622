"""The files that make up one game, gathered and each checked on its own."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from game.content import files, models
from game.content.files import Found, Where
from game.content.findings import Finding, listed, near
from game.content.reading import Document, Path, read
from game.content.shaping import shaped

S = TypeVar("S", bound=models.Shape)
S_co = TypeVar("S_co", bound=models.Shape, covariant=True)


@dataclass(frozen=True, slots=True)
class Sheet(Generic[S_co]):
    """A file that has its right shape: where everything stands in it, and what it says."""

    document: Document
    value: S_co

    def finding(self, code: str, path: Path, **details: object) -> Finding:
        """A finding at the value that `path` leads to."""
        spot = self.document.at(path)
        return Finding(code, self.document.file, spot.line, spot.column, details)

    def finding_on_key(self, code: str, path: Path, **details: object) -> Finding:
        """A finding at the key of the value that `path` leads to."""
        spot = self.document.at(path, key=True)
        return Finding(code, self.document.file, spot.line, spot.column, details)


@dataclass(slots=True)
class Parts:
    """The files of a game. What could not be read is missing here, and has its findings; `broken` names such decks."""

    where: Where
    findings: list[Finding] = field(default_factory=list)
    copies: dict[str, bytes] = field(default_factory=dict)
    rules: Sheet[models.RulesFile] | None = None
    decks: dict[str, Sheet[models.DeckFile]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    labels: list[Sheet[models.LabelsFile]] = field(default_factory=list)
    board: Sheet[models.BoardFile] | None = None
    plan: Sheet[models.PlanFile] | None = None

    @property
    def sheets(self) -> list[Sheet[models.Shape]]:
        """Every file of the game."""
        named: list[Sheet[models.Shape] | None] = [self.rules, self.board, self.plan]
        return [*self.decks.values(), *self.labels, *(one for one in named if one is not None)]


def gather(game_id: str, where: Where) -> Parts:
    """The game's files. Every deck, board and plan that the rules name is looked for in the game's own folder first."""
    parts = Parts(where)
    folder = f"games/{game_id}"
    found = files.get(where, f"{folder}/rules.yaml") if models.is_id(game_id) else None
    if found is None:
        games = files.names(where, "games", "/rules.yaml")
        parts.findings.append(_missing(where, f"{folder}/rules.yaml", near(game_id, games)))
        return parts
    parts.rules = _open(parts, found, models.RulesFile)
    for path in (f"{folder}/labels.yaml", "labels.yaml"):
        for labels in files.every(where, path):
            sheet = _open(parts, labels, models.LabelsFile)
            if sheet is not None:
                parts.labels.append(sheet)
    if parts.rules is None:
        return parts
    rules = parts.rules.value
    if rules.game != game_id:
        parts.findings.append(parts.rules.finding("file-name", ("game",), said=rules.game, name=game_id))
    for number, name in enumerate(rules.decks):
        if name not in parts.decks and name not in parts.broken:
            _add_deck(parts, folder, name, ("decks", number))
    parts.board = _named(parts, folder, rules.board, models.BoardFile, "board")
    parts.plan = _named(parts, folder, rules.plan, models.PlanFile, "plan")
    return parts


def vocabularies(labels: list[Sheet[models.LabelsFile]]) -> dict[str, set[str]]:
    """The codes that have words, by vocabulary."""
    known: dict[str, set[str]] = {}
    for sheet in labels:
        for vocabulary, codes in sheet.value.words.items():
            known.setdefault(vocabulary, set()).update(codes)
    return known


def open_file(file: str, data: bytes | None, shape: type[S]) -> tuple[Sheet[S] | None, list[Finding]]:
    """One file on its own, or None, and what is wrong with it."""
    if data is None:
        return None, [Finding("file-unreadable", file)]
    document, findings = read(file, data)
    if document is None:
        return None, findings
    value, slips = shaped(document, shape)
    findings += slips
    return (Sheet(document, value) if value is not None else None), findings


def _open(parts: Parts, found: Found, shape: type[S]) -> Sheet[S] | None:
    if found.data is not None:
        parts.copies[found.path] = found.data
    sheet, findings = open_file(found.shown, found.data, shape)
    parts.findings += findings
    return sheet


def _add_deck(parts: Parts, folder: str, name: str, named_at: Path) -> None:
    """The deck `name` from the game's own decks, or from those that games share."""
    found = files.get(parts.where, f"{folder}/decks/{name}.yaml") or files.get(parts.where, f"decks/{name}.yaml")
    if found is None:
        own, shared = (files.names(parts.where, place, ".yaml") for place in (f"{folder}/decks", "decks"))
        known = sorted({*own, *shared})
        assert parts.rules is not None
        parts.broken.add(name)
        close = near(name, known)
        parts.findings.append(
            parts.rules.finding("unknown-deck-file", named_at, name=name, near=close, known=listed(known))
        )
        return
    sheet = _open(parts, found, models.DeckFile)
    if sheet is None:
        parts.broken.add(name)
    else:
        if sheet.value.deck != name:
            parts.findings.append(sheet.finding("file-name", ("deck",), said=sheet.value.deck, name=name))
        parts.decks[name] = sheet


def _named(parts: Parts, folder: str, name: str | None, shape: type[S], key: str) -> Sheet[S] | None:
    """The file that the rules name under `key`."""
    if name is None:
        return None
    found = files.get(parts.where, f"{folder}/{name}")
    if found is None:
        assert parts.rules is not None
        known = [f"{one}.yaml" for one in files.names(parts.where, folder, ".yaml")]
        said = _missing(parts.where, f"{folder}/{name}", near(name, known))
        parts.findings.append(parts.rules.finding(said.code, (key,), **said.details))
        return None
    return _open(parts, found, shape)


def _missing(where: Where, path: str, close: str) -> Finding:
    folder, _, name = path.rpartition("/")
    shown = f"{files.shown_folder(where)}/{folder}"
    return Finding("file-missing", f"{shown}/{name}", details={"name": name, "folder": shown, "near": close})
