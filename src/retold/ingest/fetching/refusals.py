"""The refusals of fetching: a stable code each, and one sentence that says what is wrong and what to do."""

from __future__ import annotations

from dataclasses import replace

from retold.records.documents import Refusal


def no_address(subject: str) -> Refusal:
    """It cannot be read as an address."""
    return Refusal(subject, "no-address", "It is no web address; give one that begins with https://.")


def not_web(subject: str, scheme: str) -> Refusal:
    """Another scheme than http and https."""
    return Refusal(subject, "not-web", f"Addresses that begin with {scheme or 'nothing'}: are not fetched.")


def credentials(subject: str) -> Refusal:
    """A user name or password in the address."""
    return Refusal(subject, "credentials", "It holds a user name; take it out, since addresses are kept and shown.")


def unknown_host(subject: str, host: str, error: Exception | None) -> Refusal:
    """The name stands for no number."""
    cause = f" ({error})" if error else ""
    return Refusal(subject, "unknown-host", f"No server is known by the name {host}{cause}; check it and the network.")


def private(subject: str, host: str, number: str) -> Refusal:
    """A number that only this machine or its own network can reach."""
    return Refusal(
        subject, "private-address", f"{host} is {number}, which is not public; --allow-private fetches it all the same."
    )


def robots(subject: str, agent: str) -> Refusal:
    """The site asks programs to stay away from the address."""
    return Refusal(subject, "robots", f"The site's robots.txt asks {agent} not to fetch it; save the page by hand.")


# What is the host's own trouble, not that of its robots.txt.
OF_HOST = frozenset({"private-address", "unknown-host", "no-connection"})


def robots_failed(subject: str, failed: Refusal) -> Refusal:
    """What the site allows cannot be known (RFC 9309: then nothing is)."""
    if failed.code in OF_HOST:
        return replace(failed, subject=subject)
    cause = failed.reason.rstrip(".").removesuffix("; try again later")
    return Refusal(subject, "robots-unreadable", f"The site's robots.txt cannot be read ({cause}); try again later.")


def too_many_redirects(subject: str, most: int) -> Refusal:
    """More redirects than are followed."""
    return Refusal(subject, "too-many-redirects", f"It was redirected over {most} times; look where it leads.")


def redirect_loop(subject: str, address: str) -> Refusal:
    """A redirect to where it came from."""
    return Refusal(subject, "redirect-loop", f"It is redirected in a circle, back to {address}.")


def empty_redirect(subject: str, status: int) -> Refusal:
    """A redirect to nowhere."""
    return Refusal(subject, "broken-redirect", f"The server answers {status} and does not say where to.")


def status(subject: str, code: int, tries: int) -> Refusal:
    """An answer that is no page."""
    meaning = {401: "asks for a login", 403: "forbids it", 404: "has no such page", 410: "has removed the page"}
    told = meaning.get(code, "failed" if code >= 500 else "refuses it")
    again = f" ({tries} tries)" if tries > 1 else ""
    return Refusal(subject, f"status-{code}", f"The server answers {code}: it {told}{again}.")


def asked_to_wait(subject: str, seconds: float) -> Refusal:
    """The server asks for a longer pause than anybody waits."""
    reason = f"The server asks to wait {seconds:.0f} seconds; try again after that."
    return Refusal(subject, "asked-to-wait", reason, round(seconds))


def too_large(subject: str, most: int) -> Refusal:
    """More bytes than are taken."""
    return Refusal(subject, "too-large", f"The answer has over {most:,} bytes when unpacked; it was dropped.")


def too_slow(subject: str, seconds: float) -> Refusal:
    """Not done in time."""
    return Refusal(subject, "too-slow", f"The answer was not complete after {seconds:.0f} seconds; try again later.")


def coding(subject: str, name: str) -> Refusal:
    """A content coding that was not asked for."""
    return Refusal(subject, "content-coding", f"The server packs its answer as {name!r}, which was not asked for.")


def broken(subject: str, cause: str) -> Refusal:
    """The bytes cannot be unpacked, or are no HTTP."""
    return Refusal(subject, "broken-answer", f"The server's answer is broken ({cause}).")


def connection(subject: str, cause: str) -> Refusal:
    """No connection, or one that broke."""
    return Refusal(subject, "no-connection", f"The server cannot be reached ({cause}); try again later.")
