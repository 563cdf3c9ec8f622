"""`python -m tests.benchmarks [SUBJECT...]`: prints every figure, or those of the subjects named."""

import os
import sys

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

from tests.benchmarks import cards, engine, frames, sessions, window

SUBJECTS = {"engine": engine.rows, "cards": cards.rows, "sessions": sessions.rows, "window": window.rows,
            "frames": frames.rows}  # fmt: skip


def main(names: list[str]) -> int:
    """Prints the rows; 2 if a subject is not known."""
    unknown = [name for name in names if name not in SUBJECTS]
    if unknown:
        print(f"no such subject: {', '.join(unknown)}; there are: {', '.join(SUBJECTS)}", file=sys.stderr)
        return 2
    for name in names or SUBJECTS:
        for row in SUBJECTS[name]():
            print(row, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
