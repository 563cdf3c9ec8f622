"""Why something cannot be done, in words: what is in the way, and where it helps, what to do instead."""

from collections.abc import Mapping

from game.content.texts import GameTexts
from game.engine.reasons import Reason
from game.words import _, ngettext


def in_words(reason: Reason, texts: GameTexts, names: Mapping[int, str] | None = None) -> str:
    """The reason in the language in use. `names` are what the seats are called; without them they have numbers."""
    given = dict(reason.details)

    def number(name: str) -> int:
        return int(given.get(name, 0))

    def seat() -> str:
        return (names or {}).get(number("seat")) or _("Seat {n}").format(n=number("seat"))

    def card() -> str:
        return texts.card_title(str(given.get("card", "")))

    def space() -> str:
        return texts.space_title(str(given.get("space", "")))

    most = number("most")
    match reason.code:
        # Things that are not there
        case "no-such-step":
            return _("This game has no such step.")
        case "no-such-seat":
            return _("A seat at the table has to do this.") if not number("seat") else _("Nobody sits there.")
        case "no-such-card":
            return _("There is no such card.")
        case "no-such-space":
            return _("There is no such place on the board.")
        case "no-such-thing" | "no-such-record":
            return _("That is not here.")
        case "no-such-value":
            return _("That answer is not among those to choose from.")
        case "no-such-field":
            return _("There is no such place to fill in.")
        case "no-such-kind":
            return _("That cannot be written in this step.")
        case "no-such-tag":
            return _("That mark is not in use in this step.")
        case "no-such-deck":
            return _("No cards of that deck are drawn in this step.")
        # Where the session is, and who sits at the table
        case "already-there":
            return _("You are in this step already.")
        case "already-so":
            return _("It is so already.")
        case "not-here":
            return _("This belongs to another step.")
        case "ended":
            return _("The session is closed. Go back to a step to change something.")
        case "seats-full":
            return _("All seats are taken.")
        case "seats-few":
            least = number("least")
            return ngettext("At least {n} seat has to stay.", "At least {n} seats have to stay.", least).format(n=least)
        case "bad-order":
            return _("Every step has to be in the order once.")
        case "bad-minutes":
            return _("A step can have at most {n} minutes more or less.").format(n=most)
        case "not-in-this-step":
            return _("This is not done in this step.")
        # Turns
        case "not-your-turn":
            return _("It is another seat's turn: {seat}.").format(seat=seat())
        case "seat-is-done":
            return _("{seat} is done already. Open again to change something.").format(seat=seat())
        case "seat-not-done":
            return _("{seat} is not done yet.").format(seat=seat())
        case "no-turns":
            return _("There are no turns in this part of the step.")
        case "last-round":
            return _("This is the last part of the step.")
        case "nothing-hidden":
            return _("Nothing is hidden here.")
        case "nothing-to-repeat":
            return _("There is nothing to answer again.")
        # Cards
        case "cards-first":
            return _("The cards have to be dealt first.")
        case "no-cards-owed":
            return _("No cards are waiting to be dealt.")
        case "wrong-cards":
            deck, cards = texts.deck_title(str(given.get("deck", ""))), number("cards")
            return ngettext("Deal {n} card of {deck}.", "Deal {n} cards of {deck} to each.", cards).format(
                n=cards, deck=deck
            )
        case "card-dealt":
            return _("“{card}” has been dealt already.").format(card=card())
        case "deck-empty":
            return _("The deck is dealt to its last card: {deck}.").format(
                deck=texts.deck_title(str(given.get("deck", "")))
            )
        case "has-cards":
            return _("{seat} has cards already.").format(seat=seat())
        case "not-in-hand":
            return _("“{card}” is not in this hand.").format(card=card())
        case "not-kept":
            return _("Keep “{card}” first.").format(card=card())
        case "enough-kept":
            return ngettext(
                "{n} card can be kept. Let it go first.", "{n} cards can be kept. Let one go first.", most
            ).format(n=most)
        case "nothing-to-release":
            return _("There are no cards left to lay open.")
        case "not-open":
            return _("“{card}” does not lie open.").format(card=card())
        case "no-swap":
            return _("Cards are not swapped in this step.")
        case "card-taken":
            return _("Somebody has taken “{card}” since.").format(card=card())
        case "no-blanks":
            return _("There are no blank cards left.")
        # The board
        case "space-needed":
            return _("Choose a place on the board.")
        case "space-refuses":
            return _("This does not belong there: {space}.").format(space=space())
        case "space-full":
            return _("There is no more room: {space}.").format(space=space())
        case "no-token":
            token = texts.token_title(str(given.get("value", "")))
            return _("There are no tokens of this kind left: {token}.").format(token=token)
        # What is written
        case "empty-text":
            return _("Write something first.")
        case "too-long":
            return _("The text is too long: {n} characters have room.").format(n=most)
        case "bad-value":
            return _("This does not fit here. Check the date, the number or the choice.")
        case "seat-limit":
            return ngettext(
                "Each seat has {n}. Take it back first.", "Each seat has {n}. Take one back first.", most
            ).format(n=most)
        case "table-limit":
            return ngettext("There is room for {n}.", "There is room for {n} in all.", most).format(n=most)
        case "gone":
            return _("This has been taken back. Bring it back first.")
        case "not-gone":
            return _("This has not been taken back.")
        # Groups
        case "not-a-group":
            return _("That is not a group.")
        case "nothing-to-group":
            return _("Choose what goes into the group.")
        case "same-group":
            return _("A group cannot go into itself.")
        # Answers
        case "no-dots":
            return ngettext("Each seat has {n} dot.", "Each seat has {n} dots.", most).format(n=most)
        case "rank-taken":
            return _("Place {value} is taken already.").format(value=given.get("value", ""))
        case "reveal-first":
            return _("Open the answers first.")
        case "answers-open":
            return _("The answers are open. Choose to answer again if you want to change them.")
        case "settle-limit":
            return ngettext(
                "{n} can be chosen. Take it away first.", "{n} can be chosen. Take one away first.", most
            ).format(n=most)
        case "over-budget":
            return _("This takes {cost} points, and {left} are left.").format(
                cost=number("cost"), left=number("left")
            )
        case "not-yours-to-settle":
            return _("Nothing is agreed on in this step.")
