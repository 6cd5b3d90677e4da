"""Lines of a page that markup leaves unexplained, or glues together."""

from __future__ import annotations

import hashlib

import pytest

from retold.documents import parse
from retold.records.documents import Article, Capture

PROSE = [
    "The ferry to Eastquay will not sail on Sunday, the harbour office said, because the ramp has sunk by a hand.",
    "Two lorries stood on it when it gave way, and nobody was hurt, the harbour master told reporters on the quay.",
    "Passengers were sent to the next port along the coast, an hour away by bus, and were given soup and blankets.",
    "The ramp was last inspected in the autumn of the year before, and the report on it has not been published.",
]


def page(head: str = "", amid: str = "", after: str = "") -> list[tuple[str, str]]:
    body = [f"<p>{text}</p>" for text in PROSE]
    source = f"<html><head><title>Ramp sinks at Eastquay harbour</title></head><body><main><article>{head}"
    source += "".join([*body[:2], amid, *body[2:], after]) + "</article></main></body></html>"
    content = source.encode()
    article = parse(Capture(hashlib.sha256(content).hexdigest(), "ramp.html", "ramp.html", "text/html", content))
    assert isinstance(article, Article)
    return [(b.kind.value, b.span.of(article.text)) for b in article.blocks if b.kind.value != "body"]


H1 = "<h1>Ramp sinks at Eastquay harbour</h1>"
HEADLINE = ("headline", "Ramp sinks at Eastquay harbour")


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version gave the wrong day.",
        "A correction was made on March 4, 2026: The ramp is of steel, not of wood.",
        "This story has been corrected to show that two lorries stood on the ramp.",
        "This article was amended on 4 March 2026 to remove a name.",
        "Update, March 5, 2026: This story now has a comment from the harbour office.",
        "CORRECTION (Mar. 5, 2026): This story previously gave another year.",
        "Editor's note: An earlier headline named the wrong town.",
    ],
)
def test_a_note_on_a_change_is_a_correction(note: str) -> None:
    assert page(H1, after=f"<p><em>{note}</em></p>") == [HEADLINE, ("correction", note)]


def test_an_amendment_that_the_story_tells_of_is_no_correction() -> None:
    assert page(H1, amid="<p>The treaty was amended by both parliaments, the minister said.</p>") == [HEADLINE]


def test_a_link_alone_between_paragraphs_is_a_teaser() -> None:
    link = '<p><a href="/b">Bakery on the quay changes hands again</a></p>'
    assert page(H1, amid=link) == [HEADLINE, ("teaser", "Bakery on the quay changes hands again")]


def test_a_link_within_a_sentence_leaves_it_body() -> None:
    assert page(
        H1, amid='<p>The office said <a href="/r">in its report on the ramp of Eastquay</a> that it will pay.</p>'
    ) == [HEADLINE]


def test_names_and_offices_that_markup_glues_are_told_apart() -> None:
    head = f"{H1}<div><span>By Ann Dow</span><span>Harbour correspondent</span></div>"
    assert ("byline", "By Ann Dow") in page(head)


def test_a_date_alone_before_the_headline_is_kept() -> None:
    assert page(f"<div>4 March 2026, 14:05</div>{H1}") == [("dateline", "4 March 2026, 14:05"), HEADLINE]


def test_whoever_is_named_in_a_figure_made_the_picture() -> None:
    figure = '<figure><img src="a"><figcaption class="credit">Kit Marlow/Harrow Courier</figcaption></figure>'
    assert page(H1 + figure) == [HEADLINE, ("caption", "Kit Marlow/Harrow Courier")]


def test_a_whole_body_in_a_container_called_summary_stays_body() -> None:
    source = f"<html><body><article><h1>{HEADLINE[1]}</h1><div class='field--name-body text-with-summary'>"
    source += "".join(f"<p>{text}</p>" for text in PROSE) + "</div></article></body></html>"
    content = source.encode()
    article = parse(Capture(hashlib.sha256(content).hexdigest(), "ramp.html", "ramp.html", "text/html", content))
    assert isinstance(article, Article)
    assert [block.span.of(article.text) for block in article.body] == PROSE
