"""With people: nearness, pictures, answers, and posts that everybody can read."""

from __future__ import annotations

from governance.content import Bilingual
from governance.models import Policy
from training.content.starter_article import StarterArticle
from training.models import Article

Kind = Policy.Kind
Theme = Article.Theme

ARTICLES: tuple[StarterArticle, ...] = (
    StarterArticle(
        code="friends",
        theme=Theme.NEARNESS,
        policy_kind=Kind.NEARNESS,
        is_public=False,
        title=Bilingual(
            nl="Mag ik vrienden worden met studenten?",
            en="May I become friends with students?",
        ),
        summary=Bilingual(
            nl="Dat mag, als je het voor iedereen gelijk doet en je professioneel blijft. Een "
            "apart werkaccount is het makkelijkst: daar zien studenten jou als docent.",
            en="You may, if you do the same for everybody and stay professional. A separate work "
            "account is easiest: there students see you as their teacher.",
        ),
        body=Bilingual(
            nl="""
Op school ben je betrokken én houd je afstand. Online is dat niet anders.

## Zo pak je het aan
- Kies vooraf: accepteer je verzoeken, en van wie? Doe het voor de hele groep gelijk.
- Gebruik een werkaccount, of een lijst, zodat studenten je vakantiefoto's niet zien.
- Vraag studenten om ook hun eigen instellingen na te lopen.
- Een gesprek onder vier ogen dat zorgen geeft, verplaats je naar school. Vertel het een collega.

## Beter niet
- Zelf studenten uitnodigen: niet iedereen durft nee te zeggen.
- Laat op de avond chatten, of berichten die vanzelf verdwijnen.
""",
            en="""
At school you are involved and you keep some distance. Online that is no different.

## How to go about it
- Choose beforehand: do you accept requests, and whose? Do the same for the whole group.
- Use a work account, or a list, so that students do not see your holiday pictures.
- Ask students to look at their own settings too.
- A private talk that worries you moves to school. Tell a colleague.

## Better not
- Inviting students yourself: not all of them feel free to say no.
- Chatting late at night, or with messages that disappear.
""",
        ),
    ),
    StarterArticle(
        code="portraits",
        theme=Theme.PRIVACY,
        policy_kind=Kind.PRIVACY,
        is_public=True,
        title=Bilingual(
            nl="Wanneer mag een foto van iemand geplaatst worden?",
            en="When may a picture of somebody be posted?",
        ),
        summary=Bilingual(
            nl="Vraag eerst toestemming als iemand herkenbaar in beeld is, en zeg waarvoor. "
            "Onder de 16 jaar geeft een ouder toestemming. Wie spijt krijgt, mag die altijd "
            "intrekken.",
            en="Ask first when somebody can be recognised, and say what for. Under 16 a parent "
            "consents. Whoever changes their mind may always withdraw the consent.",
        ),
        body=Bilingual(
            nl="""
Een foto waarop je iemand herkent is een persoonsgegeven. Daarvoor geldt de privacywet (AVG) en het
portretrecht.

## Goede toestemming
- is **vrij**: nee zeggen heeft geen gevolgen;
- is **duidelijk**: voor welk kanaal, voor welk doel en hoe lang;
- is **vastgelegd**: je kunt later laten zien wie wat goed vond;
- kan worden **ingetrokken**: dan haal je de foto zo snel mogelijk weg.

## Zonder toestemming
Een sfeerbeeld waarop niemand herkenbaar is, kan altijd: handen, ruggen, het gebouw. Bij een open
dag hang je een bord op en vertel je waar niet gefotografeerd wordt. Wie het niet wil, komt niet
in beeld.

Sta je zelf op een foto en wil je dat niet? Laat het ons weten, dan kijken we er meteen naar.
""",
            en="""
A picture on which you recognise somebody is personal data. The privacy law (GDPR) and portrait
rights apply.

## Good consent
- is **free**: saying no has no consequences;
- is **clear**: for which channel, for what purpose and how long;
- is **written down**: you can show later who agreed to what;
- can be **withdrawn**: then you take the picture away as soon as you can.

## Without consent
A picture on which nobody can be recognised is always fine: hands, backs, the building. At an open
day you put up a sign and say where no pictures are taken. Who does not want it, is not in the
picture.

Are you in a picture and do you not want that? Tell us, and we look at it at once.
""",
        ),
    ),
    StarterArticle(
        code="complaints",
        theme=Theme.ANSWERING,
        policy_kind=Kind.WEBCARE,
        is_public=True,
        title=Bilingual(
            nl="Wat gebeurt er met een klacht op sociale media?",
            en="What happens with a complaint on social media?",
        ),
        summary=Bilingual(
            nl="We lezen elke klacht en laten weten dat we ermee bezig zijn. De oplossing "
            "bespreken we één op één, omdat je gegevens niet op een openbare plek horen.",
            en="We read every complaint and say that we are working on it. The solution we "
            "discuss one to one, because your details do not belong in a public place.",
        ),
        body=Bilingual(
            nl="""
1. We bevestigen openbaar dat we je gezien hebben, en vragen of je een privébericht stuurt.
2. De juiste afdeling zoekt uit wat er gebeurde.
3. Je hoort wat we doen. Lukt het niet wat je vraagt, dan leggen we uit waarom.
4. Daarna laten we openbaar weten dat het is opgepakt, zonder details.

We halen een klacht niet weg. Wel verwijderen we schelden, discriminatie en gegevens van anderen.

Kom je er met ons niet uit? Dan kun je een officiële klacht indienen via de klachtenregeling.
""",
            en="""
1. We confirm in public that we saw you, and ask for a private message.
2. The right department finds out what happened.
3. You hear what we do. When we cannot do what you ask, we explain why.
4. Then we say in public that it was taken up, without details.

We do not take a complaint away. We do remove abuse, discrimination and details of others.

Can we not solve it together? Then you can file an official complaint.
""",
        ),
    ),
    StarterArticle(
        code="accessible",
        theme=Theme.POSTING,
        policy_kind=Kind.PROTOCOL,
        is_public=False,
        title=Bilingual(
            nl="Hoe maak ik een bericht dat iedereen kan lezen?",
            en="How do I make a post that everybody can read?",
        ),
        summary=Bilingual(
            nl="Schrijf kort en gewoon, geef elke afbeelding een beschrijving en elke video "
            "ondertiteling. Zet geen belangrijke tekst alleen in een plaatje.",
            en="Write short and plain, give every picture a description and every video captions. "
            "Put no important text in a picture only.",
        ),
        body=Bilingual(
            nl="""
- **Tekst:** korte zinnen, taal op B1, de kern eerst. Leg afkortingen uit.
- **Afbeelding:** beschrijf in één of twee zinnen wat ertoe doet. Staat er tekst in? Zet die ook in
  het bericht.
- **Video:** ondertiteling, en vertel wat je alleen kunt zien.
- **Emoji:** hooguit een paar, en niet in plaats van woorden. Een voorleeshulp spreekt ze allemaal
  uit.
- **Kleur:** genoeg contrast; laat kleur nooit het enige verschil zijn.
- **Link:** zeg waar die heen gaat.
""",
            en="""
- **Text:** short sentences, B1 language, the point first. Explain abbreviations.
- **Picture:** say in one or two sentences what matters. Is there text in it? Put it in the post
  too.
- **Video:** captions, and tell what can only be seen.
- **Emoji:** a few at most, and not instead of words. A screen reader says every one of them.
- **Colour:** enough contrast; colour is never the only difference.
- **Link:** say where it leads.
""",
        ),
    ),
    StarterArticle(
        code="answering",
        theme=Theme.ANSWERING,
        policy_kind=Kind.WEBCARE,
        is_public=False,
        title=Bilingual(
            nl="Hoe beantwoord ik een vraag op sociale media?",
            en="How do I answer a question on social media?",
        ),
        summary=Bilingual(
            nl="Bedank voor de vraag, geef eerst het antwoord en dan pas een link, en onderteken "
            "met je voornaam. Weet je het niet, zeg dan wanneer je het wel weet.",
            en="Thank for the question, give the answer first and only then a link, and sign with "
            "your first name. When you do not know, say when you will.",
        ),
        body=Bilingual(
            nl="""
1. **Lees alles.** Ook eerdere berichten in het ticket: is er al iets beloofd?
2. **Pak het op**, zodat niemand hetzelfde doet.
3. **Antwoord in gewone taal** en op de toon van de vraag. *Je*, niet *u*.
4. **Niets persoonlijks** in het openbaar: geen cijfers, ziekte of studentnummer.
5. **Link naar de kennisbank** als het antwoord langer is.
6. **Sluit af** als de vraag beantwoord is. Een bedankje hoeft geen nieuw antwoord.

Een boos bericht? Wacht vijf minuten, of laat een collega meelezen.
""",
            en="""
1. **Read everything.** Earlier messages in the ticket too: was something promised?
2. **Take it up**, so that nobody does the same.
3. **Answer in plain words** and in the tone of the question.
4. **Nothing personal** in public: no marks, illness or student number.
5. **Link to the knowledge base** when the answer is longer.
6. **Close it** when the question is answered. A thank-you needs no new answer.

An angry message? Wait five minutes, or let a colleague read along.
""",
        ),
    ),
    StarterArticle(
        code="hashtags",
        theme=Theme.POSTING,
        policy_kind=Kind.PROTOCOL,
        is_public=False,
        title=Bilingual(
            nl="Welke hashtags gebruiken we, en hoe schrijf ik ze?",
            en="Which hashtags do we use, and how do I write them?",
        ),
        summary=Bilingual(
            nl="Gebruik er hooguit drie, aan het eind van het bericht, met een hoofdletter per "
            "woord: #OpenDag. Kijk eerst wat er onder een hashtag staat.",
            en="Use three at most, at the end of the post, with a capital for each word: "
            "#OpenDay. Look first at what is found under a hashtag.",
        ),
        body=Bilingual(
            nl="""
- **Eén vaste** van de school, één van de opleiding, en één van het onderwerp. Meer helpt niet.
- **Hoofdletter per woord:** #OpenDagHoorn. Een voorleeshulp leest dan de losse woorden.
- **Kijk eerst.** Zoek de hashtag op: misschien gebruikt een ander hem voor iets heel anders.
- **Nieuwe hashtag?** Overleg met communicatie, dan luisteren we er ook naar.
- **Niet meeliften** op een hashtag van een ramp of rel.
""",
            en="""
- **One fixed** hashtag of the college, one of the course, one of the subject. More does not help.
- **A capital for each word:** #OpenDayHoorn. A screen reader then reads the words.
- **Look first.** Search for it: others may use it for something quite different.
- **A new hashtag?** Talk with communications, then we listen to it as well.
- **Do not ride along** on the hashtag of a disaster or a row.
""",
        ),
    ),
)
