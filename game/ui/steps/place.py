"""The screen of a place step: tokens on the board, each with a reason, and the reasons of one sector beside it."""

from collections.abc import Callable
from functools import partial

from game.engine.actions import Move, Place, Turn, Withdraw
from game.engine.definition import Place as PlaceStep
from game.engine.results import judgements, tokens_left
from game.engine.state import Judgement
from game.ui.controls import Button
from game.ui.fonts import text_height
from game.ui.look import Box, Look
from game.ui.notes import NoteFace
from game.ui.papers import Sheet, Words
from game.ui.part import Arrival, Part
from game.ui.play import Play
from game.ui.scene import Next
from game.ui.scroll import ScrollArea
from game.ui.steps.boardview import BoardView, TokenPart, piece_outline, sector_of_space
from game.ui.steps.buttonrows import buttons_under
from game.ui.steps.entries import Entries
from game.ui.steps.foot import Foot, foot_parts, with_foot
from game.ui.steps.placeparts import (
    KIND,
    TRAY,
    Carrier,
    Fresh,
    Laid,
    TrayToken,
    note_paper,
    opened_note,
    sector_band,
    tokens_row,
)
from game.ui.steps.slips import Slip, slip_height
from game.ui.steps.turns import hides, onward, passing, seats_lead
from game.ui.steps.view import Areas, StepView
from game.ui.textbox import TextBox
from game.words import _

_NOWHERE = Box(0, 0, 0, 0)
_BAND = 60.0
_TRAY_PITCH = 68.0
_MOST_IN_TRAY = 6
_NEW = 62.0
_NOTE_GAP = 16.0
_ROW_GAP = 12.0
_NOTE_LEAST = 184.0
_KEYS = ("+", "-")


class PlaceView(StepView):
    """Shows a place step."""

    def __init__(self, play: Play, step: PlaceStep, open_script: Callable[[], Next | None]) -> None:
        super().__init__(play, step, open_script)
        self.step: PlaceStep = step
        self.entries = Entries(play, step.id)
        self.token = -1
        """The token whose reason is open for writing; -1: none."""
        self.seat = 0
        """The seat that lays tokens where people do not take turns; 0: the first."""
        self._tray: dict[str, Box] = {}
        laid = self._laid()
        sectors = list(play.texts.board.sectors) if play.texts.board else [""]
        self.sector = self._sector(laid[-1]) if laid else sectors[0]
        """The sector whose reasons are shown."""

    # What is so

    def _laid(self) -> list[Judgement]:
        hidden = self.play.hidden()
        return [j for j in judgements(self.play.state, self.step.id) if j.id not in hidden]

    def _sector(self, token: Judgement) -> str:
        return sector_of_space(self.play.texts.board, token.thing[6:])

    @property
    def who(self) -> int:
        """The seat whose tokens lie in the tray."""
        here = [seat.number for seat in self.play.seats]
        if self.play.run.turn:
            return self.play.run.turn
        return self.seat if self.seat in here else here[0] if here else 0

    def _open(self) -> Judgement | None:
        """The token whose reason is open, if it still lies on the board."""
        return next((token for token in self._laid() if token.id == self.token), None)

    def _newest(self, laid: list[Judgement]) -> int:
        """The token that was laid last, until the turn goes on; -1 if there is none."""
        turn = self.play.run.turn
        return laid[-1].id if laid and (not turn or laid[-1].seat == turn) else -1

    def _name(self, token: str) -> str:
        return self.play.texts.token_title(token)

    # The table

    def layout(self, look: Look, areas: Areas) -> Areas:
        return with_foot(look, areas, self._foot())

    def table(self, look: Look, box: Box) -> list[Part]:
        if self.play.texts.board is None:
            words = self.play.say(self.text.prompt)
            return [Sheet("table", box, focusable=False), Words("table.prompt", box.inset(40), words, style="title")]
        laid = self._laid()
        counts = [(v, self._name(v), sum(1 for t in laid if t.value == v)) for v in self.step.tokens]
        view = BoardView(look, box, self.play, counts=counts, focus=self.sector)
        return [
            view.sheet,
            *view.sectors(lambda sector: partial(self._look_at, sector)),
            *view.spaces(self._look_at_space, self._drop),
            *self._tokens(look, view, laid),
        ]

    def _tokens(self, look: Look, view: BoardView, laid: list[Judgement]) -> list[Part]:
        newest = self._newest(laid)
        side = view.board.token_size
        found: list[Part] = []
        for space in dict.fromkeys(token.thing[6:] for token in laid):
            here = [token for token in laid if token.thing[6:] == space]
            for place, spot in enumerate(view.spots(space, len(here), side)):
                token = here[place] if spot.pile == 1 else here[-1]
                own = side * _NEW / 52 if token.id == newest else side
                part = TokenPart(
                    f"table.token-{token.id}", Box(spot.x - own / 2, spot.y - own / 2, own, own), self._spoken(token),
                    partial(self._select, token.id), drag=Laid(token.id), drop=partial(self._drop, space),
                    group="tokens", token=token.value, letter=self._name(token.value), newest=token.id == newest,
                    pile=spot.pile, selected=token.id == self.token, radius=own / 2, glides=True,
                    arrival=Arrival("fly", origin=self._tray.get(token.value)),
                )  # fmt: skip
                part.outline = piece_outline(part)
                found.append(part)
        return found

    def _spoken(self, token: Judgement) -> str:
        where = self.play.texts.space_title(token.thing[6:])
        return ". ".join(filter(None, (self._name(token.value), where, token.reason)))

    def _look_at_space(self, space: str) -> Callable[[], Next | None]:
        return partial(self._look_at, sector_of_space(self.play.texts.board, space))

    def _look_at(self, sector: str) -> Next | None:
        self.sector, self.token = sector, -1
        return self.entries.commit()

    def _drop(self, space: str, carried: object) -> Callable[[], Next | None] | None:
        match carried:
            case Fresh(value) if self.play.session.refusal(Place(self.who, value, space)) is None:
                return partial(self._lay, value, space)
            case Laid(record) if self.play.session.refusal(Move(record, f"space:{space}")) is None:
                return partial(self._move, record, space)
            case _:
                return None

    def _lay(self, value: str, space: str) -> Next | None:
        """The token lies on the board, and its reason can be written at once."""
        self.entries.commit()
        number = len(self.play.state.records)
        answer = self.play.do(Place(self.who, value, space))
        if answer is None:
            self._write_on(number, space)
        return answer

    def _move(self, record: int, space: str) -> Next | None:
        answer = self.play.do(Move(record, f"space:{space}"))
        self.sector = sector_of_space(self.play.texts.board, space)
        return answer

    def _select(self, record: int) -> Next | None:
        self.entries.commit()
        token = self.play.state.records[record]
        if isinstance(token, Judgement):
            self._write_on(record, token.thing[6:])
        return None

    def _write_on(self, record: int, space: str) -> None:
        self.token, self.sector = record, sector_of_space(self.play.texts.board, space)
        self.wants_rail, self.wanted_focus = True, "rail.reason"

    def _take_back(self) -> Next | None:
        record, self.token = self.token, -1
        self.wanted_focus = "dock.next"
        return self.play.do(Withdraw(record))

    # The rail

    def rail(self, look: Look, box: Box) -> list[Part]:
        board = self.play.texts.board
        if board is None or self.sector not in board.sectors:
            return []
        name = self.play.say(board.sectors[self.sector].title)
        high = max(_BAND, text_height(look, name, KIND, box.w - 80) + 20)
        band, rest = box.cut_top(high, _NOTE_GAP)
        found: list[Part] = [Part("rail.band", band, name, paint=sector_band(self.sector), focusable=False)]
        laid = [token for token in self._laid() if self._sector(token) == self.sector]
        if not laid:
            return [*found, *self._nothing_yet(look, rest)]
        area = ScrollArea("rail.area", rest.inset(-12, -8), name)
        notes: list[Part] = []
        y = rest.y
        opened = self._open()
        if opened is not None and opened in laid:
            y = self._editor(look, rest, opened, notes)
        y = self._notes(look, rest._replace(y=y), [token for token in reversed(laid) if token is not opened], notes)
        area.content = y - area.box.y - _ROW_GAP + 8
        return [*found, *area.around(notes)]

    def _notes(self, look: Look, box: Box, tokens: list[Judgement], notes: list[Part]) -> float:
        """The reasons in two columns, the newest first; each row as high as its longer note."""
        newest = self._newest(self._laid())
        y = box.y
        columns = 2 if look.text_factor < 1.2 else 1
        for start in range(0, len(tokens), columns):
            row = tokens[start : start + columns]
            cells = box._replace(y=y).columns(columns, _NOTE_GAP)
            faces = [self._face(look, token) for token in row]
            high = max(slip_height(look, face, "", cells[0].w, _NOTE_LEAST) for face in faces)
            for token, face, cell in zip(row, faces, cells, strict=False):
                notes.append(
                    Slip(f"rail.note-{token.id}", cell._replace(h=high), self._spoken(token),
                         partial(self._select, token.id), face=face, newest=token.id == newest, group="notes", radius=4)
                )  # fmt: skip
            y += high + _ROW_GAP
        return y

    def _face(self, look: Look, token: Judgement) -> NoteFace:
        seat = None if self.step.anonymous else token.seat
        return NoteFace(token.reason, note_paper(look, token.value), seat, token.value)

    def _editor(self, look: Look, box: Box, token: Judgement, notes: list[Part]) -> float:
        """The note that is being written: its token and seat, the box, and what can be done with the token."""
        document = self.entries.document(token.id, "reason", self.step.limits.chars)
        room = box.w - 32
        label = _("{name}: why?").format(name=self.play.seat_name(token.seat)) if not self.step.anonymous else _("Why?")
        head = max(44.0, text_height(look, label, "read_strong", room - 104))
        text = max(TextBox.natural(look, document, room, "read", least=2), 96)
        written = self.entries.box(
            "rail.reason", Box(box.x + 16, box.y + 14 + head + 10, room, text), label, token.id, "reason",
            self.step.limits.chars, placeholder=_("Write what was said, and press Enter"), style="read",
            on_enter=self._written,
        )  # fmt: skip
        written.on_change = self._grown
        row: list[Button] = [
            Button("rail.back", box, _("Take it back"), self._take_back, kind="quiet", icon="delete"),
            Carrier("rail.move", box, _("Move"), drag=Laid(token.id), icon="drag", token=token.value),
        ]
        low = Box(box.x + 12, written.box.bottom + written.room_under(look) + 12, box.w - 24, 0)
        end = buttons_under(look, low, row) + 14
        seat = None if self.step.anonymous else token.seat
        paper = Part("rail.paper", box._replace(h=end - box.y), paint=opened_note(token.value, seat, label, head),
                     focusable=False)  # fmt: skip
        notes += [paper, written, *row]
        return end + _ROW_GAP

    def _grown(self, _text: str) -> None:
        self.stale = True

    def _written(self) -> Next | None:
        self.token = -1
        self.wanted_focus = "dock.next"
        return None

    def _nothing_yet(self, look: Look, box: Box) -> list[Part]:
        """The sector has no tokens: what it is about, and the tokens that may come."""
        board = self.play.texts.board
        assert board is not None
        sector = board.sectors[self.sector]
        words = [self.play.say(text) for text in (sector.help, *sector.questions) if text]
        inner = box.inset(24, 0)
        head = Box(inner.x, box.y + 112, inner.w, text_height(look, _("No tokens yet"), "read_strong", inner.w))
        found: list[Part] = []
        y = head.bottom + 16
        for number, text in enumerate(words):
            high = text_height(look, text, "read", inner.w)
            place = Box(inner.x, y, inner.w, high)
            found.append(Words(f"rail.help-{number}", place, text, style="read", focusable=False))
            y += high + 14
        sheet = box._replace(h=min(box.h, y - box.y + 10))
        area = ScrollArea("rail.area", sheet, _("No tokens yet"), content=y - box.y)
        row = Box(inner.x, box.y + 24, inner.w, 72)
        lying: list[Part] = [
            Part("rail.tokens", row, paint=tokens_row(list(self.step.tokens)), focusable=False),
            Words("rail.none", head, _("No tokens yet"), style="read_strong", align="centre", focusable=False),
        ]
        return [Sheet("rail.empty", sheet, focusable=False), *area.around([*lying, *found])]

    # The dock

    def dock(self, look: Look, box: Box) -> list[Part]:
        parts = foot_parts(look, box, self._foot())
        tray = [part for part in parts if isinstance(part, TrayToken)]
        for place, token in enumerate(reversed(tray)):
            pitch = max(_TRAY_PITCH, look.target_min + 4)
            token.box = token.box.moved(place * (token.box.w + 20 - pitch), 0)
            self._tray[token.value] = token.box
        return parts

    def _foot(self) -> Foot:
        play, who = self.play, self.who
        name = play.seat_name(who)
        tray = self._tray_of(who)
        if not play.run.turn and self.step.rounds[play.run.round].turns == "round":
            heading, line = _("The tokens are on the board"), _("Look at the picture together before you go on.")
            tray = []
        elif any(token.drag is not None for token in tray):
            heading = _("{name}, it is your turn").format(name=name)
            line = _("Drag a token onto the board and say one reason.")
        else:
            heading = _("{name}, your tokens are on the board").format(name=name)
            line = _("You can move them, or let the turn go on.")
        lead = partial(self._lead, now=who if tray else 0)
        if hides(play):
            line = _("Answers are secret until the reveal, in exports too.")
        icon = "lock" if hides(play) else ""
        return Foot(heading, line, (*tray, *passing(play), onward(play)), line_icon=icon, lead=lead)

    def _lead(self, look: Look, box: Box, now: int) -> tuple[list[Part], float]:
        return seats_lead(look, box, self.play, self._turn_to, self._pips, now)

    def _pips(self, seat: int) -> tuple[int, int]:
        total = sum(self.step.tokens.values())
        return total - sum(tokens_left(self.play.state, self.step, seat).values()), total

    def _turn_to(self, seat: int) -> Callable[[], Next | None]:
        def turn() -> Next | None:
            self.seat, self.token = seat, -1
            self.entries.commit()
            may = self.play.run.turn != seat and self.play.session.refusal(Turn(seat)) is None
            return self.play.do(Turn(seat)) if may else None

        return turn

    def _tray_of(self, seat: int) -> list[TrayToken]:
        """The seat's tokens: the first kinds from the left, the last kinds from the right, gaps in the middle."""
        if not seat:
            return []
        left = tokens_left(self.play.state, self.step, seat)
        values = list(self.step.tokens)
        crowded = sum(self.step.tokens.values()) > _MOST_IN_TRAY
        found: list[TrayToken] = []
        for place, value in enumerate(values):
            total = 1 if crowded else self.step.tokens[value]
            there = range(min(left[value], total))
            late = place >= len(values) / 2
            key = {0: _KEYS[0], len(values) - 1: _KEYS[1]}.get(place)
            for number in range(total):
                slot = total - 1 - number if late else number
                first = slot == 0
                found.append(
                    TrayToken(
                        f"dock.token-{value}-{slot}", _NOWHERE, self._name(value), bare=True, value=value,
                        drag=Fresh(value) if slot in there else None, count=left[value] if crowded else 1,
                        keys=(key,) if key and first else (), group="tray", radius=TRAY / 2,
                    )
                )  # fmt: skip
        return found

    # Time

    def tick(self, now: float) -> Next | None:
        if self.entries.tick():
            self.stale = True
        return None

    def drafts(self) -> dict[str, str]:
        return self.entries.drafts()

    def leave(self) -> Next | None:
        return self.entries.commit()
