"""A game's rules: `cards/games/ID/rules.yaml`."""

# ruff: noqa: RUF012 (pydantic copies the defaults of its models)

from typing import Annotated, Literal

from pydantic import Field

from game.content.models.base import Bounds, Chars, Code, Count, Few, FileName, Id, Language, Shape, Texts


class DrawEntry(Shape):
    """Cards that chance brings when a round begins."""

    deck: Id
    cards: Few = 1
    to: Literal["seat", "table"] = "table"
    spread: Id | None = None


Draws = DrawEntry | list[DrawEntry]
Turns = Literal["together", "round", "silent"]


class RoundEntry(Shape):
    """One part of a step."""

    id: Id
    turns: Turns = "together"
    laps: Few = 1
    draw: Draws | None = None
    title: Texts
    ask: Texts | None = None


class LimitsEntry(Shape):
    """How much a seat and the table may make, and how long a text may be."""

    seat: Bounds | None = None
    table: Bounds | None = None
    chars: Chars | None = None


class OptionEntry(Shape):
    """One of the answers to choose from."""

    id: Id
    label: Texts


class FieldEntry(Shape):
    """A place to fill in."""

    id: Id
    type: Literal[
        "line", "text", "number", "year", "date", "when", "one-of", "yes-no", "seat", "cards", "items", "contact"
    ] = "line"
    need: Literal["core", "asked", "free"] = "asked"
    options: list[OptionEntry] = []
    decks: list[Id] = []
    many: bool = False
    chars: Chars | None = None
    label: Texts
    hint: Texts | None = None
    gap: Texts | None = None


class QuestionEntry(Shape):
    """A question about the game; without options it is answered in words."""

    id: Id
    text: Texts
    options: list[OptionEntry] = []


class BudgetEntry(Shape):
    """What all choices share."""

    field: Id
    points: Count
    over: Literal["refuse", "warn"] = "refuse"


class StepEntry(Shape):
    """What every step has, whatever its kind."""

    id: Id
    share: Annotated[float, Field(gt=0, le=1000)]
    title: Texts
    short_title: Texts | None = None
    prompt: Texts
    script: Texts
    do: list[Texts] = []
    help: dict[Id, Texts] = {}
    close: Texts | None = None
    gap: Texts | None = None
    short_way: Texts | None = None
    turns: Turns | None = None
    laps: Few | None = None
    draw: Draws | None = None
    rounds: Annotated[list[RoundEntry], Field(min_length=1)] | None = None
    about: list[Id | dict[Id, Id | list[Id]]] = []
    otherwise: list[Id | dict[Id, Id | list[Id]]] = []
    decks: list[Id] = []
    makes: Code | None = None
    kinds: list[Code] = []
    limits: LimitsEntry | None = None
    fields: list[FieldEntry] = []
    item_fields: list[FieldEntry] = []
    tags: list[Code] = []
    secret: bool = False
    anonymous: bool = False


class BriefEntry(StepEntry):
    """Read and look."""

    kind: Literal["brief"]


class ChooseEntry(StepEntry):
    """Pick cards or own suggestions. `settle: all`: every pick counts; else how many the table agrees on."""

    kind: Literal["choose"]
    own: bool = True
    settle: Literal["all"] | Bounds = "all"
    budget: BudgetEntry | None = None


class PlaceEntry(StepEntry):
    """Lay tokens on the board."""

    kind: Literal["place"]
    tokens: Annotated[dict[Id, Few], Field(min_length=1)]


class DealEntry(StepEntry):
    """A hand of cards to keep some of."""

    kind: Literal["deal"]
    keep: Bounds
    swap: bool = True
    blanks: Count = 0
    onto_board: bool = True


class WriteEntry(StepEntry):
    """Notes, round by round."""

    kind: Literal["write"]


class GroupEntry(StepEntry):
    """Put alike together."""

    kind: Literal["group"]


class VoteEntry(StepEntry):
    """Each seat answers on each thing."""

    kind: Literal["vote"]
    ballot: Literal["consent", "dots", "score", "rank", "yes-no"] = "consent"
    scale: Annotated[list[Id], Field(min_length=1)]
    dots: Count = 0
    settle: Bounds | None = None
    budget: BudgetEntry | None = None


class CommitEntry(StepEntry):
    """Each chosen thing becomes a record with fields."""

    kind: Literal["commit"]


class ReflectEntry(StepEntry):
    """Close."""

    kind: Literal["reflect"]
    questions_title: Texts | None = None
    questions: list[QuestionEntry] = []


AnyStep = Annotated[
    BriefEntry
    | ChooseEntry
    | PlaceEntry
    | DealEntry
    | WriteEntry
    | GroupEntry
    | VoteEntry
    | CommitEntry
    | ReflectEntry,
    Field(discriminator="kind"),
]
STEP_SHAPES: dict[str, type[StepEntry]] = {
    "brief": BriefEntry, "choose": ChooseEntry, "place": PlaceEntry, "deal": DealEntry, "write": WriteEntry,
    "group": GroupEntry, "vote": VoteEntry, "commit": CommitEntry, "reflect": ReflectEntry,
}  # fmt: skip


class Meaning(Shape):
    """What a token or an answer is called, what it means, and what the table does next."""

    label: Texts
    meaning: Texts | None = None
    then: Texts | None = None


class Pinned(Shape):
    """What stays on the screen until the end: a step, or a step and something in it (`target.question`)."""

    name: Id | None = None
    question: Id | None = None
    decides: list[Id] = []


class Term(Shape):
    """A word explained."""

    id: Id
    term: Texts
    text: Texts


class Tips(Shape):
    """Advice for a facilitator."""

    title: Texts
    list_: Annotated[list[Texts], Field(alias="list")]


class RulesFile(Shape):
    """A game."""

    game: Id
    version: Annotated[int, Field(ge=1)] = 1
    languages: Annotated[list[Language], Field(min_length=1)] = ["fi"]
    title: Texts
    summary: Texts | None = None
    about: Texts | None = None
    privacy: Texts | None = None
    use: Texts | None = None
    seats: Bounds = [2, 8]
    minutes: Annotated[int, Field(ge=5, le=600)] = 90
    decks: list[Id]
    board: FileName | None = None
    plan: FileName | None = None
    pinned: Pinned | None = None
    tokens: dict[Id, Meaning] = {}
    answers: dict[Id, Meaning] = {}
    steps: Annotated[list[AnyStep], Field(min_length=1)]
    tips: Tips | None = None
    glossary: list[Term] = []
