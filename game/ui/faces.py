"""What stands on the cards of a game, in the language in use: faces for the drawing kit, colours and icons."""

from game import words
from game.content.texts import CardText, GameTexts
from game.ui.cards import CardFace
from game.ui.look import Look, Tint

_LONG_TITLE = 60


def face_of(texts: GameTexts, card: str) -> CardFace:
    """The face of a card: banded by the sector of the board that it belongs to, else by its deck."""
    found = texts.cards[card]
    fill, icon, band = _band(texts, found)
    return CardFace(
        found.title.in_(words.used()), found.text.in_(words.used()), texts.foot(card), band, fill, f"{fill}:on", icon,
        level_of(texts, card), len(texts.board.rings) if texts.board else 5,
    )  # fmt: skip


def own_face(texts: GameTexts, deck: str, title: str, text: str = "", sector: str = "", level: int = 0) -> CardFace:
    """The face of a blank card that people wrote themselves, in the colours of a deck or of a sector of the board.

    A title that is more than a title is set as the card's text.
    """
    if len(title) > _LONG_TITLE and not text:
        title, text = "", title
    fill, icon, band = _of_deck(texts, deck) if not sector else _of_sector(texts, sector)
    levels = len(texts.board.rings) if texts.board else 5
    return CardFace(title, text, "", band, fill, f"{fill}:on", icon, level, levels)


def tint_of(look: Look, texts: GameTexts, card: str) -> Tint:
    """The colours and icon of a card: those of its sector, else of its deck."""
    found = texts.cards[card]
    sector = sector_of(texts, card)
    return look.kind(sector) if sector else deck_tint(look, texts, found.deck)


def deck_tint(look: Look, texts: GameTexts, deck: str) -> Tint:
    """The colours of a deck, with its own icon if it has one."""
    found = texts.decks.get(deck)
    tint = look.deck(deck, found.colour if found else None)
    return tint._replace(icon=found.icon) if found and found.icon else tint


def sector_of(texts: GameTexts, card: str) -> str:
    """The sector of the board that a card belongs to; empty if to none."""
    if texts.board is None:
        return ""
    sector = str(texts.cards[card].facts.get(texts.board.sector_fact, ""))
    return sector if sector in texts.board.sectors else ""


def level_of(texts: GameTexts, card: str) -> int:
    """The number of the ring that a card belongs to; 0 if to none."""
    if texts.board is None:
        return 0
    ring = texts.board.rings.get(str(texts.cards[card].facts.get(texts.board.ring_fact, "")))
    return ring.number if ring else 0


def space_of(texts: GameTexts, card: str) -> str:
    """The id of the space where a card's sector and ring meet; empty if it belongs nowhere."""
    if texts.board is None:
        return ""
    sector = sector_of(texts, card)
    ring = str(texts.cards[card].facts.get(texts.board.ring_fact, ""))
    return next((s.id for s in texts.board.spaces.values() if (s.sector, s.ring) == (sector, ring)), "")


def _band(texts: GameTexts, card: CardText) -> tuple[str, str, str]:
    sector = sector_of(texts, card.id)
    return _of_sector(texts, sector) if sector else _of_deck(texts, card.deck)


def _of_sector(texts: GameTexts, sector: str) -> tuple[str, str, str]:
    assert texts.board is not None
    return f"kind:{sector}", f"kind-{sector}", texts.board.sectors[sector].short_title.in_(words.used())


def _of_deck(texts: GameTexts, deck: str) -> tuple[str, str, str]:
    found = texts.decks.get(deck)
    if found is None:
        return f"deck:{deck}", "note", ""
    colour = found.colour or deck
    return f"deck:{colour}", found.icon or "note", found.one.in_(words.used()) or found.title.in_(words.used())
