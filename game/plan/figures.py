"""Numbers, days and lists in words, written once for the language of the document."""

from collections.abc import Sequence
from datetime import date


def day(value: date, lang: str) -> str:
    """12.11.2026 in Finnish and Swedish, 12 November 2026 in English."""
    if lang in ("fi", "sv"):
        return f"{value.day}.{value.month}.{value.year}"
    from babel.dates import format_date

    return format_date(value, "d MMMM y", locale="en")


def number(value: int | float, lang: str) -> str:
    """With the language's own marks: 12 500,5 in Finnish and Swedish, 12,500.5 in English."""
    if isinstance(value, int) and abs(value) < 1000:
        return str(value)
    from babel.numbers import format_decimal

    return format_decimal(value, locale=lang)


def listed(parts: Sequence[str], lang: str) -> str:
    """One after the other with the language's "and" before the last."""
    if len(parts) < 2:
        return "".join(parts)
    from babel.lists import format_list

    return format_list(parts, locale=lang)
