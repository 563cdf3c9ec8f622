"""What one presses: buttons, segments, check boxes, steppers, chips and rows.

Sizes follow the text, never the other way round: `Button.natural(look, ...)` and its like say how much room a thing
wants, and a scene lays out with that.
"""

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Final, Literal, TypeVar

import pygame

from game.ui import paint
from game.ui.fonts import draw_text, line_height, text_height, width
from game.ui.icons import draw_icon
from game.ui.look import Box, Look, Style
from game.ui.paint import Paint
from game.ui.papers import Words
from game.ui.part import Part
from game.ui.scene import Next

Press = Callable[[], Next | None]
K = TypeVar("K")

_ICON: Final = 30.0
_ICON_GAP: Final = 14.0
_PAD: Final = {"primary": 32.0, "plain": 26.0, "quiet": 26.0}

# Buttons


def _state(part: Part) -> str:
    """The name of the body that a part's state asks for."""
    if part.refusal:
        return "disabled"
    if part.state.pressed:
        return "pressed"
    if part.selected:
        return "selected"
    return "hover" if part.state.hover else "rest"


@dataclass(eq=False)
class Button(Part):
    """A button: its label, an icon before it, an arrow after it where it leads on.

    `kind`: one primary on a screen, plain ones, and quiet ones of words alone. `bare` shows only the icon. `spread`
    puts the words at the left edge and the arrow at the right one.
    """

    _: KW_ONLY
    kind: Literal["primary", "plain", "quiet"] = "plain"
    icon: str = ""
    arrow: bool = False
    bare: bool = False
    spread: bool = False

    @staticmethod
    def natural(
        look: Look, label: str, kind: str = "plain", icon: str = "", arrow: bool = False
    ) -> tuple[float, float]:
        """The width and height such a button wants, logical px."""
        side = look.control("primary" if kind == "primary" else "control")
        beside = (_ICON + _ICON_GAP) * ((1 if icon else 0) + (1 if arrow else 0))
        high = max(side, line_height(look, "button") + 28)
        return max(side, width(look, label, "button") + beside + 2 * _PAD[kind]), high

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        state = _state(self)
        role = paint.button(surface, look, self.box, self.kind, state)
        box = self.box.moved(0, paint.PRESSED_DOWN) if state == "pressed" else self.box
        if self.bare:
            draw_icon(surface, look, self.icon, *box.centre, _ICON, role)
            return
        before = _ICON + _ICON_GAP if self.icon else 0.0
        after = _ICON + _ICON_GAP if self.arrow else 0.0
        room = box.w - before - after - 24
        words = min(width(look, self.label, "button"), room)
        pad = _PAD[self.kind]
        left = box.x + pad if self.spread else box.x + (box.w - before - words - after) / 2
        middle = box.centre[1]
        if self.icon:
            draw_icon(surface, look, self.icon, left + _ICON / 2, middle, _ICON, role)
        text = Box(left + before, box.y, words + 1, box.h)
        draw_text(surface, look, text, self.label, "button", role, valign="middle")
        if self.arrow:
            at = box.right - pad - _ICON / 2 if self.spread else text.right + _ICON_GAP + _ICON / 2
            draw_icon(surface, look, "next", at, middle, _ICON, role)


def icon_button(
    name: str,
    look: Look,
    x: float,
    y: float,
    icon: str,
    label: str,
    press: Press | None,
    refusal: str = "",
    keys: tuple[str, ...] = (),
    group: str = "",
) -> Button:
    """A square button that shows only an icon; its label is for tests and readers."""
    side = look.control("icon_button")
    box = Box(x, y, side, side)
    return Button(name, box, label, press, icon=icon, bare=True, refusal=refusal, keys=keys, group=group)


def button_row(
    look: Look, right: float, middle: float, buttons: Sequence[Button], gap: float = 20
) -> list[Button]:
    """The buttons beside each other in their natural sizes, the last one ending at `right`, centred on `middle`."""
    for button in reversed(buttons):
        if button.bare:
            w = h = look.control("icon_button")
        else:
            w, h = Button.natural(look, button.label, button.kind, button.icon, button.arrow)
        button.box = Box(right - w, middle - h / 2, w, h)
        right -= w + gap
    return list(buttons)


@dataclass(eq=False)
class Row(Part):
    """A line of a list that can be pressed: an icon or picture, a title, smaller lines under it.

    `edge` draws it as a raised card even when it is not chosen. `leading` draws instead of the icon, in a square.
    """

    _: KW_ONLY
    details: tuple[str, ...] = ()
    icon: str = ""
    edge: bool = True
    leading: Callable[[pygame.Surface, Look, Box], None] | None = None

    @staticmethod
    def height(look: Look, title: str, details: Sequence[str], width: float, picture: bool = True) -> float:
        """How high the row is at this width."""
        room = width - 48 - (64 if picture else 0)
        texts = text_height(look, title, "read_strong", room)
        texts += sum(text_height(look, line, "small", room) for line in details)
        return max(look.target_min, texts + 32)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        state = _state(self)
        role = "ink"
        if self.edge or state in ("selected", "disabled"):
            if self.edge and state in ("rest", "hover"):
                paint.shadow(surface, look, self.box, "rest", look.radius("control"))
            role = paint.button(surface, look, self.box, "plain", state)
        elif state != "rest":
            role = paint.button(surface, look, self.box, "quiet", state)
        box = self.box.moved(0, paint.PRESSED_DOWN) if state == "pressed" else self.box
        left = box.x + 24
        if self.icon or self.leading is not None:
            square = Box(left, box.centre[1] - 24, 48, 48)
            if self.leading is not None:
                self.leading(surface, look, square)
            else:
                draw_icon(surface, look, self.icon, square.x + 20, square.centre[1], 36, role)
            left += 64
        room = box.right - 24 - left
        title = text_height(look, self.label, "read_strong", room)
        heights = [text_height(look, line, "small", room) for line in self.details]
        top = box.centre[1] - (title + sum(heights)) / 2
        draw_text(surface, look, Box(left, top, room, title), self.label, "read_strong", role)
        top += title
        for line, height in zip(self.details, heights, strict=True):
            draw_text(surface, look, Box(left, top, room, height), line, "small", "ink_muted")
            top += height


# Choices


@dataclass(eq=False)
class CheckBox(Part):
    """A box with its words beside it; the whole cell is the target."""

    _: KW_ONLY
    checked: bool = False
    style: str = "body"

    @staticmethod
    def height(look: Look, label: str, width: float, style: str = "body") -> float:
        return max(56.0, text_height(look, label, style, width - 72))

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        square = Box(self.box.x, self.box.centre[1] - 28, 56, 56)
        state = _state(self)
        role = "ink"
        if state == "disabled":
            role = paint.button(surface, look, square, "plain", state)
        elif self.checked:
            fill = "primary_hover" if state in ("hover", "pressed") else "primary"
            paint.plate(surface, look, square, fill, look.radius("control"))
        else:
            paint.button(surface, look, square, "plain", state)
        if self.checked:
            mark = "ink_muted" if state == "disabled" else "on_primary"
            draw_icon(surface, look, "check", *square.centre, 36, mark)
        beside = Box(square.right + 16, self.box.y, self.box.w - 72, self.box.h)
        draw_text(surface, look, beside, self.label, self.style, role, valign="middle")


@dataclass(eq=False)
class _Segment(Part):
    """One of the parts of a frame."""

    _: KW_ONLY
    icon: str = ""

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        inner = self.box.inset(4)
        role = "on_primary" if self.selected else "ink"
        hovered = self.state.hover or self.state.pressed
        if self.selected:
            paint.plate(surface, look, inner, "primary_hover" if hovered else "primary", self.radius - 4)
        elif hovered:
            paint.plate(surface, look, inner, "sunken", self.radius - 4)
        if self.refusal:
            role = "ink_muted"
        if self.icon:
            draw_icon(surface, look, self.icon, *self.box.centre, _ICON, role)
        else:
            draw_text(surface, look, self.box.inset(6, 0), self.label, "button", role, "centre", "middle")


@dataclass(eq=False)
class _Frame(Part):
    def draw(self, surface: pygame.Surface, look: Look) -> None:
        paint.plate(surface, look, self.box, "raised", self.radius, "edge", look.stroke("control"))


def segments(
    name: str,
    box: Box,
    look: Look,
    options: Sequence[tuple[K, str]],
    chosen: K | None,
    choose: Callable[[K], Next | None],
    icons: dict[K, str] | None = None,
    refusal: str = "",
) -> list[Part]:
    """A frame with one part for each option; the chosen one is filled. Arrow keys move among them.

    The parts share the box by the length of their words. Their names are `name` and the option after a dot.
    """
    icons = icons or {}
    wants = [(_ICON if key in icons else width(look, label, "button")) + 40 for key, label in options]
    spare = (box.w - sum(wants)) / max(1, len(wants))
    parts: list[Part] = [_Frame(name, box, focusable=False, radius=look.radius("control"))]
    x = box.x
    for (key, label), want in zip(options, wants, strict=True):
        part = _Segment(
            f"{name}.{key}",
            Box(x, box.y, want + spare, box.h),
            label,
            _chooser(choose, key),
            icon=icons.get(key, ""),
            group=name,
            selected=key == chosen,
            radius=look.radius("control"),
            refusal=refusal,
        )
        x += want + spare
        parts.append(part)
    return parts


def segments_width(look: Look, labels: Sequence[str]) -> float:
    """The width that a frame with these words wants."""
    return sum(width(look, label, "button") + 64 for label in labels)


def _chooser(choose: Callable[[K], Next | None], key: K) -> Press:
    return lambda: choose(key)


def stepper(
    name: str,
    box: Box,
    look: Look,
    caption: str,
    value: str,
    less: tuple[str, Press | None, str],
    more: tuple[str, Press | None, str],
) -> list[Part]:
    """A value with a button to lessen and one to raise it, each given as (label, press, refusal)."""
    side = look.control("icon_button")
    top = box.y + (box.h - side) / 2
    small = line_height(look, "small")
    words = box.w - 2 * side - 36
    lead = Style(36, 40, 600, tabular=True)
    high = small + line_height(look, lead)
    y = box.y + (box.h - high) / 2
    left, right = box.right - 2 * side - 12, box.right - side
    return [
        Words(f"{name}.caption", Box(box.x, y, words, small), caption, style="small", role="ink_muted"),
        Words(f"{name}.value", Box(box.x, y + small, words, line_height(look, lead)), value, style=lead),
        icon_button(f"{name}.less", look, left, top, "minus", less[0], less[1], less[2], group=name),
        icon_button(f"{name}.more", look, right, top, "plus", more[0], more[1], more[2], group=name),
    ]


@dataclass(eq=False)
class Chip(Part):
    """A small thing that belongs to another: a card, a group, a suggestion.

    `kind`: plain with an edge, soft without one, dashed for a place to add one, filled with `tint`. `removes` shows
    the cross: a press then takes it away.
    """

    _: KW_ONLY
    kind: Literal["plain", "soft", "dashed", "filled"] = "plain"
    icon: str = ""
    tint: str = "primary"
    removes: bool = False

    HEIGHT = 48.0

    @staticmethod
    def natural(look: Look, label: str, icon: str = "", removes: bool = False) -> tuple[float, float]:
        """The width and height the chip wants, logical px."""
        beside = (36 if icon else 0) + (34 if removes else 0)
        return width(look, label, "read_strong") + 32 + beside, max(Chip.HEIGHT, line_height(look, "read_strong") + 14)

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        r = look.radius("chip")
        hovered = self.state.hover or self.state.pressed
        role: Paint = "ink_muted" if self.refusal else "ink"
        if self.refusal or self.kind == "dashed":
            paint.dashed(surface, look, self.box, r, fill="sunken" if hovered else None)
        elif self.selected:
            paint.selected(surface, look, self.box, r)
        elif self.kind == "filled":
            paint.plate(surface, look, self.box, self.tint, r)
            role = "on_" + self.tint if ":" not in self.tint else self.tint + ":on"
        elif self.kind == "soft":
            paint.plate(surface, look, self.box, "sunken", r, "edge" if look.contrast else None, 2)
        else:
            fill = "sunken" if hovered else "raised"
            paint.plate(surface, look, self.box, fill, r, "edge", look.stroke("control"))
        x, middle = self.box.x + 16, self.box.centre[1]
        if self.icon:
            draw_icon(surface, look, self.icon, x + 12, middle, 26, role)
            x += 36
        end = self.box.right - 16
        if self.removes:
            draw_icon(surface, look, "close", end - 10, middle, 22, role)
            end -= 34
        words = Box(x, self.box.y, end - x + 1, self.box.h)
        draw_text(surface, look, words, self.label, "read_strong", role, valign="middle")


def flow(look: Look, box: Box, chips: Sequence[Part], gap: float = 12) -> float:
    """Lay the chips out in lines from the box's upper left corner; returns where the last line ends, logical px.

    What can be pressed is at least as high as a press needs; a chip wider than the box takes several lines of words.
    Parts that are no chips are small squares.
    """
    x, y, line = box.x, box.y, 0.0
    for part in chips:
        wide, high = Chip.HEIGHT, Chip.HEIGHT
        if isinstance(part, Chip):
            wide, high = Chip.natural(look, part.label, part.icon, part.removes)
            if wide > box.w:
                beside = 33 + (36 if part.icon else 0) + (34 if part.removes else 0)
                wide, high = box.w, text_height(look, part.label, "read_strong", box.w - beside) + 18
        if part.active:
            wide, high = max(wide, look.target_min), max(high, look.target_min)
        if x > box.x and x + wide > box.right:
            x, y, line = box.x, y + line + gap, 0.0
        part.box = Box(x, y, wide, high)
        x += wide + gap
        line = max(line, high)
    return y + line
