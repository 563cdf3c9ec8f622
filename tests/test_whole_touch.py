"""A whole evening with one finger: taps, swipes, long presses; and letters from the keyboard on the screen."""

from pathlib import Path

from game.engine.definition import END
from game.ui.opening import resume
from tests.evening import Evening, begin
from tests.player import Finger
from tests.written import of_docx, of_records


def test_a_whole_evening_by_finger_leaves_everything_that_was_typed(tmp_path: Path) -> None:
    hand = begin(Finger, "fi", tmp_path)
    evening = Evening(hand, "fi")
    evening.play()
    hand.app.window.destroy()

    (path,) = tmp_path.glob("*.osp")
    play = resume(path)
    play.recording.close()
    assert play.state.at == END
    (docx,) = (tmp_path / path.stem).glob("*.docx")
    for words in (of_records(play.state), of_docx(docx)):
        assert [text for text in evening.said if text not in words] == []
