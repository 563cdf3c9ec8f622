"""The shipped files, changed at random in one place: the loader always gives findings and never raises."""

import json
import random
import re
from collections.abc import Iterator
from typing import Any

import pytest

from game.content.loading import load
from game.content.reading import Document, Path, read

GAME = "osallisuuspeli"
MUTANTS_A_FILE = 15
FREE = ("words", "tokens", "answers", "help", "where", "layouts", "fields", "about")
RETYPED = (None, True, -1, 3.5, "", "zzz", [], {}, ["zzz"], {"zzz": "zzz"}, [[]], {"fi": 1})


def shortened(data: bytes) -> bytes:
    """A deck with its first cards only: the same kinds of keys, read in a tenth of the time."""
    head, *cards = re.split(rb"(?m)^(?=  - id: )", data)
    return b"".join([head, *cards[:7]]) if head.startswith(b"#") and b"\ncards:" in head else data


FILES = {name: shortened(data) for name, data in load(GAME).files.items()}


def document(name: str) -> Document:
    found, findings = read(name, FILES[name])
    assert found is not None
    assert not findings
    return found


def keys(value: Any, path: Path = ()) -> Iterator[Path]:
    """The way to every key of a document."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from keys(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from keys(inner, (*path, number))


def holder(value: Any, path: Path) -> Any:
    for step in path[:-1]:
        value = value[step]
    return value


def changed(name: str, path: Path, how: str, chance: random.Random) -> bytes:
    """The file with one key dropped, renamed or given another value. JSON is YAML, so it is written as that."""
    value = json.loads(json.dumps(document(name).value))
    where, key = holder(value, path), path[-1]
    if how == "drop":
        del where[key]
    elif how == "rename":
        where[f"{key}x"] = where.pop(key)
    else:
        where[key] = chance.choice(RETYPED)
    return json.dumps(value, ensure_ascii=False).encode()


def said(data: bytes, name: str) -> list[Any]:
    findings = load(GAME, {**FILES, name: data}, fully=True).findings
    for finding in findings:
        for lang in ("fi", "sv", "en"):
            assert all(finding.said(lang))
    return [finding for finding in findings if finding.file == name]


@pytest.fixture(scope="module")
def usual() -> set[str]:
    """What the shortened decks are told of in any case: they are too small."""
    return {finding.code for finding in load(GAME, FILES, fully=True).findings}


def test_the_shortened_files_can_be_played(usual: set[str]) -> None:
    assert usual <= {"deck-small"}


@pytest.mark.parametrize("name", FILES)
def test_a_key_dropped_renamed_or_retyped_never_raises(name: str) -> None:
    chance = random.Random(name)
    ways = list(keys(document(name).value))
    for number in range(MUTANTS_A_FILE):
        said(changed(name, chance.choice(ways), ("drop", "rename", "retype")[number % 3], chance), name)


@pytest.mark.parametrize("name", FILES)
def test_a_key_that_is_not_known_is_found_where_it_stands(name: str) -> None:
    """Wherever the models name the keys: a renamed one is told of, at its own place."""
    chance = random.Random(name)
    opened = document(name)
    text = FILES[name].decode()
    lines = text.split("\n")
    ways = [path for path in keys(opened.value) if not free(path)]
    for path in chance.sample(ways, 6):
        spot = opened.at(path, key=True)
        key = str(path[-1])
        line = lines[spot.line - 1]
        start = spot.column - 1
        if line[start] == '"':
            continue
        assert line[start:].startswith(key)
        with_slip = "\n".join(
            [*lines[: spot.line - 1], f"{line[:start]}{key}x{line[start + len(key) :]}", *lines[spot.line :]]
        )
        places = {(finding.code, finding.line, finding.column) for finding in said(with_slip.encode(), name)}
        assert places & {(code, spot.line, spot.column) for code in ("unknown-field", "unknown-language")} or any(
            code in ("missing-field", "file-kind") for code, _, _ in places
        ), (path, places)


def free(path: Path) -> bool:
    """Whether an author may give this key any name."""
    return any(step in FREE for step in path[:-1])


@pytest.mark.parametrize("name", FILES)
def test_a_key_that_stands_twice_shows_both_places(name: str) -> None:
    chance = random.Random(name)
    opened = document(name)
    lines = FILES[name].decode().split("\n")
    for path in chance.sample(list(keys(opened.value)), 6):
        spot = opened.at(path, key=True)
        line = lines[spot.line - 1]
        key = line[spot.column - 1 :].partition(":")[0]
        before = line[: spot.column - 1]
        inline = "{" in before
        rest = line[len(before) :]
        again = f"{before}{key}: 1, {rest}" if inline else f"{before}{key}: 1\n{' ' * len(before)}{rest}"
        twice = "\n".join([*lines[: spot.line - 1], again, *lines[spot.line :]])
        doubles = [finding for finding in said(twice.encode(), name) if finding.code == "duplicate-key"]
        assert [(one.details["first"], one.details["first_column"]) for one in doubles] == [(spot.line, spot.column)]
        assert doubles[0].line == (spot.line if inline else spot.line + 1)
