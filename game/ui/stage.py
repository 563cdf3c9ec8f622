"""The picture of a screen: a kept still one, redrawn only where something has changed, and over it whatever moves."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import pygame

from game.ui import handling, paint
from game.ui.flight import MARGIN, Flight
from game.ui.look import Box, Look
from game.ui.part import Part

_PLACES: Final = 8  # more changed places than this, and everything is redrawn at once


class Handled(NamedTuple):
    """The parts that are being handled, and where the middle of the lifted one is, if it is in the air."""

    focused: Part | None
    refused: Part | None
    lifted: Part | None
    air: tuple[float, float] | None
    dragged: bool


class Stage:
    """Draws parts. `below` is what shows behind them in place of the table's colour, dimmed if `dim`."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.below: pygame.Surface | None = None
        self.dim = False
        self.due = True
        """Whether the picture is out of date."""
        self._still: pygame.Surface | None = None
        self._dirty: list[pygame.Rect] = []
        self._flights: dict[str, Flight] = {}
        self._in_hand: tuple[Part, pygame.Surface] | None = None
        self._now = 0.0

    def fit(self, look: Look) -> None:
        """Everything is to be drawn anew for another window, theme or language; nothing is on its way any more."""
        self.look = look
        self._still = None
        self._flights.clear()
        self._in_hand = None
        self.due = True

    def redraw(self) -> None:
        """Everything is to be drawn anew."""
        self._dirty = [pygame.Rect((0, 0), self.look.size)]
        self.due = True

    def repaint(self, part: Part) -> None:
        """The part has another picture, or has moved inside itself."""
        if part.layer == "static":
            self._dirty.append(self._reach(part.box))
        self.due = True

    # Movements

    @property
    def animating(self) -> bool:
        return bool(self._flights)

    def set_off(
        self, parts: Sequence[Part], before: Mapping[str, Part], landed: Mapping[str, Box]
    ) -> None:
        """Let parts that are new arrive, and those that have another place than before glide there, from the old
        place or from where they have `landed`, let go of by hand.
        """
        names = {part.name for part in parts}
        self._flights = {name: flight for name, flight in self._flights.items() if name in names}
        if not self.look.motion:
            return
        for part in parts:
            old = before.get(part.name)
            if old is not None:
                if part.glides and old.box != part.box:
                    self.fly(part, landed.get(part.name, old.box))
            elif part.arrival is not None:
                how, delay, origin = part.arrival.how, part.arrival.delay, part.arrival.origin
                length = self.look.ms({"rise": "sheet", "fly": "place", "unfold": "fold"}[how])
                begin = self._now + delay / 1000
                self._flights[part.name] = Flight(begin, begin + length / 1000, origin, how)

    def fly(self, part: Part, origin: Box) -> None:
        """Let the part move from `origin` to where it is."""
        if self.look.motion:
            self._flights[part.name] = Flight(self._now, self._now + self.look.ms("move") / 1000, origin)
            self.repaint(part)

    def tick(self, now: float, named: Mapping[str, Part]) -> None:
        """Let time pass, in seconds: movements go on and end."""
        self._now = now
        for name in [name for name, flight in self._flights.items() if now >= flight.end]:
            del self._flights[name]
            if name in named:
                self.repaint(named[name])
        if self._flights:
            self.due = True

    # Drawing

    def draw(self, surface: pygame.Surface, parts: Sequence[Part], handled: Handled) -> None:
        """Bring `surface`, of the look's size, up to date."""
        if self._still is None:
            self._still = pygame.Surface(self.look.size)
            self.redraw()
        if len(self._dirty) > _PLACES:
            self.redraw()
        for area in self._dirty:
            self._draw_still(self._still, area, parts, handled)
        self._dirty = []
        surface.blit(self._still, (0, 0))
        self._draw_moving(surface, parts, handled)
        self.due = False

    def _reach(self, box: Box) -> pygame.Rect:
        return self.look.rect(box.inset(-MARGIN))

    def _draw_still(
        self, surface: pygame.Surface, area: pygame.Rect, parts: Sequence[Part], handled: Handled
    ) -> None:
        surface.set_clip(area)
        if self.below is not None:
            surface.blit(self.below, area, area)
            if self.dim:
                paint.scrim(surface, self.look)
        else:
            surface.fill(self.look.colour("ground"), area)
        for part in parts:
            if part.layer == "moving" or part.name in self._flights or not self._reach(part.box).colliderect(area):
                continue
            surface.set_clip(area.clip(self.look.rect(part.clip)) if part.clip is not None else area)
            if handled.dragged and part is handled.lifted:
                handling.empty_place(surface, self.look, part)
            else:
                part.draw(surface, self.look)
        surface.set_clip(None)

    def _draw_moving(self, surface: pygame.Surface, parts: Sequence[Part], handled: Handled) -> None:
        look = self.look
        for part in parts:
            surface.set_clip(look.rect(part.clip) if part.clip is not None else None)
            if part.name in self._flights:
                self._flights[part.name].draw(surface, look, part, self._now)
            elif part.layer == "moving":
                part.draw(surface, look)
            part.draw_moving(surface, look)
        surface.set_clip(None)
        for part in parts:
            if part.state.target:
                surface.set_clip(look.rect(part.clip) if part.clip is not None else None)
                handling.target(surface, look, part)
        surface.set_clip(None)
        if handled.focused is not None:
            handling.focus_ring(surface, look, handled.focused)
        if handled.refused is not None:
            handling.refusal(surface, look, handled.refused)
        if handled.lifted is not None:
            self._draw_lifted(surface, handled.lifted, handled.air)

    def _draw_lifted(self, surface: pygame.Surface, part: Part, air: tuple[float, float] | None) -> None:
        if air is None:
            handling.chosen(surface, self.look, part)
            return
        if self._in_hand is None or self._in_hand[0] is not part:
            self._in_hand = (part, handling.in_hand(part, self.look))
        handling.carried(surface, self.look, part, self._in_hand[1], air)
