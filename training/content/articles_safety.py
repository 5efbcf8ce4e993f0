"""Safe and with the right tools: threats, crisis, accounts, devices."""

from __future__ import annotations

from governance.content import Bilingual
from governance.models import Policy
from training.content.starter_article import StarterArticle
from training.models import Article

Kind = Policy.Kind
Theme = Article.Theme

ARTICLES: tuple[StarterArticle, ...] = (
    StarterArticle(
        code="threats",
        theme=Theme.SAFETY,
        policy_kind=Kind.CRISIS,
        is_public=False,
        title=Bilingual(nl="Ik zie een bedreiging. Wat nu?", en="I see a threat. What now?"),
        summary=Bilingual(
            nl="Bel bij direct gevaar 112 en daarna het crisisteam. Maak een schermafdruk met "
            "naam, tijd en link, en reageer zelf niet.",
            en="In immediate danger call 112 and then the crisis team. Take a screenshot with "
            "name, time and link, and do not react yourself.",
        ),
        body=Bilingual(
            nl="""
1. **Direct gevaar?** Bel 112. Daarna het crisisteam.
2. **Leg vast.** Schermafdruk met naam, datum, tijd en het adres van het bericht.
3. **Meld het** in het portaal als incident, ook als je twijfelt. Achteraf niets aan de hand is
   goed.
4. **Reageer niet** en deel het bericht niet verder. Het crisisteam bepaalt wie wat zegt.
5. **Zorg voor elkaar.** Ben je geschrokken, of gaat het over jou? Vertel het je leidinggevende.

Aangifte doet de school samen met wie bedreigd is.
""",
            en="""
1. **Immediate danger?** Call 112. Then the crisis team.
2. **Keep it.** A screenshot with name, date, time and the address of the message.
3. **Report it** in the portal as an incident, also in doubt. Nothing the matter afterwards is
   fine.
4. **Do not react** and do not share the message. The crisis team decides who says what.
5. **Look after each other.** Shaken, or is it about you? Tell your manager.

The college reports it to the police together with whoever was threatened.
""",
        ),
    ),
    StarterArticle(
        code="accounts",
        theme=Theme.ACCOUNTS,
        policy_kind=Kind.ACCOUNTS,
        is_public=False,
        title=Bilingual(
            nl="Eigen account of werkaccount: wat gebruik ik waarvoor?",
            en="My own account or a work account: what do I use for what?",
        ),
        summary=Bilingual(
            nl="Voor contact met studenten en berichten namens school gebruik je een "
            "werkaccount. Op je eigen account ben je jezelf, maar iedereen weet waar je werkt.",
            en="For contact with students and posts in the name of the college you use a work "
            "account. On your own account you are yourself, but people know where you work.",
        ),
        body=Bilingual(
            nl="""
| | werkaccount | eigen account |
|---|---|---|
| namens school plaatsen | ja | nee |
| studenten volgen jou | ja | liever niet |
| naam van school in de naam | ja, volgens de afspraken | nee |
| wachtwoord | in de kluis, minstens twee beheerders | alleen van jou |
| tweestapsverificatie | verplicht | sterk aangeraden |

Zet op je eigen account gerust waar je werkt. Geef je een mening over je werk, zeg dan dat die van
jou is. En: ook wat je alleen met vrienden deelt, kan verder gaan.

Ga je weg of verandert je werk? Meld het, dan krijgt een collega het beheer.
""",
            en="""
| | work account | own account |
|---|---|---|
| posting for the college | yes | no |
| students follow you | yes | rather not |
| name of the college in the name | yes, as agreed | no |
| password | in the vault, two administrators at least | yours alone |
| two-step sign-in | required | strongly advised |

Say on your own account where you work, if you like. When you give an opinion about your work, say
that it is yours. And what you share with friends only can travel on.

Do you leave or does your work change? Say so, then a colleague takes over.
""",
        ),
    ),
    StarterArticle(
        code="crisis",
        theme=Theme.SAFETY,
        policy_kind=Kind.CRISIS,
        is_public=False,
        title=Bilingual(
            nl="Er gebeurt iets ergs. Wat zijn de eerste stappen online?",
            en="Something bad happens. What are the first steps online?",
        ),
        summary=Bilingual(
            nl="Stop geplande berichten, laat alle vragen bij één team binnenkomen en zeg snel "
            "wat je wel en nog niet weet. Alleen de woordvoerder geeft nieuws.",
            en="Stop planned posts, let all questions come in with one team and say soon what "
            "you do and do not know yet. Only the spokesperson gives news.",
        ),
        body=Bilingual(
            nl="""
## Het eerste halfuur
1. Waarschuw het crisisteam. Bij gevaar eerst 112.
2. Zet alle geplande berichten stil, ook vrolijke.
3. Eén plek voor nieuws: meestal de website. De andere kanalen verwijzen daarheen.
4. Zeg wat je weet, wat je niet weet, en wanneer je weer iets laat horen.

## Daarna
- Lees mee: wat vraagt men, wat klopt er niet? Geef dat door.
- Corrigeer onjuiste berichten rustig en één keer.
- Geen namen en geen oorzaken, tot de woordvoerder ze geeft.
- Schrijf op wie wat wanneer besloot.
""",
            en="""
## The first half hour
1. Warn the crisis team. In danger 112 first.
2. Stop all planned posts, cheerful ones too.
3. One place for news: mostly the website. Other channels point there.
4. Say what you know, what you do not know, and when you will say more.

## After that
- Read along: what do people ask, what is wrong? Pass it on.
- Correct what is wrong calmly and once.
- No names and no causes until the spokesperson gives them.
- Write down who decided what and when.
""",
        ),
    ),
    StarterArticle(
        code="devices",
        theme=Theme.DEVICES,
        policy_kind=Kind.PROTOCOL,
        is_public=False,
        title=Bilingual(
            nl="Hoe kom ik aan een telefoon of tablet voor mijn werk?",
            en="How do I get a phone or tablet for my work?",
        ),
        summary=Bilingual(
            nl="Leen een apparaat bij de uitleen en spreek af tot wanneer. Gebruik voor "
            "schoolkanalen geen telefoon van jezelf als het anders kan.",
            en="Borrow a device and agree until when. For the channels of the college use no "
            "phone of your own if you can help it.",
        ),
        body=Bilingual(
            nl="""
- Vraag het aan bij de uitleen en zeg waarvoor en hoe lang.
- Je tekent voor ontvangst en voor de afspraken. Lees ze: het zijn er niet veel.
- Stel een toegangscode in. Bewaar foto's van studenten niet langer dan nodig.
- Kwijt of gestolen? Meld het meteen, ook in het weekend. Dan blokkeren we de accounts.
- Inleveren: log uit, wis je gegevens en lever ook de oplader in.
""",
            en="""
- Ask for it and say what for and how long.
- You sign for it and for the agreements. Read them: there are few.
- Set a passcode. Keep pictures of students no longer than needed.
- Lost or stolen? Report it at once, also at the weekend. Then we block the accounts.
- Giving it back: sign out, erase your data and bring the charger too.
""",
        ),
    ),
    StarterArticle(
        code="signing-in",
        theme=Theme.ACCOUNTS,
        policy_kind=Kind.ACCOUNTS,
        is_public=True,
        title=Bilingual(
            nl="Iemand heeft op mijn account ingelogd. Wat doe ik?",
            en="Somebody got into my account. What do I do?",
        ),
        summary=Bilingual(
            nl="Verander meteen je wachtwoord, meld alle andere apparaten af en zet "
            "tweestapsverificatie aan. Gaat het om een account van school, bel dan ook de "
            "helpdesk.",
            en="Change your password at once, sign out all other devices and switch two-step "
            "sign-in on. Is it an account of the college, then call the helpdesk too.",
        ),
        body=Bilingual(
            nl="""
1. **Kun je er nog in?** Verander je wachtwoord in een dat je nergens anders gebruikt. Kies daarna
   in de instellingen voor *overal afmelden*.
2. **Kun je er niet meer in?** Gebruik *wachtwoord vergeten* en de herstelpagina van het platform.
3. **Kijk wat er gebeurd is:** berichten, volgers, gekoppelde apps. Haal weg wat niet van jou is.
4. **Waarschuw** wie een vreemd bericht van je kreeg.
5. **Zet tweestapsverificatie aan.** Dan is alleen een wachtwoord niet genoeg.

Een account van school? Meld het ook als incident: misschien zijn er gegevens van anderen gezien.
""",
            en="""
1. **Can you still get in?** Change your password to one that you use nowhere else. Then choose
   *sign out everywhere* in the settings.
2. **Can you not get in any more?** Use *forgotten password* and the recovery page of the platform.
3. **Look what happened:** posts, followers, connected apps. Take away what is not yours.
4. **Warn** whoever got a strange message from you.
5. **Switch two-step sign-in on.** Then a password alone is not enough.

An account of the college? Report it as an incident too: others' data may have been seen.
""",
        ),
    ),
)
