"""The one loop: events in, scenes asked, at most one picture a window out. Everything else only answers it.

`App.run` is for people. Tests give `App.step` the events they want and look at `App.surface`.
"""

import os
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Final

import pygame

from game import words
from game.ui.fault import Fault, write_report
from game.ui.look import Look
from game.ui.pane import Beyond, Pane
from game.ui.scene import Across, Aside, Next, Push, Quit, Scene
from game.ui.screen import Screen
from game.ui.windows import NoScreen, displays, on_display, open_window, set_up_display, suitable_size

__all__ = ["App", "NoScreen", "WrongPygame", "check_pygame"]

_ACCELERATION: Final = "SDL_FRAMEBUFFER_ACCELERATION"
_BUSY_FPS: Final = 60
_IDLE_FPS: Final = 30
_IDLE_AFTER: Final = 1.0  # seconds without an event
_SLOW_FLIP: Final = 0.006  # seconds for a flip of 1920 x 1080; without a GPU SDL's default takes 16 ms
_DISPLAYS: Final = 1.0  # seconds between looks at how many displays there are


class WrongPygame(Exception):
    """Another package stands where pygame-ce should. The message says so and how to mend it."""


def check_pygame() -> None:
    """Nothing if the `pygame` that was imported is pygame-ce. Raises WrongPygame otherwise."""
    if not getattr(pygame, "IS_CE", False):
        raise WrongPygame(
            words._(
                "Another package named pygame ({version}) stands in the place of pygame-ce, which this program needs. "
                "Mend it with: pip uninstall pygame, then: pip install --force-reinstall pygame-ce"
            ).format(version=pygame.version.ver)
        )


class App:
    """The program's window with its scenes and, while it is wanted, a second one for the facilitator.

    `main` is the table's window, `second` the facilitator's or None. `fault` is the exception that was caught last,
    for tests: a person sees a plain page instead.
    """

    def __init__(
        self,
        scene: Scene,
        *,
        size: tuple[int, int] | None = None,
        theme: str = "light",
        lang: str = "fi",
        text_factor: float = 1.0,
        motion: bool = True,
        fullscreen: bool = False,
        reports: Path | None = None,
        clock: Callable[[], float] = time.monotonic,
        second: bool = False,
        second_look: Callable[[tuple[int, int]], Look] | None = None,
    ) -> None:
        """Opens the window, `size` device px large or as large as suits the screen. `reports` is the folder for
        reports of faults. `second`: the facilitator's window is open from the start; `second_look` is how it looks,
        else as the first one. Raises WrongPygame, and NoScreen where there is no display.
        """
        check_pygame()
        if sys.platform == "linux" and not any(Path("/dev/dri").glob("render*")):
            os.environ.setdefault(_ACCELERATION, "0")
        if sys.platform == "win32":  # else Windows enlarges a small picture on a dense screen
            os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
        words.use(lang)
        self.running = True
        self.fault: Exception | None = None
        self.reports = reports
        self.clock = clock
        self.second: Pane | None = None
        self._second_look = second_look
        self._flips: list[float] = []
        self._writing = False
        self._cursor = pygame.SYSTEM_CURSOR_ARROW
        set_up_display()
        self._displays = displays()
        self._looked = clock()
        self._table_on = 0  # the display that the table's window was put on last
        window = open_window(_title(), size or suitable_size(), fullscreen)
        self.main = Pane(
            scene, window, _title, lambda real: Look(real, theme, lang, text_factor, motion), clock, self._from_main,
            fullscreen,
        )  # fmt: skip
        self._active = self._pointed = self.main
        if second:
            self._open_second()

    # What tests and scenes ask: the table's window

    @property
    def window(self) -> pygame.Window:
        """The table's window."""
        return self.main.window

    @property
    def surface(self) -> pygame.Surface:
        """The table's picture."""
        return self.main.surface

    @property
    def look(self) -> Look:
        """How the table looks."""
        return self.main.look

    @look.setter
    def look(self, look: Look) -> None:
        self.main.look = look

    @property
    def scene(self) -> Scene:
        """The scene in front in the table's window."""
        return self.main.scene

    @property
    def screen(self) -> Screen:
        """The screen of the scene in front in the table's window."""
        return self.main.screen

    @property
    def panes(self) -> list[Pane]:
        """The windows that are open, the table's first."""
        return [self.main] if self.second is None else [self.main, self.second]

    # The loop

    def run(self) -> None:
        """Show the scenes until one quits or the window is closed."""
        ticker = pygame.time.Clock()
        busy_until = 0.0
        while self.running:
            events = pygame.event.get()
            if events:
                busy_until = self.clock() + _IDLE_AFTER
            self.step(events)
            moving = any(pane.screen.stage.animating for pane in self.panes)
            ticker.tick(_BUSY_FPS if moving or self.clock() < busy_until else _IDLE_FPS)
        self.end()
        pygame.display.quit()

    def end(self) -> None:
        """The windows' scenes have let go of everything, as when the program ends."""
        self._close_second()
        for scene in self.main.scenes:
            self._guarded(self.main, scene.closed)

    def step(self, events: Iterable[pygame.Event] = ()) -> None:
        """Let these events happen and time pass, and bring the windows up to date."""
        now = self.clock()
        given: dict[Pane, list[pygame.Event]] = {}
        for event in events:
            pane = self._meant(event)
            if event.type == pygame.QUIT or (event.type == pygame.WINDOWCLOSE and pane is self.main):
                self.running = False
            elif event.type == pygame.WINDOWCLOSE:
                self._close_second()
            else:
                given.setdefault(pane, []).append(event)
        if now - self._looked >= _DISPLAYS:
            self._looked = now
            self._watch_displays()
        for pane in self.panes:
            self._guarded(pane, partial(pane.live, given.get(pane, ()), now))
            if pane.acted:
                pane.acted = False
                for other in self.panes:
                    if other is not pane:
                        other.changed()
        self._keep_second()
        for pane in reversed(self.panes):  # the table last: its language stays in use
            self._guarded(pane, partial(self._draw, pane))

    def _guarded(self, pane: Pane, act: Callable[[], None]) -> None:
        words.use(pane.look.lang)
        try:
            act()
        # The last resort, here and nowhere else: whatever went wrong in a scene, the people at the table see a page
        # in their own language and can go on from the last action, which is on disk.
        except Exception as error:
            self._fail(pane, error)

    def _meant(self, event: pygame.Event) -> Pane:
        """The window that an event is for; what names none is for the one in use."""
        window = getattr(event, "window", None)
        pane = self._active
        if window is not None:
            pane = next((pane for pane in self.panes if pane.window is window), self.main)
        if event.type in (pygame.WINDOWFOCUSGAINED, pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.FINGERDOWN):
            self._active = pane
        if event.type in (pygame.WINDOWENTER, pygame.MOUSEMOTION):
            self._pointed = pane
        return pane

    def _from_main(self, what: Beyond) -> None:
        match what:
            case Quit():
                self.running = False
            case Aside():
                self._aside(what)
            case Across(what=there):
                if self.second is not None:
                    self._let(self.second, there)

    def _from_second(self, what: Beyond) -> None:
        match what:
            case Quit():
                self._close_second()
            case Aside():
                self._aside(what)
            case Across(what=there):
                self._let(self.main, there)

    def _let(self, pane: Pane, what: Next) -> None:
        """Let something happen in a window that another has asked for."""
        spoken = words.used()
        words.use(pane.look.lang)
        pane.do(what)
        words.use(spoken)

    # The facilitator's window

    def _aside(self, what: Aside) -> None:
        if what.swap:
            self._spread(1 - self._table_on)
        elif self.second is None:
            self._open_second()
        else:
            self._close_second()

    def _open_second(self) -> None:
        """Opens the facilitator's window beside what is shown; where there is a projector the table goes there."""
        scene = self.main.beside()
        if scene is None:
            return
        window = open_window(_second_title(), suitable_size(0.8))
        look = self._second_look or self._like_main
        self.second = Pane(scene, window, _second_title, look, self.clock, self._from_second)
        self._tell_aside()
        if self._displays > 1:
            self._spread(1)

    def _like_main(self, size: tuple[int, int]) -> Look:
        look = self.main.look
        return Look(size, look.theme, look.lang, look.text_factor, look.motion)

    def _close_second(self) -> None:
        """The facilitator's window is gone, and the game goes on."""
        if self.second is None:
            return
        for scene in self.second.scenes:
            scene.closed()
        self.second.window.destroy()
        self.second = None
        self._active = self._pointed = self.main
        self._tell_aside()

    def _tell_aside(self) -> None:
        for pane in self.panes:
            pane.aside = self.second is not None
            pane.changed()

    def _keep_second(self) -> None:
        """The facilitator's window shows what belongs to the scene at the table."""
        scene = self.main.beside() if self.second is not None else None
        if self.second is not None and scene is not None and scene is not self.second.scenes[0]:
            self.second.replace(scene)
            self._guarded(self.second, self.second.settle)

    # Displays

    def _spread(self, table_on: int) -> None:
        """The table is on this display, the facilitator's window on the other of the first two."""
        self._table_on = table_on
        self.main.put_on(on_display(table_on))
        if self.second is not None:
            self.second.put_on(on_display(1 - table_on))

    def _watch_displays(self) -> None:
        """A projector has been plugged in: the table goes there. It is gone: what was there comes to the one left."""
        before, self._displays = self._displays, displays()
        if self._displays > before and self.second is not None:
            self._spread(1)
        elif self._displays < before:
            self._table_on = 0
            for pane in self.panes:
                pane.put_on(on_display(0))

    # The pictures

    def _draw(self, pane: Pane) -> None:
        pane.settle()  # something may have been done in the other window
        if pane.draw():
            self._flip(pane)
            self._follow_focus()

    def _flip(self, pane: Pane) -> None:
        begin = time.perf_counter()
        try:
            pane.window.flip()
        except pygame.error:  # the system has taken the picture's place away, as when a display is unplugged
            pane.fit()
            pane.screen.stage.redraw()
            return
        if pane is self.main and len(self._flips) < 3:
            self._flips.append(time.perf_counter() - begin)
            width, height = pane.look.size
            slow = _SLOW_FLIP * width * height / (1920 * 1080)
            if len(self._flips) == 3 and sorted(self._flips)[1] > slow and _ACCELERATION not in os.environ:
                self._open_without_acceleration()

    def _open_without_acceleration(self) -> None:
        """SDL asks for its way of showing a window only when the display is set up: set it up once more."""
        os.environ[_ACCELERATION] = "0"
        were = [(pane, pane.window.size) for pane in self.panes]
        for pane, _size in were:
            pane.window.destroy()
        pygame.display.quit()
        set_up_display()
        for pane, size in were:
            display = self._table_on if pane is self.main else 1 - self._table_on
            pane.move_to(open_window(pane.title(), size, pane.fullscreen, display))
        self._writing = False

    def _follow_focus(self) -> None:
        """The keyboard of a touch screen, the input method's list and the pointer's shape follow what is going on."""
        caret = self._active.caret()
        if (caret is not None) != self._writing:
            self._writing = caret is not None
            (pygame.key.start_text_input if self._writing else pygame.key.stop_text_input)()
        if caret is not None:
            pygame.key.set_text_input_rect(caret)
        cursor = self._pointed.screen.cursor
        if cursor != self._cursor:
            self._cursor = cursor
            if pygame.display.get_driver() != "dummy":
                pygame.mouse.set_cursor(cursor)

    # When something goes wrong

    def _fail(self, pane: Pane, error: Exception) -> None:
        self.fault = error
        pane.surface.set_clip(None)
        report = write_report(error, self.reports)
        if isinstance(pane.scene, Fault):  # not even that page can be shown
            raise error
        pane.do(Push(Fault(report)))
        self._draw(pane)


def _title() -> str:
    return words._("Osallisuuspeli")


def _second_title() -> str:
    return words._("Facilitator’s window")
