"""What the tests of attributions share: articles of plain text, an engine without tagger, answers in one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from retold.language.parsing import Parser, load_parser
from retold.records.documents import Article, Block, BlockKind, Fact, OffsetMap
from retold.records.spans import Span
from retold.records.statements import Annotation, Attribution
from retold.statements import Engine
from retold.statements.annotation import annotate
from retold.statements.parsed import Parsed, parsed_of
from retold.statements.tagging.tagger import TaggedAttribution


def article_of(text: str, kinds: dict[int, BlockKind] | None = None) -> Article:
    """An article whose lines are body, but for those whose number stands in `kinds`."""
    blocks, position = [], 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            kind = (kinds or {}).get(number, BlockKind.BODY)
            blocks.append(Block(kind, Span(position, position + len(line))))
        position += len(line) + 1
    fact = Fact()
    return Article("t", "t", "t", "0", text, None, fact, fact, (), None, "en", tuple(blocks), OffsetMap("utf-8", ()))


@dataclass(frozen=True, slots=True)
class Scripted:
    """A tagger that finds what a test says, and nothing by default."""

    found: tuple[TaggedAttribution, ...] = ()

    def tag(self, texts: Sequence[str]) -> tuple[tuple[TaggedAttribution, ...], ...]:
        return tuple(self.found for _ in texts)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads a text by grammar alone, so that other weights of the tagger change no expectation."""

    parser: Parser

    def annotation(self, text: str, *found: TaggedAttribution, **kinds: BlockKind) -> Annotation:
        lines = {int(number.removeprefix("line")): kind for number, kind in kinds.items()}
        return annotate(article_of(text, lines), Engine(self.parser, Scripted(found)))

    def read(self, text: str, **kinds: BlockKind) -> list[str]:
        """Each attribution as "speaker < relay < relay | stance | content"."""
        return [told(text, item) for item in self.annotation(text, **kinds).attributions]

    def parsed(self, text: str) -> Parsed:
        doc, sentences = self.parser.parse(text, (Span(0, len(text)),))
        return parsed_of(text, doc, sentences)


def told(text: str, item: Attribution) -> str:
    speaker = item.speaker.name or "nobody"
    if item.speaker.unnamed:
        speaker = f"unnamed {item.speaker.count or 'some'}"
    chain = " < ".join([speaker, *(relay.name for relay in item.relays)])
    return f"{chain} | {item.stance} | {' + '.join(span.of(text) for span in item.content)}"


def tagged(text: str, source: str, cue: str, content: str, confidence: float = 0.9) -> TaggedAttribution:
    """What a tagger would say, by the words; pieces of a content are parted by " + "."""
    pieces = tuple(find(text, piece) for piece in content.split(" + "))
    return TaggedAttribution(
        (find(text, source),) if source else (), (find(text, cue),), pieces, confidence, confidence
    )


def find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(load_parser())
