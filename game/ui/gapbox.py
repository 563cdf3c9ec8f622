"""One gap of the plan over the scene: fill it here, or go to the step that it belongs to."""

from collections.abc import Sequence

from game.content.texts import FieldText
from game.engine.actions import GoTo
from game.engine.definition import PLAN, Field
from game.engine.fields import fields_of
from game.engine.results import sheet
from game.engine.state import Item
from game.plan.document import plain
from game.plan.fields import Gap
from game.ui.controls import Button, button_row
from game.ui.fieldtext import Entry
from game.ui.fonts import text_height
from game.ui.forms import Form
from game.ui.inputs import Input, Key
from game.ui.look import Box, Look, Style
from game.ui.papers import Sheet, Words
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Next, Pop, Scene
from game.ui.scroll import ScrollArea
from game.words import _

_TITLE = Style(34, 42, 600)
_PAD = 32.0
WENT = "went"
"""What is left when the session has gone to another step."""


class GapBox(Scene):
    """Asks for what is missing. Leaves WENT if the table went to the step, else None."""

    over = True

    def __init__(self, play: Play, gap: Gap) -> None:
        self.play, self.gap = play, gap
        self.form = Form(play, "gap")
        self.found = _field_of(play, gap)
        if self.found is not None:
            record, entry = self.found
            self.first_focus = f"gap.{record}.{entry.field.id}"
        else:
            self.first_focus = "gap.go"

    @property
    def _item(self) -> Item | None:
        """The record that has the gap, as it is now."""
        return self.play.item(self.found[0]) if self.found is not None else None

    def parts(self, look: Look) -> Sequence[Part]:
        wide = min(1040.0, look.W - 80)
        inner = wide - 2 * _PAD
        item = self._item
        question = plain(self.gap.question)
        title = text_height(look, question, _TITLE, inner)
        hint = plain(self.gap.hint) if item is None else ""
        below = text_height(look, hint, "body", inner) + 8 if hint else 0.0
        field = self.form.height(look, item, self.found[1], inner) if item is not None and self.found else 0.0
        rows = self._rows(look, inner)
        row = look.control("primary") + 12
        fixed = _PAD + title + 16 + below + 28 + row * len(rows) - 12 + _PAD
        shown = min(field + 24, look.H - 48 - fixed) if field else 0.0
        high = fixed + shown
        sheet_box = Box((look.W - wide) / 2, max(24.0, (look.H - high) * 0.38), wide, high)
        x, y = sheet_box.x + _PAD, sheet_box.y + _PAD
        found: list[Part] = [
            Sheet("gap", sheet_box, fill="raised", shadow="lifted", solid=True, focusable=False),
            Words("gap.title", Box(x, y, inner, title), question, style=_TITLE, focusable=False),
        ]
        y += title + 16
        if hint:
            found.append(Words("gap.hint", Box(x, y, inner, below), hint, focusable=False))
            y += below
        if item is not None and self.found is not None:
            area = ScrollArea("gap.area", Box(x - 12, y, inner + 24, shown), question, content=field + 24)
            found += area.around(self.form.parts(look, item, self.found[1], Box(x, y + 12, inner, field)))
            y += shown
        middle = sheet_box.bottom - _PAD - look.control("primary") / 2 - row * (len(rows) - 1)
        for line in rows:
            found += button_row(look, sheet_box.right - _PAD, middle, line)
            middle += row
        return found

    def _rows(self, look: Look, inner: float) -> list[list[Button]]:
        """The buttons, the way to the step in a line of its own if there is no room beside the rest."""
        place = look.box
        row: list[Button] = []
        if self.gap.step in self.play.game.step:
            title = self.play.say(self.play.texts.steps[self.gap.step].short_title)
            number = self.play.state.order.index(self.gap.step) + 1
            label = _("Go to step {n}: {title}").format(n=number, title=title)
            refusal = self.play.refusal(GoTo(self.gap.step)) if self.play.state.at != self.gap.step else ""
            kind = "plain" if self.found is not None else "primary"
            row.append(Button("gap.go", place, label, self._go, kind="primary" if kind == "primary" else "plain",
                              arrow=True, refusal=refusal))  # fmt: skip
        close = Button("gap.close", place, _("Ready") if self.found is not None else _("Cancel"), self._close,
                       kind="primary" if self.found is not None else "plain", keys=("escape",))  # fmt: skip
        if self.found is None:
            row.insert(0, close)
        else:
            row.append(close)
        wants = sum(Button.natural(look, one.label, one.kind, one.icon, one.arrow)[0] + 20 for one in row)
        return [row] if wants <= inner + 20 else [[one] for one in row]

    def _close(self) -> Next | None:
        return self.form.flush(all_of_them=True) or (None if self._unfinished() else Pop())

    def _unfinished(self) -> bool:
        """Whether something is written that could not be taken: it stays in sight, with why."""
        waits = any(self.form.drafts().values())
        if waits:
            self.changed()
        return waits

    def _go(self) -> Next | None:
        answer = self.form.flush(all_of_them=True)
        if answer is None and self.play.state.at != self.gap.step:
            answer = self.play.do(GoTo(self.gap.step))
        return answer or Pop(WENT)

    def tick(self, now: float) -> Next | None:
        if self.found is not None and self._item is None:  # undone from elsewhere
            return Pop()
        answer = self.form.flush()
        if self.form.stale:
            self.form.stale = False
            self.changed()
        if self.form.wanted_focus:
            self.focus_on(self.form.wanted_focus)
            self.form.wanted_focus = ""
        return answer

    def on_input(self, given: Input) -> Next | None:
        return self._close() if isinstance(given, Key) and given.chord == "escape" else None


def _field_of(play: Play, gap: Gap) -> tuple[int, Entry] | None:
    """The record and the field that can be filled here; None if a whole step is what is missing.

    A field of the plan that no step has answered can be typed straight into the plan.
    """
    if gap.record is None:
        own = sheet(play.state, PLAN)
        return _entry(play, own, gap.field) if own is not None and gap.field else None
    return _entry(play, play.state.item(gap.record), gap.field)


def _entry(play: Play, item: Item, field_id: str) -> tuple[int, Entry] | None:
    field = next((field for field in fields_of(play.game, item) if field.id == field_id), None)
    text = _text(play, item, field) if field is not None else None
    return (item.id, Entry(field, text)) if field is not None and text is not None else None


def _text(play: Play, item: Item, field: Field) -> FieldText | None:
    """What is said beside a field of a record."""
    if item.step == PLAN:
        found = next((one for one in play.texts.plan.fields if one.id == field.id), None) if play.texts.plan else None
        return FieldText(found.id, found.label, found.hint) if found else None
    texts = play.texts.steps[item.step]
    return (texts.fields if item.kind == "sheet" else texts.item_fields).get(field.id)
