"""A page over everything: a heading, a way back, and a sheet whose content scrolls. Pages differ in what lies on it."""

from abc import abstractmethod
from collections.abc import Sequence

from game.ui.controls import icon_button
from game.ui.fonts import text_height
from game.ui.inputs import Input, Key
from game.ui.look import Box, Look, Style
from game.ui.paint import Paint
from game.ui.papers import Ground, Sheet, Words
from game.ui.part import Part
from game.ui.scene import Next, Pop, Scene
from game.ui.scroll import ScrollArea
from game.words import _

READ = Style(26, 36, 400)
HEAD = Style(30, 38, 700)


class Column:
    """Texts and parts under each other in a box; `y` is where the next one goes."""

    def __init__(self, look: Look, name: str, x: float, y: float, w: float) -> None:
        self.look, self.name, self.x, self.y, self.w = look, name, x, y, w
        self.parts: list[Part] = []

    def words(self, text: str, style: str | Style = READ, role: Paint = "ink", gap: float = 18) -> None:
        """A text as high as it needs."""
        high = text_height(self.look, text, style, self.w)
        box = Box(self.x, self.y, self.w, high)
        name = f"{self.name}-{len(self.parts)}"
        self.parts.append(Words(name, box, text, style=style, role=role, focusable=False))
        self.y += high + gap

    def heading(self, text: str) -> None:
        """A heading, with some room above it."""
        if self.parts:
            self.y += 18
        self.words(text, HEAD, "primary", 10)

    def room(self, height: float, gap: float = 16) -> Box:
        """The next box of this height, for a part that the caller makes."""
        box = Box(self.x, self.y, self.w, height)
        self.y += height + gap
        return box


class Page(Scene):
    """A heading, a way back (Escape), and a sheet that scrolls."""

    first_focus = "back"
    width = 1180.0

    @abstractmethod
    def title(self) -> str:
        """The heading."""

    @abstractmethod
    def fill(self, look: Look, column: Column) -> None:
        """Put what the page says into the column; parts that can be pressed go into `column.parts` too."""

    def parts(self, look: Look) -> Sequence[Part]:
        side = look.control("icon_button")
        wide = min(self.width, look.W - 80)
        head = max(side, text_height(look, self.title(), "title", wide - side - 24))
        sheet = Box((look.W - wide) / 2, 24 + head + 20, wide, look.H - 24 - head - 20 - 24)
        area = ScrollArea("page", sheet.inset(40, 24), self.title())
        column = Column(look, "page-text", area.box.x, area.box.y + 8, area.box.w - 16)
        self.fill(look, column)
        area.content = column.y - area.box.y
        return [
            Ground(look),
            icon_button("back", look, sheet.x, 24, "back", _("Back"), lambda: Pop(), keys=("escape",)),
            Words("title", Box(sheet.x + side + 24, 24, wide - side - 24, head), self.title(), style="title",
                  valign="middle", focusable=False),
            Sheet("sheet", sheet, focusable=False),
            *area.around(column.parts),
        ]  # fmt: skip

    def on_input(self, given: Input) -> Next | None:
        return Pop() if isinstance(given, Key) and given.chord == "escape" else None
