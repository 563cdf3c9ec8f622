"""A part of the screen: something with a place, a picture and words, and perhaps something that it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass, field
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import pygame

from game.ui.inputs import Input
from game.ui.look import Box, Look

if TYPE_CHECKING:  # scenes are made of parts, and what a press answers may name a scene
    from game.ui.scene import Next
    from game.ui.scroll import ScrollArea


@dataclass(frozen=True, slots=True)
class State:
    """How a part is being handled at this moment; its picture may depend on it.

    `lifted`: chosen, or carried to another place. `target`: would take what is lifted. `over`: what is lifted would
    land here if it were let go now.
    """

    hover: bool = False
    pressed: bool = False
    focused: bool = False
    lifted: bool = False
    target: bool = False
    over: bool = False


AT_REST: Final = State()


class Outcome(NamedTuple):
    """Whether an input was made use of, whether the scene may have changed by it, and what happens next."""

    taken: bool
    acted: bool = False
    next: Next | None = None


PASSED: Final = Outcome(False)
TAKEN: Final = Outcome(True)


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a part that was not there before comes in, `delay` ms after the others.

    rise: fades in and up, as a sheet does. fly: from `origin`, as a piece from the tray. unfold: opens from a fold.
    """

    how: Literal["rise", "fly", "unfold"] = "rise"
    delay: int = 0
    origin: Box | None = None


@dataclass(eq=False)
class Part:
    """One thing on the screen. Kinds of parts with a picture of their own override `draw`; others are given `paint`.

    Parts are listed in reading order: the order of Tab, and of drawing, later ones on top. They are made anew whenever
    the scene changes and known again by `name`, so names must be stable and no two alike.
    """

    name: str
    """A stable id for the focus and for tests: "note-12"."""
    box: Box
    """Where it is, logical px."""
    label: str = ""
    """Its words, as a person would read them out. Whatever can be pressed has them."""
    press: Callable[[], Next | None] | None = None
    """What a press does. None: nothing; a part with `drag` is then picked up by a press."""
    _: KW_ONLY
    paint: Callable[[pygame.Surface, Look, Part], None] | None = None
    """Draws it. The part's `box` and `state` are to be read from the part that is given."""
    refusal: str = ""
    """Why it cannot be pressed now. It still takes focus and press, and then these words are shown."""
    drag: object = None
    """What is carried when it is picked up. None: it stays where it is."""
    drop: Callable[[object], Callable[[], Next | None] | None] | None = None
    """Asked with what is carried: what dropping it here does, or None if it cannot land here."""
    keys: tuple[str, ...] = ()
    """Chords that press it from anywhere: ("ctrl+z",), ("7",), ("escape",)."""
    group: str = ""
    """Arrow keys move among the parts of a group, Tab between groups. A part without a group stands alone."""
    selected: bool = False
    """Chosen among its group: drawn so, and the one that Tab enters the group at."""
    focusable: bool = True
    """False: never gets the focus, though it may be pressed (a scrim, a place reached by another key)."""
    solid: bool = False
    """Takes presses away from what lies under it even if it does nothing itself."""
    layer: Literal["static", "moving"] = "static"
    """"static" is drawn once and kept; "moving" is drawn over it in every frame."""
    radius: float = 12
    """Of its corners, for the focus ring and the outlines."""
    inside: Callable[[float, float], bool] | None = None
    """Which points belong to it, where that is not its box."""
    outline: Callable[[pygame.Surface, Look, str, float], None] | None = None
    """Draws its outline in a colour role and a width, where that is not a rounded box: for focus and drop target."""
    clip: Box | None = None
    """The part of the screen in which it is seen; `None`: all of it."""
    scroller: ScrollArea | None = None
    """The area that it scrolls with."""
    glides: bool = False
    """Moves to a new place instead of jumping there."""
    arrival: Arrival | None = None
    """How it comes in when it was not there before."""
    state: State = field(default=AT_REST, init=False)
    """Set by the screen."""

    takes_text = False
    """True: typing belongs to it while it has the focus, so that plain keys are no shortcuts then."""
    takes_pointer = False
    """True: it is given Press, Move and Release itself instead of being pressed or dragged."""

    @property
    def spoken(self) -> str:
        """What can be read on it now: its label, or in a text box what is written."""
        return self.label

    @property
    def active(self) -> bool:
        """Whether a press or the focus is for it at all."""
        return bool(self.press or self.refusal or self.drag is not None or self.takes_pointer or self.takes_text)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point belongs to it and can be seen."""
        if self.clip is not None and not self.clip.contains(x, y):
            return False
        return self.inside(x, y) if self.inside else self.box.contains(x, y)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Draw what lies still, in `box` and by `state`."""
        if self.paint is not None:
            self.paint(surface, look, self)

    def draw_moving(self, surface: pygame.Surface, look: Look) -> None:
        """Draw what moves on top of it, as the caret. Called in every frame."""

    def take(self, given: Input, look: Look) -> Outcome:
        """Use an input meant for it: keys and text while it has the focus, the pointer if `takes_pointer`."""
        return PASSED

    def tick(self, now: float) -> bool:
        """Let time pass; True if `draw_moving`, or the picture of a moving part, now differs."""
        return False

    def caret_box(self, look: Look) -> Box:
        """Where the input method shows its candidates: beside the caret of a part that `takes_text`."""
        return self.box

    def follow(self, before: Part) -> None:
        """Take over from the part of the same name that it replaces what was no part of the scene: how far it was
        scrolled, what its caret was doing."""
