"""What a step has brought so far, and what a step works on: pure questions to a state that rules, screen and plan share."""

from collections.abc import Iterator

from game.engine.definition import (
    About,
    Brief,
    Budget,
    Choose,
    Commit,
    Deal,
    Game,
    Group,
    Place,
    Ref,
    Reflect,
    Step,
    Vote,
    Write,
)
from game.engine.state import Item, Judgement, Run, State, item_of

_NO_RUN = Run()


def run_of(state: State, step: str) -> Run:
    """How far a step has come; an empty run if it was never entered."""
    return state.runs.get(step, _NO_RUN)


def items(state: State, step: str, kind: str = "", *, gone: bool = False) -> Iterator[Item]:
    """The items made in a step, in order; of one kind if named; the withdrawn ones only with `gone`."""
    for number in state.made.get(step, ()):
        record = state.records[number]
        if isinstance(record, Item) and record.kind != "sheet" and (gone or not record.gone):
            if not kind or record.kind == kind:
                yield record


def judgements(state: State, step: str) -> Iterator[Judgement]:
    """The standing judgements of a step, in the order they were made."""
    for number in state.made.get(step, ()):
        record = state.records[number]
        if isinstance(record, Judgement) and not record.gone:
            yield record


def sheet(state: State, step: str) -> Item | None:
    """The record that holds a step's own fields, or None if the step has none."""
    number = state.sheets.get(step)
    return None if number is None else state.item(number)


def card_of(item: Item) -> str:
    """The id of the card that an item stands for, or an empty text."""
    return next((ref[5:] for ref in item.links if ref.startswith("card:")), "")


def parts(state: State, group: Item) -> tuple[Item, ...]:
    """What lies in a group, in the order it was written."""
    return tuple(
        record for record in state.records if isinstance(record, Item) and record.at == group.ref and not record.gone
    )


def answers(state: State, step: str, thing: Ref) -> tuple[Judgement, ...]:
    """The standing judgements of one thing in a step, by seat number."""
    marks = run_of(state, step).marks
    found = [state.records[number] for (_, ref), number in marks.items() if ref == thing]
    return tuple(sorted((j for j in found if isinstance(j, Judgement) and not j.gone), key=lambda j: j.seat))


def supporters(state: State, item: Item) -> tuple[Judgement, ...]:
    """Who picked an item (or the card it stands for) in the step that made it."""
    own = answers(state, item.step, item.ref)
    card = card_of(item)
    return (*own, *answers(state, item.step, f"card:{card}")) if card else own


def results(game: Game, state: State, step_id: str) -> tuple[Item, ...]:
    """What a step leaves behind: its product so far, in the order that the plan tells it.

    For a vote these are the items that the table settled on; they were made in an earlier step.
    """
    step = game.step.get(step_id)
    run = run_of(state, step_id)
    match step:
        case Choose(settle=None):
            return tuple(item for item in items(state, step_id, step.makes) if item.seat or supporters(state, item))
        case Choose():
            return tuple(item for ref in run.settled for item in items(state, step_id, step.makes) if ref == ref_of(item))
        case Vote():
            return tuple(item for ref in run.settled if (item := _live(state, ref)) is not None)
        case Group():
            full = {record.at for record in state.records if isinstance(record, Item) and not record.gone}
            return tuple(item for item in items(state, step_id, step.makes) if item.ref in full)
        case Commit():
            wanted = {item.ref for item in about(game, state, step)}
            return tuple(
                item
                for item in items(state, step_id, step.makes)
                if item.seat or item.fields or not item.links or wanted.intersection(item.links)
            )
        case Brief() | Place() | Deal() | Write() | Reflect():
            return tuple(items(state, step_id, step.makes)) if step.makes else ()
        case None:
            return ()


def ref_of(item: Item) -> Ref:
    """What marks and settlements of a choose step point at: the card if the item stands for one, else the item."""
    card = card_of(item)
    return f"card:{card}" if card else item.ref


def _live(state: State, ref: Ref) -> Item | None:
    number = item_of(ref)
    if number is None or number >= len(state.records):
        return None
    record = state.records[number]
    return record if isinstance(record, Item) and not record.gone else None


def about(game: Game, state: State, step: Step) -> tuple[Item, ...]:
    """The earlier results that a step works on; what `otherwise` names if there are none."""
    found = tuple(item for source in step.about for item in _narrowed(game, state, source))
    if found or not step.otherwise:
        return found
    return tuple(item for source in step.otherwise for item in _narrowed(game, state, source))


def _narrowed(game: Game, state: State, source: About) -> tuple[Item, ...]:
    if not source.states:
        return results(game, state, source.step)
    step = game.step.get(source.step)
    pool: tuple[Item, ...] = about(game, state, step) if isinstance(step, Vote) else tuple(items(state, source.step))
    chosen = {item.id for item in results(game, state, source.step)}
    return tuple(item for item in pool if any(_is(state, source.step, item, word, chosen) for word in source.states))


def _is(state: State, step: str, item: Item, word: str, chosen: set[int]) -> bool:
    match word:
        case "chosen" | "kept":
            return item.id in chosen
        case "not-chosen" | "open":
            return item.id not in chosen
        case "unsure":
            return any(j.value == "unsure" for j in answers(state, step, item.ref))
        case "disputed":
            return len({j.value for j in answers(state, step, item.ref)} - {"unsure"}) > 1
        case "empty":
            return not item.text
        case _:
            return word in item.tags


def things(game: Game, state: State, step: Step) -> tuple[Ref, ...]:
    """What seats may answer on in a step: cards of its decks, own suggestions, earlier results, fixed questions."""
    match step:
        case Choose():
            cards = tuple(f"card:{card.id}" for deck in step.decks for card in game.decks[deck].cards)
            own = tuple(item.ref for item in items(state, step.id, step.makes) if not card_of(item))
            return (*cards, *(item.ref for item in about(game, state, step)), *own)
        case Vote():
            return tuple(item.ref for item in about(game, state, step)) or tuple(
                f"card:{card.id}" for deck in step.decks for card in game.decks[deck].cards
            )
        case Reflect():
            return tuple(f"option:{question.id}" for question in step.questions if question.options)
        case _:
            return ()


def cost(game: Game, state: State, ref: Ref, field: str) -> int:
    """What a thing takes of a budget.

    The figure that the table gave it, if any; else for a card its own; for a group the sum over its parts; for any other
    item the dearest card it is tied to, directly or through another item; and at least 1.
    """
    number = item_of(ref)
    if number is None:
        return _figure(game.cards[ref[5:]].facts.get(field)) if ref[5:] in game.cards else 1
    item = state.item(number)
    given = item.fields.get(field)
    if isinstance(given, int | float | str) and (figure := _figure(given)):
        return figure
    inside = parts(state, item)
    if inside:
        return sum(cost(game, state, part.ref, field) for part in inside)
    return max((cost(game, state, link, field) for link in item.links if _priced(game, state, link, number)), default=1)


def _priced(game: Game, state: State, link: Ref, above: int) -> bool:
    """Whether a link leads to a card, or to an item made earlier (so that the walk over links must end)."""
    number = item_of(link)
    return link.startswith("card:") if number is None else number < above


def _figure(value: object) -> int:
    if isinstance(value, str):
        value = int(value) if value.isdecimal() and value.isascii() and len(value) < 7 else 0
    return max(int(value), 0) if isinstance(value, int | float) else 1


def spent(game: Game, state: State, step: Step, budget: Budget) -> int:
    """How many points of the budget the things settled in a step take."""
    return sum(cost(game, state, ref, budget.field) for ref in run_of(state, step.id).settled)


def tokens_left(state: State, step: Place, seat: int) -> dict[str, int]:
    """How many tokens of each value a seat still has in hand."""
    left = dict(step.tokens)
    for judgement in judgements(state, step.id):
        if judgement.seat == seat and judgement.value in left:
            left[judgement.value] -= 1
    return left


def hidden(game: Game, state: State) -> frozenset[int]:
    """The records that must not be shown to anyone yet: made in a secret silent round that has not been revealed."""
    secret: set[int] = set()
    for step in game.steps:
        run = state.runs.get(step.id)
        if run is None or not step.secret or run.revealed:
            continue
        if step.rounds[run.round].turns == "silent":
            secret.update(
                number
                for number in state.made.get(step.id, ())
                if (record := state.records[number]).round == run.round
                and record.seat
                and (isinstance(record, Judgement) or record.kind != "sheet")
            )
    return frozenset(secret)


def trace(state: State, item: Item) -> tuple[Ref, ...]:
    """Everything that an item came from, nearest first: its links, what lies in its groups, and their links in turn."""
    seen: dict[Ref, None] = {}
    waiting = [*item.links, *(part.ref for part in parts(state, item))]
    while waiting:
        ref = waiting.pop(0)
        number = item_of(ref)
        if ref in seen or number == item.id:
            continue
        seen[ref] = None
        if number is not None and number < len(state.records):
            source = state.records[number]
            if isinstance(source, Item):
                waiting.extend([*source.links, *(part.ref for part in parts(state, source))])
                if source.at.startswith("space:"):
                    waiting.append(source.at)
    return tuple(seen)
