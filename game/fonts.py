"""Which characters a font file has: the screen and the printed plan both show another sign for those it lacks."""

import struct
from functools import cache
from pathlib import Path


@cache
def coverage(file: Path) -> frozenset[int]:
    """The code points a TrueType file has glyphs for, read from its `cmap` table (formats 4 and 12)."""
    data = file.read_bytes()
    tables = {
        data[12 + 16 * i : 16 + 16 * i]: struct.unpack_from(">I", data, 20 + 16 * i)[0]
        for i in range(struct.unpack_from(">H", data, 4)[0])
    }
    cmap = tables[b"cmap"]
    found: set[int] = set()
    for i in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        start = cmap + struct.unpack_from(">I", data, cmap + 8 + 8 * i)[0]
        form = struct.unpack_from(">H", data, start)[0]
        if form == 4:
            found |= _segments(data, start)
        elif form == 12:
            for g in range(struct.unpack_from(">I", data, start + 12)[0]):
                first, last = struct.unpack_from(">II", data, start + 16 + 12 * g)
                found.update(range(first, last + 1))
    return frozenset(found)


def _segments(data: bytes, start: int) -> set[int]:
    """The code points of a format 4 table; those that lead to glyph 0 are missing."""
    count = struct.unpack_from(">H", data, start + 6)[0] // 2
    ends = start + 14
    starts, deltas, offsets = (ends + 2 + 2 * count * i for i in (1, 2, 3))
    found: set[int] = set()
    for i in range(count):
        last, first = (struct.unpack_from(">H", data, at + 2 * i)[0] for at in (ends, starts))
        delta, offset = (struct.unpack_from(">H", data, at + 2 * i)[0] for at in (deltas, offsets))
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                glyph = struct.unpack_from(">H", data, offsets + 2 * i + offset + 2 * (code - first))[0]
            if glyph and (glyph + delta) & 0xFFFF if offset else (code + delta) & 0xFFFF:
                found.add(code)
    return found
