"""A form for the fields of a record: what is written goes into the session as soon as the box is left.

Every empty field that the plan asks for is marked as a gap, and never blocks. `Form` lives as long as its view, keeps the
documents of its boxes, and makes parts anew on every build.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

import pygame

from game.content.texts import FieldText
from game.engine.actions import Amend
from game.engine.definition import Field
from game.engine.state import Item, Value
from game.ui import paint
from game.ui.controls import Chip, flow, icon_button, segments
from game.ui.days import day_words, from_words
from game.ui.editing import Document
from game.ui.fonts import draw_text, line_height, text_height
from game.ui.look import Box, Look, Style
from game.ui.papers import Line, Words
from game.ui.part import Part
from game.ui.pieces import draw_seat
from game.ui.play import Play
from game.ui.scene import Next, Push, Tell
from game.ui.textbox import TextBox
from game.words import _, pgettext

LABEL = Style(24, 30, 600)
_LONG = ("text",)
_SUGGESTED = 3


@dataclass
class Entry:
    """One field of one record on the screen: where it goes and what is said beside it."""

    field: Field
    text: FieldText


class Form:
    """The fields of records as parts; `record` is asked anew at every build, so that the form follows undo."""

    def __init__(self, play: Play, name: str = "form") -> None:
        self.play = play
        self.name = name
        self._documents: dict[tuple[int, str], tuple[Document, Value]] = {}
        self._boxes: dict[tuple[int, str], TextBox] = {}

    # What is written

    def document(self, item: Item, field: Field) -> Document:
        """The text being written in a field; follows the session when that changes under it."""
        key = (item.id, field.id)
        value = item.fields.get(field.id, "")
        kept = self._documents.get(key)
        if kept is None or (kept[1] != value and not self._differs(key)):
            document = Document(_shown(field, value), limit=field.chars, lines=field.type in _LONG)
            self._documents[key] = (document, value)
        return self._documents[key][0]

    def _differs(self, key: tuple[int, str]) -> bool:
        document, value = self._documents[key]
        return document.text.strip() != _plain(value)

    def flush(self, *, all_of_them: bool = False) -> Next | None:
        """Puts what was written into the session, for every box that has lost the focus (or for all)."""
        answer: Next | None = None
        for (record, field_id), (document, value) in list(self._documents.items()):
            box = self._boxes.get((record, field_id))
            if not all_of_them and box is not None and box.state.focused:
                continue
            item = self.play.state.item(record)
            field = self._field(item, field_id)
            if field is None or document.over or document.text.strip() == _shown(field, value):
                continue
            new = _value(field, document.text.strip())
            if new is None:
                answer = Tell(_("This is not a date or a number that can be read. Write a date as 31.3.2027."), icon="info")
                continue
            if new != item.fields.get(field_id, ""):
                answer = self.play.do(Amend(record, field_id, new)) or answer
            self._documents[record, field_id] = (document, new)
            if field.type == "date" and isinstance(new, str):
                del self._documents[record, field_id]
        return answer

    def _field(self, item: Item, field_id: str) -> Field | None:
        from game.engine.writing import fields_of

        return next((field for field in fields_of(self.play.game, item) if field.id == field_id), None)

    def drafts(self) -> dict[str, str]:
        """What is written and not yet in the session, by a stable name."""
        return {
            f"{record}.{field}": document.text
            for (record, field), (document, value) in self._documents.items()
            if document.text.strip() != _plain(value)
        }

    # What is seen

    def height(self, look: Look, item: Item, entry: Entry, width: float) -> float:
        """How high a field is at this width, with its label."""
        return line_height(look, LABEL) + 8 + self._control_height(look, item, entry, width)

    def _control_height(self, look: Look, item: Item, entry: Entry, width: float) -> float:
        side = look.control()
        match entry.field.type:
            case "text":
                document = self.document(item, entry.field)
                text = document.text or self.play.say(entry.text.hint)
                return min(max(side + 30, text_height(look, text + " ", "body", width - 32) + 34), 4 * 34 + 34)
            case "cards" | "items" | "one-of":
                chips = self._chips(look, item, entry, Box(0, 0, width - 24, 0))
                return max(side, flow(look, Box(12, 8, width - 24, 0), chips) + 8)
            case _:
                return side

    def parts(self, look: Look, item: Item, entry: Entry, box: Box) -> list[Part]:
        """The field in this box: its label, or that it is missing; and what it is filled in with."""
        name = f"{self.name}.{item.id}.{entry.field.id}"
        value = item.fields.get(entry.field.id, "")
        label = self.play.say(entry.text.label)
        head = box._replace(h=line_height(look, LABEL))
        missing = entry.field.need != "free" and value in ("", ()) and not self._written(item, entry.field)
        found: list[Part] = []
        if missing:
            gap = self.play.say(entry.text.gap) or label
            found.append(Line(f"{name}.label", head, _("Missing: {what}").format(what=gap), icon="warning", style=LABEL,
                              role="warning", focusable=False))  # fmt: skip
        else:
            found.append(Words(f"{name}.label", head, label, style=LABEL, focusable=False))
        low = Box(box.x, head.bottom + 8, box.w, box.bottom - head.bottom - 8)
        if missing:
            found.append(Part(f"{name}.gap", low, paint=_gap, focusable=False))
        return [*found, *self._control(look, item, entry, low, name, label, missing)]

    def _written(self, item: Item, field: Field) -> bool:
        kept = self._documents.get((item.id, field.id))
        return bool(kept and kept[0].text.strip())

    def _control(
        self, look: Look, item: Item, entry: Entry, box: Box, name: str, label: str, missing: bool
    ) -> list[Part]:
        field = entry.field
        value = item.fields.get(field.id, "")
        match field.type:
            case "when":
                return self._when(look, item, field, box, name, value)
            case "yes-no":
                options = [("yes", _("Yes")), ("no", _("No"))]
                return segments(name, box._replace(h=look.control()), look, options, _text(value),
                                partial(self._set, item, field))  # fmt: skip
            case "cards" | "items" | "one-of":
                chips = self._chips(look, item, entry, box)
                flow(look, Box(box.x + 12, box.y + (box.h - look.control()) / 2 + 8, box.w - 24, 0), chips)
                if not missing:
                    return [Part(f"{name}.frame", box, paint=_frame, focusable=False), *chips]
                return list(chips)
            case "date":
                side = look.control("icon_button")
                written = self._box(look, item, entry, box._replace(w=box.w - side - 12), name, label, missing)
                pick = icon_button(f"{name}.calendar", look, box.right - side, box.y, "calendar", _("Choose a day"),
                                   partial(self._calendar, item, field))  # fmt: skip
                return [written, pick]
            case "seat":
                return self._seat(look, item, entry, box, name, label, missing)
            case _:
                return [self._box(look, item, entry, box, name, label, missing)]

    def _box(
        self, look: Look, item: Item, entry: Entry, box: Box, name: str, label: str, missing: bool
    ) -> TextBox:
        document = self.document(item, entry.field)
        hint = self.play.say(entry.text.hint)
        while hint and entry.field.type not in _LONG and text_height(look, hint, "body", box.w - 32) > line_height(look, "body"):
            hint = hint.rpartition(" ")[0]
        made = TextBox(name, box, label, document=document, placeholder=hint, enter_sends=entry.field.type not in _LONG,
                       on_enter=self._entered, fill="warning_soft" if missing else "raised",
                       edge=None if missing else "edge")  # fmt: skip
        self._boxes[item.id, entry.field.id] = made
        return made

    def _entered(self) -> Next | None:
        return self.flush(all_of_them=True)

    def _set(self, item: Item, field: Field, value: Value) -> Next | None:
        self.flush(all_of_them=True)
        self._documents.pop((item.id, field.id), None)
        old = self.play.state.item(item.id).fields.get(field.id, "")
        return self.play.do(Amend(item.id, field.id, "" if value == old else value))

    # When and who

    def _when(self, look: Look, item: Item, field: Field, box: Box, name: str, value: Value) -> list[Part]:
        written = _text(value)
        options = [("now", pgettext("when", "Now")), ("soon", pgettext("when", "Soon")), ("later", pgettext("when", "Later"))]
        day = written if written and written not in ("now", "soon", "later") else ""
        options.append(("day", day_words(day) if day else _("Day")))
        frame = box._replace(h=look.control())
        icons = {} if day else {"day": "calendar"}

        def choose(which: str) -> Next | None:
            return self._calendar(item, field) if which == "day" else self._set(item, field, which)

        return segments(name, frame, look, options, "day" if day else written, choose, icons)

    def _calendar(self, item: Item, field: Field) -> Next | None:
        from game.ui.calendar import Calendar

        value = _text(item.fields.get(field.id, ""))
        start = date.fromisoformat(value) if value[:4].isdecimal() else None

        def chosen(day: object) -> Next | None:
            return self._set(item, field, day) if isinstance(day, str) else None

        return Push(Calendar(start), chosen)

    def _seat(
        self, look: Look, item: Item, entry: Entry, box: Box, name: str, label: str, missing: bool
    ) -> list[Part]:
        value = _text(item.fields.get(entry.field.id, ""))
        side = look.control("icon_button")
        number = int(value[5:]) if value.startswith("seat:") and value[5:].isdecimal() else 0
        pick = icon_button(f"{name}.people", look, box.right - side, box.y, "people", _("Choose a person at the table"),
                           partial(self._people, item, entry.field))  # fmt: skip
        if not number:
            return [self._box(look, item, entry, box._replace(w=box.w - side - 12), name, label, missing), pick]
        seat = next((seat for seat in self.play.state.seats if seat.number == number), None)
        words = ", ".join(filter(None, (seat.name, seat.role))) if seat else ""
        words = words or self.play.seat_name(number)
        part = Part(name, box._replace(w=box.w - side - 12, h=side), words, partial(self._people, item, entry.field),
                    paint=_person(number))  # fmt: skip
        return [part, pick]

    def _people(self, item: Item, field: Field) -> Next | None:
        from game.ui.chooser import Choice, Chooser

        choices = [
            Choice(f"seat:{seat.number}", ", ".join(filter(None, (self.play.seat_name(seat.number), seat.role))),
                   seat=seat.number)
            for seat in self.play.seats
        ]  # fmt: skip

        def chosen(answer: object) -> Next | None:
            return self._put(item, field, answer) if isinstance(answer, str) else None

        return Push(Chooser(_("Who is responsible?"), choices, own=_("Someone else"), chars=field.chars), chosen)

    def _put(self, item: Item, field: Field, value: str) -> Next | None:
        self.flush(all_of_them=True)
        self._documents.pop((item.id, field.id), None)
        return self.play.do(Amend(item.id, field.id, value))

    # Cards and choices

    def _chips(self, look: Look, item: Item, entry: Entry, box: Box) -> list[Chip]:
        field = entry.field
        name = f"{self.name}.{item.id}.{field.id}"
        value = item.fields.get(field.id, "")
        if field.type == "one-of":
            return [
                Chip(f"{name}.{option}", box, self.play.say(entry.text.options[option]) if option in entry.text.options else option,
                     partial(self._set, item, field, option), selected=value == option, group=name)
                for option in field.options
            ]  # fmt: skip
        chosen = value if isinstance(value, tuple) else ()
        chips = [
            Chip(f"{name}.{number}", box, self.play.ref_words(ref), partial(self._drop, item, field, ref), kind="soft",
                 removes=True, group=name)
            for number, ref in enumerate(chosen)
        ]  # fmt: skip
        if not chosen:
            chips += [
                Chip(f"{name}.suggested-{number}", box, self.play.ref_words(ref), partial(self._add, item, field, ref),
                     icon=self._icon(ref), group=name)
                for number, ref in enumerate(self._suggested(field))
            ]  # fmt: skip
        if field.many or not chosen:
            chips.append(Chip(f"{name}.more", box, _("Choose or write"), partial(self._choose, item, entry), kind="dashed",
                              icon="plus", group=name))  # fmt: skip
        return chips

    def _icon(self, ref: str) -> str:
        card = self.play.texts.cards.get(ref[5:])
        return self.play.texts.decks[card.deck].icon if card else ""

    def _suggested(self, field: Field) -> list[str]:
        """What the table has spoken of already comes first, then the beginning of the deck."""
        linked = [link for record in self.play.state.records if isinstance(record, Item) and not record.gone
                  for link in record.links]  # fmt: skip
        cards = [f"card:{card.id}" for deck in field.options if deck in self.play.game.decks
                 for card in self.play.game.decks[deck].cards]  # fmt: skip
        ordered = [ref for ref in dict.fromkeys(linked) if ref in set(cards)] + cards
        return list(dict.fromkeys(ordered))[:_SUGGESTED]

    def _choose(self, item: Item, entry: Entry) -> Next | None:
        from game.ui.chooser import Choice, Chooser

        field = entry.field
        chosen = set(_refs(item.fields.get(field.id, "")))
        choices = [
            Choice(f"card:{card.id}", self.play.say(self.play.texts.cards[card.id].title), self._icon(f"card:{card.id}"))
            for deck in field.options
            if deck in self.play.game.decks
            for card in self.play.game.decks[deck].cards
            if f"card:{card.id}" not in chosen
        ]

        def answered(answer: object) -> Next | None:
            return self._add(item, field, answer) if isinstance(answer, str) and answer else None

        own = _("Write your own")
        return Push(Chooser(self.play.say(entry.text.label), choices, own=own, chars=field.chars), answered)

    def _add(self, item: Item, field: Field, ref: str) -> Next | None:
        chosen = _refs(self.play.state.item(item.id).fields.get(field.id, ""))
        return self.play.do(Amend(item.id, field.id, (*chosen, ref) if field.many else (ref,)))

    def _drop(self, item: Item, field: Field, ref: str) -> Next | None:
        chosen = tuple(other for other in _refs(self.play.state.item(item.id).fields.get(field.id, "")) if other != ref)
        return self.play.do(Amend(item.id, field.id, chosen or ""))


def entries(fields: tuple[Field, ...], texts: Mapping[str, FieldText]) -> list[Entry]:
    """The fields with their words."""
    return [Entry(field, texts[field.id]) for field in fields if field.id in texts]


def filled(item: Item, fields: tuple[Field, ...]) -> int:
    """How many of the fields hold something."""
    return sum(1 for field in fields if item.fields.get(field.id, "") not in ("", ()))


def _refs(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _plain(value: Value) -> str:
    return "" if isinstance(value, tuple) else str(value)


def _shown(field: Field, value: Value) -> str:
    """A field's value as it stands in its box."""
    text = _plain(value)
    return day_words(text) if field.type == "date" and text else text


def _value(field: Field, text: str) -> Value | None:
    """What was written, as the field keeps it; None if it cannot be read as that."""
    if not text:
        return ""
    match field.type:
        case "date":
            return from_words(text)
        case "number":
            try:
                number = float(text.replace(",", ".").replace(" ", "").replace("\u00a0", ""))
            except ValueError:
                return None
            return int(number) if number.is_integer() and abs(number) < 1e15 else number
        case "year":
            return int(text) if text.isdecimal() and text.isascii() and len(text) == 4 else None
        case _:
            return text


def _gap(surface: pygame.Surface, look: Look, part: Part) -> None:
    r = look.radius("control")
    paint.plate(surface, look, part.box, "warning_soft", r)
    paint.dashed(surface, look, part.box, r, "warning", 3)


def _frame(surface: pygame.Surface, look: Look, part: Part) -> None:
    paint.plate(surface, look, part.box, "raised", look.radius("control"), "edge", look.stroke("control"))


def _person(number: int) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        _frame(surface, look, part)
        draw_seat(surface, look, number, part.box.x + 36, part.box.centre[1], 36)
        room = Box(part.box.x + 66, part.box.y, part.box.w - 78, part.box.h)
        draw_text(surface, look, room, part.label, "body", valign="middle")

    return draw


