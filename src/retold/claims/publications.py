"""Publications under their different names: "the Financial Times", "the newspaper", "a report".

Goes in: the names that relays, outlets and speakers bear in a story. Comes out: one key for each publication, and
whether a name names one at all. Always holds: the answer depends on the name and the registry of outlets alone; two
outlets of one owner are two publications.
"""

from __future__ import annotations

import re
from functools import lru_cache

from retold.claims.actors import normal
from retold.language.outlets import REGISTRY
from retold.language.sourcewords import (
    ANAPHORIC_OUTLETS,
    DOCUMENT_NOUNS,
    PUBLICATION_NAME_WORDS,
    PUBLICATION_NOUNS,
)
from retold.records.outlets import Registry

# Words that make up a name which names no publication: "media reports", "a local newspaper".
NAMELESS = frozenset(
    """
    a an the report reports story stories article articles account accounts published earlier separate new
    recent several multiple local some other news media press newspaper newspapers paper papers publication
    outlet outlets website network agency magazine broadcaster channel television tv radio online organization
    organisation bombshell
    """.split()  # noqa: SIM905 - a word list reads better as words
)
ARTICLED = re.compile(r"[Tt]he \w+")
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())  # noqa: SIM905
# "The Herald on May 3" is the Herald.
DATED = re.compile(
    r"\s+(?:on|in|of)\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur)day|\d{1,2}\s+[A-Z][a-z]+|[A-Z][a-z]{2,8}\.?\s+\d{1,4})\b.*$",
)
REPORTS = frozenset(
    """
    report reports story stories article articles account accounts
    """.split()  # noqa: SIM905 - a word list reads better as words
)
PLATFORMS = frozenset(
    {"twitter", "facebook", "telegram", "instagram", "youtube", "truth social", "weibo", "x", "tiktok", "social media"}
)
PREPOSITION = re.compile(
    r"\b(?:of|with|from|in|on|at|for|by|to|about|who|which|that|familiar|close|briefed|near|inside|within|speaking)\b"
)


def head(name: str) -> str:
    """The noun that a description is about: "a person familiar with the investigation" is about a person."""
    words = PREPOSITION.split(normal(name), maxsplit=1)[0].split()
    return words[-1] if words else ""


def is_generic(name: str) -> bool:
    """Whether `name` could be any publication ("a report", "the newspaper")."""
    words = normal(name).split()
    return bool(words) and all(word in NAMELESS for word in words)


def points_back(name: str) -> bool:
    """Whether `name` means a publication that was named before it ("the newspaper")."""
    words = normal(name).split()
    return is_generic(name) and words[-1] in ANAPHORIC_OUTLETS


class Publications:
    """Names of publications, with the names that a registry knows to be one outlet's taken as one."""

    def __init__(self, outlets: Registry = REGISTRY) -> None:
        self._outlets = outlets
        self._known = _known(outlets)

    def key(self, name: str) -> str:
        """The publication that `name` stands for: "US media reports" are US media, "Friday's Herald" is the Herald."""
        bare = DATED.sub("", name.strip())
        bare = bare[4:] if bare[:4].casefold() == "the " else bare
        outlet = self._outlets.named(bare)
        words = normal(outlet.name if outlet else bare).split()
        while len(words) > 1 and words[-1] in REPORTS:
            words = words[:-1]
        if len(words) > 1 and words[0] in DAYS:
            words = words[1:]
        return " ".join(words)

    def is_publication(self, name: str) -> bool:
        """Whether `name` is that of a publication or agency, or stands for one."""
        found = self.key(name)
        if not found or found in PLATFORMS:
            return False
        last = head(found)
        if found in self._known or is_generic(name) or last in PUBLICATION_NOUNS:
            return True
        return last in PUBLICATION_NAME_WORDS and (
            last not in DOCUMENT_NOUNS or name.strip()[-len(last) :][:1].isupper()
        )

    def is_document(self, name: str) -> bool:
        """Whether `name` is a document, a record or a platform: it passes words on and observes nothing."""
        found = normal(name)
        if found in PLATFORMS:
            return True
        last = head(name)
        return last in DOCUMENT_NOUNS and last not in REPORTS and not self.is_publication(name)


@lru_cache(maxsize=8)
def _known(outlets: Registry) -> frozenset[str]:
    """The keys of the names of all that report; a state body speaks, and is none of them.

    A word that makes a name by its article or its capitals alone ("The Age", "APP") says nothing in small letters.
    """
    aliases = [name for outlet in outlets.publications for name in outlet.aliases if not name.isupper()]
    names = [name for name in (*(o.name for o in outlets.publications), *aliases) if not ARTICLED.fullmatch(name)]
    return frozenset(map(normal, (*names, *(word for outlet in outlets.publications for word in outlet.words))))
