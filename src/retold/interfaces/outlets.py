"""Outlets as they are shown: who is known, who publishes what is held, who is unknown; and what owners say of a claim.

In: a registry, articles, claims. Out: rows and sentences. Always holds: nothing here changes a count; a stub is
TOML that reads back as entries.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from retold.language.outlets import DOMAIN, LONGEST_NAME
from retold.records.claims import Claim
from retold.records.documents import Article
from retold.records.outlets import Outlet, OutletKind, Registry, folded, host_form

STUB_HEAD = (
    "# Outlets that the registry does not know. Correct the kinds and sources, add what you know, and name this file\n"
    '# in retold.toml beside the database: outlets = "outlets.toml"\n'
    f"# kind is one of: {', '.join(OutletKind)}. Further fields: aliases, country, owner, as_of, state.\n"
)


@dataclass(frozen=True, slots=True)
class Held:
    """A publisher of articles that a store holds: `outlet` None where the registry knows none by `name` or `hosts`."""

    name: str
    articles: int
    outlet: Outlet | None
    hosts: tuple[str, ...] = ()


def held_outlets(articles: Iterable[Article], outlets: Registry) -> tuple[Held, ...]:
    """Who publishes the articles: those with most articles first, then by name; articles with neither are left out."""
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    known: dict[str, Outlet] = {}
    hosts: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        host = _host(article.url)
        name = article.outlet.value or host
        if not name:
            continue
        outlet = outlets.named(name) or (outlets.at_host(host) if host and not article.outlet.value else None)
        key = folded(outlet.name if outlet else name)
        counts[key] += 1
        # The same name in other letters is shown in those that sort first, whatever the order of the articles.
        shown[key] = min(shown.get(key, name), name)
        if outlet:
            known[key] = outlet
        if host:
            hosts[key].add(host)
    rows = [
        Held(known[k].name if k in known else shown[k], n, known.get(k), tuple(sorted(hosts[k])))
        for k, n in counts.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.articles, folded(row.name), row.name)))


def _host(url: str | None) -> str:
    try:
        return host_form(urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    except ValueError:
        return ""


def find_outlets(asked: str, outlets: Registry) -> tuple[Outlet, ...]:
    """The outlet that a name, alias, domain or address means; else all with it in a name, domain, owner or kind."""
    exact = outlets.named(asked) or outlets.named(asked.upper())
    if exact is None and ("/" in asked or "." in asked):
        exact = outlets.at(asked)
    if exact is not None:
        return (exact,)
    part = folded(asked)
    return tuple(
        outlet
        for outlet in outlets.outlets
        if part and any(part in folded(said) for said in (*outlet.names, *outlet.domains, outlet.owner, outlet.kind))
    )


def stub(rows: Sequence[Held], outlets: Registry) -> str:
    """TOML with an entry for each unknown publisher, as far as its articles tell; a host of several goes to none."""
    unknown = [row for row in rows if row.outlet is None and _is_name(row.name)]
    owners = Counter(host for row in rows for host in row.hosts)
    entries = []
    for row in unknown:
        own = [h for h in row.hosts if owners[h] == 1 and DOMAIN.fullmatch(h) and outlets.at_host(h) is None]
        lines = ["[[outlet]]", f"name = {_quoted(row.name)}", f'kind = "{OutletKind.WEBSITE}"']
        lines += [f"domains = [{', '.join(map(_quoted, own))}]"] if own else []
        where = f", https://{own[0]}/" if own else ""
        entries.append("\n".join((*lines, f"source = {_quoted(f'masthead{where}')}")) + "\n")
    return "\n".join((STUB_HEAD, *entries))


def _is_name(name: str) -> bool:
    """Whether a file of outlets takes it: data may call anything an outlet."""
    return name.isprintable() and len(name) <= LONGEST_NAME and sum(map(str.isalnum, name)) > 1 and name == name.strip()


def _quoted(text: str) -> str:
    """A TOML string of printable text."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def owner_notes(claim: Claim, articles: Mapping[str, Article], outlets: Registry) -> tuple[str, ...]:
    """What owners say of a claim: all that carry it are one owner's; all that heard it are run by a state."""
    carriers = sorted({articles[o.article].outlet.value or "" for o in claim.occurrences})
    roots = sorted({root.name for root in claim.origins.roots if root.kind != "speaker"})
    return (*_one_owner([outlets.named(name) for name in carriers]), *_state_run([outlets.named(n) for n in roots]))


def _one_owner(carriers: Sequence[Outlet | None]) -> tuple[str, ...]:
    known = {outlet.name: outlet for outlet in carriers if outlet is not None and outlet.owner}
    owners = {outlet.owner for outlet in known.values()}
    if None in carriers or len(owners) != 1 or len(known) < 2 or len(known) < len({o.name for o in carriers if o}):
        return ()
    (owner,) = owners
    dates = {outlet.as_of for outlet in known.values() if outlet.as_of}
    when = f" (as of {min(dates)})" if dates else ""
    which = "Both" if len(known) == 2 else f"All {len(known)}"
    return (f"{which} outlets that carry it have one owner: {owner}{when}.",)


def _state_run(roots: Sequence[Outlet | None]) -> tuple[str, ...]:
    if not roots or not all(outlet is not None and outlet.state for outlet in roots):
        return ()
    names = sorted({f"{o.name} ({o.country})" if o.country else o.name for o in roots if o is not None})
    few = {1: "Its only observer is", 2: "Both its observers are"}
    which = few.get(len(names), f"All its {len(names)} observers are")
    return (f"{which} run by a state: {', '.join(names)}.",)


def outlet_json(outlet: Outlet) -> dict[str, object]:
    """An entry, every field."""
    return {
        "name": outlet.name,
        "kind": outlet.kind.value,
        "aliases": list(outlet.aliases),
        "domains": list(outlet.domains),
        "country": outlet.country or None,
        "owner": outlet.owner or None,
        "as_of": outlet.as_of or None,
        "state": outlet.state,
        "pictures": outlet.pictures,
        "source": outlet.source,
    }


def held_json(row: Held) -> dict[str, object]:
    """A publisher of articles that are held; "outlet" is null for an unknown one."""
    return {
        "name": row.name,
        "articles": row.articles,
        "hosts": list(row.hosts),
        "outlet": outlet_json(row.outlet) if row.outlet else None,
    }
