"""The plan on screen, its gaps, its files; and the end of the game, from which it is reached."""

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pygame
import pytest

from game import words
from game.engine.actions import Amend, GoTo
from game.engine.definition import END, PLAN
from game.engine.results import sheet
from game.plan.document import Document, Heading, Paragraph, Text, plain
from game.plan.export import FORMATS
from game.ui.app import App
from game.ui.end import End
from game.ui.exporting import format_name
from game.ui.look import Look
from game.ui.pagedraw import page_picture
from game.ui.pageset import HEIGHT, WIDTH, Book, book
from game.ui.part import Part
from game.ui.play import Play
from game.ui.review import Review
from game.ui.scene import Next, Push, Scene
from game.ui.settings import Settings
from game.ui.table import Table
from tests.at_step import LOOKS, begun, do, walk_to
from tests.at_step import plain as plain_game
from tests.closing import closing, ended, folder_of, measures
from tests.driver import Clock, Driver
from tests.plan_documents import HOSTILE, filled_with

Opened = Callable[..., Driver]


class Under(Scene):
    """What lies under the scene that is tested, and what that one left."""

    def __init__(self, scene: Scene) -> None:
        self.scene: Scene | None = scene
        self.left: object = "nothing"

    def parts(self, look: Look) -> Sequence[Part]:
        return []

    def tick(self, now: float) -> Next | None:
        scene, self.scene = self.scene, None
        return Push(scene, self.take) if scene is not None else None

    def take(self, value: object) -> Next | None:
        self.left = value
        return None


@pytest.fixture
def opened() -> Iterator[Opened]:
    """Shows a scene over one that keeps what it leaves (`driver.app.scene` after it has gone)."""
    apps: list[App] = []

    def show(
        scene: Scene, size: tuple[int, int] = (1920, 1080), lang: str = "en", theme: str = "light", factor: float = 1.0
    ) -> Driver:
        clock = Clock()
        under = Under(scene)
        app = App(under, size=size, lang=lang, theme=theme, text_factor=factor, motion=False, clock=clock)
        apps.append(app)
        driver = Driver(app, clock)
        driver.wait(0.2, 2)
        return driver

    yield show
    for app in apps:
        app.window.destroy()
    words.use("fi")


def left(driver: Driver) -> object:
    """What the scene has left."""
    assert isinstance(driver.app.scene, Under)
    return driver.app.scene.left


def in_file(play: Play, path: Path) -> Play:
    """The session goes on in a file."""
    play.recording.save_elsewhere(path)
    return play


def gaps_on(driver: Driver) -> dict[str, str]:
    """The gaps that the plan shows: their rows' names and words."""
    return {part.name: part.label for part in driver.app.screen.parts if part.name.startswith("review.gap")}


# Pages


def look_of(size: tuple[int, int] = (1280, 720), factor: float = 1.0) -> Look:
    pygame.font.init()
    return Look(size, "light", "fi", factor)


def texts_of(made: Book) -> str:
    """All words on all pages, without spaces and hyphens, which lines may take or add."""
    runs = [run.text for page in made.pages for _x, _y, line in page.written for run in line.runs]
    return "".join(runs).replace(" ", "").replace("-", "").replace("\u00a0", "")


@pytest.mark.parametrize("factor", [1.0, 1.3])
def test_every_word_of_a_plan_is_on_a_page_and_inside_it(factor: float) -> None:
    look = look_of(factor=factor)
    word = "Kaupunginosavaltuustonpuheenjohtaja ja kolme muuta asukasta, jotka kutsuvat kaikki mukaan iltaan"
    made = book(look, filled_with(word))
    assert texts_of(made).count(word.replace(" ", "")) >= 40
    for page in made.pages:
        for x, y, line in page.written:
            assert 0 < x <= x + line.width <= WIDTH
            assert 0 < y < HEIGHT - 40
        for shape in page.shapes:
            assert shape.x + shape.w <= WIDTH
            assert shape.y + shape.h <= HEIGHT


def test_pages_are_the_same_whatever_size_of_text_the_screen_has() -> None:
    document = filled_with("Käymme läpi luonnoksen jokaisessa korttelissa")
    small, large = (book(look_of(factor=factor), document) for factor in (1.0, 1.3))
    assert len(small.pages) == len(large.pages)


@pytest.mark.parametrize("text", [text[:2000] for text in HOSTILE])
def test_no_text_breaks_a_page(text: str) -> None:
    look = look_of()
    made = book(look, filled_with(text))
    for number, page in enumerate(made.pages[:3], 1):
        page_picture(look, page, number, len(made.pages), 400)


def test_headings_are_found_and_never_stand_alone() -> None:
    blocks: list[Heading | Paragraph] = []
    for number in range(60):
        blocks += [Heading(2, (Text(f"Luku {number}"),), f"a{number}"), Paragraph((Text("Yksi lause. " * 9),))]
    document = filled_with("x")
    made = book(look_of(), Document(document.title, document.kind, document.about, "fi", document.day, tuple(blocks)))
    assert len(made.anchors) == 60
    for page in made.pages:
        last = max(page.written, key=lambda one: one.y)
        assert not plain((Text(last.line.runs[0].text),)).startswith("Luku")


# On the screen


def test_pages_are_turned_enlarged_and_found(opened: Opened) -> None:
    driver = opened(Review(ended()))
    driver.press("later")
    assert driver.find("page-3")
    driver.key("left")
    assert driver.find("page-1")
    driver.press("page-2")
    driver.wait(0.1, 2)
    driver.key("right", "down", "escape")
    assert driver.find("page-3")
    driver.press("contents")
    driver.type("8")
    driver.key("enter")
    assert driver.app.screen.part("page-1") is None


def test_a_gap_is_filled_where_it_is_seen(opened: Opened) -> None:
    play = ended()
    driver = opened(Review(play))
    start = len(play.session.lines)
    first = measures(play)[0]
    gap = next(name for name, label in gaps_on(driver).items() if "needed" in label)
    count = len(gaps_on(driver))
    driver.press(gap)
    driver.type("Kahvia")
    driver.press("gap.close")
    line = play.session.lines[start]
    assert getattr(line, "action", None) == Amend(first.id, "needs", "Kahvia")
    assert len(gaps_on(driver)) < count


def test_a_field_of_the_plan_is_typed_in(opened: Opened) -> None:
    play = ended()
    driver = opened(Review(play))
    driver.press(next(name for name, label in gaps_on(driver).items() if "Accessib" in label))
    driver.type("Tulkki joka iltaan")
    driver.key("escape")
    own = sheet(play.state, PLAN)
    assert own is not None
    assert own.fields == {"f-accessibility": "Tulkki joka iltaan"}
    assert driver.find("review.title")


def test_from_a_gap_to_its_step(opened: Opened) -> None:
    play = ended()
    driver = opened(Review(play))
    driver.press("review.gap-0")
    driver.press("gap.go")
    driver.wait(0.1, 2)
    assert play.state.at != END
    assert left(driver) == "went"


def test_everything_is_exported_beside_the_session(opened: Opened, tmp_path: Path) -> None:
    play = in_file(ended(), tmp_path / "Ilta.osp")
    driver = opened(Review(play))
    driver.press("files.all")
    assert driver.sees(f"Making: {format_name(next(iter(FORMATS)))}")
    driver.wait(0.5, len(FORMATS) + 3)
    assert driver.find("files.where").label == str(tmp_path / "Ilta")
    assert {Path(name).suffix for name in folder_of(tmp_path / "Ilta")} >= {".docx", ".md"}
    assert driver.find("files.open")
    play.recording.close()


def test_one_format_by_keys_alone(opened: Opened, tmp_path: Path) -> None:
    play = in_file(ended(), tmp_path / "Ilta.osp")
    driver = opened(Review(play))
    driver.tab_to("files.other")
    driver.key("enter")
    driver.type("mark")
    driver.key("enter")
    driver.wait(0.5, 4)
    assert [Path(name).suffix for name in folder_of(tmp_path / "Ilta")] == [".md"]
    play.recording.close()


def test_a_folder_that_cannot_be_written_is_said_and_another_one_asked_for(opened: Opened, tmp_path: Path) -> None:
    play = in_file(ended(), tmp_path / "Ilta.osp")
    (tmp_path / "Ilta").write_text("in the way")
    driver = opened(Review(play))
    driver.press("files.docx")
    driver.wait(0.5, 4)
    assert driver.sees("could not be written")
    driver.press("files.elsewhere")
    driver.write("folder", "nowhere/at/all")
    driver.press("save")
    assert driver.sees("Write the whole way")
    driver.write("folder", str(tmp_path / "a" / "b"))
    driver.key("enter")
    assert driver.sees("There is no such folder")
    driver.write("folder", str(tmp_path / "plans"))
    driver.key("enter")
    driver.wait(0.5, len(FORMATS) + 3)
    assert folder_of(tmp_path / "plans")
    play.recording.close()


def test_a_session_without_a_file_asks_where(opened: Opened, tmp_path: Path) -> None:
    driver = opened(Review(ended()))
    driver.press("files.docx")
    driver.write("folder", str(tmp_path))
    driver.key("enter")
    driver.wait(0.5, 4)
    assert len(folder_of(tmp_path)) == 1


def test_a_folder_that_cannot_be_opened_is_told(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    play = in_file(ended(), tmp_path / "Ilta.osp")
    driver = opened(Review(play))
    driver.press("files.docx")
    driver.wait(0.5, 4)
    driver.press("files.open")
    assert driver.sees("could not be opened from here")
    play.recording.close()


@pytest.mark.parametrize(("size", "lang", "theme"), LOOKS)
def test_nothing_of_the_plan_is_cut(opened: Opened, size: tuple[int, int], lang: str, theme: str) -> None:
    driver = opened(Review(ended(8)), size, lang, theme)
    assert driver.app.look.overflows == []
    driver.press("review.gap-0")
    assert driver.app.look.overflows == []


def test_the_plan_of_a_game_that_has_just_begun_or_has_no_plan(opened: Opened) -> None:
    assert opened(Review(begun(2))).app.look.overflows == []
    game, texts = plain_game()
    assert opened(Review(begun(2, game, texts))).app.look.overflows == []


# The end


def test_the_end_shows_the_journey_and_leads_back(opened: Opened, tmp_path: Path) -> None:
    play = ended()
    driver = opened(End(play, Settings(tmp_path)))
    for item in measures(play):
        assert driver.find(f"end.ticket-{item.id}")
    assert driver.sees("24 May 2027")
    driver.press("end.step-ideas")
    driver.key("escape")
    driver.press("dock.plan")
    assert isinstance(driver.app.scene, Review)
    driver.key("escape")
    driver.press("dock.back")
    driver.wait(0.1, 2)
    assert play.state.at == "close"
    assert isinstance(driver.app.scene, Table)


def test_the_table_leads_to_the_end_and_closing_leads_out(opened: Opened, tmp_path: Path) -> None:
    play = closing()
    driver = opened(Table(play, Settings(tmp_path)))
    do(play, GoTo(END))
    driver.wait(0.1, 2)
    assert isinstance(driver.app.scene, End)
    driver.press("end.leave")
    assert left(driver) is None


def test_the_end_as_a_picture(opened: Opened, tmp_path: Path) -> None:
    play = in_file(ended(), tmp_path / "Ilta.osp")
    driver = opened(End(play, Settings(tmp_path)))
    driver.press("end.picture")
    names = folder_of(tmp_path / "Ilta")
    assert len(names) == 1
    assert pygame.image.load(tmp_path / "Ilta" / names[0]).get_size() == (1920, 1080)
    assert driver.sees("The picture is in")
    play.recording.close()


@pytest.mark.parametrize(("size", "lang", "theme"), LOOKS)
def test_nothing_at_the_end_is_cut(
    opened: Opened, tmp_path: Path, size: tuple[int, int], lang: str, theme: str
) -> None:
    driver = opened(End(ended(8), Settings(tmp_path)), size, lang, theme)
    assert driver.app.look.overflows == []


def test_the_end_of_a_game_that_was_broken_off_and_of_one_without_a_board(opened: Opened, tmp_path: Path) -> None:
    play = begun(2)
    do(play, GoTo(END))
    assert opened(End(play, Settings(tmp_path))).app.look.overflows == []
    game, texts = plain_game()
    play = begun(2, game, texts)
    walk_to(play, game.steps[-1].id)
    do(play, GoTo(END))
    assert opened(End(play, Settings(tmp_path))).app.look.overflows == []
