"""Names as the parser sees them: the edge to spaCy, which is untyped.

In: a spaCy Doc over exactly the text. Out: named stretches with their label and grammatical setting. Holds always: a
stretch is trimmed of articles' white space and possessives and lies within the text; nothing of spaCy leaves here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from retold.records.spans import Span

LABELS = {
    "PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "NORP": "NORP", "PRODUCT": "",
    "WORK_OF_ART": "", "EVENT": "", "LAW": "",
}  # fmt: skip
# A single word that is tagged as no name ("Reporters" at the head of a sentence) is none.
NAME_CLASSES = frozenset({"PROPN", "ADJ", "X"})
POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a name does in its sentence: its relation, the lemma it hangs on, and the preposition if there is one."""

    relation: str = ""
    head: str = ""
    head_class: str = ""
    preposition: str = ""
    above: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch that names something: PER, ORG, LOC or NORP by the recogniser."""

    span: Span
    label: str
    setting: Setting


def named_stretches(text: str, doc: Any) -> list[Named]:
    """The recogniser's names in text order."""
    found = []
    for entity in doc.ents:
        label = LABELS.get(entity.label_, "")
        if not label or (len(entity) == 1 and entity.root.pos_ not in NAME_CLASSES):
            continue
        span = trimmed(text, Span(entity.start_char, entity.end_char))
        if len(span):
            found.append(Named(span, label, _setting(entity.root)))
    return found


def setting_at(doc: Any, span: Span) -> Setting:
    """The setting of any stretch; empty where it matches no token."""
    stretch = doc.char_span(span.start, span.end, alignment_mode="expand")
    return Setting() if stretch is None or not len(stretch) else _setting(stretch.root)


def trimmed(text: str, span: Span) -> Span:
    """The span without white space, a possessive ending, or marks at its edges."""
    start, end = span.start, span.end
    line = text.find("\n", start, end)
    if line >= 0:
        end = line
    while start < end and not (text[start].isalnum() or text[start] in "@"):
        start += 1
    found = POSSESSIVE.search(text[start:end])
    if found and end - start > 2:
        end = start + found.start()
    while end > start and not (text[end - 1].isalnum() or text[end - 1] == "."):
        end -= 1
    if end > start and text[end - 1] == "." and "." not in text[start : end - 1] and end - start > 4:
        end -= 1
    return Span(start, end)


def _setting(token: Any) -> Setting:
    root = token
    while root.dep_ == "conj" and root.head is not root:
        root = root.head
    head = root.head
    if root.dep_ == "pobj":
        return Setting("pobj", head.head.lemma_.casefold(), head.head.pos_, head.lower_, head.head.dep_)
    if root.dep_ == "appos":
        return Setting("appos", head.lemma_.casefold(), head.pos_)
    return Setting(root.dep_, head.lemma_.casefold(), head.pos_)


def tags(doc: Any) -> list[tuple[int, int, str]]:
    """Start, end and coarse part of speech of every token."""
    return [(t.idx, t.idx + len(t), t.pos_) for t in doc]
