"""How the game is played: tips for a first time, words explained, what becomes of what is written."""

from game.content.texts import GameTexts
from game.ui.look import Look
from game.ui.pages import Column, Page
from game.words import _


class HowTo(Page):
    """What a facilitator reads before the first game, from the game's own texts."""

    def __init__(self, texts: GameTexts) -> None:
        self.texts = texts

    def title(self) -> str:
        return _("How to play")

    def fill(self, look: Look, column: Column) -> None:
        lang, texts = look.lang, self.texts
        column.words(texts.summary.in_(lang))
        if texts.tips:
            column.heading(texts.tips_title.in_(lang))
            for tip in texts.tips:
                column.words("•  " + tip.in_(lang), gap=8)
        column.heading(_("The steps"))
        for number, step in enumerate(texts.steps.values(), 1):
            column.words(f"{number}  {step.title.in_(lang)}", column.look.style("body").weighing(600), gap=2)
            column.words(step.prompt.in_(lang), gap=12)
        for heading, text in (
            (_("What becomes of what you write"), texts.privacy),
            (_("What the plan is good for"), texts.use),
            (_("About this game"), texts.about),
        ):
            if text:
                column.heading(heading)
                column.words(text.in_(lang))
        if texts.glossary:
            column.heading(_("Words"))
            for term, meaning in texts.glossary.values():
                column.words(term.in_(lang), column.look.style("body").weighing(600), gap=2)
                column.words(meaning.in_(lang), gap=12)
