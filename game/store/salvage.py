"""What is left of a damaged session file: every row that is still whole, found in its bytes without the database.

A row of a table lies in a page as a short header, which gives the type and length of each column, and then the columns
(https://sqlite.org/fileformat2.html). Every place in the file that could be such a header is tried, so neither the
first page nor the lists of rows in the others need to be readable; a checksum in each row tells which finds are real.
"""

import contextlib
import re
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from game.store.errors import StoreError
from game.store.file import FORMAT, in_words, refuse_at_sight
from game.store.stored import KINDS, Line, Stored, crc, from_json

_MOST_LINES = 1_000_000
"""No line has a higher number."""

_EFFORT = 16
"""How many times its own size is read from the file at most: one made to look like endless rows comes to an end too."""

_SEARCHED = re.compile(rb"[\x05-\x18](?=[\x0d-\xff])", re.DOTALL)
"""A byte that can be the length of a row's header, before the type of a text (the session's id, every first column)."""

Value = int | float | str | bytes | None


def salvage(path: Path) -> Stored:
    """All that can still be read of the session at `path`; `missing` numbers the lines that were lost between others.

    Lines lost after the last one that is left cannot be known of. Raises StoreError if no session is found in the file.
    """
    refuse_at_sight(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise in_words(error, path) from error
    about: dict[str, str] = {}
    files: dict[str, bytes] = {}
    lines: dict[int, Line] = {}
    session = ""
    for row in _rows(content):
        match row:
            case (str(of), str(key), str(value), int(check)) if crc(value.encode()) == check:
                about[key] = value
                session = of
            case (str(), str(name), bytes(file), int(check)) if crc(file) == check:
                files[name] = file
            case (str(), int(seq), str(at), (int() | float()) as clock, str(kind), str(body), int(check)):
                known = next((one for one in KINDS if one == kind), None)
                if known and (line := Line(seq, at, float(clock), known, body)).crc == check:
                    if 0 < seq <= _MOST_LINES and _mapping(body) is not None:
                        lines[seq] = line
    if not about and not lines:
        raise StoreError("foreign", path)
    return Stored(
        session=session,
        format=FORMAT,
        app=about.get("app", ""),
        game=about.get("game", ""),
        language=about.get("language", ""),
        created=about.get("created", ""),
        setup=_mapping(about.get("setup", "")) or {},
        files=files,
        lines=tuple(lines[seq] for seq in sorted(lines)),
        missing=tuple(seq for seq in range(1, max(lines, default=0)) if seq not in lines),
    )


def _mapping(text: str) -> dict[str, Any] | None:
    try:
        return from_json(text)
    except ValueError:
        return None


def _rows(content: bytes) -> Iterator[tuple[Value, ...]]:
    """Everything in the file that reads as a row of four or seven columns; most are not rows at all."""
    page = int.from_bytes(content[16:18]) or 4096
    page = {1: 65536}.get(page, page)
    if page & (page - 1) or page < 512:
        page = 4096
    left = _EFFORT * len(content)
    for found in _SEARCHED.finditer(content):
        types, start, size = _header(content, found.start())
        data = _data(content, found.start(), size, page) if types and size <= left else b""
        left -= len(data)
        if types and len(data) == size:
            with contextlib.suppress(UnicodeDecodeError):  # no row after all
                yield tuple(_values(types, data[start:]))


def _header(content: bytes, start: int) -> tuple[list[int], int, int]:
    """The types of the columns in the header that begins at `start` (none: it is no header), its length, the row's."""
    length = content[start]
    at, end = start + 1, start + length
    types: list[int] = []
    while at < end <= len(content):
        number, at = _varint(content, at)
        types.append(number)
    lengths = [_length(number) for number in types]
    if at != end or len(types) not in (4, 7) or min(lengths) < 0:
        return [], 0, 0
    return types, length, length + sum(lengths)


def _values(types: Iterable[int], data: bytes) -> Iterator[Value]:
    """The columns of these types that follow one another in `data`. Raises UnicodeDecodeError if a text is none."""
    at = 0
    for number in types:
        length = _length(number)
        yield _value(number, data[at : at + length])
        at += length


def _data(content: bytes, start: int, size: int, page: int) -> bytes:
    """The `size` bytes of the row at `start`, put together from its own page and those that it runs over into.

    Fewer if they do not lead so far.
    """
    if size <= page - 35:
        return content[start : start + size]
    least = (page - 12) * 32 // 255 - 23
    here = least + (size - least) % (page - 4)
    if here > page - 35:
        here = least
    data = bytearray(content[start : start + here])
    following = int.from_bytes(content[start + here : start + here + 4])
    while len(data) < size:
        place = (following - 1) * page
        if following == 0 or place + page > len(content):
            break
        data += content[place + 4 : place + 4 + min(page - 4, size - len(data))]
        following = int.from_bytes(content[place : place + 4])
    return bytes(data)


def _varint(content: bytes, at: int) -> tuple[int, int]:
    """The number at this place, seven bits a byte with the highest first, and the place after it."""
    number = 0
    for byte in content[at : at + 9]:
        at += 1
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return number, at


_FIXED = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}


def _length(number: int) -> int:
    """How many bytes a column of this type takes; -1 if there is no such type."""
    return (number - 12) // 2 if number >= 12 else _FIXED.get(number, -1)


def _value(number: int, data: bytes) -> Value:
    if number >= 12:
        return data.decode() if number % 2 else data
    if number == 0:
        return None
    if number == 7:
        return float(struct.unpack(">d", data)[0])
    return number - 8 if number in (8, 9) else int.from_bytes(data, signed=True)
