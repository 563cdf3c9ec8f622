"""Appending to a session file and opening it again, against writing the same bytes with fsync and reading them."""

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from game.content.loading import load
from game.engine.actions import Park
from game.engine.state import Seat
from game.store.recording import Recording
from tests.benchmarks.measure import Row

_LINES = 100


def rows() -> Iterator[Row]:
    """The store's figures."""
    loaded = load("osallisuuspeli")
    seats = [Seat(number) for number in range(1, 5)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.osp"
        recording = Recording.create(path, loaded.game, seats, language="fi", files=loaded.files)
        began = time.perf_counter()
        for number in range(_LINES):
            recording.do(Park(0, f"thought {number}"))
        append = (time.perf_counter() - began) / _LINES
        recording.close()
        began = time.perf_counter()
        with open(Path(folder) / "floor", "ab") as file:
            for number in range(_LINES):
                file.write(b"x" * 120 + str(number).encode())
                file.flush()
                os.fsync(file.fileno())
        floor = (time.perf_counter() - began) / _LINES
        yield Row("one action to disk", append * 1000, floor * 1000, "ms", "append and fsync of a plain file", "-")
        began = time.perf_counter()
        Recording.open(path, lambda content: loaded.game).close()
        opened = time.perf_counter() - began
        began = time.perf_counter()
        path.read_bytes()
        read = time.perf_counter() - began
        yield Row(f"a session of {_LINES} actions opened", opened * 1000, read * 1000, "ms", "reading the file", "-")
