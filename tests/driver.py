"""Drives the program by posted events, as a person would: by mouse, finger or keys, and reads what is on screen."""

import string
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pygame

from game.ui.app import App
from game.ui.look import Box
from game.ui.part import Part
from game.ui.textbox import TextBox

_KEYS = {
    "enter": pygame.K_RETURN,
    "escape": pygame.K_ESCAPE,
    "tab": pygame.K_TAB,
    "space": pygame.K_SPACE,
    "backspace": pygame.K_BACKSPACE,
    "delete": pygame.K_DELETE,
    "insert": pygame.K_INSERT,
    "left": pygame.K_LEFT,
    "right": pygame.K_RIGHT,
    "up": pygame.K_UP,
    "down": pygame.K_DOWN,
    "home": pygame.K_HOME,
    "end": pygame.K_END,
    "page up": pygame.K_PAGEUP,
    "page down": pygame.K_PAGEDOWN,
    **{f"f{n}": getattr(pygame, f"K_F{n}") for n in range(1, 13)},
}
_MODS = {"ctrl": pygame.KMOD_LCTRL, "shift": pygame.KMOD_LSHIFT, "alt": pygame.KMOD_LALT}


class Clock:
    """The program's time: it passes only when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Driver:
    """A person at the screen of `app`. What went wrong in a scene is raised here instead of being shown.

    `clock` is the one the app was made with, if time is to pass.
    """

    def __init__(self, app: App, clock: Clock | None = None) -> None:
        self.app = app
        self.clock = clock
        self.post()

    # Looking

    def texts(self) -> list[str]:
        """Everything that can be read on the scene in front, in reading order."""
        return [part.spoken for part in self.app.screen.parts if part.spoken]

    def sees(self, text: str) -> bool:
        """Whether `text` stands somewhere on the scene in front."""
        return any(text in spoken for spoken in self.texts())

    def find(self, name_or_label: str) -> Part:
        """The part of this name, or the first with this label that can be pressed. Raises AssertionError if there
        is none, with what there is.
        """
        part = self.app.screen.part(name_or_label)
        if part is not None:
            return part
        labelled = [part for part in self.app.screen.parts if part.label == name_or_label]
        for part in [part for part in labelled if part.active] + labelled:
            return part
        names = ", ".join(f"{part.name} ({part.label})" for part in self.app.screen.parts if part.active)
        raise AssertionError(f"nothing is called {name_or_label!r}; to press there are: {names}")

    @property
    def focus(self) -> str:
        """The name of the part that has the focus."""
        return self.app.screen.focus

    def shot(self, path: Path | str) -> None:
        """Write what the window shows into a PNG file."""
        pygame.image.save(self.app.surface, str(path))

    # Doing

    def post(self, *events: pygame.Event) -> None:
        """Let these events happen and a frame be drawn."""
        self.app.step(events)
        if self.app.fault is not None:
            raise self.app.fault

    def wait(self, seconds: float, frames: int = 1) -> None:
        """Let time pass, in so many frames."""
        assert self.clock is not None, "time passes only with a clock"
        for _ in range(frames):
            self.clock.now += seconds / frames
            self.post()

    def at(self, name_or_label: str) -> tuple[float, float]:
        """A point of the part that a press would hit, logical px."""
        part = self.find(name_or_label)
        for point in _points(part.box):
            if part.holds(*point) and self.app.screen.under(*point) is part:
                return point
        for point in _points(part.box):
            if part.holds(*point):
                return point
        return part.box.centre

    def press(self, name_or_label: str) -> None:
        """Press a part with the mouse. A part scrolled out of sight is scrolled to first."""
        part = self.find(name_or_label)
        if part.scroller is not None:
            self.app.screen.bring_to_sight(part)
            self.post()
        self.click(*self.at(name_or_label))

    def click(self, x: float, y: float, times: int = 1) -> None:
        """Press at a point in logical px; `times` quickly one after the other."""
        for _ in range(times):
            self.post(self._mouse(pygame.MOUSEMOTION, x, y, buttons=(0, 0, 0)))
            self.post(self._mouse(pygame.MOUSEBUTTONDOWN, x, y, button=1))
            self.post(self._mouse(pygame.MOUSEBUTTONUP, x, y, button=1))

    def drag(self, thing: str, place: str) -> None:
        """Drag one part onto another with the mouse."""
        self.stroke(self.at(thing), self.at(place))

    def stroke(self, start: tuple[float, float], end: tuple[float, float], drop: bool = True) -> None:
        """Press at one point, move to another in four moves, let go there (unless `drop` is False)."""
        self.post(self._mouse(pygame.MOUSEBUTTONDOWN, *start, button=1))
        for i in range(1, 5):
            x, y = (a + (b - a) * i / 4 for a, b in zip(start, end, strict=True))
            self.post(self._mouse(pygame.MOUSEMOTION, x, y, buttons=(1, 0, 0)))
        if drop:
            self.post(self._mouse(pygame.MOUSEBUTTONUP, *end, button=1))

    def finger(self, name_or_label: str, to: str | None = None) -> None:
        """Press a part with a finger, or drag it `to` another; SDL's own mouse events for the finger come along."""
        start = self.at(name_or_label)
        end = self.at(to) if to is not None else start
        self.swipe(start, end)

    def swipe(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Put a finger down at one point, move it to another, lift it."""
        self.post(self._finger(pygame.FINGERDOWN, *start), self._invented(pygame.MOUSEBUTTONDOWN, *start))
        if start != end:
            for i in range(1, 5):
                x, y = (a + (b - a) * i / 4 for a, b in zip(start, end, strict=True))
                self.post(self._finger(pygame.FINGERMOTION, x, y), self._invented(pygame.MOUSEMOTION, x, y))
        self.post(self._finger(pygame.FINGERUP, *end), self._invented(pygame.MOUSEBUTTONUP, *end))

    def wheel(self, name_or_label: str, notches: int) -> None:
        """Turn the wheel over a part; positive goes towards the end of what is read."""
        self.post(self._mouse(pygame.MOUSEMOTION, *self.at(name_or_label), buttons=(0, 0, 0)))
        self.post(pygame.Event(pygame.MOUSEWHEEL, x=0, y=-notches, precise_y=float(-notches), flipped=False))

    def key(self, *chords: str) -> None:
        """Press keys: "enter", "ctrl+z", "shift+tab", "7". A single sign without a modifier is typed as text too."""
        for chord in chords:
            *mods, name = chord.split("+") if chord != "+" else ["+"]
            code = _KEYS.get(name) or pygame.key.key_code(name)
            mod = sum(_MODS[held] for held in mods)
            events = [pygame.Event(pygame.KEYDOWN, key=code, mod=mod, unicode="", scancode=0)]
            typed = " " if name == "space" else name
            if len(typed) == 1 and not mod and self.app.screen.writing is not None:
                events.append(pygame.Event(pygame.TEXTINPUT, text=typed))
            self.post(*events, pygame.Event(pygame.KEYUP, key=code, mod=0, scancode=0))

    def type(self, text: str) -> None:
        """Type text where the focus is, as a keyboard does: each letter as a key and as text, a line end as Enter."""
        for letter in text:
            if letter == "\n":
                self.key("enter")
                continue
            events = [pygame.Event(pygame.TEXTINPUT, text=letter)]
            if letter.lower() in string.ascii_lowercase + string.digits:
                mod = pygame.KMOD_LSHIFT if letter.isupper() else 0
                events.insert(0, pygame.Event(pygame.KEYDOWN, key=ord(letter.lower()), mod=mod, scancode=0))
                events.append(pygame.Event(pygame.KEYUP, key=ord(letter.lower()), mod=0, scancode=0))
            self.post(*events)

    def write(self, name_or_label: str, text: str) -> None:
        """Press a text box and put `text` in the place of what is in it."""
        part = self.find(name_or_label)
        assert isinstance(part, TextBox), f"{name_or_label} is no text box"
        self.press(name_or_label)
        self.key("ctrl+a")
        if text:
            self.type(text)
        else:
            self.key("delete")

    def tab_to(self, name_or_label: str) -> None:
        """Go to a part with Tab, and with the arrows inside its group. Raises AssertionError if no key leads there."""
        part = self.find(name_or_label)
        visited: list[str] = []
        for _ in range(2 * len(self.app.screen.parts) + 2):
            here = self.app.screen.part(self.focus)
            if self.focus == part.name:
                return
            if here is not None and part.group and here.group == part.group:
                if self._walk_to(part):
                    return
                break
            visited.append(self.focus)
            self.key("tab")
        raise AssertionError(f"no key leads to {part.name}; Tab went to {visited}")

    def _walk_to(self, part: Part) -> bool:
        """Walk by arrows inside a group: towards the part, else whichever way has not been tried from here."""
        tried: set[tuple[str, str]] = set()
        while self.focus != part.name:
            ways = [arrow for arrow in self._towards(part) if (self.focus, arrow) not in tried]
            if not ways:
                return False
            tried.add((self.focus, ways[0]))
            self.key(ways[0])
        return True

    def _towards(self, part: Part) -> Sequence[str]:
        x, y = self.find(self.focus).box.centre
        dx, dy = part.box.centre[0] - x, part.box.centre[1] - y
        across = ["right", "left"] if dx > 0 else ["left", "right"]
        along = ["down", "up"] if dy > 0 else ["up", "down"]
        first, second = (across, along) if abs(dx) > abs(dy) else (along, across)
        return [first[0], second[0], second[1], first[1]]

    def resize(self, width: int, height: int) -> None:
        """Give the window another size, in device px."""
        self.app.window.size = (width, height)
        self.post(pygame.Event(pygame.WINDOWSIZECHANGED, x=width, y=height))

    # Events

    def _device(self, x: float, y: float) -> tuple[int, int]:
        points = self.app.window.size[0] / self.app.surface.get_width() * self.app.look.scale
        return round(x * points), round(y * points)

    def _mouse(self, kind: int, x: float, y: float, **more: Any) -> pygame.Event:
        return pygame.Event(kind, pos=self._device(x, y), touch=False, **more)

    def _invented(self, kind: int, x: float, y: float) -> pygame.Event:
        """What SDL makes of a finger beside the finger's own event."""
        more: dict[str, Any] = {"buttons": (1, 0, 0)} if kind == pygame.MOUSEMOTION else {"button": 1}
        return pygame.Event(kind, pos=self._device(x, y), touch=True, **more)

    def _finger(self, kind: int, x: float, y: float) -> pygame.Event:
        look = self.app.look
        return pygame.Event(kind, touch_id=1, finger_id=1, x=x / look.W, y=y / look.H, dx=0, dy=0, pressure=1)


def _points(box: Box) -> list[tuple[float, float]]:
    """The middle of a box, then points spread over it."""
    spread = [(i / 8, j / 8) for i in range(1, 8) for j in range(1, 8)]
    return [box.centre, *((box.x + box.w * across, box.y + box.h * along) for across, along in spread)]
