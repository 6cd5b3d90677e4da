"""The network: a small BERT encoder with extra input features, a CRF over words, and a linker over fragments."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import torch
import torch.nn.functional as nnf
from torch import Tensor, nn

from retold.statements.tagging.encoding import FEATURE_SIZES
from retold.statements.tagging.labels import LABELS, Role, transition_mask
from retold.statements.tagging.pairs import PAIR_FEATURE_SIZES

HIDDEN, HEADS, INNER, LAYERS = 384, 12, 1536, 6
LINK = 128


class Layer(nn.Module):
    """One transformer layer, as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """One layer's output."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        mixed = nnf.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.dropout(self.out(mixed.transpose(1, 2).reshape(batch, length, HIDDEN))))
        return self.norm2(x + self.dropout(self.down(nnf.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces and features in, one vector a piece out."""

    def __init__(self, vocabulary: int, dropout: float, sizes: Sequence[int] = FEATURE_SIZES) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.features = nn.ModuleList([nn.Embedding(n, HIDDEN) for n in sizes])
        for table in self.features:
            nn.init.zeros_(table.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList([Layer(dropout) for _ in range(LAYERS)])

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> Tensor:
        """One vector a piece; `mask` is true for pieces that are there."""
        x = self.words(ids) + self.positions(torch.arange(ids.shape[1], device=ids.device))
        for column, table in enumerate(self.features):
            x = x + table(features[..., column])
        x = self.dropout(self.norm(x))
        wide = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, wide)
        return x


class Linker(nn.Module):
    """Scores of (fragment, cue) pairs: a small network over both, their product and what stands between them."""

    def __init__(self) -> None:
        super().__init__()
        self.span = nn.Linear(3 * HIDDEN, 2 * LINK)
        self.cue = nn.Linear(3 * HIDDEN, 2 * LINK)
        self.features = nn.ModuleList([nn.Embedding(n, LINK) for n in PAIR_FEATURE_SIZES])
        for table in self.features:
            nn.init.normal_(table.weight, std=0.02)
        self.score = nn.Linear(LINK, 1)
        self.null = nn.Linear(3 * HIDDEN, 1)

    def forward(self, spans: Tensor, cues: Tensor, features: Tensor) -> Tensor:
        """A score for each pair."""
        a, q = self.span(spans).chunk(2, -1)
        b, k = self.cue(cues).chunk(2, -1)
        hidden = a[:, None] + b[None]
        for column, table in enumerate(self.features):
            hidden = hidden + table(features[..., column])
        return self.score(torch.relu(hidden)).squeeze(-1) + q @ k.T / math.sqrt(LINK)


class Tagger(nn.Module):
    """Encoder, emissions with transitions, and a linker each for sources and contents."""

    def __init__(self, vocabulary: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary, dropout)
        self.dropout = nn.Dropout(dropout)
        self.emit = nn.Linear(HIDDEN, LABELS)
        self.transitions = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.starts = nn.Parameter(torch.zeros(LABELS))
        self.register_buffer("forbidden", torch.from_numpy(transition_mask()))
        self.source = Linker()
        self.content = Linker()

    def words(self, batch: dict[str, Any], bf16: bool) -> Tensor:
        """One vector a word (its first piece's), in full precision."""
        device = self.emit.weight.device
        with torch.autocast(device.type, torch.bfloat16, enabled=bf16):
            x = self.encoder(*(batch[name].to(device) for name in ("ids", "features", "mask")))
        heads = batch["heads"].to(device)
        return x.float().gather(1, heads[..., None].expand(-1, -1, HIDDEN))

    def loss(self, batch: dict[str, Any], bf16: bool) -> tuple[Tensor, Tensor]:
        """Mean negative log likelihood per word of the labels, and per decision of the links."""
        x = self.dropout(self.words(batch, bf16))
        labels = batch["labels"].to(x.device)
        tagging = self.crf(self.emit(x), labels)
        linking = [self.link_loss(x[i], links) for i, links in enumerate(batch["links"]) if links is not None]
        decisions = sum(n for _, n in linking)
        total = torch.stack([value for value, _ in linking]).sum() if linking else x.sum() * 0
        return tagging, total / max(decisions, 1)

    def crf(self, emissions: Tensor, labels: Tensor) -> Tensor:
        """Mean negative log likelihood per word."""
        known = labels >= 0
        safe = labels.clamp(min=0)
        table = self.transitions + self.forbidden
        gold = emissions.gather(2, safe[..., None]).squeeze(-1) * known
        steps = table[safe[:, :-1], safe[:, 1:]] * known[:, 1:]
        score = gold.sum(1) + steps.sum(1) + self.starts[safe[:, 0]]
        return (log_partition(emissions, known, table, self.starts) - score).sum() / known.sum()

    def link_loss(self, x: Tensor, links: dict[str, Tensor]) -> tuple[Tensor, int]:
        """Summed cross entropy and number of decisions: each content picks its cue, each cue its source or none."""
        links = {k: v.to(x.device) for k, v in links.items()}
        sums = torch.cat([x.new_zeros(1, HIDDEN), x.cumsum(0)])
        cues = pooled(x, sums, links["cues"])
        content, source = (links["roles"] == int(role) for role in (Role.CONTENT, Role.SOURCE))
        total, count = x.new_zeros(()), 0
        if content.any():
            scores = self.content(pooled(x, sums, links["spans"][content]), cues, links["features"][content])
            total, count = choice_loss(scores, links["right"][content])
        scores = self.source.null(cues)
        right = links["sourceless"][:, None]
        if source.any():
            spans = pooled(x, sums, links["spans"][source])
            scores = torch.cat([self.source(spans, cues, links["features"][source]).T, scores], 1)
            right = torch.cat([links["right"][source].T, right], 1)
        more, decisions = choice_loss(scores, right)
        return total + more, count + decisions


def choice_loss(scores: Tensor, right: Tensor) -> tuple[Tensor, int]:
    """Summed cross entropy of rows that have a right answer (the window may have cut it off), and their number."""
    known = right.any(1)
    scores, right = scores[known], right[known]
    return (scores.logsumexp(1) - scores.masked_fill(~right, -1e4).logsumexp(1)).sum(), int(known.sum())


def pooled(x: Tensor, sums: Tensor, spans: Tensor) -> Tensor:
    """First, last and mean vector of each span."""
    a, b = spans[:, 0], spans[:, 1]
    return torch.cat([x[a], x[b - 1], (sums[b] - sums[a]) / (b - a)[:, None]], -1)


def log_partition(emissions: Tensor, known: Tensor, table: Tensor, starts: Tensor) -> Tensor:
    """The CRF's normaliser, by pairwise joining of transfer matrices (log2 of the length steps)."""
    batch, _, labels = emissions.shape
    identity = torch.full((labels, labels), -1e4, device=emissions.device)
    identity.fill_diagonal_(0)
    chain = table + emissions[:, 1:, None, :]
    chain = torch.where(known[:, 1:, None, None], chain, identity)
    while chain.shape[1] > 1:
        if chain.shape[1] % 2:
            chain = torch.cat([chain, identity.expand(batch, 1, labels, labels)], 1)
        left, right = chain[:, 0::2], chain[:, 1::2]
        chain = torch.logsumexp(left[..., :, :, None] + right[..., None, :, :], dim=-2)
    first = starts + emissions[:, 0]
    if chain.shape[1] == 0:
        return first.logsumexp(-1)
    return (first[:, :, None] + chain[:, 0]).logsumexp((1, 2))


def load_start(own: Encoder, weights: dict[str, Tensor]) -> None:
    """Puts a BERT state dict (as in the carrier package) into an encoder."""
    get = {k.removeprefix("bert."): v for k, v in weights.items()}
    with torch.no_grad():
        own.words.weight.copy_(get["embeddings.word_embeddings.weight"])
        own.positions.weight.copy_(
            get["embeddings.position_embeddings.weight"] + get["embeddings.token_type_embeddings.weight"][0]
        )
        own.norm.weight.copy_(get["embeddings.LayerNorm.weight"])
        own.norm.bias.copy_(get["embeddings.LayerNorm.bias"])
        for index, layer in enumerate(own.layers):
            at = f"encoder.layer.{index}."
            for kind in ("weight", "bias"):
                parts = [get[f"{at}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                getattr(layer.qkv, kind).copy_(torch.cat(parts))
                for mine, theirs in (
                    ("out", "attention.output.dense"),
                    ("norm1", "attention.output.LayerNorm"),
                    ("up", "intermediate.dense"),
                    ("down", "output.dense"),
                    ("norm2", "output.LayerNorm"),
                ):
                    getattr(getattr(layer, mine), kind).copy_(get[f"{at}{theirs}.{kind}"])
