"""The project's own registry of outlets, and the entries that a user adds: TOML in, a frozen `Registry` out.

Always holds: a file is taken whole or not at all; the message of a refusal names the file and the entry.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files

from retold.records.outlets import Outlet, OutletConflictError, OutletKind, Registry

# A file of outlets larger than this is something else: the project's own has 240 entries in 50,000 bytes.
LARGEST = 2_000_000
LONGEST_NAME = 100
DOMAIN = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
COUNTRY = re.compile(r"[A-Z]{2}")
LISTS = ("aliases", "domains", "words")
STRINGS = ("name", "kind", "source", "country", "owner", "as_of")
FLAGS = ("state", "pictures")


class OutletsError(Exception):
    """Entries that cannot be used; the message says where, which, and what to do."""


def read_outlets(content: bytes, where: str) -> tuple[Outlet, ...]:
    """The entries of a file of outlets, in its order; raises OutletsError with `where` and the entry."""
    if len(content) > LARGEST:
        raise OutletsError(f"{where} is too large for a file of outlets")
    try:
        read = tomllib.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise OutletsError(f"{where} is no TOML: {error}") from error
    entries = read.get("outlet", [])
    strange = sorted(set(read) - {"outlet"})
    if strange or not isinstance(entries, list):
        raise OutletsError(f"{where}: only [[outlet]] entries are known{f'; it has {strange[0]!r}' if strange else ''}")
    return tuple(_entry(entry, f"{where}: outlet {number}") for number, entry in enumerate(entries, 1))


def _entry(entry: object, where: str) -> Outlet:
    if not isinstance(entry, dict):
        raise OutletsError(f"{where} is no table; write [[outlet]]")
    name = entry.get("name")
    if isinstance(name, str) and name.isprintable():
        where = f'{where}, "{name[:LONGEST_NAME]}"'
    strange = sorted(set(entry) - {*LISTS, *STRINGS, *FLAGS})
    if strange:
        raise OutletsError(f"{where}: {strange[0]!r} is not known; known are {', '.join((*STRINGS, *LISTS, *FLAGS))}")
    texts = {key: _text(entry, key, where) for key in STRINGS}
    lists = {key: _texts(entry, key, where) for key in LISTS}
    flags = {key: _flag(entry, key, where) for key in FLAGS}
    if texts["kind"] not in tuple(OutletKind):
        raise OutletsError(f'{where}: "kind" is one of {", ".join(OutletKind)}')
    for key in ("name", "source"):
        if not texts[key]:
            raise OutletsError(f'{where}: "{key}" is missing')
    _check(texts, lists, where)
    return Outlet(
        name=texts["name"],
        kind=OutletKind(texts["kind"]),
        source=texts["source"],
        aliases=lists["aliases"],
        domains=lists["domains"],
        country=texts["country"],
        owner=texts["owner"],
        as_of=texts["as_of"],
        state=flags["state"],
        pictures=flags["pictures"],
        words=lists["words"],
    )


def _check(texts: Mapping[str, str], lists: Mapping[str, tuple[str, ...]], where: str) -> None:
    for name in (texts["name"], *lists["aliases"]):
        if sum(map(str.isalnum, name)) < 2:
            raise OutletsError(f"{where}: {name!r} is too short for a name")
    for domain in lists["domains"]:
        if not DOMAIN.fullmatch(domain):
            raise OutletsError(f"{where}: {domain!r} is no domain; write it like example.org, without https://")
    if texts["country"] and not COUNTRY.fullmatch(texts["country"]):
        raise OutletsError(f'{where}: "country" is two capital letters (ISO 3166), not {texts["country"]!r}')
    if texts["as_of"] and not MONTH.fullmatch(texts["as_of"]):
        raise OutletsError(f'{where}: "as_of" is a month like 2031-05, not {texts["as_of"]!r}')
    for word in lists["words"]:
        if word != word.lower():
            raise OutletsError(f'{where}: "words" are in small letters, not {word!r}')


def _text(entry: Mapping[str, object], key: str, where: str) -> str:
    value = entry.get(key, "")
    if not isinstance(value, str) or not value.isprintable() or value != value.strip():
        raise OutletsError(f'{where}: "{key}" must be a string of printable characters')
    if key == "name" and len(value) > LONGEST_NAME:
        raise OutletsError(f'{where}: its "name" is longer than {LONGEST_NAME} characters')
    return value


def _texts(entry: Mapping[str, object], key: str, where: str) -> tuple[str, ...]:
    value = entry.get(key, [])
    if not isinstance(value, list):
        raise OutletsError(f'{where}: "{key}" must be a list of strings')
    for text in value:
        if not isinstance(text, str) or not text.strip() or not text.isprintable() or len(text) > LONGEST_NAME:
            raise OutletsError(f'{where}: "{key}" must be a list of short strings of printable characters')
    return tuple(value)


def _flag(entry: Mapping[str, object], key: str, where: str) -> bool:
    value = entry.get(key, False)
    if not isinstance(value, bool):
        raise OutletsError(f'{where}: "{key}" is true or false')
    return value


def extend(registry: Registry, content: bytes, where: str) -> Registry:
    """The registry with a user's own entries, each in place of one of the same name; raises OutletsError."""
    own = read_outlets(content, where)
    try:
        Registry(own)
        return registry.extended(own)
    except OutletConflictError as error:
        raise OutletsError(f"{where}: {error}; each name and domain means one outlet") from error


def _built_in() -> Registry:
    name = "outlets.toml"
    return Registry(read_outlets((files("retold.language") / name).read_bytes(), name))


REGISTRY = _built_in()
"""The project's own entries."""
# What running English calls an outlet: single words, and phrases of several.
OUTLET_WORDS = frozenset(word for outlet in REGISTRY.outlets for word in outlet.words if " " not in word)
OUTLET_PHRASES = tuple(sorted(word for outlet in REGISTRY.outlets for word in outlet.words if " " in word))
# Words that newspapers and stations have in their names, in small letters: they tell a masthead from a headline.
MASTHEAD_WORDS = frozenset(
    """
    times post courier herald gazette tribune chronicle journal telegraph guardian observer examiner ledger register
    mail mirror express standard independent star echo advertiser argus bulletin daily weekly evening morning press
    news radio broadcasting monitor mercury inquirer dispatch record sentinel globe
    """.split()  # noqa: SIM905
)
