"""The default game and its texts: all there, in three languages, fit for the rules, made again from its own copy."""

from itertools import pairwise
from pathlib import Path

import pytest

from game import where, words
from game.content.checkup import check_paths
from game.content.loading import folders, list_games, load
from game.content.texts import Text
from game.engine import definition as engine
from game.engine.actions import Deal, GoTo
from game.engine.dealing import answer
from game.engine.rules import apply, start
from game.engine.state import Seat

LANGUAGES = ("fi", "sv", "en")
LOADED = load("osallisuuspeli")
GAME, TEXTS = LOADED.game, LOADED.texts


@pytest.fixture(autouse=True)
def finnish() -> object:
    before = words.used()
    words.use("fi")
    yield
    words.use(before)


def test_everything_shipped_is_without_a_warning() -> None:
    assert not check_paths([where.cards()])


def test_all_decks_are_there() -> None:
    assert {deck.id: len(deck.cards) for deck in GAME.decks.values()} == {
        "talk": 8, "principles": 19, "targets": 18, "gains": 16, "groups": 46, "methods": 95, "challenges": 37,
        "resources": 34, "what-ifs": 25, "indicators": 26,
    }  # fmt: skip
    assert len(load("osallisuuspeli").game.cards) == len(TEXTS.cards) == 324


def test_the_twelve_steps_are_those_of_the_design() -> None:
    kinds = [(step.id, type(step).__name__.lower(), step.share) for step in GAME.steps]
    assert kinds == [
        ("welcome", "brief", 4), ("target", "choose", 8), ("gains", "choose", 6), ("now", "place", 10),
        ("people", "choose", 6), ("methods", "deal", 16), ("ideas", "write", 12), ("sort", "group", 5),
        ("choose", "vote", 8), ("check", "write", 7), ("measures", "commit", 14), ("close", "reflect", 4),
    ]  # fmt: skip
    assert (GAME.minutes, GAME.seats) == (90, engine.Range(2, 8))


def test_what_the_steps_ask_of_the_rules() -> None:
    step = GAME.step
    assert step["welcome"].rounds == (engine.Round("main", "round", 1, (engine.Draw("principles", 1),)),)
    target = step["target"]
    assert isinstance(target, engine.Choose)
    assert (target.settle, target.limits.seat, target.own) == (engine.Range(1, 1), engine.Range(1, 1), True)
    assert [field.id for field in target.fields] == ["question", "open", "fixed", "decider", "when"]
    gains, people = step["gains"], step["people"]
    assert isinstance(gains, engine.Choose)
    assert isinstance(people, engine.Choose)
    assert (gains.settle, gains.limits.seat) == (None, engine.Range(2, 2))
    assert (people.settle, people.tags, people.rounds[0].turns) == (None, ("seldom-heard",), "together")
    now = step["now"]
    assert isinstance(now, engine.Place)
    assert now.tokens == {"works": 2, "needs-work": 2}
    assert now.rounds[0].laps == sum(now.tokens.values())
    methods = step["methods"]
    assert isinstance(methods, engine.Deal)
    assert methods.rounds[0].draws == (engine.Draw("methods", 5, "seat", "kind"),)
    assert (methods.keep, methods.swap, methods.onto_board) == (engine.Range(1, 2), True, True)
    assert methods.blanks
    ideas = step["ideas"]
    assert [(part.id, part.turns) for part in ideas.rounds] == [
        ("own", "silent"), ("challenge", "round"), ("resource", "round"),
    ]  # fmt: skip
    assert ideas.secret
    vote = step["choose"]
    assert isinstance(vote, engine.Vote)
    assert (vote.about, vote.otherwise) == ((engine.About("sort"),), (engine.About("ideas"),))
    assert vote.budget == engine.Budget("cost", 15, "refuse")
    assert vote.secret
    assert vote.anonymous
    assert step["check"].about == step["measures"].about == (engine.About("choose", ("chosen",)),)
    assert [field.id for field in step["measures"].item_fields] == [
        "what", "with", "when", "who", "needs", "indicator", "report",
    ]  # fmt: skip


@pytest.mark.parametrize("seats", range(2, 9))
def test_every_hand_of_methods_has_all_five_kinds(seats: int) -> None:
    state = start(GAME, [Seat(number) for number in range(1, seats + 1)])
    state = apply(GAME, state, answer(GAME, state, lambda cards: list(cards)))
    state = apply(GAME, state, GoTo("methods"))
    dealt = answer(GAME, state, lambda cards: list(cards)[::-1])
    assert isinstance(dealt, Deal)
    for _, hand in dealt.hands:
        assert len({GAME.cards[card].facts["kind"] for card in hand}) == 5


def test_every_text_is_there_in_every_language() -> None:
    def texts(value: object) -> list[Text]:
        if isinstance(value, Text):
            return [value] if value else []
        if isinstance(value, dict):
            return [text for inner in value.values() for text in texts(inner)]
        if isinstance(value, tuple | list):
            return [text for inner in value for text in texts(inner)]
        if hasattr(value, "__dataclass_fields__"):
            return [text for name in value.__dataclass_fields__ for text in texts(getattr(value, name))]
        return []

    every = texts(TEXTS)
    assert len(every) > 1600
    for text in every:
        assert not any(text.missing(lang) for lang in LANGUAGES), text
        assert len({text.in_(lang) for lang in LANGUAGES}) > 1 or len(text.in_("fi")) < 24, text


def test_no_text_praises_or_shouts() -> None:
    for file in where.cards().rglob("*.yaml"):
        assert "!" not in file.read_text("utf-8"), file


def test_a_text_falls_back_to_its_first_language() -> None:
    text = Text({"fi": "suomeksi", "sv": ""}, "fi")
    assert (text.in_("fi"), text.in_("sv"), text.in_("en")) == ("suomeksi",) * 3
    assert [text.missing(lang) for lang in LANGUAGES] == [False, True, True]
    assert Text({"sv": "på svenska"}, "fi").in_("en") == "på svenska"
    assert not Text({}, "")


def test_the_labels_have_short_words_for_the_board() -> None:
    kinds = TEXTS.labels.codes("kind")
    assert [TEXTS.labels.get("kind", kind).short.in_("fi") for kind in kinds] == [
        "Tieto", "Suunnittelu", "Päätös", "Toiminta", "Arviointi",
    ]  # fmt: skip
    assert TEXTS.labels.get("cost", 1).label.in_("en") == "Low cost"
    assert TEXTS.labels.get("level", "empower").promise
    assert TEXTS.labels.get("level", "nope").label.in_("fi") == "nope"
    assert TEXTS.steps["methods"].short_title.in_("sv") == "Metoder"


def test_a_cards_lowest_line() -> None:
    assert TEXTS.foot("m-open-house") == "20–300 hlö, yksi päivä"
    assert TEXTS.foot("m-exhibition") == "20+ hlö, viikkoja"
    assert TEXTS.foot("m-project-page") == "Jatkuva"
    assert TEXTS.foot("t-listen") == ""
    words.use("en")
    assert TEXTS.foot("m-open-house") == "20–300 people, one day"


def test_titles_of_things_in_the_language_in_use() -> None:
    assert TEXTS.space_title("plan.consult") == "Suunnittelu, Kuulemme"
    assert (TEXTS.card_title("g-young"), TEXTS.deck_title("groups")) == ("Nuoret", "Ryhmät")
    assert TEXTS.token_title("works") == "Toimii jo"
    titles = [TEXTS.space_title("a"), TEXTS.card_title("b"), TEXTS.deck_title("c"), TEXTS.token_title("d")]
    assert titles == list("abcd")


def test_councils_and_referendums_never_decide() -> None:
    for card in GAME.decks["methods"].cards:
        if card.id == "m-referendum" or (card.facts["family"] == "representation" and card.id != "m-area-committee"):
            assert card.facts["level"] != "empower", card.id


def test_the_plan_has_its_fields_and_knows_where_answers_come_from() -> None:
    assert TEXTS.plan is not None
    fields = TEXTS.plan.fields
    assert (len(fields), sum(field.core for field in fields)) == (36, 22)
    assert {field.section for field in fields} == set(TEXTS.plan.sections)
    by_id = {field.id: field.sources for field in fields}
    told = {
        "f-target": ("target", "results", ""),
        "f-open-fixed": ("target", "field", "open"),
        "f-seldom-heard": ("people", "tag", "seldom-heard"),
        "f-level": ("methods", "fact", "level"),
        "f-ground-rules": ("welcome", "deck", "talk"),
        "f-schedule": ("measures", "item-field", "when"),
        "f-risks": ("check", "kind", "risk"),
        "f-foresight": ("check", "round", "what-if"),
    }
    for field, source in told.items():
        assert (by_id[field][0].step, by_id[field][0].what, by_id[field][0].part) == source
    assert [field.id for field in GAME.plan_fields] == [field.id for field in fields]
    assert {field.id for field in fields if field.core and not field.sources} == {
        "f-councils", "f-accessibility", "f-communication", "f-evaluation",
    }  # fmt: skip


def test_the_question_stays_in_sight() -> None:
    pin = TEXTS.pin
    assert pin.name is not None
    assert pin.question is not None
    assert (pin.name.step, pin.question.step, pin.question.part) == ("target", "target", "question")
    assert [source.part for source in pin.decides] == ["decider", "when"]


def test_every_step_tells_the_facilitator_what_to_do() -> None:
    for step in TEXTS.steps.values():
        assert step.script
        assert step.close
        assert step.gap
        assert step.short_way
        assert 4 <= len(step.do) <= 5
        assert set(step.help) == {"quiet", "dominated", "disagreement", "late"}


# The copy that a session carries


def test_the_same_game_comes_from_its_own_copy() -> None:
    again = load("osallisuuspeli", LOADED.files)
    assert again.game == GAME
    assert again.texts == TEXTS
    assert again.files == LOADED.files


def test_an_edited_deck_does_not_touch_what_was_copied() -> None:
    files = {**LOADED.files, "decks/methods.yaml": b"deck: methods\n"}
    assert load("osallisuuspeli", files).errors
    assert load("osallisuuspeli", LOADED.files).game == GAME


def test_ones_own_folder_goes_before_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    shipped = (where.cards() / "decks" / "targets.yaml").read_text("utf-8")
    (tmp_path / "decks" / "targets.yaml").write_text(shipped.replace("Lähipuisto", "Uimaranta"), "utf-8")
    (tmp_path / "labels.yaml").write_text(
        "labels: 1\nlanguages: [fi]\nwords:\n  duration:\n    ongoing: {label: Aina}\n", "utf-8"
    )
    own = load("osallisuuspeli", folders(tmp_path))
    assert own.texts.card_title("d-park") == "Uimaranta"
    assert own.texts.foot("m-project-page") == "Aina"
    assert own.texts.foot("m-open-house") == "20–300 hlö, yksi päivä"
    assert set(own.files) == {*LOADED.files, "labels.yaml~2"}
    assert load("osallisuuspeli", own.files).texts == own.texts


def test_games_are_listed_by_their_titles(tmp_path: Path) -> None:
    assert {name: title.in_("sv") for name, title in list_games().items()} == {"osallisuuspeli": "Delaktighetsspelet"}
    for name, rules in {"plain": "title: Omani\n", "broken": "title: [\n", "blank": ""}.items():
        (tmp_path / "games" / name).mkdir(parents=True)
        (tmp_path / "games" / name / "rules.yaml").write_text(rules, "utf-8")
    listed = {name: title.in_("fi") for name, title in list_games(folders(tmp_path)).items()}
    assert listed == {"blank": "blank", "broken": "broken", "osallisuuspeli": "Osallisuuspeli", "plain": "Omani"}


# The board


def test_the_board_has_a_space_for_every_kind_and_level() -> None:
    board = TEXTS.board
    assert board is not None
    assert [space.id for space in GAME.spaces][:6] == [
        "info.inform", "info.consult", "info.involve", "info.collaborate", "info.empower", "plan.inform",
    ]  # fmt: skip
    assert GAME.space["decide.involve"].facts == {"kind": "decide", "level": "involve"}
    assert set(board.spaces) == set(GAME.space)
    assert len(GAME.spaces) == 25
    assert [ring.number for ring in board.rings.values()] == [1, 2, 3, 4, 5]
    for layout in board.layouts.values():
        assert set(layout.cells) == set(GAME.space)
        assert set(layout.bands) == set(board.sectors)


def test_the_fan_is_the_one_that_was_drawn() -> None:
    assert TEXTS.board is not None
    fan = TEXTS.board.layouts["fan"]
    cell = fan.cells["info.inform"]
    assert (len(cell.polygon), cell.middle) == (26, pytest.approx((0.36077, 0.45476), abs=1e-5))
    assert cell.polygon[0] == pytest.approx((0.32085, 0.5), abs=1e-5)
    assert fan.cells["plan.consult"].middle == pytest.approx((0.37321, 0.32549), abs=1e-5)
    assert fan.marks[0].at[0] == pytest.approx((0.35361, 0.5235), abs=1e-5)
    assert fan.marks[4].at[1] == pytest.approx((0.92365, 0.5235), abs=2e-5)
    (first, second) = fan.slots("info.inform", 52 / 1320, 8 / 1320)
    assert first == pytest.approx((0.35545, 0.47683), abs=1e-4)
    assert second == pytest.approx((0.36944, 0.43378), abs=1e-4)
    assert all(band.clockwise for band in fan.bands.values())
    assert [band.clockwise for band in TEXTS.board.layouts["round"].bands.values()] == [True, True, True, False, False]


@pytest.mark.parametrize("name", ["fan", "round"])
def test_everything_on_the_board_lies_inside_it_and_apart(name: str) -> None:
    assert TEXTS.board is not None
    layout = TEXTS.board.layouts[name]
    for cell in layout.cells.values():
        assert all(-1e-9 <= x <= 1 + 1e-9 and -1e-9 <= y <= layout.height + 1e-9 for x, y in cell.polygon)
        assert layout.slots(cell.space, 0.9, 0.1) == (pytest.approx(cell.middle),)
    for sector in TEXTS.board.sectors:
        rings = [layout.cells[f"{sector}.{ring}"].arc for ring in TEXTS.board.rings]
        assert rings[0].inner > layout.target_radius
        assert all(outer.inner - inner.outer == pytest.approx(layout.ring_gap) for inner, outer in pairwise(rings))
        assert rings[-1].outer < layout.bands[sector].arc.inner
