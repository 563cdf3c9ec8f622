"""The first frame of the title against that of a bare pygame window, each in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator

from tests.benchmarks.measure import Row, best_of

_ENVIRONMENT = {**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_FRAMEBUFFER_ACCELERATION": "0"}

_BARE = """
import pygame
pygame.display.init()
pygame.font.init()
window = pygame.Window("bare", (1920, 1080))
surface = window.get_surface()
surface.fill("white")
window.flip()
"""

_OURS = """
from pathlib import Path
import tempfile
from game.ui.start import window
app = window("osallisuuspeli", lang="fi", size=(1920, 1080), folder=Path(tempfile.gettempdir()) / "o")
app.step()
"""


def rows() -> Iterator[Row]:
    """The start's figures."""
    bare, ours = best_of(7, lambda: _run(_BARE), lambda: _run(_OURS))
    name = "first frame of the title, cold process"
    yield Row(name, ours * 1000, bare * 1000, "ms", "a bare pygame window", "<= 1.3")


def _run(program: str) -> None:
    subprocess.run([sys.executable, "-c", program], check=True, env=_ENVIRONMENT, capture_output=True)
