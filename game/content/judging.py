"""What is not wrong but unwise: warnings and advice that never keep a game from being played."""

from collections.abc import Iterator, Sequence

from game.content import models
from game.content.building import field_types
from game.content.findings import Finding, listed, near
from game.content.looks import colours, icons
from game.content.parts import Parts, Sheet, vocabularies
from game.content.reading import Path
from game.content.steps import draws_of
from game.content.texts_in import texts_in

ROOM = {"small": {"title": 60, "text": 100}, "large": {"title": 80, "text": 110}}
"""How many characters about have room on a card of each size."""

SHORT_TITLE = 24
"""How many characters about have room in the row of steps."""


def judge(parts: Parts) -> list[Finding]:
    """Every warning about a game."""
    found: list[Finding] = []
    for sheet in parts.sheets:
        found += judge_texts(sheet)
    for deck in parts.decks.values():
        found += judge_deck(deck, parts.labels)
    return [*found, *_languages(parts), *_rules(parts)]


def judge_texts(sheet: Sheet[models.Shape]) -> Iterator[Finding]:
    """Texts that lack one of the file's languages, or have one that the file does not speak of."""
    languages: Sequence[str] = getattr(sheet.value, "languages", ("fi",))
    wanted = set(languages)
    for path, given in texts_in(sheet):
        if isinstance(given, str):
            for language in languages[1:]:
                yield sheet.finding("missing-translation", path, language=language)
        elif given.keys() != wanted:
            for language in languages:
                if language not in given:
                    yield sheet.finding("missing-translation", path, language=language)
            for language in given:
                if language not in wanted:
                    close = near(language, [one for one in languages if one not in given])
                    yield sheet.finding_on_key("unknown-language", (*path, language), name=language, near=close)


def judge_deck(deck: Sheet[models.DeckFile], labels: Sequence[Sheet[models.LabelsFile]]) -> Iterator[Finding]:
    """Texts too long for their card, an icon that is not there, and values that do not go together."""
    file = deck.value
    icon = file.back.icon
    if icon is not None and icon not in icons():
        yield deck.finding("unknown-icon", ("back", "icon"), name=icon, near=near(icon, icons()))
    if file.back.colour not in colours():
        close = near(file.back.colour, colours())
        yield deck.finding(
            "unknown-colour", ("back", "colour"), name=file.back.colour, near=close, known=listed(colours())
        )
    room = ROOM[file.size]
    main = file.languages[0]
    for number, card in enumerate(file.cards):
        yield from _length(deck, ("cards", number, "title"), card.title, room["title"], main)
        if card.text is not None:
            yield from _length(deck, ("cards", number, "text"), card.text, room["text"], main)
    nevers = [(sheet.value.languages[0], never) for sheet in labels for never in sheet.value.never]
    types = field_types(file)
    for language, never in nevers:
        if all(name == "id" or name in types for name in never.where):
            yield from _never(deck, never, language)


def _never(deck: Sheet[models.DeckFile], never: models.Never, language: str) -> Iterator[Finding]:
    for number, card in enumerate(deck.value.cards):
        values = {"id": card.id, **(card.model_extra or {})}
        if card.id not in never.except_ and all(str(values.get(name)) == code for name, code in never.where.items()):
            name = next((one for one in reversed(never.where) if one != "id"), "id")
            given = never.because
            because = {language: given} if isinstance(given, str) else given
            yield deck.finding("never-together", ("cards", number, name), name=card.id, because=because)


def _length(
    sheet: Sheet[models.Shape], path: Path, given: models.Given, most: int, main: str
) -> Iterator[Finding]:
    for language, text in ((main, given),) if isinstance(given, str) else given.items():
        if len(text) > most:
            at = path if isinstance(given, str) else (*path, language)
            yield sheet.finding(
                "text-long", at, length=len(text), language=language, most=most, over=len(text) - most
            )


def _languages(parts: Parts) -> Iterator[Finding]:
    """Decks that are not written in all the game's languages."""
    if parts.rules is None:
        return
    for deck in parts.decks.values():
        for language in parts.rules.value.languages:
            if language not in deck.value.languages:
                yield deck.finding("missing-language", ("languages",), deck=deck.value.deck, language=language)


def _rules(parts: Parts) -> Iterator[Finding]:
    """Decks too small for the seats, things without names, and what no step uses."""
    rules = parts.rules
    if rules is None:
        return
    file = rules.value
    words = vocabularies(parts.labels)
    seats = file.seats if isinstance(file.seats, int) else file.seats[1] or 0
    whole = sum(step.share for step in file.steps)
    used: set[str] = set()
    for number, step in enumerate(file.steps):
        path: Path = ("steps", number)
        main = file.languages[0]
        if step.short_title is not None:
            yield from _length(rules, (*path, "short-title"), step.short_title, SHORT_TITLE, main)
        if step.gap is None and not isinstance(step, models.BriefEntry):
            yield rules.finding("no-gap", path)
        if step.share / whole * file.minutes < 1:
            yield rules.finding("step-short", (*path, "share"), minutes=file.minutes)
        coded = [("makes", "item", step.makes)] if step.makes else []
        coded += [("kinds", "item", one) for one in step.kinds] + [("tags", "tag", one) for one in step.tags]
        for key, vocabulary, code in coded:
            known = words.get(vocabulary, set())
            if code not in known:
                yield rules.finding("no-label", (*path, key), name=code, vocabulary=vocabulary, near=near(code, known))
        draws = [*draws_of(step.draw), *(draw for part in step.rounds or [] for draw in draws_of(part.draw))]
        used |= {*step.decks, *(draw.deck for draw in draws)}
        used |= {deck for field in (*step.fields, *step.item_fields) for deck in field.decks}
        for draw in draws:
            deck = parts.decks.get(draw.deck)
            wanted = draw.cards * (seats if draw.to == "seat" else 1)
            if deck is not None and len(deck.value.cards) < wanted:
                yield rules.finding(
                    "deck-small", path, deck=draw.deck, cards=len(deck.value.cards), seats=seats, wanted=wanted
                )
    for number, name in enumerate(file.decks):
        if name not in used and name not in parts.broken:
            yield rules.finding("unused-words", ("decks", number), name=name)
    tokens = {token for step in file.steps if isinstance(step, models.PlaceEntry) for token in step.tokens}
    answers = {answer for step in file.steps if isinstance(step, models.VoteEntry) for answer in step.scale}
    for key, given, named in (("tokens", file.tokens, tokens), ("answers", file.answers, answers)):
        for name in given:
            if name not in named:
                yield rules.finding_on_key("unused-words", (key, name), name=name)
