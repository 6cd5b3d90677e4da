"""Walls and paywalls: a wall is refused as such, a cut article is read and says so, a whole one is left alone."""

from __future__ import annotations

import hashlib

import pytest

from retold.documents import parse
from retold.records.documents import Article, BlockKind, Capture, Extent, Refusal

BODY = (
    "The old weir at Tarnholt gave way on Thursday and sent a metre of water through the lower town.",
    "The River Board said 46 houses were flooded, and that repairs were due in September.",
    "Marit Oake, who keeps the bakery on Millgate, said that she heard it before she saw it.",
)
LOCKED = (
    '{"@type": "NewsArticle", "headline": "Weir gives way", "isAccessibleForFree": "False", '
    '"hasPart": {"@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": ".locked-text"}}'
)
BARRIER = (
    '<div class="subscribe-barrier"><h2>Keep reading with a subscription</h2><p>Every story for a coin a week.</p>'
    "<p>Already a subscriber? Log in</p></div>"
)


def _parse(body: str, data: str = "", head: str = "") -> Article | Refusal:
    script = f'<script type="application/ld+json">{data}</script>' if data else ""
    page = f"<html><head><title>Weir gives way</title>{head}{script}</head><body>{body}</body></html>"
    content = page.encode()
    return parse(Capture(hashlib.sha256(content).hexdigest(), "weir.html", "weir.html", "text/html", content))


def _article(*paragraphs: str, after: str = "") -> str:
    told = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f'<article><h1>Weir gives way</h1><div class="text">{told}{after}</div></article>'


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (
            '<div id="cmp"><h1>Your privacy</h1><p>We and our 40 partners store and access information on a device.</p>'
            "<p>You can change your preferences at any time by returning to this site.</p></div>",
            "cookie-wall",
        ),
        (
            '<main class="regwall"><h1>Weir gives way</h1><h2>Register for free to continue reading</h2>'
            "<p>Create an account to read three articles a month, follow topics and comment.</p></main>",
            "paywall",
        ),
        (
            "<h1>One moment</h1><p>Please verify that you are human by completing the action below.</p>"
            "<p>Enable JavaScript and cookies to continue.</p>",
            "robot-check",
        ),
    ],
)
def test_a_page_that_is_only_a_wall_is_refused_as_that_wall(body: str, code: str) -> None:
    found = _parse(body)
    assert isinstance(found, Refusal)
    assert found.code == code


@pytest.mark.parametrize(
    ("body", "data", "head"),
    [
        (_article(*BODY[:2], after=f'<div class="locked-text"></div>{BARRIER}'), LOCKED, ""),
        (_article(*BODY[:2], after='<div class="locked-text"></div>'), LOCKED, ""),
        (_article(*BODY[:2], after=BARRIER), "", ""),
        (
            _article(*BODY[:2]) + '<div class="overlay"><p>Subscribe now to read the rest.</p></div>',
            "",
            '<meta property="article:content_tier" content="locked">',
        ),
    ],
)
def test_an_article_that_is_cut_at_a_barrier_is_read_and_says_so(body: str, data: str, head: str) -> None:
    found = _parse(body, data, head)
    assert isinstance(found, Article)
    assert found.extent is Extent.PART
    assert [block.span.of(found.text) for block in found.of_kind(BlockKind.BODY)] == list(BODY[:2])


@pytest.mark.parametrize(
    ("body", "data"),
    [
        (_article(*BODY, after=""), LOCKED),
        (
            _article(BODY[0], after=f'<div class="locked-text"><p>{BODY[1]}</p><p>{BODY[2]}</p></div>'),
            LOCKED,
        ),
        (_article(BODY[0], after=f"{BARRIER}<p>{BODY[1]}</p><p>{BODY[2]}</p>"), LOCKED),
        (_article(*BODY) + "<footer><p>Subscribe now to read every story on paper.</p></footer>", ""),
        (_article("“Register to continue reading,” the sign on the library door said on Thursday.", *BODY), ""),
    ],
)
def test_an_article_whose_text_is_there_is_whole_whatever_the_page_declares(body: str, data: str) -> None:
    found = _parse(body, data)
    assert isinstance(found, Article)
    assert found.extent is Extent.WHOLE


def test_an_article_about_cookie_walls_is_an_article() -> None:
    found = _parse(_article(*BODY, "“We use cookies,” said the notice, and nobody could refuse consent."))
    assert isinstance(found, Article)
