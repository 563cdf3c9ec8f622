"""Cards: what chance owes, hands, what is kept, laid open, swapped and laid on the board."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import assert_never

from game.engine.actions import TEXT, Call, Deal, Keep, Lay, Release, Swap
from game.engine.definition import TABLE, Game, Range
from game.engine.definition import Deal as DealStep
from game.engine.flow import may_act, present
from game.engine.placing import room_in
from game.engine.reasons import Reason, because
from game.engine.results import card_of, items
from game.engine.state import Item, Owed, Run, State

Cards = Call | Deal | Keep | Release | Swap | Lay


def left_in(game: Game, state: State, deck: str) -> list[str]:
    """The cards of a deck that have not been dealt in this session, in the order of the file."""
    return [card.id for card in game.decks[deck].cards if card.id not in state.dealt]


def answer(game: Game, state: State, shuffled: Callable[[Sequence[str]], Sequence[str]]) -> Deal:
    """Chance's answer to the draw that waits first; `shuffled` gives the cards in the order in which they lie.

    With `spread`, values of that fact take turns within each hand, and each hand begins with another value. A deck that
    runs out leaves the last hands shorter. The state must owe a draw.
    """
    owed = state.run.owed[0]
    here = (TABLE, *present(state))
    seats = [seat for seat in owed.seats if seat in here]
    pool = list(shuffled(left_in(game, state, owed.deck)))
    hands: list[list[str]] = [[] for _ in seats]
    if not owed.spread:
        for _ in range(owed.cards):
            for hand in hands:
                if pool:
                    hand.append(pool.pop())
    else:
        piles: dict[object, list[str]] = {}
        for card in pool:
            piles.setdefault(game.cards[card].facts.get(owed.spread), []).append(card)
        values = list(piles)
        for number in range(owed.cards):
            for place, hand in enumerate(hands):
                for step in range(len(values)):
                    pile = piles[values[(place + number + step) % len(values)]]
                    if pile:
                        hand.append(pile.pop())
                        break
    return Deal(tuple((seat, tuple(hand)) for seat, hand in zip(seats, hands, strict=True)))


def laid_by(state: State, step: str, seat: int) -> int:
    """How many cards of its hand a seat has laid in this step."""
    return sum(1 for item in items(state, step) if item.seat == seat and card_of(item))


def refusal(game: Game, state: State, action: Cards) -> Reason | None:
    """Why this may not be done now, or None."""
    step = game.step.get(state.at)
    if step is None:
        return because("ended")
    run = state.run
    match action:
        case Deal(hands):
            return _deal_refusal(game, state, run, hands)
        case Call(deck, seat):
            return _call_refusal(game, state, run, deck, seat)
    if not isinstance(step, DealStep):
        return because("not-in-this-step")
    reason = may_act(game, state, action.seat, in_turn=isinstance(action, Lay))
    if reason:
        return reason
    hand, kept = run.hands.get(action.seat, ()), run.kept.get(action.seat, ())
    match action:
        case Keep(seat, card, on):
            if card not in hand:
                return because("not-in-hand", card=card)
            if (card in kept) == on:
                return because("already-so")
            most = step.keep.most
            full = on and most is not None and len(kept) + laid_by(state, step.id, seat) >= most
            return because("enough-kept", most=most or 0) if full else None
        case Release():
            return None if len(hand) > len(kept) else because("nothing-to-release")
        case Swap(_, give, take):
            if not step.swap:
                return because("no-swap")
            if give not in hand:
                return because("not-in-hand", card=give)
            return None if take in run.spare else because("not-open", card=take)
        case Lay(_, card, space, reason_given):
            if card not in kept:
                return because("not-kept", card=card) if card in hand else because("not-in-hand", card=card)
            if len(reason_given) > step.limits.chars:
                return because("too-long", most=step.limits.chars)
            if not space:
                return because("space-needed") if step.onto_board else None
            return room_in(game, state, space, "card")
        case _:
            assert_never(action)


def _deal_refusal(game: Game, state: State, run: Run, hands: tuple[tuple[int, tuple[str, ...]], ...]) -> Reason | None:
    if not run.owed:
        return because("no-cards-owed")
    owed = run.owed[0]
    here = (TABLE, *present(state))
    waiting = [seat for seat in owed.seats if seat in here]
    if [seat for seat, _ in hands] != waiting:
        return because("wrong-cards", deck=owed.deck, cards=owed.cards)
    deck = {card.id for card in game.decks[owed.deck].cards}
    seen: set[str] = set()
    for _, cards in hands:
        for card in cards:
            if card not in deck:
                return because("no-such-card", card=card)
            if card in state.dealt or card in seen:
                return because("card-dealt", card=card)
            seen.add(card)
        if len(cards) > owed.cards:
            return because("wrong-cards", deck=owed.deck, cards=owed.cards)
    short = len(seen) < owed.cards * len(waiting)
    if short and len(seen) < len(deck - state.dealt):
        return because("wrong-cards", deck=owed.deck, cards=owed.cards)
    return None


def _call_refusal(game: Game, state: State, run: Run, deck: str, seat: int) -> Reason | None:
    step = game.step[state.at]
    decks = {draw.deck for plan in step.rounds for draw in plan.draws}
    if deck not in decks:
        return because("no-such-deck", deck=deck)
    if run.owed:
        return because("cards-first")
    if isinstance(step, DealStep):
        if seat not in present(state):
            return because("no-such-seat", seat=seat)
        if run.hands.get(seat) or laid_by(state, step.id, seat):
            return because("has-cards", seat=seat)
    elif seat != TABLE:
        return because("no-such-seat", seat=seat)
    return None if any(card.id not in state.dealt for card in game.decks[deck].cards) else because("deck-empty", deck=deck)


def apply(game: Game, state: State, action: Cards) -> State:
    """The state after an action that was not refused."""
    run = state.run
    match action:
        case Call(deck, seat):
            step = game.step[state.at]
            draw = next(draw for plan in step.rounds for draw in plan.draws if draw.deck == deck)
            cards = draw.cards if isinstance(step, DealStep) else 1
            return _run(state, run._replace(owed=(*run.owed, Owed(deck, cards, (seat,), draw.spread))))
        case Deal(hands):
            dealt = state.dealt.union(*(hand for _, hand in hands))
            for number, hand in hands:
                if number:
                    run = run._replace(hands={**run.hands, number: (*run.hands.get(number, ()), *hand)})
                else:
                    table = (*run.drawn[run.round], *hand)
                    run = run._replace(drawn=(*run.drawn[: run.round], table, *run.drawn[run.round + 1 :]))
            return _run(state, run._replace(owed=run.owed[1:]))._replace(dealt=dealt)
        case Keep(seat, card, on):
            kept = run.kept.get(seat, ())
            now = (*kept, card) if on else tuple(other for other in kept if other != card)
            return _run(state, run._replace(kept={**run.kept, seat: now}))
        case Release(seat):
            kept = run.kept.get(seat, ())
            rest = tuple(card for card in run.hands[seat] if card not in kept)
            return _run(state, run._replace(hands={**run.hands, seat: kept}, spare=(*run.spare, *rest)))
        case Swap(seat, give, take):
            swapped = {give: take}
            return _run(
                state,
                run._replace(
                    hands={**run.hands, seat: tuple(swapped.get(card, card) for card in run.hands[seat])},
                    kept={**run.kept, seat: tuple(swapped.get(card, card) for card in run.kept.get(seat, ()))},
                    spare=(*(card for card in run.spare if card != take), give),
                ),
            )
        case Lay(seat, card, space, reason):
            number = len(state.records)
            item = Item(
                number, game.step[state.at].makes, state.at, seat, run.round,
                {"reason": reason} if reason else {}, (f"card:{card}",), f"space:{space}" if space else "",
            )  # fmt: skip
            run = run._replace(
                hands={**run.hands, seat: tuple(other for other in run.hands[seat] if other != card)},
                kept={**run.kept, seat: tuple(other for other in run.kept[seat] if other != card)},
            )
            return _run(state, run)._replace(
                records=state.records.added(item),
                made={**state.made, state.at: (*state.made.get(state.at, ()), number)},
            )
        case _:
            assert_never(action)


def _run(state: State, run: Run) -> State:
    return state._replace(runs={**state.runs, state.at: run})


@lru_cache(maxsize=4096)
def _hand_offers(seat: int, hand: tuple[str, ...], kept: tuple[str, ...], may_keep: bool) -> tuple[Cards, ...]:
    found: list[Cards] = [Keep(seat, card, False) for card in kept]
    if may_keep:
        found += [Keep(seat, card) for card in hand if card not in kept]
    if len(hand) > len(kept):
        found.append(Release(seat))
    return tuple(found)


@lru_cache(maxsize=4096)
def _swaps(seat: int, hand: tuple[str, ...], spare: tuple[str, ...]) -> tuple[Swap, ...]:
    return tuple(Swap(seat, give, take) for give in hand for take in spare)


@lru_cache(maxsize=4096)
def _lays(seat: int, card: str, spaces: tuple[str, ...]) -> tuple[Lay, ...]:
    return tuple(Lay(seat, card, space, TEXT) for space in spaces)


def offers(game: Game, state: State) -> list[Cards]:
    """The card actions that are open now; a waiting draw is answered in the order of the deck's file."""
    run, step = state.run, game.step.get(state.at)
    if step is None:
        return []
    if run.owed:
        return [answer(game, state, lambda cards: cards[::-1])]
    found: list[Cards] = []
    is_deal = isinstance(step, DealStep)
    for plan in step.rounds:
        for draw in plan.draws:
            if not is_deal:
                if _call_refusal(game, state, run, draw.deck, TABLE) is None:
                    found.append(Call(draw.deck))
            else:
                empty = [seat for seat in present(state) if not run.hands.get(seat)]
                found += [
                    Call(draw.deck, seat)
                    for seat in empty
                    if _call_refusal(game, state, run, draw.deck, seat) is None
                ]
    if not isinstance(step, DealStep):
        return found
    spaces = tuple(space for space in game.card_spaces if room_in(game, state, space, "card") is None)
    for seat in present(state):
        hand = run.hands.get(seat, ())
        if not hand or may_act(game, state, seat, in_turn=False):
            continue
        kept = run.kept.get(seat, ())
        found += _hand_offers(seat, hand, kept, _may_keep(state, step, seat, kept))
        if step.swap and run.spare:
            found += _swaps(seat, hand, run.spare)
        if kept and may_act(game, state, seat) is None:
            for card in kept:
                found += _lays(seat, card, spaces if step.onto_board else ("", *spaces))
    return found


def _may_keep(state: State, step: DealStep, seat: int, kept: tuple[str, ...]) -> bool:
    keep: Range = step.keep
    return keep.most is None or len(kept) + laid_by(state, step.id, seat) < keep.most
