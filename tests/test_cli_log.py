"""The log says what was done, and keeps what is secret: until its reveal, or for good where answers are anonymous."""

import json

import pytest

from game.cli.bots import Bots
from game.cli.log import rows
from game.cli.simulate import begun, play_on
from game.content.loading import Loaded, load
from game.engine.actions import Amend, Done, GoTo, Reveal, Write
from game.engine.dealing import answer
from game.engine.results import hidden
from game.engine.state import Item, Judgement
from game.store.recording import Recording


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load("osallisuuspeli")


def log(recording: Recording) -> str:
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows(recording.content.lines, recording.session))


@pytest.fixture
def whole(loaded: Loaded) -> Recording:
    recording = begun(loaded, None, 5, "en", "log")
    play_on(recording, Bots(loaded.game, loaded.texts, "en", "log"))
    return recording


def test_everything_done_has_its_line(whole: Recording) -> None:
    lines = [json.loads(line) for line in log(whole).split("\n")]
    assert [line["seq"] for line in lines] == list(range(1, len(whole.session.lines) + 1))
    assert all(line["do"] and line["at"] and line["clock"] >= 0 for line in lines)
    for record in whole.session.state.records:
        if isinstance(record, Item) and record.text:
            assert json.dumps(record.text, ensure_ascii=False) in log(whole)


def test_nothing_is_told_before_its_reveal(loaded: Loaded) -> None:
    """At every moment of a session no hidden text, and no hidden answer, can be read from the log."""
    recording = begun(loaded, None, 4, "fi", "moments")
    bots = Bots(loaded.game, loaded.texts, "fi", "moments")
    seen_hidden = 0
    while (line := bots.next(recording.session)) is not None:
        match line:
            case _ if hasattr(line, "action"):
                recording.do(line.action)
            case _:
                recording.undo() if type(line).__name__ == "Undo" else recording.redo()
        state = recording.session.state
        secret = hidden(loaded.game, state)
        if not secret:
            continue
        seen_hidden += 1
        told = [json.loads(row) for row in log(recording).split("\n")]
        for number in secret:
            record = state.records[number]
            if isinstance(record, Item):
                spoken = [row for row in told if row.get("text") == record.text and row.get("seat") == record.seat]
                assert not spoken
            else:
                assert not any("value" in row for row in told if row.get("thing") == record.thing)
    assert seen_hidden > 20


def test_anonymous_answers_never_stand_with_a_seat(whole: Recording, loaded: Loaded) -> None:
    votes = [step.id for step in loaded.game.steps if step.anonymous]
    assert votes
    told = [json.loads(row) for row in log(whole).split("\n")]
    state = whole.session.state
    ballots = [record for record in state.records if isinstance(record, Judgement) and record.step in votes]
    assert ballots
    things = {record.thing for record in ballots}
    assert not [row for row in told if row["do"] == "Judge" and row.get("thing") in things]
    (reveal,) = [row for row in told if row["do"] == "Reveal" and "answers" in row]
    expected = sorted([one.thing, one.value, one.reason] for one in ballots if not one.gone)
    assert reveal["answers"] == expected


def test_notes_taken_back_before_the_reveal_stay_secret(loaded: Loaded) -> None:
    recording = begun(loaded, None, 2, "en", "taken back")
    recording.do(GoTo("ideas"))
    while recording.session.state.run.owed:
        recording.do(answer(loaded.game, recording.session.state, lambda cards: cards))
    assert recording.do(Write(1, "a thought I regret")) is None
    recording.undo()
    assert recording.do(Write(1, "another thought")) is None
    number = len(recording.session.state.records) - 1
    assert recording.do(Amend(number, "text", "a better thought")) is None
    assert "thought" not in log(recording)
    assert recording.do(Done(1)) is None
    assert recording.do(Reveal()) is None
    assert "a thought I regret" not in log(recording)
    assert "another thought" in log(recording)
    assert "a better thought" in log(recording)


def test_an_unplayable_line_tells_no_answers(whole: Recording) -> None:
    """Of lines after the damage in a file nobody can say whether they were secret."""
    session = begun(load("osallisuuspeli"), None, 5, "en", "log").session
    told = [json.loads(json.dumps(row)) for row in rows(whole.content.lines, session)]
    assert not any("value" in row for row in told if row["do"] == "Judge")
    assert any(row.get("text") for row in told)
