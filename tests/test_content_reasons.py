"""Every refusal has words in three languages, with names in place of ids."""

from typing import get_args

import pytest

from game import words
from game.content.loading import load
from game.content.reasons import in_words
from game.engine.reasons import Code, Reason, because

TEXTS = load("osallisuuspeli").texts
DETAILS: dict[str, str | int] = {
    "seat": 3, "card": "g-young", "space": "plan.consult", "deck": "groups", "step": "ideas", "value": "works",
    "most": 2, "least": 2, "cards": 5, "cost": 4, "left": 1, "record": 7, "thing": "item:7", "field": "when",
    "kind": "risk", "tag": "quiet",
}  # fmt: skip


@pytest.fixture(params=words.LANGUAGES)
def lang(request: pytest.FixtureRequest) -> object:
    before = words.used()
    words.use(request.param)
    yield request.param
    words.use(before)


@pytest.mark.parametrize("code", get_args(Code))
def test_every_reason_has_words(code: Code, lang: str) -> None:
    said = in_words(because(code, **DETAILS), TEXTS)
    assert len(said) > 8
    assert said[0] == said[0].upper() or said[0] in "”“"
    assert said.endswith(".")
    assert not any(part in said for part in ("{", "g-young", "plan.consult", "item:"))
    if lang != "en":
        words.use("en")
        assert said != in_words(because(code, **DETAILS), TEXTS)


@pytest.mark.parametrize("code", get_args(Code))
def test_a_reason_without_details_has_words_too(code: Code) -> None:
    assert in_words(Reason(code), TEXTS)


def test_seats_can_have_names() -> None:
    before = words.used()
    words.use("fi")
    assert in_words(because("not-your-turn", seat=3), TEXTS) == "Vuoro on toisella: Paikka 3."
    assert in_words(because("not-your-turn", seat=3), TEXTS, {3: "Leena"}) == "Vuoro on toisella: Leena."
    assert in_words(because("space-full", space="plan.consult", most=1), TEXTS).endswith("Suunnittelu, Kuulemme.")
    words.use(before)
