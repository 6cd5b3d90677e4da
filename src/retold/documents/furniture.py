"""One line in; its role as page furniture, or None. Looks at the line alone, never at its place.

Labels must be the whole line. Boilerplate, credits and captions go by openings and patterns of
`retold.language.english_furniture`, in lines short enough to be furniture, and never in one that opens with a
quotation mark: somebody may say "sign up for our course".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from retold.documents.lines import Line
from retold.language import english_furniture as english
from retold.language.outlets import REGISTRY
from retold.records.documents import BlockKind

# Longest furniture seen over 2,472 real articles: 55 words (boilerplate), 45 (credits), 110 (captions with a credit).
MOST_BOILERPLATE_WORDS = 70
MOST_CREDIT_WORDS = 60
# Notes of several corrections in one paragraph are longer than any one of them.
MOST_CORRECTION_WORDS = 150
MOST_CAPTION_CHARACTERS = 900
MOST_TEASER_WORDS = 26
INTRODUCES = "label that introduces other stories"
STANDS = "label that stands by itself"
EDGE = " \t:.|•·»›>→▶►*-–—_…[]()#\xa0"


def _either(names: frozenset[str] | set[str]) -> str:
    """A case-sensitive alternation of names, longest first; names of four letters and more also in capitals."""
    forms = {form for name in names for form in ((name, name.upper()) if len(name) > 3 else (name,))}
    return "(?-i:" + "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))) + ")"


REPORTING = set(REGISTRY.agencies) - REGISTRY.picture_agencies
AGENCY = _either(REPORTING)
ANY_AGENCY = _either(set(REGISTRY.agencies))
OUTLET = _either(REPORTING | {outlet.name for outlet in REGISTRY.publications if not outlet.pictures})
Rule = Callable[[str], re.Match[str] | None]


def _rule(pattern: str, agency: str = AGENCY) -> Rule:
    """A pattern as a test of a line. One that says how a line begins is not tried at every place of it."""
    compiled = re.compile(pattern.replace("{agency}", agency).replace("{outlet}", OUTLET), re.I)
    return compiled.match if pattern.startswith("^") else compiled.search


CREDITS = tuple(_rule(pattern) for pattern in english.CREDIT_PATTERNS)
CAPTIONS = tuple(_rule(pattern, ANY_AGENCY) for pattern in english.CAPTION_PATTERNS)
BOILERPLATE = tuple(_rule(pattern) for pattern in english.BOILERPLATE_PATTERNS)
CORRECTIONS = tuple(_rule(pattern) for pattern in english.CORRECTION_PATTERNS)
OUTLET_LINE = re.compile(rf"^[(\[]?(?:{OUTLET})(?:\s*(?:/|,|&|and|\|)\s*(?:{OUTLET})){{0,3}}[)\]]?$", re.I)
OPENER = re.compile(
    r"^(?P<label>(?:" + "|".join(sorted(english.LABEL_OPENERS, key=lambda form: (-len(form), form))) + r")\s?[:|»>–—])"
    r"\s*(?P<rest>\S.*)$",
    re.I | re.S,
)


@dataclass(frozen=True, slots=True)
class Role:
    """What a line is, and which rule says so."""

    kind: BlockKind
    why: str


def role_of(line: Line) -> Role | None:
    """The furniture that this line is by itself; None for a line that may belong to the article."""
    folded = line.plain.casefold()
    label = _label(folded)
    if label:
        return label
    if folded.endswith(english.LABEL_CLOSERS) and 4 < line.size <= MOST_TEASER_WORDS and ". " not in folded:
        return Role(BlockKind.TEASER, "another story's headline with its link")
    if line.text[0] in "\"“„«'‘":
        return None
    if line.size <= MOST_CREDIT_WORDS and _keeps(line.plain, CREDITS):
        return Role(BlockKind.CREDIT, "credit line")
    if line.size <= MOST_CORRECTION_WORDS and _keeps(line.plain, CORRECTIONS):
        return Role(BlockKind.CORRECTION, "correction or note of the editors")
    if line.size <= MOST_BOILERPLATE_WORDS:
        if folded.lstrip(EDGE).startswith(english.BOILERPLATE_STARTS):
            return Role(BlockKind.BOILERPLATE, "boilerplate opening")
        if _keeps(line.plain, BOILERPLATE):
            return Role(BlockKind.BOILERPLATE, "boilerplate pattern")
    if len(line.text) <= MOST_CAPTION_CHARACTERS and is_caption(line.plain):
        return Role(BlockKind.CAPTION, "picture credit")
    return None


def _label(folded: str) -> Role | None:
    bare = folded.strip(EDGE)
    if bare in english.INTRODUCING_LABELS:
        return Role(BlockKind.LABEL, INTRODUCES)
    if bare in english.STANDING_LABELS:
        return Role(BlockKind.LABEL, STANDS)
    return None


def _keeps(plain: str, rules: Sequence[Rule]) -> bool:
    """Whether a line is as one of the rules says."""
    return any(rule(plain) for rule in rules)


def is_caption(plain: str) -> bool:
    """Whether a line names the maker of a picture, or says that it is one."""
    return plain.casefold().startswith(english.CAPTION_STARTS) or _keeps(plain, CAPTIONS)


def opening_label(line: Line) -> int | None:
    """Where a label ends that shares its line with the teaser of another story ("Read more: …"), or None."""
    if line.size > MOST_TEASER_WORDS:
        return None
    match = OPENER.match(line.text)
    if not match or len(match.group("rest").split()) < 2:
        return None
    return match.end("label")
