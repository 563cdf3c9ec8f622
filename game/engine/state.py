"""Where a session stands: one immutable value. NamedTuples, since a changed copy of one costs a third of a dataclass's."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

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

    `at` is where it lies: a space of the board, or the group it was put in. `links` is what it came from.
    `seat` is 0 when the whole table made it. A withdrawn item stays, with `gone` set.
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

    @property
    def text(self) -> str:
        """Its main text, as written."""
        return str(self.fields.get("text", ""))

    @property
    def ref(self) -> Ref:
        """How others point at it."""
        return f"item:{self.id}"


class Judgement(NamedTuple):
    """What one seat thinks of one thing: a value from the step's scale, and why."""

    id: int
    step: str
    seat: int
    thing: Ref
    value: str
    reason: str = ""
    round: int = 0
    gone: bool = False


Record = Item | Judgement

_WIDTH = 32


class Shelf:
    """An immutable list of records, where adding or changing one costs the same for ten records as for ten thousand.

    Records stand in rows of 32; a changed shelf shares all rows but one with the old.
    """

    __slots__ = ("_rows", "size")

    def __init__(self, rows: tuple[tuple[Record, ...], ...] = (), size: int = 0) -> None:
        self._rows = rows
        self.size = size

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, index: int) -> Record:
        if not 0 <= index < self.size:
            raise IndexError(index)
        return self._rows[index // _WIDTH][index % _WIDTH]

    def __iter__(self) -> Iterator[Record]:
        for row in self._rows:
            yield from row

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Shelf) and self._rows == other._rows

    def __hash__(self) -> int:
        return hash((self.size, self._rows[-1:] and self._rows[-1][-1].id))

    def added(self, record: Record) -> "Shelf":
        """The shelf with one more at its end."""
        rows = self._rows
        if self.size % _WIDTH:
            return Shelf((*rows[:-1], (*rows[-1], record)), self.size + 1)
        return Shelf((*rows, (record,)), self.size + 1)

    def changed(self, index: int, record: Record) -> "Shelf":
        """The shelf with the record at `index` replaced."""
        row, place = divmod(index, _WIDTH)
        rows = self._rows
        old = rows[row]
        return Shelf((*rows[:row], (*old[:place], record, *old[place + 1 :]), *rows[row + 1 :]), self.size)


class Owed(NamedTuple):
    """Cards that chance still has to bring: `cards` of a deck to each of these seats (0 is the table)."""

    deck: str
    cards: int
    seats: tuple[int, ...]
    spread: str = ""


class Run(NamedTuple):
    """How far one step has come. A step that was never entered has no run.

    `turn` is the seat whose turn it is (0: nobody's), `lap` how many times the turn has gone round. `owed` are the draws
    that chance still has to answer. `done` are the seats that are ready (in turns: in this lap). `marks` finds each seat's standing judgement of a thing; `settled` is what the table
    agreed on, in order. `hands` and `kept` (a part of the hand) are card ids by seat; `spare` lie open for all; `drawn`
    are the table's cards by round.
    """

    round: int = 0
    turn: int = 0
    lap: int = 0
    done: frozenset[int] = frozenset()
    passed: frozenset[int] = frozenset()
    revealed: bool = False
    skipped: bool = False
    extra: int = 0
    owed: tuple[Owed, ...] = ()
    drawn: tuple[tuple[str, ...], ...] = ()
    hands: Mapping[int, tuple[str, ...]] = {}
    kept: Mapping[int, tuple[str, ...]] = {}
    spare: tuple[str, ...] = ()
    marks: Mapping[tuple[int, Ref], int] = {}
    settled: tuple[Ref, ...] = ()


class State(NamedTuple):
    """Everything that play has brought so far.

    `at` is the id of the step in hand, or `end`. `order` is the order of play, which the facilitator may change.
    `made` lists the records of each step; `sheets` finds the record that holds a step's own fields; `dealt` are all the
    cards that have left their decks.
    """

    seats: tuple[Seat, ...]
    order: tuple[str, ...]
    at: str
    runs: Mapping[str, Run]
    records: Shelf
    made: Mapping[str, tuple[int, ...]]
    sheets: Mapping[str, int]
    dealt: frozenset[str] = frozenset()

    def item(self, record: int) -> Item:
        """The item with this id; raises KeyError if there is none or it is a judgement."""
        found = self.records[record] if 0 <= record < self.records.size else None
        if not isinstance(found, Item):
            raise KeyError(record)
        return found

    @property
    def run(self) -> Run:
        """The run of the step in hand (an empty one at the end)."""
        return self.runs.get(self.at, _NO_RUN)


_NO_RUN = Run()


def item_of(ref: Ref) -> int | None:
    """The record id that a ref points at, or None if it points at something else."""
    if ref.startswith("item:"):
        number = ref[5:]
        if number.isdecimal() and number.isascii():
            return int(number)
    return None
