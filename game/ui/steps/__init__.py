"""One view for each kind of step."""

from collections.abc import Callable
from typing import assert_never

from game.engine.definition import Brief, Choose, Commit, Deal, Group, Place, Reflect, Step, Vote, Write
from game.ui.play import Play
from game.ui.scene import Next
from game.ui.steps.brief import BriefView
from game.ui.steps.choose import ChooseView
from game.ui.steps.commit import CommitView
from game.ui.steps.deal import DealView
from game.ui.steps.group import GroupView
from game.ui.steps.place import PlaceView
from game.ui.steps.reflect import ReflectView
from game.ui.steps.view import StepView
from game.ui.steps.vote import VoteView
from game.ui.steps.write import WriteView


def view_of(play: Play, step: Step, open_script: Callable[[], Next | None]) -> StepView:
    """The view that shows a step."""
    match step:
        case Brief():
            return BriefView(play, step, open_script)
        case Choose():
            return ChooseView(play, step, open_script)
        case Place():
            return PlaceView(play, step, open_script)
        case Deal():
            return DealView(play, step, open_script)
        case Write():
            return WriteView(play, step, open_script)
        case Group():
            return GroupView(play, step, open_script)
        case Vote():
            return VoteView(play, step, open_script)
        case Commit():
            return CommitView(play, step, open_script)
        case Reflect():
            return ReflectView(play, step, open_script)
        case _:
            assert_never(step)
