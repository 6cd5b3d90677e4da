"""An address from outside in; where to connect, or why not.

Always holds: every address that a host name stands for was looked at before any of them is connected to, and the
connection goes to the very number that was looked at, so that a name cannot stand for something else a moment later.
"""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import Awaitable, Callable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

import httpx

from retold.ingest.fetching import refusals
from retold.records.documents import Refusal

Number = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
Resolver = Callable[[str, int], Awaitable[Sequence[str]]]

LONGEST = 4096
# A host in its ASCII form: a name, or a number of version 4 or 6.
HOST = re.compile(r"[A-Za-z0-9._:-]{1,255}")
# Numbers of version 6 that stand for one of version 4: NAT64 (RFC 6052) keeps it in the last 32 bits.
_NAT64 = IPv6Network("64:ff9b::/96")


async def system_resolver(host: str, port: int) -> tuple[str, ...]:
    """All numbers that the system's resolver gives for a host; raises OSError."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def parse(address: str, subject: str) -> httpx.URL | Refusal:
    """The address as a URL of the web without user name and fragment, or a refusal that names `subject`."""
    if len(address) > LONGEST or any(ord(c) < 32 or ord(c) == 127 for c in address):
        return refusals.no_address(subject)
    try:
        url = httpx.URL(address.strip())
    except (httpx.InvalidURL, ValueError, UnicodeError):
        return refusals.no_address(subject)
    if url.scheme not in ("http", "https"):
        return refusals.not_web(subject, url.scheme)
    if not HOST.fullmatch(url.raw_host.decode("ascii")):
        return refusals.no_address(subject)
    if url.userinfo:
        return refusals.credentials(subject)
    return url.copy_with(fragment=None)


async def numbers(
    url: httpx.URL, subject: str, private: Sequence[Network], resolver: Resolver
) -> tuple[str, ...] | Refusal:
    """The numbers to connect to, in the resolver's order; a refusal when one of them is no public one."""
    host = url.raw_host.decode("ascii")
    try:
        found = await resolver(host, url.port or (443 if url.scheme == "https" else 80))
    except (OSError, UnicodeError) as error:
        return refusals.unknown_host(subject, host, error)
    if not found:
        return refusals.unknown_host(subject, host, None)
    for text in found:
        number = ip_address(text.split("%")[0])
        if not is_public(number) and not any(number in network for network in private):
            return refusals.private(subject, host, text)
    return tuple(found)


def is_public(number: Number) -> bool:
    """Whether the number is one of the open internet; what it stands for inside counts too (RFC 6890)."""
    inner: list[Number] = []
    if isinstance(number, IPv6Address):
        inner += [n for n in (number.ipv4_mapped, number.sixtofour, *(number.teredo or ())) if n is not None]
        if number in _NAT64:
            inner.append(IPv4Address(int(number) & 0xFFFFFFFF))
        if number.ipv4_mapped is not None:
            return is_public(number.ipv4_mapped)
    plain = number.is_global and not number.is_multicast and not number.is_unspecified and not number.is_reserved
    return (plain or number in _NAT64) and all(is_public(one) for one in inner)
