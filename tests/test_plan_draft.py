"""The draft: made at any moment, in any language, losing nothing and showing nothing too early."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from itertools import pairwise

import pytest

from game import words
from game.engine.actions import Amend, Deal, GoTo, Judge, Reveal, Settle, Skip, Write
from game.engine.definition import PLAN, Game, Place
from game.engine.results import hidden
from game.engine.rules import legal
from game.engine.session import Session
from game.engine.state import Item, Judgement, Seat, State
from game.plan import docx, markdown
from game.plan.document import (
    BarChart,
    Block,
    Document,
    Heading,
    HeatMap,
    Link,
    Note,
    Table,
    Text,
    Timeline,
    plain,
    table_of,
)
from game.plan.draft import draft
from game.plan.fields import answers, gaps
from game.plan.material import Facts, Material
from tests.plan_documents import HOSTILE
from tests.plan_sessions import default_game, small, walk

DAY = date(2026, 11, 12)
GAMES = {"osallisuuspeli": default_game, "small": small}


def nodes(node: object, kind: type) -> Iterator[object]:
    """Every part of a document of one kind."""
    if isinstance(node, kind):
        yield node
    if is_dataclass(node):
        for field in fields(node):
            yield from nodes(getattr(node, field.name), kind)
    elif isinstance(node, tuple):
        for part in node:
            yield from nodes(part, kind)


def words_of(node: object) -> str:
    return "\n".join(text.text for text in nodes(node, Text) if isinstance(text, Text))


def tables(document: Document) -> dict[str, Table]:
    """The tables and charts by their names."""
    found: dict[str, Table] = {}
    for block in document.blocks:
        if isinstance(block, Table):
            found[block.name] = block
        elif isinstance(block, BarChart | HeatMap | Timeline):
            found[block.name] = table_of(block)
    return found


def rows_of(table: Table) -> list[list[str]]:
    return [[plain(cell.inlines) for cell in row] for row in table.rows]


def written(game: Game, state: State) -> Iterator[tuple[str, Item | Judgement]]:
    """Every text that somebody wrote, with its record. An answer taken back counts as never given, but not a token."""
    for record in state.records:
        if isinstance(record, Judgement):
            if record.reason and (not record.gone or isinstance(game.step[record.step], Place)):
                yield record.reason, record
            continue
        for value in (*record.fields.values(), *(change.old for change in record.was if not record.gone)):
            for text in value if isinstance(value, tuple) else (value,):
                if isinstance(text, str) and text.startswith("word"):
                    yield text, record


@pytest.mark.parametrize("name", GAMES)
@pytest.mark.parametrize("seed", range(6))
def test_nothing_is_lost_and_nothing_shown_too_early(name: str, seed: int) -> None:
    game, texts = GAMES[name]()
    for number, session in enumerate(walk(game, f"plan {seed}", 30)):
        if number % 9 and session.state.at != "end":
            continue
        state = session.state
        secret = hidden(game, state)
        for lang in words.LANGUAGES if number % 27 == 0 else ("fi",):
            document = draft(game, texts, state, lang, Facts(DAY))
            told = words_of(document)
            for text, record in written(game, state):
                assert (text in told) is (record.id not in secret), (number, text, record)
            assert_well_formed(document)


def assert_well_formed(document: Document) -> None:
    """Headings step down one by one, links lead somewhere, rows fit their tables, charts have figures and words."""
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    assert headings[0].level == 1
    assert all(after.level <= before.level + 1 for before, after in pairwise(headings))
    anchors = [heading.anchor for heading in headings if heading.anchor]
    assert len(anchors) == len(set(anchors))
    goals = {link.to for link in nodes(document, Link) if isinstance(link, Link)}
    assert goals <= set(anchors)
    for table in tables(document).values():
        assert table.columns
        assert all(len(row) == len(table.columns) for row in table.rows)
    for block in document.blocks:
        assert not isinstance(block, Heading) or plain(block.inlines).strip()
        if isinstance(block, BarChart | HeatMap | Timeline):
            assert plain(block.caption) in block.alt.text


@pytest.mark.parametrize("seed", range(3))
def test_hostile_words_stop_no_file(seed: int) -> None:
    def word(number: int) -> str:
        return f"{number} {HOSTILE[number % len(HOSTILE)]}"[:40]

    game, texts = default_game()
    session = list(walk(game, f"hostile {seed}", 25, word))[-1]
    document = draft(game, texts, session.state, "sv", Facts(DAY, "fi"))
    assert docx.render(document)
    assert markdown.render(document)


# A table of three that gets from the start to the votes.


class Table3:
    """A short session whose texts are known."""

    def __init__(self) -> None:
        self.game, self.texts = default_game()
        self.session = Session(self.game, [Seat(1, "Aino", "asukas"), Seat(2, "Omar"), Seat(3)])
        self._deal()

    @property
    def state(self) -> State:
        return self.session.state

    def go(self, step: str) -> None:
        self.session.do(GoTo(step))
        self._deal()

    def _deal(self) -> None:
        while self.state.run.owed:
            self.session.do(next(one for one in legal(self.game, self.state) if isinstance(one, Deal)))

    def fill(self, step: str, **fields: str) -> None:
        for name, value in fields.items():
            self.session.do(Amend(self.state.sheets[step], name.replace("_", "-"), value))

    def draft(self, lang: str = "fi", written_in: str = "fi") -> Document:
        return draft(self.game, self.texts, self.state, lang, Facts(DAY, written_in))


@pytest.fixture
def table() -> Table3:
    return Table3()


def to_votes(table: Table3) -> None:
    table.go("target")
    table.session.do(Judge(table.state.run.turn, "card:d-park", "pick", "Lähellä meitä"))
    table.session.do(Settle("card:d-park"))
    table.fill("target", question="Millainen puisto?", decider="Tekninen lautakunta")
    table.go("ideas")
    for seat, text in ((1, "Kävely illalla"), (2, "Kysely kaupassa"), (3, "Talkoot")):
        table.session.do(Write(seat, text))
    table.go("choose")
    for seat, values in ((1, ("support", "no")), (2, ("support", "unsure")), (3, ("live-with", "no"))):
        for item, value in zip(ideas(table)[:2], values, strict=True):
            table.session.do(Judge(seat, item.ref, value, f"syy {value}"))


def ideas(table: Table3) -> list[Item]:
    return [one for one in table.state.records if isinstance(one, Item) and one.kind == "idea"]


def test_a_session_that_has_just_begun_is_all_gaps(table: Table3) -> None:
    document = table.draft()
    assert document.title.text == "Osallistumissuunnitelma"
    assert document.kind.text == "Osallistumissuunnitelma, luonnos 12.11.2026"
    assert "Kysymys puuttuu" in words_of(document)
    for step in table.game.steps[1:]:
        assert table.texts.steps[step.id].gap.in_("fi") in words_of(document)
    assert_well_formed(document)


def test_the_target_names_the_plan_until_somebody_names_it(table: Table3) -> None:
    to_votes(table)
    assert table.draft().title == Text("Lähipuisto")
    assert table.draft("sv").title == Text("Närparken")
    table.fill(PLAN, f_title="Puisto kaikille")
    assert table.draft("sv").title == Text("Puisto kaikille", "fi")


def test_votes_are_counted_and_nobody_is_named(table: Table3) -> None:
    to_votes(table)
    before = tables(table.draft())
    assert "votes" not in before
    assert "syy no" not in words_of(table.draft())
    assert "Vielä salassa" in words_of(table.draft())
    table.session.do(Reveal())
    table.session.do(Settle(ideas(table)[0].ref))
    document = table.draft()
    after = tables(document)
    assert rows_of(after["votes"])[:2] == [
        ["Kävely illalla", "2", "1", "0", "0"],
        ["Kysely kaupassa", "0", "0", "2", "1"],
    ]
    assert [row[1:] for row in rows_of(after["vote-reasons"])] == [
        ["Kannatan", "syy support"], ["Kannatan", "syy support"], ["Käy minulle", "syy live-with"],
        ["En kannata", "syy no"], ["En kannata", "syy no"], ["En tiedä", "syy unsure"],
    ]  # fmt: skip
    ballots = words_of((after["votes"], after["vote-reasons"]))
    assert not [name for name in ("Aino", "Omar", "Paikka 3") if name in ballots]
    assert "Kysely kaupassa\n (1 vastasi ”en tiedä”)" in words_of(document)


def test_ideas_are_all_there_chosen_or_not(table: Table3) -> None:
    to_votes(table)
    table.session.do(Reveal())
    table.session.do(Settle(ideas(table)[0].ref))
    found = rows_of(tables(table.draft())["idea"])
    assert [(row[0], row[-2], row[-1]) for row in found] == [
        ("Kävely illalla", "Aino", "Kyllä"), ("Kysely kaupassa", "Omar", "Ei"), ("Talkoot", "Paikka 3", "Ei"),
    ]  # fmt: skip


def test_what_people_wrote_keeps_its_words_and_says_its_language(table: Table3) -> None:
    to_votes(table)
    document = table.draft("en")
    foreign = {text.text for text in nodes(document, Text) if isinstance(text, Text) and text.lang == "fi"}
    assert {"Kävely illalla", "Tekninen lautakunta", "Aino", "Omar"} <= foreign
    assert "What people wrote stands as they wrote it, in Finnish." in words_of(document)
    assert not [text for text in nodes(table.draft(), Text) if isinstance(text, Text) and text.lang]


def test_fields_know_what_answers_them(table: Table3) -> None:
    to_votes(table)
    table.fill(PLAN, f_councils="Tammikuussa")

    def found() -> dict[str, tuple[str, tuple[str, ...]]]:
        return {one.field.id: (one.state, one.by) for one in answers(material(table))}

    assert found()["f-target"] == ("full", ("target",))
    assert found()["f-decision"] == ("partly", ("target",))
    assert found()["f-councils"] == ("full", (PLAN,))
    assert found()["f-communication"] == ("empty", (PLAN,))
    assert found()["f-schedule"] == ("empty", ("measures",))


def material(table: Table3) -> Material:
    return Material(table.game, table.texts, table.state, "fi", Facts(DAY))


def test_a_gap_says_where_it_is_filled(table: Table3) -> None:
    to_votes(table)
    found = gaps(material(table), answers(material(table)))
    by_place = {(gap.step, gap.record, gap.field): plain(gap.question) for gap in found}
    sheets = table.state.sheets
    assert by_place["target", sheets["target"], "when"] == "Milloin asiasta päätetään?"
    assert by_place[PLAN, sheets[PLAN], "f-communication"] == "Viestintä"
    assert by_place["gains", None, ""] == table.texts.steps["gains"].gap.in_("fi")
    assert not [place for place in by_place if place[0] == "ideas"]


def test_a_gap_closes_when_it_is_filled(table: Table3) -> None:
    to_votes(table)
    before = gaps(material(table), answers(material(table)))
    table.fill("target", when="maaliskuu 2027")
    table.fill(PLAN, f_communication="Kirje kotiin")
    after = gaps(material(table), answers(material(table)))
    closed = {(gap.step, gap.field) for gap in before} - {(gap.step, gap.field) for gap in after}
    assert closed == {("target", "when"), (PLAN, "f-communication")}


def test_what_was_typed_over_is_still_told(table: Table3) -> None:
    to_votes(table)
    table.fill(PLAN, f_decision="Valtuusto päättää")
    told = words_of(table.draft())
    assert "Valtuusto päättää" in told
    assert "Tekninen lautakunta" in told


def test_a_step_left_out_is_a_gap_not_a_hole(table: Table3) -> None:
    to_votes(table)
    table.session.do(Skip("check"))
    blocks = table.draft().blocks
    at = next(at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.anchor == "step-check")
    gap: Block = blocks[at + 1]
    assert isinstance(gap, Note)
    assert plain(gap.paragraphs[0]) == table.texts.steps["check"].gap.in_("fi")


def measured(table: Table3) -> Document:
    to_votes(table)
    table.session.do(Reveal())
    for idea in ideas(table)[:2]:
        table.session.do(Settle(idea.ref))
    table.go("check")
    table.session.do(Write(0, "Kutsu myös venäjäksi", links=(ideas(table)[0].ref,)))
    table.go("measures")
    first, second = (one for one in table.state.records if isinstance(one, Item) and one.kind == "measure")
    for name, value in (("what", "Kaksi kävelyä"), ("when", "2027-03-01"), ("who", "2")):
        table.session.do(Amend(first.id, name, value))
    table.session.do(Amend(first.id, "with", ("card:g-young", "kissat")))
    table.session.do(Amend(second.id, "when", "now"))
    return table.draft()


def test_measures_stand_in_the_order_of_time_with_their_gaps(table: Table3) -> None:
    document = measured(table)
    assert rows_of(tables(document)["measures"]) == [
        ["Kysely kaupassa", "Nyt", "puuttuu"],
        ["Kävely illalla", "1.3.2027", "Omar"],
    ]
    schedule = next(block for block in document.blocks if isinstance(block, Timeline))
    assert [moment.day for moment in schedule.moments] == [None, date(2027, 3, 1)]


def test_a_measure_leads_back_to_what_the_table_said(table: Table3) -> None:
    document = measured(table)
    heads = [at for at, block in enumerate(document.blocks) if isinstance(block, Heading) and block.level == 3]
    at = next(at for at in heads if words_of(document.blocks[at]) == "Kävely illalla")
    text = markdown.render(replace(document, blocks=document.blocks[at : at + 2])).decode()
    assert "**Kenen kanssa:** Nuoret, kissat" in text
    assert "**Mitä tarkistus toi:** Muutos: Kutsu myös venäjäksi" in text
    assert "**Mistä tämä tuli:** Idea: Kävely illalla (Aino; Ideat; Kannatan 2, Käy minulle 1)" in text
    assert "**Mitä tarvitaan:** **Puuttuu**: " in text


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_every_language_makes_both_files(table: Table3, lang: str) -> None:
    document = measured(table)
    document = table.draft(lang)
    assert document.lang == lang
    assert docx.render(document).startswith(b"PK")
    assert "Kaksi kävelyä" in markdown.render(document).decode()


def test_a_game_without_plan_fields_tells_its_steps(table: Table3) -> None:
    measured(table)
    document = draft(table.game, replace(table.texts, plan=None), table.state, "fi", Facts(DAY))
    assert_well_formed(document)
    assert "fields" not in tables(document)
    assert "Kaksi kävelyä" in words_of(document)
    assert "Tekninen lautakunta" in words_of(document)
