"""Who stands behind a source span: a canonical name, an unnamed person, or nobody that the text lets one tell.

In go the chained frames in text order and the article's mentions of actors; out comes a speaker for each. A pronoun or
"the official" is resolved to what was said before it, and only when one candidate remains.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from retold.language.sourcewords import DOCUMENT_NOUNS, PUBLICATION_NOUNS, TITLES
from retold.records.spans import Span, Spans
from retold.records.statements import Actor, ActorType, Mention, Speaker
from retold.statements.actors import resolve_government
from retold.statements.other_cues import head_of
from retold.statements.parsed import Parsed
from retold.statements.phrases import noun_phrase
from retold.statements.publications import is_publication, publication_span
from retold.statements.unnamed import unnamed_of

if TYPE_CHECKING:
    from spacy.tokens import Token

# How far back, in sentences, the one who spoke before may be for a pronoun to mean them. Chosen, not fitted: no corpus
# at hand marks who a pronoun in a source stands for.
REACH = 3
# How many earlier speakers are looked at: more than any article has, so that a book costs no more per page.
WINDOW = 200
# Title words that also precede the names of bodies: "state news agency NVA", "former party Unity".
NO_PERSON = frozenset({"state", "press", "news", "party", "campaign", "agency", "defense", "defence", "former", "head"})
POSSESSIVE = re.compile(r"^(?:the )?(.+?)(?:['’]s|['’])\s+(.+)$")
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """A speaker already resolved, and where: what later pronouns look back to."""

    speaker: Speaker
    sentence: int
    position: int
    type: ActorType | None
    plural: bool
    phrase: str


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of an article and where they are mentioned, mentions in text order."""

    mentions: tuple[Mention, ...]
    actors: dict[str, Actor]
    starts: tuple[int, ...]

    def within(self, span: Span) -> list[Mention]:
        """The mentions that begin within the span."""
        low, high = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return list(self.mentions[low:high])


def cast_of(mentions: tuple[Mention, ...], actors: tuple[Actor, ...]) -> Cast:
    """The look-up of an article's actors."""
    ordered = tuple(sorted(mentions, key=lambda m: m.span))
    return Cast(ordered, {actor.id: actor for actor in actors}, tuple(m.span.start for m in ordered))


def speaker_of(parsed: Parsed, cast: Cast, source: Spans, said: list[Said]) -> tuple[Speaker, ActorType | None]:
    """The speaker of one source, given those before it; "unknown" is a speaker without a name."""
    if not source:
        return Speaker(None, why="no source in the text"), None
    head = head_of(parsed, source[0])
    if head.lower_ in DOCUMENT_NOUNS:
        body = publication_span(parsed, head)
        if len(body) == 1 and source[0].contains(body[0]) and body[0].start > head.idx:
            source, head = body, head_of(parsed, body[0])
    if head.pos_ == "PRON" and len(parsed.tokens_in(source[0])) == 1:
        return _pronoun(parsed, cast, head, said)
    unnamed, count = unnamed_of(parsed, source)
    if unnamed:
        role = "; ".join(_description(span.of(parsed.text)) for span in source)
        return Speaker(None, True, count, role, "unnamed in the text"), None
    return _named(parsed, cast, source, head, said)


def _description(phrase: str) -> str:
    return " ".join(phrase.split())


def _named(
    parsed: Parsed, cast: Cast, source: Spans, head: Token, said: list[Said]
) -> tuple[Speaker, ActorType | None]:
    span = source[0]
    phrase = _description(span.of(parsed.text))
    mention = _mention_of(cast, span, head)
    if (
        head.tag_ in ("NNP", "NNPS")
        and is_publication(parsed, head)
        and not (mention and _is_whole(mention, span, phrase))
    ):
        return Speaker(ARTICLE.sub("", phrase), why="the name of a publication"), ActorType.ORGANISATION
    titled = _titled_name(parsed, span)
    if titled is not None and (mention is None or mention.type is not ActorType.PERSON):
        role = _role(phrase, titled)
        return Speaker(titled, role=role, why="the name after a title"), ActorType.PERSON
    if mention is not None and mention.actor is not None and mention.actor in cast.actors:
        actor = cast.actors[mention.actor]
        fuller = _fuller_name(actor.name, said)
        if fuller is not None:
            return fuller, ActorType.PERSON
        role = _role(phrase, mention.span.of(parsed.text)) or (actor.roles[0] if actor.roles else None)
        state = resolve_government(phrase) if mention.type in (ActorType.PLACE, ActorType.GOVERNMENT) else None
        if state is not None:
            return Speaker(state, why=f"“{phrase}” speaks, so its government is meant"), ActorType.GOVERNMENT
        if mention.type is ActorType.PLACE and head.idx != mention.span.start:
            return Speaker(_body_name(phrase), role=None, why="the phrase itself"), ActorType.ORGANISATION
        return Speaker(actor.name, role=role, why=mention.why or "mention of an actor"), mention.type
    echo = _echo(phrase, said)
    if echo is not None:
        return echo.speaker, echo.type
    return Speaker(_body_name(phrase), why="the phrase itself"), _type_of(head)


def _titled_name(parsed: Parsed, span: Span) -> str | None:
    """The full name that ends a phrase after a title: "a ministry spokesperson Ana Orsk"."""
    tokens = [t for t in parsed.tokens_in(span) if not t.is_space]
    titles = [k for k, t in enumerate(tokens) if t.lower_ in TITLES]
    if not titles or tokens[titles[-1]].lower_ in PUBLICATION_NOUNS | NO_PERSON:
        return None
    if not tokens[titles[-1]].is_lower and tokens[-1].ent_type_ == "ORG":
        return None
    name = tokens[titles[-1] + 1 :]
    if not 2 <= len(name) <= 6 or not all(t.text[:1].isupper() or t.text in "-’'." for t in name):
        return None
    words = parsed.span(name[0], name[-1]).of(parsed.text)
    return words if " " in words else None


def _fuller_name(name: str, said: list[Said]) -> Speaker | None:
    """The one earlier speaker of whose full name a single name is the last part."""
    if " " in name:
        return None
    said = said[-WINDOW:]
    found = {s.speaker.name: s.speaker for s in said if s.speaker.name and s.speaker.name.endswith(" " + name)}
    if len(found) != 1 or not all(s.type is ActorType.PERSON for s in said if s.speaker.name in found):
        return None
    speaker = next(iter(found.values()))
    return replace(speaker, why=f"short for {speaker.name}")


def _is_whole(mention: Mention, span: Span, phrase: str) -> bool:
    """Whether a mention covers all of a phrase but its article."""
    return mention.span.end >= span.end and mention.span.start <= span.start + len(phrase) - len(
        ARTICLE.sub("", phrase)
    )


def _type_of(head: Token) -> ActorType | None:
    if head.ent_type_ == "PERSON":
        return ActorType.PERSON
    return ActorType.ORGANISATION if head.ent_type_ in ("ORG", "NORP", "GPE") else None


def _mention_of(cast: Cast, span: Span, head: Token) -> Mention | None:
    """The mention that the phrase is about: the one at its head, else a person in apposition, else its last name."""
    inside = sorted((m for m in cast.within(span) if m.span.end <= span.end + 2), key=lambda m: m.span)
    for mention in inside:
        if mention.span.start <= head.idx < mention.span.end:
            return mention
    for token in head.subtree:
        if token.dep_ == "appos":
            for mention in inside:
                if mention.span.start <= token.idx < mention.span.end:
                    return mention
    # "its director, Ann Dow,": a person between commas at the end of the phrase, however the parse hangs them.
    last = inside[-1] if inside else None
    text = head.doc.text
    if last is not None and last.type is ActorType.PERSON and head.is_lower and last.span.start > head.idx:
        alone = not text[last.span.end : span.end].strip(" ,")
        if alone and text[: last.span.start].rstrip().endswith(","):
            return last
    if head.is_lower and head.lower_ in PUBLICATION_NOUNS | DOCUMENT_NOUNS:
        organisations = [m for m in inside if m.type is ActorType.ORGANISATION]
        return organisations[-1] if organisations else None
    return None


def _role(phrase: str, name: str) -> str | None:
    at = phrase.find(name)
    if at < 0:
        return None
    before, after = phrase[:at].strip(" ,"), phrase[at + len(name) :].strip(" ,")
    role = ARTICLE.sub("", before) or ARTICLE.sub("", after)
    return role or None


def _body_name(phrase: str) -> str:
    """A body's name: without article, and "Norvia's judiciary" as "Judiciary of Norvia"."""
    owned = POSSESSIVE.match(phrase)
    if owned and owned.group(1)[:1].isupper() and owned.group(2).islower() and " " not in owned.group(2):
        return f"{owned.group(2).capitalize()} of {owned.group(1)}"
    return ARTICLE.sub("", phrase)


def _outlet_name(parsed: Parsed, span: Span, head: Token) -> str | None:
    """The proper name in "Norvia's Tarn Online website" or "state news agency NVA"."""
    tokens = parsed.tokens_in(span)
    nouns = [t.i for t in tokens if t.lower_ in PUBLICATION_NOUNS and t.is_lower]
    if not nouns or (head.lower_ not in PUBLICATION_NOUNS and head.tag_ not in ("NNP", "NNPS")):
        return None
    after = [t for t in tokens if t.i > nouns[-1] and t.tag_ in ("NNP", "NNPS")]
    before = [t for t in tokens if t.i < nouns[0] and _is_proper(t)]
    run = after or before
    if not run or any(b.i != a.i + 1 for a, b in pairwise(run)):
        return None
    return parsed.span(run[0], run[-1]).of(parsed.text)


def _is_proper(token: Token) -> bool:
    """Whether a capitalised modifier belongs to a name, rather than saying of which country or whose."""
    if token.ent_type_ in ("NORP", "GPE") or any(c.dep_ == "case" for c in token.children):
        return False
    return (
        token.text[:1].isupper()
        and token.dep_ in ("compound", "amod", "nmod")
        and token.pos_ in ("PROPN", "ADJ", "NOUN")
    )


def _echo(phrase: str, said: list[Said]) -> Said | None:
    """The earlier speaker that "the newspaper" or "the ministry" repeats, when there is exactly one."""
    if not phrase.casefold().startswith(("the ", "that ", "this ")):
        return None
    noun = phrase.split()[-1].casefold()
    said = said[-WINDOW:]
    fits = [s for s in said if s.speaker.name and noun in s.phrase.casefold().split()]
    names = {s.speaker.name for s in fits}
    if noun in PUBLICATION_NOUNS and not fits:
        fits = [s for s in said if s.type is ActorType.ORGANISATION][-1:]
        names = {s.speaker.name for s in fits}
    if len(names) != 1:
        return None
    return replace(fits[-1], speaker=replace(fits[-1].speaker, why=f"the only earlier {noun}"))


def _pronoun(parsed: Parsed, cast: Cast, head: Token, said: list[Said]) -> tuple[Speaker, ActorType | None]:
    word = head.lower_
    here = parsed.sentence_index(head.idx)
    recent = [s for s in said[-WINDOW:] if 0 <= here - s.sentence <= REACH and s.position < head.idx]
    if word in ("he", "she"):
        return _resolved(_person_candidates(parsed, cast, head, recent), word)
    if word == "it":
        fits = [s for s in recent if s.type is not ActorType.PERSON and not s.plural]
        return _resolved(fits[-1:], word)
    if word in ("they", "these", "those", "both", "some", "many"):
        return _resolved(_plural_candidates(parsed, head, recent), word)
    return Speaker(None, why=f"“{word}” is not resolved"), None


def _person_candidates(parsed: Parsed, cast: Cast, head: Token, recent: list[Said]) -> list[Said]:
    here = parsed.sentence_index(head.idx)
    subjects = _subject_persons(parsed, cast, parsed.sentences[here], head.idx)
    if subjects:
        return subjects[-1:]
    last = [
        s for s in recent if s.type in (ActorType.PERSON, ActorType.OFFICE) or (s.speaker.unnamed and not s.plural)
    ][-1:]
    before = _subject_persons(parsed, cast, parsed.sentences[here - 1], head.idx) if here else []
    if last and last[0].sentence == here - 1:
        return last
    return before[-1:] or last


def _subject_persons(parsed: Parsed, cast: Cast, sentence: Span, before: int) -> list[Said]:
    """Persons that are a subject in the sentence, outside quotations and before a position."""
    found = []
    for mention in cast.within(sentence):
        if mention.type is not ActorType.PERSON or mention.actor is None or mention.span.end > before:
            continue
        last = parsed.token_at(mention.span.end - 1)
        if last.dep_ in ("nsubj", "nsubjpass") and not parsed.quote_at(mention.span.start):
            actor = cast.actors.get(mention.actor)
            if actor is not None:
                speaker = Speaker(actor.name, role=actor.roles[0] if actor.roles else None)
                index = parsed.sentence_index(mention.span.start)
                found.append(Said(speaker, index, mention.span.start, ActorType.PERSON, False, actor.name))
    return found


def _plural_candidates(parsed: Parsed, head: Token, recent: list[Said]) -> list[Said]:
    here = parsed.sentence_index(head.idx)
    plural = [s for s in recent if s.plural or s.speaker.unnamed]
    if plural and plural[-1].sentence >= here - 1:
        return plural[-1:]
    if not here:
        return plural[-1:]
    for token in parsed.tokens_in(parsed.sentences[here - 1]):
        if token.dep_ in ("nsubj", "nsubjpass") and token.tag_ in ("NNS", "NNPS") and not parsed.quote_at(token.idx):
            span = noun_phrase(parsed, token)
            phrase = _description(span.of(parsed.text))
            unnamed, count = unnamed_of(parsed, (span,))
            speaker = Speaker(None if unnamed else phrase, unnamed, count, phrase if unnamed else None)
            return [Said(speaker, here - 1, token.idx, None, True, phrase)]
    return plural[-1:]


def _resolved(fits: list[Said], word: str) -> tuple[Speaker, ActorType | None]:
    if len({(s.speaker.name, s.speaker.role if s.speaker.unnamed else "") for s in fits}) != 1:
        return Speaker(None, why=f"“{word}” has no single antecedent"), None
    found = fits[-1]
    what = found.speaker.name or found.speaker.role or "the one before"
    return replace(found.speaker, why=f"“{word}” stands for {what}"), found.type


def is_plural(parsed: Parsed, source: Spans) -> bool:
    """Whether a source is several people."""
    if not source:
        return False
    head = head_of(parsed, source[0])
    return len(source) > 1 or head.tag_ in ("NNS", "NNPS") or head.lower_ in ("they", "these", "those", "both")
