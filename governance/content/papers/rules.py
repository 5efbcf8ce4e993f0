"""The routing rules of the webcare policy, by the clause that states them in words.

Tried in the order of the clauses. Only what is sure by its words stands here; what these rules
leave open is judged by what was learned from examples, and treated by the first rule of that team.
"""

from __future__ import annotations

from typing import Any

from governance.models.routing import Clock, Priority, Sentiment, Threat

HOUR = 60
WORKDAY = 8 * HOUR  # in office hours: an answer before the same hour of the next working day

Rules = tuple[dict[str, Any], ...]

THREATS: Rules = (
    {
        "name": "Bedreiging of noodkreet",
        "threats": [Threat.LIKELY],
        "team": "crisis",
        "category": "bedreiging",
        "priority": Priority.URGENT,
        "target_minutes": 20,
        "clock": Clock.WATCH,
        "needs_approval": True,
    },
)

PRESS: Rules = (
    {
        "name": "In het nieuws",
        "words": "{namen} AND (student* OR opleiding* OR school OR schoolgebouw OR mbo OR docent*"
        " OR onderwijs* OR examen* OR college)",
        "platforms": ["rss"],
        "team": "press",
        "category": "nieuwsbericht",
        "target_minutes": WORKDAY,
        "needs_approval": True,
    },
    {
        "name": "Vraag van de pers",
        "words": 'persvraag OR wederhoor OR "voor mijn artikel" OR "voor een artikel over"'
        ' OR "voor ons artikel" OR ((verslaggever OR journalist OR redacteur OR redactie)'
        ' AND ("een reactie" OR "uw reactie" OR "jullie reactie" OR woordvoerder OR citeren))',
        "team": "press",
        "category": "persvraag",
        "priority": Priority.HIGH,
        "target_minutes": 2 * HOUR,
        "clock": Clock.WATCH,
        "needs_approval": True,
    },
)

PRACTICAL: Rules = (
    {
        "name": "Roosters en vakanties",
        "words": "vakantierooster OR ((wanneer OR welke OR begint OR hoelang) AND (herfstvakantie"
        " OR kerstvakantie OR voorjaarsvakantie OR meivakantie OR zomervakantie))",
        "team": "info",
        "category": "rooster",
        "target_minutes": WORKDAY,
    },
    {
        "name": "Rekeningnummer",
        "words": "(bankrekeningnummer OR rekeningnummer OR iban) AND (wat OR welk OR welke OR naar"
        " OR waar OR hebben OR kloppen OR klopt OR juiste)",
        "team": "info",
        "category": "betalen",
        "target_minutes": WORKDAY,
    },
    {
        "name": "Proefles of open dag",
        "words": '(proefles OR meeloopdag OR "open dag" OR opendag OR "open day")'
        " AND (wanneer OR aanmelden OR inschrijven OR hoe OR kan OR kun OR mag OR when OR datum)",
        "sentiments": [Sentiment.NEUTRAL],
        "team": "info",
        "category": "opleidingen",
        "target_minutes": WORKDAY,
    },
    {
        "name": "Aanbod van opleidingen",
        "words": '("hebben jullie" OR "bieden jullie" OR "geven jullie")'
        ' AND ("de opleiding" OR "een opleiding" OR {opleidingen})',
        "sentiments": [Sentiment.NEUTRAL],
        "team": "info",
        "category": "opleidingen",
        "target_minutes": WORKDAY,
    },
)

COMPLAINTS: Rules = (
    {
        "name": "Klacht",
        "words": '"officiele klacht" OR "klacht indienen" OR "ik wil een klacht"'
        " OR (lesuitval AND (weer OR alweer OR opnieuw))",
        "sentiments": [Sentiment.NEGATIVE],
        "team": "comms",
        "category": "klacht",
        "priority": Priority.HIGH,
        "target_minutes": 4 * HOUR,
    },
)

PRAISE: Rules = (
    {
        "name": "Lof en trots",
        "words": '({namen} OR {accounts}) AND (complimenten OR compliment OR "trots op"'
        " OR hulde OR chapeau OR petje)",
        "sentiments": [Sentiment.POSITIVE],
        "team": "comms",
        "category": "compliment",
        "priority": Priority.LOW,
        "target_minutes": 2 * WORKDAY,
    },
    {
        "name": "Samenwerking en vacatures",
        "words": '"graag samenwerken" OR "samenwerking aangaan" OR "gastles geven"'
        ' OR "gastles verzorgen" OR "op mijn sollicitatie" OR "jullie vacature"',
        "sentiments": [Sentiment.NEUTRAL, Sentiment.POSITIVE],
        "team": "comms",
        "category": "bedrijven",
        "target_minutes": WORKDAY,
    },
)
