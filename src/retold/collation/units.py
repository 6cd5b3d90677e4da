"""Tellings as sentences of units: the words (and signs such as % and $) that a collation compares.

In: tellings. Out: sentences in text order, each with its units. A unit is a word, or several that print one thing
("United States", "per cent"); its `key` is the same for every way to print it, its `root` for every inflection.
Holds always: units of a sentence ascend, do not overlap and lie within it; punctuation is no unit.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from retold.language import certainty, house_style
from retold.language.connotations import is_judging
from retold.language.english_numbers import CARDINALS, ORDINALS, read_cardinal
from retold.language.english_stems import stem
from retold.language.inflections import base_form
from retold.language.sourcing import AMBIGUOUS, UNNAMED, cue_kind, is_source_noun
from retold.language.spelling import spelling_key
from retold.records.collation import Telling
from retold.records.spans import Span
from retold.text.quotes import quotations
from retold.text.sentences import sentences
from retold.text.words import fold, strip_span

UNIT = re.compile(
    r"\d{1,2}(?:[.:]\d\d)?[ \u00a0]?(?:[aApP]\.[mM]\.|[aApP][mM](?![^\W_]))|"
    r"\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|m|bn|k|tn|mn)?(?![^\W_])|(?<![^\W_])(?:[^\W\d_]\.){2,}|"
    r"[^\W_]+(?:['’.\-][^\W_]+)*|[%$€£¥₹&]"
)
DIGITS = re.compile(r"(\d+(?:[.,:]\d+)*)(st|nd|rd|th|m|bn|k|tn|mn)?$")
GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
CLOCK = re.compile(r"(\d{1,2}):(\d\d)$")
# "7.50am", "7 p.m.": the time of day with its half of the day is one unit.
HALF_DAY = re.compile(r"(\d{1,2})(?:[.:](\d\d))?[ \u00a0]?([ap])\.?m\.?$")
# Words that go on with a number that has begun; larger scales stay words of their own ("5 million", "five million").
RUN_WORDS = frozenset([*CARDINALS, "hundred"])
NOWHERE = sys.maxsize
# In characters. The longest sentence of the basil news set has 647; what is longer than this is a list or no prose.
LONGEST_SENTENCE = 2000
OPENERS = '“"‘«„([*•'


class Tag:
    """What sort of word a unit is, as bits of one number: several may hold. Plain numbers: enum flags are slow."""

    NONE = 0
    FUNCTION = 1
    NUMBER = 2
    DATE = 4
    NAME = 8
    TITLE = 16
    CUE = 32
    SOURCE = 64
    CERTAINTY = 128
    NEGATION = 256
    JUDGING = 512
    MEASURE = 1024
    PRONOUN = 2048


class Unit(NamedTuple):
    """A compared word: where it stands, what is printed, and how it is compared.

    `surface` is what is printed, apostrophes made straight; `key` is the same for every way to print the word, `base`
    for its inflections, `root` for words derived from it too. `tag` is its sort; `quoted` that it is in quotation
    marks; `opening` that it opens a sentence or a quotation, so that its capital means nothing.
    """

    start: int
    end: int
    surface: str
    key: str
    root: str
    base: str
    tag: int
    quoted: bool
    opening: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `telling` and `rank` say which of which, `paragraph` the line that it stands in."""

    telling: int
    rank: int
    paragraph: int
    span: Span
    units: tuple[Unit, ...]
    keys: tuple[str, ...]
    surfaces: tuple[str, ...]


# A sentence, its words as found, and as printed.
Found = tuple[Span, list[re.Match[str]], list[str]]


def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    entries = dict(house_style.PHRASES)
    entries.update({unit: unit.replace(" ", "_") for unit in certainty.UNITS})
    for phrase, key in entries.items():
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append((words[1:], key))
    return {first: sorted(rest, key=lambda entry: (-len(entry[0]), entry)) for first, rest in table.items()}


PHRASES = _phrases()
# "didn't" has the key that "did" and "not" have when read as one.
NOT = re.compile(r"(\w+)n't$")
IRREGULAR_NOT = {"won't": "willnot", "can't": "cannot", "shan't": "shallnot", "ain't": "isnot"}
TAGGED_PHRASES = {
    "according_to": Tag.CUE,
    "percent": Tag.MEASURE,
    "percentage_point": Tag.MEASURE,
    "half": Tag.NUMBER,
    "socalled": Tag.JUDGING,
    **dict.fromkeys(["prime_minister", "vice_president", "attorney_general", "chief_executive", "mp"], Tag.TITLE),
    **{unit.replace(" ", "_"): Tag.CERTAINTY for unit in certainty.UNITS},
}


class _Word(NamedTuple):
    key: str
    root: str
    tag: int
    base: str


@dataclass(slots=True)
class Reader:
    """Reads the tellings of one collation; remembers which of their words are written with a capital, which small."""

    capital: set[str] = field(default_factory=set)
    small: set[str] = field(default_factory=set)

    def read(self, tellings: Sequence[Telling]) -> tuple[tuple[Sentence, ...], ...]:
        """The sentences of each telling, in the order given."""
        found = [self._survey(telling) for telling in tellings]
        return tuple(
            tuple(self._sentences(number, telling, spans))
            for number, (telling, spans) in enumerate(zip(tellings, found, strict=True))
        )

    def _survey(self, telling: Telling) -> list[Found]:
        """The sentences with their words; notes which words are written small, and which with a capital inside one."""
        spans = [
            piece
            for span in telling.spans
            for sentence in sentences(telling.text, span)
            for piece in _pieces(telling.text, sentence)
        ]
        text, small, capital = telling.text, self.small, self.capital
        found: list[Found] = []
        for span in spans:
            matches = list(UNIT.finditer(text, span.start, span.end))
            words = [match.group() for match in matches]
            found.append((span, matches, words))
            for place, word in enumerate(words):
                if word.islower():
                    small.add(word)
                elif place and word[0].isupper() and text[matches[place].start() - 1] not in OPENERS:
                    capital.add(word)
        return found

    def _sentences(self, number: int, telling: Telling, found: Sequence[Found]) -> Iterator[Sentence]:
        marks = quotations(telling.text)
        quote, paragraph, last = 0, 0, 0
        for rank, (span, matches, words) in enumerate(found):
            paragraph += telling.text.count("\n", last, span.start) > 0
            last = span.start
            while quote < len(marks) and marks[quote].end <= span.start:
                quote += 1
            units = tuple(self._units(telling.text, matches, words, marks, quote))
            keys = tuple([unit.key for unit in units])
            surfaces = tuple([unit.surface for unit in units])
            yield Sentence(number, rank, paragraph, span, units, keys, surfaces)

    def _units(
        self, text: str, matches: Sequence[re.Match[str]], words: Sequence[str], marks: Sequence[Span], quote: int
    ) -> Iterator[Unit]:
        folded = [word.lower() if word.isascii() else fold(word) for word in words]
        inside, outside = _bounds(marks, quote)
        at, count = 0, len(matches)
        while at < count:
            word, small = words[at], folded[at]
            start, end = matches[at].span()
            while start >= outside:
                quote += 1
                inside, outside = _bounds(marks, quote)
            opening = at == 0 or text[start - 1] in OPENERS
            known: _Word | None = None
            if small in PHRASES:
                known, width = _phrase(folded, at, word)
                if known:
                    at += width - 1
                    end = matches[at].end()
            elif small in CARDINALS and at + 1 < count and folded[at + 1] in RUN_WORDS:
                known, width = _spelt_out(folded, at)
                at += width - 1
                end = matches[at].end()
            if known is None:
                stopped = end < len(text) and text[end] == "."
                name = word[0].isupper() and (not opening or self._is_name(word, small, text[end : end + 2]))
                known = read_word(word, small, name, stopped)
            surface = text[start:end]
            if not surface.isascii():
                surface = surface.replace("’", "'")
            yield Unit(start, end, surface, known.key, known.root, known.base, known.tag, inside <= start, opening)
            at += 1

    def _is_name(self, word: str, small: str, following: str) -> bool:
        """Whether a word that opens a sentence has a capital of its own: it has it elsewhere too, or a name follows."""
        if small in self.small:
            return False
        return word in self.capital or (following[1:].isupper() and small not in house_style.FUNCTION_WORDS)


def _pieces(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence; one that is longer than any sentence, in pieces, so that no comparison is of unbounded size."""
    start = sentence.start
    while sentence.end - start > LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = cut if cut > start else start + LONGEST_SENTENCE
        piece = strip_span(text, Span(start, cut))
        if len(piece):
            yield piece
        start = cut
    yield strip_span(text, Span(start, sentence.end))


def _bounds(marks: Sequence[Span], quote: int) -> tuple[int, int]:
    """Start and end of this quotation; past the last one, bounds that no word reaches."""
    return (marks[quote].start, marks[quote].end) if quote < len(marks) else (NOWHERE, NOWHERE)


def _phrase(folded: Sequence[str], at: int, first: str) -> tuple[_Word | None, int]:
    """The longest known phrase that begins at this word, and how many words it has."""
    for rest, key in PHRASES[folded[at]]:
        if tuple(folded[at + 1 : at + 1 + len(rest)]) == rest:
            tag = TAGGED_PHRASES.get(key, Tag.NONE)
            if not tag:
                tag = Tag.NAME if first[0].isupper() else Tag.FUNCTION
            return _known(key, tag), 1 + len(rest)
    return None, 1


def _spelt_out(folded: Sequence[str], at: int) -> tuple[_Word | None, int]:
    """A number of several words below a thousand ("one hundred and twenty-four"), and how many words it has."""
    width = 1
    while at + width < len(folded):
        word = folded[at + width]
        joins = word == "and" and folded[at + width - 1] == "hundred" and folded[at + width + 1 : at + width + 2]
        if not (word in RUN_WORDS or word.partition("-")[0] in CARDINALS or (joins and _is_small_number(joins[0]))):
            break
        width += 1
    value = read_cardinal(" ".join(folded[at : at + width])) if width > 1 else None
    return (_known(f"{value:g}", Tag.NUMBER), width) if value is not None else (None, 1)


def _is_small_number(word: str) -> bool:
    return word in CARDINALS or word.partition("-")[0] in CARDINALS


@lru_cache(maxsize=1 << 16)
def read_word(word: str, folded: str, name: bool, stopped: bool) -> _Word:
    """Key, root and sort of one printed word; `name` says that its capital is its own, `stopped` that a dot follows."""
    if not word[0].isalpha():
        return _numeral(word, folded)
    possessive = folded[-2:] in ("'s", "’s")
    base, bare = (word[:-2], folded[:-2]) if possessive else (word, folded)
    known = _dictionary(base, bare, stopped)
    if known is None:
        known = _plain(base, bare, name)
    return known._replace(key=known.key + "'s") if possessive and base else known


def _known(key: str, tag: int) -> _Word:
    """A word whose key stands for all of its forms."""
    return _Word(key, key, tag, key)


def _numeral(word: str, folded: str) -> _Word:
    if word in house_style.SIGNS:
        key = house_style.SIGNS[word]
        return _known(key, Tag.FUNCTION if key == "and" else Tag.MEASURE)
    half = HALF_DAY.match(folded)
    if half:
        hour, minute, of_day = half.groups()
        return _known(f"{int(hour) % 12 + (12 if of_day == 'p' else 0):02d}:{minute or '00'}", Tag.NUMBER | Tag.DATE)
    digits = DIGITS.match(folded)
    if not digits:
        return _known(folded, Tag.NUMBER)
    value, ending = digits.group(1), digits.group(2)
    if GROUPED.match(value):
        value = value.replace(",", "")
    tag = Tag.NUMBER
    clock = CLOCK.match(value) if not ending else None
    if clock:
        value = f"{int(clock.group(1)):02d}:{clock.group(2)}"
    if clock or (not ending and YEAR.match(digits.group(1))):
        tag |= Tag.DATE
    key = f"{value}_{house_style.SCALES[ending]}" if ending in house_style.SCALES else value
    if ending in ("st", "nd", "rd", "th"):
        key = f"{value}th"
    return _known(key, tag)


def _dictionary(word: str, folded: str, stopped: bool) -> _Word | None:
    """What the house-style lists know: initials, short forms, months and days, number words."""
    bare = word.replace(".", "")
    if bare.isupper() and bare in house_style.INITIALS:
        key = house_style.INITIALS[bare]
        return _known(key, TAGGED_PHRASES.get(key, Tag.NAME))
    if "." in word and len(bare) > 1:
        tag = Tag.DATE if bare.casefold() in ("am", "pm") else Tag.NAME if bare.isupper() else Tag.NONE
        return _known(bare.casefold(), tag)
    capital = word[0].isupper()
    if capital and (month := house_style.MONTH_KEYS.get(folded) or house_style.WEEKDAY_KEYS.get(folded)):
        return _known(month, Tag.DATE)
    if capital and stopped:
        short = house_style.SHORT_MONTH_KEYS.get(folded) or house_style.SHORT_WEEKDAY_KEYS.get(folded)
        if short:
            return _known(short, Tag.DATE)
    if (capital or stopped) and (full := house_style.SHORT_FORMS.get(folded)) and (stopped or folded in ("dr", "prof")):
        return _known(full, Tag.TITLE if full in house_style.TITLES else Tag.NONE)
    return _number_word(folded)


def _number_word(folded: str) -> _Word | None:
    if folded in CARDINALS:
        key = str(CARDINALS[folded])
        return _known(key, Tag.NUMBER | (Tag.FUNCTION if folded == "one" else Tag.NONE))
    tens, _, last = folded.partition("-")
    if last and tens in CARDINALS and last in CARDINALS:
        key = str(CARDINALS[tens] + CARDINALS[last])
        return _known(key, Tag.NUMBER)
    if last and tens in CARDINALS and last in ORDINALS:
        key = f"{CARDINALS[tens] + ORDINALS[last]}th"
        return _known(key, Tag.NUMBER)
    if folded in ORDINALS:
        key = f"{ORDINALS[folded]}th"
        return _known(key, Tag.NUMBER)
    if folded in house_style.SCALES and len(folded) > 3:
        return _known(folded, Tag.NUMBER)
    unit = house_style.UNIT_WORDS.get(folded)
    if unit:
        return _known(unit, Tag.MEASURE)
    return None


def _plain(word: str, folded: str, name: bool) -> _Word:
    key = spelling_key(folded)
    key = IRREGULAR_NOT.get(key) or NOT.sub(r"\1not", key)
    tag = Tag.NONE
    if folded in house_style.FUNCTION_WORDS:
        tag |= Tag.FUNCTION
    if folded in house_style.PRONOUNS:
        tag |= Tag.PRONOUN
    if folded in house_style.QUANTIFIERS:
        tag |= Tag.NUMBER
    if key in house_style.UNITS:
        tag |= Tag.MEASURE
    if folded in house_style.TIME_WORDS:
        tag |= Tag.DATE
    if certainty.is_negation(folded):
        tag |= Tag.NEGATION
    if certainty.is_certainty(folded) and not (name and folded in certainty.MODALS):
        tag |= Tag.CERTAINTY
    if key in house_style.TITLES or folded in house_style.TITLES:
        tag |= Tag.TITLE
    if is_judging(folded):
        tag |= Tag.JUDGING
    return _Word(key, stem(key), tag | _sourcing(folded, name), base_form(key))


def _sourcing(folded: str, name: bool) -> int:
    tag = Tag.NAME if name else Tag.NONE
    if is_source_noun(folded) or folded in UNNAMED:
        tag |= Tag.SOURCE
    if cue_kind(folded) and not name and (folded.endswith("ed") or base_form(folded) not in AMBIGUOUS):
        tag |= Tag.CUE
    return tag
