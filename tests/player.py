"""People at the screen who use one thing only: a mouse, a finger, or the keys. Each finds what it wants by its name."""

from collections.abc import Iterator
from typing import Final

import pygame

from game.ui.app import App
from game.ui.inputs import LONG_PRESS
from game.ui.part import Part
from game.ui.scroll import ScrollArea
from game.ui.textbox import TextBox
from tests.driver import Clock, Driver

_FRAME: Final = 0.03
_MOUSE: Final = (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEWHEEL)
_TOUCH: Final = (pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP)
_KEYS: Final = (pygame.KEYDOWN, pygame.KEYUP)
_WINDOW: Final = (pygame.WINDOWSIZECHANGED, pygame.QUIT)


class Person(Driver):
    """Somebody at the screen of `app`. Time passes with every frame. Only the events of its own kind get through."""

    def __init__(self, app: App) -> None:
        clock = Clock()
        app.clock = app.main.clock = clock
        super().__init__(app, clock)

    def post(self, *events: pygame.Event) -> None:
        for event in events:
            assert event.type in _WINDOW or self.may(event), f"{type(self).__name__} does not do {event}"
        assert self.clock is not None
        self.clock.now += _FRAME
        super().post(*events)
        look = self.app.look
        assert not look.overflows, f"{look.overflows} at {look.size} in {look.lang}"

    def may(self, event: pygame.Event) -> bool:
        """Whether this person can make such an event."""
        raise NotImplementedError

    # What is there

    def names(self, start: str, end: str = "") -> list[str]:
        """What can be pressed or written in and is called so, in reading order; what is refused is left out."""
        return [
            part.name
            for part in self.app.screen.parts
            if part.active and not part.refusal and part.name.startswith(start) and part.name.endswith(end)
        ]

    def name(self, start: str, end: str = "") -> str:
        """The first of `names`. Raises AssertionError if there is none."""
        found = self.names(start, end)
        assert found, f"nothing is called {start}...{end}; there are {self.names('')}"
        return found[0]

    def has(self, name: str) -> bool:
        """Whether a part of this name is on the screen in front."""
        return self.app.screen.part(name) is not None

    # What is done: in the way of the one who does it

    def press(self, name_or_label: str) -> None:
        raise NotImplementedError

    def carry(self, thing: str, place: str) -> None:
        """Take one part to another."""
        raise NotImplementedError

    def fill(self, name: str, text: str) -> None:
        """Put `text` into a text box in the place of what is in it."""
        raise NotImplementedError

    def spell(self, text: str) -> None:
        """Write where the focus is."""
        raise NotImplementedError

    def words(self, text: str) -> None:
        """Write where the focus is, a word at a time, without a key."""
        for number, word in enumerate(text.split(" ")):
            self.post(pygame.Event(pygame.TEXTINPUT, text=f" {word}" if number else word))

    def _box(self, name: str) -> TextBox:
        part = self.find(name)
        assert isinstance(part, TextBox), f"{name} is no text box"
        return part

    def _hidden(self, part: Part) -> bool:
        """Whether a part cannot be pressed because it is scrolled out of sight."""
        return part.scroller is not None and not any(
            part.holds(*point) and self.app.screen.under(*point) is part for point in _spread(part)
        )


class Mouse(Person):
    """Uses the mouse, and for letters what a program that writes what is said sends: a word at a time."""

    def may(self, event: pygame.Event) -> bool:
        return event.type in _MOUSE or event.type == pygame.TEXTINPUT

    def press(self, name_or_label: str) -> None:
        self.bring(self.find(name_or_label))
        self.click(*self.at(name_or_label))

    def carry(self, thing: str, place: str) -> None:
        self.bring(self.find(thing))
        start = self.at(thing)
        self.stroke(start, self.at(place))

    def fill(self, name: str, text: str) -> None:
        self.bring(self._box(name))
        self.click(*self.at(name), times=3 if self._box(name).document.text else 1)
        self.spell(text)

    def spell(self, text: str) -> None:
        self.words(text)

    def bring(self, part: Part) -> None:
        """Turn the wheel until a part can be pressed."""
        for notches in (*[1] * 60, *[-1] * 120):
            part = self.find(part.name)
            area = part.scroller
            if area is None or not self._hidden(part):
                return
            below = part.box.bottom > area.box.bottom
            if (notches > 0) == below:
                self.post(self._mouse(pygame.MOUSEMOTION, *_middle(area), buttons=(0, 0, 0)))
                turned = -0.5 * notches
                self.post(pygame.Event(pygame.MOUSEWHEEL, x=0, y=0, precise_y=turned, flipped=False))
        raise AssertionError(f"the wheel does not lead to {part.name}")


class Finger(Person):
    """Uses one finger, and for letters what the system's own keyboard on the screen sends."""

    def may(self, event: pygame.Event) -> bool:
        if event.type in _MOUSE:
            return bool(event.dict.get("touch"))
        return event.type in _TOUCH or event.type == pygame.TEXTINPUT

    def press(self, name_or_label: str) -> None:
        self.bring(self.find(name_or_label))
        self.finger(name_or_label)

    def carry(self, thing: str, place: str) -> None:
        """Drag it; in a list that scrolls only after a long press."""
        self.bring(self.find(thing))
        start = self.at(thing)
        part = self.find(thing)
        if part.scroller is None or not part.scroller.furthest:
            self.swipe(start, self.at(place))
            return
        self.post(self._finger(pygame.FINGERDOWN, *start))
        self.wait(LONG_PRESS + 0.1)
        end = self.at(place)
        for i in range(1, 5):
            x, y = (a + (b - a) * i / 4 for a, b in zip(start, end, strict=True))
            self.post(self._finger(pygame.FINGERMOTION, x, y))
        self.post(self._finger(pygame.FINGERUP, *end))

    def fill(self, name: str, text: str) -> None:
        for _tap in range(3 if self._box(name).document.text else 1):
            self.press(name)
        self.spell(text)

    def spell(self, text: str) -> None:
        self.words(text)

    def bring(self, part: Part) -> None:
        """Swipe until a part can be pressed."""
        for _swipe in range(40):
            part = self.find(part.name)
            area = part.scroller
            if area is None or not self._hidden(part):
                return
            x, y = area.box.right - 6, area.box.centre[1]
            by = -area.box.h * 0.3 if part.box.bottom > area.box.bottom else area.box.h * 0.3
            self.swipe((x, y), (x, y + by))
        raise AssertionError(f"no swipe leads to {part.name}")


class Keys(Person):
    """Uses nothing but the keyboard."""

    def may(self, event: pygame.Event) -> bool:
        return event.type in _KEYS or event.type == pygame.TEXTINPUT

    def press(self, name_or_label: str) -> None:
        """By its key if it has one that can be used now, else by Tab, arrows and Enter."""
        part = self.find(name_or_label)
        writing = self.app.screen.writing is not None
        keys = [key for key in part.keys if not writing or (len(key) > 2 and not key.startswith("ctrl"))]
        if keys and not self.app.screen.lifted:
            self.key(keys[0])
            return
        self.tab_to(part.name)
        self.key("enter")

    def carry(self, thing: str, place: str) -> None:
        """Choose the one, then the other: what is picked up is carried by Tab and arrows."""
        self.press(thing)
        self.tab_to(place)
        self.key("enter")

    def fill(self, name: str, text: str) -> None:
        self.tab_to(name)
        self.key("ctrl+a")
        self.spell(text)

    def spell(self, text: str) -> None:
        self.type(text)


def _spread(part: Part) -> Iterator[tuple[float, float]]:
    box = part.box
    for across in (0.5, 0.25, 0.75, 0.05, 0.95):
        for along in (0.5, 0.25, 0.75):
            yield box.x + box.w * across, box.y + box.h * along


def _middle(area: ScrollArea) -> tuple[float, float]:
    return area.box.right - 6, area.box.centre[1]
