"""The table screen: steps on top, the question under them, the table in the middle, what to do now at the bottom."""

from collections.abc import Callable, Sequence
from functools import partial

from game.engine.actions import Deal, Extend, GoTo
from game.engine.definition import END
from game.engine.session import Act
from game.ui import header, script
from game.ui.chance import deal_owed, deals_by_hand
from game.ui.chime import ring
from game.ui.controls import Button
from game.ui.dialogs import Answer, Dialog, strip
from game.ui.handdeal import HandDeal
from game.ui.inputs import Input
from game.ui.look import Box, Look
from game.ui.papers import Ground
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Keys, Next, Pop, Push, Scene, Swap, Tell
from game.ui.settings import Settings
from game.ui.steps import view_of
from game.ui.steps.view import Areas, StepView
from game.words import _

MARGIN = 40.0
RAIL = 424.0
DOCK = 124.0
GAP = 16.0


class Table(Scene):
    """A session at play. Shows the view of the step in hand within what is the same in every step."""

    def __init__(self, play: Play, settings: Settings, *, reads_script: bool = True) -> None:
        """`reads_script`: the guide opens by itself when a step is entered, and folds when the table begins to act."""
        self.play, self.settings = play, settings
        self._reads_script = reads_script
        self._entered = 0
        self.view: StepView | None = None
        self._shown = ""
        self._read: set[str] = set()
        self._script_open = False
        self._second = -1
        self._draft_second = -1.0
        self._left: list[tuple[str, StepView]] = []
        self._beside: Scene | None = None

    def beside(self) -> Scene | None:
        if self._beside is None:
            from game.ui.facilitator import Facilitator

            self._beside = Facilitator(self.play, self.settings)
        return self._beside

    def parts(self, look: Look) -> Sequence[Part]:
        if self.play.state.at == END:  # the next tick shows the end
            return [Ground(look)]
        view = self._view()
        if view.wants_rail or (self._entered and self._table_acts()):
            self._script_open = view.wants_rail = False
            self._entered = 0
        top = header.ribbon(look, self.play)
        start = top[0].box.bottom + GAP if top else 24 + look.control("icon_button") + GAP
        areas = view.layout(look, usual(look, start))
        rail: list[Part] = []
        if areas.rail is None:
            if self._script_open:
                box = Box(look.W - MARGIN - RAIL, start, RAIL, areas.dock.y - GAP - start)
                rail = script.panel(look, box, self.play, view.text, self._fold)
        elif self._script_open:
            rail = script.panel(look, areas.rail, self.play, view.text, self._fold)
        elif view.script_button == "rail":
            button, rest = areas.rail.cut_top(look.control(), GAP)
            rail = [script.fold_button(look, button, self._unfold), *view.rail(look, rest)]
        else:
            rail = view.rail(look, areas.rail)
        return [
            Ground(look),
            *header.controls(look, self.play, self._menu),
            *header.steps(look, self.play, self._go_to),
            *header.timer(look, self.play),
            *top,
            *view.table(look, areas.table),
            *rail,
            *view.dock(look, areas.dock),
            *self._trouble(look, areas.dock),
        ]

    def _trouble(self, look: Look, below: Box) -> list[Part]:
        """What is said, until it is mended, when the file cannot be written."""
        recording = self.play.recording
        trouble = recording.closed_to_change or recording.trouble
        if trouble is None:
            return []
        said = f"{trouble.what} {trouble.remedy}"
        if recording.trouble is not None:
            said = _("{what} What you have done is kept in memory, and you can play on.").format(what=said)
        box = Box(below.x, below.y - 132, below.w, 116)
        buttons = [Button("trouble.save", box, _("Save elsewhere"), self._save, icon="save")]
        if recording.trouble is not None:
            buttons.insert(0, Button("trouble.retry", box, _("Try again"), self._retry))
        return strip("trouble", look, box, said, buttons=buttons)

    def _retry(self) -> Next | None:
        return Tell(_("Everything is on disk again.")) if self.play.recording.retry() else None

    def _save(self) -> Next | None:
        from game.ui.saveas import SaveAs

        return Push(SaveAs(self.play))

    def _view(self) -> StepView:
        at = self.play.state.at
        if self.view is None or self._shown != at:
            if self.view is not None:
                self._left.append((self._shown, self.view))
            step = self.play.game.step[at]
            self.view = view_of(self.play, step, self._unfold)
            self._shown = at
            self._script_open = self._reads_script and not self.aside and at not in self._read
            self._entered = len(self.play.session.lines) if self._script_open else 0
            self._read.add(at)
        self.view.stale = False
        return self.view

    def _table_acts(self) -> bool:
        """Whether anybody has done something in this step since the guide opened by itself."""
        lines = self.play.session.lines[self._entered :]
        return any(isinstance(line, Act) and not isinstance(line.action, Deal | Extend | GoTo) for line in lines)

    def on_input(self, given: Input) -> Next | None:
        return self._after(self.view.on_input(given)) if self.view else None

    def tick(self, now: float) -> Next | None:
        if self.play.state.at == END:
            from game.ui.end import End  # the end shows the whole journey, and draws on much that play does not need

            return Swap(End(self.play, self.settings))
        while self._left:  # what was being written there when the step changed
            step, view = self._left.pop()
            answer = view.leave()
            self._keep(step, view)
            if answer is not None:
                return answer
        second = int(self.play.time_left())
        if second != self._second:
            self._second = second
            self.repaint("timer")
        if self.play.timing.just_up() and self.settings.chimes:
            ring()
        if self.play.run.owed and self.play.recording.closed_to_change is None:
            self.changed()
            if not deals_by_hand(self.play):
                deal_owed(self.play)
            elif not self.play.guide.curtain:
                return Push(HandDeal(self.play))
        if self.view is None:
            return None
        answer = self._after(self.view.tick(now))
        if now - self._draft_second >= 1.0:
            self._draft_second = now
            self._keep(self._shown, self.view)
        return answer

    def _keep(self, step: str, view: StepView) -> None:
        """What is being typed in a step is in the file, to be gone on with."""
        for name, text in view.drafts().items():
            self.play.recording.keep(f"draft.{step}.{name}", text)

    def closed(self) -> None:
        for step, view in (*self._left, *(((self._shown, self.view),) if self.view is not None else ())):
            view.leave()
            self._keep(step, view)
        self._left.clear()
        self.play.close()

    def _after(self, answer: Next | None) -> Next | None:
        if self.view is not None:
            if self.view.wanted_focus:
                self.focus_on(self.view.wanted_focus)
                self.view.wanted_focus = ""
            if self.view.stale:
                self.changed()
        return answer

    def _unfold(self) -> Next | None:
        self._script_open, self._entered = True, 0
        self.focus_on("script-fold")
        return None

    def _fold(self) -> Next | None:
        self._script_open = False
        self.focus_on("script-open")
        return None

    def _menu(self) -> Next | None:
        from game.ui.menu import Menu

        return Push(Menu(self.play, self.settings), self._left_menu)

    def _left_menu(self, choice: object) -> Next | None:
        if isinstance(choice, Keys | Tell):
            return choice
        if choice != "leave":
            return None
        self.closed()
        return Pop()

    def _go_to(self, step: str) -> Callable[[], Next | None]:
        return partial(self._ask_to_go, step)

    def _ask_to_go(self, step: str) -> Next | None:
        title = self.play.say(self.play.texts.steps[step].short_title)
        number = self.play.state.order.index(step) + 1
        dialog = Dialog(
            _("Go to step {n}, {title}?").format(n=number, title=title),
            [_("What has been done in this step stays, and you can come back to it.")],
            [
                Answer(False, _("Stay here")),
                Answer(True, _("Step {n}: {title}").format(n=number, title=title), arrow=True),
            ],
        )
        return Push(dialog, lambda yes: self.play.do(GoTo(step)) if yes else None)


def usual(look: Look, top: float) -> Areas:
    """Where table, rail and dock lie in most steps, below `top`."""
    wide = look.W - 2 * MARGIN
    rail = RAIL if look.W <= 2000 else 520.0
    dock = Box(MARGIN, look.H - 24 - DOCK, wide, DOCK)
    high = dock.y - GAP - top
    return Areas(
        Box(MARGIN, top, wide - rail - 24, high), Box(look.W - MARGIN - rail, top, rail, high), dock
    )
