"""Bylines: "By Ann Dow and Lee Roe", "Ann Dow, Correspondent", "— Ann Dow". Lines in, names out."""

from __future__ import annotations

import re

from retold.documents.dates import written_dates
from retold.documents.furniture import OUTLET, OUTLET_LINE
from retold.documents.lines import Line
from retold.language.english_furniture import BYLINE_LINKS, BYLINE_OPENERS, NAME_PARTICLES, ROLES

OPENER = re.compile(r"(?:" + "|".join(sorted(BYLINE_OPENERS, key=lambda form: (-len(form), form))) + r")\b:?\s+", re.I)
DASHED = re.compile(r"[-–—]{1,2}\s?(?=[A-ZÀ-Þ])")
TOKEN = re.compile(r"[^\s,;|]+|[,;|]")
NAME_WORD = re.compile(r"[A-ZÀ-Þ][\w.'’\-]*$")
OUTLETS = re.compile(rf"\b(?:{OUTLET})\b", re.IGNORECASE)
STAFF = re.compile(r"\bstaff(?: writers?| reporters?)?$", re.IGNORECASE)
MOST_WORDS = 24


def is_byline(line: Line) -> bool:
    """Whether the whole line is an opener ("By") and names, or a name with its role or its publication."""
    if line.size > MOST_WORDS or len(line.text) > 200:
        return False
    opener = OPENER.match(line.text)
    if opener:
        return _are_names(line.text[opener.end() :]) and not line.text.endswith((".", "?", "!", ":"))
    parts = [part.strip() for part in re.split(r"[,|]", line.text) if part.strip()]
    return len(parts) >= 2 and is_name(parts[0]) and all(_is_office(part) for part in parts[1:])


def is_signature(line: Line) -> bool:
    """Whether the line is a dash and names, as at the end of an entry."""
    match = DASHED.match(line.text)
    if match is None or line.size > MOST_WORDS:
        return False
    return are_people(line.text[match.end() :].rstrip("."))


def are_people(text: str) -> bool:
    """Whether this is a list of names and nothing else."""
    return all(is_name(part) for part in re.split(r",? and |, ", text))


def is_name(text: str) -> bool:
    """Whether this is written like the name of one person: two to four words, each large or a particle."""
    tokens = text.split()
    if not 2 <= len(tokens) <= 5 or OUTLET_LINE.match(text):
        return False
    large = [token for token in tokens if NAME_WORD.match(token)]
    rest = [token for token in tokens if not NAME_WORD.match(token)]
    if not 2 <= len(large) <= 4 or any(token.casefold() not in NAME_PARTICLES for token in rest):
        return False
    return not any(token.casefold().strip(".") in ROLES for token in tokens) and not text.endswith((".", "?", "!"))


def _is_office(part: str) -> bool:
    words = part.split()
    if OUTLET_LINE.match(part) or part.startswith("@"):
        return True
    return any(word.casefold() in ROLES for word in words) and all(
        word.casefold() in ROLES | BYLINE_LINKS or NAME_WORD.match(word) for word in words
    )


def _are_names(text: str) -> bool:
    tokens = TOKEN.findall(text)
    if not tokens or not NAME_WORD.match(tokens[0]):
        return False
    if next(iter(written_dates(tokens[0] + " 1")), None):
        return False
    allowed = NAME_PARTICLES | BYLINE_LINKS | ROLES | {",", ";", "|", "by"}
    return all(
        NAME_WORD.match(token) or token.casefold().strip(".") in allowed or token.startswith(("@", "("))
        for token in tokens
    )


def names_in(text: str) -> tuple[str, ...]:
    """The people whom a byline names, in order, without roles, publications and towns."""
    opener = OPENER.match(text) or DASHED.match(text)
    rest = text[opener.end() :] if opener else text
    if STAFF.search(rest):
        return ()
    rest = re.split(r"\s(?:for|in|at|of|reports?|reporting)\s|\(|\|", rest)[0]
    found: list[str] = []
    for part in re.split(r",|;|&|\band\b|\bwith\b", OUTLETS.sub("", rest)):
        words = [word for word in part.split() if word.casefold().strip(".") not in ROLES and not word.startswith("@")]
        name = " ".join(words).strip(" .-–—")
        if name.isupper():
            name = " ".join(word if len(word) < 3 else word.capitalize() for word in name.split())
        if len(name.split()) >= 2 and name not in found:
            found.append(name)
    return tuple(found)
