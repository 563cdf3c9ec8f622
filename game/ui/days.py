"""Days and times as the language in use writes them."""

import re
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


def from_words(text: str) -> str | None:
    """The day that somebody wrote, as ISO: 31.3.2027, 31/3/2027, 2027-03-31 or 31 March 2027; None if it is none."""
    parts = [part for part in re.split(r"[\s./-]+", text.strip()) if part]
    if len(parts) != 3:
        return None
    if len(parts[0]) == 4:
        parts.reverse()
    names = [name[:3].lower() for name in _MONTHS]
    month = str(names.index(parts[1][:3].lower()) + 1) if parts[1][:3].lower() in names else parts[1]
    if not all(part.isdecimal() and part.isascii() and len(part) <= 4 for part in (parts[0], month, parts[2])):
        return None
    try:
        return date(int(parts[2]), int(month), int(parts[0])).isoformat()
    except ValueError:
        return None
