"""Sessions on disk for the tests of the store, without a game: what a file holds is plain values to it."""

from game.store.stored import Line, Stored


def line(seq: int, text: str = "idea") -> Line:
    """An action as it lies in a file, with a text of its own."""
    body = f'{{"do":"Park","seat":1,"text":"{text} {seq}"}}'
    return Line(seq, "2026-11-22T10:00:00.000+00:00", seq * 1.5, "act", body)


def content(lines: int = 0) -> Stored:
    """A session with two seats, two files and this many lines."""
    return Stored(
        session="s1",
        format=1,
        app="0.1.0",
        game="osallisuuspeli",
        language="sv",
        created="2026-11-22T09:00:00.000+00:00",
        setup={"seats": [{"number": 1}, {"number": 2, "name": "Åsa"}]},
        files={"decks/methods.yaml": b"deck: methods\n" * 3000, "games/x/rules.yaml": b"\x00\xff"},
        lines=tuple(line(seq) for seq in range(1, lines + 1)),
        settings={"draft": "half a sentence"},
    )
