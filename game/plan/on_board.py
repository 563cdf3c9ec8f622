"""What was laid on the board: tokens that picture the present, and methods with why they suit."""

from collections.abc import Iterator

from game.engine.definition import Deal, Place
from game.engine.results import card_of
from game.engine.state import Item, Judgement
from game.plan import charts
from game.plan.document import Block, Cell, Column, Inlines, Paragraph, Series, Table, Text, Tone
from game.plan.fields import values_of
from game.plan.material import Material

SECTION_22 = "law22"
"""The card fact that says which of the six forms of section 22 of the Municipalities Act a method serves."""

_TONES: dict[str, Tone] = {"works": "works", "needs-work": "needs-work"}


def tokens(material: Material, step: Place) -> Iterator[Block]:
    """How many tokens lie on each sector, and every one of them with its reason."""
    _ = material.gettext
    laid = material.judgements(step.id)
    board = material.texts.board
    if board is not None:
        sectors = list(board.sectors)
        where = [_sector(material, one) for one in laid]
        series = [
            Series(
                (material.token(value),),
                tuple(
                    sum(1 for one, there in zip(laid, where, strict=True) if one.value == value and there == sector)
                    for sector in sectors
                ),
                _TONES.get(value, "plain"),
            )
            for value in step.tokens
        ]
        labels: list[Inlines] = [(material.said(board.sectors[sector].title),) for sector in sectors]
        title: Inlines = (material.vocabulary(board.sector_fact),)
        yield charts.bars(material, "picture", _("The picture of today"), title, labels, series)
    rows = tuple(
        (
            Cell(material.thing(one.thing)),
            Cell((material.token(one.value),)),
            Cell((material.written(one.reason),) if one.reason.strip() else ()),
            Cell(material.seats([one.seat])),
        )
        for one in sorted(laid, key=lambda one: _place(material, step, one))
    )
    columns = (
        Column((Text(_("Where")),), 7),
        Column((Text(_("What it says")),), 4),
        Column((Text(_("Why")),), 9),
        Column((Text(_("Who")),), 3),
    )
    yield Table("tokens", (Text(_("Each token and its reason")),), columns, rows)


def _sector(material: Material, token: Judgement) -> str:
    board = material.texts.board
    space = board.spaces.get(token.thing.removeprefix("space:")) if board else None
    return space.sector if space else ""


def _place(material: Material, step: Place, token: Judgement) -> tuple[int, int, int]:
    spaces = list(material.game.space)
    space = token.thing.removeprefix("space:")
    at = spaces.index(space) if space in spaces else len(spaces)
    return at, list(step.tokens).index(token.value) if token.value in step.tokens else 0, token.id


def methods(material: Material, step: Deal) -> Iterator[Block]:
    """Where the kept cards lie, what each is and why it suits, and which forms of participation by law they are."""
    _ = material.gettext
    kept = material.results(step.id)
    board = material.texts.board
    if board is not None and any(item.at for item in kept):
        counts = [
            [sum(1 for item in kept if item.at == f"space:{sector}.{ring}") for ring in board.rings]
            for sector in board.sectors
        ]
        yield charts.heat(
            material,
            "methods-on-board",
            _("The methods on the board"),
            (material.vocabulary(board.sector_fact),),
            [(material.said(sector.title),) for sector in board.sectors.values()],
            [(material.said(ring.title),) for ring in board.rings.values()],
            counts,
        )
    columns = (
        Column((material.one(step.makes),), 5),
        Column((Text(_("What it is")),), 7),
        Column((Text(_("Why it suits us")),), 7),
        Column((Text(_("Where on the board")),), 6),
    )
    rows = tuple(
        (
            Cell(material.name(item)),
            Cell(what(material, item)),
            Cell(why(material, item)),
            Cell(material.thing(item.at)),
        )
        for item in sorted(kept, key=lambda item: _order(material, item))
    )
    yield Table("methods", (Text(_("Each method, and why it suits us")),), columns, rows)
    yield from _law(material, kept)


def what(material: Material, item: Item) -> Inlines:
    """What a method is, as its card says."""
    card = material.texts.cards.get(card_of(item))
    return (material.said(card.text),) if card and card.text else ()


def why(material: Material, item: Item) -> Inlines:
    """Why a method suits, and who said so."""
    reason, who = material.reason(item), material.seat(item.seat)
    if reason and who:
        return (*reason, Text(" ("), *who, Text(")"))
    return reason or who


def _order(material: Material, item: Item) -> tuple[int, int]:
    spaces = list(material.game.space)
    space = item.at.removeprefix("space:")
    return spaces.index(space) if space in spaces else len(spaces), item.id


def _law(material: Material, kept: tuple[Item, ...]) -> Iterator[Block]:
    _ = material.gettext
    codes = material.texts.labels.codes(SECTION_22)
    cards = [material.game.cards.get(card_of(item)) for item in kept]
    if not codes or not any(card and SECTION_22 in card.facts for card in cards):
        return
    rows = []
    for code in codes:
        names = [material.name(item) for item in kept if code in values_of(material, item, SECTION_22)]
        none: Inlines = (Text(_("Not in this plan")),)
        rows.append((Cell((material.label(SECTION_22, code),)), Cell(material.listed(names) or none)))
    columns = (Column((Text(_("Form of participation")),), 1), Column((material.kinds("method"),), 1))
    caption = _("Forms of participation named in section 22 of the Municipalities Act (410/2015)")
    yield Table("section-22", (Text(caption),), columns, tuple(rows))
    remark = _("The Act gives these as examples. A municipality chooses what suits the matter.")
    yield Paragraph((Text(remark),), "small")
