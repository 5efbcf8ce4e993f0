from __future__ import annotations

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from core.clock import now
from monitoring.models import Channel, Match, Mention, SearchTerm, Source


class ChannelFactory(DjangoModelFactory):
    class Meta:
        model = Channel

    platform = "x"
    name = factory.Sequence(lambda n: f"Channel {n}")
    handle = factory.Sequence(lambda n: f"rocdewaterlanden{n}")
    external_id = factory.Sequence(lambda n: str(1000 + n))
    credentials = {"access_token": "token"}


class SourceFactory(DjangoModelFactory):
    class Meta:
        model = Source

    platform = "x"
    kind = Source.Kind.MENTIONS
    name = factory.Sequence(lambda n: f"Source {n}")
    channel = factory.SubFactory(ChannelFactory, platform=factory.SelfAttribute("..platform"))
    interval_seconds = 60
    next_poll_at = factory.LazyFunction(now)


class MentionFactory(DjangoModelFactory):
    class Meta:
        model = Mention

    platform = "x"
    external_id = factory.Sequence(lambda n: str(10_000 + n))
    source = factory.SubFactory(SourceFactory, platform=factory.SelfAttribute("..platform"))
    author_handle = factory.Sequence(lambda n: f"student{n}")
    author_name = factory.Sequence(lambda n: f"Student {n}")
    text = "Waar vind ik het vakantierooster?"
    published_at = factory.LazyFunction(lambda: now() - timedelta(minutes=5))
    seen_at = factory.LazyFunction(now)
    lang = "nl"
    is_relevant = True


class SearchTermFactory(DjangoModelFactory):
    class Meta:
        model = SearchTerm

    name = factory.Sequence(lambda n: f"Term {n}")
    slug = factory.Sequence(lambda n: f"term-{n}")
    query = "waterlanden"


class MatchFactory(DjangoModelFactory):
    class Meta:
        model = Match

    mention = factory.SubFactory(MentionFactory)
    term = factory.SubFactory(SearchTermFactory)
