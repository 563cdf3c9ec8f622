"""The parts of one scene on the window: who is under the pointer, who has the focus, what is carried, what is drawn.

Everything that can be dragged can also be chosen by a press and placed by another, and carried with the keys. Nothing
is drawn in a frame in which nothing has changed; what changed is redrawn in its own place only.
"""

import math
from collections.abc import Callable, Sequence
from typing import Final

import pygame

from game.ui import focus as focusing
from game.ui.grip import Grip, area_at, part_at, target_at
from game.ui.inputs import Cancel, Input, Key, LongPress, Move, PreEdit, Press, Release, Text, Wheel
from game.ui.look import Box, Look
from game.ui.part import AT_REST, PASSED, TAKEN, Arrival, Outcome, Part, State
from game.ui.scene import Next
from game.ui.scroll import ScrollArea
from game.ui.stage import Handled, Stage

__all__ = ["Arrival", "Part", "Screen", "State"]

_PRESS_SHOWN: Final = 0.08  # seconds that a press by key is seen


class Screen:
    """Shows parts and gives them inputs. `focus` and `lifted` are names of parts, "" if there is none."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.parts: tuple[Part, ...] = ()
        self.focus = ""
        self.lifted = ""
        self.refused = ""
        self.awake = True
        """Whether it is in front; what lies behind another screen shows no focus."""
        self.stage = Stage(look)
        self._named: dict[str, Part] = {}
        self._targets: dict[str, Callable[[], Next | None]] = {}
        self._latest: dict[str, str] = {}
        self._by_keys = True
        self._hover = ""
        self._grip: Grip | None = None
        self._keyed = ("", -math.inf)
        self._landed: dict[str, Box] = {}
        self._now = 0.0
        self._fitted = True

    # What is shown

    def fit(self, look: Look) -> None:
        """The window, theme or language is another one; parts made for this look must follow by `show`."""
        self.look = look
        self.stage.fit(look)
        self._fitted = True
        self._grip = None

    def show(self, parts: Sequence[Part], focus: str = "") -> None:
        """Show these parts in place of the ones before. The focus stays with its name, or goes to `focus` if given.

        Raises ValueError if two parts have the same name.
        """
        before = self.parts
        old = self._named
        self._named = {part.name: part for part in parts}
        if len(self._named) != len(parts):
            names = [part.name for part in parts]
            raise ValueError(f"parts of one name: {sorted({n for n in names if names.count(n) > 1})}")
        self.parts = tuple(parts)
        for part in parts:
            if part.name in old:
                part.follow(old[part.name])
        # What opens, and what is only laid out anew for another window, does not move.
        opens = not before or self._fitted
        self.stage.set_off(self.parts, self._named if opens else old, self._landed)
        self._fitted, self._landed = False, {}
        if self.lifted and not self._can_lift(self.lifted):
            self.put_back()
        if self.refused and self.refused not in self._named:
            self.refused = ""
        if self._grip is not None and self._grip.name not in self._named:
            self._grip = None
        wanted = self._named.get(focus)
        if wanted is not None and focusing.can_have(wanted):
            self._focus_on(focus, by_keys=True)
        elif self.focus not in self._named or not focusing.can_have(self._named[self.focus]):
            self._focus_on(focusing.near(self.parts, before, self.focus), self._by_keys)
        self._find_targets()
        self._restate()
        self.stage.redraw()

    def part(self, name: str) -> Part | None:
        """The part of this name, if it is shown."""
        return self._named.get(name)

    def repaint(self, name: str) -> None:
        """The part of this name has another picture."""
        if name in self._named:
            self.stage.repaint(self._named[name])

    @property
    def writing(self) -> Part | None:
        """The part that typing goes to, if one has the focus."""
        part = self._named.get(self.focus)
        return part if part is not None and part.takes_text else None

    @property
    def cursor(self) -> int:
        """The pointer's shape, one of pygame's SYSTEM_CURSOR_ numbers."""
        part = self._named.get(self._hover)
        if part is None:
            return pygame.SYSTEM_CURSOR_ARROW
        return pygame.SYSTEM_CURSOR_IBEAM if part.takes_text else pygame.SYSTEM_CURSOR_HAND

    # Inputs

    def take(self, given: Input) -> Outcome:
        """Give an input to whom it concerns. What was pressed or dropped has been done when this returns."""
        match given:
            case Press():
                outcome = self._press(given)
            case Move():
                outcome = self._move(given)
            case Release():
                outcome = self._release(given)
            case LongPress():
                outcome = self._long_press(given)
            case Cancel():
                self._grip = None
                if self.lifted:
                    self.put_back()
                outcome = TAKEN
            case Wheel(x=x, y=y):
                outcome = self._wheel(given, x, y)
            case Key():
                outcome = self._key(given)
            case Text() | PreEdit():
                outcome = self._to_focus(given)
            case _:
                outcome = PASSED
        self._restate()
        return outcome

    def tick(self, now: float) -> None:
        """Let time pass, in seconds: carets blink, movements go on."""
        self._now = now
        for part in self.parts:
            if (part.layer == "moving" or (part.name == self.focus and self.awake)) and part.tick(now):
                self.stage.due = True
        if self._keyed[0] and now >= self._keyed[1]:
            self._keyed = ("", -math.inf)
            self._restate()
        self.stage.tick(now, self._named)

    def _press(self, given: Press) -> Outcome:
        self._unrefuse()
        part = self.under(given.x, given.y)
        self._grip = Grip("", (given.x, given.y), (given.x, given.y), given.touch)
        if part is None:
            return TAKEN if self.lifted else PASSED
        self._grip.name = part.name
        if focusing.can_have(part):
            self._focus_on(part.name, by_keys=False)
        if part.takes_pointer:
            return self._given_to(part, given)
        return TAKEN

    def _move(self, given: Move) -> Outcome:
        grip = self._grip
        if grip is None or not given.held:
            part = None if given.touch else self.under(given.x, given.y)
            self._hover = part.name if part is not None and (part.active or part.name in self._targets) else ""
            return TAKEN if part is not None else PASSED
        part = self._named.get(grip.name)
        if part is not None and part.takes_pointer:
            return self._given_to(part, given)
        dy = given.y - grip.at[1]
        grip.at = (given.x, given.y)
        if grip.scrolls is not None:
            if grip.scrolls.scroll_to(grip.scrolls.offset - dy):
                self._scrolled(grip.scrolls)
        elif grip.dragging:
            self._hover = target_at(self.parts, given.x, given.y, self._targets)
            self.stage.due = True
        elif grip.is_far and not grip.void:
            self._set_out(grip, part)
        return TAKEN

    def _set_out(self, grip: Grip, part: Part | None) -> None:
        """A press has become a drag: of the part, or of the area that it began in."""
        across, along = grip.way
        area = area_at(self.parts, *grip.began)
        own_way = part is not None and part.drag is not None and not (grip.touch and abs(along) > abs(across))
        if area is not None and area.furthest and not own_way:
            grip.scrolls = area
            area.scroll_to(area.offset - along)
            self._scrolled(area)
        elif part is not None and part.drag is not None:
            grip.dragging = True
            self._lift(part.name)

    def _release(self, given: Release) -> Outcome:
        grip, self._grip = self._grip, None
        if grip is None:
            return PASSED
        part = self._named.get(grip.name)
        if part is not None and part.takes_pointer:
            return self._given_to(part, given)
        if grip.dragging:
            self.stage.due = True
            target = target_at(self.parts, given.x, given.y, self._targets)
            if part is not None and target:
                self._landed = {part.name: grip.air(part)}
            elif part is not None:
                self.stage.fly(part, grip.air(part))
            if target:
                return self._drop_on(target)
            self.put_back()
            return TAKEN
        if grip.scrolls is not None or grip.void:
            return TAKEN
        if part is None:
            if self.lifted:
                self.put_back()
                return TAKEN
            return PASSED
        if self.under(given.x, given.y) is part:
            return self._activate(part)
        return TAKEN

    def _long_press(self, given: LongPress) -> Outcome:
        grip = self._grip
        part = self._named.get(grip.name) if grip is not None else None
        if grip is None or part is None or part.drag is None or grip.dragging or grip.scrolls is not None:
            return PASSED
        grip.dragging = True
        self._lift(part.name)
        return TAKEN

    def _wheel(self, given: Wheel, x: float, y: float) -> Outcome:
        part = self.under(x, y)
        if part is not None and part.takes_pointer:
            outcome = part.take(given, self.look)
            if outcome.taken:
                self.repaint(part.name)
                return outcome
        area = area_at(self.parts, x, y)
        if area is not None and area.take(given, self.look).taken:
            self._scrolled(area)
            return TAKEN
        return PASSED

    def _key(self, given: Key) -> Outcome:
        part = self._named.get(self.focus)
        chord = given.chord
        if chord == "escape" and self.refused:
            self._unrefuse()
            return TAKEN
        self._unrefuse()
        if chord == "escape" and self.lifted:
            self.put_back()
            return TAKEN
        if part is not None and not self.lifted:
            outcome = self._given_to(part, given)
            if outcome.taken:
                return outcome
        if chord in ("tab", "shift+tab"):
            return self._tab(back=given.shift)
        if chord in ("left", "right", "up", "down"):
            return self._arrow(chord, part)
        if chord in ("enter", "space") and part is not None and not part.takes_text:
            self._by_keys = True
            self._keyed = (part.name, self._now + _PRESS_SHOWN)
            return self._activate(part)
        if not (given.types and part is not None and part.takes_text):
            for other in reversed(self.parts):
                if chord in other.keys and (other.press or other.refusal or other.drag is not None):
                    return self._activate(other)
        if part is not None and part.scroller is not None and part.scroller.take(given, self.look).taken:
            self._scrolled(part.scroller)
            return TAKEN
        return PASSED

    def _tab(self, back: bool) -> Outcome:
        if self.lifted:
            after = focusing.by_tab(self.parts, self.focus, back, {}, lambda part: part.name in self._targets)
        else:
            after = focusing.by_tab(self.parts, self.focus, back, self._latest)
        self._focus_on(after, by_keys=True)
        return TAKEN if after else PASSED

    def _arrow(self, way: str, part: Part | None) -> Outcome:
        if self.lifted:
            among = [p for p in self.parts if p.name in self._targets or p.name == self.focus]
        elif part is not None and part.group:
            among = [p for p in self.parts if p.group == part.group and focusing.can_have(p)]
        else:
            among = []
        for direction in focusing.DIRECTIONS:
            if direction == way and part is not None and among:
                after = focusing.by_arrow(among, part.name, direction)
                if after != part.name:
                    self._focus_on(after, by_keys=True)
                    return TAKEN
        if part is not None and part.scroller is not None and part.scroller.take(Key(way), self.look).taken:
            self._scrolled(part.scroller)
            return TAKEN
        return TAKEN if among else PASSED

    def _to_focus(self, given: Input) -> Outcome:
        part = self._named.get(self.focus)
        return self._given_to(part, given) if part is not None else PASSED

    def _given_to(self, part: Part, given: Input) -> Outcome:
        outcome = part.take(given, self.look)
        if outcome.taken:
            if isinstance(part, ScrollArea):
                self._scrolled(part)
            self.repaint(part.name)
        return outcome

    # Pressing, choosing, carrying

    def _activate(self, part: Part) -> Outcome:
        if self.lifted and part.name in self._targets:
            return self._drop_on(part.name)
        if self.lifted:
            was = self.lifted
            self.put_back()
            if was == part.name:
                return TAKEN
        if part.refusal:
            self.refused = part.name
            self.stage.due = True
            return TAKEN
        if part.press is not None:
            return Outcome(True, True, part.press())
        if part.drag is not None:
            self._lift(part.name)
        return TAKEN

    def put_back(self) -> None:
        """What is lifted stays where it was."""
        self.lifted = ""
        self._targets = {}
        self._restate()

    def _lift(self, name: str) -> None:
        part = self._named.get(name)
        if part is not None and part.refusal:
            self.refused = name
            if self._grip is not None:
                self._grip.dragging, self._grip.void = False, True
        elif self._can_lift(name):
            self.lifted = name
            self._find_targets()
        self.stage.due = True

    def _can_lift(self, name: str) -> bool:
        part = self._named.get(name)
        return part is not None and part.drag is not None and not part.refusal

    def _find_targets(self) -> None:
        self._targets = {}
        if self.lifted:
            carried = self._named[self.lifted].drag
            for part in self.parts:
                dropped = part.drop(carried) if part.drop is not None and part.name != self.lifted else None
                if dropped is not None:
                    self._targets[part.name] = dropped

    def _drop_on(self, name: str) -> Outcome:
        drop, carried = self._targets[name], self.lifted
        self.put_back()
        if self.focus == name:  # carried here by keys: the place itself may be nothing to stay on
            self._focus_on(carried, self._by_keys)
        return Outcome(True, True, drop())

    def _unrefuse(self) -> None:
        if self.refused:
            self.refused = ""
            self.stage.due = True

    # Who is where

    def under(self, x: float, y: float) -> Part | None:
        """The part that a press at a point, logical px, is for."""
        return part_at(self.parts, x, y, self._targets, self.look.target_min)

    def bring_to_sight(self, part: Part) -> None:
        """Scroll the area that a part lies in, if it does, as little as shows it."""
        if part.scroller is not None and part.scroller.reveal(part.box):
            self._scrolled(part.scroller)

    def _focus_on(self, name: str, by_keys: bool) -> None:
        part = self._named.get(name)
        self.focus, self._by_keys = name, by_keys
        if part is not None:
            if part.group:
                self._latest[part.group] = name
            self.bring_to_sight(part)
        self.stage.due = True

    def _scrolled(self, area: ScrollArea) -> None:
        self.stage.repaint(area)

    def _restate(self) -> None:
        """Tell every part how it is being handled, and have those redrawn whose handling has changed."""
        grip = self._grip
        pressed = grip.name if grip is not None and grip.pressing else ""
        landing = self._hover if grip is not None and grip.dragging else self.focus if self.lifted else ""
        handled = (self._hover, pressed, self.focus, self.lifted, self._keyed[0])
        for part in self.parts:
            state = AT_REST
            if part.name in handled or part.name in self._targets:
                state = State(
                    hover=part.name == self._hover and not self.lifted,
                    pressed=part.name in (pressed, self._keyed[0]) and not part.refusal,
                    focused=part.name == self.focus,
                    lifted=part.name == self.lifted,
                    target=part.name in self._targets,
                    over=part.name in self._targets and part.name == landing,
                )
            if state != part.state:
                part.state = state
                self.repaint(part.name)

    def draw(self, surface: pygame.Surface) -> None:
        """Bring `surface`, of the look's size, up to date."""
        focused = self._named.get(self.focus)
        shown = focused is not None and self.awake and (self._by_keys or focused.takes_text)
        lifted = self._named.get(self.lifted)
        grip = self._grip
        air: tuple[float, float] | None = None
        if lifted is not None and grip is not None and grip.dragging:
            air = grip.air(lifted).centre
        elif focused is not None and focused.state.target and self._by_keys:
            air = focused.box.centre
        dragged = grip is not None and grip.dragging
        refused = self._named.get(self.refused)
        self.stage.draw(surface, self.parts, Handled(focused if shown else None, refused, lifted, air, dragged))
