"""A window onto more than there is room for: by wheel, finger, mouse and keys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import pygame

from game.ui.inputs import Input, Key, Wheel
from game.ui.look import Box, Look
from game.ui.part import PASSED, TAKEN, Outcome, Part

_LINE = 40.0
_BAR = 8.0


@dataclass(eq=False)
class ScrollArea(Part):
    """Shows a part of something `content` logical px high. What lies in it is given to `around`.

    How far it is scrolled is kept over rebuilds by its name. It takes the focus only if there is something to scroll.
    """

    content: float = field(default=0.0, kw_only=True)
    offset: float = field(default=0.0, init=False)
    within: list[Part] = field(default_factory=list, init=False)

    def around(self, parts: Iterable[Part]) -> list[Part]:
        """The area and the parts in it, laid out as if it were not scrolled; to be put into the scene's list."""
        self.within = list(parts)
        for part in self.within:
            part.scroller, part.clip = self, self.box
        return [self, *self.within]

    @property
    def furthest(self) -> float:
        return max(0.0, self.content - self.box.h)

    @property
    def active(self) -> bool:
        return self.furthest > 0

    def scroll_to(self, offset: float) -> bool:
        """Move what lies in it so that `offset` logical px are above its upper edge; False if it stood there."""
        offset = min(max(0.0, offset), self.furthest)
        moved = self.offset - offset
        self.offset = offset
        for part in self.within:
            part.box = part.box.moved(0, moved)
        return moved != 0

    def reveal(self, box: Box) -> bool:
        """Scroll as little as shows `box`; False if it was seen already."""
        if box.y < self.box.y:
            return self.scroll_to(self.offset - (self.box.y - box.y) - 12)
        if box.bottom > self.box.bottom:
            return self.scroll_to(self.offset + min(box.bottom - self.box.bottom + 12, box.y - self.box.y))
        return False

    def take(self, given: Input, look: Look) -> Outcome:
        match given:
            case Wheel(lines=lines):
                return TAKEN if self.scroll_to(self.offset + lines * _LINE) else PASSED
            case Key(ctrl=False, alt=False, name=name):
                page = self.box.h - _LINE
                ways = {
                    "up": self.offset - _LINE,
                    "down": self.offset + _LINE,
                    "page up": self.offset - page,
                    "page down": self.offset + page,
                    "home": 0.0,
                    "end": self.furthest,
                }
                return TAKEN if name in ways and self.scroll_to(ways[name]) else PASSED
            case _:
                return PASSED

    def follow(self, before: Part) -> None:
        if isinstance(before, ScrollArea):
            self.scroll_to(before.offset)

    def draw_moving(self, surface: pygame.Surface, look: Look) -> None:
        if not self.furthest:
            return
        length = max(48.0, self.box.h * self.box.h / self.content)
        top = self.box.y + (self.box.h - length) * self.offset / self.furthest
        bar = look.rect(Box(self.box.right - _BAR, top, _BAR, length))
        pygame.draw.rect(surface, look.colour("edge"), bar, border_radius=look.px(_BAR / 2))
