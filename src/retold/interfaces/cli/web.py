"""The options of every command that fetches, as one bundle, and the world that they give to intake."""

from __future__ import annotations

import functools
import inspect
import sys
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import TYPE_CHECKING, Annotated, Any

import typer

from retold.ingest.outside import Outside
from retold.interfaces.cli.options import USAGE, err_console, fail, now

if TYPE_CHECKING:
    from retold.ingest.fetching import Conditions, FetchOptions
    from retold.store.contract import Store

_PANEL = "Fetching from the web"
# Everything, as networks.
_ALL = ("0.0.0.0/0", "::/0")


@dataclass(frozen=True, slots=True)
class WebChoices:
    """What a person says of fetching."""

    allow_private: list[str] | None = None
    contact: str = ""
    user_agent: str = ""
    rate: float = 1.0
    timeout: float = 60.0
    no_robots: bool = False
    offline: bool = False


class WebParameters:
    """The options, each under the name of the field that it fills."""

    allow_private: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NETWORK|all", help="Fetch from this network of your own too: 10.1.0.0/16.", rich_help_panel=_PANEL
        ),
    ]
    contact: Annotated[
        str,
        typer.Option(
            envvar="RETOLD_CONTACT",
            metavar="MAIL|URL",
            help="Who asks: told to every server, so that its keeper can reach you.",
            rich_help_panel=_PANEL,
        ),
    ]
    user_agent: Annotated[
        str, typer.Option(metavar="NAME", help="How requests name themselves.", rich_help_panel=_PANEL)
    ]
    rate: Annotated[
        float, typer.Option(min=0.001, max=50, help="Most requests a second to one host.", rich_help_panel=_PANEL)
    ]
    timeout: Annotated[
        float, typer.Option(min=0.1, max=3600, help="Seconds that one request may take.", rich_help_panel=_PANEL)
    ]
    no_robots: Annotated[
        bool,
        typer.Option("--no-robots", help="Pass over robots.txt: only with the site's leave.", rich_help_panel=_PANEL),
    ]
    offline: Annotated[bool, typer.Option("--offline", help="Fetch nothing.", rich_help_panel=_PANEL)]


def fetches(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command, which takes `web: WebChoices`, the options of fetching in its place."""
    hints = typing.get_type_hints(WebParameters, include_extras=True)
    bundle = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=getattr(WebChoices(), name), annotation=hint)
        for name, hint in hints.items()
    ]

    @functools.wraps(command)
    def run(**given: Any) -> None:
        command(**given | {"web": WebChoices(**{name: given.pop(name) for name in hints})})

    own = typing.get_type_hints(command, include_extras=True)
    signature = inspect.signature(command)
    kept = [p.replace(annotation=own[p.name]) for p in signature.parameters.values() if p.name != "web"]
    run.__signature__ = signature.replace(parameters=[*kept, *bundle])  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in (*kept, *bundle)} | {"return": None}
    del run.__wrapped__
    return run


def fetch_options(web: WebChoices) -> FetchOptions:
    """The choices as one object; a mistake in them ends the command."""
    from retold.ingest.fetching import FetchOptions
    from retold.ingest.fetching.options import named

    agent = web.user_agent or named(web.contact)
    if not (agent.isascii() and agent.isprintable()):
        fail("--user-agent and --contact take plain ASCII words: they are sent to servers", USAGE)
    if web.no_robots:
        err_console().print(
            "[bold yellow]warning[/] --no-robots: pages that sites ask programs to leave alone are fetched; "
            "do so only where the site allows it",
            soft_wrap=True,
        )
    return FetchOptions(
        user_agent=agent,
        seconds=web.timeout,
        quiet_seconds=min(web.timeout, FetchOptions().quiet_seconds),
        interval=1 / web.rate,
        robots=not web.no_robots,
        private=_networks(web.allow_private or ()),
    )


def _networks(named: Sequence[str]) -> tuple[IPv4Network | IPv6Network, ...]:
    found = []
    for name in named:
        for network in _ALL if name.strip().lower() == "all" else (name.strip(),):
            try:
                found.append(ip_network(network, strict=False))
            except ValueError:
                fail(f"--allow-private takes a network such as 10.1.0.0/16, or all; not {name!r}", USAGE)
    return tuple(found)


@contextmanager
def world(store: Store, web: WebChoices, *, carriers: bool = False) -> Iterator[Outside]:
    """What intake is given of the world while the block lasts: the clock, standard input, and the web.

    `carriers`: feeds, too, are asked for on condition that they changed.
    """
    if web.offline:
        yield Outside(clock=now, standard_input=sys.stdin.buffer)
        return
    # Imported here: the client takes a moment to load, which --help need not wait for.
    from retold.ingest.fetching import Fetcher, SystemClock
    from retold.ingest.fetching.captures import WebFetcher
    from retold.pipeline.placing import conditions

    options = fetch_options(web)

    def known(asked: Sequence[str]) -> Mapping[str, Conditions]:
        return conditions(store, asked, carriers=carriers)

    with WebFetcher(lambda: Fetcher(options, SystemClock()), options.user_agent, known) as fetch:
        yield Outside(clock=now, fetch=fetch, standard_input=sys.stdin.buffer)
