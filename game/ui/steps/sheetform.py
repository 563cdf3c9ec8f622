"""The sheet of a step as a form on the table, beside what was chosen: its first question large, the rest in pairs."""

from collections.abc import Callable, Sequence
from functools import partial

from game.engine.actions import Amend
from game.engine.definition import Field, Step
from game.engine.results import sheet
from game.engine.state import Item
from game.ui import cards
from game.ui.cards import CardFace
from game.ui.controls import Row
from game.ui.fieldtext import Entry, entries
from game.ui.fonts import text_height
from game.ui.formparts import Gap
from game.ui.forms import LABEL, Form
from game.ui.look import Box, Look, Style
from game.ui.papers import Line, Sheet, Words
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Next
from game.ui.scroll import ScrollArea
from game.ui.steps.cardparts import CardPart
from game.ui.textbox import TextBox
from game.words import _, ngettext

_CARD = 333.0
_QUESTION = Style(34, 44, 500)
_PAD = 32.0
_GAP = 20.0


class SheetForm:
    """The fields of a step's own sheet. `flush` puts what was written into the session."""

    def __init__(self, play: Play, step: Step, changed: Callable[[], None]) -> None:
        """`changed` is told when the parts must be made anew."""
        self.play, self.step, self._changed = play, step, changed
        self.form = Form(play)

    @property
    def _entries(self) -> list[Entry]:
        return entries(self.step.fields, self.play.texts.steps[self.step.id].fields)

    def _question(self) -> Field | None:
        """The field that stays in sight to the end as the question, if this step has it."""
        source = self.play.texts.pin.question
        if source is None or source.step != self.step.id or source.what != "field":
            return None
        return next((field for field in self.step.fields if field.id == source.part), None)

    def _large(self) -> Field | None:
        return self._question() or next((field for field in self.step.fields if field.type == "text"), None)

    def first_focus(self) -> str:
        """The part in which one begins to write."""
        own = sheet(self.play.state, self.step.id)
        first = self._large() or next(iter(self.step.fields), None)
        return f"form.{own.id}.{first.id}" if own and first else ""

    def words(self) -> tuple[str, str, str]:
        """What the dock says: how much is missing, what that means, and the icon."""
        own = sheet(self.play.state, self.step.id)
        asked = [field for field in self.step.fields if field.need != "free"]
        missing = sum(1 for field in asked if own is not None and own.fields.get(field.id, "") in ("", ()))
        if not missing:
            return _("Everything is written down."), _("It can be changed at any time."), "check"
        heading = ngettext(
            "{n} place is empty. It may be left open.", "{n} places are empty. They may be left open.", missing
        ).format(n=missing)
        return heading, _("The plan shows the gaps, and they can be filled later."), "warning"

    def parts(self, look: Look, box: Box, own: Item, chosen: Sequence[tuple[Item, CardFace]]) -> list[Part]:
        """What was chosen, and the form."""
        found: list[Part] = []
        if chosen and box.w >= 1000:
            left, box = box.cut_left(_CARD, 24)
            found += _cards(left, [face for _item, face in chosen])
        sheet_part = Sheet("form", box, focusable=False)
        area = ScrollArea("form.area", box.inset(8, 16), _("What is written down"))
        inner = area.box.inset(_PAD - 8, 8)
        made: list[Part] = []
        y = inner.y
        large = self._large()
        rest = [entry for entry in self._entries if large is None or entry.field.id != large.id]
        if large is not None:
            entry = next(entry for entry in self._entries if entry.field.id == large.id)
            y = self._first(look, Box(inner.x, y, inner.w, 0), own, entry, chosen, made)
        y = self._pairs(look, Box(inner.x, y, inner.w, 0), own, rest, made)
        area.content = y - area.box.y
        return [*found, sheet_part, *area.around(made)]

    def _first(
        self, look: Look, box: Box, own: Item, entry: Entry, chosen: Sequence[tuple[Item, CardFace]], made: list[Part]
    ) -> float:
        """The question, in large letters, and under it the card's own as a suggestion while it is empty."""
        field = entry.field
        document = self.form.document(own, field)
        missing = self.form.missing(own, field)
        words = self.play.say(entry.text.label)
        if missing:
            words = _("Missing: {what}").format(what=self.play.say(entry.text.gap) or words)
        high = Line.height(look, words, box.w, LABEL) if missing else text_height(look, words, LABEL, box.w)
        head = box._replace(h=high)
        made.append(
            Line("form.question-label", head, words, icon="warning", style=LABEL, role="warning", focusable=False)
            if missing
            else Words("form.question-label", head, words, style=LABEL, focusable=False)
        )
        high = max(TextBox.natural(look, document, box.w, _QUESTION, least=2), 120)
        whole = Box(box.x, head.bottom + 8, box.w, high)
        if missing:
            made.append(Gap("form.question-gap", whole, focusable=False))
        written = TextBox(
            self.first_focus(), whole.inset(5) if missing else whole, words, document=document,
            placeholder=self.play.say(entry.text.hint), style=_QUESTION, enter_sends=True, on_enter=self.flush,
            fill="warning_soft" if missing else "raised", edge=None if missing else "edge",
            on_change=lambda _text: self._changed(),
        )  # fmt: skip
        self.form.watch(own, field, written)
        made.append(written)
        y = whole.bottom + max(_GAP, written.room_under(look))
        asked = next((face.text for _item, face in chosen if face.text), "")
        if asked and missing and len(asked) <= field.chars and field == self._question():
            details = (_("The question on the card: press to use it"),)
            row_high = Row.height(look, asked, details, box.w)
            use = partial(self._use, own, field, asked)
            made.append(
                Row("form.suggestion", Box(box.x, y, box.w, row_high), asked, use, details=details, icon="note")
            )
            y += row_high + _GAP
        return y

    def _use(self, own: Item, field: Field, text: str) -> Next | None:
        return self.play.do(Amend(own.id, field.id, text))

    def _pairs(self, look: Look, box: Box, own: Item, rest: Sequence[Entry], made: list[Part]) -> float:
        y = box.y
        columns = 2 if box.w > 760 else 1
        for start in range(0, len(rest), columns):
            row = rest[start : start + columns]
            cells = box._replace(y=y).columns(columns, 40)
            high = max(self.form.height(look, own, entry, cell.w) for entry, cell in zip(row, cells, strict=False))
            for entry, cell in zip(row, cells, strict=False):
                made += self.form.parts(look, own, entry, cell._replace(h=high))
            y += high + _GAP
        return y

    # What is written

    def flush(self) -> Next | None:
        return self.form.flush(all_of_them=True)

    def tick(self) -> Next | None:
        answer = self.form.flush()
        if self.form.stale:
            self.form.stale = False
            self._changed()
        return answer

    def wanted_focus(self) -> str:
        """The part that the form wants to have the focus, asked once."""
        name, self.form.wanted_focus = self.form.wanted_focus, ""
        return name

    def drafts(self) -> dict[str, str]:
        return self.form.drafts()


def _cards(box: Box, faces: Sequence[CardFace]) -> list[Part]:
    """What was chosen, under each other, closer together when there is much."""
    pitch = min(cards.GRID.size[1] + _GAP, (box.h - cards.GRID.size[1]) / max(len(faces) - 1, 1))
    return [
        CardPart(f"chosen-{place}", Box(box.x, box.y + place * pitch, box.w, cards.GRID.size[1]), face.title, face=face,
                 focusable=False)
        for place, face in enumerate(faces)
    ]  # fmt: skip
