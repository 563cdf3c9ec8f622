"""Where a game's files are read from: folders, the first one going before the later, or the copy in a session file."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

Where = Sequence[Path] | Mapping[str, bytes]
"""Folders such as `cards/`, or file contents by their path in such a folder (`decks/methods.yaml`)."""

_MOST_READ = 8_000_000


class Found(NamedTuple):
    """A file: its path inside the cards folder, the name that findings show, and what is in it (None: unreadable)."""

    path: str
    shown: str
    data: bytes | None


def get(where: Where, path: str) -> Found | None:
    """The file at `path`, or None if no folder has it. Raises nothing."""
    return next(every(where, path), None)


def every(where: Where, path: str) -> Iterator[Found]:
    """The files at `path` of all folders, in order. In a session's copy they are `path`, `path~2`, `path~3` ..."""
    if isinstance(where, Mapping):
        number = 1
        while (name := numbered(path, number)) in where:
            yield Found(name, name, where[name])
            number += 1
        return
    number = 1
    for folder in where:
        file = folder / path
        if file.is_file():
            yield Found(numbered(path, number), str(file), _read(file))
            number += 1


def numbered(path: str, number: int) -> str:
    """What the n-th file at one path is called in a session's copy."""
    return path if number == 1 else f"{path}~{number}"


def names(where: Where, folder: str, ending: str) -> list[str]:
    """What lies in a folder and ends so: names without the ending, sorted, each once."""
    if isinstance(where, Mapping):
        paths = [path[len(folder) + 1 :] for path in where if path.startswith(f"{folder}/")]
        found = {path[: -len(ending)] for path in paths if path.endswith(ending) and "/" not in path[: -len(ending)]}
    else:
        found = {
            file.relative_to(root / folder).as_posix()[: -len(ending)]
            for root in where
            for file in (root / folder).glob(f"*{ending}")
        }
    return sorted(found)


def shown_folder(where: Where) -> str:
    """The folder a new file should be put into, for a finding's words."""
    return "." if isinstance(where, Mapping) or not where else str(where[0])


def _read(file: Path) -> bytes | None:
    try:
        with file.open("rb") as opened:
            return opened.read(_MOST_READ)
    except OSError:
        return None
