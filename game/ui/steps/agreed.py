"""What the table has agreed to do, as a list beside the last steps."""

from game.engine.results import results
from game.ui.fonts import text_height
from game.ui.look import Box, Look, Style
from game.ui.papers import Sheet
from game.ui.papers import Words as WordsPart
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scroll import ScrollArea
from game.words import _

_TITLE = Style(30, 38, 600)


class Words:
    """Texts under each other from the top of a box; `y` is where the next one goes."""

    def __init__(self, look: Look, top: Box) -> None:
        self.look, self.x, self.y, self.w = look, top.x, top.y, top.w
        self.parts: list[Part] = []

    def add(self, name: str, text: str, style: str | Style, role: str = "ink", gap: float = 8) -> None:
        """One more text, as high as it needs."""
        high = text_height(self.look, text, style, self.w)
        box = Box(self.x, self.y, self.w, high)
        self.parts.append(WordsPart(name, box, text, style=style, role=role, focusable=False))
        self.y += high + gap


def panel(look: Look, box: Box, play: Play, step: str) -> list[Part]:
    """The records of a commit step with when and who, scrolling if they must."""
    kind = play.texts.labels.get("item", play.game.step[step].makes)
    title = play.say(kind.many) or play.say(kind.label)
    head = Words(look, Box(box.x + 24, box.y + 20, box.w - 48, 0))
    head.add("rail.title", title, _TITLE, gap=4)
    area = ScrollArea("rail.list", Box(box.x + 8, head.y, box.w - 16, box.bottom - head.y - 12), title)
    column = Words(look, Box(box.x + 24, area.box.y + 6, box.w - 48, 0))
    for number, item in enumerate(results(play.game, play.state, step), 1):
        told = ", ".join(filter(None, when_and_who(play, step, item.id)))
        column.add(f"rail.item-{item.id}", f"{number}\u00a0{play.title(item)}", "read_strong", gap=2)
        column.add(f"rail.detail-{item.id}", told or _("Nobody, no time yet"), "read", "ink_muted", gap=14)
    area.content = column.y - area.box.y
    return [Sheet("rail", box, focusable=False), *head.parts, *area.around(column.parts)]


def when_and_who(play: Play, step: str, record: int) -> tuple[str, str]:
    """When a record is done and who is responsible, each empty if that is not known."""
    fields = play.game.step[step].item_fields
    item = play.state.item(record)
    when = next((field.id for field in fields if field.type in ("when", "date")), "")
    who = next((field.id for field in fields if field.type in ("seat", "contact")), "")
    return play.value_words(item.fields.get(when, "")), play.value_words(item.fields.get(who, ""))
