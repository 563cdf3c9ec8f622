"""How wide the columns of a table are on a page, for formats that cannot find out by themselves."""

from game.plan.document import Table, plain

PAGE = 9638
"""Of the text on the page, in twentieths of a point: 170 mm."""

CELL_MARGINS = 170
_CHARACTER = 108
_LONGEST_WORD = 24


def widths(block: Table) -> list[int]:
    """The columns' widths: their shares of the page, but wide enough for their longest words as far as that goes."""
    shares = sum(column.width for column in block.columns)
    wanted = [PAGE * column.width // shares for column in block.columns]
    needed = []
    for at, column in enumerate(block.columns):
        words = plain(column.title).split()
        for row in block.rows:
            words += plain(row[at].inlines).split()
        longest = min(max(map(len, words), default=0), _LONGEST_WORD)
        needed.append(CELL_MARGINS + _CHARACTER * longest)
    spare = PAGE - sum(needed)
    if spare < 0:
        return wanted
    beyond = [max(0, want - need) for want, need in zip(wanted, needed, strict=True)]
    total = sum(beyond) or 1
    found = [need + spare * more // total for need, more in zip(needed, beyond, strict=True)]
    found[0] += PAGE - sum(found)
    return found


def of_bars(series: int) -> list[int]:
    """The widths of a bar chart's columns: one of labels, and one for the bars of each series."""
    each = PAGE * 2 // (3 + 2 * series)
    return [PAGE - each * series, *[each] * series]
