"""Why something may not be done: a code and what it speaks of. The words are the content layer's."""

from typing import Literal, NamedTuple

Code = Literal[
    "no-such-step", "no-such-seat", "no-such-card", "no-such-space", "no-such-thing", "no-such-record", "no-such-value",
    "no-such-field", "no-such-kind", "no-such-tag", "no-such-deck",
    "already-there", "already-so", "not-here", "ended", "seats-full", "seats-few", "bad-order", "bad-minutes",
    "not-in-this-step", "cards-first", "no-cards-owed", "wrong-cards", "card-dealt", "deck-empty", "has-cards",
    "not-your-turn", "seat-is-done", "seat-not-done", "no-turns", "last-round", "nothing-hidden", "nothing-to-repeat",
    "not-in-hand", "not-kept", "enough-kept", "nothing-to-release", "not-open", "no-swap", "no-blanks", "space-needed",
    "space-refuses", "space-full", "no-token", "empty-text", "too-long", "bad-value", "seat-limit", "table-limit",
    "gone", "not-gone", "card-taken", "not-a-group", "nothing-to-group", "same-group",
    "no-dots", "rank-taken", "reveal-first", "answers-open", "settle-limit", "over-budget", "not-yours-to-settle",
]  # fmt: skip


class Reason(NamedTuple):
    """A refusal: its code, and the names and numbers its words need."""

    code: Code
    details: tuple[tuple[str, str | int], ...] = ()


class Refused(Exception):
    """Raised by `apply` for an action that `refusal` would have refused."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.code, dict(reason.details))
        self.reason = reason


def because(code: Code, **details: str | int) -> Reason:
    """A reason with its details by name."""
    return Reason(code, tuple(details.items()))
