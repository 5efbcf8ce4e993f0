"""The words of the tone scorer: plain data, Dutch first. Folded: lower case, no accents.

A weight runs from 0.7 (a shade) to 2 (unmistakable).
"""

from __future__ import annotations

from typing import Final


def _words(table: dict[float, str]) -> dict[str, float]:
    return {word: weight for weight, words in table.items() for word in words.split()}


def _phrases(table: dict[float, str]) -> dict[str, float]:
    """Phrases are separated by `|`."""
    return {
        " ".join(phrase.split()): weight
        for weight, phrases in table.items()
        for phrase in phrases.split("|")
    }


WEIGHTS: Final = _words(
    {
        2.0: """
            geweldig geweldige fantastisch fantastische super superleuk superblij topschool trots
            trotse briljant briljante prachtig prachtige uitstekend uitstekende perfect perfecte
            heerlijk heerlijke genoten geslaagd dankbaar amazing awesome wonderful fantastic
            excellent proud love lintje pluim chapeau hulde gefeliciteerd proficiat bravo
        """,
        1.5: """
            top blij blije leuk leuke leuks mooi mooie mooiste tof toffe gaaf gave vet vette goeie
            knap knappe lief lieve bedankt dank dankjewel dankje thanks thank thx enthousiast
            enthousiaste gezellig gezellige behulpzaam behulpzame vriendelijk vriendelijke warm
            hartelijk hartelijke welkom inspirerend inspirerende compliment complimenten aanrader
            great happy nice helpful welcome nailed goals held helden kanjer kanjers toppers
            topper tevreden haha hahaha lmao genieten lachen goud cool lovely yay hoera joepie
        """,
        1.0: """
            goed goede fijn fijne lekker lekkere handig handige good fun succes success zin
            eindelijk gelukt geslaagde winnen gewonnen waardevol waardevolle netjes keurig
            duidelijk snel sterk kampioen feest grappig grappige hihi xd yes ontspannen opgelucht
            hartverwarmend
        """,
        -2.0: """
            verschrikkelijk verschrikkelijke vreselijk vreselijke schandalig schandalige
            belachelijk belachelijke waardeloos waardeloze dramatisch drama ramp rampzalig
            walgelijk walgelijke schande schandelijk wanhopig wanhoop onacceptabel onacceptabele
            haat terrible awful horrible disgusting worst hate pathetic oplichters oplichting
            gestoord kut kutschool klote kloteschool teringzooi schijt fuck shit bagger
            wanprestatie discriminatie racisme gepest pesten mishandeld verwaarlozing
            doodongelukkig kapot aanklacht
        """,
        -1.5: """
            slecht slechte slechter slechtste boos boze woedend teleurgesteld teleurstellend
            teleurstelling stom stomme irritant irritante ergernis erger belazerd gelogen liegen
            onbeschoft onbeschofte onvriendelijk triest trieste verdrietig verdriet bang eng angst
            angstig onveilig onveilige vies vieze smerig smerige klacht klachten klagen puinhoop
            chaos rommel zwak zwakke nutteloos nutteloze zinloos saai saaie bah jammer pech fout
            fouten mislukt bad sad angry disappointed disappointing useless annoying rude broken
            zielig kwijt geweigerd genegeerd negeren huilen gehuild onzin flauwekul gedoe zat moe
            mopper zucht balen baal gebaald treurig treurige ongelofelijk ongehoord ruzie asociaal
            absurd absurde idioot idiote sukkels prutsers incompetent wtf unacceptable spijt sorry
            onduidelijk onduidelijke lesuitval uitval vertraging duurder bezuiniging geschrapt
            ontslag storing storingen vaag vage onrecht oneerlijk gezeik gezeur zeuren
        """,
        -1.0: """
            probleem problemen lastig moeilijk zorgen bezorgd wachten wachtrij traag trage laat
            kapotte duur dure vol uitgevallen gemist missen mist afgezegd afgelast helaas last
            stress druk pijn problem issue slow late waiting wait stuck error tekort verloren
            verwaarloosd overlast herrie verlies jaloers smoes smoesje
        """,
        -0.7: """
            alweer gelikt weigert vervelend hoezo nul straf boete opnieuw
        """,
    }
)

# One emoji each; hearts and stars of every colour, thumbs, and the faces that people mean.
EMOJI: Final[dict[str, float]] = {
    **dict.fromkeys("❤🧡💛💚💙💜🖤💖💕😍🥰🤩🎉🥳👏🏆🙌💪🌟⭐💯", 1.5),
    **dict.fromkeys("😂🤣😊😁😀😃😄😆😅🙂😎👍👌🙏☀🔥✨😋💅🎓🏃", 1.0),
    **dict.fromkeys("😡🤬😠👎💔🤮🤢", -2.0),
    **dict.fromkeys("😢😞😔😟😩😫😤🙄😒😕☹😣😖🤦😱", -1.0),
}

# Whole phrases tell more than their words: mockery in kind words, and complaints without any.
PHRASES: Final = _phrases(
    {
        -2.0: """
            bedankt voor niks | lekker dan | lekker bezig | fijn dan | mooi is dat |
            goed bezig hoor | top hoor | knap hoor | nou bedankt | lekker belangrijk |
            thanks for nothing | great job not | ik verzin het niet | word er gek van |
            word hier gek van | gek van word | geen antwoord | niemand neemt op | niet serieus |
            neem je niet serieus | slaat nergens op | word er gestoord van | schaam je |
            schamen jullie | hoe is het mogelijk | kan echt niet | kan dit nou |
            te gek voor woorden | laat me niet lachen | wat een zooi | wat een bende |
            geldklopperij | van het kastje naar de muur | niks van gehoord | hoor niks |
            krijg geen reactie | geen reactie | nog steeds niet | nog steeds geen |
            nog altijd geen | is het normaal dat | hoe kan het dat | waar slaat dit op |
            wat is dit voor | waar betaal ik voor | waar betalen wij voor | met twee maten |
            aan hun lot
        """,
        -1.2: """
            de derde keer | de vierde keer | de vijfde keer | de zoveelste keer | derde keer |
            vierde keer | zoveelste keer | 4e keer | 3e keer | 5e keer | alweer een | weer niet |
            weer geen | weer uitgevallen | wel mogen | en wij niet | te laat | niet eens |
            geen idee waar | moet toch niet | kan toch niet | mag toch niet | staat niks in |
            is stilte ook | houdt bij hoog en laag
        """,
        1.8: """
            niet normaal leuk | niet normaal goed | niks mis mee | niet verkeerd | ga zo door |
            goed bezig | goed gedaan | well done | heel veel plezier | veel plezier | zo goed |
            had niet beter gekund | kan niet wachten | petje af | hoe leuk | heb er zin in |
            had zin in | dikke duim | keep it up | best ever
        """,
    }
)

NEGATIONS: Final = frozenset(
    """
    amper aren cannot didn doesn don geen isn nauwelijks nergens never nie niemand niet niets niks
    nit no nooit noppes not wasn without won zonder
    """.split()  # noqa: SIM905
)
AMPLIFIERS: Final = frozenset(
    """
    absolutely bloed echt enorm erg extremely gewoon heel hele helemaal kei knetter mega mooi
    ontzettend onwijs really so super totaal verschrikkelijk very vreselijk zeer zo
    """.split()  # noqa: SIM905
)
DIMINISHERS: Final = frozenset(
    """
    beetje best bit enigszins kinda redelijk slightly somewhat soort vrij wat
    """.split()  # noqa: SIM905
)
# After these a text turns: what follows is what the writer wants to say.
TURNS: Final = frozenset(
    """
    alleen behalve but echter however maar though
    """.split()  # noqa: SIM905
)
