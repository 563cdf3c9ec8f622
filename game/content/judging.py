"""What is not wrong but unwise: warnings and advice that never keep a game from being played."""

from game.content.findings import Finding
from game.content.parts import Parts


def judge(parts: Parts) -> list[Finding]:
    """Every warning about a game."""
    return []
