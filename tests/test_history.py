"""What was done, in words; what became of it; and earlier moments, which can be looked at and gone on from."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import words
from game.cli.bots import Bots
from game.content.loading import load
from game.engine import actions as all_actions
from game.engine.actions import (
    Action,
    Again,
    Amend,
    Arrange,
    Call,
    Deal,
    Done,
    Extend,
    Gather,
    GoTo,
    Judge,
    Keep,
    Lay,
    Leave,
    Link,
    Merge,
    Move,
    NextRound,
    Park,
    Pass,
    Place,
    Release,
    Restore,
    Resume,
    Reveal,
    Settle,
    Sit,
    Skip,
    Swap,
    Tag,
    Turn,
    Unjudge,
    Withdraw,
    Write,
)
from game.engine.definition import END
from game.engine.results import about, hidden
from game.engine.session import Act, Line, Redo, Return, Session, Undo
from game.engine.state import Judgement
from game.store.recording import Recording
from game.ui.app import App
from game.ui.history import Entry, History
from game.ui.past import Past, play_at
from game.ui.play import Play
from game.ui.settings import Settings
from game.ui.table import Table
from game.ui.telling import seat_of, words_of
from game.ui.told import Told, fates, in_short, redo_words, told, undo_words
from tests.at_step import begun, dealt, do, walk_to, write
from tests.driver import Clock, Driver
from tests.small_game import GAME

LANGUAGES = ("fi", "sv", "en")


def at(step: str, seats: int = 4) -> Play:
    play = begun(seats)
    dealt(play)
    walk_to(play, step)
    return play


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    words.use("en")
    yield
    words.use("fi")


def said(play: Play) -> list[str]:
    return [line.words for line in told(play)]


# Words


def samples(play: Play) -> list[Action]:
    """One action of every type, and both ways of those that have two."""
    board = play.game.card_spaces[0]
    card, other = (card.id for card in play.game.decks["methods"].cards[:2])
    return [
        GoTo("ideas"), GoTo(END), Skip("ideas"), Skip("ideas", False), Extend("now", 2), Extend("now", -1),
        Arrange(tuple(reversed(play.state.order))), Sit(2, "Pekka", "hoitaja"), Sit(8, "", "asukas"), Leave(2),
        Turn(2), Done(2), Pass(2), Resume(2), NextRound(), Reveal(), Again(), Call("methods", 2),
        Deal(((2, (card, other)),)), Deal(((0, (card,)),)), Keep(2, card), Keep(2, card, False), Release(2),
        Swap(2, card, other), Lay(2, card, board, "syy"), Lay(2, card), Write(2, "teksti"), Write(2, "teksti", "risk"),
        Amend(1, "question", "uusi"), Amend(1, "text", "uusi"), Amend(1, "when", ""), Amend(999, "reason", "syy"),
        Withdraw(1), Restore(1), Link(1, f"card:{card}"), Link(1, "item:0", False), Tag(1, "seldom-heard"),
        Tag(1, "seldom-heard", False), Park(2, "myöhemmin"), Place(2, "works", board, "syy"), Move(1, f"space:{board}"),
        Move(1), Gather((1, 2), "Ryhmä"), Gather((1, 2)), Merge(1, 2), Judge(2, f"card:{card}", "support", "syy"),
        Judge(2, "option:heard", "fully"), Unjudge(2, f"card:{card}"), Settle(f"card:{card}"),
        Settle(f"card:{card}", False),
    ]  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_action_has_words(lang: str) -> None:
    play = at("now")
    words.use(lang)
    tellable = samples(play)
    assert {type(action) for action in tellable} == set(get_args(all_actions.Action))
    for action in tellable:
        for short in (False, True):
            for secret in (False, True):
                words_said = words_of(action, play, secret=secret, short=short)
                assert words_said.strip(), action
                assert "{" not in words_said, action
        assert 0 <= seat_of(action) <= 8
        names = {field.name for field in fields(action)}
        assert "seat" in names or seat_of(action) == 0


def test_the_three_languages_say_different_things() -> None:
    play = at("now")
    for action in samples(play):
        spoken = set()
        for lang in LANGUAGES:
            words.use(lang)
            spoken.add(words_of(action, play))
        assert len(spoken) == 3 or isinstance(action, Amend), action


def test_a_token_is_told_with_who_what_where_and_why() -> None:
    play = at("now")
    words.use("fi")
    space = next(space for space in play.game.token_spaces if play.texts.space_title(space).startswith("Päätö"))
    action = Place(play.run.turn, "needs-work", space, "Päätetään ennen kuin kysytään.")
    name = play.seat_name(play.run.turn)
    do(play, action)
    assert said(play)[-1] == (
        f"{name} laski merkin ”Vaatii työtä”: Päätösosallisuus. ”Päätetään ennen kuin kysytään.”"
    )
    assert undo_words(play) == f"{name} laski merkin ”Vaatii työtä”: Päätösosallisuus"
    play.undo()
    assert redo_words(play) == f"{name} laski merkin ”Vaatii työtä”: Päätösosallisuus"


def test_what_people_write_is_never_a_template() -> None:
    play = at("now")
    do(play, Park(1, "{who} {0} %s {text!r}"))
    assert said(play)[-1] == "Aino put aside for later: {who} {0} %s {text!r}"


def test_long_words_are_told_by_their_beginning_where_there_is_little_room() -> None:
    play = at("now")
    text = "yksi kaksi kolme " * 15
    do(play, Park(1, text.strip()))
    assert said(play)[-1].endswith(text.strip())
    assert len(undo_words(play)) < 90
    assert undo_words(play).endswith("…")


@pytest.mark.parametrize("seed", ["a", "b"])
def test_whole_sessions_are_told_in_every_language(seed: str) -> None:
    loaded = load("osallisuuspeli")
    bots = Bots(loaded.game, loaded.texts, "fi", seed)
    session = Session(loaded.game, bots.seats(5))
    while (line := bots.next(session)) is not None:
        session.take(line)
    play = replayed(loaded, session.seats, session.lines)
    for lang in LANGUAGES:
        words.use(lang)
        lines = told(play)
        assert [line.number for line in lines] == list(range(1, len(session.lines) + 1))
        assert all(line.words and "{" not in line.words and "item:" not in line.words for line in lines)
        assert {line.step for line in lines} <= {*session.state.order, END}
        if lang != "fi":
            assert not any(" laski " in line.words for line in lines)


def replayed(loaded: Any, seats: Sequence[Any], lines: Sequence[Line]) -> Play:
    recording = Recording.create(None, loaded.game, seats, language="fi", files={}, setup={"seed": "1"})
    for line in lines:
        match line:
            case Act(action):
                assert recording.do(action) is None
            case Undo():
                recording.undo()
            case Redo():
                recording.redo()
            case Return(to):
                recording.return_to(to)
    return Play(recording, loaded.texts, 90)


# What stays hidden


def test_what_is_secret_is_told_when_it_has_been_opened() -> None:
    play = at("ideas")
    write(play, "zzensimmäinen", "zztoinen")
    do(play, Amend(len(play.state.records) - 1, "text", "zzmuutettu"))
    assert not any("zz" in line for line in said(play))
    assert said(play)[-1] == "Something that is hidden was changed"
    assert "wrote a note. It is hidden." in said(play)[-2]
    assert "zz" not in undo_words(play)
    do(play, Reveal())
    assert any("zzensimmäinen" in line for line in said(play))
    assert any("zzmuutettu" in line for line in said(play))


def test_what_was_taken_back_before_it_was_opened_is_never_told() -> None:
    play = at("ideas")
    write(play, "zzkaduttaa")
    play.undo()
    write(play, "zzjää")
    assert not any("zz" in line for line in said(play))
    do(play, Reveal())
    assert not any("zzkaduttaa" in line for line in said(play))
    assert any("zzjää" in line for line in said(play))
    play.undo()
    assert not any("zz" in line for line in said(play)), "hidden once more"


def test_what_has_no_name_never_gets_one() -> None:
    play = at("ideas")
    made = write(play, "yksi", "kaksi")
    do(play, Reveal(), GoTo("sort"), *(Gather((number,), f"Ryhmä {number}") for number in made), GoTo("choose"))
    things = [item.ref for item in about(play.game, play.state, play.game.step["choose"])]
    values = play.game.step["choose"].scale
    for number, seat in enumerate(play.seats):
        do(play, Judge(seat.number, things[0], values[number % len(values)], "zzsyy"), Done(seat.number))
    labels = {play.say(play.texts.answers[value].label) for value in values}
    names = {play.seat_name(seat.number) for seat in play.seats}
    for opened in (False, True):
        if opened:
            do(play, Reveal())
        answers = [line for line in told(play) if isinstance(play.session.lines[line.number - 1], Act)
                   and isinstance(play.session.lines[line.number - 1].action, Judge)]  # fmt: skip
        assert answers
        for line in answers:
            assert line.seat == 0
            assert line.words == "An answer was given, without a name"
            assert not any(name in line.words for name in names | labels | {"zzsyy"})


# What became of each line


class Walk:
    """Random walks over a session of the small game."""

    def __init__(self) -> None:
        from game.engine.state import Seat

        self.session = Session(GAME, [Seat(1), Seat(2)])

    def take(self, kind: int, number: int) -> None:
        session = self.session
        line: Line = Act(Park(1 + number % 2, f"n{number}"))
        if kind == 1:
            line = Undo()
        elif kind == 2:
            line = Redo()
        elif kind == 3:
            line = Return(number % (len(session.lines) + 1))
        if session.check(line) is None:
            session.take(line)


@settings(max_examples=200)
@given(st.lists(st.tuples(st.sampled_from([0, 0, 0, 1, 1, 2, 3]), st.integers(0, 60)), max_size=60))
def test_what_stands_leads_to_where_the_session_is(steps: list[tuple[int, int]]) -> None:
    walk = Walk()
    for kind, number in steps:
        walk.take(kind, number)
    session = walk.session
    fate = fates(session.lines)
    standing = [line for number, line in enumerate(session.lines, 1) if number in fate.standing]
    assert all(isinstance(line, Act) for line in standing)
    assert Session(GAME, session.seats, standing).state == session.state
    assert fate.now == max(fate.standing, default=0)
    for number, about_line in fate.about.items():
        assert about_line < number


def test_undone_lines_are_marked() -> None:
    play = at("now")
    do(play, Park(1, "a"))
    do(play, Park(1, "b"))
    play.undo()
    lines = told(play)
    assert [line.stands for line in lines[-3:]] == [True, False, False]
    assert lines[-1].words == "Undone: Aino put aside for later: b"
    play.redo()
    assert told(play)[-1].words == "Done again: Aino put aside for later: b"
    assert told(play)[-3].stands


# Earlier moments on the screen


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Callable[..., Driver]]:
    apps: list[App] = []

    def show(play: Play, size: tuple[int, int] = (1280, 720), lang: str = "en", theme: str = "light",
             factor: float = 1.0) -> Driver:  # fmt: skip
        clock = Clock()
        scene = Table(play, Settings(tmp_path), reads_script=False)
        app = App(scene, size=size, lang=lang, theme=theme, text_factor=factor, motion=False, clock=clock)
        apps.append(app)
        driver = Driver(app, clock)
        driver.wait(1)
        return driver

    yield show
    for app in apps:
        app.window.destroy()


def open_history(driver: Driver) -> None:
    driver.key("f10")
    driver.press("menu-history")
    assert isinstance(driver.app.scene, History)


def entries(driver: Driver) -> list[Told]:
    return [part.told for part in driver.app.screen.parts if isinstance(part, Entry)]


def test_the_history_is_told_step_by_step(shown: Callable[..., Driver]) -> None:
    play = at("people")
    driver = shown(play)
    open_history(driver)
    assert [line.step for line in entries(driver)] == ["people"]
    driver.press("step-welcome")
    assert {line.step for line in entries(driver)} == {"welcome"}
    assert driver.sees("A card was dealt")
    driver.key("ctrl+z")
    assert play.state.at == "now"
    assert any(line.words.startswith("Undone:") for line in told(play))
    driver.key("escape", "escape")
    assert isinstance(driver.app.scene, Table)


def test_an_earlier_moment_is_looked_at_and_nothing_is_changed(shown: Callable[..., Driver]) -> None:
    play = at("now")
    turn = play.run.turn
    do(play, Place(turn, "works", play.game.token_spaces[0], "hyvä"), Done(turn))
    before = len(play.session.lines)
    driver = shown(play)
    open_history(driver)
    driver.press(f"line-{before - 1}")
    assert isinstance(driver.app.scene, Past)
    assert driver.sees("The past, at")
    for key in ("1", "2", "f8", "f7", "ctrl+z", "left", "left", "right", "enter"):
        driver.key(key)
        if not isinstance(driver.app.scene, Past):
            break
    assert len(play.session.lines) == before
    assert isinstance(driver.app.scene, History), "Enter on the focused button goes back to the present"


def test_one_goes_through_the_moments_to_the_beginning_and_back(shown: Callable[..., Driver]) -> None:
    play = at("gains")
    driver = shown(play)
    open_history(driver)
    last = len(play.session.lines)
    driver.press(f"line-{last}")
    scene = driver.app.scene
    assert isinstance(scene, Past)
    assert driver.find("later").refusal
    for _ in range(last + 2):
        driver.key("left")
    assert scene.line == 0
    assert driver.sees("The beginning of the game")
    driver.key("right")
    assert scene.line == 1
    driver.key("escape")
    assert isinstance(driver.app.scene, History)


def test_going_on_from_an_earlier_moment_loses_nothing(shown: Callable[..., Driver]) -> None:
    play = at("now")
    turn = play.run.turn
    do(play, Place(turn, "works", play.game.token_spaces[0], "hyvä"))
    now, line = play.state, len(play.session.lines) - 1
    then = play.session.after(line)
    driver = shown(play)
    open_history(driver)
    driver.press(f"line-{line}")
    driver.press("Go on from here")
    assert isinstance(driver.app.scene, Table)
    assert play.session.lines[-1] == Return(line)
    assert play.state == then
    assert driver.sees("You go on from an earlier moment.")
    driver.press("notice.undo")
    assert play.state == now
    assert told(play)[line].stands


def test_the_past_is_as_it_was() -> None:
    play = at("people")
    for line in range(len(play.session.lines) + 1):
        then = play_at(play, line)
        assert then.state == play.session.after(line)
        assert then.recording.path is None
        assert then.timing.spent(then.state.at) >= 0


def test_what_was_hidden_then_is_covered(shown: Callable[..., Driver]) -> None:
    play = at("ideas")
    made = write(play, "zzsalaisuus")
    line = len(play.session.lines)
    do(play, Reveal())
    assert hidden(play.game, play_at(play, line).state) == set(made)
    driver = shown(play)
    open_history(driver)
    driver.press(f"line-{line}")
    assert driver.find("covered")
    driver.key("right")
    assert driver.app.screen.part("covered") is None


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("size", "theme", "factor"),
    [((1280, 720), "light", 1.0), ((1024, 768), "dark", 1.3), ((3840, 2160), "contrast", 1.0)],
)
def test_nothing_is_cut(
    shown: Callable[..., Driver], size: tuple[int, int], theme: str, factor: float, lang: str
) -> None:
    play = at("now")
    do(play, Park(1, "y" * 100 + " " + "pitkä teksti " * 12))
    play.undo()
    for scene in (History(play, Settings(Path("/nowhere"))), Past(play, told(play), 3, Settings(Path("/nowhere")))):
        app = App(scene, size=size, lang=lang, theme=theme, text_factor=factor, motion=False, clock=Clock())
        driver = Driver(app)
        assert driver.app.look.overflows == []
        app.window.destroy()


def test_a_judgement_is_found_by_its_seat() -> None:
    """A reason that is changed is told as one, whoever gave it."""
    play = at("now")
    turn = play.run.turn
    do(play, Place(turn, "works", play.game.token_spaces[0], "hyvä"))
    record = len(play.state.records) - 1
    assert isinstance(play.state.records[record], Judgement)
    do(play, Amend(record, "reason", "parempi"))
    assert said(play)[-1] == "A reason was changed: parempi"
    assert in_short(play, 0) == "the beginning"
