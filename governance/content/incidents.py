"""Kinds of incident online, and what whoever finds one does first."""

from __future__ import annotations

from dataclasses import dataclass

from governance.content import Bilingual


@dataclass(frozen=True, slots=True)
class IncidentKind:
    code: str
    name: Bilingual
    explanation: Bilingual
    first_steps: tuple[Bilingual, ...]


INCIDENT_KINDS: tuple[IncidentKind, ...] = (
    IncidentKind(
        "online_bullying",
        Bilingual(nl="online pesten", en="online bullying"),
        Bilingual(
            nl="Iemand wordt online herhaald gekwetst, buitengesloten of belachelijk gemaakt.",
            en="Someone is repeatedly hurt, shut out or ridiculed online.",
        ),
        (
            Bilingual(
                nl="Vang eerst degene op die het overkomt en vraag wat die nodig heeft.",
                en="First support the one it happens to and ask what they need.",
            ),
            Bilingual(
                nl="Bewaar bewijs: schermafdrukken met datum, account en link.",
                en="Keep evidence: screenshots with date, account and link.",
            ),
            Bilingual(
                nl="Betrek de mentor en de vertrouwenspersoon, bij minderjarigen ook de ouders.",
                en="Involve the mentor and the confidential adviser, and for minors the parents "
                "too.",
            ),
            Bilingual(
                nl="Meld de berichten bij het platform en spreek de daders aan volgens het "
                "pestbeleid.",
                en="Report the posts to the platform and address those who did it under the "
                "bullying policy.",
            ),
        ),
    ),
    IncidentKind(
        "impersonation",
        Bilingual(nl="iemand doet zich voor als een ander", en="impersonation"),
        Bilingual(
            nl="Een nepaccount gebruikt de naam of het beeld van de school, een medewerker of een "
            "student.",
            en="A fake account uses the name or image of the college, a member of staff or a "
            "student.",
        ),
        (
            Bilingual(
                nl="Leg het account vast met schermafdrukken en het webadres.",
                en="Record the account with screenshots and its web address.",
            ),
            Bilingual(
                nl="Meld het bij het platform als nepaccount.",
                en="Report it to the platform as a fake account.",
            ),
            Bilingual(
                nl="Waarschuw wie wordt nagedaan en, als er misbruik dreigt, ook onze volgers via "
                "het echte kanaal.",
                en="Warn whoever is imitated and, if abuse is likely, our followers through the "
                "real channel too.",
            ),
            Bilingual(
                nl="Doe aangifte bij fraude of bedreiging.",
                en="Report to the police in case of fraud or threats.",
            ),
        ),
    ),
    IncidentKind(
        "leaked_data",
        Bilingual(nl="gelekte persoonsgegevens", en="leaked personal data"),
        Bilingual(
            nl="Namen, cijfers, adressen of andere gegevens zijn te zien voor wie ze niet mag "
            "zien.",
            en="Names, marks, addresses or other data can be seen by people who should not.",
        ),
        (
            Bilingual(
                nl="Haal de gegevens offline of scherm ze af, en noteer het tijdstip.",
                en="Take the data offline or shield it, and note the time.",
            ),
            Bilingual(
                nl="Meld het meteen bij de functionaris gegevensbescherming: een meldplichtig lek "
                "moet binnen 72 uur bij de Autoriteit Persoonsgegevens zijn.",
                en="Tell the data protection officer at once: a notifiable breach must reach the "
                "Dutch Data Protection Authority within 72 hours.",
            ),
            Bilingual(
                nl="Zoek uit om wie het gaat, welke gegevens het zijn en wie ze zag.",
                en="Find out who is concerned, which data it is and who saw it.",
            ),
            Bilingual(
                nl="Bespreek met de functionaris of en hoe de betrokkenen bericht krijgen.",
                en="Discuss with the officer whether and how those concerned are told.",
            ),
        ),
    ),
    IncidentKind(
        "threat",
        Bilingual(nl="dreigend bericht", en="threatening message"),
        Bilingual(
            nl="Iemand dreigt met geweld tegen een persoon, een groep of de school.",
            en="Someone threatens violence against a person, a group or the college.",
        ),
        (
            Bilingual(
                nl="Bel 112 bij direct gevaar. Neem elk bericht serieus.",
                en="Call 112 in immediate danger. Take every message seriously.",
            ),
            Bilingual(
                nl="Leg het bericht vast en reageer er zelf niet op.",
                en="Record the message and do not respond to it yourself.",
            ),
            Bilingual(
                nl="Roep het crisisteam bijeen: bestuur, beveiliging, gebouwbeheer en "
                "woordvoerder.",
                en="Call the crisis team together: board, security, building manager and "
                "spokesperson.",
            ),
            Bilingual(
                nl="Laat alleen de woordvoerder naar buiten spreken.",
                en="Let only the spokesperson speak to the outside.",
            ),
            Bilingual(
                nl="Houd een logboek bij met tijd, besluit en naam.",
                en="Keep a log with time, decision and name.",
            ),
        ),
    ),
    IncidentKind(
        "hacked_account",
        Bilingual(nl="gekraakt account", en="hacked account"),
        Bilingual(
            nl="Een ander heeft de macht over een kanaal of account van de school.",
            en="Another has control of a channel or account of the college.",
        ),
        (
            Bilingual(
                nl="Wijzig het wachtwoord, beëindig alle sessies en trek koppelingen in.",
                en="Change the password, end all sessions and withdraw links to other services.",
            ),
            Bilingual(
                nl="Lukt inloggen niet, gebruik dan de herstelroute van het platform en schakel "
                "ict in.",
                en="If you cannot sign in, use the recovery route of the platform and call in ICT.",
            ),
            Bilingual(
                nl="Verwijder wat de indringer plaatste, nadat je het hebt vastgelegd.",
                en="Remove what the intruder posted, after recording it.",
            ),
            Bilingual(
                nl="Meld het bij de functionaris gegevensbescherming, want privéberichten kunnen "
                "gelezen zijn.",
                en="Tell the data protection officer, for private messages may have been read.",
            ),
            Bilingual(
                nl="Zet inloggen in twee stappen aan en vertel volgers kort wat er gebeurde.",
                en="Switch on two-step sign-in and tell followers briefly what happened.",
            ),
        ),
    ),
    IncidentKind(
        "unwanted_image",
        Bilingual(nl="ongewenst beeld", en="unwanted image"),
        Bilingual(
            nl="Er staat een foto of video van iemand online die dat niet wil, echt of gemaakt "
            "met AI.",
            en="A photo or video of someone is online against their will, real or made with AI.",
        ),
        (
            Bilingual(
                nl="Stel degene in beeld gerust: die is niet schuldig.",
                en="Reassure the person shown: they are not to blame.",
            ),
            Bilingual(
                nl="Gaat het om seksueel beeld, zeker van een minderjarige, sla het dan niet op "
                "en stuur het niet door. Noteer alleen waar het staat.",
                en="If the image is sexual, of a minor above all, do not save or forward it. Only "
                "note where it is.",
            ),
            Bilingual(
                nl="Vraag de plaatser en het platform het te verwijderen. Helpwanted.nl kan "
                "daarbij helpen.",
                en="Ask the poster and the platform to remove it. Helpwanted.nl can help with "
                "that.",
            ),
            Bilingual(
                nl="Betrek de vertrouwenspersoon en het bestuur, en bespreek samen aangifte.",
                en="Involve the confidential adviser and the board, and discuss going to the "
                "police together.",
            ),
        ),
    ),
    IncidentKind(
        "discrimination",
        Bilingual(nl="discriminatie", en="discrimination"),
        Bilingual(
            nl="Iemand wordt online minder behandeld of uitgescholden om wie die is.",
            en="Someone is treated as less or abused online for who they are.",
        ),
        (
            Bilingual(
                nl="Leg het bericht vast en verberg of verwijder het op onze eigen kanalen.",
                en="Record the message and hide or remove it on our own channels.",
            ),
            Bilingual(
                nl="Zeg in het openbaar kort waar de school voor staat, zonder ruzie te maken.",
                en="Say briefly in public what the college stands for, without starting a quarrel.",
            ),
            Bilingual(
                nl="Spreek met wie geraakt is en wijs op de vertrouwenspersoon en op "
                "Discriminatie.nl.",
                en="Talk with whoever was hurt and point to the confidential adviser and to "
                "Discriminatie.nl.",
            ),
            Bilingual(
                nl="Is de afzender van onze school, volg dan de gedragscode.",
                en="If the sender belongs to our college, follow the code of conduct.",
            ),
        ),
    ),
    IncidentKind(
        "other",
        Bilingual(nl="iets anders", en="something else"),
        Bilingual(
            nl="Het past niet in de lijst, maar het voelt niet goed.",
            en="It does not fit the list, but it does not feel right.",
        ),
        (
            Bilingual(
                nl="Schrijf op wat je zag, waar en wanneer.",
                en="Write down what you saw, where and when.",
            ),
            Bilingual(
                nl="Overleg met het webcareteam of je leidinggevende voordat je reageert.",
                en="Consult the webcare team or your manager before you respond.",
            ),
            Bilingual(
                nl="Spreek af wie het oppakt en wanneer jullie terugkijken.",
                en="Agree who takes it on and when you look back.",
            ),
        ),
    ),
)
