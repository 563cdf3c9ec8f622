"""Remembering what was worked out, for as long as what it was worked out from stays the same."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar, TypeVarTuple

Args = TypeVarTuple("Args")
K = TypeVar("K")
T = TypeVar("T")

_MOST = 2048
_MOST_MADE = 20_000


class Memory(Generic[T]):
    """For each key the latest answer, held together with what it was worked out from.

    States share most of their parts with the states before them, and to compare a part with itself costs next to
    nothing: so this finds what is still true much faster than it could be worked out again. Keys are few (steps, rows
    of records); when there are too many, all are forgotten.
    """

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[tuple[object, ...], T]] = {}

    def of(self, key: Hashable, given: tuple[object, ...], work_out: Callable[[*Args], T], *args: *Args) -> T:
        """What `work_out` answers, which must depend on nothing but the key and what is in `given`."""
        kept = self._kept.get(key)
        if kept is not None and kept[0] == given:
            return kept[1]
        answer = work_out(*args)
        if len(self._kept) >= _MOST:
            self._kept.clear()
        self._kept[key] = (given, answer)
        return answer

    def forget(self) -> None:
        """Nothing is remembered."""
        self._kept.clear()


class Made(dict[K, T]):
    """Values made once for each key, since `legal` offers the same actions over and over: `Made(Leave)[3]`.

    A key of several parts is a tuple: `Made(Skip)["now", True]`.
    """

    __slots__ = ("_make",)

    def __init__(self, make: Callable[..., T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> T:
        if len(self) >= _MOST_MADE:
            self.clear()
        made = self[key] = self._make(*key) if isinstance(key, tuple) else self._make(key)
        return made
