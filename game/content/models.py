"""The shapes of the files that authors write: one model for each kind of file. What they mean is built in `building`.

Names in the files are the names here with hyphens (`short-title`). Unknown names are refused, so that a slip of the
finger is found. References to other files are checked later, in `checking`.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$", max_length=60)]
"""Small letters, numbers and hyphens: what things are called among themselves, never shown."""

Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?$", max_length=60)]
"""A code whose words stand in a labels file."""

_NAME = r"[A-Za-z0-9_-][A-Za-z0-9_.-]*"
FileName = Annotated[str, StringConstraints(pattern=rf"^{_NAME}(?:/{_NAME})*$", max_length=100)]
"""A file below the folder of the file that names it: no way up, no way out."""

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Words = Annotated[str, StringConstraints(min_length=1)]
TEXTS = "texts"
Texts = Annotated[Words | dict[str, Words], TEXTS]
"""One text in the file's first language, or a text for each language. The mark TEXTS lets others find these fields."""
Given = str | dict[str, str]
"""The same, as a value."""

Count = Annotated[int, Field(ge=0, le=1000)]
Few = Annotated[int, Field(ge=1, le=100)]
Chars = Annotated[int, Field(ge=1, le=2000)]
Part = Annotated[float, Field(ge=-1, le=2)]
Bounds = Count | Annotated[list[Count | None], Field(min_length=2, max_length=2)]
"""Exactly so many, or the fewest and the most (null: no bound)."""


class Shape(BaseModel):
    """What all parts of a file have in common."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        defer_build=True,
        hide_input_in_errors=True,
        alias_generator=lambda name: name.replace("_", "-"),
        protected_namespaces=(),
    )


# Decks: cards/decks/ID.yaml


class Back(Shape):
    """How the cards look from behind: a role in the colours, and an icon."""

    colour: Id
    icon: Id | None = None


class CardField(Shape):
    """What the cards of a deck have beside a title and a text."""

    type: Literal["text", "code", "codes", "number", "range", "yes-no"]
    title: Texts | None = None
    unit: Texts | None = None


FieldType = Literal["text", "code", "codes", "number", "range", "yes-no"]


class Card(Shape):
    """One card. Beside these it has what its deck says under `fields`."""

    model_config = ConfigDict(extra="allow")

    id: Id
    title: Texts
    text: Texts | None = None
    picture: FileName | None = None


class DeckFile(Shape):
    """A deck of cards."""

    deck: Id
    languages: Annotated[list[Language], Field(min_length=1)] = ["fi"]
    title: Texts
    one: Texts | None = None
    back: Back
    size: Literal["small", "large"] = "small"
    fields: dict[Id, FieldType | CardField] = {}
    foot: list[Id] = []
    cards: Annotated[list[Card], Field(min_length=1)]


# Labels: cards/labels.yaml


class Label(Shape):
    """The words for a code."""

    label: Texts
    short: Texts | None = None
    many: Texts | None = None
    promise: Texts | None = None


class Never(Shape):
    """Values that no card may have together, and why."""

    model_config = ConfigDict(extra="forbid")

    where: Annotated[dict[Id, Code], Field(min_length=1)]
    except_: Annotated[list[Id], Field(alias="except")] = []
    because: Texts


class LabelsFile(Shape):
    """The words for all codes."""

    labels: Literal[1]
    languages: Annotated[list[Language], Field(min_length=1)] = ["fi"]
    words: dict[Id, dict[Code, Label]]
    never: list[Never] = []


# Rules: cards/games/ID/rules.yaml


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


# Board: a file that the rules name


class Sector(Shape):
    """A slice of the board."""

    id: Code
    help: Texts | None = None
    questions: list[Texts] = []


class Sectors(Shape):
    """The slices, and which fact of a card says that it belongs to one."""

    fact: Id
    each: Annotated[list[Sector], Field(min_length=1, max_length=12)]


class Rings(Shape):
    """The rings from the middle outwards, and which fact of a card says that it belongs to one."""

    fact: Id
    each: Annotated[list[Code], Field(min_length=1, max_length=9)]


class Middle(Shape):
    """The middle of the board."""

    title: Texts
    help: Texts | None = None


class TargetLabel(Shape):
    """Where the target's name stands."""

    at: Annotated[list[Part], Field(min_length=2, max_length=2)]
    width: Part


Pair = Annotated[list[Part], Field(min_length=2, max_length=2)]


class LayoutEntry(Shape):
    """Where everything lies, in parts of the board's width."""

    height: Annotated[float, Field(gt=0.1, le=2)]
    sweep: Annotated[list[Annotated[float, Field(ge=-720, le=720)]], Field(min_length=2, max_length=2)]
    target_radius: Annotated[float, Field(gt=0, le=0.5)]
    rings: Pair
    band: Pair
    marks: Part = 0.0
    ring_gap: Part = 0.0
    sector_gap: Part = 0.0
    target_label: TargetLabel


class BoardFile(Shape):
    """A board of sectors and rings around a target."""

    board: Id
    languages: Annotated[list[Language], Field(min_length=1)] = ["fi"]
    accepts: Annotated[list[Literal["token", "card", "note"]], Field(min_length=1)] = ["token", "card", "note"]
    target: Middle
    sectors: Sectors
    rings: Rings
    layouts: Annotated[dict[Id, LayoutEntry], Field(min_length=1)]


# Plan: a file that the rules name


class PlanFieldEntry(Shape):
    """One field of the plan, and where its answer comes from."""

    id: Id
    section: Code
    use: Literal["core", "opt"] = "core"
    asked_by: list[Code] = []
    from_: Annotated[list[Id], Field(alias="from")] = []
    label: Texts
    hint: Texts | None = None


class PlanFile(Shape):
    """The document that a session leaves behind."""

    plan: Id
    languages: Annotated[list[Language], Field(min_length=1)] = ["fi"]
    title: Texts
    sections: Annotated[list[Code], Field(min_length=1)]
    fields: Annotated[list[PlanFieldEntry], Field(min_length=1)]


FILE_KINDS: dict[str, type[Shape]] = {
    "deck": DeckFile,
    "labels": LabelsFile,
    "game": RulesFile,
    "board": BoardFile,
    "plan": PlanFile,
}
"""The first key of a file says what it is."""

Raw = dict[str, Any]
