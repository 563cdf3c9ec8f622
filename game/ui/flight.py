"""Short movements of parts that have changed: one picture each, blitted along its way."""

from dataclasses import dataclass
from typing import Literal

import pygame

from game.ui.look import Box, Look
from game.ui.part import Part

MARGIN = 56.0
"""How far a part's shadow may reach past its box, logical px."""

_RISE = 12.0


def picture(part: Part, look: Look) -> pygame.Surface:
    """What the part looks like now, with MARGIN around it, on a clear ground."""
    size = (look.size[0], look.size[1])
    whole = look.kept(("picture", size), lambda: pygame.Surface(size, pygame.SRCALPHA))
    area = look.rect(part.box.inset(-MARGIN))
    seen = area.clip(whole.get_rect())
    whole.fill((0, 0, 0, 0), seen)
    part.draw(whole, look)
    made = pygame.Surface(area.size, pygame.SRCALPHA)
    made.blit(whole, (seen.x - area.x, seen.y - area.y), seen)
    return made


def eased(t: float) -> float:
    """Quick at first, then slower: 1-(1-t)^3 of a share of the time."""
    return 1 - (1 - min(max(t, 0.0), 1.0)) ** 3


@dataclass(slots=True)
class Flight:
    """One movement of one part, from `begin` to `end` in seconds of the program's clock."""

    begin: float
    end: float
    origin: Box | None = None
    how: Literal["rise", "fly", "unfold"] = "fly"
    image: pygame.Surface | None = None

    def draw(self, surface: pygame.Surface, look: Look, part: Part, now: float) -> None:
        """Draw the part where it is on its way at `now`; nothing before it has begun."""
        if now < self.begin:
            return
        if self.image is None:
            self.image = picture(part, look)
        share = eased((now - self.begin) / max(self.end - self.begin, 1e-6))
        area = look.rect(part.box.inset(-MARGIN))
        match self.how:
            case "rise":
                self.image.set_alpha(round(255 * share))
                surface.blit(self.image, (area.x, area.y + look.px(_RISE * (1 - share))))
            case "unfold":
                height = max(1, round(area.h * share))
                squeezed = pygame.transform.scale(self.image, (area.w, height))
                surface.blit(squeezed, (area.x, area.y + (area.h - height) // 2))
            case _:
                start = self.origin or part.box
                x, y = start.centre
                to_x, to_y = part.box.centre
                shift = look.point((x - to_x) * (1 - share), (y - to_y) * (1 - share))
                surface.blit(self.image, (area.x + shift[0], area.y + shift[1]))
