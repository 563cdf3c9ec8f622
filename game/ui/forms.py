"""A form for the fields of a record: what is written goes into the session as soon as the box is left.

Every empty field that the plan asks for is marked as a gap, and never blocks. A form lives as long as its view, keeps
the documents of its boxes, and makes parts anew on every build.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from game.engine.actions import Amend
from game.engine.definition import Field
from game.engine.fields import fields_of, is_date
from game.engine.state import Item, Value
from game.ui.calendar import Calendar
from game.ui.chooser import Choice, Chooser
from game.ui.controls import Button, icon_button, segments
from game.ui.days import day_words
from game.ui.editing import Document
from game.ui.fieldtext import TYPED, empty, read, shown
from game.ui.fieldtext import Entry as Entry
from game.ui.fieldtext import entries as entries
from game.ui.fonts import line_height, text_height, width
from game.ui.formchips import chips, moved
from game.ui.formparts import Frame, Gap, Person
from game.ui.look import Box, Look, Style
from game.ui.papers import Line, Words
from game.ui.part import Part
from game.ui.play import Play
from game.ui.scene import Next, Push, Tell
from game.ui.textbox import TextBox
from game.words import _, pgettext

LABEL = Style(24, 30, 600)
_UNDER_LABEL = 6.0
_SHORT = 80.0
"""How high a box for sentences is at least."""
_PAD = 16.0
_LINES = 8
"""How many lines a box shows; more scroll in it."""
_COLUMNS_FROM = 760.0


@dataclass
class _Written:
    """What is being written in a field, and the value it began with. `refused` was not taken, `why` says why."""

    document: Document
    value: Value
    refused: str | None = None
    why: str = ""


class Form:
    """The fields of records as parts.

    `stale` is set when parts must be made anew, `wanted_focus` names the part that is to have the focus next; whoever
    shows the form looks at both in every tick and takes them back.
    """

    def __init__(self, play: Play, name: str = "form") -> None:
        self.play = play
        self.name = name
        self.stale = False
        self.wanted_focus = ""
        self._texts: dict[tuple[int, str], _Written] = {}
        self._boxes: dict[tuple[int, str], TextBox] = {}

    # What is written

    def document(self, item: Item, field: Field) -> Document:
        """The text being written in a field; follows the session when that changes under it."""
        key = (item.id, field.id)
        value = item.fields.get(field.id, "")
        written = self._texts.get(key)
        if written is None or (written.value != value and not _differs(field, written)):
            text = shown(field, value)
            draft = self.play.recording.setting(_draft_name(item, field)) if written is None else ""
            written = _Written(Document(draft or text, limit=field.chars, lines=field.type == "text"), value)
            self._texts[key] = written
        return written.document

    def flush(self, *, all_of_them: bool = False) -> Next | None:
        """Puts what was written into the session, for every box that has lost the focus (or for all).

        What is too long, or cannot be read as what the field holds, stays in its box, and as a draft.
        """
        if self.play.recording.closed_to_change is not None:
            return None
        answer: Next | None = None
        for (record, field_id), written in list(self._texts.items()):
            box = self._boxes.get((record, field_id))
            if not all_of_them and box is not None and box.state.focused:
                continue
            item = self.play.item(record)
            if item is None:  # undone
                del self._texts[record, field_id]
                continue
            field = next((field for field in fields_of(self.play.game, item) if field.id == field_id), None)
            if field is not None and not item.gone and _differs(field, written):
                answer = self._take(item, field, written) or answer
                if all_of_them:
                    self.play.recording.keep(_draft_name(item, field), self.drafts()[f"{record}.{field_id}"])
        return answer

    def _take(self, item: Item, field: Field, written: _Written) -> Next | None:
        text = written.document.value
        if written.document.over or text == written.refused:
            return None
        value = read(field, text)
        answer: Next | None = None
        if value is not None and value != item.fields.get(field.id, ""):
            answer = self.play.do(Amend(item.id, field.id, value))
        self.stale = True
        if value is None or answer is not None:
            written.refused = text
            written.why = answer.words if isinstance(answer, Tell) else _unreadable(field)
            return None
        if written.document.text != shown(field, value):
            document = Document(shown(field, value), limit=field.chars, lines=field.type == "text")
            written = _Written(document, value)
        self._texts[item.id, field.id] = _Written(written.document, value)
        self.play.recording.keep(_draft_name(item, field), "")
        return None

    def drafts(self) -> dict[str, str]:
        """What is written and not yet in the session, by a stable name; an empty text for what is."""
        found = {}
        for (record, field_id), written in self._texts.items():
            item = self.play.item(record)
            fields = fields_of(self.play.game, item) if item is not None else ()
            field = next((field for field in fields if field.id == field_id), None)
            text = written.document.text if field is not None and _differs(field, written) else ""
            found[f"{record}.{field_id}"] = text
        return found

    def watch(self, item: Item, field: Field, box: TextBox) -> None:
        """The field is written in a box that somebody else has laid out; it goes into the session like the others."""
        self._boxes[item.id, field.id] = box

    def missing(self, item: Item, field: Field) -> bool:
        """Whether a field is a gap that nobody is filling at the moment."""
        written = self._texts.get((item.id, field.id))
        if field.need == "free" or not empty(item.fields.get(field.id, "")):
            return False
        return written is None or not written.document.text.strip()

    # What is seen

    def grid(
        self, look: Look, box: Box, item: Item, fields: Sequence[Entry], gap: float = 15.0
    ) -> tuple[list[Part], float]:
        """The fields from the upper edge of the box, sentences as wide as it, others in pairs; and where they end."""
        found: list[Part] = []
        y = box.y
        for row in self._rows(look, item, fields, box.w):
            cells = box._replace(y=y).columns(len(row), 40)
            high = max(self.height(look, item, entry, cell.w) for entry, cell in zip(row, cells, strict=True))
            for entry, cell in zip(row, cells, strict=True):
                own = self.height(look, item, entry, cell.w)
                found += self.parts(look, item, entry, cell._replace(h=own))
            y += high + gap
        return found, y - gap if fields else y

    def _rows(self, look: Look, item: Item, fields: Sequence[Entry], wide: float) -> list[list[Entry]]:
        """Which fields stand beside each other: two that do with half of the width, in their order."""
        rows: list[list[Entry]] = []
        open_row = False
        half = (wide - 40) / 2
        for entry in fields:
            small = wide >= _COLUMNS_FROM and entry.field.type != "text" and self._least(look, entry) <= half
            if small and open_row:
                rows[-1].append(entry)
                open_row = False
            else:
                rows.append([entry])
                open_row = small
        return rows

    def _least(self, look: Look, entry: Entry) -> float:
        """The width without which a control would not fit."""
        match entry.field.type:
            case "when":
                return sum(width(look, label, "button") + 40 for label in when_words().values()) + 70
            case _:
                return 0.0

    def height(self, look: Look, item: Item, entry: Entry, width: float) -> float:
        """How high a field is at this width, with its label and what must be said under it."""
        parts = self.parts(look, item, entry, Box(0, 0, width, 10_000), measure=True)
        return max(part.box.bottom + (part.room_under(look) if isinstance(part, TextBox) else 0.0) for part in parts)

    def parts(self, look: Look, item: Item, entry: Entry, box: Box, measure: bool = False) -> list[Part]:
        """The field in this box: its label, or that it is missing, and what it is filled in with.

        `measure` is for asking how high it is: nothing is remembered of its parts.
        """
        field = entry.field
        name = f"{self.name}.{item.id}.{field.id}"
        value = item.fields.get(field.id, "")
        missing = self.missing(item, field)
        words = self.play.say(entry.text.label)
        if missing:
            words = _("Missing: {what}").format(what=self.play.say(entry.text.gap) or words)
            high = Line.height(look, words, box.w, LABEL)
            label: Part = Line(f"{name}.label", box._replace(h=high), words, icon="warning", style=LABEL,
                               role="warning", focusable=False)  # fmt: skip
        else:
            if field.type == "when" and is_date(_text(value)):
                words = f"{words}: {day_words(_text(value))}"
            label = Words(f"{name}.label", box._replace(h=text_height(look, words, LABEL, box.w)), words, style=LABEL,
                          focusable=False)  # fmt: skip
        low = Box(box.x, label.box.bottom + _UNDER_LABEL, box.w, 0)
        made = self._control(look, item, entry, low, name, missing)
        if measure:
            return [label, *made]
        for part in made:
            if isinstance(part, TextBox):
                self._boxes[item.id, field.id] = part
                if field.type == "text" and len(made) == 1:  # sentences may have more room than they need
                    most = box.bottom - part.box.y - part.room_under(look)
                    part.box = part.box._replace(h=max(part.box.h, most))
        return [label, *made]

    def _control(self, look: Look, item: Item, entry: Entry, box: Box, name: str, missing: bool) -> list[Part]:
        field = entry.field
        value = item.fields.get(field.id, "")
        side = look.control()
        box = box._replace(h=side)
        match field.type:
            case "when":
                made = self._when(look, item, field, box, name, value)
                return self._framed(name, missing, made, box)
            case "yes-no":
                options = [("yes", _("Yes")), ("no", _("No"))]
                put = partial(self._toggle, item, field)
                return self._framed(name, missing, segments(name, box, look, options, _text(value), put), box)
            case "cards" | "items" | "one-of":
                made, high = chips(look, self.play, name, item, entry, box.w - 24, self._put)
                inner = max(side, high + 16)
                frame = box._replace(h=inner)
                moved(made, box.x + 12, box.y + (inner - high) / 2)
                holder: Part = Gap(f"{name}.gap", frame, focusable=False) if missing else Frame(
                    f"{name}.frame", frame, focusable=False
                )
                return [holder, *made]
            case "seat":
                return self._seat(look, item, entry, box, name, missing)
            case "date":
                press, label = partial(self._calendar, item, field), _("Choose a day")
                day = icon_button(f"{name}.calendar", look, box.right - side, box.y, "calendar", label, press)
                return self._typed(look, item, entry, box, name, missing, day)
            case "text":
                if not missing:
                    return self._typed(look, item, entry, box, name, missing, None)
                wide, high = Button.natural(look, _("Write"), icon="edit")
                write = Button(f"{name}.write", Box(box.right - wide, box.y, wide, high), _("Write"),
                               partial(self._write, name), icon="edit")  # fmt: skip
                return self._typed(look, item, entry, box, name, missing, write)
            case _:
                return self._typed(look, item, entry, box, name, missing, None)

    def _framed(self, name: str, missing: bool, made: list[Part], box: Box) -> list[Part]:
        """The control as it is; a gap's edge instead of its own frame if it is one."""
        return [Gap(f"{name}.gap", box, focusable=False), *made[1:]] if missing else made

    def _typed(
        self, look: Look, item: Item, entry: Entry, box: Box, name: str, missing: bool, beside: Button | None
    ) -> list[Part]:
        """A box to write in, with a button beside it if there is one; under it why what is written was not taken."""
        field = entry.field
        document = self.document(item, field)
        hint = self.play.say(entry.text.hint)
        room = box.w - (beside.box.w + 12 if beside is not None else 0)
        if beside is not None and missing:
            room -= 10
        hinted = text_height(look, hint, "body", room - 44)
        if field.type == "text":
            lines = min(TextBox.natural(look, document, room, pad=_PAD), line_height(look, "body") * _LINES + 2 * _PAD)
            high = max(_SHORT, lines, hinted + 44 if missing else 0.0)
        else:
            high = max(box.h, hinted * 4 / 3 + 10)
        whole = box._replace(h=max(high, beside.box.h + 16 if beside is not None and missing else 0.0))
        found: list[Part] = [Gap(f"{name}.gap", whole, focusable=False)] if missing else []
        written = TextBox(
            name, whole._replace(w=room), self.play.say(entry.text.label), document=document, placeholder=hint,
            enter_sends=field.type != "text", on_enter=self._entered, fill="warning_soft" if missing else "raised",
            edge=None if missing else "edge", pad=_PAD if field.type == "text" else 18,
        )  # fmt: skip
        if missing:
            written.box = written.box.inset(5)
            written.radius = 8
        shape = self._shape(look, item, field, written)

        def changed(_text: str) -> None:
            """What is written may need more room, or other words beside it."""
            self.stale = self.stale or self._shape(look, item, field, written) != shape

        written.on_change = changed
        found.append(written)
        if beside is not None:
            beside.box = beside.box._replace(y=whole.centre[1] - beside.box.h / 2)
            if missing:
                beside.box = beside.box.moved(-8, 0)
            found.append(beside)
        why = self._texts[item.id, field.id]
        if why.why and why.refused == document.value:
            under = Box(box.x, whole.bottom + 8, box.w, Line.height(look, why.why, box.w, "small"))
            found.append(
                Line(f"{name}.why", under, why.why, icon="error", style="small", role="error", focusable=False)
            )
        return found

    def _shape(self, look: Look, item: Item, field: Field, box: TextBox) -> tuple[object, ...]:
        """What the layout of a box depends on."""
        document = box.document
        high = TextBox.natural(look, document, box.box.w, pad=box.pad) if document.lines else 0.0
        refused = self._texts[item.id, field.id].refused
        return bool(document.text.strip()), high, box.room_under(look), refused == document.value

    def _entered(self) -> Next | None:
        return self.flush(all_of_them=True)

    def _write(self, name: str) -> Next | None:
        self.wanted_focus = name
        return None

    def _put(self, item: Item, field: Field, value: Value) -> Next | None:
        """Puts a value that was chosen into a field."""
        self.flush(all_of_them=True)
        self._texts.pop((item.id, field.id), None)
        self.play.recording.keep(_draft_name(item, field), "")
        return self.play.do(Amend(item.id, field.id, value))

    def _toggle(self, item: Item, field: Field, value: str) -> Next | None:
        """A value that was pressed: pressed once more it is taken back."""
        return self._put(item, field, "" if value == item.fields.get(field.id, "") else value)

    # When and who

    def _when(self, look: Look, item: Item, field: Field, box: Box, name: str, value: Value) -> list[Part]:
        options = [*((code, said) for code, said in when_words().items()), ("day", _("Choose a day"))]
        chosen = "day" if is_date(_text(value)) else _text(value)

        def choose(which: str) -> Next | None:
            return self._calendar(item, field) if which == "day" else self._toggle(item, field, which)

        return segments(name, box, look, options, chosen, choose, {"day": "calendar"})

    def _calendar(self, item: Item, field: Field) -> Next | None:
        self.flush(all_of_them=True)
        value = _text(self.play.state.item(item.id).fields.get(field.id, ""))

        def chosen(day: object) -> Next | None:
            return self._put(item, field, day) if isinstance(day, str) else None

        return Push(Calendar(date.fromisoformat(value) if is_date(value) else None), chosen)

    def _seat(self, look: Look, item: Item, entry: Entry, box: Box, name: str, missing: bool) -> list[Part]:
        """A name in writing, or somebody at the table; the button beside it brings the list of those."""
        value = _text(item.fields.get(entry.field.id, ""))
        press = partial(self._people, item, entry)
        label = _("Choose somebody at the table")
        pick = icon_button(f"{name}.people", look, box.right - box.h, box.y, "people", label, press)
        number = int(value[5:]) if value.startswith("seat:") and value[5:].isdecimal() and value.isascii() else 0
        if not number:
            return self._typed(look, item, entry, box, name, missing, pick)
        seat = next((seat for seat in self.play.state.seats if seat.number == number), None)
        words = ", ".join(filter(None, (seat.name, seat.role))) if seat else ""
        words = words or self.play.seat_name(number)
        room = box.w - pick.box.w - 12
        high = max(box.h, text_height(look, words, "body", room - 78) + 20)
        pick.box = pick.box._replace(y=box.y + (high - pick.box.h) / 2)
        return [Person(name, Box(box.x, box.y, room, high), words, press, seat=number), pick]

    def _people(self, item: Item, entry: Entry) -> Next | None:
        choices = [
            Choice(f"seat:{seat.number}", ", ".join(filter(None, (self.play.seat_name(seat.number), seat.role))),
                   seat=seat.number)
            for seat in self.play.seats
        ]  # fmt: skip
        if not empty(self.play.state.item(item.id).fields.get(entry.field.id, "")):
            choices.append(Choice("", _("Nobody yet"), icon="close"))

        def chosen(answer: object) -> Next | None:
            return self._put(item, entry.field, answer) if isinstance(answer, str) else None

        title = self.play.say(entry.text.label)
        return Push(Chooser(title, choices, own=_("Somebody else"), chars=entry.field.chars), chosen)


def when_words() -> dict[str, str]:
    """The words for a time that is no day, in order."""
    return {"now": pgettext("when", "Now"), "soon": pgettext("when", "Soon"), "later": pgettext("when", "Later")}


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _differs(field: Field, written: _Written) -> bool:
    """Whether what is written is something else than the session has."""
    return field.type in TYPED and written.document.value != shown(field, written.value).strip()


def _draft_name(item: Item, field: Field) -> str:
    """Where the recording keeps what is written and not yet done: under the step, the record and the field."""
    return f"draft.{item.step}.{item.id}.{field.id}"


def _unreadable(field: Field) -> str:
    match field.type:
        case "date":
            return _("This cannot be read as a day. Write it as 31.3.2027.")
        case "year":
            return _("This cannot be read as a year. Write it as 2027.")
        case _:
            return _("This cannot be read as a number. Write it as 1200 or 2,5.")
