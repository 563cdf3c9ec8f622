"""A whole evening with the mouse, in each language: from the first screen to the Word file on disk."""

from pathlib import Path

import pytest

from game.engine.actions import Amend, GoTo, Move, Withdraw
from game.engine.definition import END
from game.engine.session import Act, Redo, Undo
from game.engine.state import Item
from game.ui.opening import resume
from tests.evening import Evening, begin
from tests.player import Mouse
from tests.written import of_docx, of_markdown, of_records


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_a_whole_evening_by_mouse_leaves_everything_that_was_typed(lang: str, tmp_path: Path) -> None:
    hand = begin(Mouse, lang, tmp_path)
    evening = Evening(hand, lang)
    evening.play()
    hand.app.window.destroy()

    (path,) = tmp_path.glob("*.osp")
    play = resume(path)
    lines = play.session.lines
    play.recording.close()
    assert play.state.at == END
    done = [line.action for line in lines if isinstance(line, Act)]
    assert {Undo, Redo} <= {type(line) for line in lines}
    assert {Amend, Move, Withdraw} <= {type(action) for action in done}
    steps = [action.step for action in done if isinstance(action, GoTo)]
    assert steps.index("now") < steps.index("sort") < len(steps) - 1 - steps[::-1].index("now"), "gone back to"
    gone = [item.text for item in play.state.records if isinstance(item, Item) and item.gone]
    assert evening.text("idea withdrawn") in gone

    recorded = of_records(play.state)
    assert [text for text in evening.said if text not in recorded] == []
    (docx,) = (tmp_path / path.stem).glob("*.docx")
    (markdown,) = (tmp_path / path.stem).glob("*.md")
    for words in (of_docx(docx), of_markdown(markdown)):
        assert [text for text in evening.said if text not in words] == []
    for changed in ("idea 3", "group 3"):
        assert evening.text(changed) in of_docx(docx), "earlier wordings stand in the plan's appendix"
    written = [action.value for action in done if isinstance(action, Amend)]
    assert {evening.text("works"), evening.text("works better")} <= set(written), "the log keeps what was changed"
