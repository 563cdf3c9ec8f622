"""What the bots say where the cards have no words for it: short sentences that fit a workshop of any game."""

from collections.abc import Mapping
from dataclasses import dataclass

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language, a phrase a line.

    `roles` are who sits at the table, `because` why something is good, `but` why it is not, `ideas` what could be done,
    `notes` what is written of another kind, `answers` what stands in a field of this name and `deeds` in any other,
    `persons` who answers for something, `thoughts` what is put aside for later, `words` the one word at the end,
    `themes` names for groups of ideas, in the order of the kinds on the board; `more` is put behind a text that
    is amended.
    """

    roles: Lines
    because: Lines
    but: Lines
    ideas: Lines
    notes: Mapping[str, Lines]
    answers: Mapping[str, Lines]
    deeds: Lines
    persons: Lines
    thoughts: Lines
    words: Lines
    themes: Lines
    more: str


def _lines(text: str) -> Lines:
    return tuple(line.strip() for line in text.strip().splitlines())


PHRASES: Mapping[str, Phrases] = {
    "fi": Phrases(
        roles=_lines("""
            Asukas
            Nuorisovaltuusto
            Yhdistys
            Kunnan työntekijä
            Vanhempi
            Yrittäjä
            Vanhusneuvosto
            Uusi kuntalainen
        """),
        because=_lines("""
            Tähän on helppo tulla mukaan.
            Meillä on tästä hyviä kokemuksia.
            Tämä tavoittaa nekin, jotka eivät käy kokouksissa.
            Tämä maksaa vähän ja alkaa heti.
            Näin asiasta kuulee ennen kuin se on päätetty.
            Nuoret jaksavat tätä.
            Tässä saa sanoa oman asiansa rauhassa.
            Tulokset näkyvät nopeasti.
        """),
        but=_lines("""
            Tieto tulee liian myöhään.
            Paikalla ovat aina samat ihmiset.
            Kukaan ei kerro, mitä palautteelle tapahtui.
            Tähän ei pääse ilman autoa.
            Sivut on kirjoitettu viranomaisille.
            Iltavuorossa olevat jäävät pois.
            Suomi ei ole kaikkien kieli.
            En tiedä vielä, mitä tämä maksaa.
        """),
        ideas=_lines("""
            Kysytään asiaa kirjaston aulassa lauantaina.
            Sovitaan kävely paikalla ja kirjataan havainnot kartalle.
            Kutsutaan kaksi koululuokkaa kertomaan mielipiteensä.
            Pyydetään yhdistykset mukaan yhteen iltaan.
            Viedään luonnos kyläkahvilaan ja kysytään, mitä puuttuu.
            Lähetetään lyhyt kysely tekstiviestillä.
            Kerrotaan samat asiat paperilla kaupan ilmoitustaululla.
            Kokeillaan ensin yhdellä alueella ja arvioidaan.
            Avataan suunnittelu kaikille, jotka haluavat tulla mukaan.
            Pyydetään palautetta siellä, missä ihmiset jo ovat.
            Pidetään ilta, jossa luonnos käydään läpi pienissä ryhmissä.
            Valitaan kaksi yhteyshenkilöä, joille voi aina soittaa.
            Järjestetään lapsille oma tehtävä samasta asiasta.
            Kootaan kuvia paikasta ja keskustellaan niiden äärellä.
            Kerrotaan kuukausittain, mitä ehdotuksille on tapahtunut.
            Kysytään ensin heiltä, joita asia koskee eniten.
        """),
        notes={
            "change": _lines("""
                Lisätään kutsuun selkokielinen teksti.
                Pidetään yksi tapaaminen päivällä ja yksi illalla.
                Varataan tulkki, jos joku sitä pyytää.
                Viedään kysely myös paperilla palvelutaloon.
                Nimetään varahenkilö, joka jatkaa, jos joku lähtee.
                Sovitaan, kuka vastaa palautteeseen ja missä ajassa.
            """),
            "risk": _lines("""
                Tavoitamme vain ne, jotka jo osallistuvat.
                Raha loppuu ennen kuin tulos on valmis.
                Aikataulu venyy, eikä kukaan kerro siitä.
                Vastuu jää yhdelle ihmiselle.
            """),
            "question": _lines("""
                Paljonko tämä maksaa? Selvitetään lokakuun loppuun mennessä.
                Kuka omistaa maan? Kysymme kaavoituksesta ennen seuraavaa tapaamista.
            """),
        },
        answers={
            "learned": _lines("""
                Samasta asiasta puhuttiin ennen eri nimillä.
                Tapoja osallistua on paljon enemmän kuin luulin.
                Nuoret näkevät tämän aivan eri tavalla.
            """),
            "change": _lines("""
                Lisää aikaa menetelmille.
                Vähemmän kirjoittamista, enemmän puhetta.
                Tauko puolivälissä.
            """),
            "question": ("Miten asukkaat pääsevät mukaan, ennen kuin asia on päätetty?",),
            "open": ("Paikka, aikataulu ja se, mitä ensimmäisenä tehdään.",),
            "fixed": ("Rahasumma ja alue on jo päätetty.",),
            "decider": ("Tekninen lautakunta", "Kunnanhallitus", "Hyvinvointilautakunta"),
            "when": ("Maaliskuussa 2027", "Syksyllä 2027"),
            "first-actions": ("Sovimme ensimmäisen tapaamisen ja kerromme siitä ilmoitustaululla.",),
            "plan-goes-to": ("Hyvinvointikoordinaattorille perjantaihin mennessä",),
            "needs": _lines("""
                Tila illaksi ja kaksi ohjaajaa
                Kyselyn pohja ja käännökset
                Pieni raha tarjoiluun
            """),
            "report": _lines("""
                Kokoamme tulokset sivulle ja kerromme ne kaikille osallistuneille.
                Pidämme illan, jossa kerromme, mitä muuttui ja miksi.
                Viemme yhteenvedon ilmoitustaululle ja lähetämme sen viestinä.
            """),
        },
        deeds=_lines("""
            Sovimme ensimmäisen tapaamisen.
            Kerromme tuloksista kaikille, jotka osallistuivat.
            Teemme kyselyn ja käymme vastaukset läpi yhdessä.
            Viemme ehdotuksen lautakunnalle.
            Julkaisemme yhteenvedon kunnan sivuilla ja ilmoitustauluilla.
        """),
        persons=("Osallisuuskoordinaattori", "Vapaa-aikapalvelut", "Kylätoimikunta", "Nuorisovaltuusto"),
        thoughts=_lines("""
            Pysäköinti pitää selvittää erikseen.
            Tästä kannattaa kysyä naapurikunnasta.
            Kuka päivittää kartan?
        """),
        words=("toivo", "rohkeus", "alku", "yhdessä", "selkeä", "kiitos", "työtä", "utelias"),
        themes=_lines("""
            Tieto kaikille
            Mukaan suunnitteluun
            Päätöksiin vaikuttaminen
            Tehdään yhdessä
            Palaute kuuluviin
        """),
        more="(tarkennettu)",
    ),
    "sv": Phrases(
        roles=_lines("""
            Invånare
            Ungdomsfullmäktige
            Förening
            Kommunanställd
            Förälder
            Företagare
            Äldrerådet
            Nyinflyttad
        """),
        because=_lines("""
            Det är lätt att komma med i det här.
            Vi har goda erfarenheter av det här.
            Det når också dem som inte går på möten.
            Det kostar lite och kan börja genast.
            Så får man veta innan saken är avgjord.
            De unga orkar med det här.
            Här får man säga sitt i lugn och ro.
            Resultaten syns snabbt.
        """),
        but=_lines("""
            Informationen kommer för sent.
            Det är alltid samma människor på plats.
            Ingen berättar vad som hände med responsen.
            Dit kommer man inte utan bil.
            Sidorna är skrivna för myndigheter.
            De som jobbar kväll blir utan.
            Alla har inte svenska eller finska som språk.
            Jag vet inte ännu vad det kostar.
        """),
        ideas=_lines("""
            Vi frågar i bibliotekets aula en lördag.
            Vi går en runda på platsen och antecknar på kartan.
            Vi bjuder in två skolklasser att säga sin åsikt.
            Vi ber föreningarna med till en gemensam kväll.
            Vi tar utkastet till bykaféet och frågar vad som saknas.
            Vi skickar en kort enkät som textmeddelande.
            Vi berättar samma sak på papper på butikens anslagstavla.
            Vi prövar först på ett område och utvärderar.
            Vi öppnar planeringen för alla som vill vara med.
            Vi ber om respons där människor redan rör sig.
            Vi ordnar en kväll där utkastet gås igenom i små grupper.
            Vi väljer två kontaktpersoner som man alltid kan ringa.
            Vi ordnar en egen uppgift för barnen om samma sak.
            Vi samlar bilder av platsen och samtalar kring dem.
            Vi berättar varje månad vad som har hänt med förslagen.
            Vi frågar först dem som saken berör mest.
        """),
        notes={
            "change": _lines("""
                Vi lägger till en text på lätt språk i inbjudan.
                Vi håller ett möte på dagen och ett på kvällen.
                Vi bokar en tolk om någon ber om det.
                Vi tar enkäten på papper också till servicehuset.
                Vi utser en ersättare som fortsätter om någon slutar.
                Vi kommer överens om vem som svarar på responsen och när.
            """),
            "risk": _lines("""
                Vi når bara dem som redan deltar.
                Pengarna tar slut innan resultatet är klart.
                Tidsplanen drar ut och ingen berättar om det.
                Ansvaret blir på en enda människa.
            """),
            "question": _lines("""
                Vad kostar det här? Vi tar reda på det före slutet av oktober.
                Vem äger marken? Vi frågar planläggningen före nästa möte.
            """),
        },
        answers={
            "learned": _lines("""
                Vi hade talat om samma sak med olika ord.
                Det finns många fler sätt att delta än jag trodde.
                De unga ser det här på ett helt annat sätt.
            """),
            "change": _lines("""
                Mer tid för metoderna.
                Mindre skrivande, mer prat.
                En paus på halva vägen.
            """),
            "question": ("Hur kan invånarna vara med innan saken är avgjord?",),
            "open": ("Platsen, tidsplanen och vad som görs först.",),
            "fixed": ("Summan och området är redan bestämda.",),
            "decider": ("Tekniska nämnden", "Kommunstyrelsen", "Välfärdsnämnden"),
            "when": ("I mars 2027", "Hösten 2027"),
            "first-actions": ("Vi kommer överens om det första mötet och berättar om det på anslagstavlan.",),
            "plan-goes-to": ("Till välfärdskoordinatorn senast på fredag",),
            "needs": _lines("""
                En lokal för kvällen och två ledare
                En enkätmall och översättningar
                Lite pengar för servering
            """),
            "report": _lines("""
                Vi samlar resultaten på en sida och berättar dem för alla som deltog.
                Vi ordnar en kväll där vi berättar vad som ändrades och varför.
                Vi sätter upp en sammanfattning på anslagstavlan och skickar den som meddelande.
            """),
        },
        deeds=_lines("""
            Vi kommer överens om det första mötet.
            Vi berättar om resultatet för alla som deltog.
            Vi gör en enkät och går igenom svaren tillsammans.
            Vi för förslaget till nämnden.
            Vi publicerar en sammanfattning på kommunens sidor och anslagstavlor.
        """),
        persons=("Delaktighetskoordinatorn", "Fritidstjänsterna", "Bykommittén", "Ungdomsfullmäktige"),
        thoughts=_lines("""
            Parkeringen måste utredas skilt.
            Det lönar sig att fråga grannkommunen.
            Vem uppdaterar kartan?
        """),
        words=("hopp", "mod", "början", "tillsammans", "tydligt", "tack", "arbete", "nyfiken"),
        themes=_lines("""
            Information till alla
            Med i planeringen
            Att påverka besluten
            Vi gör tillsammans
            Respons som hörs
        """),
        more="(preciserat)",
    ),
    "en": Phrases(
        roles=_lines("""
            Resident
            Youth council
            Association
            Municipal worker
            Parent
            Business owner
            Older people's council
            New in town
        """),
        because=_lines("""
            It is easy to join in.
            We have good experience of this.
            It reaches people who never come to meetings.
            It costs little and can begin at once.
            This way you hear of it before it is decided.
            Young people have the patience for it.
            Here you can say your piece in peace.
            The results can be seen quickly.
        """),
        but=_lines("""
            The information comes too late.
            It is always the same people who come.
            Nobody says what became of the feedback.
            You cannot get there without a car.
            The pages are written for officials.
            Those who work evenings are left out.
            Not everyone speaks Finnish or Swedish.
            I do not know yet what this costs.
        """),
        ideas=_lines("""
            We ask people in the library hall on a Saturday.
            We walk the place together and mark what we see on a map.
            We invite two school classes to say what they think.
            We ask the associations to one evening together.
            We take the draft to the village café and ask what is missing.
            We send a short survey as a text message.
            We tell the same things on paper on the shop's notice board.
            We try it in one area first and look at the result.
            We open the planning to anyone who wants to join.
            We ask for feedback where people already are.
            We hold an evening to go through the draft in small groups.
            We name two people whom anyone can always ring.
            We give children a task of their own on the same matter.
            We collect pictures of the place and talk around them.
            We say every month what has become of the proposals.
            We first ask those whom it concerns most.
        """),
        notes={
            "change": _lines("""
                We add a plain-language text to the invitation.
                We hold one meeting by day and one in the evening.
                We book an interpreter if anyone asks for one.
                We take the survey to the care home on paper as well.
                We name somebody who goes on if another one leaves.
                We agree who answers the feedback, and by when.
            """),
            "risk": _lines("""
                We only reach those who already take part.
                The money runs out before there is a result.
                The timetable slips and nobody says so.
                It is all left to one person.
            """),
            "question": _lines("""
                What does this cost? We find out by the end of October.
                Who owns the land? We ask the planners before the next meeting.
            """),
        },
        answers={
            "learned": _lines("""
                We had been talking of the same thing in different words.
                There are many more ways to take part than I thought.
                Young people see this quite differently.
            """),
            "change": _lines("""
                More time for the methods.
                Less writing, more talk.
                A break halfway.
            """),
            "question": ("How can residents take part before the matter is decided?",),
            "open": ("The place, the timetable and what is done first.",),
            "fixed": ("The sum and the area are already decided.",),
            "decider": ("The technical committee", "The municipal board", "The wellbeing committee"),
            "when": ("March 2027", "Autumn 2027"),
            "first-actions": ("We agree on the first meeting and put it on the notice board.",),
            "plan-goes-to": ("To the wellbeing coordinator by Friday",),
            "needs": _lines("""
                A room for the evening and two leaders
                A survey form and translations
                A little money for coffee
            """),
            "report": _lines("""
                We put the results on one page and tell everyone who took part.
                We hold an evening to say what changed and why.
                We put a summary on the notice board and send it as a message.
            """),
        },
        deeds=_lines("""
            We agree on the first meeting.
            We tell everyone who took part what came of it.
            We make a survey and go through the answers together.
            We take the proposal to the committee.
            We publish a summary on the municipality's pages and notice boards.
        """),
        persons=_lines("""
            The participation coordinator
            Leisure services
            The village committee
            The youth council
        """),
        thoughts=_lines("""
            Parking has to be looked into separately.
            The next municipality may know about this.
            Who updates the map?
        """),
        words=("hope", "courage", "beginning", "together", "clear", "thanks", "work", "curious"),
        themes=_lines("""
            Information for all
            Joining the planning
            A say in decisions
            Doing it together
            Feedback that is heard
        """),
        more="(made clearer)",
    ),
}
