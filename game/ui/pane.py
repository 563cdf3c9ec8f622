"""One window of the program: the stack of its scenes, how they look, what is given to them, and their picture."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from game import words
from game.ui.controls import Button
from game.ui.dialogs import NOTICE_SECONDS, notice
from game.ui.inputs import Input, Key, Reader, Resize, Tick, Uncover
from game.ui.look import Look
from game.ui.part import Part
from game.ui.scene import Across, Aside, Fullscreen, Keys, Next, Pop, Push, Quit, Restyle, Scene, Swap, Tell
from game.ui.screen import Screen

SMALLEST: Final = (960, 540)
ONWARD: Final = "f9"
"""The key that presses the primary button of whatever is shown."""

Beyond = Quit | Aside | Across
"""What a scene may answer that is more than its own window's affair."""


@dataclass(slots=True)
class _Shown:
    """A scene on the stack, its screen, who waits for what it leaves, and the notice that lies over it.

    `led`: the scene that says what the facilitator's window shows; the one before it if it has nothing to say.
    """

    scene: Scene
    screen: Screen
    then: Callable[[object], Next | None] | None = None
    led: Scene | None = None
    notice: Tell | None = None
    notice_ends: float = math.inf
    opened: bool = False


class Pane:
    """A window and the stack of its scenes; the last scene is the one in front.

    `acted` tells whether something has been done in it since it was last set to False; `aside` whether there is a
    second window beside the table's.
    """

    def __init__(
        self,
        scene: Scene,
        window: pygame.Window,
        title: Callable[[], str],
        look: Callable[[tuple[int, int]], Look],
        clock: Callable[[], float],
        beyond: Callable[[Beyond], None],
        fullscreen: bool = False,
    ) -> None:
        """`title` is the window's in the language in use; `look` makes the look for a size in device px; `beyond`
        does what concerns more than this window.
        """
        self.title = title
        self.clock = clock
        self.beyond = beyond
        self.fullscreen = fullscreen
        self.acted = False
        self.aside = False
        self._reader = Reader()
        self._scratch: list[pygame.Surface] = []
        self.window = window
        self.surface = window.get_surface()
        self.look = look(self.surface.get_size())
        self._stack = [_Shown(scene, Screen(self.look))]
        self.fit()

    @property
    def scene(self) -> Scene:
        """The scene in front."""
        return self._stack[-1].scene

    @property
    def screen(self) -> Screen:
        """The screen of the scene in front."""
        return self._stack[-1].screen

    @property
    def scenes(self) -> Sequence[Scene]:
        """All its scenes, the one in front last."""
        return [shown.scene for shown in self._stack]

    def beside(self) -> Scene | None:
        """What the scenes want beside them; the foremost that says anything has the say."""
        for shown in reversed(self._stack):
            scene = shown.scene if _leads(shown.scene) else shown.led
            if scene is not None:
                return scene.beside()
        return None

    # Inputs and time

    def live(self, events: Iterable[pygame.Event], now: float) -> None:
        """Let these events happen and time pass."""
        for event in events:
            for given in self._reader.read(event, now):
                self._give(given)
        for given in self._reader.tick(now):
            self._give(given)

    def _give(self, given: Input) -> None:
        top = self._stack[-1]
        match given:
            case Resize():
                self.fit()
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
                    self.acted = True
                if not outcome.taken and given == Key("f1"):
                    self._do(Keys(), top)
                else:
                    self._do(outcome.next if outcome.taken else top.scene.on_input(given), top)
        self.settle()

    def _tick(self, shown: _Shown, now: float) -> None:
        shown.screen.tick(now)
        if shown.notice is not None and now >= shown.notice_ends:
            shown.notice = None
            shown.scene.changed()
        self._do(shown.scene.tick(now), shown)

    def do(self, what: Next) -> None:
        """Let something happen as if the scene in front had answered it."""
        self._do(what, self._stack[-1])
        self.settle()

    def _do(self, what: Next | None, by: _Shown) -> None:
        """What a scene has answered happens."""
        match what:
            case Push(scene=scene, then=then):
                self._stack.append(_Shown(scene, Screen(self.look), then))
            case Pop(value=value):
                self._leave(by, value)
            case Swap(scene=scene):
                led = by.scene if _leads(by.scene) else by.led
                self._stack[self._stack.index(by)] = _Shown(scene, Screen(self.look), by.then, led)
            case Restyle():
                self._restyle(what)
            case Fullscreen():
                self.switch_fullscreen()
            case Tell():
                by.notice = what
                by.notice_ends = self.clock() + NOTICE_SECONDS
                by.scene.changed()
            case Keys():
                from game.ui.keysheet import KeySheet  # asked for late, so that the first frame need not wait for it

                self._do(Push(KeySheet(lambda: by.screen.parts)), by)
            case Quit() | Aside() | Across():
                self.beyond(what)
            case None:
                pass

    def _leave(self, by: _Shown, value: object) -> None:
        place = self._stack.index(by)
        if place == 0:
            self.beyond(Quit())
            return
        del self._stack[place:]
        under = self._stack[-1]
        under.scene.changed()
        if by.then is not None:
            self._do(by.then(value), under)

    def replace(self, scene: Scene) -> None:
        """Show this scene in place of all that were shown."""
        self._stack = [_Shown(scene, Screen(self.look))]

    def changed(self) -> None:
        """Something may have been done that shows in this window."""
        for shown in self._stack:
            shown.scene.changed()

    def _seen(self) -> Sequence[_Shown]:
        """The scene in front and those that show behind it, the hindmost first."""
        first = len(self._stack) - 1
        while first > 0 and self._stack[first].scene.over:
            first -= 1
        return self._stack[first:]

    def settle(self) -> None:
        """Make parts anew where a scene has changed, so that the next input meets what it would see."""
        for shown in self._seen():
            scene, screen = shown.scene, shown.screen
            if scene.stale or not shown.opened:
                focus = scene.wanted_focus or ("" if shown.opened else scene.first_focus)
                scene.stale, scene.stale_parts, scene.wanted_focus = False, frozenset(), ""
                shown.opened = True
                scene.aside = self.aside
                parts = list(scene.parts(self.look))
                _give_key(parts)
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
        self.window.title = self.title()
        self.look = Look(
            self.surface.get_size(),
            new.theme or old.theme,
            lang,
            new.text_factor or old.text_factor,
            old.motion if new.motion is None else new.motion,
        )
        self.fit()

    def fit(self) -> None:
        """Everything follows the window's size and the look."""
        self.surface = self.window.get_surface()
        size = self.surface.get_size()
        if self.look.size != size:
            self.look = Look(size, self.look.theme, self.look.lang, self.look.text_factor, self.look.motion)
        self._reader.fit(self.window.size, size, self.look.scale)
        self._scratch.clear()
        for shown in self._stack:
            shown.screen.stage.redraw()
            if shown.screen.look is not self.look:
                shown.screen.fit(self.look)
                shown.scene.changed()

    def move_to(self, window: pygame.Window) -> None:
        """Show the same in another window of the system."""
        self.window = window
        self.fit()
        self.screen.stage.redraw()

    def put_on(self, position: tuple[int, int] | int) -> None:
        """The window is where `position` says, and fills the display there if it filled one before."""
        if self.fullscreen:
            self.window.set_windowed()
        self.window.position = position
        if self.fullscreen:
            self.window.set_fullscreen(desktop=True)
        self.fit()
        self.screen.stage.redraw()

    def switch_fullscreen(self) -> None:
        """Fill the whole display, or go back to a window."""
        self.fullscreen = not self.fullscreen
        if self.fullscreen:
            self.window.set_fullscreen(desktop=True)
        else:
            self.window.set_windowed()
        self.fit()

    # The picture

    def draw(self) -> bool:
        """Bring the window's surface up to date; False if it was so already."""
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
        return due

    def caret(self) -> pygame.Rect | None:
        """Where the input method shows its list, in the points that the system counts in; None: nobody writes."""
        writing = self.screen.writing
        if writing is None:
            return None
        points = self.window.size[0] / self.surface.get_width() * self.look.scale
        x, y, w, h = writing.caret_box(self.look)
        return pygame.Rect(x * points, y * points, w * points, h * points)


def _leads(scene: Scene) -> bool:
    """Whether a scene says what the facilitator's window shows."""
    return type(scene).beside is not Scene.beside


def _give_key(parts: Sequence[Part]) -> None:
    """The one primary button of a screen is pressed by the same key everywhere."""
    for part in reversed(parts):
        if isinstance(part, Button) and part.kind == "primary":
            part.keys = (*part.keys, ONWARD)
            return
