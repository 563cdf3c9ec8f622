"""The one loop: events in, scenes asked, at most one picture out. Everything else only answers it.

`App.run` is for people. Tests give `App.step` the events they want and look at `App.surface`.
"""

import math
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pygame

from game import words
from game.ui.dialogs import NOTICE_SECONDS, notice
from game.ui.fault import Fault, write_report
from game.ui.inputs import Input, Key, Quit, Reader, Resize, Tick, Uncover
from game.ui.look import Look
from game.ui.scene import Fullscreen, Next, Pop, Push, Restyle, Scene, Swap, Tell
from game.ui.scene import Quit as Leave
from game.ui.screen import Screen

SMALLEST: Final = (960, 540)
_ACCELERATION: Final = "SDL_FRAMEBUFFER_ACCELERATION"
_BUSY_FPS: Final = 60
_IDLE_FPS: Final = 30
_IDLE_AFTER: Final = 1.0  # seconds without an event
_SLOW_FLIP: Final = 0.006  # seconds for a flip of 1920 x 1080; without a GPU SDL's default takes 16 ms


class WrongPygame(Exception):
    """Another package stands where pygame-ce should. The message says so and how to mend it."""


class NoScreen(Exception):
    """There is no display to open a window on. The message says so."""


def check_pygame() -> None:
    """Nothing if the `pygame` that was imported is pygame-ce. Raises WrongPygame otherwise."""
    if not getattr(pygame, "IS_CE", False):
        raise WrongPygame(
            words._(
                "Another package named pygame ({version}) stands in the place of pygame-ce, which this program needs. "
                "Mend it with: pip uninstall pygame, then: pip install --force-reinstall pygame-ce"
            ).format(version=pygame.version.ver)
        )


@dataclass(slots=True)
class _Shown:
    """A scene on the stack, its screen, who waits for what it leaves, and the notice that lies over it."""

    scene: Scene
    screen: Screen
    then: Callable[[object], Next | None] | None = None
    notice: Tell | None = None
    notice_ends: float = math.inf
    opened: bool = False


class App:
    """The program's window and the stack of its scenes; the last scene is the one in front.

    `fault` is the exception that was caught last, for tests: a person sees a plain page instead.
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
    ) -> None:
        """Opens the window, `size` device px large or as large as suits the screen. `reports` is the folder for
        reports of faults. Raises WrongPygame, and NoScreen where there is no display.
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
        self._reader = Reader()
        self._flips: list[float] = []
        self._writing = False
        self._cursor = pygame.SYSTEM_CURSOR_ARROW
        self._scratch: list[pygame.Surface] = []
        self._fullscreen = fullscreen
        self._open_window(size)
        self.look = Look(self.surface.get_size(), theme, lang, text_factor, motion)
        self._stack = [_Shown(scene, Screen(self.look))]
        self._fit()

    def _open_window(self, size: tuple[int, int] | None) -> None:
        said = words._("There is no screen to open a window on ({why}). Start the program on a desktop.")
        try:
            pygame.display.init()
        except pygame.error as error:
            raise NoScreen(said.format(why=error)) from error
        driver = pygame.display.get_driver()
        if driver == "offscreen" and os.environ.get("SDL_VIDEODRIVER") != driver:  # SDL's last resort
            raise NoScreen(said.format(why=driver))
        pygame.font.init()
        pygame.key.set_repeat(400, 35)
        pygame.key.stop_text_input()
        self.window = pygame.Window(
            words._("Osallisuuspeli"),
            size or _suitable_size(),
            resizable=True,
            allow_high_dpi=True,
            fullscreen_desktop=self._fullscreen,
        )
        self.window.minimum_size = SMALLEST
        self.surface = self.window.get_surface()

    # What tests and scenes ask

    @property
    def scene(self) -> Scene:
        """The scene in front."""
        return self._stack[-1].scene

    @property
    def screen(self) -> Screen:
        """The screen of the scene in front."""
        return self._stack[-1].screen

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
            busy = self.clock() < busy_until or self.screen.stage.animating
            ticker.tick(_BUSY_FPS if busy else _IDLE_FPS)
        pygame.display.quit()

    def step(self, events: Iterable[pygame.Event] = ()) -> None:
        """Let these events happen and time pass, and bring the window up to date."""
        now = self.clock()
        try:
            for event in events:
                for given in self._reader.read(event, now):
                    self._give(given)
            for given in self._reader.tick(now):
                self._give(given)
            self._draw()
        # The last resort, here and nowhere else: whatever went wrong in a scene, the people at the table see a page
        # in their own language and can go on from the last action, which is on disk.
        except Exception as error:
            self._fail(error)

    def _give(self, given: Input) -> None:
        top = self._stack[-1]
        match given:
            case Quit():
                self.running = False
            case Resize():
                self._fit()
            case Uncover():
                top.screen.stage.redraw()
            case Tick(now=now):
                for shown in self._seen():
                    self._tick(shown, now)
            case Key(name="f11"):
                self._do(Fullscreen(), top)
            case _:
                outcome = top.screen.take(given)
                if outcome.acted:
                    top.notice = None
                    top.scene.changed()
                self._do(outcome.next if outcome.taken else top.scene.on_input(given), top)
        self._settle()

    def _tick(self, shown: _Shown, now: float) -> None:
        shown.screen.tick(now)
        if shown.notice is not None and now >= shown.notice_ends:
            shown.notice = None
            shown.scene.changed()
        self._do(shown.scene.tick(now), shown)

    def _do(self, what: Next | None, by: _Shown) -> None:
        """What a scene has answered happens."""
        match what:
            case Push(scene=scene, then=then):
                self._stack.append(_Shown(scene, Screen(self.look), then))
            case Pop(value=value):
                self._leave(by, value)
            case Swap(scene=scene):
                self._stack[self._stack.index(by)] = _Shown(scene, Screen(self.look), by.then)
            case Leave():
                self.running = False
            case Restyle():
                self._restyle(what)
            case Fullscreen():
                self._switch_fullscreen()
            case Tell():
                by.notice = what
                by.notice_ends = self.clock() + NOTICE_SECONDS
                by.scene.changed()
            case None:
                pass

    def _leave(self, by: _Shown, value: object) -> None:
        place = self._stack.index(by)
        del self._stack[place:]
        if not self._stack:
            self.running = False
            self._stack = [by]
            return
        under = self._stack[-1]
        under.scene.changed()
        if by.then is not None:
            self._do(by.then(value), under)

    def _seen(self) -> Sequence[_Shown]:
        """The scene in front and those that show behind it, the hindmost first."""
        first = len(self._stack) - 1
        while first > 0 and self._stack[first].scene.over:
            first -= 1
        return self._stack[first:]

    def _settle(self) -> None:
        """Make parts anew where a scene has changed, so that the next input meets what it would see."""
        for shown in self._seen():
            scene, screen = shown.scene, shown.screen
            if scene.stale or not shown.opened:
                focus = scene.wanted_focus or ("" if shown.opened else scene.first_focus)
                scene.stale, scene.stale_parts, scene.wanted_focus = False, frozenset(), ""
                shown.opened = True
                parts = list(scene.parts(self.look))
                if shown.notice is not None:
                    bottom = scene.notice_bottom(self.look)
                    parts += notice(self.look, bottom, shown.notice.words, shown.notice.icon, shown.notice.undo)
                screen.show(parts, focus)
            for name in scene.stale_parts:
                screen.repaint(name)
            scene.stale_parts = frozenset()

    # The window

    def _restyle(self, new: Restyle) -> None:
        old = self.look
        lang = new.lang or old.lang
        words.use(lang)
        self.window.title = words._("Osallisuuspeli")
        self.look = Look(
            self.surface.get_size(),
            new.theme or old.theme,
            lang,
            new.text_factor or old.text_factor,
            old.motion if new.motion is None else new.motion,
        )
        self._fit()

    def _fit(self) -> None:
        """Everything follows the window's size and the look."""
        self.surface = self.window.get_surface()
        size = self.surface.get_size()
        if self.look.size != size:
            self.look = Look(size, self.look.theme, self.look.lang, self.look.text_factor, self.look.motion)
        self._reader.fit(self.window.size, size, self.look.scale)
        self._scratch.clear()
        for shown in self._stack:
            if shown.screen.look is not self.look:
                shown.screen.fit(self.look)
                shown.scene.changed()

    def _switch_fullscreen(self) -> None:
        self._fullscreen = not self._fullscreen
        if self._fullscreen:
            self.window.set_fullscreen(desktop=True)
        else:
            self.window.set_windowed()
        self._fit()

    def _draw(self) -> None:
        seen = self._seen()
        due = False
        for i, shown in enumerate(seen):
            screen = shown.screen
            screen.awake = i == len(seen) - 1
            if due:  # what shows behind has changed
                screen.stage.redraw()
            if not screen.stage.due:
                continue
            due = True
            if i > 0:
                screen.stage.below, screen.stage.dim = self._scratch[i - 1], shown.scene.scrim
            if screen.awake:
                screen.draw(self.surface)
            else:
                while len(self._scratch) <= i:
                    self._scratch.append(pygame.Surface(self.look.size))
                screen.draw(self._scratch[i])
        if due:
            self._flip()
            self._follow_focus()

    def _flip(self) -> None:
        begin = time.perf_counter()
        self.window.flip()
        if len(self._flips) < 3:
            self._flips.append(time.perf_counter() - begin)
            width, height = self.look.size
            slow = _SLOW_FLIP * width * height / (1920 * 1080)
            if len(self._flips) == 3 and sorted(self._flips)[1] > slow and _ACCELERATION not in os.environ:
                self._open_without_acceleration()

    def _open_without_acceleration(self) -> None:
        """SDL asks for its way of showing a window only when the display is set up: set it up once more."""
        os.environ[_ACCELERATION] = "0"
        size = self.window.size
        self.window.destroy()
        pygame.display.quit()
        self._open_window(size)
        self._writing = False
        self._fit()
        self.screen.stage.redraw()

    def _follow_focus(self) -> None:
        """The keyboard of a touch screen, the input method's list and the pointer's shape follow what is going on."""
        writing = self.screen.writing
        if (writing is not None) != self._writing:
            self._writing = writing is not None
            (pygame.key.start_text_input if self._writing else pygame.key.stop_text_input)()
        if writing is not None:
            points = self.window.size[0] / self.surface.get_width() * self.look.scale
            x, y, w, h = writing.caret_box(self.look)
            pygame.key.set_text_input_rect(pygame.Rect(x * points, y * points, w * points, h * points))
        cursor = self.screen.cursor
        if cursor != self._cursor:
            self._cursor = cursor
            if pygame.display.get_driver() != "dummy":
                pygame.mouse.set_cursor(cursor)

    # When something goes wrong

    def _fail(self, error: Exception) -> None:
        self.fault = error
        self.surface.set_clip(None)
        report = write_report(error, self.reports)
        if isinstance(self.scene, Fault):  # not even that page can be shown
            raise error
        self._stack.append(_Shown(Fault(report), Screen(self.look)))
        self._settle()
        self._draw()


def _suitable_size() -> tuple[int, int]:
    """The largest window of 16:9 that leaves a rim of the first display free."""
    desktop = pygame.display.get_desktop_sizes()[0]
    height = min(desktop[1] * 0.88, desktop[0] * 0.95 * 9 / 16)
    return round(height * 16 / 9), round(height)
