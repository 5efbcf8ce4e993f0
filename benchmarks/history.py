"""Fills an empty database with as many mentions and tickets as years of use bring, quickly.

Everything is made inside PostgreSQL from the number of the row, so the same numbers always give
the same database; only the times depend on the moment of filling.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from benchmarks import corpus

TEXTS = 5_000
_SEARCH_INDEX = "mention_search"  # built at once afterwards: five times as fast

_TEXTS = """
CREATE TEMP TABLE example AS
SELECT text, number - 1 AS number FROM unnest(%(texts)s) WITH ORDINALITY AS given (text, number)
"""

# The newest mention is the last; one every half minute.
_MENTIONS = """
INSERT INTO monitoring_mention
  (id, platform, external_id, author_handle, author_name, author_external_id, title, text, url,
   in_reply_to, conversation, published_at, seen_at, raw, lang, sentiment, sentiment_certainty,
   threat, threat_words, is_relevant, is_history, is_own, is_repost, triaged_at)
SELECT n, (ARRAY['x', 'facebook', 'mastodon'])[n %% 3 + 1], n, 'student' || n %% 20000,
  'Student ' || n %% 20000, n %% 20000, '', example.text || ' ' || n,
  'https://social.example/' || n, '', (n - 1) / %(per_ticket)s, at, at,
  jsonb_build_object('id', n, 'content', example.text), 'nl',
  (ARRAY['negative', 'neutral', 'neutral', 'positive'])[n %% 4 + 1], 0.8,
  'none', '{}', true, false, false, false, at
FROM generate_series(1, %(mentions)s) AS n
JOIN example ON example.number = n %% %(texts_count)s
CROSS JOIN LATERAL (SELECT %(at)s - (%(mentions)s - n) * interval '30 s') AS moment (at)
ORDER BY n
"""

# The newest tickets are still in hand, all of the first team; the others were closed in a day.
_TICKETS = """
INSERT INTO webcare_ticket
  (id, team_id, platform, conversation, subject, author_handle, author_name, category, priority,
   threat, is_unsure, needs_approval, state, outcome, owner_id, claimed_at, opened_at, due_at,
   first_answered_at, closed_at, changed_at, revision, rule_name, reasons, created_at, updated_at)
SELECT n, (%(teams)s)[CASE WHEN in_hand THEN 1 ELSE n %% cardinality(%(teams)s) + 1 END], platform,
  conversation, left(text, 120), author_handle, author_name,
  (ARRAY['vraag', 'klacht', 'compliment', 'nieuws'])[n %% 4 + 1],
  CASE WHEN n %% 40 = 0 THEN 4 WHEN n %% 9 = 0 THEN 3 ELSE 2 END,
  CASE WHEN n %% 100 = 0 THEN 'possible' ELSE 'none' END, n %% 11 = 0, n %% 13 = 0,
  CASE WHEN NOT in_hand THEN 'closed' WHEN n %% 10 = 1 THEN 'waiting' ELSE 'open' END,
  CASE WHEN in_hand THEN '' ELSE 'answered' END,
  owner, CASE WHEN owner IS NOT NULL THEN published_at END, published_at,
  published_at + (n %% 48) * interval '1 hour', CASE WHEN NOT in_hand THEN published_at END,
  CASE WHEN NOT in_hand THEN published_at + interval '1 day' END, published_at, 2,
  'Overig', '[]', published_at, published_at
FROM monitoring_mention
CROSS JOIN LATERAL (SELECT id / %(per_ticket)s) AS numbered (n)
CROSS JOIN LATERAL (SELECT n > %(mentions)s / %(per_ticket)s - %(in_hand)s) AS known (in_hand)
CROSS JOIN LATERAL
  (SELECT CASE WHEN n %% 3 = 0 THEN (%(owners)s)[n %% cardinality(%(owners)s) + 1] END)
  AS taken (owner)
WHERE id %% %(per_ticket)s = 0
ORDER BY id
"""

_MESSAGES = """
INSERT INTO webcare_ticketmessage (ticket_id, mention_id, added_at)
SELECT id, id * %(per_ticket)s, opened_at FROM webcare_ticket ORDER BY id
"""

# They keep looking for the hour that a measurement may take.
_PRESENCES = """
INSERT INTO webcare_presence (ticket_id, user_id, seen_at)
SELECT id, (%(owners)s)[1], %(at)s + interval '1 hour' FROM webcare_ticket
WHERE state = 'open' ORDER BY priority DESC, due_at, id LIMIT 20
"""


def fill(mentions: int, *, teams: list[int], owners: list[int], in_hand: int, at: datetime) -> None:
    """`mentions` rows until `at`, a ticket for one in four, the last `in_hand` not yet closed.

    `teams` are primary keys, the one with the work in hand first; `owners` those of its members.
    """
    from django.db import connection  # noqa: PLC0415 - Django is set up by then

    texts = corpus.texts(TEXTS, seed=3)
    values: dict[str, Any] = {
        "mentions": mentions, "per_ticket": 4, "in_hand": in_hand, "at": at, "teams": teams,
        "owners": owners, "texts": texts, "texts_count": len(texts),
    }  # fmt: skip
    with connection.cursor() as cursor:
        index = _drop_index(cursor)
        for statement in (_TEXTS, _MENTIONS, _TICKETS, _MESSAGES, _PRESENCES):
            cursor.execute(statement, values)
        cursor.execute("SET maintenance_work_mem = '512MB'")
        cursor.execute(index)
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("DROP TABLE example")


def _drop_index(cursor: Any) -> str:
    """Drop the index on the words; returns the statement that makes it again."""
    cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = %s", [_SEARCH_INDEX])
    (definition,) = cursor.fetchone()
    cursor.execute(f"DROP INDEX {_SEARCH_INDEX}")
    return str(definition)
