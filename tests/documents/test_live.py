"""Live blogs: each entry is a passage with its own time; other pages with several times have none."""

from __future__ import annotations

import hashlib

from retold.documents import parse
from retold.records.documents import Article, Capture
from retold.stories.passages import find_passages

SAID = (
    "The fire was out by six in the evening, the fire service said.",
    "Smoke drifted over the old town, and eleven people were treated.",
    "A fire broke out in a warehouse in Pellin harbour before dawn.",
)


def _parse(*entries: tuple[str, str]) -> Article:
    told = "".join(
        f'<article class="post"><header><time datetime="{time}">{time[11:16]}</time></header><p>{said}</p></article>'
        for time, said in entries
    )
    page = (
        '<html><head><title>Fire in Pellin harbour</title><meta name="date" content="2030-10-12"></head><body><main>'
        f'<h1>Fire in Pellin harbour</h1><div class="blog">{told}</div></main></body></html>'
    ).encode()
    made = parse(Capture(hashlib.sha256(page).hexdigest(), "live.html", "live.html", "text/html", page))
    assert isinstance(made, Article)
    return made


def _at(*hours: int) -> list[tuple[str, str]]:
    return [(f"2030-10-12T{hour:02}:10:00Z", said) for hour, said in zip(hours, SAID, strict=False)]


def test_each_entry_is_a_passage_and_what_it_says_is_published_at_its_own_time() -> None:
    article = _parse(*_at(18, 12, 5))
    passages = find_passages(article)
    assert [[span.of(article.text) for span in p.spans] for p in passages] == [[said] for said in SAID]
    times = [article.published_at(passage.spans[0]).value for passage in passages]
    assert times == ["2030-10-12T18:10:00Z", "2030-10-12T12:10:00Z", "2030-10-12T05:10:00Z"]
    assert article.published.value == "2030-10-12"


def test_an_article_with_fewer_times_than_a_live_blog_has_no_entries() -> None:
    article = _parse(*_at(18, 12))
    assert article.entries == ()
    assert len(find_passages(article)) == 1


def test_parts_with_one_and_the_same_time_are_no_entries() -> None:
    assert _parse(*_at(18, 18, 18)).entries == ()
