"""Own short answers about social media in the mbo, to start the knowledge base with.

They say what is common sense and law in the Netherlands; what this college decides stands in the
policy of the kind that is named. Sources: the publication, chapter 7; the GDPR (AVG) and its Dutch
implementation act (UAVG, age 16), the Copyright act (Auteurswet, articles 19-21: portrait rights).
"""

from __future__ import annotations

from training.content import articles_people, articles_safety

ARTICLES = (*articles_people.ARTICLES, *articles_safety.ARTICLES)
