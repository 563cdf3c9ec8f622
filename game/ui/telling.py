"""What was done at the table, in words: "Kerttu laid a token, Needs work: Planning".

What is secret stays so until it is opened, and what has no name never gets one. People's own words stand as they
wrote them.
"""

from typing import assert_never

from game.content.texts import NOTHING, Text
from game.engine.actions import (
    Action,
    Again,
    Amend,
    Arrange,
    Call,
    Deal,
    Done,
    Extend,
    Gather,
    GoTo,
    Judge,
    Keep,
    Lay,
    Leave,
    Link,
    Merge,
    Move,
    NextRound,
    Park,
    Pass,
    Place,
    Release,
    Restore,
    Resume,
    Reveal,
    Settle,
    Sit,
    Skip,
    Swap,
    Tag,
    Turn,
    Unjudge,
    Withdraw,
    Write,
)
from game.engine.definition import END, Choose
from game.engine.fields import is_date
from game.engine.results import hidden, picks
from game.engine.state import Item, Judgement, Record, State, Value, item_of
from game.ui.days import day_words
from game.ui.play import Play, shape_name
from game.words import _, ngettext

_SHORT = 44
"""About how many characters of people's own words stand in a short telling."""


def words_of(
    action: Action, play: Play, before: State | None = None, *, secret: bool = False, short: bool = False
) -> str:
    """What the action did, one or two sentences; `before` is the state that it was done in (None: the present one).

    `secret`: what was written or answered must not be told. `short`: long texts are told by their beginning.
    """
    teller = _Teller(play, before or play.state, short)
    if secret:
        return teller.hidden(action)
    if teller.nameless(action):
        step = play.game.step[teller.state.at]
        return teller.without_name(action) if step.secret else teller.words(action, _("Somebody"))
    return teller.words(action, teller.seat(seat_of(action)))


def seat_of(action: Action) -> int:
    """The seat that did it; 0 if it was the table, or nobody in particular."""
    match action:
        case (
            Sit(seat=seat) | Leave(seat=seat) | Turn(seat=seat) | Done(seat=seat) | Pass(seat=seat) | Resume(seat=seat)
            | Call(seat=seat) | Keep(seat=seat) | Release(seat=seat) | Swap(seat=seat) | Lay(seat=seat)
            | Write(seat=seat) | Park(seat=seat) | Place(seat=seat) | Judge(seat=seat) | Unjudge(seat=seat)
        ):  # fmt: skip
            return seat
        case (
            GoTo() | Skip() | Extend() | Arrange() | NextRound() | Reveal() | Again() | Deal() | Amend() | Withdraw()
            | Restore() | Link() | Tag() | Move() | Gather() | Merge() | Settle()
        ):  # fmt: skip
            return 0
        case _:
            assert_never(action)


def nameless(action: Action, play: Play, before: State) -> bool:
    """Whether nobody may be told who did it."""
    return _Teller(play, before, False).nameless(action)


def is_secret(play: Play, action: Action, before: State, after: State, stands: bool) -> bool:
    """Whether what the action wrote or answered is hidden still: it was then, and has not been opened since.

    What was taken back before it could be opened is never told.
    """
    touched: set[int | None] = set(range(len(before.records), len(after.records)))
    match action:
        case Link(record=number, ref=ref):
            touched |= {number, item_of(ref)}
        case Amend(record=number) | Withdraw(record=number) | Restore(record=number) | Tag(record=number):
            touched.add(number)
        case Move(record=number):
            touched.add(number)
        case Judge(seat=seat, thing=thing) | Unjudge(seat=seat, thing=thing):
            touched |= {picks(before.run, seat).get(thing), item_of(thing)}
        case Settle(thing=thing):
            touched.add(item_of(thing))
    then = touched & (hidden(play.game, before) | hidden(play.game, after))
    return bool(then) and not (stands and then.isdisjoint(hidden(play.game, play.state)))


class _Teller:
    """Tells what was done in one state."""

    def __init__(self, play: Play, state: State, short: bool) -> None:
        self.play, self.state, self.short = play, state, short
        self.texts = play.texts

    # Who

    def seat(self, number: int) -> str:
        if number == 0:
            return _("The table")
        for seat in (*self.state.seats, *self.play.state.seats):
            if seat.number == number and (seat.name or seat.role):
                return seat.name or seat.role
        return shape_name(number)

    def nameless(self, action: Action) -> bool:
        match action:
            case Write(seat=seat) | Judge(seat=seat) | Unjudge(seat=seat) | Place(seat=seat) | Lay(seat=seat):
                step = self.play.game.step.get(self.state.at)
                return step is not None and step.anonymous and seat != 0
            case Amend(record=number) | Withdraw(record=number) | Restore(record=number) | Move(record=number):
                record = self.record(number)
                step = self.play.game.step.get(record.step) if record is not None else None
                return step is not None and step.anonymous and record is not None and record.seat != 0
            case _:
                return False

    # What it is called

    def say(self, text: Text) -> str:
        return self.play.say(text)

    def own(self, text: str) -> str:
        """People's own words, or their beginning."""
        text = " ".join(text.split())
        if not self.short or len(text) <= _SHORT + 8:
            return text
        cut = text[:_SHORT].rpartition(" ")[0] or text[:_SHORT]
        return cut.rstrip(" ,.;:") + "…"

    def record(self, number: int) -> Record | None:
        return self.state.records[number] if 0 <= number < len(self.state.records) else None

    def step(self, step: str) -> str:
        if step == END:
            return _("the end")
        number = self.state.order.index(step) + 1 if step in self.state.order else 0
        return f"{number} {self.say(self.texts.steps[step].short_title)}"

    def title(self, record: Record | None) -> str:
        if isinstance(record, Judgement):
            return self.ref(record.thing)
        if record is None:
            return "?"
        if record.text:
            return self.own(record.text)
        found = (self.ref(link) for link in record.links if item_of(link) != record.id)
        return next(found, "") or self.kind(record.kind)

    def kind(self, kind: str) -> str:
        step = self.texts.steps.get(self.state.at)
        if step is not None and kind in step.questions:  # a question that is answered in words
            return self.say(step.questions[kind].text)
        return self.say(self.texts.labels.get("item", kind).label)

    def ref(self, ref: str) -> str:
        number = item_of(ref)
        if number is not None:
            return self.title(self.record(number))
        what, _colon, name = ref.partition(":")
        match what:
            case "card":
                return self.texts.card_title(name)
            case "space":
                return self.space(name)
            case "option":
                asked = (step.questions[name] for step in self.texts.steps.values() if name in step.questions)
                return next((self.say(question.text) for question in asked), name)
            case "seat" if name.isdecimal():
                return self.seat(int(name))
            case _:
                return ref

    def space(self, space: str) -> str:
        board = self.texts.board
        found = board.spaces.get(space) if board else None
        return self.say(board.sectors[found.sector].title) if board and found else space

    def value(self, value: Value, options: dict[str, Text] | None = None) -> str:
        if isinstance(value, tuple):
            return ", ".join(self.ref(part) for part in value)
        text = str(value)
        if options and text in options:
            return self.say(options[text])
        return day_words(text) if isinstance(value, str) and is_date(text) else self.own(self.play.value_words(text))

    def answer(self, thing: str, value: str) -> str:
        """What was answered, in words."""
        if thing.startswith("option:"):
            for step in self.texts.steps.values():
                if (question := step.questions.get(thing[7:])) and value in question.options:
                    return self.say(question.options[value])
        found = self.texts.answers.get(value)
        return self.say(found.label) if found else self.texts.token_title(value)

    def because(self, told: str, reason: str) -> str:
        """What is told, and the reason that was given."""
        return f"{told}. ”{self.own(reason)}”" if reason and not self.short else told

    # What was done

    def words(self, action: Action, who: str) -> str:
        match action:
            case GoTo(step):
                if step == END:
                    return _("The game came to its end")
                return _("On to step {step}").format(step=self.step(step))
            case Skip(step, on):
                told = _("Step left out: {step}") if on else _("Step taken in again: {step}")
                return told.format(step=self.step(step))
            case Extend(step, minutes):
                return self.extended(step, minutes)
            case Arrange():
                return _("The steps were put in another order")
            case Sit(seat, name, role):
                old = next((taken for taken in self.state.seats if taken.number == seat and taken.here), None)
                told = _("{who} came to the table") if old is None else _("{who} has another name or role now")
                return told.format(who=name or role or shape_name(seat))
            case Leave():
                return _("{who} left the table").format(who=who)
            case Turn():
                return _("The turn went to: {who}").format(who=who)
            case Done():
                return _("{who} was ready").format(who=who)
            case Pass():
                return _("{who} passed").format(who=who)
            case Resume():
                return _("{who} took it up again").format(who=who)
            case NextRound():
                return self.next_round()
            case Reveal():
                return _("What was hidden was opened")
            case Again():
                return _("The answers were taken up again")
            case Call() | Deal() | Keep() | Release() | Swap() | Lay():
                return self.cards(action, who)
            case Write() | Amend() | Withdraw() | Restore() | Link() | Tag() | Park():
                return self.writing(action, who)
            case Place() | Move() | Gather() | Merge():
                return self.placing(action, who)
            case Judge() | Unjudge() | Settle():
                return self.judging(action, who)
            case _:
                assert_never(action)

    def extended(self, step: str, minutes: int) -> str:
        n = abs(minutes)
        if minutes > 0:
            told = ngettext("{n} minute more: {step}", "{n} minutes more: {step}", n)
        else:
            told = ngettext("{n} minute less: {step}", "{n} minutes less: {step}", n)
        return told.format(n=n, step=self.step(step))

    def next_round(self) -> str:
        step, after = self.state.at, self.state.run.round + 1
        rounds = self.texts.steps[step].rounds if step in self.texts.steps else ()
        title = self.say(rounds[after].title) if after < len(rounds) else ""
        return _("Next part: {title}").format(title=title) if title else _("The next part of the step began")

    def cards(self, action: Call | Deal | Keep | Release | Swap | Lay, who: str) -> str:
        match action:
            case Call(deck):
                return _("{who} asked for one more card: {deck}").format(who=who, deck=self.texts.deck_title(deck))
            case Deal(hands):
                dealt = [card for _seat, hand in hands for card in hand]
                if len(dealt) == 1:
                    return _("A card was dealt: {card}").format(card=self.texts.card_title(dealt[0]))
                return ngettext("{n} card was dealt", "{n} cards were dealt", len(dealt)).format(n=len(dealt))
            case Keep(_, card, on):
                told = _("{who} kept a card: {card}") if on else _("{who} let a card go: {card}")
                return told.format(who=who, card=self.texts.card_title(card))
            case Release():
                return _("{who} laid the rest of the hand open").format(who=who)
            case Swap(_, give, take):
                return _("{who} gave {give} and took {take}").format(
                    who=who, give=self.texts.card_title(give), take=self.texts.card_title(take)
                )
            case Lay(_, card, space, reason):
                title = self.texts.card_title(card)
                if space:
                    told = _("{who} laid {card}: {space}").format(who=who, card=title, space=self.space(space))
                else:
                    told = _("{who} laid {card}").format(who=who, card=title)
                return self.because(told, reason)
            case _:
                assert_never(action)

    def writing(self, action: Write | Amend | Withdraw | Restore | Link | Tag | Park, who: str) -> str:
        match action:
            case Write(_, text, kind):
                if not kind:
                    return _("{who} wrote: {text}").format(who=who, text=self.own(text))
                return _("{who} wrote ({kind}): {text}").format(who=who, kind=self.kind(kind), text=self.own(text))
            case Park(_, text):
                return _("{who} put aside for later: {text}").format(who=who, text=self.own(text))
            case Amend():
                return self.amended(action)
            case Withdraw(number):
                return _("Taken back: {what}").format(what=self.title(self.record(number)))
            case Restore(number):
                return _("Brought back: {what}").format(what=self.title(self.record(number)))
            case Link(number, ref, on):
                told = _("Tied together: {what} and {other}") if on else _("Not tied any more: {what} and {other}")
                return told.format(what=self.title(self.record(number)), other=self.ref(ref))
            case Tag(number, tag, on):
                told = _("Marked “{tag}”: {what}") if on else _("No longer marked “{tag}”: {what}")
                name = self.say(self.texts.labels.get("tag", tag).label)
                return told.format(tag=name, what=self.title(self.record(number)))
            case _:
                assert_never(action)

    def amended(self, action: Amend) -> str:
        record = self.record(action.record)
        if not isinstance(record, Item):
            return _("A reason was changed: {text}").format(text=self.own(str(action.value)))
        if action.field == "text":
            return _("New wording: {text}").format(text=self.own(str(action.value)))
        label, options = self.field(record, action.field)
        if action.value in ("", ()):
            return _("{field} was emptied").format(field=label)
        return f"{label}: {self.value(action.value, options)}"

    def field(self, record: Item, name: str) -> tuple[str, dict[str, Text]]:
        """What a field of a record is called, and its options in words."""
        step = self.texts.steps.get(record.step)
        if step is not None:
            found = (step.fields if record.kind == "sheet" else step.item_fields).get(name)
            if found is not None:
                return self.say(found.label), dict(found.options)
        plan = self.texts.plan
        label = next((field.label for field in plan.fields if field.id == name), NOTHING) if plan else NOTHING
        return self.say(label) or name, {}

    def placing(self, action: Place | Move | Gather | Merge, who: str) -> str:
        match action:
            case Place(_, value, space, reason):
                told = _("{who} laid a token, {token}: {space}").format(
                    who=who, token=self.texts.token_title(value), space=self.space(space)
                )
                return self.because(told, reason)
            case Move(number, to):
                record = self.record(number)
                if isinstance(record, Judgement):
                    token = self.texts.token_title(record.value)
                    return _("A token was moved, {token}: {space}").format(token=token, space=self.ref(to))
                if not to:
                    return _("Taken out of its group: {what}").format(what=self.title(record))
                return _("New place, {place}: {what}").format(what=self.title(record), place=self.ref(to))
            case Gather(items, name):
                if name:
                    return _("New group: {name}").format(name=self.own(name))
                n = len(items)
                return ngettext("New group of {n} note", "New group of {n} notes", n).format(n=n)
            case Merge(group, into):
                first, second = self.title(self.record(group)), self.title(self.record(into))
                return _("Groups put together: {one} and {other}").format(one=first, other=second)
            case _:
                assert_never(action)

    def judging(self, action: Judge | Unjudge | Settle, who: str) -> str:
        match action:
            case Judge(_, thing, value, reason):
                if isinstance(self.play.game.step.get(self.state.at), Choose):
                    told = _("{who} chose: {what}").format(who=who, what=self.ref(thing))
                else:
                    answer = self.answer(thing, value)
                    told = _("{who} answered “{answer}”: {what}").format(who=who, answer=answer, what=self.ref(thing))
                return self.because(told, reason)
            case Unjudge(_, thing):
                return _("{who} took an answer back: {what}").format(who=who, what=self.ref(thing))
            case Settle(thing, on):
                told = _("Agreed on: {what}") if on else _("No longer agreed on: {what}")
                return told.format(what=self.ref(thing))
            case _:
                assert_never(action)

    # What must not be told

    def hidden(self, action: Action) -> str:
        if self.nameless(action):
            return self.without_name(action)
        who = self.seat(seat_of(action))
        match action:
            case Write():
                return _("{who} wrote a note. It is hidden.").format(who=who)
            case Judge():
                return _("{who} answered. It is hidden.").format(who=who)
            case Unjudge():
                return _("{who} took an answer back. It is hidden.").format(who=who)
            case _:
                return _("Something that is hidden was changed")

    def without_name(self, action: Action) -> str:
        match action:
            case Write():
                return _("A note was written, without a name")
            case Judge():
                return _("An answer was given, without a name")
            case Unjudge():
                return _("An answer was taken back, without a name")
            case _:
                return _("Something was changed, without a name")
