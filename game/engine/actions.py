"""Everything that can be done at the table: a closed union of small values, and their plain-dict form for the log."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, get_args

from game.engine.definition import TABLE, Ref
from game.engine.state import Value

TEXT = "…"
"""The text in an action that `legal` offers: a place for the speaker's own words."""


class FlowAction:
    """Where the session goes, who sits there, turns and rounds."""

    __slots__ = ()


class CardAction:
    """Draws and hands."""

    __slots__ = ()


class WritingAction:
    """New items."""

    __slots__ = ()


class AmendingAction:
    """What becomes of records."""

    __slots__ = ()


class PlacingAction:
    """The board and the groups."""

    __slots__ = ()


class JudgingAction:
    """Answers, and what the table agrees on."""

    __slots__ = ()


# Where the session goes. The facilitator's; always open.


@dataclass(frozen=True, slots=True)
class GoTo(FlowAction):
    """Take up a step, new or gone back to; `end` closes the session until it is gone back from."""

    step: str


@dataclass(frozen=True, slots=True)
class Skip(FlowAction):
    """Leave a step out (or, with `on` false, take it in again). Its gap shows in the plan."""

    step: str
    on: bool = True


@dataclass(frozen=True, slots=True)
class Extend(FlowAction):
    """Give a step more minutes (or, below zero, fewer)."""

    step: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Arrange(FlowAction):
    """Play the steps in another order; every step must be there once."""

    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sit(FlowAction):
    """Somebody takes a seat, or the seat's name or role changes."""

    seat: int
    name: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Leave(FlowAction):
    """A seat is left; what it made stays."""

    seat: int


# Turns and rounds.


@dataclass(frozen=True, slots=True)
class Turn(FlowAction):
    """Give the turn to a seat."""

    seat: int


@dataclass(frozen=True, slots=True)
class Done(FlowAction):
    """The seat is ready: the turn goes on, or its ballot is folded."""

    seat: int


@dataclass(frozen=True, slots=True)
class Pass(FlowAction):
    """The seat leaves this one out. Always fine."""

    seat: int


@dataclass(frozen=True, slots=True)
class Resume(FlowAction):
    """The seat was ready and is so no longer: it opens its ballot or writes on."""

    seat: int


@dataclass(frozen=True, slots=True)
class NextRound(FlowAction):
    """The step goes to its next round."""


@dataclass(frozen=True, slots=True)
class Reveal(FlowAction):
    """What was hidden in this round is opened, all at once."""


@dataclass(frozen=True, slots=True)
class Again(FlowAction):
    """The round is taken once more: the answers stand until changed, and are hidden again."""


# Cards.


@dataclass(frozen=True, slots=True)
class Call(CardAction):
    """Ask for one more card of a deck, for a seat or the table; chance answers with a Deal."""

    deck: str
    seat: int = TABLE


@dataclass(frozen=True, slots=True)
class Deal(CardAction):
    """Chance's answer to the draw that waits, or cards entered by hand from a paper deck: seat to card ids."""

    hands: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Keep(CardAction):
    """A seat keeps a card of its hand, or lets it go again."""

    seat: int
    card: str
    on: bool = True


@dataclass(frozen=True, slots=True)
class Release(CardAction):
    """A seat lays the rest of its hand open for all."""

    seat: int


@dataclass(frozen=True, slots=True)
class Swap(CardAction):
    """A seat gives a card of its hand and takes one that lies open."""

    seat: int
    give: str
    take: str


@dataclass(frozen=True, slots=True)
class Lay(CardAction):
    """A seat lays a kept card on a space of the board (or in front of all: no space), and says why."""

    seat: int
    card: str
    space: str = ""
    reason: str = ""


# What is made, and what becomes of it.


@dataclass(frozen=True, slots=True)
class Write(WritingAction):
    """A seat (0: the table) writes a new item. `kind` empty: what the step makes. `at`: the space it lies on."""

    seat: int
    text: str
    kind: str = ""
    links: tuple[Ref, ...] = ()
    at: Ref = ""
    fields: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class Amend(AmendingAction):
    """A field of a record gets another value. `text` is an item's wording, `reason` why it lies there."""

    record: int
    field: str
    value: Value
    cause: Ref = ""


@dataclass(frozen=True, slots=True)
class Withdraw(AmendingAction):
    """A record is taken back; it stays in the log and in the plan's appendix."""

    record: int


@dataclass(frozen=True, slots=True)
class Restore(AmendingAction):
    """A withdrawn record is put back."""

    record: int


@dataclass(frozen=True, slots=True)
class Link(AmendingAction):
    """An item is tied to what it came from, or untied."""

    record: int
    ref: Ref
    on: bool = True


@dataclass(frozen=True, slots=True)
class Tag(AmendingAction):
    """The table marks a result with one of the step's tags, or takes the mark off."""

    record: int
    tag: str
    on: bool = True


@dataclass(frozen=True, slots=True)
class Park(WritingAction):
    """A thought for later, at any moment, beside whatever is going on."""

    seat: int
    text: str


# The board and the groups.


@dataclass(frozen=True, slots=True)
class Place(PlacingAction):
    """A seat lays one of its tokens on a space, and says why."""

    seat: int
    value: str
    space: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Move(PlacingAction):
    """A token or an item goes to another space, or an item into a group (`to` empty: out of it)."""

    record: int
    to: Ref = ""


@dataclass(frozen=True, slots=True)
class Gather(PlacingAction):
    """Items become a new group with a name (which may still be empty); they leave the groups they were in."""

    items: tuple[int, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Merge(PlacingAction):
    """All of one group goes into another, which keeps its name."""

    group: int
    into: int


# Answers.


@dataclass(frozen=True, slots=True)
class Judge(JudgingAction):
    """A seat answers on a thing: a pick, a grade, a vote. An earlier answer on the same thing gives way."""

    seat: int
    thing: Ref
    value: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Unjudge(JudgingAction):
    """A seat takes its answer on a thing back."""

    seat: int
    thing: Ref


@dataclass(frozen=True, slots=True)
class Settle(JudgingAction):
    """The table agrees on a thing, or takes it back: the target, an idea that goes on."""

    thing: Ref
    on: bool = True


Action = (
    GoTo | Skip | Extend | Arrange | Sit | Leave
    | Turn | Done | Pass | Resume | NextRound | Reveal | Again
    | Call | Deal | Keep | Release | Swap | Lay
    | Write | Amend | Withdraw | Restore | Link | Tag | Park
    | Place | Move | Gather | Merge
    | Judge | Unjudge | Settle
)  # fmt: skip

_BY_NAME: Mapping[str, type[Any]] = {cls.__name__: cls for cls in get_args(Action)}
_FIELDS: Mapping[type[Any], tuple[tuple[str, Any], ...]] = {
    cls: tuple((f.name, f.default) for f in fields(cls)) for cls in _BY_NAME.values()
}


def to_dict(action: Action) -> dict[str, Any]:
    """The action as plain values for JSON: its name under `do`, and the fields that differ from their defaults."""
    out: dict[str, Any] = {"do": type(action).__name__}
    for name, default in _FIELDS[type(action)]:
        value = getattr(action, name)
        if value != default or type(value) is not type(default):
            out[name] = _plain(value)
    return out


def from_dict(data: Mapping[str, Any]) -> Action:
    """The action that `to_dict` wrote. Raises ValueError, saying what is wrong, for anything else."""
    name = data.get("do")
    cls = _BY_NAME.get(name) if isinstance(name, str) else None
    if cls is None:
        raise ValueError(f"no such action: {name!r}")
    known = {field_name for field_name, _ in _FIELDS[cls]}
    stray = [key for key in data if key != "do" and key not in known]
    if stray:
        raise ValueError(f"{name} has no {stray[0]!r}")
    values = {key: _value(value) for key, value in data.items() if key != "do"}
    for f in fields(cls):
        if f.name in values and not _SHAPES[f.type](values[f.name]):
            raise ValueError(f"{name}: {f.name} has a value of the wrong type")
    try:
        made: Action = cls(**values)
    except TypeError as error:
        raise ValueError(f"{name}: {error}") from None
    return made


def _plain(value: Any) -> Any:
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


def _value(value: Any) -> Any:
    return tuple(_value(part) for part in value) if isinstance(value, list) else value


def _strings(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(part, str) for part in value)


def _number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _value_fits(value: Any) -> bool:
    return isinstance(value, str | float) or _number(value) or _strings(value)


def _pair(value: Any) -> bool:
    return isinstance(value, tuple) and len(value) == 2


_SHAPES: Mapping[Any, Callable[[Any], bool]] = {
    int: _number,
    bool: lambda value: isinstance(value, bool),
    str: lambda value: isinstance(value, str),
    Value: _value_fits,
    tuple[str, ...]: _strings,
    tuple[int, ...]: lambda value: isinstance(value, tuple) and all(_number(part) for part in value),
    tuple[tuple[int, tuple[str, ...]], ...]: lambda value: (
        isinstance(value, tuple) and all(_pair(part) and _number(part[0]) and _strings(part[1]) for part in value)
    ),
    tuple[tuple[str, Value], ...]: lambda value: (
        isinstance(value, tuple) and all(_pair(p) and isinstance(p[0], str) and _value_fits(p[1]) for p in value)
    ),
}
