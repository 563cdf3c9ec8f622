"""Forms: what is written goes into the session when a box is left; what cannot be taken stays, and nothing is lost."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

import pytest

from game import words
from game.engine.actions import Amend
from game.engine.definition import Field
from game.engine.results import sheet
from game.ui.app import App
from game.ui.calendar import Calendar
from game.ui.days import day_words, from_words
from game.ui.fieldtext import read
from game.ui.fieldtext import shown as as_text
from game.ui.look import Look
from game.ui.part import Part
from game.ui.scene import Next, Push, Scene
from game.ui.textbox import TextBox
from tests.at_step import Shown, do, done, shown
from tests.closing import chosen, closing, measures
from tests.driver import Clock, Driver

__all__ = ["shown"]


def box(driver: Driver, name: str) -> TextBox:
    part = driver.find(name)
    assert isinstance(part, TextBox)
    return part


def test_leaving_a_box_writes_it_into_the_session(shown: Shown) -> None:
    play = chosen()
    item = measures(play)[0]
    driver = shown(play)
    before = len(play.session.lines)
    driver.write(f"form.{item.id}.what", "Käymme kolmessa kerhossa.")
    assert done(play, before) == []
    driver.press(f"form.{item.id}.needs")
    driver.wait(0.1)
    assert done(play, before) == [Amend(item.id, "what", "Käymme kolmessa kerhossa.")]
    driver.type("Kahvia")
    driver.key("enter")
    assert done(play, before)[1:] == [Amend(item.id, "needs", "Kahvia")]


def test_a_box_follows_undo(shown: Shown) -> None:
    play = chosen()
    item = measures(play)[0]
    do(play, Amend(item.id, "needs", "Kahvia"), Amend(item.id, "needs", "Teetä"))
    driver = shown(play)
    assert box(driver, f"form.{item.id}.needs").spoken == "Teetä"
    driver.press("undo")
    assert box(driver, f"form.{item.id}.needs").spoken == "Kahvia"


def test_a_day_is_typed_or_chosen_and_what_is_none_is_kept(shown: Shown) -> None:
    play = closing()
    own = sheet(play.state, "close")
    assert own is not None
    driver = shown(play, lang="fi")
    name = f"form.{own.id}.review-date"
    before = len(play.session.lines)
    driver.write(name, "ensi viikolla")
    driver.press(f"form.{own.id}.first-actions")
    driver.wait(0.5, 5)
    assert done(play, before) == []
    assert driver.sees("Tätä ei voi lukea päivänä")
    assert box(driver, name).spoken == "ensi viikolla"
    driver.write(name, "24.5.2027")
    driver.key("enter")
    assert done(play, before) == [Amend(own.id, "review-date", "2027-05-24")]
    assert not driver.sees("Tätä ei voi lukea")
    driver.press(f"{name}.calendar")
    driver.press("later")
    driver.press("day-2027-06-30")
    assert done(play, before)[1:] == [Amend(own.id, "review-date", "2027-06-30")]
    assert box(driver, name).spoken == "30.6.2027"


def test_too_long_a_text_stays_in_its_box_and_comes_back(shown: Shown) -> None:
    play = chosen()
    item = measures(play)[0]
    driver = shown(play)
    before = len(play.session.lines)
    driver.write(f"form.{item.id}.needs", "k" * 150)
    driver.press("dock.next")
    driver.wait(0.2, 2)
    assert done(play, before) == []
    assert play.recording.setting(f"draft.measures.{item.id}.needs") == "k" * 150
    again = shown(play)
    assert box(again, f"form.{item.id}.needs").spoken == "k" * 150
    again.write(f"form.{item.id}.needs", "Kahvia")
    again.key("enter")
    assert done(play, before) == [Amend(item.id, "needs", "Kahvia")]
    assert play.recording.setting(f"draft.measures.{item.id}.needs") == ""


def test_what_was_typed_before_a_crash_is_there_again(shown: Shown) -> None:
    play = chosen()
    item = measures(play)[0]
    driver = shown(play)
    driver.write(f"form.{item.id}.what", "Puoli laus")
    driver.wait(1.5, 2)
    assert measures(play)[0].fields.get("what", "") == ""
    again = shown(play)
    assert box(again, f"form.{item.id}.what").spoken == "Puoli laus"


def test_time_people_and_cards_are_chosen_by_press(shown: Shown) -> None:
    play = chosen()
    item = measures(play)[0]
    driver = shown(play)
    before = len(play.session.lines)
    name = f"form.{item.id}"
    driver.press(f"{name}.when.soon")
    driver.press(f"{name}.when.soon")
    driver.press(f"{name}.who.people")
    driver.press("choice-seat:2")
    driver.press(f"{name}.who")
    driver.write("search", "Kylätoimikunta")
    driver.press("own")
    driver.press(f"{name}.indicator.suggested-0")
    driver.press(f"{name}.indicator.more")
    driver.write("search", "Oma mittari")
    driver.key("enter")
    driver.press(f"{name}.indicator.0")
    first = play.game.decks["indicators"].cards[0].id
    assert done(play, before) == [
        Amend(item.id, "when", "soon"), Amend(item.id, "when", ""), Amend(item.id, "who", "seat:2"),
        Amend(item.id, "who", "Kylätoimikunta"), Amend(item.id, "indicator", (f"card:{first}",)),
        Amend(item.id, "indicator", (f"card:{first}", "Oma mittari")), Amend(item.id, "indicator", ("Oma mittari",)),
    ]  # fmt: skip


def test_what_people_write_is_never_taken_for_a_pointer(shown: Shown) -> None:
    play = chosen()
    item = measures(play)[0]
    do(play, Amend(item.id, "indicator", ("item:999999", "card:nothing", "{0}%s")), Amend(item.id, "needs", "item:0"))
    driver = shown(play)
    assert driver.sees("item:999999")
    assert box(driver, f"form.{item.id}.needs").spoken == "item:0"


NUMBER, YEAR, DATE, LINE = Field("f", "number"), Field("f", "year"), Field("f", "date"), Field("f", "line")


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (NUMBER, "1200", 1200), (NUMBER, "2,5", 2.5), (NUMBER, "1 200", 1200), (NUMBER, "-3", -3),
        (NUMBER, "nan", None), (NUMBER, "1e99", None), (NUMBER, "kolme", None),
        (YEAR, "2027", 2027), (YEAR, "27", None), (YEAR, "0999", None),
        (DATE, "31.3.2027", "2027-03-31"), (DATE, "31.2.2027", None), (LINE, "item:3", "item:3"), (LINE, "", ""),
    ],
)  # fmt: skip
def test_reading_what_was_written(field: Field, text: str, value: object) -> None:
    assert read(field, text) == value


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_days_are_read_as_they_are_shown(lang: str) -> None:
    before = words.used()
    words.use(lang)
    try:
        for day in ("2027-03-31", "2028-02-29", "1999-12-01"):
            assert from_words(day_words(day)) == day
            assert as_text(Field("f", "date"), day) == day_words(day)
    finally:
        words.use(before)


def test_other_ways_to_write_a_day() -> None:
    for text in ("31.3.2027", "31/3/2027", "2027-03-31", "31 march 2027", " 31.03.2027 "):
        assert from_words(text) == "2027-03-31"
    for text in ("", "31.3.", "31.13.2027", "3.2027", "²1.3.2027", "tomorrow", "1.2.3.4", "31 ma 2027"):
        assert from_words(text) is None


class _Under(Scene):
    """A scene that asks for a day as soon as it is shown."""

    def __init__(self, ask: Scene) -> None:
        self.ask: Scene | None = ask
        self.left: object = "nothing"

    def parts(self, look: Look) -> Sequence[Part]:
        return []

    def tick(self, now: float) -> Next | None:
        ask, self.ask = self.ask, None
        return Push(ask, self.take) if ask is not None else None

    def take(self, value: object) -> Next | None:
        self.left = value
        return None


Asked = Callable[..., tuple[Driver, _Under]]


@pytest.fixture
def asked() -> Iterator[Asked]:
    apps: list[App] = []

    def ask(scene: Scene, size: tuple[int, int] = (1280, 720), lang: str = "fi") -> tuple[Driver, _Under]:
        under = _Under(scene)
        clock = Clock()
        apps.append(App(under, size=size, lang=lang, motion=False, clock=clock))
        driver = Driver(apps[-1], clock)
        driver.wait(0.2, 2)
        return driver, under

    yield ask
    for app in apps:
        app.window.destroy()
    words.use("fi")


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 768)])
def test_the_calendar_by_keys(asked: Asked, size: tuple[int, int], lang: str) -> None:
    driver, under = asked(Calendar(date(2027, 1, 15), today=date(2027, 1, 10)), size, lang)
    assert driver.app.look.overflows == []
    driver.key("right", "down", "enter")
    assert under.left == "2027-01-23"


def test_the_calendar_knows_the_usual_spans_and_its_own_end(asked: Asked) -> None:
    driver, under = asked(Calendar(today=date(2027, 8, 31)))
    driver.press("span-6")
    assert under.left == "2028-02-29"
    driver, under = asked(Calendar(date(2998, 12, 1)))
    driver.press("later")
    driver.press("later")
    assert driver.sees("2998")
    driver.key("escape", "escape")
    assert under.left is None
