"""Players without a table: they choose among what is legal, write sentences from the cards, and come to the end.

What a bot does next follows from the seed, the number of lines so far and where the session stands, and from nothing
else. So one seed gives one session, and a session that was broken off goes on as if it had not been.
"""

import random
from collections import defaultdict
from collections.abc import Callable
from functools import cached_property
from typing import TypeVar, assert_never

from game.cli.speech import Speech
from game.content.texts import GameTexts
from game.engine import results
from game.engine.actions import (
    Action,
    Amend,
    Done,
    Gather,
    GoTo,
    Judge,
    Keep,
    Lay,
    Move,
    NextRound,
    Park,
    Pass,
    Place,
    Release,
    Reveal,
    Settle,
    Swap,
    Tag,
    Write,
)
from game.engine.dealing import answer
from game.engine.definition import END, PLAN, Field, Game, Ref, Step
from game.engine.definition import Brief as BriefStep
from game.engine.definition import Choose as ChooseStep
from game.engine.definition import Commit as CommitStep
from game.engine.definition import Deal as DealStep
from game.engine.definition import Group as GroupStep
from game.engine.definition import Place as PlaceStep
from game.engine.definition import Reflect as ReflectStep
from game.engine.definition import Vote as VoteStep
from game.engine.definition import Write as WriteStep
from game.engine.fields import fields_of
from game.engine.flow import present
from game.engine.rules import legal, refusal
from game.engine.session import Act, Line, Redo, Session, Undo
from game.engine.state import Item, Seat, State

_A = TypeVar("_A", bound=Action)

_SLIPS = 0.02
"""How often something is taken back, amended or put aside for later, of all that is done."""

_DAYS = ("2027-03-31", "2027-05-14", "2027-09-30", "2027-11-26")


class Bots:
    """All the seats of one session. `lang` is the language they write in."""

    def __init__(self, game: Game, texts: GameTexts, lang: str, seed: str) -> None:
        self.game = game
        self.seed = seed
        self.say = Speech(game, texts, lang)

    def seats(self, count: int) -> tuple[Seat, ...]:
        """Who sits at the table, by role."""
        roles = self.say.roles(count, self._chance("roles"))
        return tuple(Seat(number, role=role) for number, role in enumerate(roles, start=1))

    def next(self, session: Session) -> Line | None:
        """What is done now; None when the session has come to its end."""
        state, number = session.state, len(session.lines)
        if state.at == END:
            return None
        chance = self._chance(number)
        if state.run.owed:
            return Act(answer(self.game, state, lambda cards: chance.sample(cards, len(cards))))
        last = session.lines[-1] if session.lines else None
        if isinstance(last, Undo) and session.can_redo() and chance.random() < 0.5:
            return Redo()
        if isinstance(last, Act) and chance.random() < _SLIPS:
            return Undo()
        if number and chance.random() < _SLIPS and (aside := self._aside(state, chance)):
            return Act(aside)
        return Act(self._in_step(state, chance) or self._onwards(state))

    # Aside from the step

    def _aside(self, state: State, chance: random.Random) -> Action | None:
        """Something put aside for later, or an earlier wording made clearer."""
        own = [one for one in results.items(state, state.at) if one.text and one.text != self.say.clearer(one.text)]
        if own and chance.random() < 0.6:
            item = chance.choice(own)
            action: Action = Amend(item.id, "text", self.say.clearer(item.text))
        else:
            action = Park(chance.choice(present(state)), self.say.aside(chance))
        return action if refusal(self.game, state, action) is None else None

    def _onwards(self, state: State) -> Action:
        """The next round of the step, or the next step."""
        if state.run.round + 1 < len(self.game.step[state.at].rounds):
            return NextRound()
        return GoTo((*state.order, END)[state.order.index(state.at) + 1])

    # In a step: the next thing to do there, or None when it is finished

    def _in_step(self, state: State, chance: random.Random) -> Action | None:
        step = self.game.step[state.at]
        options = _Options(self.game, state, chance)
        match step:
            case BriefStep():
                found = self._turns(state, options, lambda seat: None)
            case ChooseStep():
                found = self._choose(state, step, options, chance)
            case PlaceStep():
                found = self._turns(state, options, lambda seat: self._place(state, step, options, chance, seat))
            case DealStep():
                found = self._turns(state, options, lambda seat: self._deal(state, step, options, chance, seat))
            case WriteStep():
                found = self._turns(state, options, lambda seat: self._write(state, step, options, chance, seat))
            case GroupStep():
                found = self._group(state, step, options)
            case VoteStep():
                found = self._vote(state, step, options, chance)
            case CommitStep():
                found = None
            case ReflectStep():
                found = self._turns(state, options, lambda seat: self._reflect(state, step, options, chance, seat))
            case _:
                assert_never(step)
        return found or self._fill(state, step, chance)

    def _turns(self, state: State, options: "_Options", do: Callable[[int], Action | None]) -> Action | None:
        """What `do` finds for the seat whose turn it is, or in their order for all who are not ready yet."""
        run = state.run
        in_turns = self.game.step[state.at].rounds[run.round].turns == "round"
        seats = [seat for seat in present(state) if seat == run.turn or not in_turns]
        for seat in seats:
            if seat not in run.done:
                ready = [one for one in options.all(Done) if one.seat == seat]
                found = do(seat) or (ready[0] if ready else None)
                if found:
                    return found
        return options.of(Reveal)

    def _choose(self, state: State, step: ChooseStep, options: "_Options", chance: random.Random) -> Action | None:
        def pick(seat: int) -> Action | None:
            mine = results.picks(state.run, seat)
            if len(mine) >= self._wanted(step, seat, most=3):
                return None
            if chance.random() < 0.08 and options.of(Write, lambda one: one.seat == seat):
                return Write(seat, self.say.suggestion(state, step, chance))
            picked = options.of(Judge, lambda one: one.seat == seat and one.thing not in mine)
            return picked and Judge(seat, picked.thing, picked.value)

        found = self._turns(state, options, pick)
        if found is None and step.settle is not None and len(state.run.settled) < max(step.settle.least, 1):
            liked = [thing for own in state.run.marks.values() for thing in own]
            found = options.best(Settle, lambda one: liked.count(one.thing) if one.on else -1)
        return found or self._tag(state, step)

    def _place(
        self, state: State, step: PlaceStep, options: "_Options", chance: random.Random, seat: int
    ) -> Action | None:
        laid = sum(1 for one in results.judgements(state, step.id) if one.seat == seat)
        if laid > state.run.lap or (chance.random() < 0.08 and options.of(Pass, lambda one: one.seat == seat)):
            return None
        token = options.of(Place, lambda one: one.seat == seat)
        if token is None:
            return None
        good = token.value == next(iter(step.tokens))
        return Place(seat, token.value, token.space, self.say.why(good, step, chance))

    def _deal(
        self, state: State, step: DealStep, options: "_Options", chance: random.Random, seat: int
    ) -> Action | None:
        kept = state.run.kept.get(seat, ())
        laid = sum(1 for item in results.items(state, step.id) if item.seat == seat)
        if len(kept) + laid < self._wanted(step, seat, least=step.keep.least, most=step.keep.most or 2):
            swap = options.of(Swap, lambda one: one.seat == seat and one.give not in kept)
            if swap and chance.random() < 0.2:
                return swap
            if keep := options.of(Keep, lambda one: one.seat == seat and one.on):
                return keep
        if release := options.of(Release, lambda one: one.seat == seat):
            return release
        if lay := options.of(Lay, lambda one: one.seat == seat and self._suits(one.card, one.space)):
            return Lay(seat, lay.card, lay.space, self.say.why(True, step, chance))
        if lay := options.of(Lay, lambda one: one.seat == seat):
            return Lay(seat, lay.card, lay.space, self.say.why(True, step, chance))
        if self._chance(step.id, seat, "blank").random() < 0.1 and laid < 3:
            if blank := options.of(Write, lambda one: one.seat == seat):
                return Write(seat, self.say.idea(state, (), step, chance), at=blank.at)
        return None

    def _suits(self, card: str, space: str) -> bool:
        """Whether the card says of itself that it belongs to this space."""
        facts, place = self.game.cards[card].facts, self.game.space.get(space)
        return place is not None and all(facts.get(name) == fact for name, fact in place.facts.items())

    def _write(
        self, state: State, step: WriteStep, options: "_Options", chance: random.Random, seat: int
    ) -> Action | None:
        run = state.run
        made = [item for item in results.items(state, step.id) if item.round == run.round]
        silent = step.rounds[run.round].turns == "silent"
        wanted = self._chance(step.id, run.round, seat).choice((2, 3, 3) if silent else (0, 1, 1, 1))
        if sum(1 for item in made if item.seat == seat) >= wanted:
            return None
        offered = options.of(Write, lambda one: one.seat == seat)
        if offered is None:
            return None
        drawn = run.drawn[run.round] if run.round < len(run.drawn) else ()
        sources = results.about(self.game, state, step)
        links: list[Ref] = [f"card:{card}" for card in drawn[:1]]
        if sources:
            links.append(chance.choice(sources).ref)
        kind = chance.choice([one.kind for one in options.all(Write) if one.seat == seat])
        return Write(seat, self.say.note(state, kind or step.makes, links, step, chance), kind, tuple(links))

    def _group(self, state: State, step: GroupStep, options: "_Options") -> Action | None:
        groups = list(results.items(state, step.id, step.makes))
        for item in results.about(self.game, state, step):
            if item.at:
                continue
            name = self.say.theme(state, item)
            home = next((group for group in groups if group.text == name), None)
            if home:
                return Move(item.id, home.ref)
            if (item.id,) in [one.items for one in options.all(Gather)]:
                return Gather((item.id,), name[: step.limits.chars])
            if groups:
                return Move(item.id, groups[item.id % len(groups)].ref)
        return None

    def _vote(self, state: State, step: VoteStep, options: "_Options", chance: random.Random) -> Action | None:
        things = results.things(self.game, state, step)

        def ballot(seat: int) -> Action | None:
            for thing in things:
                if thing not in results.picks(state.run, seat):
                    leaning = self._chance(thing).random()  # some things are liked more than others
                    offered = [one for one in options.all(Judge) if (one.seat, one.thing) == (seat, thing)]
                    if offered:
                        place = min(int(chance.random() ** (1 + 2 * leaning) * len(offered)), len(offered) - 1)
                        value = offered[place].value
                        reason = self.say.why(place < 2, step, chance) if place > 1 or chance.random() < 0.2 else ""
                        return Judge(seat, thing, value, reason)
            return None

        if not (step.secret and state.run.revealed):
            found = self._turns(state, options, ballot)
            if found:
                return found
        unsure = [one for one in results.judgements(state, step.id) if one.value == "unsure"]
        if unsure and not any(True for kind in step.kinds for _ in results.items(state, step.id, kind)):
            if options.of(Write, lambda one: not one.seat):
                text = self.say.note(state, step.kinds[0], (), step, chance)
                return Write(0, text, step.kinds[0], (unsure[0].thing,))
        if len(state.run.settled) < max(step.settle.least, min(step.settle.most or 5, (len(things) + 1) // 2)):
            scale = step.scale
            return options.best(
                Settle,
                lambda one: -1 if not one.on else sum(
                    len(scale) - scale.index(vote.value) for vote in results.answers(state, step.id, one.thing)
                    if vote.value in scale
                ),
            )  # fmt: skip
        return None

    def _reflect(
        self, state: State, step: ReflectStep, options: "_Options", chance: random.Random, seat: int
    ) -> Action | None:
        if not any(item.seat == seat for item in results.items(state, step.id, step.makes)):
            if options.of(Write, lambda one: one.seat == seat):
                return Write(seat, self.say.word(step, chance))
        for question in (one.id for one in step.questions if not one.options):
            said = any(item.seat == seat for item in results.items(state, step.id, question))
            if not said and self._chance(step.id, question, seat).random() < 0.4:
                if (seat, question) in [(one.seat, one.kind) for one in options.all(Write)]:
                    return Write(seat, self.say.answer(question, chance), question)
        given = results.picks(state.run, seat)
        return options.of(Judge, lambda one: one.seat == seat and one.thing not in given)

    def _tag(self, state: State, step: Step) -> Action | None:
        """A mark on every third of the step's results."""
        for item in results.results(self.game, state, step.id):
            for tag in step.tags:
                if tag not in item.tags and self._chance(item.id, tag).random() < 0.3:
                    return Tag(item.id, tag)
        return None

    def _fill(self, state: State, step: Step, chance: random.Random) -> Action | None:
        """The next empty field of the step's sheet, its records, or at the end the plan itself. Some stay empty."""
        records = [sheet] if (sheet := results.sheet(state, step.id)) else []
        if isinstance(step, CommitStep):
            records += results.results(self.game, state, step.id)
        if step.id == state.order[-1] and (plan := results.sheet(state, PLAN)):
            records.append(plan)
        for record in records:
            for field in fields_of(self.game, record):
                if field.id in record.fields or (record.step == PLAN and field.id not in self.say.phrases.answers):
                    continue
                if self._chance(record.id, field.id).random() > (0.1 if field.need == "core" else 0.5):
                    action = Amend(record.id, field.id, self._value(state, record, field, chance))
                    if refusal(self.game, state, action) is None:
                        return action
        return None

    def _value(self, state: State, record: Item, field: Field, chance: random.Random) -> "str | int | tuple[str, ...]":
        match field.type:
            case "line" | "text":
                return self.say.field(state, record, field, chance)[: field.chars]
            case "number":
                return chance.randint(1, 40) * 5
            case "year":
                return 2027
            case "date":
                return chance.choice(_DAYS)
            case "when":
                return chance.choice(("now", "soon", "later", *_DAYS))
            case "one-of":
                return chance.choice(field.options)
            case "yes-no":
                return chance.choice(("yes", "no"))
            case "seat":
                return self.say.somebody(state, chance)[: field.chars]
            case "cards":
                decks = [self.game.decks[deck] for deck in field.options if deck in self.game.decks]
                cards = [f"card:{card.id}" for deck in decks for card in deck.cards]
                return tuple(chance.sample(cards, min(len(cards), 2 if field.many else 1)))
            case "items":
                made = [item.ref for step in state.order for item in results.results(self.game, state, step)]
                return tuple(chance.sample(made, min(len(made), 1)))
            case "contact":
                return self.say.phrases.persons[0][: field.chars]
            case _:
                assert_never(field.type)

    # Chance

    def _wanted(self, step: Step, seat: int, *, least: int = 0, most: int = 2) -> int:
        """How many a seat wants of something, within what the step allows."""
        least = max(least, step.limits.seat.least, 1)
        most = max(least, min(most, step.limits.seat.most or most))
        return self._chance(step.id, seat, "wanted").randint(least, most)

    def _chance(self, *about: object) -> random.Random:
        return random.Random("/".join(map(str, (self.seed, *about))))


class _Options:
    """What is legal now, asked for by kind of action; found out when first asked."""

    def __init__(self, game: Game, state: State, chance: random.Random) -> None:
        self._game = game
        self._state = state
        self._chance = chance

    @cached_property
    def _by_kind(self) -> defaultdict[type[object], list[Action]]:
        found: defaultdict[type[object], list[Action]] = defaultdict(list)
        for action in legal(self._game, self._state):
            found[type(action)].append(action)
        return found

    def all(self, kind: type[_A], fits: Callable[[_A], bool] | None = None) -> list[_A]:
        """Every action of this kind that fits."""
        return [one for one in self._by_kind[kind] if isinstance(one, kind) and (fits is None or fits(one))]

    def of(self, kind: type[_A], fits: Callable[[_A], bool] | None = None) -> _A | None:
        """Any one of them, or None if there is none."""
        found = self.all(kind, fits)
        return self._chance.choice(found) if found else None

    def best(self, kind: type[_A], worth: Callable[[_A], int]) -> _A | None:
        """The one that is worth most, any of several; None if none is worth at least 0."""
        found = [(worth(one), one) for one in self.all(kind)]
        most = max((value for value, _ in found), default=-1)
        return self._chance.choice([one for value, one in found if value == most]) if most >= 0 else None
