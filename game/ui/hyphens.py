"""Where a long word may be broken: at the joint of a compound first, otherwise between syllables.

Swedish and English syllables come from pyphen's patterns. It has none for Finnish, whose syllables follow
a rule: a new one begins before every consonant that a vowel follows, and between two vowels that do not
belong together.
"""

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyphen

_VOWELS = "aeiouyäöå"
_DIPHTHONGS = {
    *("ai", "ei", "oi", "ui", "yi", "äi", "öi"),
    *("au", "eu", "iu", "ou", "ey", "iy", "äy", "öy"),
    *("ie", "uo", "yö"),
}
_SHORTEST = 3
_LONGEST = 150
"""Letters of a word at most: what is longer is no word of any language, and is broken anywhere."""

# Second parts of compounds common in the game's field: a word is broken before one of these rather than
# elsewhere.
_PARTS = {
    "fi": """
        aika aineisto aloi alue ammatti apu arviointi asema asukas asukkai edusta ehdotu elämä esity
        hallinto hallitus hanke henkilö hetki huolto huone hyvinvointi idea ilta jaosto johtaja järjestö
        järjestel kanava kansa kartta kaupun kehittä kerho keskus keskustelu kierro kilpailu kirja kirje
        kohde kohta kokeilu kokous kortti koti koulu kunta kuva kuule kysely kysymy käsittely kävely
        laajuu lauta leikki liike liikenne lista lupa luettelo maksu matka menetelmä merki mielipi mitta
        muoto määrä neuvosto nimi nuoriso näkökul ohjaus ohjelma ohje oikeus opisto opiskelija osallis
        osallisuu osuus paikka paja palaute palvelu palkka perhe perusta piha piiri pinta piste pohja
        puisto puhe pyyntö päivä päätö raati raha rakenta ranta ratkaisu reitti resurssi ruutu ryhmä
        selvity seura seuranta silta sopimus sosiaali suunnitel sääntö taito talo tapa tapaami tarve teema
        teht tehtävä tiedo tieto tila tilai tilanne toimi toimenpi toiminta tori tuki tulo tunti turva
        tutki työ uudistus vaalit vaihe vaihto vaikut valinta valiokunta valta valtuu valvo vastaa vastuu
        verko verkko viestin viikko voima vuoro väli väline väestö yhdisty yhtei yhteis yhteisö ympäri
        äänesty
    """,
    "sv": """
        arbete arbets avgift avtal barn bedömning beredning beslut bibliotek bild bricka budget dag del
        delaktighet dialog fråga fullmäktige förslag förening förvaltning grupp gård hem hjälp idé
        inflytande invånar kart kommun kort kraft krets kväll lag lapp ledare ledning lista liv läge
        lösning material metod miljö mål möte nämnd ordning område organisation panel park person plan
        planering plats process program punkt påverkan resurs rum råd rätt samhälle samtal service skola
        språk spel steg stöd styrelse svar system tid tjänst torg trafik tjänsteman ungdom uppfölj uppgift
        utskott utveckling val vandring verkstad verksamhet vård väg åtgärd äldre ärende
    """,
}


def breaks(word: str, lang: str) -> list[tuple[int, bool]]:
    """Where `word` may be broken with a hyphen, in order: the letters before it, and whether it is a
    joint.
    """
    word = word.lower()
    if len(word) > _LONGEST:
        return []
    joints = _joints(word, lang)
    places = dict.fromkeys(joints, True)
    for start, end in pairwise([0, *joints, len(word)]):
        for at in _syllables(word[start:end], lang):
            if at >= _SHORTEST and end - start - at >= _SHORTEST:
                places[start + at] = False
    return sorted(places.items())


def _joints(word: str, lang: str) -> list[int]:
    """Where a known second part begins: at a syllable, or after a whole syllable if it begins with a
    vowel.
    """
    parts, syllables = _parts(lang), set(_syllables(word, lang))
    found: list[int] = []
    for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
        known = [part for part in parts.get(word[at : at + _SHORTEST], ()) if word.startswith(part, at)]
        vowel_first = word[at] in _VOWELS and any(len(part) > _SHORTEST for part in known)
        if known and (at in syllables or vowel_first or lang != "fi") and (not found or at - found[-1] >= _SHORTEST):
            found.append(at)
    return found


@cache
def _parts(lang: str) -> dict[str, tuple[str, ...]]:
    by_start: dict[str, tuple[str, ...]] = {}
    for part in _PARTS.get(lang, "").split():
        by_start[part[:_SHORTEST]] = (*by_start.get(part[:_SHORTEST], ()), part)
    return by_start


def _syllables(word: str, lang: str) -> list[int]:
    if lang == "fi":
        return _finnish(word.lower())
    return [int(at) for at in _patterns(lang).positions(word)]


@cache
def _patterns(lang: str) -> "pyphen.Pyphen":
    import pyphen  # the first frame has no word to break

    return pyphen.Pyphen(lang=lang if pyphen.language_fallback(lang) else "en_GB")


def _finnish(word: str) -> list[int]:
    found: list[int] = []
    start = 0  # of the syllable being read
    for at in range(1, len(word)):
        if not any(ch in _VOWELS for ch in word[start:at]) or not word[at].isalpha():
            continue
        before, here, after = word[at - 1], word[at], word[at + 1 : at + 2]
        if here in _VOWELS:
            pair = before in _VOWELS and before + here not in _DIPHTHONGS and before != here
            third = at - start >= 2 and word[at - 2] in _VOWELS and before in _VOWELS
            opens = pair or third
        else:
            opens = bool(after) and after in _VOWELS
        if opens:
            found.append(at)
            start = at
    return found
