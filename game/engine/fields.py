"""What can be written into a record: its fields, what fits into them, and a specimen of each."""

from datetime import date

from game.engine.actions import TEXT
from game.engine.definition import PLAN, Commit, Deal, Field, Game, Group, Limits, Reflect, Step
from game.engine.memory import Memory
from game.engine.state import Item, Judgement, Record, Value

PARKED = "parked"
"""The kind of an item that waits for later."""

PARKED_CHARS = 280
_MOST_VALUES = 100


def fields_of(game: Game, record: Item) -> tuple[Field, ...]:
    """The fields that an item may have filled in, beside its text."""
    if record.kind == "sheet":
        return game.plan_fields if record.step == PLAN else game.step[record.step].fields
    step = game.step.get(record.step)
    return step.item_fields if step is not None and record.kind == step.makes else ()


_written_in: Memory[tuple[Field, ...]] = Memory()


def written_in(game: Game, record: Record) -> tuple[Field, ...]:
    """What can be amended in a record: an item's wording and fields, the reason of a laid card or a judgement."""
    kind = record.kind if isinstance(record, Item) else None
    return _written_in.of((record.step, kind), (game,), _all_written_in, game, record)


def _all_written_in(game: Game, record: Record) -> tuple[Field, ...]:
    step = game.step.get(record.step)
    parked = step is None or (isinstance(record, Item) and record.kind == PARKED)
    kind = record.kind if isinstance(record, Item) else ""
    chars = PARKED_CHARS if parked else text_chars(game.step[record.step], kind)
    reason = Field("reason", "text", "free", chars=chars)
    if isinstance(record, Judgement):
        return (reason,)
    if record.kind == "sheet":
        return fields_of(game, record)
    text = Field("text", "text", "free", chars=chars)
    laid = isinstance(step, Deal) and record.kind == step.makes
    return (text, *((reason,) if laid else ()), *fields_of(game, record))


def needs_text(game: Game, record: Item) -> bool:
    """Whether an item is nothing without its wording: groups and measures may be named later, cards have a name."""
    return not isinstance(game.step.get(record.step), Group | Commit) and not record.card


def fits(field: Field, value: Value) -> bool:
    """Whether a value can stand in a field. An empty text always can: it clears the field."""
    if value == "":
        return True
    match field.type:
        case "line" | "text" | "contact" | "seat":
            return isinstance(value, str) and len(value) <= field.chars
        case "number":
            return isinstance(value, int | float) and value == value and abs(value) < 1e15
        case "year":
            return isinstance(value, int) and 1000 <= value <= 9999
        case "date":
            return isinstance(value, str) and is_date(value)
        case "when":
            return isinstance(value, str) and (value in ("now", "soon", "later") or is_date(value))
        case "one-of":
            return value in field.options
        case "yes-no":
            return value in ("yes", "no")
        case "cards" | "items":
            if not isinstance(value, tuple) or len(value) > (_MOST_VALUES if field.many else 1):
                return False
            return all(len(part) <= field.chars for part in value)


def is_date(text: str) -> bool:
    """Whether a text is a day as ISO writes it, 2027-03-31."""
    if len(text) != 10 or not text.isascii():
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def specimen(game: Game, field: Field) -> Value:
    """A value that stands for any other in what `legal` offers."""
    match field.type:
        case "line" | "text" | "contact" | "seat":
            return TEXT
        case "number":
            return 1
        case "year":
            return 2027
        case "date":
            return "2027-01-31"
        case "when":
            return "soon"
        case "one-of":
            return field.options[0] if field.options else ""
        case "yes-no":
            return "yes"
        case "cards":
            deck = game.decks.get(field.options[0]) if field.options else None
            return (f"card:{deck.cards[0].id}",) if deck and deck.cards else (TEXT,)
        case "items":
            return ("item:0",)


def asked_in_words(step: Step, kind: str) -> bool:
    """Whether this is a question of the step that is answered in words: the answers are items of its name."""
    return isinstance(step, Reflect) and any(one.id == kind and not one.options for one in step.questions)


def text_chars(step: Step, kind: str) -> int:
    """How long a text of this kind may be. The step's limit is for what it makes, not for words about the game."""
    return max(step.limits.chars, Limits().chars) if asked_in_words(step, kind) else step.limits.chars
