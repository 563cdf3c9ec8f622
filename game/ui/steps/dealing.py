"""What goes on in a deal step: whose hand is looked at, what is done with which card, and what is being written."""

from collections.abc import Callable
from dataclasses import dataclass

from game.engine.actions import Action, Amend, Call, Done, Keep, Lay, Move, Release, Swap, Turn, Withdraw, Write
from game.engine.definition import Deal
from game.engine.results import card_of, items, laid_by
from game.engine.state import Item
from game.ui.editing import Document
from game.ui.faces import space_of
from game.ui.play import Play
from game.ui.scene import Next
from game.ui.steps.entries import Entries

Press = Callable[[], Next | None]


@dataclass(frozen=True, slots=True)
class Hand:
    """The hand is looked at: what is kept?"""


@dataclass(frozen=True, slots=True)
class Read:
    """A kept card is read aloud, to be laid after that."""

    card: str


@dataclass(frozen=True, slots=True)
class Laid:
    """A laid card is looked at."""

    item: int


@dataclass(frozen=True, slots=True)
class Own:
    """A blank card is written."""


@dataclass(frozen=True, slots=True)
class Take:
    """An open card is to be taken for one of the hand."""

    card: str


Mode = Hand | Read | Laid | Own | Take


class Dealing:
    """A deal step as its view sees it. `focus_on` is told which part is to have the focus next."""

    def __init__(self, play: Play, step: Deal, focus_on: Callable[[str], None]) -> None:
        self.play, self.step, self._focus_on = play, step, focus_on
        self.mode: Mode = Hand()
        self.entries = Entries(play, step.id)
        self.shown_more = ""
        """Which of the card's further texts is shown."""
        self.title = self._document("own-title", lines=False)
        self.why = self._document("own-why")
        self.first = 0
        """The card of the hand that is shown first, where not all have room."""
        self.place = ("", "")
        """The sector and ring that the blank card goes to."""
        self._reasons: dict[str, Document] = {}
        self._seat = 0
        """The seat whose hand is looked at in this turn; 0: the one whose turn it is."""
        self._turn = play.run.turn

    def _document(self, name: str, *, lines: bool = True) -> Document:
        text = self.play.recording.setting(f"draft.{self.step.id}.{name}")
        return Document(text, limit=self.step.limits.chars, lines=lines)

    def reason(self, card: str) -> Document:
        """What the speaker says of a card before it is laid."""
        if card not in self._reasons:
            self._reasons[card] = self._document(f"why-{card}")
        return self._reasons[card]

    def drafts(self) -> dict[str, str]:
        """What is written and not in the session yet."""
        reasons = {f"why-{card}": document.text for card, document in self._reasons.items()}
        return {**self.entries.drafts(), **reasons, "own-title": self.title.text, "own-why": self.why.text}

    # What is so

    @property
    def who(self) -> int:
        """The seat whose hand lies in the tray."""
        here = [seat.number for seat in self.play.seats]
        if self._looks_elsewhere and self._seat in here:
            return self._seat
        return self.play.run.turn or (here[0] if here else 0)

    @property
    def _looks_elsewhere(self) -> bool:
        return bool(self._seat) and self._turn == self.play.run.turn

    @property
    def may_lay(self) -> bool:
        """Whether the seat that is looked at can lay its cards now."""
        return self.play.run.turn in (0, self.who)

    @property
    def round_over(self) -> bool:
        """Whether everybody has had a turn, and nobody's hand is looked at."""
        run = self.play.run
        return not run.turn and self.step.rounds[run.round].turns == "round" and not self._looks_elsewhere

    @property
    def hand(self) -> tuple[str, ...]:
        return self.play.run.hands.get(self.who, ())

    @property
    def kept(self) -> tuple[str, ...]:
        return self.play.run.kept.get(self.who, ())

    @property
    def laid(self) -> list[Item]:
        """Everything that lies on the board or the table, in the order of play."""
        return list(items(self.play.state, self.step.id, self.step.makes))

    @property
    def laid_by_hand(self) -> int:
        """How many cards of its hand the seat has laid."""
        return laid_by(self.play.state, self.step.id, self.who)

    @property
    def deck(self) -> str:
        """The deck that hands are dealt from."""
        return next((draw.deck for plan in self.step.rounds for draw in plan.draws), "")

    @property
    def on_board(self) -> bool:
        """Whether cards go onto a board."""
        return self.step.onto_board and self.play.texts.board is not None

    @property
    def blanks_left(self) -> int:
        return self.step.blanks - sum(1 for item in self.laid if not card_of(item))

    def refresh(self) -> None:
        """Back to the hand if what was looked at is not there any more."""
        match self.mode:
            case Read(card):
                gone = card not in self.kept
            case Laid(number):
                gone = all(item.id != number for item in self.laid)
            case Take(card):
                gone = card not in self.play.run.spare
            case _:
                gone = False
        if gone:
            self.mode = Hand()

    def call(self) -> Call | None:
        """The action that deals to a seat which has no cards, if it can be done."""
        action = Call(self.deck, self.who)
        return action if self.play.session.refusal(action) is None else None

    def suggested(self) -> str:
        """The space where the card that is read, or written, belongs; empty if it could not go there."""
        match self.mode:
            case Read(card):
                space = space_of(self.play.texts, card)
                return space if space and self.may(Lay(self.who, card, space)) else ""
            case Own():
                return self.own_space()
            case _:
                return ""

    def may(self, action: Action) -> bool:
        return self.play.session.refusal(action) is None

    # The hand

    def look_into(self, seat: int) -> Next | None:
        """The hand of this seat lies in the tray, until the turn goes on."""
        self._seat, self._turn, self.mode, self.first = seat, self.play.run.turn, Hand(), 0
        return self.entries.commit()

    def to_turn(self) -> Next | None:
        """The hand of the seat whose turn it is lies in the tray again."""
        self._seat, self.mode = 0, Hand()
        return None

    def give_turn(self) -> Next | None:
        return self.play.do(Turn(self.who))

    def turn_hand(self, first: int) -> Next | None:
        """The hand is shown from another card on."""
        self.first = first
        return None

    def keep(self, card: str) -> Next | None:
        """The card is kept, or no longer."""
        return self.play.do(Keep(self.who, card, card not in self.kept))

    def take(self, card: str) -> Next | None:
        """The open card is to be taken; asked again, it is left."""
        self.mode = Hand() if self.mode == Take(card) else Take(card)
        return None

    def swap(self, give: str, take: str) -> Next | None:
        self.mode = Hand()
        return self.play.do(Swap(self.who, give, take))

    def may_swap(self, give: str, take: str) -> bool:
        return self.may(Swap(self.who, give, take))

    def read(self) -> Next | None:
        """The first kept card is read aloud."""
        self.mode, self.shown_more = Read(self.kept[0]), ""
        self._focus_on("dock.reason")
        return None

    def to_hand(self) -> Next | None:
        self.mode, self.shown_more = Hand(), ""
        return self.entries.commit()

    def end_turn(self) -> Next | None:
        """What is left of the hand lies open, and the next seat is up."""
        seat = self.play.run.turn
        rest = Release(seat)
        return self.play.do(*((rest,) if self.may(rest) else ()), Done(seat))

    # Laying

    def _lay_actions(self, card: str, space: str) -> tuple[Action, ...]:
        reason = self.reason(card)
        lay = Lay(self.who, card, space, "" if reason.over else reason.value)
        return (lay,) if card in self.kept else (Keep(self.who, card), lay)

    def may_lay_on(self, card: str, space: str) -> bool:
        """Whether the card, kept or still to be kept, could be laid there now."""
        return self.may_lay and self.may(self._lay_actions(card, space)[0])

    def lay(self, card: str, space: str) -> Next | None:
        """The card lies there, with what was said of it."""
        answer = self.play.do(*self._lay_actions(card, space))
        if answer is None:
            self.reason(card).text = ""
            self.mode, self.shown_more = Hand(), ""
            self._focus_on("dock.next")
        return answer

    def lay_suggested(self) -> Next | None:
        """The card that is read lies where it belongs, if that is known."""
        if isinstance(self.mode, Read) and self.may_lay and (self.suggested() or not self.on_board):
            return self.lay(self.mode.card, self.suggested())
        return None

    def look_at(self, item: int) -> Next | None:
        """The laid card is looked at; asked again, no longer."""
        self.mode, self.shown_more = Hand() if self.mode == Laid(item) else Laid(item), ""
        return self.entries.commit()

    def move_to(self, item: int, space: str) -> Press | None:
        """What moves a laid card there; None if it cannot go there."""
        action = Move(item, f"space:{space}")
        return self.play.doing(action) if self.may(action) else None

    def take_back(self) -> Next | None:
        """The laid card that is looked at lies open again."""
        assert isinstance(self.mode, Laid)
        item, self.mode = self.mode.item, Hand()
        return self.play.do(Withdraw(item))

    # A card of one's own

    def begin_own(self) -> Next | None:
        self.mode = Own()
        self._focus_on("dock.title")
        return None

    def to_why(self) -> Next | None:
        self._focus_on("dock.reason")
        return None

    def own_space(self) -> str:
        """The space that has been chosen for the blank card."""
        board = self.play.texts.board
        if board is None or not self.on_board:
            return ""
        return next((space.id for space in board.spaces.values() if (space.sector, space.ring) == self.place), "")

    def choose_place(self, sector: str, ring: str) -> Next | None:
        self.place = sector, ring
        return None

    def choose_space(self, space: str) -> Next | None:
        board = self.play.texts.board
        if board is not None:
            self.place = board.spaces[space].sector, board.spaces[space].ring
        return None

    def own_action(self) -> Write:
        space = self.own_space()
        seat = self.who if self.may_lay else 0
        return Write(seat, self.title.value, self.step.makes, at=f"space:{space}" if space else "")

    def write_own(self) -> Next | None:
        """The blank card lies on the board as it was written."""
        number = len(self.play.state.records)
        answer = self.play.do(self.own_action())
        if answer is None and self.why.value and not self.why.over:
            answer = self.play.do(Amend(number, "reason", self.why.value))
        if answer is None:
            self.title.text = self.why.text = ""
            self.place, self.mode = ("", ""), Hand()
            self._focus_on("dock.next")
        return answer
