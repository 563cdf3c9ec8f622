"""From files of the right shape to a game for the rules and its texts; `checking` has found no error in them."""

from collections.abc import Iterable, Mapping, Sequence

from game.content import models as shapes
from game.content import texts
from game.content.boards import Layout, lay_out
from game.content.steps import range_of, step_of, step_text
from game.content.texts import NOTHING, Text, all_of, text_of
from game.engine import definition as engine

# Decks


def field_types(deck: shapes.DeckFile) -> dict[str, str]:
    """The type of each of a deck's own fields."""
    return {name: kind if isinstance(kind, str) else kind.type for name, kind in deck.fields.items()}


def deck_of(file: shapes.DeckFile) -> tuple[engine.Deck, texts.DeckText, dict[str, texts.CardText]]:
    """A deck for the rules, and its words."""
    main = file.languages[0]
    types = field_types(file)
    cards: list[engine.Card] = []
    said: dict[str, texts.CardText] = {}
    for card in file.cards:
        facts: dict[str, engine.Fact] = {}
        more: dict[str, Text] = {}
        for name, value in (card.model_extra or {}).items():
            if types[name] == "text":
                more[name] = text_of(value, main)
            elif isinstance(value, list):
                facts[name] = tuple(part for part in value if part is not None)
            else:
                facts[name] = value
        cards.append(engine.Card(card.id, file.deck, facts))
        said[card.id] = texts.CardText(
            card.id, file.deck, text_of(card.title, main), text_of(card.text, main), more, facts, card.picture or ""
        )
    fields = {
        name: texts.CardFieldText(kind)
        if isinstance(kind, str)
        else texts.CardFieldText(kind.type, text_of(kind.title, main), text_of(kind.unit, main))
        for name, kind in file.fields.items()
    }
    title = text_of(file.title, main)
    words = texts.DeckText(
        file.deck, title, text_of(file.one, main) or title, file.back.colour, file.back.icon or "", file.size, fields,
        tuple(file.foot),
    )  # fmt: skip
    return engine.Deck(file.deck, tuple(cards)), words, said


# Labels


def labels_of(files: Iterable[shapes.LabelsFile]) -> texts.Labels:
    """The words of all label files together; earlier files go before later ones."""
    words: dict[str, dict[str, texts.Label]] = {}
    for file in files:
        main = file.languages[0]
        for vocabulary, codes in file.words.items():
            known = words.setdefault(vocabulary, {})
            for code, given in codes.items():
                if code not in known:
                    label = text_of(given.label, main)
                    known[code] = texts.Label(
                        label,
                        text_of(given.short, main) or label,
                        text_of(given.many, main) or label,
                        text_of(given.promise, main),
                    )
    return texts.Labels(words)


# Board


def spaces_of(file: shapes.BoardFile) -> tuple[engine.Space, ...]:
    """One space where each sector and ring meet, sector by sector, from the middle outwards."""
    accepts = frozenset[str](file.accepts)
    return tuple(
        engine.Space(f"{sector.id}.{ring}", accepts, facts={file.sectors.fact: sector.id, file.rings.fact: ring})
        for sector in file.sectors.each
        for ring in file.rings.each
    )


def board_of(file: shapes.BoardFile, labels: texts.Labels) -> texts.BoardText:
    """The board's words and layouts; sectors and rings are called what their labels say."""
    main = file.languages[0]
    sectors = {}
    for sector in file.sectors.each:
        label = labels.get(file.sectors.fact, sector.id)
        sectors[sector.id] = texts.SectorText(
            sector.id, label.label, label.short, text_of(sector.help, main), all_of(sector.questions, main)
        )
    rings = {}
    for number, ring in enumerate(file.rings.each, 1):
        label = labels.get(file.rings.fact, ring)
        rings[ring] = texts.RingText(ring, number, label.label, label.promise)
    return texts.BoardText(
        text_of(file.target.title, main),
        text_of(file.target.help, main),
        file.sectors.fact,
        file.rings.fact,
        sectors,
        rings,
        {f"{sector}.{ring}": texts.SpaceText(f"{sector}.{ring}", sector, ring) for sector in sectors for ring in rings},
        {name: _layout(layout, sectors, rings) for name, layout in file.layouts.items()},
    )


def _layout(entry: shapes.LayoutEntry, sectors: Iterable[str], rings: Iterable[str]) -> Layout:
    return lay_out(
        sectors,
        rings,
        height=entry.height,
        sweep=(entry.sweep[0], entry.sweep[1]),
        target_radius=entry.target_radius,
        target_label=(entry.target_label.at[0], entry.target_label.at[1]),
        target_label_width=entry.target_label.width,
        ring_edges=(entry.rings[0], entry.rings[1]),
        band=(entry.band[0], entry.band[1]),
        ring_gap=entry.ring_gap,
        sector_gap=entry.sector_gap,
        marks=entry.marks,
    )


# Where answers come from


def source_of(
    given: str, game_steps: Mapping[str, engine.Step], facts: Mapping[str, Sequence[str]]
) -> texts.Source | None:
    """What `step` or `step.part` points at; None if at nothing. `facts` are the fields of each deck's cards."""
    step_id, dot, part = given.partition(".")
    step = game_steps.get(step_id)
    if step is None:
        return None
    if not dot:
        return texts.Source(step_id, "results")
    decks = {*step.decks, *(draw.deck for one in step.rounds for draw in one.draws)}
    if any(field.id == part for field in step.fields):
        return texts.Source(step_id, "field", part)
    if any(field.id == part for field in step.item_fields):
        return texts.Source(step_id, "item-field", part)
    if part in step.tags:
        return texts.Source(step_id, "tag", part)
    if part in step.kinds or part == step.makes:
        return texts.Source(step_id, "kind", part)
    if any(one.id == part for one in step.rounds):
        return texts.Source(step_id, "round", part)
    if part in decks:
        return texts.Source(step_id, "deck", part)
    if any(part in facts.get(deck, ()) for deck in decks):
        return texts.Source(step_id, "fact", part)
    return None


def fact_names(decks: Iterable[shapes.DeckFile]) -> dict[str, list[str]]:
    """The names of the values that the cards of each deck have."""
    return {deck.deck: [name for name, kind in field_types(deck).items() if kind != "text"] for deck in decks}


def _sources(
    given: Iterable[str], steps: Mapping[str, engine.Step], facts: Mapping[str, Sequence[str]]
) -> tuple[texts.Source, ...]:
    return tuple(found for one in given if (found := source_of(one, steps, facts)) is not None)


def plan_of(
    file: shapes.PlanFile, steps: Mapping[str, engine.Step], facts: Mapping[str, Sequence[str]]
) -> tuple[tuple[engine.Field, ...], texts.PlanText]:
    """The plan's fields for the rules (what can be typed), and the plan's words."""
    main = file.languages[0]
    typed = tuple(
        engine.Field(entry.id, "text", "core" if entry.use == "core" else "free", chars=2000) for entry in file.fields
    )
    fields = tuple(
        texts.PlanField(
            entry.id,
            entry.section,
            entry.use == "core",
            tuple(entry.asked_by),
            _sources(entry.from_, steps, facts),
            text_of(entry.label, main),
            text_of(entry.hint, main),
        )
        for entry in file.fields
    )
    return typed, texts.PlanText(text_of(file.title, main), tuple(file.sections), fields)


# The whole


def game_of(
    rules: shapes.RulesFile,
    decks: Iterable[shapes.DeckFile],
    labels: Iterable[shapes.LabelsFile],
    board: shapes.BoardFile | None,
    plan: shapes.PlanFile | None,
) -> tuple[engine.Game, texts.GameTexts]:
    """The game for the rules, and everything it says."""
    main = rules.languages[0]
    decks = tuple(decks)
    steps = {entry.id: step_of(entry) for entry in rules.steps}
    facts = fact_names(decks)
    built = [deck_of(file) for file in decks]
    words = labels_of(labels)
    typed, plan_text = plan_of(plan, steps, facts) if plan else ((), None)
    game = engine.Game(
        rules.game,
        {deck.id: deck for deck, _, _ in built},
        spaces_of(board) if board else (),
        tuple(steps.values()),
        range_of(rules.seats),
        rules.minutes,
        typed,
    )
    pinned = rules.pinned or shapes.Pinned()
    said = texts.GameTexts(
        id=rules.game,
        languages=tuple(rules.languages),
        title=text_of(rules.title, main),
        summary=text_of(rules.summary, main),
        about=text_of(rules.about, main),
        privacy=text_of(rules.privacy, main),
        use=text_of(rules.use, main),
        labels=words,
        decks={deck.id: deck for _, deck, _ in built},
        cards={card.id: card for _, _, cards in built for card in cards.values()},
        steps={entry.id: step_text(entry, main) for entry in rules.steps},
        tokens=_meanings(rules.tokens, main),
        answers=_meanings(rules.answers, main),
        board=board_of(board, words) if board else None,
        plan=plan_text,
        pin=texts.Pin(
            source_of(pinned.name, steps, facts) if pinned.name else None,
            source_of(pinned.question, steps, facts) if pinned.question else None,
            _sources(pinned.decides, steps, facts),
        ),
        tips_title=text_of(rules.tips.title, main) if rules.tips else NOTHING,
        tips=all_of(rules.tips.list_, main) if rules.tips else (),
        glossary={entry.id: (text_of(entry.term, main), text_of(entry.text, main)) for entry in rules.glossary},
    )
    return game, said


def _meanings(given: Mapping[str, shapes.Meaning], main: str) -> dict[str, texts.Meaning]:
    return {
        name: texts.Meaning(text_of(one.label, main), text_of(one.meaning, main), text_of(one.then, main))
        for name, one in given.items()
    }
