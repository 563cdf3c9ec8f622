"""The words of every finding by its code: how grave it is, what is wrong, how to mend it. All are gettext msgids."""

from collections.abc import Mapping
from typing import Literal, NamedTuple


class Said(NamedTuple):
    """How grave a finding is, what is wrong, and how to mend it. Names in braces are the finding's details."""

    severity: Literal["error", "warning", "advice"]
    message: str
    remedy: str


def _error(message: str, remedy: str) -> Said:
    return Said("error", message, remedy)


def _warning(message: str, remedy: str) -> Said:
    return Said("warning", message, remedy)


NEAR = "Did you mean “{near}”?"
"""The remedy wherever something known comes close."""

_KNOWN = "Known here: {known}."

WORDS: Mapping[str, Said] = {
    # The file as a whole
    "file-missing": _error(
        "The file “{name}” is not there.",
        "Check the name, or add the file to the folder {folder}.",
    ),
    "file-unreadable": _error(
        "The file cannot be read.",
        "Check that you may open it, and that no other program has locked it.",
    ),
    "file-too-large": _error("The file is {size} kB; at most {most} kB is read.", "Split it into several files."),
    "file-empty": _error(
        "The file is empty, or has only comments.",
        "Copy the beginning of a shipped file and write your own texts into it.",
    ),
    "file-name": _error("The file says it is “{said}”, but it is called “{name}”.", "Make the two the same."),
    "file-kind": _error(
        "It cannot be told what this file is: its first line should begin with deck:, game:, board:, plan: or labels:.",
        "Write, for example, “deck: own-cards” on the first line.",
    ),
    "not-utf-8": _error(
        "The file is not saved as UTF-8, so some letters cannot be read.",
        "Save it again and choose the encoding UTF-8.",
    ),
    "control-character": _error(
        "There is an invisible character here ({number}) that no file may hold.", "Delete it and write the place anew."
    ),
    # YAML
    "syntax": _error("This cannot be read as YAML.", "Compare the line, and the one before it, with a shipped file."),
    "tab": _error("There is a tab here.", "Use spaces instead: two for each step inwards."),
    "indentation": _error(
        "This line does not start where it should.",
        "Put it exactly under the lines it belongs with, and check the quotation marks of the line before.",
    ),
    "colon-in-text": _error(
        "A colon inside a text splits it.", "Put the whole text between quotation marks: \"like this: with a colon\"."
    ),
    "colon-space": _error("There is no space after the colon.", "Write a space after the colon."),
    "dash-space": _error("There is no space after the dash.", "Write a space after the dash."),
    "start-character": _error(
        "A text may not begin with “{letter}”.", "Put the text between quotation marks."
    ),
    "quote-open": _error(
        "A quotation mark opens here and is not closed.",
        "Write \" at the end of the text. Inside it use curly quotation marks.",
    ),
    "bracket-open": _error(
        "The bracket {bracket} opens here and is not closed.",
        "Write {closer} where the list ends.",
    ),
    "two-documents": _error("A second document begins here (---).", "Take the line away: one file is one document."),
    "duplicate-key": _error(
        "“{key}” is here a second time; the first is on line {first}, column {first_column}.", "Keep only one of them."
    ),
    "alias": _error(
        "“*{name}” would repeat another place of the file, which is not in use here.",
        "Write it out. If it is a text, put it between quotation marks.",
    ),
    "anchor": _error(
        "“&{name}” would name a place of the file, which is not in use here.",
        "Take it away. If it is a text, put it between quotation marks.",
    ),
    "tag": _error(
        "“{name}” would set a type, which is not in use here.",
        "Take it away. If it is a text, put it between quotation marks.",
    ),
    "too-deep": _error(
        "There are more than {most} levels inside each other here.",
        "Check the brackets and the spaces.",
    ),
    "key-not-text": _error("A list or a mapping stands where a name should be.", "Write a name and a colon first."),
    # The shape of a file
    "missing-field": _error("“{field}” is missing.", "Add a line “{field}:” here."),
    "unknown-field": _error("“{field}” is not known here.", _KNOWN),
    "expected-text": _error("A text should stand here.", "Write a text between quotation marks."),
    "expected-texts": _error(
        "A text should stand here, or a text for each language.",
        "Write a text between quotation marks, or {{fi: \"...\", sv: \"...\", en: \"...\"}}.",
    ),
    "expected-number": _error("A whole number should stand here.", "Write a number without quotation marks."),
    "expected-figure": _error("A number should stand here.", "Write a number, with a point for decimals."),
    "expected-yes-no": _error("true or false should stand here.", "Write true or false."),
    "expected-list": _error("A list should stand here.", "Write [one, two], or each on its own line after a dash."),
    "expected-mapping": _error(
        "Names with values should stand here.",
        "Write “name: value” lines, further in than this one.",
    ),
    "expected-bounds": _error(
        "A number should stand here, or the fewest and the most.", "Write for example 2, [1, 2] or [1, null]."
    ),
    "expected-step": _error("The name of a step should stand here.", "Write for example “ideas” or “choose: chosen”."),
    "empty-text": _error("The text is empty.", "Write a text, or take the line away."),
    "bad-id": _error(
        "“{value}” cannot be an id.", "Use small letters a-z, numbers, hyphens and points, without spaces."
    ),
    "bad-file-name": _error(
        "“{value}” cannot be the name of a file here.",
        "Use letters a-z, numbers, points and hyphens, below this folder.",
    ),
    "not-one-of": _error("“{value}” cannot stand here.", _KNOWN),
    "too-small": _error("{value} is too small here.", "Write at least {least}."),
    "too-great": _error("{value} is too great here.", "Write at most {most}."),
    "too-few": _error("There is too little here.", "Write at least {least}."),
    "too-many": _error("There is too much here.", "Write at most {most}."),
    "too-long": _error("The text is longer than the {most} characters that have room here.", "Make it shorter."),
    "wrong": _error("This cannot stand here.", "Compare it with a shipped file."),
    # Between files
    "unknown-deck-file": _error("There is no file for the deck “{name}”.", _KNOWN),
    "unknown-deck": _error("There is no deck called “{name}” in this game.", _KNOWN),
    "unknown-step": _error("There is no step called “{name}”.", _KNOWN),
    "later-step": _error(
        "The step “{name}” does not come before this one.",
        "Put it earlier, or name an earlier step.",
    ),
    "unknown-code": _error("“{name}” has no words in the labels file under “{vocabulary}”.", _KNOWN),
    "unknown-words": _error(
        "The labels file has nothing under “{vocabulary}”, so the cards' codes have no words.",
        "Add “{vocabulary}:” to the labels file, or make the field a text.",
    ),
    "unknown-language": _warning(
        "“{name}” is not among this file's languages.", "Add it to “languages”, or correct it."
    ),
    "unknown-source": _error("“{name}” is nothing that this game's steps leave behind.", _KNOWN),
    "unknown-section": _error("There is no section called “{name}”.", _KNOWN),
    "unknown-value": _error("“{name}” is not described under “{where}”.", _KNOWN),
    "unknown-fact": _error("The cards of “{deck}” have no field called “{name}”.", _KNOWN),
    "duplicate-id": _error(
        "The id “{name}” is in use already: {first_file}, line {first}, column {first_column}.",
        "Give one of them another id.",
    ),
    "not-a-number": _error(
        "“{name}” is no number, so it cannot be counted in a budget.",
        "Make the field's type “number”.",
    ),
    "picture-missing": _error(
        "The picture “{name}” is not there.",
        "Check the name, or put the picture into {folder}.",
    ),
    "picture-too-large": _error("The picture “{name}” is larger than {most} kB.", "Make it smaller."),
    "board-missing": _error("This step needs a board, but the game has none.", "Add “board: board.yaml” to the rules."),
    "rounds-twice": _error(
        "“{name}” and “rounds” cannot both stand in a step.", "Move “{name}” into the rounds, or take “rounds” away."
    ),
    "bounds-order": _error("The most is less than the fewest.", "Write the smaller number first."),
    "no-items": _error("This step makes things, but what they are is not said.", "Add a line such as “makes: idea”."),
    "deal-without-draw": _error("No cards are dealt in this step.", "Add “draw: {{deck: ..., cards: 5, to: seat}}”."),
    "choose-without-cards": _error(
        "There is nothing to choose from in this step.", "Add “decks”, or “about” an earlier step, or “own: true”."
    ),
    "vote-without-things": _error(
        "There is nothing to answer on in this step.",
        "Add “about” an earlier step, or “decks”.",
    ),
    "about-missing": _error("This step works on earlier results, but does not say whose.", "Add “about: [...]”."),
    "bad-state": _error("“{name}” is no state that the results of “{step}” can have.", _KNOWN),
    "options-missing": _error("There is nothing to choose from in this field.", "Add “options” or “decks”."),
    "same-way": _error("The two ends are the same.", "Write two different numbers."),
    # Things that do not keep a game from being played
    "unknown-icon": _warning("There is no icon called “{name}”.", "Choose one from the folder assets/icons."),
    "unknown-colour": _warning("There is no colour called “{name}”.", _KNOWN),
    "missing-translation": _warning(
        "The text in “{language}” is missing.",
        "Add it. Until then another language is shown.",
    ),
    "missing-language": _warning(
        "The deck “{deck}” is not written in “{language}”, but the game is.",
        "Translate the deck.",
    ),
    "text-long": _warning(
        "The text is {length} characters in “{language}”; about {most} have room.", "Shorten it by {over} characters."
    ),
    "deck-small": _warning(
        "The deck “{deck}” has {cards} cards, but {seats} seats need {wanted}.", "Add cards, or deal fewer."
    ),
    "never-together": _warning("These values do not go together on “{name}”: {because}", "Choose another value."),
    "step-short": _warning("The step gets less than a minute of the {minutes}.", "Give it a greater share."),
    "unused-words": _warning("“{name}” is not used in any step.", "Take it away, or use it."),
    "no-label": _warning("“{name}” has no words in the labels file under “{vocabulary}”.", "Add them."),
    "no-gap": _warning(
        "The step does not say what is missing from the plan when it is left out.",
        "Add a line “gap:”.",
    ),
}
"""Every code there is."""
