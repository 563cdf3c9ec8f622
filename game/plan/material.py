"""What a draft is made from: a game and its texts, where a session stands, and the language to tell it in.

Sections ask everything through here, so that what is still hidden cannot reach a page, and so that each text carries
the language it is in: cards and labels in the document's, what people wrote as they wrote it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from game import words
from game.content.texts import FieldText, GameTexts
from game.content.texts import Text as Said
from game.engine import results
from game.engine.definition import PLAN, TABLE, Field, Game, Ref, Step
from game.engine.fields import PARKED
from game.engine.state import Item, Judgement, Seat, State, Value, item_of
from game.plan import figures
from game.plan.document import Emphasis, Inlines, Text, plain


@dataclass(frozen=True, slots=True)
class Facts:
    """What no state knows: the day the plan is dated, and the language that people wrote in (empty: not known)."""

    day: date
    written_in: str = ""


@dataclass(frozen=True)
class Material:
    """A session as a draft tells it. Nothing here is shown before it may be."""

    game: Game
    texts: GameTexts
    state: State
    lang: str
    facts: Facts

    # Words

    def gettext(self, msgid: str) -> str:
        """A text of the plan's own, in the document's language."""
        return words.in_language(self.lang).gettext(msgid)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """A text of the plan's own for a count."""
        return words.in_language(self.lang).ngettext(one, many, n)

    def written(self, text: str) -> Text:
        """What somebody wrote."""
        return Text(text, self.facts.written_in if self.facts.written_in != self.lang else None)

    def said(self, text: Said) -> Text:
        """What the game says."""
        elsewhere = text.missing(self.lang) and bool(text.main)
        return Text(text.in_(self.lang), text.main if elsewhere else None)

    def label(self, vocabulary: str, code: object) -> Text:
        """The words for a code."""
        return self.said(self.texts.labels.get(vocabulary, code).label)

    def kinds(self, kind: str, count: int = 2) -> Text:
        """What so many items of this kind are called: "Ideas"."""
        return self.one(kind) if count == 1 else self.said(self.texts.labels.get("item", kind).many)

    def one(self, kind: str) -> Text:
        """What an item of this kind is called: "Idea"."""
        if kind == PARKED:
            return Text(self.gettext("Put aside for later"))
        return self.said(self.texts.labels.get("item", kind).label)

    def vocabulary(self, name: str) -> Text:
        """What the codes of a vocabulary say: the kind of participation, the level of it."""
        _ = self.gettext
        return Text({"kind": _("Kind of participation"), "level": _("Level of participation")}.get(name, _("Where")))

    def token(self, value: str) -> Text:
        """What a token on the board says."""
        return self.said(self.texts.tokens[value].label) if value in self.texts.tokens else Text(value)

    def answer(self, value: str) -> Text:
        """What an answer of a vote is called."""
        return self.said(self.texts.answers[value].label) if value in self.texts.answers else Text(value)

    # The session

    @cached_property
    def hidden(self) -> frozenset[int]:
        """The records that nobody may see yet."""
        return results.hidden(self.game, self.state)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps in the order they are played."""
        return tuple(self.game.step[step] for step in self.state.order)

    def begun(self, step: str) -> bool:
        """Whether the table has been in the step and did not leave it out."""
        run = self.state.runs.get(step)
        return run is not None and bool(run.drawn) and step not in self.state.skipped

    def items(self, step: str, kind: str = "") -> tuple[Item, ...]:
        """What a step made, without what is hidden or withdrawn."""
        made = results.items(self.state, step, kind)
        return tuple(item for item in made if item.id not in self.hidden and item.kind != PARKED)

    def results(self, step: str) -> tuple[Item, ...]:
        """What a step leaves behind, without what is hidden."""
        return tuple(item for item in results.results(self.game, self.state, step) if item.id not in self.hidden)

    def about(self, step: Step) -> tuple[Item, ...]:
        """What a step works on, without what is hidden."""
        return tuple(item for item in results.about(self.game, self.state, step) if item.id not in self.hidden)

    def things(self, step: Step) -> tuple[Ref, ...]:
        """What seats may answer on in a step, without what is hidden."""
        hidden = {f"item:{number}" for number in self.hidden}
        return tuple(ref for ref in results.things(self.game, self.state, step) if ref not in hidden)

    def parts(self, group: Item) -> tuple[Item, ...]:
        """What lies in a group."""
        return tuple(item for item in results.parts(self.state, group) if item.id not in self.hidden)

    def judgements(self, step: str) -> tuple[Judgement, ...]:
        """The standing answers, picks or tokens of a step, without what is hidden."""
        return tuple(one for one in results.judgements(self.state, step) if one.id not in self.hidden)

    def answers(self, step: str, thing: Ref) -> tuple[Judgement, ...]:
        """The standing answers on one thing, without what is hidden."""
        return tuple(one for one in results.answers(self.state, step, thing) if one.id not in self.hidden)

    def supporters(self, item: Item) -> tuple[Judgement, ...]:
        """Who picked an item."""
        return tuple(one for one in results.supporters(self.state, item) if one.id not in self.hidden)

    def hides(self, step: str) -> bool:
        """Whether something of the step is not to be shown yet."""
        return any(self.state.records[number].step == step for number in self.hidden)

    def sheet(self, step: str) -> Item | None:
        """The record of a step's own fields, or of what was typed into the plan."""
        return results.sheet(self.state, step)

    def typed(self, field: str) -> str:
        """What was typed straight into a field of the plan."""
        sheet = self.sheet(PLAN)
        return str(sheet.fields.get(field, "")).strip() if sheet else ""

    # Names

    def seats(self, numbers: Iterable[int]) -> Inlines:
        """Who it was, by nickname, role or seat; empty for the whole table."""
        return self.listed([self.seat(number) for number in numbers if number != TABLE])

    def seat(self, number: int) -> Inlines:
        """One seat by its nickname, role or number; empty for the whole table."""
        if number == TABLE:
            return ()
        seat = next((one for one in self.state.seats if one.number == number), Seat(number))
        if seat.name.strip() or seat.role.strip():
            return (self.written(seat.name.strip() or seat.role.strip()),)
        return (Text(self.gettext("Seat {number}").format(number=number)),)

    def name(self, item: Item) -> Inlines:
        """What an item is called: its text, else its card's title, else the name of what it comes from."""
        if item.text.strip():
            return (self.written(item.text.strip()),)
        card = results.card_of(item)
        if card in self.texts.cards:
            return (self.said(self.texts.cards[card].title),)
        for link in item.links:
            number = item_of(link)
            if number is not None and number < item.id:
                return self.name(self.state.item(number))
        return (Emphasis((Text(self.gettext("without a name")),)),)

    def thing(self, ref: Ref) -> Inlines:
        """What a reference points at, by name."""
        kind, _, rest = ref.partition(":")
        number = item_of(ref)
        if number is not None and number < len(self.state.records) and number not in self.hidden:
            record = self.state.records[number]
            return self.name(record) if isinstance(record, Item) else ()
        if kind == "card" and rest in self.texts.cards:
            return (self.said(self.texts.cards[rest].title),)
        if kind == "space":
            return self.space(rest)
        return ()

    def is_gone(self, ref: Ref) -> bool:
        """Whether a reference points at something that was withdrawn."""
        number = item_of(ref)
        return number is not None and number < len(self.state.records) and self.state.records[number].gone

    def space(self, space: str) -> Inlines:
        """A space of the board by its sector and ring."""
        board = self.texts.board
        if board is None or space not in board.spaces:
            return ()
        place = board.spaces[space]
        sector, ring = board.sectors[place.sector].title, board.rings[place.ring].title
        return (self.said(sector), Text(": "), self.said(ring))

    def cards(self, item: Item) -> Inlines:
        """The titles of the cards that an item is tied to, itself or through the items it is tied to."""
        found: dict[Ref, None] = {}
        for link in item.links:
            number = item_of(link)
            if link.startswith("card:"):
                found[link] = None
            elif number is not None and number < item.id:
                found |= {other: None for other in self.state.item(number).links if other.startswith("card:")}
        return self.listed([name for ref in found if (name := self.thing(ref))])

    def reason(self, item: Item) -> Inlines:
        """Why an item is there, as somebody wrote."""
        text = str(item.fields.get("reason", "")).strip()
        return (self.written(text),) if text else ()

    def value(self, field: Field, words: FieldText | None, value: Value) -> Inlines:
        """What stands in a field, as people read it; empty if nothing does."""
        if value == "" or value == ():
            return ()
        match field.type, value:
            case "date", str():
                return (Text(figures.day(date.fromisoformat(value), self.lang)),)
            case "when", str():
                return (Text(self.when(value)),)
            case "yes-no", str():
                return (Text(self.gettext("Yes") if value == "yes" else self.gettext("No")),)
            case "one-of", str() if words is not None and value in words.options:
                return (self.said(words.options[value]),)
            case "seat", str() if re.fullmatch(r"(seat:)?[1-8]", value):
                return self.seat(int(value[-1]))
            case "number", int() | float():
                return (Text(figures.number(value, self.lang)),)
            case _, tuple():
                return self.listed([self.thing(part) or (self.written(part),) for part in value if part.strip()])
        return (self.written(str(value).strip()),)

    def when(self, value: str) -> str:
        """Now, soon, later or a day, as people read it."""
        _ = self.gettext
        named = {"now": _("Now"), "soon": _("Soon"), "later": _("Later")}
        return named.get(value) or figures.day(date.fromisoformat(value), self.lang)

    def lines(self, parts: Sequence[Inlines]) -> Inlines:
        """The parts one under the other."""
        return tuple(inline for at, part in enumerate(parts) for inline in ((Text("\n"), *part) if at else part))

    def listed(self, parts: Sequence[Inlines]) -> Inlines:
        """The parts one after the other, with commas between them, or semicolons where a part has a comma itself."""
        between = Text("; " if any("," in plain(part) for part in parts) else ", ")
        return tuple(inline for at, part in enumerate(parts) for inline in ((between, *part) if at else part))
