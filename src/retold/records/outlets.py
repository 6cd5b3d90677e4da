"""Outlets: who publishes, under which names and addresses, and who owns it.

Always holds of a `Registry`: no name, alias or domain belongs to two outlets; it never changes once made; two with the
same entries are equal and have the same digest.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from urllib.parse import urlsplit


class OutletKind(StrEnum):
    """What sort of publisher an outlet is."""

    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    MAGAZINE = "magazine"
    WEBSITE = "website"
    STATE_BODY = "state body"
    """An office that publishes for itself: a speaker, and never a publication that passes words on."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """One publisher.

    `aliases` are names that mean it and no other; `words` name it in running English; `country` is ISO 3166-1 alpha-2;
    `as_of` is the month (YYYY-MM) for which `owner` holds; `state` says that a government or ruling party owns or runs
    it; `pictures` marks an agency of pictures alone; `source` is where the outlet says so of itself.
    """

    name: str
    kind: OutletKind
    source: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str = ""
    owner: str = ""
    as_of: str = ""
    state: bool = False
    pictures: bool = False
    words: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and its aliases."""
        return (self.name, *self.aliases)


class OutletConflictError(Exception):
    """Two outlets claim one name or domain; the message names both."""


@dataclass(frozen=True, slots=True)
class Registry:
    """Outlets by their names and domains. Equal by digest, which is made from every entry."""

    outlets: tuple[Outlet, ...] = field(compare=False)
    digest: str = field(init=False)
    agencies: Mapping[str, str] = field(init=False, compare=False, repr=False)
    """Every form that an agency has in credits and datelines, with the name that we write."""
    _named: Mapping[str, Outlet] = field(init=False, compare=False, repr=False)
    _hosts: Mapping[str, Outlet] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Index the entries; raises OutletConflictError."""
        ordered = tuple(sorted(self.outlets, key=lambda outlet: (folded(outlet.name), outlet.name)))
        object.__setattr__(self, "outlets", ordered)
        said = hashlib.sha256("\0".join(map(repr, ordered)).encode("utf-8", "surrogatepass"))
        object.__setattr__(self, "digest", said.hexdigest()[:32])
        agencies = {form: o.name for o in ordered if o.kind is OutletKind.AGENCY for form in o.names}
        object.__setattr__(self, "agencies", MappingProxyType(agencies))
        object.__setattr__(self, "_named", _index((folded(n), n, o) for o in ordered for n in o.names))
        object.__setattr__(self, "_hosts", _index((host_form(d), d, o) for o in ordered for d in o.domains))

    def __reduce__(self) -> tuple[type[Registry], tuple[tuple[Outlet, ...]]]:
        """Only the entries travel to another process; the indices are made there."""
        return Registry, (self.outlets,)

    def named(self, name: str) -> Outlet | None:
        """The outlet that a name, an alias or a domain means.

        A name in capitals counts only as written: "AP" is an agency, "ap" may be anything.
        """
        bare = _bare(name)
        found = self._named.get(bare.casefold())
        if found is not None:
            same = [own for own in map(_bare, found.names) if own.casefold() == bare.casefold()]
            if bare in same or not all(own.isupper() for own in same):
                return found
        return self._hosts.get(host_form(name.strip())) if "." in name else None

    def one_name(self, name: str) -> str:
        """The name that we write for an outlet, whichever of its names this is; an unknown one stays as it is."""
        found = self.named(name)
        return found.name if found else name

    def at_host(self, host: str) -> Outlet | None:
        """The outlet whose domain is the longest end of a host; None where none is."""
        labels = host_form(host).split(".")
        for start in range(len(labels)):
            found = self._hosts.get(".".join(labels[start:]))
            if found is not None:
                return found
        return None

    def at(self, url: str) -> Outlet | None:
        """The outlet to whose host an address belongs; None for one that is no address."""
        try:
            host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
        except ValueError:
            return None
        return self.at_host(host)

    def extended(self, own: Iterable[Outlet]) -> Registry:
        """The registry with further entries, each in place of one of the same name; raises OutletConflictError."""
        added = tuple(own)
        replaced = {folded(outlet.name) for outlet in added}
        return Registry((*(o for o in self.outlets if folded(o.name) not in replaced), *added))

    @property
    def picture_agencies(self) -> frozenset[str]:
        """The forms of the agencies that mark a caption and never a report."""
        return frozenset(form for outlet in self.outlets if outlet.pictures for form in outlet.names)

    @property
    def publications(self) -> tuple[Outlet, ...]:
        """The outlets that report; a state body speaks."""
        return tuple(outlet for outlet in self.outlets if outlet.kind is not OutletKind.STATE_BODY)


def folded(name: str) -> str:
    """A name as looked up: one form of letters and quotation marks, small, single spaces, without a leading "the"."""
    return _bare(name).casefold()


def _bare(name: str) -> str:
    """A name as written, with its letters composed and its white space single, without a leading "the"."""
    words = unicodedata.normalize("NFKC", name).replace("’", "'").split()
    return " ".join(words[1:] if len(words) > 1 and words[0].casefold() == "the" else words)


def host_form(host: str) -> str:
    """A host as looked up: small, ASCII (IDNA) where it can be, without a full stop at its end."""
    plain = unicodedata.normalize("NFKC", host).casefold().rstrip(".")
    try:
        return plain if plain.isascii() else plain.encode("idna").decode("ascii")
    except UnicodeError:
        return plain


def _index(entries: Iterable[tuple[str, str, Outlet]]) -> Mapping[str, Outlet]:
    found: dict[str, Outlet] = {}
    for key, shown, outlet in entries:
        other = found.setdefault(key, outlet)
        if other is not outlet:
            raise OutletConflictError(f'"{shown}" belongs to both "{other.name}" and "{outlet.name}"')
    return MappingProxyType(found)
