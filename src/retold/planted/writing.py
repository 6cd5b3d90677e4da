"""The writer: a draft becomes text, and every mark becomes a span at the moment its words are put down.

In: a `Draft`. Out: a `Written` draft: the article, and where each leaf and node of its trees stands. Nothing is ever
searched for in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from retold.planted.drafts import Draft
from retold.planted.records import PlantedArticle, PlantedPassage, PlantedSentence
from retold.planted.styles import HouseStyle, print_date, print_leaf, time_value
from retold.planted.trees import Amount, Leaf, LeafKind, Node, Role, Sentence, Stated, Tree
from retold.records.documents import Block, BlockKind
from retold.records.spans import Span, Spans
from retold.records.statements import Attribution, Quantity, QuotationKind, Relay, Stance, Timex, TimexType

_BLANKED = {LeafKind.NAME: "N", LeafKind.NUMBER: "0", LeafKind.MONEY: "$", LeafKind.PERCENT: "%", LeafKind.TIME: "T"}
# Cues that say that the speaker would rather not have said it.
_ADMISSIONS = {"acknowledged", "admitted", "conceded", "confessed"}
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_QUOTE = re.compile(r"[“”\"]")


@dataclass(frozen=True, slots=True)
class Written:
    """An article with the places of its tree: spans by uid, of claims by occurrence, sentences by key."""

    draft: Draft
    article: PlantedArticle
    places: dict[int, Span]
    stated: dict[str, Span]
    sentences: dict[str, Span]
    attributions: dict[str, Attribution]

    def attribution(self, plan: str | None) -> Attribution | None:
        """The attribution that was written for a plan, if it was."""
        return self.attributions.get(plan) if plan else None


@dataclass(slots=True)
class Page:
    """Text under construction. `put` appends; nothing that was put is ever changed."""

    style: HouseStyle
    outlet: str = ""
    pieces: list[str] = field(default_factory=list)
    position: int = 0
    opening: bool = True
    pause: bool = False
    places: dict[int, Span] = field(default_factory=dict)
    roles: dict[tuple[str, str], list[Span]] = field(default_factory=dict)
    relays: dict[tuple[str, str], list[Span]] = field(default_factory=dict)
    stated: dict[str, Span] = field(default_factory=dict)
    times: list[Timex] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    skeleton: list[str] = field(default_factory=list)

    def put(self, text: str) -> Span:
        """Append words and say where they stand."""
        start = self.position
        self.pieces.append(text)
        self.position += len(text)
        return Span(start, self.position)

    def printed(self, name: str) -> str:
        """A name with the apostrophe that this outlet prints."""
        return name if self.style.curly else name.replace("’", "'")

    @property
    def text(self) -> str:
        """All that was put."""
        return "".join(self.pieces)

    def walk(self, trees: Sequence[Tree]) -> Span:
        """Write trees; the span that they take."""
        start: int | None = None
        for tree in trees:
            span = self._leaf(tree) if isinstance(tree, Leaf) else self._node(tree)
            if start is None and len(span):
                start = span.start
        return Span(self.position if start is None else start, self.position)

    def _leaf(self, leaf: Leaf) -> Span:
        if leaf.kind is LeafKind.PAUSE:
            self.pause = True
            self.places[leaf.uid] = Span(self.position, self.position)
            return self.places[leaf.uid]
        words = print_leaf(leaf, self.style, self.opening)
        if self.pause and words:
            if words[0] not in ",.;:":
                self.put(",")
            self.pause = False
        if self.opening and any(c.isalnum() for c in words):
            first = next(i for i, c in enumerate(words) if c.isalnum())
            words = words[:first] + words[first].upper() + words[first + 1 :]
            self.opening = False
        span = self.put(words)
        self.places[leaf.uid] = span
        self.skeleton.append(_BLANKED.get(leaf.kind, words))
        if leaf.kind is LeafKind.TIME:
            assert leaf.when is not None
            value = time_value(leaf.when)
            self.times.append(Timex(span, TimexType.DATE, value, value, why="planted"))
        return span

    def _node(self, node: Node) -> Span:
        span = self.walk(node.children)
        self.places[node.uid] = span
        mark = node.mark
        if isinstance(mark, Role) and len(span):
            if mark.role == "access" and mark.name == self.outlet:
                return span
            if mark.role in ("relay", "access"):
                self.relays.setdefault((mark.attribution, mark.name), []).append(span)
            else:
                self.roles.setdefault((mark.attribution, mark.role), []).append(span)
        elif isinstance(mark, Stated):
            self.stated[mark.occurrence] = span
        elif isinstance(mark, Amount):
            high = None if mark.floor else mark.value
            self.quantities.append(Quantity(span, mark.kind, mark.value, high, mark.unit, mark.floor, "planted"))
        return span


def write(draft: Draft) -> Written:
    """Write an article out. The order of blocks follows the outlet's style."""
    page = Page(draft.outlet.style, draft.outlet.canonical)
    blocks: list[Block] = []
    stated = _head(page, blocks, draft)
    sentences: list[PlantedSentence] = []
    passages: list[PlantedPassage] = []
    first = True
    for number, passage in enumerate(draft.passages):
        stretches: list[Span] = []
        for paragraph in passage.paragraphs:
            if first:
                stated = _inline_dateline(page, blocks, draft) or stated
            first = False
            span = _paragraph(page, paragraph, sentences)
            blocks.append(Block(BlockKind.BODY, span, "planted"))
            stretches.append(span)
            page.put("\n")
            if number == 0 and len(stretches) == 2 and draft.labels and draft.outlet.style.place == "inside":
                _line(page, blocks, BlockKind.LABEL, draft.labels[0])
        passages.append(PlantedPassage(passage.story, tuple(stretches)))
    _foot(page, blocks, draft)
    text = page.text
    found = _attributions(page, draft, text)
    attributions = tuple(found.values())
    optional = tuple(a.id for key, a in found.items() if draft.attributions[key].optional)
    article = PlantedArticle(
        draft.id, draft.outlet.name, draft.published.isoformat(), draft.title, text, None,
        _address(draft), stated, draft.undated and stated is None, draft.outlet.style.name, tuple(blocks),
        tuple(passages), tuple(sentences), attributions, optional, tuple(page.times), tuple(page.quantities),
    )  # fmt: skip
    return Written(draft, article, page.places, page.stated, {s.key: s.span for s in sentences}, found)


def _line(page: Page, blocks: list[Block], kind: BlockKind, words: str) -> None:
    if words:
        curly = page.style.curly
        blocks.append(Block(kind, page.put(words if curly else words.replace("’", "'")), "planted"))
        page.put("\n")


def _head(page: Page, blocks: list[Block], draft: Draft) -> str | None:
    """Headline, deck, byline and a date line where the style has them; the printed date, if any."""
    stated: str | None = None
    style = draft.outlet.style
    if style.dateline == "posted" and not draft.undated:
        _line(page, blocks, BlockKind.DATELINE, f"Published {print_date(draft.published, style, year=True)}")
        stated = draft.published.isoformat()
    _line(page, blocks, BlockKind.HEADLINE, draft.title)
    _line(page, blocks, BlockKind.DECK, draft.deck)
    _line(page, blocks, BlockKind.BYLINE, draft.byline)
    if style.dateline == "top" and not draft.undated:
        _line(page, blocks, BlockKind.DATELINE, print_date(draft.published, style, year=True))
        stated = draft.published.isoformat()
    _line(page, blocks, BlockKind.CAPTION, draft.caption)
    return stated


def _inline_dateline(page: Page, blocks: list[Block], draft: Draft) -> str | None:
    style = draft.outlet.style
    if style.dateline not in ("place", "place-date", "place-agency"):
        return None
    dated = style.dateline == "place-date" and not draft.undated
    date = f", {print_date(draft.published, style)}" if dated else ""
    agency = f" ({draft.credit})" if style.dateline == "place-agency" and draft.credit else ""
    blocks.append(Block(BlockKind.DATELINE, page.put(f"{draft.place.upper()}{date}{agency}"), "planted"))
    page.put(" — " if style.curly else " - ")
    return None


def _paragraph(page: Page, paragraph: tuple[Sentence, ...], sentences: list[PlantedSentence]) -> Span:
    start = page.position
    for number, sentence in enumerate(paragraph):
        if number:
            page.put(" ")
        page.opening, page.pause, page.skeleton = True, False, []
        span = page.walk(sentence.children)
        sentences.append(PlantedSentence(sentence.key, span, "".join(page.skeleton)))
    return Span(start, page.position)


def _foot(page: Page, blocks: list[Block], draft: Draft) -> None:
    if draft.credit and draft.outlet.style.dateline != "place-agency":
        _line(page, blocks, BlockKind.CREDIT, draft.credit)
    if draft.labels and draft.teasers:
        _line(page, blocks, BlockKind.LABEL, draft.labels[-1])
        for title, words in draft.teasers:
            _line(page, blocks, BlockKind.TEASER, title)
            _line(page, blocks, BlockKind.TEASER, words)
    _line(page, blocks, BlockKind.BOILERPLATE, draft.boilerplate)


def _address(draft: Draft) -> str:
    host = re.sub(r"[^a-z]", "", draft.outlet.name.lower())
    slug = "-".join(re.findall(r"[a-z0-9]+", draft.title.lower())[:7])
    return f"https://{host}.example/{draft.published:%Y/%m/%d}/{slug}"


def _attributions(page: Page, draft: Draft, text: str) -> dict[str, Attribution]:
    """Attributions in text order, with ids a1, a2 … as the text has them."""

    def roles(plan: str, role: str) -> Spans:
        return tuple(sorted(page.roles.get((plan, role), ())))

    order = sorted((key for key in draft.attributions if roles(key, "content")), key=lambda k: roles(k, "content"))
    names = {key: f"a{number}" for number, key in enumerate(order, 1)}
    out: dict[str, Attribution] = {}
    for key in order:
        plan = draft.attributions[key]
        relays = tuple(
            Relay(page.printed(name), tuple(sorted(page.relays.get((key, name), ()))), name in plan.people)
            for name in dict.fromkeys((*plan.relays, *(n for a, n in page.relays if a == key)))
        )
        content = _joined(roles(key, "content"), text)
        kind = quotation_kind("".join(span.of(text) for span in content))
        cue = "".join(span.of(text) for span in roles(key, "cue")).lower()
        admitted = plan.stance is Stance.ASSERT and any(word in _ADMISSIONS for word in cue.split())
        stance = Stance.ADMIT if admitted else plan.stance
        speaker = plan.speaker
        if speaker.name is not None:
            speaker = replace(speaker, name=page.printed(speaker.name))
        out[key] = Attribution(
            names[key], roles(key, "source"), roles(key, "cue"), content, kind, stance, speaker, relays,
            _renamed(names, plan.parent), _renamed(names, plan.continues), method="planted",
        )  # fmt: skip
    return out


def _joined(spans: Spans, text: str) -> Spans:
    """Fragments with only white space between them, as one."""
    out: list[Span] = []
    for span in spans:
        if out and not text[out[-1].end : span.start].strip():
            span = Span(out.pop().start, span.end)
        out.append(span)
    return tuple(out)


def _renamed(names: dict[str, str], key: str | None) -> str | None:
    return names.get(key) if key else None


def quotation_kind(content: str) -> QuotationKind:
    """Direct when every word is quoted, mixed when some are, else indirect."""
    if not _QUOTE.search(content):
        return QuotationKind.INDIRECT
    outside = _QUOTED.sub("", content)
    return QuotationKind.MIXED if any(c.isalnum() for c in outside) else QuotationKind.DIRECT
