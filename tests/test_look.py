"""The drawing kit: units and colours, what is kept, and that nothing is ever cut or drawn twice for
nothing.
"""

import os
from collections.abc import Callable
from itertools import pairwise

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")

import pygame
import pytest

from game import where
from game.ui import cards, fonts, icons, marks, notes, paint, pieces, wood
from game.ui import look as kit
from game.ui.look import Box, Look

SIZES = [(1280, 720), (1440, 1080), (1920, 1080), (3840, 2160)]
THEMES = ["light", "dark", "contrast"]


@pytest.fixture(autouse=True, scope="module")
def _pygame() -> None:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((8, 8))


@pytest.mark.parametrize("size", SIZES)
def test_a_window_is_1080_logical_pixels_high_unless_it_is_narrow(size: tuple[int, int]) -> None:
    look = Look(size)
    assert pytest.approx(size[0]) == look.W * look.scale
    assert min(look.H, 1080) == pytest.approx(1080)
    assert look.W >= 1440 - 0.001
    assert look.rect(look.box).size == size


def test_a_portrait_window_is_as_wide_as_the_narrowest_layout() -> None:
    look = Look((1080, 1920))
    assert pytest.approx(1440) == look.W
    assert look.H > 2000


def test_neighbouring_boxes_meet_without_gaps() -> None:
    look = Look((1366, 768))
    cells = [look.rect(box) for box in Box(40, 184, 1392, 732).columns(7)]
    assert all(a.right == b.left for a, b in pairwise(cells))


def test_a_press_target_is_44_device_pixels_or_more() -> None:
    assert Look((1280, 720)).target_min == pytest.approx(66)
    assert Look((1920, 1080)).target_min == 56
    assert Look((1280, 720)).control() * Look((1280, 720)).scale >= 44


def test_strokes_never_vanish() -> None:
    assert Look((800, 450)).px(0.4) == 1
    assert Look((800, 450)).px(0) == 0


@pytest.mark.parametrize("theme", THEMES)
def test_every_role_of_every_theme_is_a_colour(theme: str) -> None:
    look = Look((1280, 720), theme)
    for role in look.tokens["themes"]["light"]["roles"]:
        assert isinstance(look.colour(role), pygame.Color)


def _luminance(colour: pygame.Color) -> float:
    parts = [c / 255 for c in (colour.r, colour.g, colour.b)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: pygame.Color, b: pygame.Color) -> float:
    high, low = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("own", ["methods", "our-own-deck", "x", "naapurit", "2027"])
def test_a_deck_of_ones_own_gets_a_readable_look(theme: str, own: str) -> None:
    look = Look((1280, 720), theme)
    for tint in (look.deck(own), look.kind(own)):
        assert contrast(tint.fill, tint.on) >= 4.5
        assert len(tint.rings) == 5
        assert all(contrast(ring, look.colour("ink")) >= 4.5 for ring in tint.rings)
        assert where.assets("icons", f"{tint.icon}.svg").is_file()


def test_a_kind_of_ones_own_may_borrow_a_look() -> None:
    look = Look((1280, 720))
    assert look.kind("arki", "plan").fill == look.kind("plan").fill
    assert look.deck("arki", "decide").fill == look.kind("decide").fill


def test_answers_are_known_by_both_spellings_and_unknown_ones_are_neutral() -> None:
    look = Look((1280, 720))
    assert look.answer("live-with") == look.answer("live_with")
    assert look.answer("for").role == "primary"


def test_seats_differ_in_colour_and_shape() -> None:
    look = Look((1280, 720))
    seats = [look.seat(n) for n in range(1, 9)]
    assert len({seat.shape for seat in seats}) == len({tuple(seat.fill) for seat in seats}) == 8
    assert look.seat(9).label == "9"
    assert look.seat(0).label == ""


def everything(surface: pygame.Surface, look: Look) -> None:
    """One of each thing the kit draws."""
    surface.blit(wood.table(look), (0, 0))
    paint.board_sheet(surface, look, Box(40, 184, 600, 300))
    paint.well(surface, look, Box(700, 184, 300, 300))
    for i, state in enumerate(("rest", "hover", "pressed", "selected", "disabled")):
        paint.button(surface, look, Box(60 + 110 * i, 200, 100, 64), "plain", state)
        paint.button(surface, look, Box(60 + 110 * i, 280, 100, 72), "primary", state)
    paint.focus_ring(surface, look, Box(60, 200, 100, 64), 12)
    fonts.draw_text(surface, look, Box(60, 380, 500, 100), "Vedä merkki laudalle.", "read")
    fonts.draw_line(surface, look, 60, 460, "7.20", "timer")
    icons.draw_icon(surface, look, "menu", 100, 520, 30)
    for i in range(9):
        pieces.draw_seat(surface, look, i, 100 + 70 * i, 600, 48)
        pieces.draw_seat(surface, look, i, 100 + 70 * i, 660, 48, empty=True)
    for i, answer in enumerate(("works", "needs_work", "unsure", "live_with", "no", "own")):
        pieces.draw_token(surface, look, answer, 100 + 70 * i, 720, 52, "rest", "o")
        pieces.draw_token_place(surface, look, answer, 100 + 70 * i, 780, 52)
    for i, state in enumerate(("done", "skipped", "to_come")):
        marks.draw_bead(surface, look, 600 + 60 * i, 780, state, "7")
    marks.draw_pips(surface, look, 800, 780, 2, 4)
    marks.draw_effort(surface, look, 60, 820, 3, total=5)
    face = cards.CardFace("Aluekävely", "Kuljemme.", "2 h", "Suunnittelu", "kind:plan", "kind:plan:on", "kind-plan", 2)
    for i, size in enumerate((cards.HAND, cards.GRID, cards.LARGE)):
        cards.draw_card(surface, look, Box(900 + 200 * i, 500, *size.size), face, size, selected=i == 0)
    cards.draw_row(surface, look, Box(720, 200, 260, 70), "Avoin data", look.kind("info"))
    cards.draw_pin(surface, look, 12, 720, 300, "kind:act")
    cards.draw_back(surface, look, Box(60, 880, 200, 150), look.deck("gains"), "Hyödyt")
    notes.draw_note(surface, look, Box(300, 880, 333, 140), notes.NoteFace("Talkoot keväällä", "note_2", 3), "selected")
    notes.draw_folded(surface, look, Box(660, 880, 132, 76))
    notes.draw_place(surface, look, Box(660, 970, 200, 90), "Vedä lappu tähän")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES[:3])
def test_a_still_screen_makes_nothing_new(theme: str, size: tuple[int, int]) -> None:
    look, surface = Look(size, theme), pygame.Surface(size)
    everything(surface, look)
    first, made = surface.copy(), kit.work
    everything(surface, look)
    assert kit.work == made
    assert pygame.image.tobytes(surface, "RGB") == pygame.image.tobytes(first, "RGB")
    assert look.overflows == []


def test_a_full_store_lets_the_least_used_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kit, "STORE_BYTES", 500_000)
    look = Look((1280, 720))

    def picture(n: int) -> Callable[[], pygame.Surface]:
        return lambda: pygame.Surface((100, 100 + n), pygame.SRCALPHA)

    for n in range(50):
        look.kept(("often",), picture(0))
        look.kept(("once", n), picture(n))
    made = kit.work
    look.kept(("often",), picture(0))
    assert kit.work == made
    look.kept(("once", 0), picture(0))
    assert kit.work == made + 1


LONG = "Asiantuntijat ja ihmiset, joilla on omaa kokemusta, vastaavat nimettömästi. " * 6


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", [cards.HAND, cards.GRID, cards.LARGE])
def test_a_card_too_full_says_so_and_keeps_inside_its_edges(theme: str, kind: cards.CardSize) -> None:
    look = Look((1920, 1080), theme)
    face = cards.CardFace("Otsikko " * 6, LONG, "8–40 hlö", "Suunnittelu", "kind:plan", "kind:plan:on", "kind-plan", 3)
    surface = pygame.Surface((700, 700))
    surface.fill("magenta")
    cards.draw_card(surface, look, Box(100, 100, *kind.size), face, kind, shadow=None)
    assert look.overflows == [LONG]
    inside = pygame.Rect(100, 100, round(kind.size[0]), round(kind.size[1]))
    assert _only(surface, pygame.Color("magenta"), inside)
    height = cards.card_height(look, face, kind, kind.size[0])
    assert height > kind.size[1]


def _only(surface: pygame.Surface, ground: pygame.Color, inside: pygame.Rect) -> bool:
    """Whether everything that is not ground lies inside."""
    mask = pygame.mask.from_threshold(surface, ground, (1, 1, 1, 255))
    mask.invert()
    drawn = mask.get_bounding_rects()
    return bool(drawn) and all(inside.contains(rect) for rect in drawn)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Aluekävely", "Kuljemme yhdessä alueen läpi ja kirjaamme havainnot ja ideat, kaikki näkyviin."),
        ("Vierailu ryhmien luona", "Käymme ryhmissä, jotka jo kokoontuvat, heidän ehdoillaan."),
        ("Nuorisovaltuusto valmistelussa", "Mukana ennen kuin vaihtoehdot on valittu."),
        ("Pieni avustus asukkaille", "Asukasryhmä saa nopeasti pienen summan omaan ideaansa."),
    ],
)
def test_a_card_within_its_limits_fits_at_its_own_size(title: str, text: str) -> None:
    look = Look((1920, 1080))
    face = cards.CardFace(title, text, "5–20 hlö", "Suunnittelu", "kind:plan", "kind:plan:on", "kind-plan", 2)
    cards.card(look, face, cards.HAND)
    assert look.overflows == []
    assert cards.card_height(look, face, cards.HAND, cards.HAND.size[0]) == cards.HAND.size[1]


def test_every_line_of_a_long_note_can_be_turned_to() -> None:
    look, surface = Look((1920, 1080)), pygame.Surface((400, 300))
    face, box = notes.NoteFace(LONG, "note_1", 2), Box(20, 20, 333, 140)
    seen: set[int] = set()
    first = 0
    while True:
        laid = notes.draw_note(surface, look, box, face, first=first)
        seen |= set(range(laid.first, laid.first + laid.shown))
        if laid.first < first:
            break
        first += 1
    assert seen == set(range(len(laid.lines.lines)))
    assert laid.hidden > 0
    assert look.overflows == []


def test_a_note_grows_before_its_letters_shrink() -> None:
    look = Look((1920, 1080))
    face = notes.NoteFace("Kukkapenkkikilpailu naapureille, jotta pihat kukkivat ja naapurit tutustuvat", "note_1", 4)
    height = notes.note_height(look, face, 333, 140, 400)
    assert 140 < height < 400
    laid = notes.setting(look, face, Box(0, 0, 333, height))
    assert laid.lines.style.size == 24
    assert laid.hidden == 0


def test_text_too_large_for_its_box_is_noted_once_and_drawn_whole() -> None:
    look, surface = Look((1920, 1080)), pygame.Surface((600, 400))
    for _ in range(3):
        used = fonts.draw_text(surface, look, Box(10, 10, 200, 40), LONG, "read")
    assert used.h > 40
    assert len(look.overflows) == 1


def test_an_icon_nobody_drew_is_a_plain_note() -> None:
    look = Look((1920, 1080))
    unknown = icons.icon(look, "../../secret", 30)
    assert pygame.image.tobytes(unknown, "RGBA") == pygame.image.tobytes(icons.icon(look, "note", 30), "RGBA")


def test_icons_take_their_colour() -> None:
    look = Look((1920, 1080))
    picture = icons.icon(look, "menu", 48, pygame.Color(200, 10, 10))
    inked = [picture.get_at((x, y)) for x in range(48) for y in range(48) if picture.get_at((x, y)).a == 255]
    assert inked
    assert all(c.r > 180 and c.g < 40 for c in inked)


def test_a_folded_note_looks_the_same_whatever_is_in_it() -> None:
    look = Look((1920, 1080))
    one, two = pygame.Surface((200, 120)), pygame.Surface((200, 120))
    notes.draw_folded(one, look, Box(10, 10, 132, 76), "note_2")
    notes.draw_folded(two, Look((1920, 1080)), Box(10, 10, 132, 76), "note_2")
    assert pygame.image.tobytes(one, "RGB") == pygame.image.tobytes(two, "RGB")


def test_the_table_is_the_same_each_time_and_without_wood_in_the_contrast_theme() -> None:
    one, two = wood.table(Look((960, 540))), wood.table(Look((960, 540)))
    assert pygame.image.tobytes(one, "RGB") == pygame.image.tobytes(two, "RGB")
    plain = wood.table(Look((960, 540), "contrast"))
    assert {tuple(plain.get_at((x, y)))[:3] for x in range(0, 960, 40) for y in range(0, 540, 20)} == {(255, 255, 255)}
