"""One address in; a page, word that it is unchanged, or a refusal out.

Always holds: each request, redirects too, goes only to a public number (or one in a network that was allowed), after
the site's robots.txt was asked, in the host's turn; nothing takes longer or grows larger than the options say; an
outcome says what happened, and nothing is raised for what a server does.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from retold.ingest.fetching import refusals
from retold.ingest.fetching.addresses import Resolver, numbers, parse, system_resolver
from retold.ingest.fetching.bodies import Limits, read_body
from retold.ingest.fetching.clock import Clock
from retold.ingest.fetching.options import PRODUCT, FetchOptions
from retold.ingest.fetching.outcomes import Conditions, Fetched, Unchanged
from retold.ingest.fetching.pacing import Pacing
from retold.ingest.fetching.robots import LARGEST_ROBOTS, Rules, rules_from
from retold.records.documents import Hop, Refusal

Outcome = Fetched | Unchanged | Refusal

REDIRECTS = frozenset({301, 302, 303, 307, 308})
# Answers that may be another in a moment.
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
# Seconds before the second, third … try.
BACK_OFF = (1.0, 4.0, 15.0)
ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5"


class Client:
    """Fetches with manners, many addresses side by side, within one event loop."""

    def __init__(self, options: FetchOptions, clock: Clock, resolver: Resolver = system_resolver) -> None:
        self._options, self._clock, self._resolver = options, clock, resolver
        self._pacing = Pacing(clock, options.interval)
        # Without the environment's proxies: behind one, nobody could say which number a request goes to.
        self._transport = httpx.AsyncHTTPTransport(trust_env=False)
        self._rules: dict[str, Rules] = {}
        self._asking: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def close(self) -> None:
        """Let go of all connections."""
        await self._transport.aclose()

    async def fetch(self, address: str, conditions: Conditions | None = None) -> Outcome:
        """The outcome of one address; with `conditions`, `Unchanged` where the server says so."""
        began = self._clock.now()
        at, seen = address, set[str]()
        hops: list[Hop] = []
        while True:
            url = parse(at, address)
            if isinstance(url, Refusal):
                return url
            if str(url) in seen:
                return refusals.redirect_loop(address, str(url))
            seen.add(str(url))
            rules = await self._rules_of(url) if self._options.robots else Rules()
            if rules.failed is not None:
                return refusals.robots_failed(address, rules.failed)
            if not rules.allows(str(url)):
                return refusals.robots(address, PRODUCT)
            found = await self._patiently(url, address, conditions, Limits(self._options.largest), rules.delay)
            if isinstance(found, Refusal):
                return found
            status, headers, content = found
            if status == 304 and conditions is not None:
                return Unchanged(address, str(url), self._clock.now())
            if status not in REDIRECTS:
                ended = self._clock.now()
                return Fetched(address, str(url), tuple(hops), status, headers, content, began, ended)
            hops.append(Hop(str(url), status))
            if len(hops) > self._options.redirects:
                return refusals.too_many_redirects(address, self._options.redirects)
            onward = _onward(url, headers)
            if onward is None:
                return refusals.empty_redirect(address, status)
            at = onward

    async def _rules_of(self, url: httpx.URL) -> Rules:
        """The rules of the address's site, asked for once."""
        site = f"{url.scheme}://{url.netloc.decode('ascii')}"
        async with self._asking[site]:
            if site not in self._rules:
                self._rules[site] = rules_from(await self._robots_file(httpx.URL(f"{site}/robots.txt")))
            return self._rules[site]

    async def _robots_file(self, url: httpx.URL) -> Fetched | Refusal:
        """What stands at a site's /robots.txt, over at most five redirects (RFC 9309)."""
        began = self._clock.now()
        for _ in range(6):
            found = await self._patiently(url, str(url), None, Limits(LARGEST_ROBOTS, cut=True), None)
            if isinstance(found, Refusal):
                return found
            status, headers, content = found
            if status not in REDIRECTS:
                return Fetched(str(url), str(url), (), status, headers, content, began, self._clock.now())
            onward = parse(_onward(url, headers) or "", str(url))
            if isinstance(onward, Refusal):
                return onward
            url = onward
        return refusals.too_many_redirects(str(url), 5)

    async def _patiently(
        self, url: httpx.URL, subject: str, conditions: Conditions | None, limits: Limits, pause: float | None
    ) -> _Answer | Refusal:
        """One request, tried again where that may help."""
        failed: Refusal | None = None
        for attempt in range(1, self._options.tries + 1):
            async with self._pacing.turn(url.host, pause):
                found = await self._in_time(url, subject, conditions, limits)
            if isinstance(found, Refusal):
                if found.code not in ("no-connection", "broken-answer"):
                    return found
                failed, wait = found, None
            else:
                status, headers, _ = found
                if status in REDIRECTS or status == 304 or 200 <= status < 300:
                    return found
                failed, wait = refusals.status(subject, status, attempt), _asked_wait(headers, self._clock.now())
                if status not in PASSING:
                    return failed
            if wait is not None and wait > self._options.longest_wait:
                return refusals.asked_to_wait(subject, wait)
            if attempt < self._options.tries:
                await self._clock.sleep(max(wait or 0.0, BACK_OFF[min(attempt, len(BACK_OFF)) - 1]))
        assert failed is not None, "there is at least one try"
        return failed

    async def _in_time(
        self, url: httpx.URL, subject: str, conditions: Conditions | None, limits: Limits
    ) -> _Answer | Refusal:
        """One request, given up when the time for it is over: a drip of single bytes never ends by itself."""
        try:
            async with asyncio.timeout(self._options.seconds):
                return await self._once(url, subject, conditions, limits)
        except TimeoutError:
            return refusals.too_slow(subject, self._options.seconds)

    async def _once(
        self, url: httpx.URL, subject: str, conditions: Conditions | None, limits: Limits
    ) -> _Answer | Refusal:
        """One request, without another try."""
        places = await numbers(url, subject, self._options.private, self._resolver)
        if isinstance(places, Refusal):
            return places
        cause = "no number answers"
        for place in places:
            request = self._request(url, place, conditions)
            try:
                response = await self._transport.handle_async_request(request)
                try:
                    headers = tuple(response.headers.multi_items())
                    if response.status_code in REDIRECTS or response.status_code == 304:
                        return response.status_code, headers, b""
                    content = await read_body(response, subject, limits)
                finally:
                    await response.aclose()
            except httpx.ConnectError as error:
                cause = str(error) or type(error).__name__
                continue
            except httpx.TimeoutException:
                return refusals.too_slow(subject, self._options.quiet_seconds)
            except (httpx.ProtocolError, httpx.DecodingError) as error:
                return refusals.broken(subject, str(error) or type(error).__name__)
            except httpx.TransportError as error:
                return refusals.connection(subject, str(error) or type(error).__name__)
            return content if isinstance(content, Refusal) else (response.status_code, headers, content)
        return refusals.connection(subject, cause)

    def _request(self, url: httpx.URL, place: str, conditions: Conditions | None) -> httpx.Request:
        """A request for `url` to the very number that was looked at, with the host's own name in it."""
        quiet = self._options.quiet_seconds
        headers = {
            "Host": url.netloc.decode("ascii"),
            "User-Agent": self._options.user_agent,
            "Accept": ACCEPT,
            "Accept-Encoding": "gzip, deflate",
        }
        if conditions is not None and conditions.etag:
            headers["If-None-Match"] = conditions.etag
        if conditions is not None and conditions.modified:
            headers["If-Modified-Since"] = conditions.modified
        waits = {"connect": quiet, "read": quiet, "write": quiet, "pool": self._options.seconds}
        extensions = {"timeout": waits, "sni_hostname": url.raw_host.decode("ascii")}
        return httpx.Request("GET", url.copy_with(host=place), headers=headers, extensions=extensions)


_Answer = tuple[int, tuple[tuple[str, str], ...], bytes]


def _onward(url: httpx.URL, headers: Sequence[tuple[str, str]]) -> str | None:
    """Where a redirect leads, or None where it does not say."""
    place = next((value.strip() for name, value in headers if name.lower() == "location"), "")
    if not place:
        return None
    try:
        return str(url.join(place))
    except (httpx.InvalidURL, ValueError):
        return place


def _asked_wait(headers: Sequence[tuple[str, str]], now: datetime) -> float | None:
    """Seconds that the server asks to wait (Retry-After: a number, or a date)."""
    asked = next((value.strip() for name, value in headers if name.lower() == "retry-after"), "")
    if asked.isascii() and asked.isdigit():
        return float(asked[:9])
    try:
        until = parsedate_to_datetime(asked)
    except (ValueError, TypeError):
        return None
    return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - now).total_seconds())
