"""Timing two things in turns, and a row that says how they compare."""

import time
from collections.abc import Callable
from typing import NamedTuple


class Row(NamedTuple):
    """One figure: ours and the floor in the same unit, their ratio, and what it is meant to be."""

    name: str
    ours: float
    floor: float
    unit: str
    against: str
    bound: str

    @property
    def ratio(self) -> float:
        return self.ours / self.floor if self.floor else 0.0

    def __str__(self) -> str:
        return (
            f"{self.name:<46} {self.ours:>11.2f} {self.floor:>11.2f} {self.unit:<5} "
            f"{self.ratio:>6.2f}x  of {self.against:<34} wanted {self.bound}"
        )


def best_of(rounds: int, *things: Callable[[], object]) -> list[float]:
    """The shortest time of each, in seconds: they take turns, so that what else the machine does meets all alike."""
    best = [float("inf")] * len(things)
    for _ in range(rounds):
        for place, thing in enumerate(things):
            begin = time.perf_counter()
            thing()
            best[place] = min(best[place], time.perf_counter() - begin)
    return best
