"""Checking what an author points at: a cards folder, a game, or one file; and the report, as lines or as JSON."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from game import words
from game.content import files, models
from game.content.checking import check_deck
from game.content.findings import Finding, in_order, near
from game.content.judging import judge_deck, judge_texts
from game.content.loading import folders, load
from game.content.parts import Sheet, open_file, vocabularies
from game.content.reading import MOST_BYTES, read

_YAML = (".yaml", ".yml")


def check_paths(paths: Sequence[Path]) -> list[Finding]:
    """Everything found in the files and folders, errors first, each once. Never raises for anything in them."""
    found: list[Finding] = []
    for path in paths:
        found += _check_folder(path) if path.is_dir() else _check_file(path)
    return in_order(found)


def _check_folder(folder: Path) -> Iterator[Finding]:
    """A cards folder with its games and decks, one game's folder, or any folder with such files in it."""
    if (folder / "rules.yaml").is_file() and folder.absolute().parent.name == "games":
        yield from load(folder.absolute().name, folders(_root(folder)), fully=True).findings
        return
    games = files.names([folder], "games", "/rules.yaml")
    seen: set[str] = set()
    for game in games:
        loaded = load(game, folders(folder), fully=True)
        seen |= {str(folder / path.partition("~")[0]) for path in loaded.files}
        yield from loaded.findings
    for file in sorted(folder.rglob("*")):
        if file.suffix in _YAML and file.is_file() and str(file) not in seen:
            yield from _check_file(file)


def _check_file(file: Path) -> list[Finding]:
    """One file: a game with all it names; a board or a plan in its game; a deck with the labels of its folder."""
    shown = str(file)
    if not file.is_file():
        close = near(file.name, [one.name for one in file.parent.glob("*")]) if file.parent.is_dir() else ""
        return [Finding("file-missing", shown, details={"name": file.name, "folder": str(file.parent), "near": close})]
    try:
        data = file.read_bytes()
    except OSError:
        return [Finding("file-unreadable", shown)]
    document, findings = read(shown, data)
    if document is None:
        return findings
    first = next(iter(document.value), "") if isinstance(document.value, dict) else ""
    shape = models.FILE_KINDS.get(first)
    if shape is None:
        found = Finding("file-kind", shown, details={"near": near(first, models.FILE_KINDS) if first else ""})
        return [*findings, found]
    game = file.absolute().parent
    if game.parent.name == "games" and shape is not models.DeckFile:
        loaded = load(game.name, folders(_root(file)), fully=True)
        if f"games/{game.name}/{file.name}" in loaded.files:
            mine = [one for one in loaded.findings if Path(one.file).absolute() == file.absolute()]
            return [Finding(one.code, shown, one.line, one.column, one.details) for one in mine]
    sheet, findings = open_file(shown, data, shape)
    if sheet is None:
        return findings
    findings += judge_texts(sheet)
    if isinstance(sheet.value, models.DeckFile):
        deck = Sheet(sheet.document, sheet.value)
        labels = _labels(file)
        findings += check_deck(deck, vocabularies(labels))
        findings += judge_deck(deck, labels)
    return findings


def _root(path: Path) -> Path:
    """The cards folder that a path lies in: the nearest folder above it with decks, games or labels; else its own."""
    for folder in path.absolute().parents:
        if any((folder / name).exists() for name in ("decks", "games", "labels.yaml")):
            here = Path.cwd()
            return folder.relative_to(here) if folder.is_relative_to(here) and not path.is_absolute() else folder
    return path.parent


def _labels(file: Path) -> list[Sheet[models.LabelsFile]]:
    """The words that a deck's codes may use."""
    found = []
    for one in files.every(folders(_root(file)), "labels.yaml"):
        sheet, _ = open_file(one.shown, one.data, models.LabelsFile)
        if sheet is not None:
            found.append(sheet)
    return found


def report(findings: Iterable[Finding], lang: str) -> str:
    """The findings as lines, each with the line it speaks of and a mark under the spot, and a count at the end."""
    every = list(findings)
    lines = {file: _lines(file) for file in {finding.file for finding in every}}
    blocks = [finding.line_of_text(lang) + _excerpt(finding, lines[finding.file]) for finding in every]
    errors = sum(1 for one in every if one.severity == "error")
    say = words.in_language(lang)
    counts = [
        say.ngettext("{n} error", "{n} errors", errors).format(n=errors),
        say.ngettext("{n} warning", "{n} warnings", len(every) - errors).format(n=len(every) - errors),
    ]
    return "\n".join([*blocks, ", ".join(counts) if every else say.gettext("Nothing to mend."), ""])


def as_json(findings: Iterable[Finding], lang: str) -> str:
    """The findings as a JSON list."""
    return json.dumps([finding.as_dict(lang) for finding in findings], ensure_ascii=False, indent=1)


def _excerpt(finding: Finding, lines: Sequence[str]) -> str:
    if not 1 <= finding.line <= len(lines):
        return ""
    line = lines[finding.line - 1]
    start = max(finding.column - 61, 0)
    shown = "".join(letter if letter.isprintable() else " " for letter in line[start : start + 100])
    number = str(finding.line)
    return f"\n  {number} | {shown}\n  {' ' * len(number)} | {' ' * (finding.column - 1 - start)}^"


def _lines(file: str) -> Sequence[str]:
    try:
        with open(file, "rb") as opened:
            return opened.read(MOST_BYTES).decode("utf-8-sig", "replace").split("\n")
    except OSError:
        return ()
