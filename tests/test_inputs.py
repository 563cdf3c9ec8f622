"""pygame's events become few inputs: one touch one press, chords by name, no letter taken for a command."""

import sys

import pygame
import pytest

from game.ui.inputs import (
    LONG_PRESS,
    Cancel,
    DropFile,
    Input,
    Key,
    LongPress,
    Move,
    PreEdit,
    Press,
    Quit,
    Reader,
    Release,
    Resize,
    Text,
    Tick,
    Wheel,
)


@pytest.fixture
def reader() -> Reader:
    """A reader of a window of 1280 x 720 points and device px, where a logical px is two thirds of one."""
    made = Reader()
    made.fit((1280, 720), (1280, 720), 2 / 3)
    return made


def read(reader: Reader, *events: pygame.Event, now: float = 0.0) -> list[Input]:
    return [given for event in events for given in reader.read(event, now)]


def mouse(kind: int, x: int, y: int, touch: bool = False, **more: object) -> pygame.Event:
    return pygame.Event(kind, {"pos": (x, y), "touch": touch, **more})


def finger(kind: int, x: float, y: float, which: int = 1) -> pygame.Event:
    return pygame.Event(kind, touch_id=9, finger_id=which, x=x, y=y)


def key(code: int, mod: int = 0, scancode: int = 0) -> pygame.Event:
    return pygame.Event(pygame.KEYDOWN, key=code, mod=mod, scancode=scancode)


def test_the_mouse_is_read_in_logical_pixels(reader: Reader) -> None:
    down, up = mouse(pygame.MOUSEBUTTONDOWN, 640, 360, button=1), mouse(pygame.MOUSEBUTTONUP, 640, 360, button=1)
    moved = mouse(pygame.MOUSEMOTION, 100, 50, buttons=(0, 0, 0))
    assert read(reader, moved, down, up) == [Move(150, 75), Press(960, 540), Release(960, 540)]


def test_a_denser_screen_counts_the_mouse_in_points_and_shows_more_pixels() -> None:
    reader = Reader()
    reader.fit((960, 540), (1920, 1080), 1.0)
    assert read(reader, mouse(pygame.MOUSEBUTTONDOWN, 480, 270, button=1)) == [Press(960, 540)]


def test_one_touch_is_one_press(reader: Reader) -> None:
    given = read(
        reader,
        finger(pygame.FINGERDOWN, 0.5, 0.5),
        mouse(pygame.MOUSEBUTTONDOWN, 640, 360, touch=True, button=1),
        mouse(pygame.MOUSEMOTION, 640, 360, touch=True, buttons=(1, 0, 0)),
        finger(pygame.FINGERUP, 0.5, 0.5),
        mouse(pygame.MOUSEBUTTONUP, 640, 360, touch=True, button=1),
    )
    assert given == [Press(960, 540, touch=True), Release(960, 540, touch=True)]


def test_a_second_finger_does_not_disturb_the_first(reader: Reader) -> None:
    given = read(
        reader,
        finger(pygame.FINGERDOWN, 0.5, 0.5, which=1),
        finger(pygame.FINGERDOWN, 0.1, 0.1, which=2),
        finger(pygame.FINGERMOTION, 0.2, 0.2, which=2),
        finger(pygame.FINGERUP, 0.2, 0.2, which=2),
        finger(pygame.FINGERUP, 0.5, 0.5, which=1),
    )
    assert given == [Press(960, 540, touch=True), Release(960, 540, touch=True)]


def test_only_the_first_button_presses(reader: Reader) -> None:
    down = mouse(pygame.MOUSEBUTTONDOWN, 10, 10, button=3)
    assert read(reader, down, mouse(pygame.MOUSEBUTTONUP, 10, 10, button=3)) == []


def test_quick_presses_on_one_spot_are_counted(reader: Reader) -> None:
    def clicks(x: int, now: float) -> int:
        pressed = read(reader, mouse(pygame.MOUSEBUTTONDOWN, x, 10, button=1), now=now)[0]
        assert isinstance(pressed, Press)
        return pressed.clicks

    assert [clicks(10, 0.0), clicks(11, 0.2), clicks(10, 0.5), clicks(10, 1.5), clicks(90, 1.6)] == [1, 2, 3, 1, 1]


def test_a_resting_press_becomes_long_once(reader: Reader) -> None:
    read(reader, finger(pygame.FINGERDOWN, 0.5, 0.5), now=10.0)
    assert list(reader.tick(10.0 + LONG_PRESS / 2)) == [Tick(10.0 + LONG_PRESS / 2)]
    assert list(reader.tick(10.0 + LONG_PRESS)) == [LongPress(960, 540, True), Tick(10.0 + LONG_PRESS)]
    assert list(reader.tick(11.0)) == [Tick(11.0)]


def test_a_press_that_moves_does_not_become_long(reader: Reader) -> None:
    read(reader, finger(pygame.FINGERDOWN, 0.5, 0.5), finger(pygame.FINGERMOTION, 0.6, 0.5), now=10.0)
    assert list(reader.tick(12.0)) == [Tick(12.0)]


def test_a_press_ends_when_the_window_loses_it(reader: Reader) -> None:
    read(reader, mouse(pygame.MOUSEBUTTONDOWN, 10, 10, button=1))
    assert read(reader, pygame.Event(pygame.WINDOWFOCUSLOST)) == [Cancel()]
    assert read(reader, mouse(pygame.MOUSEBUTTONUP, 10, 10, button=1)) == []
    read(reader, finger(pygame.FINGERDOWN, 0.5, 0.5), pygame.Event(pygame.WINDOWFOCUSLOST))
    assert read(reader, finger(pygame.FINGERDOWN, 0.1, 0.1, which=7)) == [Press(192, 108, touch=True)]


def test_shift_is_known_when_the_mouse_presses(reader: Reader) -> None:
    held = pygame.Event(pygame.KEYDOWN, key=pygame.K_LSHIFT, mod=pygame.KMOD_LSHIFT, scancode=0)
    released = pygame.Event(pygame.KEYUP, key=pygame.K_LSHIFT, mod=0, scancode=0)
    down = mouse(pygame.MOUSEBUTTONDOWN, 0, 0, button=1)
    assert read(reader, held, down, now=1.0) == [Press(0, 0, shift=True)]
    assert read(reader, released, down, now=5.0) == [Press(0, 0)]


def test_the_wheel_turns_where_the_pointer_is(reader: Reader) -> None:
    read(reader, mouse(pygame.MOUSEMOTION, 100, 50, buttons=(0, 0, 0)))
    turn = pygame.Event(pygame.MOUSEWHEEL, x=0, y=-1, precise_y=-0.5, flipped=False)
    assert read(reader, turn) == [Wheel(150, 75, 1.5)]


@pytest.mark.parametrize(
    ("code", "mod", "chord"),
    [
        (pygame.K_z, pygame.KMOD_LCTRL, "ctrl+z"),
        (pygame.K_z, pygame.KMOD_RCTRL | pygame.KMOD_LSHIFT, "ctrl+shift+z"),
        (pygame.K_RETURN, 0, "enter"),
        (pygame.K_KP_ENTER, 0, "enter"),
        (pygame.K_TAB, pygame.KMOD_RSHIFT, "shift+tab"),
        (pygame.K_KP7, pygame.KMOD_NUM, "7"),
        (pygame.K_KP7, 0, "home"),
        (pygame.K_7, pygame.KMOD_CAPS, "7"),
        (pygame.K_F11, 0, "f11"),
        (ord("ä"), pygame.KMOD_LCTRL, "ctrl+ä"),
        (pygame.K_LEFT, pygame.KMOD_LALT, "alt+left"),
    ],
)
@pytest.mark.skipif(sys.platform == "darwin", reason="Command stands for Ctrl there")
def test_keys_have_names(reader: Reader, code: int, mod: int, chord: str) -> None:
    (given,) = read(reader, key(code, mod))
    assert isinstance(given, Key)
    assert given.chord == chord


@pytest.mark.skipif(sys.platform == "darwin", reason="AltGr is Option there")
def test_altgr_makes_letters_and_no_commands(reader: Reader) -> None:
    windows = pygame.KMOD_RALT | pygame.KMOD_LCTRL
    assert read(reader, key(pygame.K_2, windows)) == [Key("2")]
    assert read(reader, key(pygame.K_2, pygame.KMOD_MODE)) == [Key("2")]


@pytest.mark.skipif(sys.platform == "darwin", reason="Command stands for Ctrl there")
def test_commands_work_on_a_layout_without_latin_letters(reader: Reader) -> None:
    cyrillic_ya = 0x44F
    assert read(reader, key(cyrillic_ya, pygame.KMOD_LCTRL, pygame.KSCAN_Z)) == [Key("z", ctrl=True)]


def test_modifiers_alone_and_unknown_keys_are_nothing(reader: Reader) -> None:
    codes = (pygame.K_LSHIFT, pygame.K_RCTRL, pygame.K_CAPSLOCK, 0, -1, 0x40000200)
    assert read(reader, *(key(code) for code in codes)) == []


def test_text_comes_whole(reader: Reader) -> None:
    editing = pygame.Event(pygame.TEXTEDITING, text="ni", start=2, length=0)
    assert read(reader, editing) == [PreEdit("ni", 2)]
    assert read(reader, pygame.Event(pygame.TEXTINPUT, text="å日👩‍👩‍👧")) == [Text("å日👩‍👩‍👧")]
    assert read(reader, pygame.Event(pygame.TEXTINPUT, text="")) == []


def test_the_window_speaks(reader: Reader) -> None:
    sized = pygame.Event(pygame.WINDOWSIZECHANGED, x=800, y=600)
    dropped = pygame.Event(pygame.DROPFILE, file="/tmp/puisto.osp")
    assert read(reader, sized, pygame.Event(pygame.QUIT), dropped) == [Resize(), Quit(), DropFile("/tmp/puisto.osp")]


def test_inputs_are_values() -> None:
    assert len({Key("a"), Key("a"), Key("a", ctrl=True)}) == 2
