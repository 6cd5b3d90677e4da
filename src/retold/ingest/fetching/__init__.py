"""Fetching from the web: addresses in, raw answers out, with manners and limits."""

from retold.ingest.fetching.addresses import Resolver
from retold.ingest.fetching.client import Outcome
from retold.ingest.fetching.clock import Clock, SystemClock
from retold.ingest.fetching.fetcher import Fetcher
from retold.ingest.fetching.options import FetchOptions
from retold.ingest.fetching.outcomes import Conditions, Fetched, Unchanged

__all__ = [
    "Clock",
    "Conditions",
    "FetchOptions",
    "Fetched",
    "Fetcher",
    "Outcome",
    "Resolver",
    "SystemClock",
    "Unchanged",
]
