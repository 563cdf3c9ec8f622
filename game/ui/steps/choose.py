"""The screen of a choose step."""

from game.ui import dock
from game.ui.controls import Button
from game.ui.look import Box, Look
from game.ui.papers import Sheet, Words
from game.ui.part import Part
from game.ui.steps.view import StepView
from game.words import _


class ChooseView(StepView):
    """Shows a choose step."""

    def table(self, look: Look, box: Box) -> list[Part]:
        text = Words("table.prompt", box.inset(40), self.play.say(self.text.prompt), style="title", focusable=False)
        return [Sheet("table", box, focusable=False), text]

    def dock(self, look: Look, box: Box) -> list[Part]:
        row, left = dock.buttons(
            look, box, [Button("dock.next", box, _("Go on"), self.play.go_on, kind="primary", arrow=True)]
        )
        heading = self.play.say(self.text.title)
        return [dock.sheet(box), *dock.words(look, Box(box.x + 32, box.y, left - box.x - 64, box.h), heading, ""), *row]
