"""What a session file holds, as plain values."""

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, NamedTuple, get_args

Kind = Literal["act", "undo", "redo", "return"]

KINDS: tuple[Kind, ...] = get_args(Kind)


class Line(NamedTuple):
    """One thing done, numbered from 1. `at` is the time of day (ISO 8601, UTC), `clock` the seconds played until then.

    `body` is JSON text: the action, `{"to": N}` for the return to line N, and `{}` for undo and redo.
    """

    seq: int
    at: str
    clock: float
    kind: Kind
    body: str

    @property
    def crc(self) -> int:
        """A checksum of the whole line, kept beside it in the file."""
        return crc(json.dumps(self._replace(clock=float(self.clock))).encode())

    @property
    def content(self) -> dict[str, Any]:
        """The body as plain values. Raises ValueError if it is no JSON mapping."""
        return from_json(self.body)


@dataclass(frozen=True, slots=True)
class Stored:
    """A session as it lies in its file. `files` are the cards and rules it is played with, by path.

    `setup` is what the session began with, as plain values; `settings` are texts kept by name, drafts among them.
    `missing` numbers the lines that a damaged file has lost; a sound one has none.
    """

    session: str
    format: int
    app: str
    game: str
    language: str
    created: str
    setup: Mapping[str, Any]
    files: Mapping[str, bytes]
    lines: tuple[Line, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[int, ...] = ()

    def with_lines(self, lines: Iterable[Line], settings: Mapping[str, str] | None = None) -> "Stored":
        """The same session with these lines, none of them missing, and these settings if given."""
        kept = self.settings if settings is None else dict(settings)
        return replace(self, lines=tuple(lines), settings=kept, missing=())

    @property
    def beginning(self) -> tuple[Line, ...]:
        """The lines that can be played: all of a sound file, those before the first missing one of a damaged file."""
        return self.lines[: self.missing[0] - 1] if self.missing else self.lines


def crc(content: bytes) -> int:
    """The checksum that the file keeps of its rows."""
    return zlib.crc32(content)


def from_json(text: str) -> dict[str, Any]:
    """The mapping that was written as JSON. Raises ValueError if it is none."""
    try:
        read = json.loads(text)
    except RecursionError as error:
        raise ValueError("the text is nested too deep") from error
    if not isinstance(read, dict):
        raise ValueError("the text holds no mapping")
    return read


def to_json(value: object) -> str:
    """`value` as compact JSON that every database takes: plain letters where they can be written as UTF-8."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:  # half a surrogate pair, pasted from a broken program
        text = json.dumps(value, separators=(",", ":"))
    return text
