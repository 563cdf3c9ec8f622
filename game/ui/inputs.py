"""What people do, in a few frozen values: the one module that reads pygame's events.

Everything behind it speaks of presses, keys and texts in logical px, whatever they came from. A finger and a mouse
make the same inputs; the mouse events that SDL invents for a finger are dropped, so that one touch is one press.
"""

import math
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pygame

LONG_PRESS: Final = 0.5
"""Seconds that a press stays in its place before it is a long press."""

_DOUBLE: Final = 0.4  # seconds between the presses of a double press
_STILL: Final = 12.0  # logical px that a resting finger may tremble
_WHEEL_LINES: Final = 3.0


@dataclass(frozen=True, slots=True)
class Press:
    """A button or finger went down at (x, y), logical px; `clicks` counts quick presses on one spot from 1."""

    x: float
    y: float
    clicks: int = 1
    shift: bool = False
    touch: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """The pointer is now at (x, y); `held` while the button or finger is down."""

    x: float
    y: float
    held: bool = False
    touch: bool = False


@dataclass(frozen=True, slots=True)
class Release:
    """The button or finger went up at (x, y)."""

    x: float
    y: float
    touch: bool = False


@dataclass(frozen=True, slots=True)
class LongPress:
    """The press at (x, y) has stayed in its place for LONG_PRESS seconds. Its release still follows."""

    x: float
    y: float
    touch: bool = False


@dataclass(frozen=True, slots=True)
class Cancel:
    """The press is over without a release: the window lost the pointer."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A turn of the wheel over (x, y); positive `lines` go towards the end of what is read."""

    x: float
    y: float
    lines: float


@dataclass(frozen=True, slots=True)
class Key:
    """A key went down, or repeats: `name` as "a", "7", "enter", "page down", "f11". `ctrl` is Command on a Mac."""

    name: str
    ctrl: bool = False
    shift: bool = False
    alt: bool = False

    @property
    def chord(self) -> str:
        """The key with its modifiers in one word, as parts name their shortcuts: "ctrl+shift+z"."""
        held = ("ctrl+" if self.ctrl else "") + ("alt+" if self.alt else "") + ("shift+" if self.shift else "")
        return held + self.name

    @property
    def types(self) -> bool:
        """Whether it makes a letter or a space where something is written: its Text follows."""
        return not self.ctrl and not self.alt and (len(self.name) == 1 or self.name == "space")


@dataclass(frozen=True, slots=True)
class Text:
    """Finished text from the keyboard, a dead key or an input method."""

    text: str


@dataclass(frozen=True, slots=True)
class PreEdit:
    """Text that an input method is still making; `start` is its caret. Empty text: it has been given up."""

    text: str
    start: int = 0


@dataclass(frozen=True, slots=True)
class Resize:
    """The window has another size, or has moved to a screen of another density."""


@dataclass(frozen=True, slots=True)
class Uncover:
    """The window has been covered and must show its picture again."""


@dataclass(frozen=True, slots=True)
class Quit:
    """The window is to close."""


@dataclass(frozen=True, slots=True)
class DropFile:
    """A file was dropped on the window."""

    path: str


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has passed; `now` in seconds of the program's clock."""

    now: float


Input = (
    Press
    | Move
    | Release
    | LongPress
    | Cancel
    | Wheel
    | Key
    | Text
    | PreEdit
    | Resize
    | Uncover
    | Quit
    | DropFile
    | Tick
)

_NAMES: Final = {
    pygame.K_RETURN: "enter",
    pygame.K_KP_ENTER: "enter",
    pygame.K_ESCAPE: "escape",
    pygame.K_TAB: "tab",
    pygame.K_SPACE: "space",
    pygame.K_BACKSPACE: "backspace",
    pygame.K_DELETE: "delete",
    pygame.K_INSERT: "insert",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_PAGEUP: "page up",
    pygame.K_PAGEDOWN: "page down",
    pygame.K_KP_PLUS: "+",
    pygame.K_KP_MINUS: "-",
    **{getattr(pygame, f"K_F{n}"): f"f{n}" for n in range(1, 13)},
}
_KEYPAD: Final = {getattr(pygame, f"K_KP{n}"): str(n) for n in range(10)}
_KEYPAD_MOVES: Final = {
    "1": "end", "2": "down", "3": "page down", "4": "left", "6": "right", "7": "home", "8": "up", "9": "page up",
    "0": "insert",
}  # fmt: skip


def _key_name(key: int, scancode: int, mod: int) -> str:
    if key in _NAMES:
        return _NAMES[key]
    if key in _KEYPAD:
        digit = _KEYPAD[key]
        return digit if mod & pygame.KMOD_NUM else _KEYPAD_MOVES.get(digit, "")
    # On a Cyrillic or Greek layout Ctrl+Z has no Latin letter: the place of the key says what is meant.
    if mod & pygame.KMOD_CTRL and key > 0x24F and pygame.KSCAN_A <= scancode <= pygame.KSCAN_Z:
        return chr(ord("a") + scancode - pygame.KSCAN_A)
    return chr(key).lower() if 0x20 < key < 0x110000 and chr(key).isprintable() else ""


@dataclass(slots=True)
class _Down:
    x: float
    y: float
    since: float
    touch: bool
    still: bool = True


class Reader:
    """Reads pygame events one by one and keeps what they take for granted: where the pointer is, what is held.

    `fit` must be told the window's size before the first event and after each change of it.
    """

    def __init__(self) -> None:
        self._to_logical = 1.0
        self._size = (1.0, 1.0)
        self._pointer = (-1.0, -1.0)
        self._down: _Down | None = None
        self._finger: tuple[int, int] | None = None
        self._last = (-math.inf, 0.0, 0.0, 0)  # when, x, y and count of the latest press
        self._shift = False

    def fit(self, window: tuple[int, int], surface: tuple[int, int], scale: float) -> None:
        """`window` in the points that mouse events count in, `surface` in device px, `scale` device px a logical px."""
        self._to_logical = surface[0] / max(window[0], 1) / scale
        self._size = (surface[0] / scale, surface[1] / scale)

    def read(self, event: pygame.Event, now: float) -> Iterator[Input]:
        """The inputs that one event means, mostly none or one."""
        kind = event.type
        if kind == pygame.MOUSEMOTION:
            if not getattr(event, "touch", False):
                yield self._moved(*self._at(event.pos), touch=False)
        elif kind == pygame.MOUSEBUTTONDOWN:
            if event.button == 1 and not getattr(event, "touch", False):
                yield self._pressed(*self._at(event.pos), now, touch=False)
        elif kind == pygame.MOUSEBUTTONUP:
            if event.button == 1 and not getattr(event, "touch", False):
                yield from self._released(*self._at(event.pos), touch=False)
        elif kind == pygame.FINGERDOWN:
            if self._finger is None:
                self._finger = (event.touch_id, event.finger_id)
                yield self._pressed(*self._under(event), now, touch=True)
        elif kind == pygame.FINGERMOTION:
            if self._finger == (event.touch_id, event.finger_id):
                yield self._moved(*self._under(event), touch=True)
        elif kind == pygame.FINGERUP:
            if self._finger == (event.touch_id, event.finger_id):
                self._finger = None
                yield from self._released(*self._under(event), touch=True)
        elif kind == pygame.MOUSEWHEEL:
            lines = -getattr(event, "precise_y", event.y) * _WHEEL_LINES
            if lines and not getattr(event, "touch", False):
                yield Wheel(*self._pointer, -lines if getattr(event, "flipped", False) else lines)
        elif kind in (pygame.KEYDOWN, pygame.KEYUP):
            self._shift = bool(event.mod & pygame.KMOD_SHIFT)
            if kind == pygame.KEYDOWN:
                yield from self._typed(event)
        elif kind == pygame.TEXTINPUT:
            if event.text:
                yield Text(event.text)
        elif kind == pygame.TEXTEDITING:
            yield PreEdit(event.text, event.start)
        elif kind in (pygame.WINDOWSIZECHANGED, pygame.WINDOWDISPLAYCHANGED):
            yield Resize()
        elif kind == pygame.WINDOWEXPOSED:
            yield Uncover()
        elif kind == pygame.WINDOWLEAVE:
            if self._down is None:
                self._pointer = (-1.0, -1.0)
                yield Move(-1.0, -1.0)
        elif kind == pygame.WINDOWFOCUSLOST:
            self._shift = False
            if self._down is not None:
                self._down = self._finger = None
                yield Cancel()
        elif kind == pygame.DROPFILE:
            yield DropFile(event.file)
        elif kind == pygame.QUIT:
            yield Quit()

    def tick(self, now: float) -> Iterator[Input]:
        """What time alone brings about: a press that has lasted, and always the tick itself, last."""
        if self._down is not None and self._down.still and now - self._down.since >= LONG_PRESS:
            self._down.still = False
            yield LongPress(self._down.x, self._down.y, self._down.touch)
        yield Tick(now)

    def _at(self, position: tuple[float, float]) -> tuple[float, float]:
        return position[0] * self._to_logical, position[1] * self._to_logical

    def _under(self, event: pygame.Event) -> tuple[float, float]:
        return event.x * self._size[0], event.y * self._size[1]

    def _pressed(self, x: float, y: float, now: float, touch: bool) -> Press:
        when, last_x, last_y, count = self._last
        again = now - when <= _DOUBLE and math.hypot(x - last_x, y - last_y) <= _STILL
        clicks = count + 1 if again else 1
        self._last = (now, x, y, clicks)
        self._pointer = (x, y)
        self._down = _Down(x, y, now, touch)
        return Press(x, y, clicks, self._shift, touch)

    def _moved(self, x: float, y: float, touch: bool) -> Move:
        self._pointer = (x, y)
        held = self._down is not None and self._down.touch == touch
        if self._down is not None and math.hypot(x - self._down.x, y - self._down.y) > _STILL:
            self._down.still = False
        return Move(x, y, held, touch)

    def _released(self, x: float, y: float, touch: bool) -> Iterator[Input]:
        if self._down is not None and self._down.touch == touch:
            self._down = None
            yield Release(x, y, touch)

    def _typed(self, event: pygame.Event) -> Iterator[Input]:
        mod = event.mod
        name = _key_name(event.key, getattr(event, "scancode", 0), mod)
        if not name:
            return
        # AltGr makes @ and { on Nordic keyboards; Windows reports it as Ctrl and Alt together.
        makes_text = bool(mod & (pygame.KMOD_RALT | pygame.KMOD_MODE)) and sys.platform != "darwin"
        command = pygame.KMOD_META if sys.platform == "darwin" else pygame.KMOD_CTRL
        yield Key(
            name,
            ctrl=bool(mod & command) and not makes_text,
            shift=bool(mod & pygame.KMOD_SHIFT),
            alt=bool(mod & pygame.KMOD_ALT) and not makes_text,
        )
