"""A press that has not been let go of, and what lies under a point."""

import math
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Final

from game.ui.look import Box
from game.ui.part import Part
from game.ui.scroll import ScrollArea

_DRAG_FROM: Final = 8.0  # logical px before a press becomes a drag
_DRAG_FROM_TOUCH: Final = 14.0


@dataclass(slots=True)
class Grip:
    """On which part a press began ("": on none), where that was and where it is now, and what has come of it.

    `dragging`: it carries the part. `scrolls`: it moves this area. `void`: it is over and only waits for its release.
    """

    name: str
    began: tuple[float, float]
    at: tuple[float, float]
    touch: bool
    dragging: bool = False
    scrolls: ScrollArea | None = None
    void: bool = False

    @property
    def pressing(self) -> bool:
        """Whether its release would press the part."""
        return not (self.dragging or self.scrolls or self.void)

    @property
    def way(self) -> tuple[float, float]:
        """How far it has gone from where it began."""
        return self.at[0] - self.began[0], self.at[1] - self.began[1]

    @property
    def is_far(self) -> bool:
        """Whether it has gone too far to be a press."""
        return math.hypot(*self.way) >= (_DRAG_FROM_TOUCH if self.touch else _DRAG_FROM)

    def air(self, part: Part) -> Box:
        """Where the part is while it is dragged."""
        return part.box.moved(*self.way)


def part_at(
    parts: Sequence[Part], x: float, y: float, targets: Container[str], reach: float
) -> Part | None:
    """The part that a press at a point is for: the uppermost there, or a small one close enough to be meant.

    A part smaller than `reach`, logical px, is pressed as if it were that large, beside everything else and over a
    larger part that it lies on.
    """
    found, above = None, parts
    for place in reversed(range(len(parts))):
        part = parts[place]
        if part.holds(x, y) and (part.active or part.name in targets or part.solid):
            found, above = part, parts[place + 1 :]
            break
    if found is not None and (found.name in targets or _is_small(found, reach)):
        return found
    close = [
        part
        for part in above
        if part.active
        and _is_small(part, reach)
        and (part.clip is None or part.clip.contains(x, y))
        and part.box.centred(max(part.box.w, reach), max(part.box.h, reach)).contains(x, y)
        and (found is None or found.inside is not None or found.holds(*part.box.centre))
    ]
    return min(close, key=lambda part: math.dist(part.box.centre, (x, y)), default=found)


def _is_small(part: Part, reach: float) -> bool:
    return part.inside is None and (part.box.w < reach or part.box.h < reach)


def target_at(parts: Sequence[Part], x: float, y: float, targets: Container[str]) -> str:
    """The name of the uppermost of the `targets` at a point, "" if there is none."""
    return next((part.name for part in reversed(parts) if part.name in targets and part.holds(x, y)), "")


def area_at(parts: Sequence[Part], x: float, y: float) -> ScrollArea | None:
    """What scrolls at a point."""
    return next((p for p in reversed(parts) if isinstance(p, ScrollArea) and p.holds(x, y)), None)
