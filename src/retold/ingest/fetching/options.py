"""What a person may set about fetching: one frozen object, read once."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network

from retold.ingest.options import LARGEST_ARTICLE
from retold.version import VERSION

USER_AGENT = f"retold/{VERSION} (reads news reports; obeys robots.txt as 'retold')"
PRODUCT = "retold"


def named(contact: str = "") -> str:
    """How requests name themselves, with a mail or web address of whoever makes them."""
    return USER_AGENT if not contact else f"{USER_AGENT.removesuffix(')')}; +{contact})"


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """Limits and manners of fetching.

    `largest`: bytes of a body after decompression. `seconds`: for one address in all, a slow drip included;
    `quiet_seconds`: without a byte. `redirects`: followed at most. `tries`: of one request that fails in a way that
    may pass. `interval`: seconds between two requests to one host, `hosts_at_once` hosts asked side by side.
    `longest_wait`: seconds that a server may ask to wait; beyond, the address is refused and can be asked again later.
    `private`: networks whose addresses may be fetched although the public cannot reach them; none by default.
    """

    user_agent: str = USER_AGENT
    largest: int = LARGEST_ARTICLE
    seconds: float = 60.0
    quiet_seconds: float = 15.0
    redirects: int = 10
    tries: int = 3
    interval: float = 1.0
    hosts_at_once: int = 8
    longest_wait: float = 120.0
    robots: bool = True
    private: tuple[IPv4Network | IPv6Network, ...] = ()
