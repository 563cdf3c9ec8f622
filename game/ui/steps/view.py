"""What the table shows while a step is played: one view for each kind of step, all of the same shape."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import NamedTuple

from game.content.texts import StepText
from game.engine.definition import Step
from game.ui.inputs import Input
from game.ui.look import Box, Look
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Next


class Areas(NamedTuple):
    """Where things go: the table in the middle, the rail beside it (None: no rail), the dock with what to do now."""

    table: Box
    rail: Box | None
    dock: Box


class StepView(ABC):
    """One step on the screen. A view is made when its step is entered and lives until the step is left.

    It keeps what is not part of the session: which card is looked at, what is being typed. Parts are made anew from the
    session after every action. Part names begin with the place: "table.", "rail.", "dock.".
    """

    script_button = "rail"
    """Where the button that opens the script stands: "rail" (on top of it) or "own" (the view places it itself)."""

    def __init__(self, play: Play, step: Step, open_script: Callable[[], Next | None]) -> None:
        self.play = play
        self.step = step
        self.open_script = open_script
        self.stale = True
        """Set to have the parts made anew before the next frame."""
        self.wanted_focus = ""
        """The part that is to have the focus next."""
        self.wants_rail = False
        """Set to have the script folded away: the rail has something that must be seen."""

    @property
    def text(self) -> StepText:
        """What is said in this step."""
        return self.play.texts.steps[self.step.id]

    def layout(self, look: Look, areas: Areas) -> Areas:
        """The areas as this view wants them, from the usual ones."""
        return areas

    @abstractmethod
    def table(self, look: Look, box: Box) -> list[Part]:
        """The middle of the screen, in reading order."""

    def rail(self, look: Look, box: Box) -> list[Part]:
        """What supports the table, beside it. Not asked while the script lies there."""
        return []

    @abstractmethod
    def dock(self, look: Look, box: Box) -> list[Part]:
        """What to do now. The primary button, if there is one, is the last."""

    def on_input(self, given: Input) -> Next | None:
        """An input that no part has used: number keys for seats and the like."""
        return None

    def tick(self, now: float) -> Next | None:
        """Time has passed."""
        return None

    def drafts(self) -> dict[str, str]:
        """Texts that are being typed and are no part of the session yet, by a stable name; kept every second."""
        return {}

    def leave(self) -> Next | None:
        """Called once when the step has been left: what was written and belongs to a record goes into it."""
        return None
