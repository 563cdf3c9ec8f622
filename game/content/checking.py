"""Second pass: do the files of a game fit together? Only errors; what is merely unwise is found in `judging`."""

from collections.abc import Iterator, Mapping

from game.content import files, models
from game.content.building import field_types
from game.content.checking_rules import check_board, check_plan, check_rules, duplicate
from game.content.findings import Finding, listed, near
from game.content.parts import Parts, Sheet, vocabularies
from game.content.reading import Path

MOST_PICTURE_KB = 4000


def check(parts: Parts) -> list[Finding]:
    """Every error that shows only when the files of a game are looked at together."""
    found: list[Finding] = []
    for deck in parts.decks.values():
        found += check_deck(deck, vocabularies(parts.labels))
        found += _pictures(parts, deck)
    found += _duplicate_cards(parts)
    return [*found, *check_rules(parts), *check_board(parts), *check_plan(parts)]


# Decks


def check_deck(deck: Sheet[models.DeckFile], words: Mapping[str, set[str]]) -> Iterator[Finding]:
    """What is wrong with a deck's own fields and its cards' ids. `words` are the codes that have labels."""
    types = field_types(deck.value)
    for name in deck.value.foot:
        if name not in types:
            yield deck.finding(
                "unknown-value", ("foot", deck.value.foot.index(name)),
                name=name, where="fields", near=near(name, types), known=listed(types),
            )  # fmt: skip
    for name, kind in types.items():
        if kind in ("code", "codes") and name not in words:
            yield deck.finding_on_key("unknown-words", ("fields", name), vocabulary=name, near=near(name, words))
    known_fields = [*(name for name in models.Card.model_fields), *types]
    own = list(types.items())
    for number, card in enumerate(deck.value.cards):
        extra = card.model_extra or {}
        for name, kind in own:
            if name not in extra:
                if kind != "text":
                    yield deck.finding("missing-field", ("cards", number), field=name)
            elif wrong := _wrong(kind, name, extra[name], words):
                yield deck.finding(wrong[0], ("cards", number, name), **wrong[1])
        if len(extra) > len(own) or any(name not in types for name in extra):
            for name in extra:
                if name not in types:
                    left = [one for one in known_fields if one not in extra]
                    yield deck.finding_on_key(
                        "unknown-field", ("cards", number, name),
                        field=name, near=near(name, left), known=listed(known_fields, 40),
                    )  # fmt: skip


def _wrong(
    kind: str, name: str, value: object, words: Mapping[str, set[str]]
) -> tuple[str, dict[str, object]] | None:
    """What is wrong with a value of a deck's own field: a code and its details, or None."""
    match kind:
        case "text":
            if isinstance(value, dict):
                good = bool(value) and all(isinstance(one, str) and one for one in value.values())
            else:
                good = isinstance(value, str) and bool(value)
            return None if good else ("expected-texts", {})
        case "code":
            if not isinstance(value, str):
                return "expected-text", {}
            return _unknown_code(name, value, words)
        case "codes":
            if not isinstance(value, list):
                return "expected-list", {}
            return next((bad for one in value if (bad := _unknown_code(name, str(one), words))), None)
        case "number":
            if isinstance(value, bool) or not isinstance(value, int | float):
                return "expected-figure", {}
            return _unknown_code(name, str(value), words) if name in words else None
        case "range":
            if not isinstance(value, list) or len(value) != 2:
                return "expected-bounds", {}
            low, high = value
            if not all(part is None or (isinstance(part, int) and not isinstance(part, bool)) for part in value):
                return "expected-bounds", {}
            return ("bounds-order", {}) if low is not None and high is not None and high < low else None
        case _:
            return None if isinstance(value, bool) else ("expected-yes-no", {})


def _unknown_code(name: str, code: str, words: Mapping[str, set[str]]) -> tuple[str, dict[str, object]] | None:
    known = words.get(name)
    if known is None or code in known:
        return None
    return "unknown-code", {"name": code, "vocabulary": name, "near": near(code, known), "known": listed(sorted(known))}


def _pictures(parts: Parts, deck: Sheet[models.DeckFile]) -> Iterator[Finding]:
    """Pictures that are not there; those that are get into the game's copy."""
    for number, card in enumerate(deck.value.cards):
        if card.picture is None:
            continue
        path = f"pictures/{card.picture}"
        found = files.get(parts.where, path)
        at: Path = ("cards", number, "picture")
        if found is None or found.data is None:
            shown = f"{files.shown_folder(parts.where)}/pictures"
            known = files.names(parts.where, "pictures", "")
            yield deck.finding("picture-missing", at, name=card.picture, folder=shown, near=near(card.picture, known))
        elif len(found.data) > MOST_PICTURE_KB * 1000:
            yield deck.finding("picture-too-large", at, name=card.picture, most=MOST_PICTURE_KB)
        else:
            parts.copies[found.path] = found.data


def _duplicate_cards(parts: Parts) -> Iterator[Finding]:
    """Card ids that are in use twice, in one deck or in two."""
    seen: dict[str, tuple[Sheet[models.DeckFile], int]] = {}
    for deck in parts.decks.values():
        for number, card in enumerate(deck.value.cards):
            if card.id in seen:
                first_deck, first_number = seen[card.id]
                yield duplicate(deck, ("cards", number, "id"), card.id, first_deck, ("cards", first_number, "id"))
            else:
                seen[card.id] = (deck, number)
