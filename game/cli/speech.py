"""What the bots say: sentences from the cards where those have any, from the common phrases otherwise."""

import random
from collections.abc import Iterable, Sequence
from functools import lru_cache

from game.cli.phrases import PHRASES
from game.content.texts import GameTexts
from game.engine import results
from game.engine.definition import Field, Game, Ref, Step
from game.engine.fields import fields_of
from game.engine.flow import present
from game.engine.state import Item, State, item_of


class Speech:
    """Words in one language for a game; none is longer than its place allows."""

    def __init__(self, game: Game, texts: GameTexts, lang: str) -> None:
        self.game = game
        self.texts = texts
        self.lang = lang
        self.phrases = PHRASES.get(lang, PHRASES["en"])

    def idea(self, state: State, links: Iterable[Ref], step: Step, chance: random.Random) -> str:
        """A sentence from what a linked card says of how it is done, or a common one; a new one while there are any."""
        said = {record.text for record in state.records if isinstance(record, Item)}
        for ref in links:
            number = item_of(ref)
            card = ref.removeprefix("card:") if number is None else results.card_of(state.item(number))
            found = self.texts.cards.get(card)
            if found and "how" in found.more and chance.random() < 0.8:
                sentences = [part[: step.limits.chars] for part in _sentences(found.more["how"].in_(self.lang))]
                if fresh := [sentence for sentence in sentences if sentence not in said]:
                    return chance.choice(fresh)
        usual = [idea[: step.limits.chars] for idea in self.phrases.ideas]
        return chance.choice([idea for idea in usual if idea not in said] or usual)

    def suggestion(self, state: State, step: Step, chance: random.Random) -> str:
        """A short name for a suggestion of one's own."""
        return chance.choice(self.phrases.themes)[: step.limits.chars]

    def note(self, state: State, kind: str, links: Iterable[Ref], step: Step, chance: random.Random) -> str:
        """What is written of this kind: an idea, or what is usual for the kind."""
        usual = self.phrases.notes.get(kind)
        return chance.choice(usual)[: step.limits.chars] if usual else self.idea(state, links, step, chance)

    def aside(self, chance: random.Random) -> str:
        """A thought for later."""
        return chance.choice(self.phrases.thoughts)

    def clearer(self, text: str) -> str:
        """The text, made clearer; the same if that has been done."""
        return text if text.endswith(self.phrases.more) else f"{text} {self.phrases.more}"

    def somebody(self, state: State, chance: random.Random) -> str:
        """Who answers for something: a seat, or somebody in an office."""
        return chance.choice((*(f"seat:{seat}" for seat in present(state)), *self.phrases.persons))

    def roles(self, count: int, chance: random.Random) -> list[str]:
        """Who sits at the table."""
        return chance.sample(self.phrases.roles, count)

    def why(self, good: bool, step: Step, chance: random.Random) -> str:
        """A reason for something, or against it."""
        return chance.choice(self.phrases.because if good else self.phrases.but)[: step.limits.chars]

    def answer(self, question: str, chance: random.Random) -> str:
        """An answer in words to a question, by its name."""
        return chance.choice(self.phrases.answers.get(question, self.phrases.deeds))

    def word(self, step: Step, chance: random.Random) -> str:
        """A word at the end."""
        return chance.choice(self.phrases.words)[: step.limits.chars]

    def theme(self, state: State, item: Item) -> str:
        """A name for what the item is about, by the kind of the card behind it."""
        for ref in (*item.links, *results.trace(state, item)):
            card = self.game.cards.get(ref.removeprefix("card:"))
            kind = card.facts.get("kind") if card else None
            if kind and self.texts.labels.has("kind", kind):
                place = self.texts.labels.codes("kind").index(str(kind))
                return self.phrases.themes[place % len(self.phrases.themes)]
        return self.phrases.themes[item.id % len(self.phrases.themes)]

    def field(self, state: State, record: Item, field: Field, chance: random.Random) -> str:
        """What stands in a field of words: the question of the target's card, an idea behind it, or a phrase."""
        if field.id == fields_of(self.game, record)[0].id:
            settled = [ref[5:] for ref in state.run.settled if ref.startswith("card:")]
            if record.kind == "sheet" and settled and settled[0] in self.texts.cards:
                return self.texts.cards[settled[0]].text.in_(self.lang)
            behind = [number for ref in results.trace(state, record) if (number := item_of(ref)) is not None]
            texts = [state.item(number).text for number in behind if f"item:{number}" not in record.links]
            if any(texts):
                return next(filter(None, texts))
        return chance.choice(self.phrases.answers.get(field.id, self.phrases.deeds))


@lru_cache(maxsize=1024)
def _sentences(text: str) -> Sequence[str]:
    return [f"{part.rstrip('.')}." for part in text.split(". ")]
