"""Loading the default game and checking it in full, against PyYAML's C loader on the same files."""

from collections.abc import Iterator

import yaml

from game.content.loading import load
from tests.benchmarks.measure import Row, best_of


def rows() -> Iterator[Row]:
    """The content's figures."""
    files = load("osallisuuspeli").files

    def plain() -> None:
        for data in files.values():
            yaml.load(data, Loader=yaml.CSafeLoader)

    floor, loaded, checked = best_of(
        9, plain, lambda: load("osallisuuspeli"), lambda: load("osallisuuspeli", fully=True)
    )
    yield Row("the default game loaded", loaded * 1000, floor * 1000, "ms", "CSafeLoader on the same files", "<= 1")
    yield Row("the default game checked in full", checked * 1000, floor * 1000, "ms", "CSafeLoader on the same files",
              "<= 2")  # fmt: skip
