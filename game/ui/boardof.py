"""A game's board, as its texts describe it, in the form that is drawn: its figure and the names on it."""

from functools import lru_cache

from game import words
from game.content.boards import Arc, Layout
from game.content.texts import BoardText
from game.ui.board import Names
from game.ui.figure import Figure, Mark, Place, Sector, Wedge


def figure_of(board: BoardText, layout: str = "fan") -> Figure:
    """The figure of one of the board's layouts; its first one if it has none of that name."""
    found = board.layouts.get(layout) or next(iter(board.layouts.values()))
    return _figure(_Same(board, found))


class _Same:
    """A board and a layout as a key: one object each for as long as a game is loaded."""

    def __init__(self, board: BoardText, layout: Layout) -> None:
        self.board, self.layout = board, layout

    def __hash__(self) -> int:
        return id(self.layout)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.layout is self.layout


@lru_cache(maxsize=8)
def _figure(key: _Same) -> Figure:
    board, layout = key.board, key.layout
    places = tuple(
        Place(
            id=cell.space,
            kind=board.spaces[cell.space].sector,
            ring=board.rings[board.spaces[cell.space].ring].number,
            wedge=_wedge(cell.arc),
            outline=cell.polygon,
        )
        for cell in layout.cells.values()
    )
    half = layout.sweep[0] <= 180 and layout.sweep[1] >= 0
    sectors = tuple(
        Sector(
            band.sector,
            Wedge(layout.target_radius, band.arc.outer, *_between(layout, band.sector, board)),
            _wedge(band.arc),
            band.clockwise,
        )
        for band in layout.bands.values()
    )
    return Figure(
        height=layout.height,
        places=places,
        centre=layout.centre,
        target=layout.target_radius,
        sector_gap=layout.sector_gap,
        sectors=sectors,
        marks=tuple(Mark(mark.number, at) for mark in layout.marks for at in mark.at),
        half=half,
    )


def _wedge(arc: Arc) -> Wedge:
    return Wedge(arc.inner, arc.outer, arc.start, arc.end)


def _between(layout: Layout, sector: str, board: BoardText) -> tuple[float, float]:
    """Where a sector begins and ends: as far as its cells go."""
    arcs = [cell.arc for cell in layout.cells.values() if board.spaces[cell.space].sector == sector]
    return arcs[0].start, arcs[0].end


def names_of(board: BoardText, target: str = "", title: str = "") -> Names:
    """The names on the board in the language in use; `target` is what the group works on, once there is one."""
    lang = words.used()
    kinds = {
        sector.id: tuple(dict.fromkeys((sector.title.in_(lang), sector.short_title.in_(lang))))
        for sector in board.sectors.values()
    }
    return Names(kinds, target or board.target_title.in_(lang), title)
