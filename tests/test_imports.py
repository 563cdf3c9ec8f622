"""Who may know whom. The table is the architecture: cli -> ui -> plan, store, content -> engine."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent

COMMON = {"game", "game.fonts", "game.where", "game.words"}
"""Known to all but the engine: the version, which characters fonts have, where files lie, the interface texts."""

MAY_KNOW = {
    "engine": {"engine"},
    "content": {"content", "engine"},
    "store": {"store", "engine"},
    "plan": {"plan", "content", "engine"},
    "ui": {"ui", "plan", "store", "content", "engine"},
    "cli": {"cli", "ui", "plan", "store", "content", "engine"},
    "fonts": set(),
    "where": set(),
    "words": set(),
    "__main__": {"cli"},
}

VALUES = {"collections", "dataclasses", "datetime", "enum", "functools", "itertools", "types", "typing"}
"""What the engine may use of the standard library: values, but no files, clock, chance or network."""

OUTSIDE = {
    "babel": ("game/words.py", "game/plan/figures.py"),
    "docx": ("game/plan/docx",),
    "pydantic": ("game/content/",),
    "pydantic_core": ("game/content/",),
    "pygame": ("game/ui/",),
    "pyphen": ("game/ui/hyphens.py",),
    "typst": ("game/plan/pdf.py",),
    "xlsxwriter": ("game/plan/xlsx.py",),
    "yaml": ("game/content/reading.py",),
}
"""Libraries of others, and the files that may import them (by how their path begins)."""

FILES = sorted(file.relative_to(TOP) for file in (TOP / "game").rglob("*.py"))


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse((TOP / file).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: a relative import"
            assert node.module is not None
            whole = node.module == "game"  # `from game import words` is about game.words
            yield from (f"game.{name.name}" for name in node.names) if whole else [node.module]


@pytest.mark.parametrize("file", FILES, ids=Path.as_posix)
def test_imports(file: Path) -> None:
    part = file.with_suffix("").parts[1]
    for name in imported(file):
        first, _, rest = name.partition(".")
        if first == "game":
            common = part != "engine" and (name in COMMON or name == "game.__version__")
            assert common or rest.split(".")[0] in MAY_KNOW.get(part, set()), f"{part} may not know {name}"
        elif first not in sys.stdlib_module_names:
            assert file.as_posix().startswith(OUTSIDE.get(first, ())), f"{first} has no place in {file}"
        elif part == "engine":
            assert first in VALUES, f"the engine may not use {first}"
        assert first != "datetime" or part != "engine" or _only_dates(file), "the engine may not ask for the time"


def _only_dates(file: Path) -> bool:
    return not any(word in (TOP / file).read_text("utf-8") for word in ("today(", "now(", "import datetime"))
