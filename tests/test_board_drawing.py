"""The board: every space can be hit, pieces stand inside their space, and it is printed once."""

import math
import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame
import pytest

from game.ui import look as kit
from game.ui.board import Board, Names, nearest
from game.ui.figure import Figure, Mark, Place, Sector, Wedge, box
from game.ui.look import Look

KINDS = ("info", "plan", "decide", "act", "evaluate")
NAMES = Names(
    {
        "info": ("Tieto-osallisuus", "Tieto"),
        "plan": ("Suunnitteluosallisuus", "Suunnittelu"),
        "decide": ("Päätösosallisuus", "Päätös"),
        "act": ("Toimintaosallisuus", "Toiminta"),
        "evaluate": ("Arviointiosallisuus", "Arviointi"),
    },
    "Lähipuisto",
    "Osallisuuspeli",
)
TARGET = 0.11
RINGS = [(0.114 + 0.0686 * n, 0.179 + 0.0686 * n) for n in range(5)]


def fan(start: float, end: float) -> Figure:
    """A board like the game's own: five kinds by five levels round a target."""
    turn = (end - start) / len(KINDS)
    places, sectors = [], []
    for i, kind in enumerate(KINDS):
        first, last = start + i * turn, start + (i + 1) * turn
        sectors.append(Sector(kind, Wedge(TARGET, 0.5, first, last), Wedge(0.464, 0.5, first, last), last >= 0))
        for n, (inner, outer) in enumerate(RINGS):
            places.append(Place(f"{kind}.{n + 1}", kind, n + 1, Wedge(inner, outer, first, last)))
    half = end >= 0
    return Figure(
        height=0.545 if half else 1.0,
        places=tuple(places),
        target=TARGET,
        sectors=tuple(sectors),
        marks=tuple(Mark(n + 1, (0.354 - 0.0693 * n, 0.5235)) for n in range(5)),
        half=half,
    )


def panels() -> Figure:
    hexagon = tuple(
        (0.5 + 0.2 * math.cos(math.radians(60 * i)), 0.25 + 0.2 * math.sin(math.radians(60 * i))) for i in range(6)
    )
    return Figure(
        0.5, (Place("left", "left", outline=box(0.02, 0.05, 0.26, 0.45)), Place("middle", "middle", outline=hexagon))
    )


FIGURES = {"half": fan(180, 0), "round": fan(198, -162), "panels": panels()}


@pytest.fixture(autouse=True, scope="module")
def _pygame() -> None:
    pygame.display.init()
    pygame.font.init()


def board(
    figure: str = "half", width: float = 1320, theme: str = "light", size: tuple[int, int] = (1920, 1080)
) -> Board:
    return Board(Look(size, theme), FIGURES[figure], NAMES, 76, 194, width)


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("width", [420, 786, 1320])
def test_the_middle_and_every_slot_of_a_space_lie_in_it(figure: str, width: float) -> None:
    drawn = board(figure, width)
    for place in drawn.figure.places:
        assert drawn.space_at(*drawn.middle(place.id)) == place.id
        assert drawn.kind_at(*drawn.middle(place.id)) == place.kind
        for count in (1, 2, 3, 9):
            for spot in drawn.spots(place.id, count, drawn.token_size):
                assert drawn.space_at(spot.x, spot.y) == place.id


@pytest.mark.parametrize("figure", ["half", "round"])
def test_between_two_cells_there_is_no_dead_gap(figure: str) -> None:
    shape = FIGURES[figure]
    for tenth in range(0, 3600, 7):
        degrees = tenth / 10
        if shape.half and not 0 < degrees < 180:
            continue
        for thousandth in range(1, 456):
            assert shape.hit(*shape.at(thousandth / 1000, degrees)) is not None


def test_outside_the_board_there_is_nothing() -> None:
    drawn = board()
    left, top = drawn.box.x, drawn.box.y
    for x, y in ((left + 5, top + 5), (left + 660, top + 700), (left - 50, top + 300), (left + 660, top + 20)):
        assert drawn.space_at(x, y) is None


def test_the_target_and_the_bands_can_be_pressed() -> None:
    drawn = board()
    assert drawn.space_at(*drawn.middle("target")) == "target"
    cx, cy = drawn.figure.at(0.482, 90)
    x, y = drawn.box.x + cx * drawn.box.w, drawn.box.y + cy * drawn.box.w
    assert drawn.space_at(x, y) is None
    assert drawn.kind_at(x, y) == "decide"


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("count", [0, 1, 2, 5, 40])
def test_no_piece_is_lost_in_a_pile(figure: str, count: int) -> None:
    drawn = board(figure)
    for place in drawn.figure.places:
        spots = drawn.spots(place.id, count, 52)
        assert sum(spot.pile for spot in spots) == count
        assert all(spot.pile == 1 for spot in spots[:-1])
        assert len(spots) <= drawn.room(place.id, 52)


@pytest.mark.parametrize("figure", FIGURES)
def test_pieces_beside_each_other_do_not_overlap(figure: str) -> None:
    drawn = board(figure)
    for place in drawn.figure.places:
        spots = drawn.spots(place.id, 40, 52)
        for i, a in enumerate(spots):
            for b in spots[i + 1 :]:
                assert math.hypot(a.x - b.x, a.y - b.y) >= 52


def test_slots_follow_the_rule_of_the_arc() -> None:
    drawn = board(width=1320)
    assert [drawn.room(f"plan.{n}", 52) for n in range(1, 6)] == [2, 2, 3, 4, 5]
    assert board(width=786).room("plan.5", 44) < 6


def test_cells_are_printed_in_their_rings_tints() -> None:
    for theme in ("light", "dark", "contrast"):
        drawn = board(theme=theme)
        surface = pygame.Surface((1920, 1080))
        surface.fill(drawn.look.colour("surface"))
        drawn.draw(surface)
        for place in drawn.figure.places:
            pixel = surface.get_at(drawn.look.point(*drawn.middle(place.id)))
            tint = drawn.look.kind(place.kind).rings[place.ring - 1]
            off = max(abs(pixel[i] - tint[i]) for i in range(3))
            assert off <= 4  # scaling rounds


def test_a_board_is_printed_once() -> None:
    drawn, surface = board(), pygame.Surface((1920, 1080))

    def show() -> None:
        drawn.draw(surface)
        drawn.draw_sector_focus(surface, "decide")
        drawn.draw_space_outline(surface, "info.5", "focus")
        drawn.draw_space_outline(surface, "target", "focus")
        drawn.draw_tokens(surface, "plan.3", ["works", "needs_work"] * 3)
        drawn.draw_newest(surface, *drawn.middle("plan.3"))

    show()
    made = kit.work
    show()
    again = Board(drawn.look, FIGURES["half"], NAMES, 76, 194, 1320)
    again.draw(surface)
    assert kit.work == made
    assert drawn.look.overflows == []


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("width", [786, 1056, 1320])
@pytest.mark.parametrize("target", ["Lähipuisto", "The local park", "Mitä parannamme?", "Koulumatkat"])
def test_names_find_room_at_every_size_the_screens_use(size: tuple[int, int], width: float, target: str) -> None:
    look = Look(size)
    Board(look, FIGURES["half"], Names(NAMES.kinds, target, NAMES.title), 40, 40, width).draw(pygame.Surface(size))
    assert look.overflows == []


def test_the_icon_stands_for_a_target_name_that_fits_nowhere_as_the_ribbon_has_it_whole() -> None:
    look = Look((1920, 1080))
    name = "Osallistumissuunnitelma keskustan ja satamanseudun kehittämiseen yhdessä asukkaiden kanssa"
    Board(look, FIGURES["half"], Names(NAMES.kinds, name), 40, 40, 786).draw(pygame.Surface((1920, 1080)))
    assert look.overflows == []


def test_a_kinds_name_longer_than_its_band_is_set_smaller_and_noted() -> None:
    look, surface = Look((1920, 1080)), pygame.Surface((1920, 1080))
    surface.fill(look.colour("surface"))
    name = "Osallistuminen palvelujen yhteiseen kehittämiseen ja niiden arviointiin"
    drawn = Board(look, FIGURES["half"], Names({**NAMES.kinds, "plan": (name,)}), 40, 40, 786, marks=False)
    drawn.draw(surface)
    assert look.overflows == [name]
    mask = pygame.mask.from_threshold(surface, look.colour("surface"), (3, 3, 3, 255))
    mask.invert()
    assert look.rect(drawn.box).contains(mask.get_bounding_rects()[0])


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_any_board_draws_in_any_theme_with_kinds_nobody_knows(figure: str, theme: str) -> None:
    look, surface = Look((1280, 720), theme), pygame.Surface((1280, 720))
    drawn = Board(look, FIGURES[figure], Names({}, "", ""), 40, 40, 700)
    drawn.draw_paper(surface)
    drawn.draw(surface)
    assert surface.get_bounding_rect().w > 300


def test_a_press_takes_the_nearest_piece_within_reach() -> None:
    drawn = board()
    one, two = drawn.spots("plan.3", 2, 52)
    spots = {"one": one, "two": two}
    assert nearest(spots, one.x + 20, one.y) in ("one", "two")
    assert nearest(spots, one.x, one.y) == "one"
    assert nearest(spots, one.x - 200, one.y) is None
