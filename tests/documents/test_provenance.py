"""What a page says of its origin, its date and its authors, with the field that says so."""

from __future__ import annotations

import hashlib

import pytest

from retold.documents import parse
from retold.records.documents import Article, Capture, Metadata, Receipt

BODY = (
    "<article><h1>Weir at Tarnholt gives way</h1><p>The old weir at Tarnholt gave way on Thursday morning.</p>"
    "<p>The River Board said 46 houses were flooded, and that repairs were due in September.</p></article>"
)
OWN = "https://news.portal.example/weir"


def _parse(head: str, address: str = OWN, metadata: Metadata | None = None, captured: str | None = None) -> Article:
    content = f"<html><head><title>Weir at Tarnholt gives way</title>{head}</head><body>{BODY}</body></html>".encode()
    receipt = Receipt(captured=captured, dated=captured is not None)
    digest = hashlib.sha256(content).hexdigest()
    made = parse(Capture(digest, address, address, "text/html", content, None, metadata or Metadata(), receipt))
    assert isinstance(made, Article)
    return made


@pytest.mark.parametrize(
    ("head", "method"),
    [
        ('<link rel="canonical" href="https://tarn-courier.example/weir">', "canonical"),
        ('<meta name="syndication-source" content="https://tarn-courier.example/weir">', "syndication-source"),
        ('<meta name="original-source" content="https://tarn-courier.example/weir">', "original-source"),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "isBasedOn": '
            '{"@type": "CreativeWork", "url": "https://tarn-courier.example/weir"}}</script>',
            "isBasedOn",
        ),
    ],
)
def test_an_address_of_another_site_is_kept_as_the_origin_with_its_field(head: str, method: str) -> None:
    article = _parse(head)
    assert [(fact.method, fact.value) for fact in article.origins] == [(method, "https://tarn-courier.example/weir")]
    assert article.url in (OWN, None)


def test_a_canonical_link_to_the_pages_own_site_is_its_address_and_no_origin() -> None:
    article = _parse('<link rel="canonical" href="https://www.portal.example/weir-gives-way">')
    assert (article.url, article.origins) == ("https://www.portal.example/weir-gives-way", ())


def test_the_source_that_a_feeds_item_names_is_kept() -> None:
    metadata = Metadata(url=OWN, source="Tarn Courier", source_url="https://tarn-courier.example/rss")
    (fact,) = _parse("", metadata=metadata).origins
    assert (fact.method, fact.value) == ("feed source", "https://tarn-courier.example/rss")


def test_a_date_after_the_capture_is_not_believed_and_said_to_be_so() -> None:
    head = (
        '<meta property="article:published_time" content="2041-03-06T08:00:00Z"><meta name="date" content="2031-03-06">'
    )
    article = _parse(head, captured="2031-03-07T10:00:00Z")
    assert article.published.value == "2031-03-06"
    assert "2041-03-06T08:00:00Z, after it was captured" in article.published.reason
    assert _parse(head).published.value == "2041-03-06T08:00:00Z"


def test_the_beginning_of_unix_time_is_no_date_of_publication() -> None:
    head = '<meta property="article:published_time" content="1970-01-01T00:00:00Z">'
    assert _parse(head).published.value is None


def test_a_publication_after_its_own_modification_is_told() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2031-03-09", '
        '"dateModified": "2031-03-06"}</script>'
    )
    assert "its dateModified is earlier: 2031-03-06" in _parse(head).published.reason


def test_the_field_that_names_the_authors_is_told_and_one_that_names_others_too() -> None:
    linked = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Selma Rook"}}</script>'
        '<meta name="author" content="Edda Vane">'
    )
    article = _parse(linked)
    assert article.byline == ("Selma Rook",)
    assert article.signed == "the page's json-ld author; meta author says Edda Vane"
