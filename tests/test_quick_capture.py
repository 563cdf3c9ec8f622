"""Twenty notes for eight seats: the hand never leaves the keys."""

from pathlib import Path

import pygame

from game.engine.results import items
from game.ui.app import App
from game.ui.settings import Settings
from game.ui.table import Table
from tests.driver import Clock, Driver
from tests.moments import LONG, evening, in_order, play_at

NOTES = [f"Ajatus {number}: penkkejä, valoja ja häämökki" for number in range(1, 21)]


def test_twenty_notes_for_eight_seats_take_twenty_enters_and_no_other_key_but_the_text(tmp_path: Path) -> None:
    session = evening("fi", LONG)
    play = play_at(session, "fi", dict(in_order(session))["ideas-begins"])
    before = len(list(items(play.state, "ideas", "idea")))
    clock = Clock()
    driver = Driver(App(Table(play, Settings(tmp_path)), size=(1280, 720), lang="fi", clock=clock), clock)
    driver.key("1")
    enters = 0
    for note in NOTES:
        driver.post(pygame.Event(pygame.TEXTINPUT, text=note))
        driver.key("enter")
        enters += 1
    assert enters == 20
    made = list(items(play.state, "ideas", "idea"))[before:]
    assert [(item.seat, item.text) for item in made] == [(n % 8 + 1, note) for n, note in enumerate(NOTES)]
    assert {item.id for item in made} <= play.hidden()
    assert not any(driver.sees(note) for note in NOTES)
    driver.app.window.destroy()
