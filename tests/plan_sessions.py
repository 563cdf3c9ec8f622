"""Sessions of random legal play in which every text is a word of its own, and texts for the small game."""

import random
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from functools import cache
from itertools import count
from typing import Any

from game.content import texts
from game.content.loading import load
from game.content.texts import GameTexts, Text
from game.engine.actions import TEXT, Action, Amend, Deal, GoTo
from game.engine.definition import END, PLAN, Game, Reflect
from game.engine.rules import legal
from game.engine.session import Session
from game.engine.state import Seat
from tests import small_game
from tests.walks import pick


@cache
def default_game() -> tuple[Game, GameTexts]:
    """The game that is shipped, with its texts."""
    loaded = load("osallisuuspeli")
    return loaded.game, loaded.texts


@cache
def small() -> tuple[Game, GameTexts]:
    """The small game with plain English texts: what a hurried author would write, without board, plan or labels."""
    game = small_game.GAME

    def said(text: str) -> Text:
        return Text({"en": text}, "en")

    def field_texts(given: Any) -> dict[str, texts.FieldText]:
        return {field.id: texts.FieldText(field.id, said(field.id), said(f"hint {field.id}")) for field in given}

    steps = {}
    for step in game.steps:
        rounds = tuple(texts.RoundText(one.id, said(one.id)) for one in step.rounds)
        questions = {
            one.id: texts.QuestionText(one.id, said(one.id), {option: said(option) for option in one.options})
            for one in (step.questions if isinstance(step, Reflect) else ())
        }
        steps[step.id] = texts.StepText(
            step.id, said(step.id), said(step.id), said("prompt"), said("script"), gap=said(f"no {step.id}"),
            rounds=rounds, fields=field_texts(step.fields), item_fields=field_texts(step.item_fields),
            questions=questions,
        )  # fmt: skip
    cards = {card.id: texts.CardText(card.id, card.deck, said(card.id)) for card in game.cards.values()}
    return game, GameTexts(
        id=game.id, languages=("en",), title=said("Small game"), summary=texts.NOTHING, about=texts.NOTHING,
        privacy=texts.NOTHING, use=texts.NOTHING, labels=texts.Labels({}), decks={}, cards=cards, steps=steps,
        tokens={}, answers={}, board=None, plan=None, pin=texts.Pin(), tips_title=texts.NOTHING, tips=(), glossary={},
    )  # fmt: skip


def walk(game: Game, seed: str, moves: int, word: Callable[[int], str] = "word{}x".format) -> Iterator[Session]:
    """One session of random legal play, after each move; every text in it is `word` of a number of its own."""
    chance, numbers = random.Random(seed), count()
    seats = chance.randrange(game.seats.least, 5)
    session = Session(game, [Seat(at, word(next(numbers)), word(next(numbers))) for at in range(1, seats + 1)])
    yield session
    for step in (*session.state.order, END):
        if session.state.at != step:
            session.do(GoTo(step))
        for _ in range(chance.randrange(moves)):
            options = legal(game, session.state)
            owed = [action for action in options if isinstance(action, Deal)]
            action = owed[0] if owed and chance.random() < 0.9 else pick(chance, session.state, options)
            session.do(_worded(action, lambda: word(next(numbers))))
            yield session
    plan = session.state.sheets[PLAN]
    for field in game.plan_fields:
        if chance.random() < 0.1:
            session.do(Amend(plan, field.id, word(next(numbers))))
    yield session


def _worded(action: Action, word: Callable[[], str]) -> Action:
    """The action with words of its own where `legal` leaves room for them."""
    changes: dict[str, Any] = {}
    for field in fields(action):
        value = getattr(action, field.name)
        if value == TEXT:
            changes[field.name] = word()
        elif isinstance(value, tuple) and TEXT in value:
            changes[field.name] = tuple(word() if part == TEXT else part for part in value)
    return replace(action, **changes) if changes else action
