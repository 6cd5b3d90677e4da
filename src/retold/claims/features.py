"""What is compared of a proposition: actor, predicate, objects, polarity, modality, numbers, times, and its words.

Goes in: a proposition with its account. Comes out: features that depend on that article and the story's table of
names alone, so that they can be kept when an article is added. A term is a stem, a sense ("=kill") or an
actor ("@name").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from retold.claims.actors import ARTICLES, GOVERNMENT, ActorKeys
from retold.claims.intervals import days
from retold.claims.propositions import Proposition
from retold.language.english_polarity import (
    AFTER,
    BEFORE,
    FUTURE,
    NEGATING_VERBS,
    NEGATION,
    POSSIBLE,
    WANTED,
)
from retold.language.english_senses import sense
from retold.language.english_stems import stem
from retold.language.english_weights import weight
from retold.records.claims import Account
from retold.records.spans import Span, Spans
from retold.records.statements import ActorType, Clause, Mention, Quantity, QuantityKind, TimexType
from retold.text.words import fold, words

SELF = frozenset({"i", "we", "me", "us", "my", "our"})
SINGULAR = frozenset({"he", "she", "him", "her", "his"})
# Verbs that say little without their object: "carried out an attack" is an attack.
LIGHT_VERBS = frozenset(
    stem(w)
    for w in """
    make take carry conduct have give get do hold be go come put face see
    """.split()  # noqa: SIM905 - a word list reads better as words
)
AGAINST = frozenset(["against", "on", "upon"])
# Verbs that tie an adjective to their subject: "fell ill" says ill.
LINKING_VERBS = frozenset(map(stem, ("fall", "turn", "grow", "become", "remain", "stay", "seem", "appear", "prove")))
PREPOSITIONS = frozenset(
    """
    about above across after against along amid among around as at before behind between beyond by despite during for
    from in inside into like near of off on onto over per since through throughout to toward towards under until upon
    via with within without less
    """.split()  # noqa: SIM905 - a word list reads better as words
)
# Deeds whose bare number counts those who suffered them: "19 more were killed".
SUFFERED = frozenset(sense(stem(word)) for word in ("kill", "injure"))
EXCEEDING = frozenset(map(stem, ("exceed", "exceeded", "surpass", "top")))
# Words that say that a count is of all of them.
TOTALS = frozenset(["toll", "total", "number", "tally", "count", "overall"])
# How many words before and after the verb a negation stands: "did not play", "there is no".
BEFORE_VERB, AFTER_VERB = 4, 3
OPENING_NEGATION = frozenset({"no", "nobody", "none", "neither", "nothing", "never"})
# Numbers from here on are told apart by themselves; smaller ones only together with what they count.
DISTINCT = 11
# How many sentences back a pronoun may look for the one person that it can mean.
REACH = 2


@dataclass(frozen=True, slots=True)
class Time:
    """A time that a proposition names, as first and last day; `bounded` when "before" or "since" limits it."""

    first: int
    last: int
    bounded: bool
    words: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity with the sense of what it counts."""

    quantity: Quantity
    unit: str
    words: str


@dataclass(frozen=True, slots=True)
class Features:
    """A proposition as compared.

    `text` is what it says; `words` in order are what makes two of them word for word the same; `speaker` is the key of
    a named one, "" else; `around` holds the terms of the whole sentence. `doers` are the people and bodies among the
    subject, `places` the places that are named, by their keys.
    """

    proposition: Proposition
    text: str
    words: tuple[str, ...]
    terms: frozenset[str]
    subject: frozenset[str]
    predicate: frozenset[str]
    objects: frozenset[str]
    amounts: tuple[Amount, ...]
    times: tuple[Time, ...]
    negated: bool
    modality: str
    speaker: str
    around: frozenset[str]
    doers: frozenset[str]
    patients: frozenset[str]
    places: frozenset[str]
    stamps: frozenset[str]


class FeatureReader:
    """Reads the features of one account's propositions."""

    def __init__(self, account: Account, keys: ActorKeys) -> None:
        self._account = account
        self._text = account.article.text
        self._keys = keys
        self._mentions = sorted(account.annotation.mentions, key=lambda m: (m.span, m.actor or ""))
        self._mention_starts = [mention.span.start for mention in self._mentions]
        self._names = {actor.id: actor.name for actor in account.annotation.actors}
        self._sentences = sorted(account.annotation.sentences)
        self._sentence_starts = [sentence.start for sentence in self._sentences]
        self._sentence_terms: tuple[Span, frozenset[str]] | None = None

    def read(self, proposition: Proposition) -> Features:
        """The features of one proposition."""
        span = proposition.span
        amounts = self._amounts(span, proposition.clause)
        times = self._times(span)
        mentions = list(self._mentions_in(span))
        clause = proposition.clause
        subject = self._role(clause.subject, proposition) if clause else frozenset[str]()
        told = tuple(s for s in clause.objects if s.overlaps(span)) if clause else ()
        objects = self._role(told, proposition)
        predicate = self._predicate(proposition, told)
        folded = tuple(fold(word.of(self._text)) for word in words(self._text, span))
        terms = self._terms(span, mentions, amounts) | self._stood_for(proposition)
        return Features(
            proposition=proposition,
            text=span.of(self._text),
            words=folded,
            terms=frozenset(terms),
            subject=subject,
            predicate=predicate,
            objects=objects - predicate,
            amounts=amounts,
            times=times,
            negated=self._is_negated(proposition),
            modality=_modality(folded),
            speaker=self._speaker(proposition),
            around=self._around(proposition.sentence),
            doers=self._doers(clause.subject if clause else ()),
            patients=self._patients(told, proposition),
            places=frozenset(self._actor(m)[1:] for m in mentions if m.type is ActorType.PLACE),
            stamps=frozenset(t.value for t in self._account.annotation.timex if span.contains(t.span)),
        )

    def _is_negated(self, proposition: Proposition) -> bool:
        """Whether an odd number of words around the verb turns the statement around.

        Words further away negate something else ("a relief that they did not see"); "no" and "neither" count at the
        very beginning too.
        """
        span = proposition.span
        found = [(word, fold(word.of(self._text))) for word in words(self._text, span)]
        verb = proposition.clause.verb.start if proposition.clause else None
        at = next((place for place, (word, _) in enumerate(found) if word.start == verb), None)
        near = (
            found[: AFTER_VERB + BEFORE_VERB] if at is None else found[max(0, at - BEFORE_VERB) : at + AFTER_VERB + 1]
        )
        count = sum(word in NEGATION or word.endswith("n't") for _, word in near)
        count += sum(a in NEGATING_VERBS and b == "to" for (_, a), (_, b) in pairwise(near))
        if at is not None and at > BEFORE_VERB and found[0][1] in OPENING_NEGATION:
            count += 1
        return count % 2 == 1

    def _doers(self, subject: Spans) -> frozenset[str]:
        """The people and bodies that a subject names; "fighters in Orla" do not make Orla act."""
        return frozenset(
            self._actor(mention)[1:].removeprefix(GOVERNMENT)
            for span in subject
            for mention in self._mentions_in(span)
            if mention.type not in (ActorType.PLACE, ActorType.OFFICE)
        )

    def _patients(self, objects: Spans, proposition: Proposition) -> frozenset[str]:
        """The terms of what a deed is done to: the heads of direct objects, and who it is done against."""
        found = []
        for span in objects:
            inside = list(words(self._text, span))
            lead = fold(inside[0].of(self._text)) if inside else ""
            if lead in AGAINST:
                inside = inside[1:]
            kept = list(takewhile(lambda word: fold(word.of(self._text)) not in PREPOSITIONS, inside))
            if kept:
                found.append(Span(kept[0].start, kept[-1].end))
        return frozenset(term for term in self._role(tuple(found), proposition) if not term.startswith("#"))

    def _speaker(self, proposition: Proposition) -> str:
        attribution = proposition.attribution
        name = attribution.speaker.name if attribution else None
        return self._keys.of(name) if name else ""

    def _around(self, sentence: Span) -> frozenset[str]:
        """The terms of the whole sentence; read once for all its propositions."""
        if self._sentence_terms is None or self._sentence_terms[0] != sentence:
            amounts = self._amounts(sentence)
            terms = self._terms(sentence, list(self._mentions_in(sentence)), amounts)
            self._sentence_terms = (sentence, frozenset(terms))
        return self._sentence_terms[1]

    def _mentions_in(self, span: Span) -> Iterator[Mention]:
        for mention in self._mentions[bisect_left(self._mention_starts, span.start) :]:
            if mention.span.start >= span.end:
                return
            if mention.span.end <= span.end:
                yield mention

    def _actor(self, mention: Mention) -> str:
        name = self._names.get(mention.actor, "") if mention.actor else ""
        return "@" + self._keys.of(name or mention.span.of(self._text))

    def _names_in(self, mentions: list[Mention]) -> set[str]:
        """The terms of names: the key of a place or government, the words of the name of a person or body.

        Two articles seldom write a full name alike. A government stands for its country.
        """
        found: set[str] = set()
        for mention in mentions:
            if mention.type in (ActorType.PLACE, ActorType.GOVERNMENT):
                found.add("@" + self._actor(mention)[1:].removeprefix(GOVERNMENT))
            else:
                for word in words(self._text, mention.span):
                    found |= set(_terms_of(word.of(self._text)))
        return {term for term in found if term[1:] not in ARTICLES}

    def _terms(self, span: Span, mentions: list[Mention], amounts: Sequence[Amount]) -> set[str]:
        found = self._names_in(mentions)
        covered = [mention.span for mention in mentions] + [amount.quantity.span for amount in amounts]
        for word in words(self._text, span):
            if any(other.contains(word) for other in covered):
                continue
            found |= set(_terms_of(word.of(self._text)))
        for amount in amounts:
            found |= set(_terms_of_amount(amount))
        return found

    def _role(self, spans: tuple[Span, ...], proposition: Proposition) -> frozenset[str]:
        """The terms of a subject or of objects; a pronoun is the actor that it stands for, where that is clear."""
        found: set[str] = set()
        for span in spans:
            folded = [fold(word.of(self._text)) for word in words(self._text, span)]
            if len(folded) == 1 and folded[0] in SELF | SINGULAR:
                actor = self._antecedent(folded[0], span, proposition)
                if actor:
                    found |= {actor, *(term for word in actor[1:].split() for term in _terms_of(word))}
                continue
            mentions = list(self._mentions_in(span))
            found |= self._terms(span, mentions, self._amounts(span)) | {self._actor(mention) for mention in mentions}
        return frozenset(term for term in found if weight(term) > 0)

    def _stood_for(self, proposition: Proposition) -> frozenset[str]:
        """The words of the name that a pronoun as subject stands for: they say what the statement is about."""
        clause = proposition.clause
        pronouns = [
            span
            for span in (clause.subject if clause else ())
            if proposition.span.contains(span) and fold(span.of(self._text)) in SELF | SINGULAR
        ]
        return frozenset(term for term in self._role(tuple(pronouns), proposition) if not term.startswith("@"))

    def _antecedent(self, pronoun: str, span: Span, proposition: Proposition) -> str | None:
        attribution = proposition.attribution
        speaker = attribution.speaker.name if attribution else None
        if pronoun in SELF:
            return "@" + self._keys.of(speaker) if speaker else None
        at = bisect_left(self._sentence_starts, span.start + 1) - 1
        for back in range(REACH + 1):
            if at - back < 0:
                break
            sentence = self._sentences[at - back]
            before = Span(sentence.start, max(sentence.start, min(sentence.end, span.start)))
            people = {self._actor(m) for m in self._mentions_in(before) if m.type is ActorType.PERSON}
            if len(people) == 1:
                return next(iter(people))
            if people:
                return "@" + self._keys.of(speaker) if speaker and "@" + self._keys.of(speaker) in people else None
        return "@" + self._keys.of(speaker) if speaker else None

    def _predicate(self, proposition: Proposition, objects: Spans) -> frozenset[str]:
        """The sense of the verb; of a light verb ("carried out an attack") what its object says instead."""
        clause = proposition.clause
        if clause is None:
            return frozenset()
        verb = stem(clause.verb.of(self._text))
        direct = tuple(span for span in objects if not self._is_adverbial(span))
        if verb not in LIGHT_VERBS and not (verb in LINKING_VERBS and self._is_one_word(direct)):
            return frozenset({sense(verb)})
        return frozenset(term for term in self._role(direct or objects, proposition) if not term.startswith("@"))

    def _is_one_word(self, spans: Spans) -> bool:
        """Whether a complement is one word that is no number: "fell ill", unlike "fell 3 percent"."""
        found = [word.of(self._text) for span in spans for word in words(self._text, span)]
        return len(found) == 1 and found[0].isalpha()

    def _is_adverbial(self, span: Span) -> bool:
        """Whether a complement begins with a preposition: it says when, where or to whom."""
        first = next(words(self._text, span), None)
        return first is not None and fold(first.of(self._text)) in PREPOSITIONS

    def _amounts(self, span: Span, clause: Clause | None = None) -> tuple[Amount, ...]:
        """The quantities of a stretch.

        A bare number of a clause counts what its subject says ("the number of dead"); what is exceeded is a low end.
        """
        total = self._totalled(clause) if clause else ""
        found = []
        for quantity in self._account.annotation.quantities:
            if span.contains(quantity.span):
                unit = [sense(stem(word)) for word in quantity.unit.split()]
                bare = total if quantity.kind is QuantityKind.COUNT else ""
                exceeded = clause is not None and stem(clause.verb.of(self._text)) in EXCEEDING
                bounded = replace(quantity, high=None) if exceeded else quantity
                found.append(Amount(bounded, unit[-1] if unit else bare, quantity.span.of(self._text)))
        return tuple(found)

    def _totalled(self, clause: Clause) -> str:
        """What a clause gives the number of: "the death toll", "the number of sick children", "19 were killed"."""
        found = [fold(word.of(self._text)) for span in clause.subject for word in words(self._text, span)]
        verb = sense(stem(clause.verb.of(self._text)))
        if "toll" in found or verb in SUFFERED:
            return sense(stem("toll")) if "toll" in found else verb
        if not TOTALS & set(found) or "of" not in found:
            return ""
        counted = list(takewhile(lambda word: word not in PREPOSITIONS, found[found.index("of") + 1 :]))
        return sense(stem(counted[-1])) if counted else ""

    def _times(self, span: Span) -> tuple[Time, ...]:
        found = []
        for timex in self._account.annotation.timex:
            if not span.contains(timex.span) or timex.type not in (TimexType.DATE, TimexType.TIME):
                continue
            known = days(timex.edtf or timex.value)
            if known is None:
                continue
            before = self._text[max(span.start, timex.span.start - 60) : timex.span.start]
            inside = timex.span.of(self._text)
            lead = {fold(w) for w in before.split()[-5:]} | {fold(w) for w in inside.split()[:1]}
            first, last = known
            bounded = first == 0 or last >= 3_000_000
            if lead & BEFORE and not bounded:
                first, bounded = 0, True
                last = known[0]
            elif lead & (AFTER - {"from"}) and not bounded:
                last, bounded = 3_652_059, True
            found.append(Time(first, last, bounded, inside))
        return tuple(found)


def _terms_of_amount(amount: Amount) -> Iterator[str]:
    """What is counted, and the number itself where it is one that two statements seldom share by chance."""
    if amount.unit and not amount.unit.isupper():
        yield amount.unit
    quantity = amount.quantity
    value = quantity.low if quantity.low is not None else quantity.high
    # "Hundreds" are shared by chance: only a number that is told counts as one.
    vague = quantity.low is not None and quantity.high is not None and quantity.low != quantity.high
    if value is not None and not vague and quantity.kind is not QuantityKind.ORDINAL:
        yield f"#{value:g}" if value >= DISTINCT else f"#{value:g} {amount.unit}"


def _terms_of(word: str) -> Iterator[str]:
    whole = sense(stem(word))
    if "-" not in word or whole.startswith("="):
        if weight(whole) > 0 and not whole[:1].isdigit():
            yield whole
        return
    for part in word.split("-"):
        if part:
            yield from _terms_of(part)


def _modality(folded: tuple[str, ...]) -> str:
    """How sure the wording makes it: possible, wanted, future, or plain ""."""
    inside = set(folded)
    if inside & POSSIBLE:
        return "possible"
    if inside & WANTED:
        return "wanted"
    return "future" if inside & FUTURE else ""
