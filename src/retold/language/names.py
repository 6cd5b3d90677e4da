"""Names compared: slugs, spellings, surnames, acronyms, company forms.

In: names as written. Out: their keys, and whether two may be one name. Holds always: pure functions of their words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from retold.language.english_actors import COMPANY_FORMS, HONORIFICS, LEGAL_FORMS, MEN, WOMEN

HONORIFIC = re.compile(
    rf"^(?:(?:the\s)?(?:{'|'.join(sorted(HONORIFICS, key=lambda w: (-len(w), w)))})\.?\s)+", re.IGNORECASE
)
FORM = re.compile(rf"[,\s]+(?:{'|'.join(re.escape(w) for w in sorted(COMPANY_FORMS, key=lambda w: (-len(w), w)))})\.?$")
LEGAL_FORM = re.compile(rf"[,\s]+(?:{'|'.join(re.escape(w) for w in LEGAL_FORMS)}|[JS]r)\.?$")
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# Letters that transliterations write in several ways, longest first; "y" stands for all endings in -iy, -yy, -ij, -i.
SPELLINGS = (
    ("tsch", "ch"), ("sch", "sh"), ("iy", "y"), ("yy", "y"), ("ij", "y"), ("ii", "y"), ("ey", "y"), ("ei", "y"),
    ("kh", "h"), ("zh", "j"), ("dzh", "j"), ("dj", "j"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ph", "f"), ("q", "k"),
    ("ck", "k"), ("th", "t"), ("w", "v"), ("x", "ks"), ("ehe", "e"), ("eh", "e"), ("ye", "e"), ("yo", "o"),
)  # fmt: skip


def plain_name(name: str) -> str:
    """A name without honorific and legal form: what its id is made from."""
    plain = LEGAL_FORM.sub("", HONORIFIC.sub("", name.strip()))
    return plain if any(c.isalnum() for c in plain) else name


def slug(name: str) -> str:
    """The id of an actor of that name: small letters and digits joined by hyphens, accents taken off."""
    plain = name
    for _ in range(2):  # taking letters apart may give capitals, and folding those may give letters to take apart
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain).casefold() if not unicodedata.combining(c))
    plain = re.sub(r"['’.]", "", plain)
    return re.sub(r"[\W_]+", "-", plain).strip("-") or "unnamed"


def spelling_key(word: str) -> str:
    """What stays of a name's spelling over transliterations: Zelenskiy, Zelensky and Zelenskyy give one key."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if c.isalnum())
    for written, kept in SPELLINGS:
        plain = plain.replace(written, kept)
    plain = re.sub(r"(.)\1+", r"\1", plain)
    return plain[:-1] + "y" if plain.endswith("i") and len(plain) > 4 else plain


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name without honorifics, possessive and company form."""
    plain = re.sub(r"['’]s?$", "", name.strip())
    plain = HONORIFIC.sub("", plain)
    plain = FORM.sub("", plain)
    plain = re.sub(r"^(?:the|The)\s", "", plain)
    return tuple(w for w in re.split(r"[\s,]+", plain) if w and w.rstrip(".").casefold() not in SUFFIXES)


@lru_cache(maxsize=4096)
def keys(name: str) -> tuple[str, ...]:
    """The spelling keys of a name's words."""
    return tuple(key for key in (spelling_key(word) for word in name_words(name)) if key)


def sex_of(name: str) -> str:
    """What the honorific says: "f", "m" or ""."""
    words = {word.rstrip(".").casefold() for word in name.split()[:2]}
    return "f" if words & WOMEN else "m" if words & MEN else ""


def is_short_person(short: str, full: str) -> bool:
    """Whether `short` may be short for the person name `full`: its surname, its forename, or initials and surname."""
    a, b = keys(short), keys(full)
    if not a or len(a) > len(b):
        return False
    if a == b:
        return True
    if len(a) == 1:
        return a[0] == b[-1] or a[0] == b[0] or (len(b) > 2 and a[0] in b[1:])
    if a[-1] != b[-1]:
        return set(a) <= set(b)
    return all(_fits(x, b) for x in a[:-1])


def _fits(word: str, full: tuple[str, ...]) -> bool:
    """Whether a forename or initial is one of the full name's."""
    for other in full[:-1]:
        if word == other or (len(word) == 1 and other[:1] == word) or (len(other) == 1 and word[:1] == other):
            return True
    return False


def is_surname(short: str, full: str) -> bool:
    """Whether `short` is the last word of `full`."""
    a, b = keys(short), keys(full)
    return len(a) == 1 and len(b) > 1 and a[0] == b[-1]


@lru_cache(maxsize=4096)
def initials(name: str) -> frozenset[str]:
    """The acronyms that a name may have: with and without its small words."""
    words = [w for w in re.split(r"[\s\-]+", re.sub(r"['’]s?\b", "", name)) if w[:1].isalnum()]
    capitals = "".join(w[0] for w in words if w[0].isupper())
    everything = "".join(w[0].upper() for w in words)
    inner = "".join(c for w in words for c in w if c.isupper())
    core = "".join(w[0] for w in name_words(name) if w[0].isupper())
    return frozenset(a for a in (capitals, everything, inner, core) if len(a) > 1)


def is_acronym_of(short: str, full: str) -> bool:
    """Whether `short` is made of the first letters of `full`."""
    letters = short.replace(".", "").strip()
    return letters.isupper() and letters.isalpha() and 2 <= len(letters) <= 8 and letters in initials(full)


def introduces(short: str, full: str) -> bool:
    """Whether brackets behind `full` may introduce `short` for it: its letters come in order, the first one first."""
    letters = [c for c in short.casefold() if c.isalnum()]
    rest = iter(c for c in full.casefold() if c.isalnum())
    capitals = sum(c.isupper() for c in short)
    return capitals > 1 and short[:1].casefold() == full[:1].casefold() and all(c in rest for c in letters)


def is_short_body(short: str, full: str) -> bool:
    """Whether `short` may be a short form of the organisation or place name `full`."""
    if is_acronym_of(short, full):
        return True
    a, b = keys(short), keys(full)
    if not a or len(a) > len(b):
        return False
    return a == b or a == b[: len(a)] or (len(a) > 1 and set(a) <= set(b)) or (a == b[-1:] and len(a[0]) > 5)
