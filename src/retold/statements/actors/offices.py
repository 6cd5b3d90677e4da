"""Offices and titles with their holders, as the text states them.

In: a text and the people named in it. Out: the role that stands before a name ("Deputy Foreign Minister Ana Brix"),
after it ("Ana Brix, a spokeswoman for the port,"), and offices that are named without a holder ("the mayor").
"""

from __future__ import annotations

import re

from retold.language.english_actors import OFFICE_MODIFIERS, OFFICE_NOUNS, SINGLE_OFFICES
from retold.records.spans import Span
from retold.statements.actors.countries import NameKind, state_name


def _any_of(words: tuple[str, ...] | frozenset[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=lambda w: (-len(w), w)))


OFFICE = rf"(?:{_any_of(OFFICE_NOUNS)})"
OFFICE_WORD = re.compile(rf"(?<![^\W_]){OFFICE}s?(?![^\W_])", re.IGNORECASE)
# A role before a name: an office noun at the end, and up to six words that lead to it.
BEFORE = re.compile(rf"((?:[^\W\d_][\w.'’&-]*\s){{0,6}}{OFFICE})\s$", re.IGNORECASE)
LAST_WORD = re.compile(r"([^\W\d_]+)\s$")
LAST_WORDS = frozenset(word for noun in OFFICE_NOUNS for word in re.split(r"[\s-]", noun)[-1:])
AFTER = re.compile(
    r",\s((?:a|an|the|its|his|her|their|who\s(?:is|was)\s(?:a|an|the)?)?\s?[^,.;:\n“”\"]{3,90})(?=[,.;\n]|$)"
)
BARE = re.compile(
    rf"(?<![^\W_])[Tt]he\s((?:[A-Z][\w'’-]*\s){{0,2}}(?i:{_any_of(SINGLE_OFFICES)}))(?![^\W_])(?!\s[A-Z])"
)
LEADS = frozenset(OFFICE_MODIFIERS)
# Words that open a sentence or another phrase, and so no role.
OPENERS = frozenset(
    [
        "but",
        "and",
        "or",
        "so",
        "yet",
        "then",
        "when",
        "while",
        "as",
        "if",
        "after",
        "before",
        "although",
        "though",
        "because",
        "however",
        "meanwhile",
        "along",
        "including",
        "like",
        "with",
        "in",
        "on",
        "at",
        "by",
        "from",
        "for",
        "to",
        "said",
        "says",
        "told",
        "according",
        "where",
        "that",
        "which",
    ]
)
DETERMINERS = frozenset(["a", "an", "the", "its", "his", "her", "their", "our", "who"])
# A verb makes the words a clause and no role, but for "who is" and "who was".
WHO_IS = re.compile(r"who\s(?:is|was)\s(?:a|an|the|its|his|her|their)\s", re.IGNORECASE)
VERB = re.compile(r"(?<!who )\b(?:said|says|told|have|has|had|was|were|is|are|did|does|will|would|could)\b")
NAME_WORD = re.compile(r"[A-Z]")
# Words that can stand inside a role's words though they are no capitalised name and no modifier.
INNER = frozenset({"of", "and", "for", "the", "&"})


def role_before(text: str, start: int) -> Span | None:
    """The words right before a name that give its holder's office."""
    last_word = LAST_WORD.search(text, max(0, start - 24), start)
    if last_word is None or last_word.group(1).casefold() not in LAST_WORDS:
        return None  # most names: no need to look for the words before
    found = BEFORE.search(text, max(0, start - 90), start)
    if found is None:
        return None
    words = list(re.finditer(r"\S+", text[found.start(1) : found.end(1)]))
    office = OFFICE_WORD.search(text, found.start(1), found.end(1))
    last = [m for m in OFFICE_WORD.finditer(text, found.start(1), found.end(1)) if m.end() == found.end(1)]
    begin = (last[0].start() if last else office.start() if office else found.start(1)) - found.start(1)
    for word in reversed([w for w in words if w.start() < begin]):
        plain = word.group().strip("'’s").rstrip(",")
        lead = plain.casefold().removeprefix("ex-")
        if (
            lead in OPENERS
            or not (lead in LEADS or NAME_WORD.match(plain) or OFFICE_WORD.fullmatch(plain))
            or (word.group().endswith((",", ".")) and len(plain) > 3)
        ):
            break
        begin = word.start()
    return Span(found.start(1) + begin, found.end(1))


def role_after(text: str, end: int) -> Span | None:
    """The apposition right after a name that gives its holder's office."""
    found = AFTER.match(text, end)
    if found is None:
        return None
    words = found.group(1)
    office = OFFICE_WORD.search(words)
    if office is None or office.start() > 60 or not _opens_role(words) or VERB.search(words):
        return None
    return Span(found.start(1), found.end(1))


def _opens_role(words: str) -> bool:
    """Whether an apposition begins as a role does: with an article, an owner, a name or an office."""
    first = words.split()[0]
    folded = first.casefold()
    if folded in OPENERS or (folded == "who" and not WHO_IS.match(words)):
        return False
    return (
        folded in DETERMINERS or folded in LEADS or NAME_WORD.match(first) is not None or bool(OFFICE_WORD.match(first))
    )


def role_key(role: str) -> str:
    """The office noun of a role, in small letters: "former prime minister of Norland" gives "prime minister"."""
    folded = re.sub(r"\s+", " ", role.casefold())
    found = [match.group() for match in OFFICE_WORD.finditer(folded.split(" of ")[0].split(" for ")[0])]
    return found[-1] if found else ""


def bare_offices(text: str) -> list[tuple[Span, str]]:
    """Offices of one holder that are named without one ("the prime minister"), with their key."""
    return [(Span(m.start(1), m.end(1)), role_key(m.group(1))) for m in BARE.finditer(text)]


def state_in(role: str) -> str:
    """The ISO code of the state that a role's words name, or ""."""
    for word in re.findall(r"(?:[A-Z][\w.]*\s?){1,3}", role):
        parts = word.split()
        for size in range(len(parts), 0, -1):
            name = state_name(" ".join(parts[:size]))
            if name is not None and name.kind is not NameKind.SEAT:
                return name.code
    return ""
