"""Where the focus goes: Tab through the stops in reading order, arrows among the parts of a group."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal

from game.ui.part import Part

Direction = Literal["left", "right", "up", "down"]
DIRECTIONS: Final[tuple[Direction, ...]] = ("left", "right", "up", "down")


def can_have(part: Part) -> bool:
    """Whether the focus may rest on a part when nothing is carried."""
    return part.focusable and part.active


def by_tab(
    parts: Sequence[Part],
    focus: str,
    back: bool,
    latest: Mapping[str, str],
    may: Callable[[Part], bool] = can_have,
) -> str:
    """The part after (or before) the focus, wrapping round; "" if none can have it.

    A group is one stop: it is entered at the part that had the focus latest (`latest`, by group), else at the selected
    one, else at the first.
    """
    stops: list[list[Part]] = []
    of_group: dict[str, list[Part]] = {}
    for part in parts:
        if not may(part):
            continue
        if part.group and part.group in of_group:
            of_group[part.group].append(part)
        else:
            stops.append(of_group.setdefault(part.group, [part]) if part.group else [part])
    if not stops:
        return ""
    step = -1 if back else 1
    here = next((i for i, stop in enumerate(stops) if any(part.name == focus for part in stop)), None)
    if here is not None:
        stop = stops[(here + step) % len(stops)]
    else:
        # What has the focus is no stop, or nothing has it: the next stop in reading order.
        order = [part.name for part in parts]
        place = order.index(focus) if focus in order else -1 if not back else len(order)
        beyond = [stop for stop in stops[::step] if (order.index(stop[0].name) - place) * step > 0]
        stop = (beyond or stops[::step])[0]
    names = [part.name for part in stop]
    if latest.get(stop[0].group) in names:
        return latest[stop[0].group]
    return next((part.name for part in stop if part.selected), names[0])


def by_arrow(group: Sequence[Part], focus: str, way: Direction) -> str:
    """The nearest part of the group that way; at the end of a row its next or previous part; else the focus stays."""
    here = next((part for part in group if part.name == focus), None)
    if here is None:
        return group[0].name if group else focus
    x, y = here.box.centre
    best, best_cost = None, 0.0
    for part in group:
        to_x, to_y = part.box.centre
        along, across = {
            "left": (x - to_x, to_y - y),
            "right": (to_x - x, to_y - y),
            "up": (y - to_y, to_x - x),
            "down": (to_y - y, to_x - x),
        }[way]
        # Past a half of the own size: neighbours that only lie a little higher or lower are not "above".
        least = (here.box.w if way in ("left", "right") else here.box.h) / 4
        cost = along + 2.5 * abs(across)
        if along > least and abs(across) < 4 * along and (best is None or cost < best_cost):
            best, best_cost = part, cost
    if best is not None:
        return best.name
    order = [part.name for part in group]
    step = {"left": -1, "right": 1}.get(way, 0)
    place = order.index(focus) + step
    return order[place] if 0 <= place < len(order) else focus


def near(parts: Sequence[Part], before: Sequence[Part], gone: str) -> str:
    """Where the focus goes when its part is gone: to its group's next in order, else to what stood next to it."""
    order = [part.name for part in before]
    if gone not in order:
        return ""
    place = order.index(gone)
    there = {part.name: part for part in parts if can_have(part)}
    group = before[place].group
    after = sorted(range(len(order)), key=lambda i: (abs(i - place), i < place))
    for same_group in (True, False) if group else (False,):
        for i in after:
            if order[i] in there and (not same_group or before[i].group == group):
                return order[i]
    return ""
