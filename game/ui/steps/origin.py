"""Where a record of a commit step came from: notes, cards, answers without seats, what a check changed; the rail."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pygame

from game import words
from game.engine.definition import Commit, Ref, Vote, Write
from game.engine.definition import Deal as DealStep
from game.engine.results import answers, card_of, items, trace
from game.engine.state import Item, item_of
from game.plan import measures
from game.plan.document import Link, plain
from game.plan.material import Facts, Material
from game.ui import paint
from game.ui.cards import draw_tile
from game.ui.faces import deck_tint, tint_of
from game.ui.fonts import draw_text, text_height
from game.ui.icons import draw_icon
from game.ui.look import Box, Look, Style, Tint
from game.ui.notes import NoteFace
from game.ui.papers import Sheet, Words
from game.ui.part import Part
from game.ui.pieces import draw_token
from game.ui.play import Play
from game.ui.scroll import ScrollArea
from game.ui.steps.slips import Slip, paper, slip_height
from game.words import _

_TITLE = Style(30, 38, 600)
_SAID = Style(24, 30, 400, italic=True)
_TOKEN = 46.0
_TILE = 40.0


@dataclass(frozen=True)
class Origin:
    """What a record came from. `votes` are values of answers with how often each was given; `checks` are the notes
    that were written about it later; `said` is what the plan will say of it.
    """

    notes: tuple[Item, ...]
    cards: tuple[tuple[Ref, str], ...]
    votes: tuple[tuple[str, int], ...]
    checks: tuple[Item, ...]
    said: str


def origin_of(play: Play, item: Item) -> Origin:
    """What a record came from, without anything that is still hidden."""
    game, state, hidden = play.game, play.state, play.hidden()
    notes: list[Item] = []
    cards: dict[Ref, str] = {}
    for ref in trace(state, item):
        number = item_of(ref)
        if number is None:
            if ref.startswith("card:"):
                cards[ref] = play.ref_words(ref)
            continue
        source = state.item(number)
        if number in hidden or source.gone:
            continue
        step = game.step.get(source.step)
        if isinstance(step, Write):
            notes.append(source)
        elif isinstance(step, DealStep) and not card_of(source):
            cards[source.ref] = source.text
    refs = {item.ref, *item.links}
    counts: dict[str, int] = {}
    checks: list[Item] = []
    for step in (game.step[step] for step in state.order):
        if isinstance(step, Vote) and not counts:
            given = [one.value for ref in item.links for one in answers(state, step.id, ref) if one.id not in hidden]
            counts = {value: given.count(value) for value in step.scale if value in given}
        elif isinstance(step, Write):
            checks += [one for one in items(state, step.id) if refs.intersection(one.links) and one.id not in hidden]
    return Origin(tuple(notes), tuple(cards.items()), tuple(counts.items()), tuple(checks), _said(play, item))


def _said(play: Play, item: Item) -> str:
    """The line of the plan that this record will be, in the plan's own words."""
    step = play.game.step[item.step]
    if not isinstance(step, Commit):
        return ""
    material = Material(play.game, play.texts, play.state, words.used(), Facts(date.today()))
    table = measures.table(material, step, "one")
    for row in table.rows:
        first = row[0].inlines[0] if row[0].inlines else None
        if isinstance(first, Link) and first.to == f"measure-{item.id}":
            columns = zip(table.columns[1:], row[1:], strict=True)
            rest = [f"{plain(column.title)}: {plain(cell.inlines)}." for column, cell in columns]
            return " ".join([plain(row[0].inlines).rstrip(".") + ".", *rest])
    return ""


def panel(look: Look, play: Play, box: Box, origin: Origin) -> list[Part]:
    """The rail: a sheet with a heading, and under it what there is, scrolling if it must."""
    title = _("Where this came from")
    high = max(44.0, text_height(look, title, _TITLE, box.w - 96))
    head = Box(box.x + 24, box.y + 16, box.w - 48, high)
    area = ScrollArea("rail.origin", Box(box.x + 8, head.bottom + 4, box.w - 16, box.bottom - head.bottom - 16), title)
    column = _Column(look, play, Box(box.x + 24, area.box.y + 4, box.w - 48, 0))
    column.all_of(origin)
    area.content = column.y - area.box.y
    return [
        Sheet("rail", box, focusable=False),
        Part("rail.title", head, title, paint=_title, focusable=False),
        *area.around(column.parts),
    ]


def _title(surface: pygame.Surface, look: Look, part: Part) -> None:
    draw_icon(surface, look, "trace-back", part.box.x + 16, part.box.centre[1], 34)
    beside = part.box.cut_left(48)[1]
    draw_text(surface, look, beside, part.label, _TITLE, valign="middle")


class _Column:
    """Parts under each other; `y` is where the next one goes."""

    def __init__(self, look: Look, play: Play, top: Box) -> None:
        self.look, self.play = look, play
        self.x, self.y, self.w = top.x, top.y, top.w
        self.parts: list[Part] = []

    def all_of(self, origin: Origin) -> None:
        """Everything that there is to say of it."""
        if not (origin.notes or origin.cards or origin.votes):
            self.words(_("The table added this here."), "read", gap=14)
        if origin.notes:
            self.words(_("Notes"), "small", "ink_muted", gap=6)
            for note in origin.notes:
                self.note(note)
        if origin.cards:
            self.words(_("Cards"), "small", "ink_muted", gap=6)
            for ref, title in origin.cards:
                self.card(ref, title)
            self.y += 6
        if origin.votes:
            self.words(_("Answers, without names"), "small", "ink_muted", gap=6)
            self.votes(origin.votes)
        for step in dict.fromkeys(note.step for note in origin.checks):
            self.words(self.play.say(self.play.texts.steps[step].title), "small", "ink_muted", gap=2)
            for note in origin.checks:
                if note.step == step:
                    self.words(_check_words(self.play, note), "read", gap=10)
        if origin.said:
            self.parts.append(Part(f"rail.rule-{len(self.parts)}", Box(self.x, self.y + 2, self.w, 2), paint=_rule,
                                   focusable=False))  # fmt: skip
            self.y += 16
            self.words(_("The plan will say"), "small", "ink_muted", gap=2)
            self.words(origin.said, _SAID, gap=12)

    def words(self, text: str, style: str | Style, role: str = "ink", gap: float = 8) -> None:
        high = text_height(self.look, text, style, self.w)
        box = Box(self.x, self.y, self.w, high)
        name = f"rail.words-{len(self.parts)}"
        self.parts.append(Words(name, box, text, style=style, role=role, focusable=False))
        self.y += high + gap

    def note(self, note: Item) -> None:
        anonymous = self.play.game.step[note.step].anonymous
        face = NoteFace(self.play.title(note), paper(note.round), None if anonymous else note.seat)
        high = slip_height(self.look, face, "", self.w, 76.0)
        box = Box(self.x, self.y, self.w, high)
        self.parts.append(Slip(f"rail.note-{note.id}", box, face.text, face=face, focusable=False, radius=4))
        self.y += high + 12

    def card(self, ref: Ref, title: str) -> None:
        tint = _tint(self.look, self.play, ref)
        high = max(_TILE, text_height(self.look, title, "read", self.w - _TILE - 12))
        box = Box(self.x, self.y, self.w, high)
        self.parts.append(Part(f"rail.{ref}", box, title, paint=_card(title, tint), focusable=False))
        self.y += high + 8

    def votes(self, votes: tuple[tuple[str, int], ...]) -> None:
        tokens = [value for value, count in votes for _each in range(count)]
        in_row = max(1, int((self.w + 6) / (_TOKEN + 6)))
        high = -(-len(tokens) // in_row) * (_TOKEN + 6)
        told = ", ".join(f"{_answer(self.play, value)} {count}" for value, count in votes)
        box = Box(self.x, self.y, self.w, high)
        self.parts.append(Part("rail.votes", box, told, paint=_tokens(tokens, in_row), focusable=False))
        self.y += high
        self.words(told, "small", gap=14)


def _check_words(play: Play, note: Item) -> str:
    kind = play.say(play.texts.labels.get("item", note.kind).label)
    return f"{kind}: {play.title(note)}" if play.texts.labels.has("item", note.kind) else play.title(note)


def _answer(play: Play, value: str) -> str:
    return play.say(play.texts.answers[value].label) if value in play.texts.answers else value


def _tint(look: Look, play: Play, ref: Ref) -> Tint:
    """The colours of a card; of what the table wrote on a blank card, those of the deck that it came from."""
    if ref.startswith("card:"):
        return tint_of(look, play.texts, ref[5:])
    number = item_of(ref)
    step = play.game.step[play.state.item(number).step] if number is not None else None
    decks = step.decks if step is not None else ()
    return deck_tint(look, play.texts, decks[0] if decks else "")


def _card(title: str, tint: Tint) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        tile = Box(part.box.x, part.box.centre[1] - _TILE / 2, _TILE, _TILE)
        draw_tile(surface, look, tile, tint)
        beside = part.box.cut_left(_TILE + 12)[1]
        draw_text(surface, look, beside, title, "read", valign="middle")

    return draw


def _tokens(tokens: list[str], in_row: int) -> Callable[[pygame.Surface, Look, Part], None]:
    def draw(surface: pygame.Surface, look: Look, part: Part) -> None:
        for place, value in enumerate(tokens):
            row, column = divmod(place, in_row)
            x = part.box.x + _TOKEN / 2 + column * (_TOKEN + 6)
            draw_token(surface, look, value, x, part.box.y + _TOKEN / 2 + row * (_TOKEN + 6), _TOKEN, letter=value)

    return draw


def _rule(surface: pygame.Surface, look: Look, part: Part) -> None:
    paint.rule(surface, look, (part.box.x, part.box.y), part.box.w)
