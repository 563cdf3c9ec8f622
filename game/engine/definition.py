"""What a game is, as the rules see it: decks, a board, and a list of steps. No texts: those stay with the content."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Fact = str | int | float | bool | tuple[str | int, ...] | None
"""A value on a card or a space that a rule may ask about: a kind, a level, a cost."""

Ref = str
"""What a link, a mark or a place points at: `card:ID`, `space:ID`, `item:N` (a record), `option:ID` (a fixed thing)."""

TABLE = 0
"""The seat number of the whole table, and of the facilitator who acts for it. Seats are 1 to 8."""

END = "end"
"""Where a session is after its last step."""

PLAN = "plan"
"""The pseudo-step whose sheet holds what is typed straight into the plan."""

Turns = Literal["together", "round", "silent"]
FieldType = Literal[
    "line", "text", "number", "year", "date", "when", "one-of", "yes-no", "seat", "cards", "items", "contact"
]
Need = Literal["core", "asked", "free"]


@dataclass(frozen=True, slots=True)
class Card:
    """One card: its id is unique in the game; `facts` are its fields that rules may ask about."""

    id: str
    deck: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Deck:
    """Cards in the order of their file."""

    id: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One place to fill in a record. An empty `core` or `asked` field is a gap in the plan; nothing is ever blocked.

    `options` are the ids that `one-of` offers, or the deck that `cards` offers; `many` allows several values.
    """

    id: str
    type: FieldType = "line"
    need: Need = "asked"
    options: tuple[str, ...] = ()
    many: bool = False
    chars: int = 280


@dataclass(frozen=True, slots=True)
class Space:
    """A place on the board: what it takes (`token`, `card`, `note`), how many of them (None: any number)."""

    id: str
    accepts: frozenset[str]
    room: int | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Range:
    """How few and how many. Past `most` is refused; short of `least` is a gap, never a block. None: no bound."""

    least: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one seat and the whole table may make in a step, and how long a text may grow (characters)."""

    seat: Range = Range()
    table: Range = Range()
    chars: int = 280


@dataclass(frozen=True, slots=True)
class Draw:
    """Cards that chance brings when a round begins: `cards` from `deck`, to each seat or to the table.

    `spread` names a card fact whose values are shared out as evenly as the deck allows, within and over the hands.
    """

    deck: str
    cards: int
    to: Literal["seat", "table"] = "table"
    spread: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """One part of a step. `laps` is how many times the turn goes round the table (only for turns `round`)."""

    id: str = "main"
    turns: Turns = "together"
    laps: int = 1
    draws: tuple[Draw, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """Earlier results that a step works on: those of `step`, narrowed to the states named (any of them).

    States: chosen, not-chosen, unsure, disputed, empty, kept, or a tag of the step. No states: all results.
    """

    step: str
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Budget:
    """What all choices share: the sum of a card field over what is chosen may be `points` at most."""

    field: str
    points: int
    over: Literal["refuse", "warn"] = "refuse"


@dataclass(frozen=True, slots=True)
class Question:
    """A question with fixed answers (feedback, a check); without options it is answered in words."""

    id: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """What every step has, whatever its kind."""

    id: str
    share: float = 1.0
    rounds: tuple[Round, ...] = (Round(),)
    about: tuple[About, ...] = ()
    otherwise: tuple[About, ...] = ()
    """What the step works on when `about` has brought nothing."""
    decks: tuple[str, ...] = ()
    makes: str = ""
    """The kind of the items that the step leaves behind."""
    kinds: tuple[str, ...] = ()
    """Other kinds of item that may be written here, such as `risk` or `question`."""
    limits: Limits = Limits()
    fields: tuple[Field, ...] = ()
    """The step's own sheet, one for the table."""
    item_fields: tuple[Field, ...] = ()
    """What each item made here may have filled in, beside its text."""
    tags: tuple[str, ...] = ()
    """Marks that the table may put on the results, such as `seldom-heard`."""
    secret: bool = False
    """What seats make in a silent round stays hidden until the reveal."""
    anonymous: bool = False
    """What a seat answered is never shown with the seat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief(_Step):
    """Read and look: purpose, rules of talk, who is here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose(_Step):
    """Pick cards or own suggestions; `settle` is how many the table then agrees on (None: every pick counts)."""

    settle: Range | None = None
    own: bool = True
    """Whether a seat may write a suggestion of its own."""
    budget: Budget | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(_Step):
    """Lay tokens on the board, each with a reason. `tokens` is what each seat has: value to number."""

    tokens: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal(_Step):
    """A hand of cards: keep some, the rest lie open to swap; lay the kept ones on the board with a reason."""

    keep: Range = Range(1, 2)
    swap: bool = True
    blanks: int = 0
    """How many blank cards the table has for methods of its own."""
    onto_board: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Write(_Step):
    """Notes on a question, round by round, each tied to cards or earlier items."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(_Step):
    """Put alike together and name the groups."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(_Step):
    """Each seat answers on each thing; then the table settles what goes on."""

    ballot: Literal["consent", "dots", "score", "rank", "yes-no"] = "consent"
    scale: tuple[str, ...] = ("support", "live-with", "no", "unsure")
    """The values of an answer, from the best to the least; for `dots`, `score` and `rank` numbers as text."""
    dots: int = 0
    """How many dots each seat has, for `dots`."""
    settle: Range = Range()
    budget: Budget | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit(_Step):
    """Each chosen thing becomes a record with fields: what, with whom, when, who is responsible."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflect(_Step):
    """Close: the sheet's fields, a word from each seat, and questions about the game."""

    questions: tuple[Question, ...] = ()


Step = Brief | Choose | Place | Deal | Write | Group | Vote | Commit | Reflect
STEP_KINDS: tuple[type[Step], ...] = (Brief, Choose, Place, Deal, Write, Group, Vote, Commit, Reflect)


@dataclass(frozen=True)
class Game:
    """A whole game: what is played with and in which order. `minutes` is what the steps' shares add up to."""

    id: str
    decks: Mapping[str, Deck]
    spaces: tuple[Space, ...]
    steps: tuple[Step, ...]
    seats: Range = Range(2, 8)
    minutes: int = 90
    plan_fields: tuple[Field, ...] = ()
    """What can be typed straight into the plan."""

    @cached_property
    def cards(self) -> Mapping[str, Card]:
        """Every card by its id."""
        return {card.id: card for deck in self.decks.values() for card in deck.cards}

    @cached_property
    def space(self) -> Mapping[str, Space]:
        """Every space by its id."""
        return {space.id: space for space in self.spaces}

    @cached_property
    def token_spaces(self) -> tuple[str, ...]:
        """The ids of the spaces that take tokens, in the order of the file."""
        return tuple(space.id for space in self.spaces if "token" in space.accepts)

    @cached_property
    def card_spaces(self) -> tuple[str, ...]:
        """The ids of the spaces that take cards, in the order of the file."""
        return tuple(space.id for space in self.spaces if "card" in space.accepts)

    @cached_property
    def step(self) -> Mapping[str, Step]:
        """Every step by its id."""
        return {step.id: step for step in self.steps}

    @cached_property
    def place(self) -> Mapping[str, int]:
        """The place of every step in the order of the file, from 0."""
        return {step.id: place for place, step in enumerate(self.steps)}

    @cached_property
    def roomy(self) -> bool:
        """Whether every space takes any number of things."""
        return all(space.room is None for space in self.spaces)

    @cached_property
    def deck_refs(self) -> Mapping[str, tuple[Ref, ...]]:
        """For every step the cards of its decks, as refs."""
        return {
            step.id: tuple(f"card:{card.id}" for deck in step.decks for card in self.decks[deck].cards)
            for step in self.steps
        }

    @cached_property
    def question_refs(self) -> Mapping[str, tuple[Ref, ...]]:
        """For every reflect step its questions with fixed answers, as refs."""
        return {
            step.id: tuple(f"option:{question.id}" for question in step.questions if question.options)
            for step in self.steps
            if isinstance(step, Reflect)
        }

    @cached_property
    def drawn_decks(self) -> Mapping[str, tuple[str, ...]]:
        """For every step the decks that it draws from, each once."""
        return {
            step.id: tuple(dict.fromkeys(draw.deck for plan in step.rounds for draw in plan.draws))
            for step in self.steps
        }

    @cached_property
    def sources(self) -> Mapping[str, tuple[str, ...]]:
        """For every step all the steps that what it works on may come from, near and far."""
        found: dict[str, tuple[str, ...]] = {}
        for step in self.steps:
            reached: dict[str, None] = {}
            waiting = [source.step for source in (*step.about, *step.otherwise)]
            while waiting:
                name = waiting.pop()
                if name not in reached and name in self.step:
                    reached[name] = None
                    waiting += [source.step for source in (*self.step[name].about, *self.step[name].otherwise)]
            found[step.id] = tuple(reached)
        return found
