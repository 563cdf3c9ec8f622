"""The facilitator's window before the game: what it is for, and what is good to know for a first time."""

from collections.abc import Sequence

from game.content.texts import GameTexts
from game.ui.fonts import text_height
from game.ui.look import Box, Look
from game.ui.pages import Column
from game.ui.papers import Ground, Sheet, Words
from game.ui.part import Part
from game.ui.scene import Scene
from game.ui.scroll import ScrollArea
from game.words import _


class Waiting(Scene):
    """Stays until the table is shown; then the facilitator's view takes its place."""

    def __init__(self, texts: GameTexts | None = None) -> None:
        self.texts = texts

    def parts(self, look: Look) -> Sequence[Part]:
        wide = min(1180.0, look.W - 80)
        lead = _("Script, time and seats come here when the game begins. Move this window to your own screen.")
        title = Box((look.W - wide) / 2, 32, wide, text_height(look, _("Facilitator’s window"), "title", wide))
        under = Box(title.x, title.bottom + 8, wide, text_height(look, lead, "lead", wide))
        sheet = Box(title.x, under.bottom + 24, wide, look.H - under.bottom - 48)
        found: list[Part] = [
            Ground(look),
            Words("title", title, _("Facilitator’s window"), style="title", focusable=False),
            Words("lead", under, lead, style="lead", focusable=False),
        ]
        if self.texts is None or not self.texts.tips:
            return found
        area = ScrollArea("tips", sheet.inset(40, 24), self.texts.tips_title.in_(look.lang))
        column = Column(look, "tip", area.box.x, area.box.y + 8, area.box.w - 16)
        column.heading(self.texts.tips_title.in_(look.lang))
        for tip in self.texts.tips:
            column.words("•  " + tip.in_(look.lang), gap=8)
        area.content = column.y - area.box.y
        return [*found, Sheet("sheet", sheet, focusable=False), *area.around(column.parts)]
