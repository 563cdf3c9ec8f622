"""Do the rules, the board and the plan of a game fit together, and with its decks?"""

from collections.abc import Iterable, Iterator, Sequence

from game.content import models
from game.content.building import fact_names, field_types, source_of
from game.content.findings import Finding, listed, near
from game.content.parts import Parts, Sheet, vocabularies
from game.content.reading import Path
from game.content.steps import about_of, draws_of, step_of

MOST_SEATS = 8
_STATES = ("chosen", "not-chosen", "unsure", "disputed", "empty", "kept", "open")
_MAKERS = (models.ChooseEntry, models.DealEntry, models.WriteEntry, models.GroupEntry, models.CommitEntry)
_NUMBERED_BALLOTS = ("dots", "score", "rank")


def check_rules(parts: Parts) -> Iterator[Finding]:
    """Every error in how the steps name decks, earlier steps, tokens, answers, spaces and fields."""
    rules = parts.rules
    if rules is None:
        return
    file = rules.value
    yield from twice(rules, ("steps",), [step.id for step in file.steps])
    yield from twice(rules, ("glossary",), [term.id for term in file.glossary])
    yield from _bounds(rules, ("seats",), file.seats, most=MOST_SEATS)
    earlier: dict[str, models.StepEntry] = {}
    for number, step in enumerate(file.steps):
        yield from _Step(parts, rules, ("steps", number), step, earlier).findings()
        earlier.setdefault(step.id, step)
    if file.pinned is not None:
        named: list[tuple[Path, str | None]] = [
            (("pinned", "name"), file.pinned.name),
            (("pinned", "question"), file.pinned.question),
            *((("pinned", "decides", number), one) for number, one in enumerate(file.pinned.decides)),
        ]
        yield from _sources(parts, rules, [(path, one) for path, one in named if one is not None])


class _Step:
    """One step, with what it may name."""

    def __init__(
        self,
        parts: Parts,
        rules: Sheet[models.RulesFile],
        path: Path,
        step: models.StepEntry,
        earlier: dict[str, models.StepEntry],
    ) -> None:
        self.parts = parts
        self.rules = rules
        self.path = path
        self.step = step
        self.earlier = earlier
        self.draws = _draw_paths(("draw",), step.draw)
        for number, part in enumerate(step.rounds or []):
            self.draws += _draw_paths(("rounds", number, "draw"), part.draw)

    def findings(self) -> Iterator[Finding]:
        """Everything wrong with the step."""
        yield from self._rounds()
        yield from self._decks()
        yield from self._about()
        yield from self._limits()
        yield from self._fields()
        yield from self._kind()

    def at(self, code: str, *way: str | int, **details: object) -> Finding:
        """A finding at something in the step."""
        return self.rules.finding(code, (*self.path, *way), **details)

    def _rounds(self) -> Iterator[Finding]:
        step = self.step
        if step.rounds is None:
            return
        yield from twice(self.rules, (*self.path, "rounds"), [part.id for part in step.rounds])
        for name in ("turns", "laps", "draw"):
            if getattr(step, name) is not None:
                yield self.rules.finding_on_key("rounds-twice", (*self.path, name), name=name)

    def _decks(self) -> Iterator[Finding]:
        for number, name in enumerate(self.step.decks):
            yield from self._deck(name, "decks", number)
        for way, draw in self.draws:
            yield from self._deck(draw.deck, *way, "deck")
            if draw.spread is not None and draw.deck in self.parts.decks:
                facts = fact_names([self.parts.decks[draw.deck].value])[draw.deck]
                if draw.spread not in facts:
                    yield self._unknown("unknown-fact", draw.spread, facts, *way, "spread", deck=draw.deck)

    def _deck(self, name: str, *way: str | int) -> Iterator[Finding]:
        if name not in self.rules.value.decks:
            known = [deck for deck in self.rules.value.decks if deck not in self.parts.broken]
            yield self._unknown("unknown-deck", name, known, *way)

    def _unknown(self, code: str, name: str, known: Iterable[str], *way: str | int, **details: object) -> Finding:
        words = list(known)
        return self.at(code, *way, name=name, near=near(name, words), known=listed(words), **details)

    def _about(self) -> Iterator[Finding]:
        every = [step.id for step in self.rules.value.steps]
        for key, given in (("about", self.step.about), ("otherwise", self.step.otherwise)):
            for number, entry in enumerate(given):
                for source in about_of([entry]):
                    if source.step not in every:
                        yield self._unknown("unknown-step", source.step, every, key, number)
                    elif source.step not in self.earlier:
                        yield self.at("later-step", key, number, name=source.step)
                    else:
                        known = (*_STATES, *self.earlier[source.step].tags)
                        for state in source.states:
                            if state not in known:
                                yield self._unknown("bad-state", state, known, key, number, step=source.step)

    def _limits(self) -> Iterator[Finding]:
        limits = self.step.limits
        if limits is not None:
            yield from _bounds(self.rules, (*self.path, "limits", "seat"), limits.seat)
            yield from _bounds(self.rules, (*self.path, "limits", "table"), limits.table)

    def _fields(self) -> Iterator[Finding]:
        for key, given in (("fields", self.step.fields), ("item-fields", self.step.item_fields)):
            yield from twice(self.rules, (*self.path, key), [field.id for field in given])
            for number, field in enumerate(given):
                yield from twice(self.rules, (*self.path, key, number, "options"), [one.id for one in field.options])
                for place, deck in enumerate(field.decks):
                    yield from self._deck(deck, key, number, "decks", place)
                wants = {"one-of": field.options, "cards": field.decks}.get(field.type)
                if wants is not None and not wants:
                    yield self.at("options-missing", key, number)

    def _budget(self, budget: models.BudgetEntry | None) -> Iterator[Finding]:
        if budget is None:
            return
        types: dict[str, str] = {}
        for deck in self.parts.decks.values():
            types.update(field_types(deck.value))
        if budget.field not in types and not self.parts.broken:
            numbers = [name for name, kind in types.items() if kind == "number"]
            decks = ", ".join(self.rules.value.decks)
            yield self._unknown("unknown-fact", budget.field, numbers, "budget", "field", deck=decks)
        elif types.get(budget.field, "number") != "number":
            yield self.at("not-a-number", "budget", "field", name=budget.field)

    def _kind(self) -> Iterator[Finding]:
        step = self.step
        if isinstance(step, _MAKERS) and not step.makes:
            yield self.at("no-items")
        match step:
            case models.ChooseEntry():
                if not (step.decks or step.about or step.own):
                    yield self.at("choose-without-cards")
                if step.settle != "all":
                    yield from _bounds(self.rules, (*self.path, "settle"), step.settle)
                yield from self._budget(step.budget)
            case models.PlaceEntry():
                yield from self._board()
                for token in step.tokens:
                    if token not in self.rules.value.tokens:
                        known = self.rules.value.tokens
                        yield self._unknown("unknown-value", token, known, "tokens", token, where="tokens")
            case models.DealEntry():
                if not self.draws:
                    yield self.at("deal-without-draw")
                yield from _bounds(self.rules, (*self.path, "keep"), step.keep)
                if step.onto_board:
                    yield from self._board()
            case models.VoteEntry():
                if not (step.about or step.decks):
                    yield self.at("vote-without-things")
                yield from _bounds(self.rules, (*self.path, "settle"), step.settle)
                yield from self._budget(step.budget)
                if step.ballot not in _NUMBERED_BALLOTS:
                    for number, answer in enumerate(step.scale):
                        if answer not in self.rules.value.answers:
                            known = self.rules.value.answers
                            yield self._unknown("unknown-value", answer, known, "scale", number, where="answers")
            case models.GroupEntry() | models.CommitEntry():
                if not step.about:
                    yield self.at("about-missing")
            case models.ReflectEntry():
                yield from twice(self.rules, (*self.path, "questions"), [one.id for one in step.questions])
                for number, question in enumerate(step.questions):
                    way = (*self.path, "questions", number, "options")
                    yield from twice(self.rules, way, [one.id for one in question.options])

    def _board(self) -> Iterator[Finding]:
        if self.rules.value.board is None:
            yield self.at("board-missing")


def _draw_paths(start: Path, given: models.Draws | None) -> list[tuple[Path, models.DrawEntry]]:
    draws = draws_of(given)
    return [((*start, number) if isinstance(given, list) else start, draw) for number, draw in enumerate(draws)]


def twice(sheet: Sheet[models.Shape], path: Path, ids: Sequence[str]) -> Iterator[Finding]:
    """Ids that stand twice in a list of entries, each shown with its first place."""
    first: dict[str, int] = {}
    for number, name in enumerate(ids):
        if name in first:
            yield duplicate(sheet, (*path, number, "id"), name, sheet, (*path, first[name], "id"))
        else:
            first[name] = number


def duplicate(
    again: Sheet[models.Shape], path: Path, name: str, first: Sheet[models.Shape], first_path: Path
) -> Finding:
    """The finding for an id that is in use twice; it shows both places."""
    spot = first.document.at(first_path)
    return again.finding(
        "duplicate-id", path, name=name, first_file=first.document.file, first=spot.line, first_column=spot.column
    )


def _bounds(
    sheet: Sheet[models.RulesFile], path: Path, bounds: models.Bounds | None, most: int | None = None
) -> Iterator[Finding]:
    if bounds is None:
        return
    low, high = (bounds, bounds) if isinstance(bounds, int) else (bounds[0], bounds[1])
    if low is not None and high is not None and high < low:
        yield sheet.finding("bounds-order", path)
    elif most is not None and (high is None or high > most):
        yield sheet.finding("too-great", path, value="null" if high is None else high, most=most)


# Where answers come from


def _sources(parts: Parts, sheet: Sheet[models.Shape], named: Iterable[tuple[Path, str]]) -> Iterator[Finding]:
    """Names that point at nothing which the steps leave behind."""
    assert parts.rules is not None
    steps = {entry.id: step_of(entry) for entry in parts.rules.value.steps}
    facts = fact_names(deck.value for deck in parts.decks.values())
    for path, name in named:
        if source_of(name, steps, facts) is None and not parts.broken:
            inside = ((step.id, field.id) for step in steps.values() for field in (*step.fields, *step.item_fields))
            known = [*steps, *(f"{step}.{field}" for step, field in inside)]
            yield sheet.finding("unknown-source", path, name=name, near=near(name, known), known=listed(known))


def check_plan(parts: Parts) -> Iterator[Finding]:
    """Fields that stand twice, sections that are not there, answers that come from nowhere, codes without words."""
    plan = parts.plan
    if plan is None:
        return
    fields = plan.value.fields
    yield from twice(plan, ("fields",), [field.id for field in fields])
    words = vocabularies(parts.labels)
    for number, section in enumerate(plan.value.sections):
        yield from _code(plan, ("sections", number), "section", section, words)
    for number, field in enumerate(fields):
        if field.section not in plan.value.sections:
            known = plan.value.sections
            yield plan.finding(
                "unknown-section", ("fields", number, "section"),
                name=field.section, near=near(field.section, known), known=listed(known),
            )  # fmt: skip
        for place, code in enumerate(field.asked_by):
            yield from _code(plan, ("fields", number, "asked-by", place), "asked-by", code, words)
    if parts.rules is not None:
        named: list[tuple[Path, str]] = [
            (("fields", number, "from", place), source)
            for number, field in enumerate(fields)
            for place, source in enumerate(field.from_)
        ]
        yield from _sources(parts, plan, named)


def check_board(parts: Parts) -> Iterator[Finding]:
    """Sectors and rings that stand twice or have no words, and layouts that cannot be drawn."""
    board = parts.board
    if board is None:
        return
    file = board.value
    words = vocabularies(parts.labels)
    yield from twice(board, ("sectors", "each"), [sector.id for sector in file.sectors.each])
    for number, sector in enumerate(file.sectors.each):
        yield from _code(board, ("sectors", "each", number, "id"), file.sectors.fact, sector.id, words)
    for number, ring in enumerate(file.rings.each):
        if ring in file.rings.each[:number]:
            spot = board.document.at(("rings", "each", file.rings.each.index(ring)))
            yield board.finding(
                "duplicate-id", ("rings", "each", number),
                name=ring, first_file=board.document.file, first=spot.line, first_column=spot.column,
            )  # fmt: skip
        yield from _code(board, ("rings", "each", number), file.rings.fact, ring, words)
    for name, layout in file.layouts.items():
        if layout.sweep[0] == layout.sweep[1]:
            yield board.finding("same-way", ("layouts", name, "sweep"))
        for key, edges in (("rings", layout.rings), ("band", layout.band)):
            if edges[1] <= edges[0]:
                yield board.finding("bounds-order", ("layouts", name, key))


def _code(
    sheet: Sheet[models.Shape], path: Path, vocabulary: str, code: str, words: dict[str, set[str]]
) -> Iterator[Finding]:
    known = words.get(vocabulary, set())
    if code not in known:
        close = near(code, known)
        yield sheet.finding(
            "unknown-code", path, name=code, vocabulary=vocabulary, near=close, known=listed(sorted(known))
        )
