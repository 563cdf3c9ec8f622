"""Scenes: the screens one goes through, and what a scene may answer when asked what happens next."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.ui.inputs import Input
from game.ui.look import Look
from game.ui.part import Part


@dataclass(frozen=True, slots=True)
class Push:
    """Show another scene over this one. `then` is called with what that one leaves (its Pop's value)."""

    scene: "Scene"
    then: "Callable[[object], Next | None] | None" = None


@dataclass(frozen=True, slots=True)
class Pop:
    """Leave this scene; the one under it goes on, with `value` for whoever waits for it."""

    value: object = None


@dataclass(frozen=True, slots=True)
class Swap:
    """Go over to another scene; this one is not come back to."""

    scene: "Scene"


@dataclass(frozen=True, slots=True)
class Quit:
    """End the program."""


@dataclass(frozen=True, slots=True)
class Restyle:
    """Change how everything looks; what is None stays as it is. Lasts until the next Restyle."""

    theme: str | None = None
    lang: str | None = None
    text_factor: float | None = None
    motion: bool | None = None


@dataclass(frozen=True, slots=True)
class Fullscreen:
    """Go over to the full screen, or back to a window."""


@dataclass(frozen=True, slots=True)
class Tell:
    """Say in a strip over the dock what has happened, for eight seconds or until the next action."""

    words: str
    undo: "Callable[[], Next | None] | None" = None
    icon: str = "check"


@dataclass(frozen=True, slots=True)
class Keys:
    """Show which keys do what in this scene."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Open the facilitator's window, or close it if it is open. With `swap` the two windows change displays."""

    swap: bool = False


@dataclass(frozen=True, slots=True)
class Across:
    """Let `what` happen in the other window, if there are two."""

    what: "Next"


Next = Push | Pop | Swap | Quit | Restyle | Fullscreen | Tell | Keys | Aside | Across


class Scene(ABC):
    """One screen. It makes its parts from its own view of the game; the program shows them and brings inputs back.

    After a part was pressed, or something was dropped on it, the parts are made anew. Whatever else changes the scene
    calls `changed` (all parts anew) or `repaint` (one part has another picture, such as the timer's).
    """

    over = False
    """True: the scene under it is still seen, behind a scrim or beside it."""
    scrim = True
    """Whether the scene under this one is dimmed and can only wait; for scenes with `over`."""
    first_focus = ""
    """The part that has the focus when the scene opens."""

    aside = False
    """Whether the facilitator's window is open; set by the program."""

    stale = True
    stale_parts: frozenset[str] = frozenset()
    wanted_focus = ""

    @abstractmethod
    def parts(self, look: Look) -> Sequence[Part]:
        """Everything there is to see, in reading order."""

    def on_input(self, given: Input) -> Next | None:
        """An input that no part has used."""
        return None

    def tick(self, now: float) -> Next | None:
        """Time has passed; `now` in seconds of the program's clock. Called while the scene is on top or seen."""
        return None

    def beside(self) -> "Scene | None":
        """What the facilitator's window shows while this scene is at the table. Must be the same scene as long as
        nothing else is to be shown. A scene without one leaves it to the one before it, or under it.
        """
        return None

    def closed(self) -> None:
        """The window that the scene was in has been closed: what is still to be kept is kept now."""
        return

    def changed(self) -> None:
        """The parts must be made anew before the next frame."""
        self.stale = True

    def repaint(self, name: str) -> None:
        """The part of this name has another picture in the same place."""
        self.stale_parts |= {name}

    def focus_on(self, name: str) -> None:
        """Give the focus to the part of this name as soon as the parts have been made anew."""
        self.wanted_focus = name
        self.stale = True

    def notice_bottom(self, look: Look) -> float:
        """Where a notice's strip ends, logical px from the top: above the dock."""
        return look.H - 164
