"""One page of the plan, as large as it is wide enough to read across a table."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass, field
from functools import partial

import pygame

from game.ui import paint
from game.ui.controls import icon_button
from game.ui.inputs import Input, Key
from game.ui.look import Box, Look
from game.ui.pagedraw import page_picture
from game.ui.pageset import HEIGHT, WIDTH, Page
from game.ui.part import Part
from game.ui.scene import Next, Pop, Scene
from game.ui.scroll import ScrollArea
from game.words import _

_WIDEST = 1160.0


@dataclass(eq=False)
class PagePart(Part):
    """A page lying on the table, or held up large."""

    _: KW_ONLY
    page: Page = field(default_factory=Page)
    number: int = 1
    count: int = 1

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        paint.shadow(surface, look, self.box, "sheet", 0)
        picture = page_picture(look, self.page, self.number, self.count, self.box.w)
        surface.blit(picture, look.point(self.box.x, self.box.y))
        if look.contrast or self.state.hover:
            paint.outline(surface, look, self.box, 0, "edge")


class PageView(Scene):
    """Shows one page at a time. Leaves the number (from 0) of the page that was read last."""

    over = True
    first_focus = "later"

    def __init__(self, pages: Sequence[Page], at: int) -> None:
        self.pages, self.at = pages, at
        self._area: tuple[ScrollArea, Look] | None = None

    def parts(self, look: Look) -> Sequence[Part]:
        side = look.control("icon_button")
        wide = min(_WIDEST, look.W - 2 * (side + 48))
        high = wide * HEIGHT / WIDTH
        place = Box((look.W - wide) / 2, 24, wide, high)
        area = ScrollArea(f"page-area-{self.at}", Box(place.x - 16, 0, wide + 32, look.H), _("The page"),
                          content=high + 48, focusable=False)  # fmt: skip
        self._area = (area, look)
        page = PagePart("page", place, page=self.pages[self.at], number=self.at + 1, count=len(self.pages), radius=0,
                        focusable=False, solid=True)  # fmt: skip
        first = _("This is the first page.") if self.at == 0 else ""
        last = _("This is the last page.") if self.at + 1 == len(self.pages) else ""
        middle, right = (look.H - side) / 2, look.W - 24 - side
        return [
            Part("page-back", look.box, _("Close"), self._close, paint=_nothing, focusable=False),
            *area.around([page]),
            icon_button("earlier", look, 24, middle, "back", _("Back a page"), partial(self._turn, -1), first),
            icon_button("later", look, right, middle, "next", _("On a page"), partial(self._turn, 1), last),
            icon_button("close", look, right, 24, "close", _("Close"), self._close, keys=("escape",)),
        ]  # fmt: skip

    def _turn(self, pages: int) -> Next | None:
        self.at = min(max(0, self.at + pages), len(self.pages) - 1)
        self.changed()
        return None

    def _close(self) -> Next | None:
        return Pop(self.at)

    def on_input(self, given: Input) -> Next | None:
        match given:
            case Key(name="escape"):
                return self._close()
            case Key(name="left"):
                return self._turn(-1)
            case Key(name="right"):
                return self._turn(1)
            case Key() if self._area is not None and self._area[0].take(given, self._area[1]).taken:
                self.repaint(self._area[0].name)
        return None


def _nothing(surface: pygame.Surface, look: Look, part: Part) -> None:
    """What lies beside the page is the table behind it; a press there closes the page."""
