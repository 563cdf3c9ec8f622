"""The screen of a commit step: what was chosen becomes records with a form each, and beside it where each came from."""

from collections.abc import Callable
from functools import partial

import pygame

from game.engine.actions import Amend, GoTo, Withdraw, Write
from game.engine.definition import Step
from game.engine.results import results
from game.engine.state import Item
from game.ui import paint
from game.ui.asktext import AskText
from game.ui.controls import Button
from game.ui.fieldtext import Entry, entries, filled, lacking
from game.ui.fonts import draw_line, draw_text, line_height, text_height, width
from game.ui.forms import Form
from game.ui.icons import draw_icon
from game.ui.look import Box, Look, Style
from game.ui.marks import draw_progress
from game.ui.papers import Sheet, Words
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Next, Push, Tell
from game.ui.scroll import ScrollArea
from game.ui.steps import origin
from game.ui.steps.foot import Foot, foot_parts, with_foot
from game.ui.steps.gapwords import gap_sign, gap_words
from game.ui.steps.slips import Roll
from game.ui.steps.turns import to_next_step
from game.ui.steps.view import Areas, StepView
from game.words import _

_LIST = 356.0
_LIST_NARROW = 300.0
_GAP = 20.0
_PITCH = 14.0
_TITLE = Style(30, 38, 600)
_ROW_TITLE = Style(24, 30, 600)
_COUNT = Style(22, 28, 600, tabular=True)
_REMOVE = "\n"
"""What the box for a name leaves when the record is to be taken out: nothing that anyone can write there."""


class CommitView(StepView):
    """Shows a commit step. `shown` is the record whose form lies on the table."""

    def __init__(self, play: Play, step: Step, open_script: Callable[[], Next | None]) -> None:
        super().__init__(play, step, open_script)
        self.form = Form(play)
        self.shown: int | None = None

    # What there is

    @property
    def _records(self) -> tuple[Item, ...]:
        return results(self.play.game, self.play.state, self.step.id)

    def _current(self) -> Item | None:
        """The record on the table: the one that was pressed, at first one with gaps."""
        records = self._records
        found = next((item for item in records if item.id == self.shown), None)
        if found is None and records:
            gaps = [item for item in records if lacking(item, self.step.item_fields)]
            found = (gaps or list(records))[0]
            self.shown = found.id
        return found

    def _title(self, item: Item) -> str:
        number = [one.id for one in self._records].index(item.id) + 1
        return f"{number}\u00a0{self.play.title(item) or _('Without a name')}"

    def _one(self) -> str:
        """What a record of this step is called, as it stands in a sentence."""
        word = self.play.say(self.play.texts.labels.get("item", self.step.makes).label)
        return word[:1].lower() + word[1:]

    def _own(self) -> str:
        return _("Your own {one}").format(one=self._one())

    # What is seen

    def layout(self, look: Look, areas: Areas) -> Areas:
        return with_foot(look, areas, self._foot(look))

    def table(self, look: Look, box: Box) -> list[Part]:
        item = self._current()
        if item is None:
            return self._nothing(look, box)
        left, right = box.cut_left(_LIST if box.w >= 1300 else _LIST_NARROW, _GAP)
        return [*self._list(look, left, item), *self._form(look, right, item)]

    def _nothing(self, look: Look, box: Box) -> list[Part]:
        """Nothing was chosen: what to do about it."""
        inner = box.inset(64, 56)
        words = _("Nothing has been chosen yet. You can go back and choose, or add something of your own.")
        prompt = self.play.say(self.text.prompt)
        high = text_height(look, prompt, "lead", inner.w)
        low = text_height(look, words, "body", inner.w)
        own = Button("table.own", Box(0, 0, 0, 0), self._own(), self._ask_own, icon="plus")
        wide, side = Button.natural(look, own.label, icon="plus")
        y = inner.y + high + 24
        own.box = Box(inner.x, y + low + 28, wide, side)
        found: list[Part] = [
            Sheet("table", box, focusable=False),
            Words("table.prompt", inner._replace(h=high), prompt, style="lead", focusable=False),
            Words("table.nothing", Box(inner.x, y, inner.w, low), words, focusable=False),
            own,
        ]
        source = self.step.about[0].step if self.step.about else ""
        if source in self.play.texts.steps:
            title = _("Back to: {step}").format(step=self.play.say(self.play.texts.steps[source].short_title))
            wide = Button.natural(look, title, icon="undo")[0]
            back = Box(own.box.right + 20, own.box.y, wide, side)
            found.append(Button("table.back", back, title, self.play.doing(GoTo(source)), icon="undo"))
        return found

    def _list(self, look: Look, box: Box, current: Item) -> list[Part]:
        fields = self.step.item_fields
        area = Roll("table.list", box.inset(-10, -10), self._one(), shows=f"table.record-{current.id}")
        found: list[Part] = []
        y = box.y
        for item in self._records:
            title = self._title(item)
            high = max(134.0, text_height(look, title, _ROW_TITLE, box.w - 40) + 74)
            done = filled(item, fields)
            label = f"{title}, {done}/{len(fields)}"
            found.append(
                Part(f"table.record-{item.id}", Box(box.x, y, box.w, high), label, partial(self._show, item.id),
                     paint=_row(title, done, len(fields)), group="records", selected=item.id == current.id)
            )  # fmt: skip
            y += high + _PITCH
        side = look.control()
        found.append(Part("table.own", Box(box.x, y, box.w, side), self._own(), self._ask_own, paint=_own,
                          group="records"))  # fmt: skip
        area.content = y + side + 20 - box.y
        return area.around(found)

    def _form(self, look: Look, box: Box, item: Item) -> list[Part]:
        fields = self.step.item_fields
        done = _("{done}/{all} filled in").format(done=filled(item, fields), all=len(fields))
        area = ScrollArea("table.form", box.inset(6, 8), self._title(item))
        inner = Box(box.x + 32, box.y + 12, box.w - 64, 0)
        title = self._title(item)
        room = inner.w - width(look, done, _COUNT) - 24
        high = max(look.target_min, text_height(look, title, _TITLE, room - 52))
        found: list[Part] = [
            Part("table.title", Box(inner.x - 8, inner.y, room, high), title, partial(self._ask_title, item),
                 paint=_heading),
            Words("table.count", Box(inner.x + room, inner.y + 14, inner.w - room, high - 14), done, style=_COUNT,
                  role="ink_muted", align="right", focusable=False),
        ]  # fmt: skip
        made, end = self.form.grid(look, Box(inner.x, inner.y + high + 6, inner.w, 0), item, self._entries())
        area.content = end + 14 - area.box.y
        return [Sheet("table", box, focusable=False), *area.around([*found, *made])]

    def _entries(self) -> list[Entry]:
        return entries(self.step.item_fields, self.text.item_fields)

    def rail(self, look: Look, box: Box) -> list[Part]:
        item = self._current()
        if item is None:
            return []
        return origin.panel(look, self.play, box, origin.origin_of(self.play, item))

    # The dock

    def dock(self, look: Look, box: Box) -> list[Part]:
        return foot_parts(look, box, self._foot(look))

    def _foot(self, look: Look) -> Foot:
        item = self._current()
        nowhere = Box(0, 0, 0, 0)
        go_on = Button("dock.next", nowhere, to_next_step(self.play), self._go_on, kind="primary", arrow=True)
        if item is None:
            line = _("The plan shows the gaps, and they can be filled later.")
            return Foot(self.play.say(self.text.title), line, (go_on,))
        ids = [one.id for one in self._records]
        place = ids.index(item.id)
        row = []
        if place > 0:
            before = partial(self._show, ids[place - 1])
            row.append(Button("dock.previous", nowhere, _("Previous"), before, icon="back"))
        if place + 1 < len(ids):
            after, label = partial(self._show, ids[place + 1]), _("Next {one}").format(one=self._one())
            row.append(Button("dock.next", nowhere, label, after, kind="primary", arrow=True))
        else:
            row.append(go_on)
        gaps = lacking(item, self.step.item_fields)
        return Foot(*gap_words(gaps), tuple(row), lead=gap_sign(gaps))


    # What happens

    def _show(self, record: int) -> Next | None:
        answer = self.form.flush(all_of_them=True)
        self.shown = record
        return answer

    def _go_on(self) -> Next | None:
        return self.form.flush(all_of_them=True) or self.play.go_on()

    def _ask_own(self) -> Next | None:
        self.form.flush(all_of_them=True)
        hint = _("Give it a short name. You can fill in the rest after that.")
        return Push(AskText(self._own(), hint=hint, chars=self.step.limits.chars), self._add)

    def _add(self, text: object) -> Next | None:
        if not isinstance(text, str):
            return None
        answer = self.play.do(Write(0, text, self.step.makes))
        if answer is None:
            self.shown = self._records[-1].id
        return answer

    def _ask_title(self, item: Item) -> Next | None:
        self.form.flush(all_of_them=True)
        ask = AskText(
            _("What is this called?"), self.play.title(item), chars=self.step.limits.chars,
            other=(_REMOVE, _("Take this out"), "delete"),
        )  # fmt: skip
        return Push(ask, partial(self._name, item))

    def _name(self, item: Item, text: object) -> Next | None:
        if text == _REMOVE:
            name = self.play.title(item)
            answer = self.play.do(Withdraw(item.id))
            return answer or Tell(_("{name} was taken out.").format(name=name), undo=self.play.undo)
        if not isinstance(text, str) or text == self.play.title(item):
            return None
        return self.play.do(Amend(item.id, "text", text))

    def tick(self, now: float) -> Next | None:
        answer = self.form.flush()
        if self.form.stale:
            self.form.stale, self.stale = False, True
        if self.form.wanted_focus:
            self.wanted_focus, self.form.wanted_focus = self.form.wanted_focus, ""
        return answer

    def drafts(self) -> dict[str, str]:
        return self.form.drafts()

    def leave(self) -> Next | None:
        return self.form.flush(all_of_them=True)


def _row(title: str, done: int, whole: int) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        box, r = part.box, look.radius("control")
        if part.selected:
            paint.selected(surface, look, box, r)
        else:
            fill = "sunken" if part.state.hover or part.state.pressed else "raised"
            paint.plate(surface, look, box, fill, r, "edge", look.stroke("control"))
        draw_text(surface, look, Box(box.x + 20, box.y + 16, box.w - 40, box.h - 70), title, _ROW_TITLE)
        y = box.bottom - 28
        count = draw_line(surface, look, box.right - 20, y, f"{done}/{whole}", _COUNT, align="right")
        room = count.x - 16 - box.x - 20
        pill = min(22.0, (room - 6 * (whole - 1)) / max(whole, 1))
        if pill >= 8:
            draw_progress(surface, look, box.x + 20, y, done, whole, pill)

    return draw


def _own(surface: pygame.Surface, look: Look, part: Part) -> None:
    fill = "sunken" if part.state.hover or part.state.pressed else None
    paint.dashed(surface, look, part.box, look.radius("control"), fill=fill)
    wide = width(look, part.label, "button")
    x = part.box.centre[0] - (wide + 44) / 2
    draw_icon(surface, look, "plus", x + 15, part.box.centre[1], 30)
    draw_line(surface, look, x + 44, part.box.centre[1], part.label, "button")


def _heading(surface: pygame.Surface, look: Look, part: Part) -> None:
    """A title that can be changed: a pencil behind it says so."""
    if part.state.hover or part.state.pressed:
        paint.plate(surface, look, part.box, "sunken", look.radius("control"))
    words = Box(part.box.x + 8, part.box.y, part.box.w - 52, part.box.h)
    taken = draw_text(surface, look, words, part.label, _TITLE, valign="middle")
    middle = min(part.box.centre[1], taken.y + line_height(look, _TITLE) / 2)
    draw_icon(surface, look, "edit", taken.right + 26, middle, 26, "ink_muted")
