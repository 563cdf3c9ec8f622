"""Days and times as the language in use writes them."""

from datetime import date, datetime

from game import words
from game.words import _

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


def day_words(iso: str) -> str:
    """A day that ISO writes as 2027-03-31: 31.3.2027, or 31 March 2027 in English."""
    day = date.fromisoformat(iso)
    if words.used() != "en":
        return f"{day.day}.{day.month}.{day.year}"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def moment(when: datetime) -> str:
    """A day and a time of day."""
    day = day_words(when.date().isoformat())
    if words.used() == "en":
        return f"{day}, {when:%H:%M}"
    return _("{day} at {time}").format(day=day, time=time_of_day(when))


def time_of_day(when: datetime) -> str:
    """A time of day: 13.05, or 13:05 in English."""
    return f"{when:%H:%M}" if words.used() == "en" else f"{when.hour}.{when:%M}"
