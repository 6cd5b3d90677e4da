"""What an article has in common with its parent and with no other of their family: shared errors and rare words.

In: the texts of a family, and which two of them. Out: traces that point at the words in both. A *shared error* is a
spelling that both have at a place where others of the family spell the word otherwise between the same neighbours
(Lachmann: copies show by their common errors, not by what is right everywhere). A *rare word* is a telling word, a name
or a number that of the whole family only the two have. In a family of two nothing is rare.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from retold.language.english_stems import stem
from retold.language.english_weights import weight
from retold.records.spans import Pointer, Span
from retold.records.stories import Trace
from retold.text.words import fold, words

# Words that are shown; more would not say more.
SHOWN = 5
# Shorter words differ by one letter without being misspelt ("than", "then").
LONG = 5


class SharedMarks:
    """Looks up the marks of pairs of one family; each text is read once."""

    def __init__(self, names: Sequence[str], texts: Sequence[str]) -> None:
        self._names = names
        self._texts = texts

    def between(self, child: int, parent: int) -> Iterator[Trace]:
        """The traces of shared errors and rare words, the stronger kind first; none where there are only the two."""
        if len(self._texts) < 3:
            return
        errors = self._errors(child, parent)
        if errors:
            shown = ", ".join(f"“{ours}” (others: “{theirs}”)" for ours, theirs in list(errors.items())[:SHOWN])
            yield self._trace("shared-error", f"both spell {shown}", list(errors), child, parent)
        rare = [word for word in self._places[child] if self._holders[word] == {child, parent} and _is_telling(word)]
        forms = {word: self._places[child][word].of(self._texts[child]) for word in rare if word not in errors}
        # Names and numbers say most, and of the others the long ones; dict order is text order.
        rare = sorted(forms, key=lambda word: (forms[word][0].islower(), -len(word)))
        if rare:
            shown = ", ".join(f"“{forms[word]}”" for word in rare[:SHOWN])
            reason = f"{len(rare)} rare word{'s' if len(rare) > 1 else ''} that only the two have: {shown}"
            yield self._trace("rare-word", reason, rare, child, parent)

    def _trace(self, kind: str, reason: str, found: Sequence[str], child: int, parent: int) -> Trace:
        where = tuple(Pointer(self._names[n], self._places[n][word]) for word in found[:SHOWN] for n in (child, parent))
        return Trace(kind, reason, float(len(found)), where)

    def _errors(self, child: int, parent: int) -> dict[str, str]:
        """Spellings that only the two have, with what others write between the same neighbours."""
        found: dict[str, str] = {}
        shared = self._contexts[child].items() & self._contexts[parent].items()
        for context, ours in sorted(shared):
            if len(ours) < LONG or self._holders[ours] != {child, parent}:
                continue
            others = (self._contexts[n].get(context) for n in range(len(self._texts)) if n not in (child, parent))
            theirs = next((word for word in others if word and _is_near(ours, word)), None)
            if theirs:
                found[ours] = theirs
        return found

    @cached_property
    def _words(self) -> list[list[tuple[str, Span]]]:
        return [[(fold(span.of(text)), span) for span in words(text)] for text in self._texts]

    @cached_property
    def _places(self) -> list[dict[str, Span]]:
        """The first place of each word of each text, in text order."""
        return [dict(reversed(text)) for text in self._words]

    @cached_property
    def _holders(self) -> dict[str, set[int]]:
        holders: dict[str, set[int]] = defaultdict(set)
        for n, text in enumerate(self._words):
            for word, _ in text:
                holders[word].add(n)
        return holders

    @cached_property
    def _contexts(self) -> list[dict[tuple[str, str], str]]:
        """By the words before and after: the word between them, at its first place."""
        found: list[dict[tuple[str, str], str]] = []
        for text in self._words:
            plain = [word for word, _ in text]
            contexts: dict[tuple[str, str], str] = {}
            for before, word, after in zip(plain, plain[1:], plain[2:], strict=False):
                contexts.setdefault((before, after), word)
            found.append(contexts)
        return found


def _is_telling(word: str) -> bool:
    return bool(word.strip("0")) and len(word) > 1 and (word[0].isdigit() or weight(stem(word)) >= 1.0)


def _is_near(one: str, other: str) -> bool:
    """Whether one letter was changed, added, left out or swapped with the next; endings apart ("says", "said")."""
    if (
        one == other
        or not one.isalpha()
        or not other.isalpha()
        or abs(len(one) - len(other)) > 1
        or stem(one) == stem(other)
    ):
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, other_rest = one[start:], other[start:]
    return (
        rest[1:] == other_rest[1:]
        or rest[1:] == other_rest
        or rest == other_rest[1:]
        or (rest[:2] == other_rest[:2][::-1] and rest[2:] == other_rest[2:])
    )
