"""Everything a game says, in all its languages, for the screen, the plan and the bots. Frozen, and no rules in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from game import words
from game.content.boards import Layout
from game.engine.definition import Fact


@dataclass(frozen=True, slots=True)
class Text:
    """One text in one or several languages; `main` is the language it was first written in."""

    words: Mapping[str, str]
    main: str

    def in_(self, lang: str) -> str:
        """The text in `lang`; where that is missing in its main language, else in any. Empty only if all are."""
        return self.words.get(lang) or self.words.get(self.main) or next(iter(self.words.values()), "")

    def missing(self, lang: str) -> bool:
        """Whether `in_(lang)` has to give another language."""
        return not self.words.get(lang)

    def __bool__(self) -> bool:
        return any(self.words.values())


NOTHING = Text({}, "")


def text_of(given: str | dict[str, str] | None, main: str) -> Text:
    """The text in its languages; a plain text is in the file's first language."""
    if given is None:
        return NOTHING
    return Text(given if isinstance(given, dict) else {main: given}, main)


def all_of(given: Iterable[str | dict[str, str]], main: str) -> tuple[Text, ...]:
    """Several texts."""
    return tuple(text_of(one, main) for one in given)


@dataclass(frozen=True, slots=True)
class Label:
    """The words for a code. `short` is the same as `label` where the author gave no shorter one."""

    label: Text
    short: Text
    many: Text = NOTHING
    promise: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Labels:
    """The words for all codes, by vocabulary (`level`, `kind`, `duration`, `item` ...) and code."""

    words: Mapping[str, Mapping[str, Label]]

    def get(self, vocabulary: str, code: object) -> Label:
        """The words for a code; the code itself where it has none."""
        found = self.words.get(vocabulary, {}).get(str(code))
        if found is None:
            plain = Text({"": str(code)}, "")
            return Label(plain, plain, plain)
        return found

    def has(self, vocabulary: str, code: object) -> bool:
        """Whether a code has words."""
        return str(code) in self.words.get(vocabulary, {})

    def codes(self, vocabulary: str) -> tuple[str, ...]:
        """The codes of a vocabulary in the author's order."""
        return tuple(self.words.get(vocabulary, {}))


FieldKind = Literal["text", "code", "codes", "number", "range", "yes-no"]


@dataclass(frozen=True, slots=True)
class CardFieldText:
    """What one of a deck's own fields is: its type, its heading and the unit behind its numbers (empty if none)."""

    type: FieldKind
    title: Text = NOTHING
    unit: Text = NOTHING


@dataclass(frozen=True, slots=True)
class DeckText:
    """A deck as people see it. `colour` is a role in the colours, `icon` a name among the icons (or empty)."""

    id: str
    title: Text
    one: Text
    colour: str
    icon: str
    size: Literal["small", "large"]
    fields: Mapping[str, CardFieldText]
    foot: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardText:
    """A card as people see it. `more` are the deck's own texts by field (`how`, `example` ...), `facts` its values."""

    id: str
    deck: str
    title: Text
    text: Text = NOTHING
    more: Mapping[str, Text] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    picture: str = ""


@dataclass(frozen=True, slots=True)
class FieldText:
    """A place to fill in. `gap` is the question that stands open while it is empty; options are by id."""

    id: str
    label: Text
    hint: Text = NOTHING
    gap: Text = NOTHING
    options: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RoundText:
    """One part of a step: its name, and the question it asks (empty if the step's prompt is enough)."""

    id: str
    title: Text = NOTHING
    ask: Text = NOTHING


@dataclass(frozen=True, slots=True)
class QuestionText:
    """A question about the game and its answers by id; no answers: it is answered in words."""

    id: str
    text: Text
    options: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StepText:
    """What is said in a step: see the head of a rules file. `help` is by situation."""

    id: str
    title: Text
    short_title: Text
    prompt: Text
    script: Text
    do: tuple[Text, ...] = ()
    help: Mapping[str, Text] = field(default_factory=dict)
    close: Text = NOTHING
    gap: Text = NOTHING
    short_way: Text = NOTHING
    rounds: tuple[RoundText, ...] = ()
    fields: Mapping[str, FieldText] = field(default_factory=dict)
    item_fields: Mapping[str, FieldText] = field(default_factory=dict)
    questions: Mapping[str, QuestionText] = field(default_factory=dict)
    questions_title: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Meaning:
    """A token or an answer: its name, what it means, and what the table does next."""

    label: Text
    meaning: Text = NOTHING
    then: Text = NOTHING


@dataclass(frozen=True, slots=True)
class SectorText:
    """A slice of the board: its full and short name, what it is, and questions that help to think."""

    id: str
    title: Text
    short_title: Text
    help: Text = NOTHING
    questions: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class RingText:
    """A ring of the board, counted from 1 in the middle."""

    id: str
    number: int
    title: Text
    promise: Text = NOTHING


@dataclass(frozen=True, slots=True)
class SpaceText:
    """A space of the board: where a sector and a ring meet."""

    id: str
    sector: str
    ring: str


@dataclass(frozen=True, slots=True)
class BoardText:
    """The board as people see it. `sector_fact` and `ring_fact` name the card facts that say where a card belongs."""

    target_title: Text
    target_help: Text
    sector_fact: str
    ring_fact: str
    sectors: Mapping[str, SectorText]
    rings: Mapping[str, RingText]
    spaces: Mapping[str, SpaceText]
    layouts: Mapping[str, Layout]


@dataclass(frozen=True, slots=True)
class Source:
    """Where an answer comes from: a step, and what in it.

    `part` names a field of the step's sheet (`field`), a field of its items (`item-field`), a mark (`tag`), a kind of
    item (`kind`), a round (`round`), a fact of the cards behind its results (`fact`) or one of its decks (`deck`).
    With `results` it is empty: all that the step left behind.
    """

    step: str
    what: Literal["results", "field", "item-field", "tag", "kind", "round", "fact", "deck"]
    part: str = ""


@dataclass(frozen=True, slots=True)
class PlanField:
    """One field of the plan. Without sources it is typed straight into the plan; any may be written over."""

    id: str
    section: str
    core: bool
    asked_by: tuple[str, ...]
    sources: tuple[Source, ...]
    label: Text
    hint: Text = NOTHING


@dataclass(frozen=True, slots=True)
class PlanText:
    """The document that a session leaves behind: its sections (codes) and fields in order."""

    title: Text
    sections: tuple[str, ...]
    fields: tuple[PlanField, ...]


@dataclass(frozen=True, slots=True)
class Pin:
    """What stays on the screen until the end, once it is there."""

    name: Source | None = None
    question: Source | None = None
    decides: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class GameTexts:
    """All that one game says. Mappings keep the author's order."""

    id: str
    languages: tuple[str, ...]
    title: Text
    summary: Text
    about: Text
    privacy: Text
    use: Text
    labels: Labels
    decks: Mapping[str, DeckText]
    cards: Mapping[str, CardText]
    steps: Mapping[str, StepText]
    tokens: Mapping[str, Meaning]
    answers: Mapping[str, Meaning]
    board: BoardText | None
    plan: PlanText | None
    pin: Pin
    tips_title: Text
    tips: tuple[Text, ...]
    glossary: Mapping[str, tuple[Text, Text]]
    """Word and explanation, by id."""

    def card_title(self, card: str) -> str:
        """A card's title in the language in use; its id if there is no such card."""
        found = self.cards.get(card)
        return found.title.in_(words.used()) if found else card

    def deck_title(self, deck: str) -> str:
        """A deck's title in the language in use; its id if there is no such deck."""
        found = self.decks.get(deck)
        return found.title.in_(words.used()) if found else deck

    def token_title(self, token: str) -> str:
        """A token's name in the language in use; its id if there is no such token."""
        found = self.tokens.get(token)
        return found.label.in_(words.used()) if found else token

    def space_title(self, space: str) -> str:
        """What a space is called in the language in use, such as "Planning, We listen"; its id if there is none."""
        found = self.board.spaces.get(space) if self.board else None
        if self.board is None or found is None:
            return space
        lang = words.used()
        sector, ring = self.board.sectors[found.sector], self.board.rings[found.ring]
        return f"{sector.short_title.in_(lang)}, {ring.title.in_(lang)}"

    def foot(self, card: str) -> str:
        """The card's lowest line in the language in use, such as "5–20 people, a few hours"."""
        found = self.cards[card]
        deck = self.decks[found.deck]
        lang = words.used()
        pieces = [piece for name in deck.foot if (piece := self._piece(found, name, deck.fields[name], lang))]
        return ", ".join(piece if place == 0 else piece[:1].lower() + piece[1:] for place, piece in enumerate(pieces))

    def _piece(self, card: CardText, name: str, field: CardFieldText, lang: str) -> str:
        """One of a card's values in words; empty if there is nothing to say."""
        value = card.facts.get(name)
        match field.type:
            case "text":
                return card.more[name].in_(lang) if name in card.more else ""
            case "range" if isinstance(value, tuple):
                if value[:1] in ((), (0,), (1,)) and len(value) < 2:
                    return ""
                numbers = f"{value[0]}+" if len(value) < 2 else f"{value[0]}–{value[1]}"
                return f"{numbers} {field.unit.in_(lang)}".rstrip()
            case "codes" if isinstance(value, tuple):
                return ", ".join(self.labels.get(name, code).label.in_(lang) for code in value)
            case "yes-no":
                return field.title.in_(lang) if value else ""
            case "number" if not self.labels.has(name, value):
                return f"{value} {field.unit.in_(lang)}".rstrip()
            case _:
                return self.labels.get(name, value).label.in_(lang)
