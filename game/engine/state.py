"""Where a session stands: one immutable value. NamedTuples, since a changed copy costs a third of a dataclass's."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from game.engine.definition import Ref

Value = str | int | float | tuple[str, ...]
"""What a field of a record can hold. Dates are ISO text (2027-03-31)."""


class Seat(NamedTuple):
    """Who sits where. `number` (1 to 8) gives the seat its colour and shape; nobody is told apart by more than that."""

    number: int
    name: str = ""
    role: str = ""
    here: bool = True


class Change(NamedTuple):
    """An earlier wording of a field, and what made the table change it."""

    field: str
    old: Value
    cause: Ref = ""


class Item(NamedTuple):
    """A record that the table made: a target, a method, an idea, a group of ideas, a measure, a word.

    `at` is where it lies: a space of the board, or the group it was put in. `links` is what it came from; `card` the
    one card that it stands for, if it stands for one. `seat` is 0 when the whole table made it. A withdrawn item stays,
    with `gone` set; a withdrawn group remembers what it `held`.
    """

    id: int
    kind: str
    step: str
    seat: int = 0
    round: int = 0
    fields: Mapping[str, Value] = {}
    links: tuple[Ref, ...] = ()
    at: Ref = ""
    tags: frozenset[str] = frozenset()
    gone: bool = False
    was: tuple[Change, ...] = ()
    card: str = ""
    held: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """Its main text, as written."""
        return str(self.fields.get("text", ""))

    @property
    def ref(self) -> Ref:
        """How others point at it."""
        return f"item:{self.id}"

    @property
    def lies(self) -> Ref:
        """The space or group where it takes up room; empty if it lies nowhere or is withdrawn."""
        return "" if self.gone else self.at


class Judgement(NamedTuple):
    """What one seat thinks of one thing: a value from the step's scale, and why. On a space it is a token.

    `went` is the record whose withdrawal took this one along (-1: none did); it comes back with that record.
    """

    id: int
    step: str
    seat: int
    thing: Ref
    value: str
    reason: str = ""
    round: int = 0
    gone: bool = False
    went: int = -1

    @property
    def lies(self) -> Ref:
        """The space where it takes up room; empty if it is no token or is withdrawn."""
        return self.thing if self.thing.startswith("space:") and not self.gone else ""


Record = Item | Judgement
T = TypeVar("T")

_WIDTH = 8


class Shelf(Generic[T]):
    """An immutable list, where adding or changing one thing costs much the same for ten as for ten thousand.

    Things stand in rows of eight, which stand on a shelf of their own, and in a `tail` that is not a full row yet. A
    changed shelf shares almost all rows with the old.
    """

    __slots__ = ("rows", "size", "tail")

    def __init__(self, rows: "Shelf[tuple[T, ...]] | None" = None, tail: tuple[T, ...] = ()) -> None:
        self.rows = rows
        self.tail = tail
        self.size: int = len(tail) + (0 if rows is None else rows.size * _WIDTH)

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, index: int) -> T:
        if not 0 <= index < self.size:
            raise IndexError(index)
        row, place = divmod(index, _WIDTH)
        rows = self.rows
        return self.tail[place] if rows is None or row == rows.size else rows[row][place]

    def __iter__(self) -> Iterator[T]:
        for row in self.rows or ():
            yield from row
        yield from self.tail

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Shelf) and self.tail == other.tail and self.rows == other.rows

    def added(self, thing: T) -> "Shelf[T]":
        """The shelf with one more at its end."""
        tail = (*self.tail, thing)
        return Shelf(self.rows, tail) if len(tail) < _WIDTH else Shelf((self.rows or Shelf()).added(tail))

    def changed(self, index: int, thing: T) -> "Shelf[T]":
        """The shelf with the thing at `index` replaced."""
        row, place = divmod(index, _WIDTH)
        rows = self.rows
        if rows is None or row == rows.size:
            return Shelf(rows, (*self.tail[:place], thing, *self.tail[place + 1 :]))
        old = rows[row]
        return Shelf(rows.changed(row, (*old[:place], thing, *old[place + 1 :])), self.tail)


_EMPTY: Shelf[Any] = Shelf()


class Records:
    """All records of a session: found by number, and shelved by the step they were made in. Immutable.

    `items` and `judgements` hold each step's shelf; a shelf is the same object until something on it changes, and so is
    each of the two mappings. What is worked out from them can therefore be remembered (see memory.py).
    """

    __slots__ = ("_places", "items", "judgements")

    def __init__(
        self,
        places: Shelf[tuple[str, int, bool]] = _EMPTY,
        items: Mapping[str, Shelf[Item]] = {},
        judgements: Mapping[str, Shelf[Judgement]] = {},
    ) -> None:
        self._places = places
        self.items = items
        self.judgements = judgements

    def __len__(self) -> int:
        return self._places.size

    def __getitem__(self, number: int) -> Record:
        step, index, is_item = self._places[number]
        return self.items[step][index] if is_item else self.judgements[step][index]

    def __iter__(self) -> Iterator[Record]:
        for number in range(len(self)):
            yield self[number]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Records) and (self._places, self.items, self.judgements) == (
            other._places, other.items, other.judgements
        )  # fmt: skip

    def items_of(self, step: str) -> Shelf[Item]:
        """The items made in a step, the withdrawn ones and the step's sheet among them."""
        return self.items.get(step, _EMPTY)

    def judgements_of(self, step: str) -> Shelf[Judgement]:
        """The judgements made in a step, the withdrawn ones among them."""
        return self.judgements.get(step, _EMPTY)

    def added(self, record: Record) -> "Records":
        """The records with one more, whose id must be the number of those before it."""
        step = record.step
        if isinstance(record, Item):
            items = self.items.get(step, _EMPTY)
            places = self._places.added((step, items.size, True))
            return Records(places, {**self.items, step: items.added(record)}, self.judgements)
        judgements = self.judgements.get(step, _EMPTY)
        places = self._places.added((step, judgements.size, False))
        return Records(places, self.items, {**self.judgements, step: judgements.added(record)})

    def changed(self, record: Record) -> "Records":
        """The records with the one of this id replaced."""
        step, index, _ = self._places[record.id]
        if isinstance(record, Item):
            return Records(self._places, {**self.items, step: self.items[step].changed(index, record)}, self.judgements)
        shelf = self.judgements[step].changed(index, record)
        return Records(self._places, self.items, {**self.judgements, step: shelf})


class Owed(NamedTuple):
    """Cards that chance still has to bring: `cards` of a deck to each of these seats (0 is the table)."""

    deck: str
    cards: int
    seats: tuple[int, ...]
    spread: str = ""


class Run(NamedTuple):
    """How far one step has come. A step that was never entered has no run.

    `turn` is the seat whose turn it is (0: nobody's), `lap` how many times the turn has gone round. `owed` are the
    draws that chance still has to answer. `done` are the seats that are ready (in turns: in this lap). `marks` finds
    each seat's standing judgement of a thing: seat to thing to record. `settled` is what the table agreed on, in order.
    `stands` finds the item that stands for a card, `own` are the seats' own suggestions beside the cards. `hands` and
    `kept` (a part of the hand) are card ids by seat; `spare` lie open for all; `drawn` are the table's cards by round.
    """

    round: int = 0
    turn: int = 0
    lap: int = 0
    done: frozenset[int] = frozenset()
    passed: frozenset[int] = frozenset()
    revealed: bool = False
    extra: int = 0
    owed: tuple[Owed, ...] = ()
    drawn: tuple[tuple[str, ...], ...] = ()
    hands: Mapping[int, tuple[str, ...]] = {}
    kept: Mapping[int, tuple[str, ...]] = {}
    spare: tuple[str, ...] = ()
    marks: Mapping[int, Mapping[Ref, int]] = {}
    settled: tuple[Ref, ...] = ()
    stands: Mapping[Ref, int] = {}
    own: tuple[Ref, ...] = ()

    def marked(self, judgement: Judgement) -> "Run":
        """The run in which this judgement stands for its seat and thing."""
        marks, seat = self.marks, judgement.seat
        own = {**marks.get(seat, _NO_MARKS), judgement.thing: judgement.id}
        return self._replace(marks={**marks, seat: own})

    def unmarked(self, seat: int, thing: Ref) -> "Run":
        """The run in which the seat has no answer on the thing."""
        marks = {**self.marks}
        own = {other: number for other, number in marks.pop(seat, _NO_MARKS).items() if other != thing}
        return self._replace(marks={**marks, seat: own} if own else marks)


_NO_MARKS: Mapping[Ref, int] = {}
_NO_RUN = Run()


class State(NamedTuple):
    """Everything that play has brought so far.

    `seats` is every seat that was ever taken, `here` the numbers of those who sit there now. `order` is the order of
    play, which the facilitator may change, `skipped` the steps that are left out. `at` is the id of the step in hand,
    or `end`; `runs` are the steps that were entered (or lengthened). `sheets` finds the record that holds a step's own
    fields; `lying` finds what lies on a space of the board or in a group, in the order it was made; `dealt` are all
    the cards that have left their decks.
    """

    seats: tuple[Seat, ...]
    here: tuple[int, ...]
    order: tuple[str, ...]
    skipped: frozenset[str]
    at: str
    runs: Mapping[str, Run]
    records: Records
    sheets: Mapping[str, int]
    lying: Mapping[Ref, tuple[int, ...]] = {}
    dealt: frozenset[str] = frozenset()

    @property
    def run(self) -> Run:
        """The run of the step in hand (an empty one at the end)."""
        return self.runs.get(self.at, _NO_RUN)

    def item(self, record: int) -> Item:
        """The item with this id; raises KeyError if there is none or it is a judgement."""
        found = self.records[record] if 0 <= record < len(self.records) else None
        if not isinstance(found, Item):
            raise KeyError(record)
        return found

    def seated(self, seats: Iterable[Seat]) -> "State":
        """The state with these seats, by number."""
        seats = tuple(sorted(seats))
        return self._replace(seats=seats, here=tuple(seat.number for seat in seats if seat.here))

    def with_run(self, run: Run, step: str = "") -> "State":
        """The state in which a step (the one in hand if none is named) has come this far."""
        return self._with({**self.runs, step or self.at: run}, self.records, self.lying)

    def added(self, record: Record, run: Run | None = None) -> "State":
        """The state with one more record, whose id is the number of those before it; `run` is its step's run then."""
        lies = record.lies
        lying = {**self.lying, lies: (*self.lying.get(lies, ()), record.id)} if lies else self.lying
        runs = self.runs if run is None else {**self.runs, record.step: run}
        return self._with(runs, self.records.added(record), lying)

    def changed(self, record: Record) -> "State":
        """The state with the record of this id replaced."""
        was, lies, lying = self.records[record.id].lies, record.lies, self.lying
        if was != lies:
            lying = {**lying}
            if was:
                lying[was] = tuple(number for number in lying[was] if number != record.id)
                if not lying[was]:
                    del lying[was]
            if lies:
                lying[lies] = tuple(sorted((*lying.get(lies, ()), record.id)))
        return self._with(self.runs, self.records.changed(record), lying)

    def _with(self, runs: Mapping[str, Run], records: Records, lying: Mapping[Ref, tuple[int, ...]]) -> "State":
        """The state with what most actions change; half as dear as `_replace`."""
        return State(
            self.seats, self.here, self.order, self.skipped, self.at, runs, records, self.sheets, lying, self.dealt
        )


def item_of(ref: Ref) -> int | None:
    """The record id that a ref points at, or None if it points at something else."""
    if ref.startswith("item:"):
        number = ref[5:]
        if number.isdecimal() and number.isascii() and len(number) < 10:
            return int(number)
    return None
