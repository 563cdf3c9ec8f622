"""Cards: what chance owes, hands, what is kept, laid open, swapped and laid on the board."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import assert_never

from game.engine.actions import TEXT, Call, Deal, Keep, Lay, Release, Swap
from game.engine.definition import TABLE, Game, Step
from game.engine.definition import Deal as DealStep
from game.engine.flow import acting, may_act, present
from game.engine.memory import Made, Memory
from game.engine.placing import open_spaces, room_in
from game.engine.reasons import Reason, because
from game.engine.results import laid_by
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
    return None


def _call_refusal(game: Game, state: State, run: Run, deck: str, seat: int) -> Reason | None:
    step = game.step[state.at]
    if deck not in game.drawn_decks[step.id]:
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
    left = any(card.id not in state.dealt for card in game.decks[deck].cards)
    return None if left else because("deck-empty", deck=deck)


def apply(game: Game, state: State, action: Cards) -> State:
    """The state after an action that was not refused."""
    run = state.run
    match action:
        case Call(deck, seat):
            step = game.step[state.at]
            draw = next(draw for plan in step.rounds for draw in plan.draws if draw.deck == deck)
            cards = draw.cards if isinstance(step, DealStep) else 1
            return state.with_run(run._replace(owed=(*run.owed, Owed(deck, cards, (seat,), draw.spread))))
        case Deal(hands):
            dealt = state.dealt.union(*(hand for _, hand in hands))
            for number, hand in hands:
                if number:
                    run = run._replace(hands={**run.hands, number: (*run.hands.get(number, ()), *hand)})
                else:
                    table = (*run.drawn[run.round], *hand)
                    run = run._replace(drawn=(*run.drawn[: run.round], table, *run.drawn[run.round + 1 :]))
            return state.with_run(run._replace(owed=run.owed[1:]))._replace(dealt=dealt)
        case Keep(seat, card, on):
            kept = run.kept.get(seat, ())
            now = (*kept, card) if on else tuple(other for other in kept if other != card)
            return state.with_run(run._replace(kept={**run.kept, seat: now}))
        case Release(seat):
            kept = run.kept.get(seat, ())
            rest = tuple(card for card in run.hands[seat] if card not in kept)
            return state.with_run(run._replace(hands={**run.hands, seat: kept}, spare=(*run.spare, *rest)))
        case Swap(seat, give, take):
            swapped = {give: take}
            hand, kept = run.hands[seat], run.kept.get(seat, ())
            run = run._replace(
                hands={**run.hands, seat: tuple(swapped.get(card, card) for card in hand)},
                kept={**run.kept, seat: tuple(swapped.get(card, card) for card in kept)},
                spare=(*(card for card in run.spare if card != take), give),
            )
            return state.with_run(run)
        case Lay(seat, card, space, reason):
            number = len(state.records)
            item = Item(
                number, game.step[state.at].makes, state.at, seat, run.round,
                {"reason": reason} if reason else {}, (f"card:{card}",), f"space:{space}" if space else "", card=card,
            )  # fmt: skip
            run = run._replace(
                hands={**run.hands, seat: tuple(other for other in run.hands[seat] if other != card)},
                kept={**run.kept, seat: tuple(other for other in run.kept[seat] if other != card)},
            )
            return state.added(item, run)
        case _:
            assert_never(action)


_keep: Made[tuple[int, str, bool], Keep] = Made(Keep)
_swap: Made[tuple[int, str, str], Swap] = Made(Swap)
_lay: Made[tuple[int, str, str], Lay] = Made(lambda seat, card, space: Lay(seat, card, space, TEXT))


@lru_cache(maxsize=4096)
def _of_hand(seat: int, hand: tuple[str, ...], kept: tuple[str, ...], may_keep: bool) -> tuple[Cards, ...]:
    found: list[Cards] = [_keep[seat, card, False] for card in kept]
    if may_keep:
        found += [_keep[seat, card, True] for card in hand if card not in kept]
    if len(hand) > len(kept):
        found.append(Release(seat))
    return tuple(found)


@lru_cache(maxsize=4096)
def _swaps(seat: int, hand: tuple[str, ...], spare: tuple[str, ...]) -> tuple[Swap, ...]:
    return tuple([_swap[seat, give, take] for give in hand for take in spare])


@lru_cache(maxsize=4096)
def _lays(seat: int, kept: tuple[str, ...], spaces: tuple[str, ...]) -> tuple[Lay, ...]:
    return tuple([_lay[seat, card, space] for card in kept for space in spaces])


_call: Made[tuple[str, int], Call] = Made(Call)
_offers: Memory[tuple[Sequence[Cards], ...]] = Memory()


def offers(game: Game, state: State, step: Step | None, run: Run) -> Sequence[Sequence[Cards]]:
    """The card actions that are open now, in parts; a waiting draw is answered in the order of the deck's file."""
    if step is None or (not game.drawn_decks[step.id] and not isinstance(step, DealStep)):
        return ()
    if run.owed:
        return _offers.of(step.id, (game, run.owed, state.dealt, state.here), _first_of_the_deck, game, state)
    if not isinstance(step, DealStep):
        return _offers.of(step.id, (game, (), state.dealt, None), _calls, game, state)
    given = (game, run, state.dealt, state.here, state.records.items_of(step.id), state.lying)
    return _offers.of(step.id, given, _of_hands, game, state, step)


def _first_of_the_deck(game: Game, state: State) -> tuple[Sequence[Cards], ...]:
    return ([answer(game, state, lambda cards: cards[::-1])],)


def _calls(game: Game, state: State) -> tuple[Sequence[Cards], ...]:
    decks = game.drawn_decks[state.at]
    return ([_call[deck, TABLE] for deck in decks if _call_refusal(game, state, state.run, deck, TABLE) is None],)


def _of_hands(game: Game, state: State, step: DealStep) -> tuple[Sequence[Cards], ...]:
    run = state.run
    found: list[Sequence[Cards]] = [
        [_call[deck, seat]]
        for deck in game.drawn_decks[step.id]
        for seat in present(state)
        if _call_refusal(game, state, run, deck, seat) is None
    ]
    spaces = open_spaces(game, state, "card")
    in_turn = acting(state, step, run)
    for seat in acting(state, step, run, in_turn=False):
        hand, kept = run.hands.get(seat, ()), run.kept.get(seat, ())
        most = step.keep.most
        may_keep = most is None or len(kept) + laid_by(state, step.id, seat) < most
        found.append(_of_hand(seat, hand, kept, may_keep))
        if step.swap and hand and run.spare:
            found.append(_swaps(seat, hand, run.spare))
        if kept and seat in in_turn:
            found.append(_lays(seat, kept, spaces if step.onto_board else ("", *spaces)))
    return tuple(found)
