"""A whole evening of the default game as people play it, written once for a mouse, a finger and the keys.

Everything is done on the screen, by the names of its parts. What was typed is kept in `said`, to be looked for in the
file and in the plan.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from game.ui.app import App
from game.ui.start import window
from tests.player import Person

PEOPLE: Final = (("Åsa", ""), ("Väinö", ""), ("Örjan", ""), ("Aino", ""), ("Kerttu Ylä-Äijälä", ""))

ROLES: Final = {
    "fi": ("asukas", "nuorisovaltuutettu", "isännöitsijä", "puistotyön ohjaaja", "vanhusneuvosto"),
    "sv": ("invånare", "ungdomsrådet", "disponent", "arbetsledare för parkerna", "äldrerådet"),
    "en": ("resident", "youth council", "property manager", "park supervisor", "council of older people"),
}

_TEXTS: Final = {
    "own target": (
        "Kävelyreitti jokirantaan",
        "En gångväg till åstranden",
        "A footpath to the riverside",
    ),
    "why the park": (
        "Puistossa käydään joka päivä, mutta kukaan ei ole kysynyt meiltä",
        "Parken används varje dag, men ingen har frågat oss",
        "The park is used every day, but nobody has asked us",
    ),
    "question": (
        "Miten lapset ja vanhat pääsevät yhdessä suunnittelemaan lähipuistoa?",
        "Hur får barn och äldre tillsammans planera närparken?",
        "How can children and older people plan the local park together?",
    ),
    "open": (
        "Penkit, valot, istutukset ja se, missä leikitään",
        "Bänkar, belysning, planteringar och platsen för lek",
        "Benches, lights, planting and where to play",
    ),
    "fixed": ("Rahaa on 40 000 euroa", "Det finns 40 000 euro", "There are 40,000 euros"),
    "decider": ("Tekninen lautakunta", "Tekniska nämnden", "The technical board"),
    "when": ("Maaliskuu 2027", "Mars 2027", "March 2027"),
    "works": (
        "Tiedotus toimii jo, lehti tulee joka kotiin",
        "Informationen fungerar, tidningen når alla hem",
        "Information works already, the paper reaches every home",
    ),
    "works better": (
        "Tiedotus toimii jo, ja nyt myös ruotsiksi",
        "Informationen fungerar, och nu på finska också",
        "Information works already, and now in Swedish too",
    ),
    "needs work": (
        "Kyselyihin ei saa koskaan vastausta",
        "På enkäterna får man aldrig svar",
        "Surveys are never answered back",
    ),
    "why method": (
        "Tähän pääsee mukaan ilman että puhuu kokouksessa",
        "Här kan man vara med utan att tala på ett möte",
        "One can take part in this without speaking at a meeting",
    ),
    "own method": ("Iltakävely lyhtyjen kanssa", "Kvällspromenad med lyktor", "An evening walk with lanterns"),
    "why own": (
        "Pimeässä näkee, missä valoa puuttuu",
        "I mörkret ser man var ljus saknas",
        "In the dark one sees where light is missing",
    ),
    "idea 1": (
        "Lapset piirtävät puiston kartan koulussa",
        "Barnen ritar en karta över parken i skolan",
        "Children draw a map of the park at school",
    ),
    "idea 2": (
        "Kävelykierros rollaattorin vauhtia",
        "En rundvandring i rollatorns takt",
        "A walk round the park at walker pace",
    ),
    "idea 3": (
        "Kahvit penkillä kerran kuussa",
        "Kaffe på bänken en gång i månaden",
        "Coffee on the bench once a month",
    ),
    "idea 4": (
        "Ideat taululle kaupan eteen",
        "Idéerna på en tavla vid butiken",
        "Ideas on a board outside the shop",
    ),
    "idea 5": (
        "Äänestys puistossa kahdella värillä",
        "Omröstning i parken med två färger",
        "A vote in the park with two colours",
    ),
    "idea withdrawn": ("Tämä oli vitsi", "Det här var ett skämt", "This was a joke"),
    "idea amended": (
        "Kahvit penkillä joka toinen viikko",
        "Kaffe på bänken varannan vecka",
        "Coffee on the bench every other week",
    ),
    "challenge": (
        "Järjestetään sama ilta kahteen kertaan",
        "Vi ordnar samma kväll två gånger",
        "We hold the same evening twice",
    ),
    "resource": (
        "Kirjasto antaa tilan ja auttaa piirtämään",
        "Biblioteket ger plats och hjälper till att rita",
        "The library gives the room and helps with drawing",
    ),
    "group 1": ("Suunnitellaan paikan päällä", "Planera på plats", "Plan on the spot"),
    "group 2": ("Kysytään siellä, missä ollaan", "Fråga där folk är", "Ask where people are"),
    "group 3": ("Tavataan säännöllisesti", "Träffas regelbundet", "Meet regularly"),
    "group 3 renamed": ("Tavataan joka kuukausi", "Träffas varje månad", "Meet every month"),
    "unsure": (
        "Kuka hoitaa lyhdyt talvella?",
        "Vem sköter lyktorna på vintern?",
        "Who looks after the lanterns in winter?",
    ),
    "left out": (
        "Yövuorolaisilta kysytään erikseen aamulla",
        "De som arbetar natt får frågan på morgonen",
        "Night workers are asked in the morning",
    ),
    "stopped": (
        "Jos sataa, kokoonnutaan kirjastossa",
        "Om det regnar träffas vi på biblioteket",
        "If it rains we meet at the library",
    ),
    "ten years": (
        "Koulu ottaa kartan opetussuunnitelmaan",
        "Skolan tar in kartan i läroplanen",
        "The school takes the map into its curriculum",
    ),
    "measure": (
        "Kolme kävelykierrosta huhtikuussa, ja kartta niistä",
        "Tre rundvandringar i april, och en karta av dem",
        "Three walks in April, and a map made of them",
    ),
    "who": ("Puistotyön ohjaaja Äänismaa", "Arbetsledare Öström", "Park supervisor Ångman"),
    "needs": ("Kahvia ja 12 tuntia työtä", "Kaffe och 12 timmars arbete", "Coffee and 12 hours of work"),
    "report": (
        "Kerrotaan puiston taululla, mitä muuttui ja miksi",
        "På parkens tavla står vad som ändrades och varför",
        "The board in the park tells what changed and why",
    ),
    "own measure": ("Lyhtyilta marraskuussa", "En lyktkväll i november", "A lantern evening in November"),
    "first": (
        "Soitetaan kouluun maanantaina",
        "Vi ringer till skolan på måndag",
        "We call the school on Monday",
    ),
    "goes to": ("Lautakunnalle ja kirjaston seinälle", "Till nämnden och bibliotekets vägg",
                "To the board and the library wall"),
    "word 1": ("Toiveikas", "Hoppfull", "Hopeful"),
    "word 2": ("Väsynyt mutta iloinen", "Trött men glad", "Tired but glad"),
    "learned": (
        "Vanhoilta ei ollut kysytty mitään",
        "Ingen hade frågat de äldre om någonting",
        "Nobody had asked the older people anything",
    ),
}  # fmt: skip

_LANGS: Final = ("fi", "sv", "en")


def begin(person: Callable[[App], Person], lang: str, folder: Path, size: tuple[int, int] = (1280, 720)) -> Person:
    """The program as somebody starts it, at the first screen, with sessions in `folder`."""
    app = window("osallisuuspeli", lang=lang, folder=folder, size=size, seed="evening")
    found = person(app)
    found.post()
    found.post()
    return found


class Evening:
    """Plays the game with `hand`, in a language. `said` is what was typed and must be in the plan."""

    def __init__(self, hand: Person, lang: str) -> None:
        self.hand, self.lang = hand, lang
        self.said: list[str] = []

    def text(self, key: str, *, kept: bool = True) -> str:
        """One of the texts in the language; `kept` if it must be in the plan."""
        found = _TEXTS[key][_LANGS.index(self.lang)]
        if kept:
            self.said.append(found)
        return found

    @property
    def here(self) -> str:
        """The step that the row of steps shows as the one in hand."""
        return next(part.name[5:] for part in self.hand.app.screen.parts if part.name.startswith("step-")
                    and part.name != "steps-line" and part.selected)  # fmt: skip

    def next(self, times: int = 1) -> None:
        """Press the button that leads on."""
        for _ in range(times):
            self.hand.press("dock.next")

    # Before the game

    def sit_down(self) -> None:
        """From the first screen to the table, with five people."""
        hand = self.hand
        hand.press("new")
        for number, ((name, _role), role) in enumerate(zip(PEOPLE, ROLES[self.lang], strict=True), 1):
            hand.press(f"seat-{number}")
            hand.fill(f"name-{number}", name)
            if number != 2:
                hand.fill(f"role-{number}", role)
                self.said.append(role)
            self.said.append(name)
        hand.press("minutes.more")
        hand.press("start")
        assert self.here == "welcome"

    # The steps

    def welcome(self) -> None:
        """Everybody says who they are; one adds a role."""
        hand = self.hand
        self.next()
        hand.press("dock.name")
        role = ROLES[self.lang][1]
        hand.fill("role", role)
        self.said.append(role)
        hand.press("save")
        self.next(4)
        self.next()
        assert self.here == "target"

    def target(self) -> None:
        """Each picks a card, one writes their own; the table agrees on one and writes the question."""
        hand = self.hand
        park, other = hand.names("table.card:")[:2]
        hand.press(park)
        hand.fill("rail.reason", self.text("why the park"))
        self.next()
        hand.press("table.own")
        hand.fill("rail.own", self.text("own target"))
        hand.press("rail.own-add")
        self.next()
        hand.press("dock.pass")
        hand.press(other)
        hand.press(other)  # on second thoughts
        hand.press(park)
        self.next()
        hand.press(other)
        self.next()
        self.next()  # what most have picked is agreed on
        for field in ("question", "open", "fixed", "decider", "when"):
            hand.fill(hand.name("form.", f".{field}"), self.text(field))
        self.undo_and_redo()
        self.next()
        assert self.here == "gains"
        assert hand.sees(self.text("question"))

    def undo_and_redo(self) -> None:
        """Take the last thing back and do it again."""
        hand = self.hand
        hand.press("undo")
        hand.press("redo")

    def gains(self) -> None:
        """Everybody picks two."""
        hand = self.hand
        for seat in range(len(PEOPLE)):
            cards = hand.names("table.card:")
            hand.press(cards[seat % len(cards)])
            hand.press(cards[(seat + 2) % len(cards)])
            self.next()
        self.next()
        assert self.here == "now"

    def now(self) -> None:
        """Tokens on the board: carried, moved, taken back; each with a reason."""
        hand = self.hand
        spaces = self.spaces()
        hand.carry(hand.name("dock.token-works"), spaces[2])
        hand.fill("rail.reason", self.text("works", kept=False))
        hand.carry(hand.name("dock.token-needs-work"), spaces[7])
        hand.fill("rail.reason", self.text("needs work"))
        self.carry_token(spaces[8])
        self.next()
        hand.carry(hand.name("dock.token-works"), spaces[3])
        hand.press("rail.back")
        hand.carry(hand.name("dock.token-works"), spaces[4])
        self.next()
        hand.press("dock.pass")
        hand.carry(hand.name("dock.token-needs-work"), spaces[12])
        self.pass_on()
        self.next()
        assert self.here == "people"

    def pass_on(self) -> None:
        """All whose turn it still is pass."""
        while self.hand.has("dock.pass"):
            self.hand.press("dock.pass")

    def spaces(self) -> list[str]:
        """The places on the board."""
        return [part.name for part in self.hand.app.screen.parts if part.name.startswith("table.space-")]

    def carry_token(self, space: str) -> None:
        """The token that was laid last goes to another space."""
        self.hand.carry("rail.move", space)

    def people(self) -> None:
        """Groups that it concerns; two are seldom heard."""
        hand = self.hand
        cards = hand.names("table.card:")
        for card in cards[:4]:
            hand.press(card)
        for seat in (2, 3, 4, 5):
            hand.press(f"seat-{seat}")
            hand.press(cards[seat - 2])
            hand.press(cards[seat - 1])
        for tag in hand.names("table.tag-")[:2]:
            hand.press(tag)
        self.next()
        assert self.here == "methods"

    def methods(self) -> None:
        """Keep two, swap one, say why, lay them on the board; one writes a method of their own."""
        hand = self.hand
        for seat in range(len(PEOPLE)):
            cards = hand.names("dock.card-")
            assert len(cards) == 5
            if seat:
                hand.carry(self.spare(), cards[4])
                cards = hand.names("dock.card-")
            for card in cards[:2]:
                hand.press(card)
            self.next()
            if seat == 0:
                hand.fill("dock.reason", self.text("why method"))
            self.next()
            assert len(hand.names("table.pin-")) >= 1
            self.lay_second(seat)
            if seat == 2:
                hand.press("dock.own")
                hand.fill("dock.title", self.text("own method"))
                hand.fill("dock.reason", self.text("why own"))
                hand.press(hand.name("dock.sector."))
                hand.press(hand.names("dock.ring.")[1])
                self.next()
            self.next()
        self.next()
        assert self.here == "ideas"

    def spare(self) -> str:
        """A card that lies open."""
        return self.hand.name("table.spare-")

    def lay_second(self, seat: int) -> None:
        """The second kept card: carried to the board, or read and laid where it belongs."""
        hand = self.hand
        if seat == 1:
            self.next()
            hand.carry("dock.pin", self.spaces()[3])
        else:
            self.next(2)

    def ideas(self) -> None:
        """In silence first, then with a challenge and a resource."""
        hand = self.hand
        hand.press("table.seat-1")
        for number in range(1, 6):
            hand.fill("dock.note", self.text(f"idea {number}", kept=number != 3))
            hand.press("dock.send")
        hand.fill("dock.note", self.text("idea withdrawn"))
        hand.press("dock.send")
        hand.press("dock.leave")
        assert not hand.sees(self.text("idea 1")), "what was written is folded"
        hand.press("dock.reveal")
        assert hand.sees(self.text("idea 1"))
        self.open_note("idea 3")
        hand.fill("opened.note", self.text("idea amended"))
        hand.press("opened.save")
        self.open_note("idea withdrawn")
        hand.press("opened.away")
        self.next()
        hand.fill("dock.note", self.text("challenge"))
        hand.press("dock.send")
        self.pass_on()
        self.next()
        hand.press("dock.pass")
        hand.fill("dock.note", self.text("resource"))
        hand.press("dock.send")
        self.pass_on()
        self.next()
        assert self.here == "sort"

    def open_note(self, key: str) -> None:
        """Open the note with this text."""
        self.hand.press(self.note(key))

    def note(self, key: str) -> str:
        """The note on the screen with this text."""
        words = self.text(key, kept=False)
        return next(part.name for part in self.hand.app.screen.parts if part.active and part.label == words)

    def sort(self) -> None:
        """Notes are carried together, groups named, renamed, merged and split."""
        hand = self.hand
        self.new_group("idea 1", "group 1")
        self.new_group("idea 4", "group 2")
        self.new_group("idea amended", "group 3")
        first, second, third = (name[13:] for name in hand.names("table.rename-"))
        hand.carry(self.note("idea 2"), f"table.tray-{first}")
        hand.carry(self.note("challenge"), f"table.tray-{first}")
        hand.carry(self.note("idea 5"), f"table.tray-{third}")
        hand.carry(self.note("idea 5"), f"table.tray-{second}")
        hand.carry(self.note("resource"), f"table.tray-{third}")
        hand.carry(self.note("resource"), "table.well")
        hand.press(f"table.rename-{third}")
        hand.fill("table.name", self.text("group 3 renamed"))
        hand.press("table.keep-name")
        hand.press("dock.split")
        hand.press(self.note("resource"))
        hand.press("dock.gather")
        hand.press("table.keep-name")
        lone = hand.names("table.rename-")[-1][13:]
        hand.press("dock.merge")
        hand.press(f"table.tray-{lone}")
        hand.press(f"table.tray-{second}")
        self.next()
        assert self.here == "choose"

    def back_to_now(self) -> None:
        """Some steps back, another reason for a token there, and forth again."""
        hand = self.hand
        assert self.here == "choose"
        hand.press("step-now")
        hand.press("answer-2")
        assert self.here == "now"
        hand.press(hand.name("table.token-"))
        hand.fill("rail.reason", self.text("works better"))
        hand.press("step-choose")
        hand.press("answer-2")
        assert self.here == "choose"

    def new_group(self, note: str, name: str) -> None:
        hand = self.hand
        hand.carry(self.note(note), "table.new")
        hand.fill("table.name", self.text(name, kept=name != "group 3"))
        hand.press("table.keep-name")

    def choose(self) -> None:
        """Secret ballots, opened together; the table agrees, and asks what is not known."""
        hand = self.hand
        for seat in range(len(PEOPLE)):
            rows = len(hand.names("table.thing-"))
            for row in range(rows):
                value = "unsure" if (seat, row) == (1, 2) else "no" if (seat, row) == (3, 2) else "support"
                if seat != 4 or row:
                    hand.press(f"table.cell-{row}-{value}")
            if seat == 2:
                hand.press("dock.hide")
                hand.press("dock.hide")
                hand.press("table.cell-0-live-with")
            hand.press("dock.fold")
        hand.press("rail.seat-5")
        hand.press("answer-2")  # opens the folded ballot again
        hand.press("table.cell-0-support")
        hand.press("dock.fold")
        hand.press("dock.reveal")
        for box in hand.names("table.settle-")[:2]:
            hand.press(box)
        hand.press("rail.add")
        hand.fill("dock.note", self.text("unsure"))
        hand.press("dock.send")
        self.next()
        assert self.here == "check"

    def check(self) -> None:
        """Three cards are tried on what was chosen."""
        hand = self.hand
        for key in ("left out", "stopped", "ten years"):
            hand.press(hand.name("table.about-"))
            hand.fill("dock.note", self.text(key))
            hand.press("dock.send")
            hand.press("dock.leave")
            self.next()
        assert self.here == "measures"

    def measures(self) -> None:
        """What was chosen becomes measures; one of their own besides."""
        hand = self.hand
        hand.fill(hand.name("form.", ".what"), self.text("measure"))
        hand.press(hand.name("form.", ".with.suggested-0"))
        hand.press(hand.name("form.", ".when.soon"))
        hand.fill(hand.name("form.", ".who"), self.text("who"))
        hand.fill(hand.name("form.", ".needs"), self.text("needs"))
        hand.press(hand.name("form.", ".indicator.more"))
        hand.press(hand.names("choice-")[1])
        hand.fill(hand.name("form.", ".report"), self.text("report"))
        hand.press("dock.next")
        hand.press(hand.name("form.", ".who.people"))
        hand.press("choice-seat:3")
        hand.press(hand.name("form.", ".when.day"))
        hand.press("span-3")
        hand.press("table.own")
        hand.fill("written", self.text("own measure"))
        hand.press("ask.save")
        self.next()
        assert self.here == "close"

    def close(self) -> None:
        """A day, first actions, a word from each, feedback."""
        hand = self.hand
        hand.press(hand.name("form.", ".review-date.calendar"))
        hand.press("span-6")
        hand.fill(hand.name("form.", ".first-actions"), self.text("first"))
        hand.fill(hand.name("form.", ".plan-goes-to"), self.text("goes to"))
        self.next()
        hand.fill(hand.name("table.word-"), self.text("word 1"))
        self.next()
        hand.fill(hand.name("table.word-"), self.text("word 2"))
        self.next()
        self.pass_on()
        self.next()
        for _seat in range(2):
            for question in ("heard", "useful", "pace"):
                hand.press(hand.name(f"table.answer-{question}."))
            self.next()
        hand.fill("table.words-learned", self.text("learned"))
        hand.press("dock.end")
        hand.post()

    def end(self, formats: Sequence[str] = ("docx", "md")) -> None:
        """The plan is looked at and exported, and the game is closed."""
        hand = self.hand
        hand.press("dock.plan")
        for one in formats:
            if hand.has(f"files.{one}"):
                hand.press(f"files.{one}")
            else:
                hand.press("files.other")
                hand.press(f"choice-{one}")
            while hand.find("files.all").refusal:
                hand.post()
            assert hand.has("files.open"), hand.texts()
        hand.press("back")
        hand.press("menu")
        hand.press("menu-leave")
        assert hand.has("new")

    def play(self) -> None:
        """From the first screen through all steps, and back to the first screen."""
        for step in (
            self.sit_down, self.welcome, self.target, self.gains, self.now, self.people, self.methods, self.ideas,
            self.sort, self.back_to_now, self.choose, self.check, self.measures, self.close, self.end,
        ):  # fmt: skip
            step()
