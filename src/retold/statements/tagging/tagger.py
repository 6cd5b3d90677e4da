"""Texts in; attributions as source, cue and content with calibrated confidences out.

The same text gets the same answer whatever other texts stand beside it, and any text is taken.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO

import numpy as np
from tokenizers import Tokenizer

from retold.records.spans import Span, Spans, cover
from retold.statements.tagging.confidence import Calibration, evidence
from retold.statements.tagging.decoding import Floats, best_labels, probabilities
from retold.statements.tagging.encoder import Encoder, Reading
from retold.statements.tagging.encoding import Encoded, encode, sections
from retold.statements.tagging.labels import Fragment, fragments, transition_mask
from retold.statements.tagging.linking import Link, Linker
from retold.statements.tagging.mending import mended
from retold.statements.tagging.signed import Signed, signed_quotations

ENCODER_FILE = "attribution-encoder.onnx"
HEADS_FILE = "attribution-heads.npz"
TOKENIZER_FILE = "attribution-tokenizer.json"
SETTINGS_FILE = "attribution-settings.json"


class ModelMissing(FileNotFoundError):  # noqa: N818 - what is missing, as the caller sees it
    """The weights of the attribution tagger are not in the package."""


@dataclass(frozen=True, slots=True)
class TaggedAttribution:
    """One attribution; spans are code points of the given text.

    `source` is empty where the text names none. `confidence` is the calibrated probability that content and source
    are both right (at least half of their words), `source_confidence` that the source is, given the content.
    """

    source: Spans
    cue: Spans
    content: Spans
    confidence: float
    source_confidence: float


@dataclass(frozen=True, slots=True, eq=False)
class Labeller:
    """Word vectors to labels: one linear layer and a CRF."""

    weight: Floats
    bias: Floats
    transitions: Floats
    starts: Floats

    def emissions(self, vectors: Floats) -> Floats:
        """A score for each label at each word."""
        found: Floats = vectors @ self.weight.T + self.bias
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Tagger:
    """The whole of it; make one with `load_tagger` and keep it."""

    tokenizer: Tokenizer
    encoder: Encoder
    labeller: Labeller
    linker: Linker
    confidence: Calibration
    source_confidence: Calibration
    threshold: float

    def tag(self, texts: Sequence[str]) -> tuple[tuple[TaggedAttribution, ...], ...]:
        """The attributions of each text, in the order of their cues."""
        return tuple(self._tag(text) for text in texts)

    def _tag(self, text: str) -> tuple[TaggedAttribution, ...]:
        kept = [item for item, _ in self.candidates(text) if item.confidence >= self.threshold]
        return with_signed(kept, list(signed_quotations(text)))

    def candidates(self, text: str) -> tuple[tuple[TaggedAttribution, tuple[float, ...]], ...]:
        """Every linked cue with the evidence for it, before any threshold or rule."""
        return tuple(
            (self._finished(section, link, numbers), numbers)
            for section in sections(encode(self.tokenizer, text))
            for link, numbers in self._links(section)
        )

    def _links(self, encoded: Encoded) -> tuple[tuple[Link, tuple[float, ...]], ...]:
        vectors = self.encoder.vectors(encoded)
        emissions = self.labeller.emissions(vectors)
        labels = best_labels(emissions, self.labeller.transitions, self.labeller.starts)
        chances = probabilities(emissions, self.labeller.transitions, self.labeller.starts)
        links = self.linker.link(vectors, mended(fragments(labels), encoded), encoded)
        return tuple((link, evidence(link, chances)) for link in links)

    def _finished(self, encoded: Encoded, link: Link, numbers: tuple[float, ...]) -> TaggedAttribution:
        return TaggedAttribution(
            source=spans(encoded, (link.source,) if link.source else ()),
            cue=spans(encoded, (link.cue,)),
            content=spans(encoded, link.contents),
            confidence=self.confidence.probability(numbers),
            source_confidence=self.source_confidence.probability(numbers),
        )


def spans(encoded: Encoded, found: Sequence[Fragment]) -> Spans:
    """The code points of fragments."""
    return tuple(Span(int(encoded.starts[f.start]), int(encoded.ends[f.end - 1])) for f in sorted(found))


# All 30 that the rule finds in PolNeAR train (7) and dev (23) are attributions in the gold; (30 + 1) / (30 + 2).
SIGNED_CONFIDENCE = 0.97


def with_signed(tagged: Sequence[TaggedAttribution], signed: Sequence[Signed]) -> tuple[TaggedAttribution, ...]:
    """Signed quotations in place of whatever was tagged in their stretch of the text; in order of their cues."""
    if not signed:
        return tuple(tagged)
    stretches = [cover((item.quotation, item.name)) for item in signed]
    starts = [stretch.start for stretch in stretches]

    def free(span: Span) -> bool:
        index = bisect_right(starts, span.end) - 1
        return index < 0 or not stretches[index].overlaps(span)

    kept = [item for item in tagged if all(free(span) for span in (*item.source, *item.cue, *item.content))]
    added = [
        TaggedAttribution((item.name,), (item.dash,), (item.quotation,), SIGNED_CONFIDENCE, SIGNED_CONFIDENCE)
        for item in signed
    ]
    return tuple(sorted([*kept, *added], key=lambda item: item.cue))


def load_tagger(threshold: float | None = None) -> Tagger:
    """Reads the weights that the package holds; raises ModelMissing where it holds none.

    Attributions less confident than `threshold` are left out; None takes the one with the best linked F1 on dev.
    """
    return read_tagger(files("retold.statements").joinpath("weights"), threshold)


def read_tagger(folder: Traversable, threshold: float | None = None) -> Tagger:
    """Reads the weights in `folder`; raises ModelMissing when one of its files is not there."""
    for name in (ENCODER_FILE, HEADS_FILE, TOKENIZER_FILE, SETTINGS_FILE):
        if not folder.joinpath(name).is_file():
            raise ModelMissing(f"the weights of the attribution tagger are not installed: {name} is missing")
    settings = json.loads(folder.joinpath(SETTINGS_FILE).read_text(encoding="utf-8"))
    weights = read_heads(folder.joinpath(HEADS_FILE).read_bytes())
    return Tagger(
        tokenizer=Tokenizer.from_str(folder.joinpath(TOKENIZER_FILE).read_text(encoding="utf-8")),
        encoder=Encoder(folder.joinpath(ENCODER_FILE).read_bytes(), Reading(**settings["reading"])),
        labeller=Labeller(
            weights["emit.weight"],
            weights["emit.bias"],
            weights["transitions"] + transition_mask(),
            weights["starts"],
        ),
        linker=Linker.read(weights),
        confidence=Calibration.read(settings["confidence"]),
        source_confidence=Calibration.read(settings["source_confidence"]),
        threshold=settings["threshold"] if threshold is None else threshold,
    )


def read_heads(data: bytes) -> dict[str, Floats]:
    """The layers outside the encoder: large ones are kept as int8 with a scale a row."""
    with np.load(BytesIO(data), allow_pickle=False) as packed:
        table = {name: packed[name] for name in packed.files}
    out: dict[str, Floats] = {}
    for name, values in table.items():
        if name.endswith(":scale"):
            continue
        wide = values.astype(np.float32)
        out[name] = wide * table[f"{name}:scale"][:, None] if values.dtype == np.int8 else wide
    return out
