"""Lists of feeds, sitemaps and addresses; and what is fetched of them, by whoever fetches."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable, Iterator

from tests.ingest.conftest import Collecting

from retold.ingest import Outside
from retold.records.documents import Capture, Refusal, Wanted

PAGE = b"<!doctype html><html><body><p>The ferry to Orm stayed in port on Monday.</p></body></html>"
OPML = """<opml version="2.0"><body><outline text="News"><outline type="rss" text="Orm Post"
xmlUrl="https://orm-post.example/feed"/><outline xmlUrl="https://orm-post.example/feed"/><outline text="none"/>
<outline xmlUrl="javascript:alert(1)"/></outline></body></opml>"""
NEWS = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://orm-post.example/ferry</loc>
<news:news><news:publication><news:name>Orm Post</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2031-05-05</news:publication_date><news:title>Ferry stays in port</news:title></news:news>
</url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>
<loc>https://orm-post.example/{}</loc></sitemap></sitemapindex>"""


class Web:
    """Pages by address; a list of what was asked for."""

    def __init__(self, pages: dict[str, bytes]) -> None:
        self.pages = pages
        self.asked: list[Wanted] = []

    def __call__(self, wanted: Iterable[Wanted]) -> Iterator[tuple[Wanted, Capture | Refusal]]:
        for one in wanted:
            self.asked.append(one)
            content = self.pages.get(one.url)
            if content is None:
                yield one, Refusal(one.url, "gone", "It is not there.")
            else:
                digest = hashlib.sha256(content).hexdigest()
                yield one, Capture(digest, one.url, one.url, "text/html", content)


def _codes(found: Iterable[object]) -> list[str]:
    return [item.code for item in found if isinstance(item, Refusal)]


def test_without_a_fetcher_each_address_is_one_refusal(collecting: Collecting) -> None:
    assert _codes(collecting("feeds.opml", OPML)) == ["not-fetched"]
    assert _codes(collecting("map.xml", NEWS)) == ["not-fetched"]
    assert _codes(collecting("list.txt", "# mine\n\nhttps://a.example/1\nhttps://a.example/2\n")) == ["not-fetched"] * 2


def test_prose_that_names_an_address_is_no_list(collecting: Collecting) -> None:
    (found,) = collecting("a.txt", "https://a.example/1\nsays that the ferry stayed in port.\n")
    assert isinstance(found, Capture)


def test_a_bad_line_of_a_list_is_refused_and_the_others_are_fetched(collecting: Collecting) -> None:
    many = "".join(f"https://a.example/{number}\n" for number in range(400))
    web = Web({"https://a.example/7": PAGE})
    found = collecting("list.txt", many + "not one\n", None, Outside(fetch=web))
    assert _codes(found).count("not-an-address") == 1
    assert sum(isinstance(item, Capture) for item in found) == 1
    assert len(web.asked) == 400


def test_a_list_of_feeds_leads_to_their_pages_with_what_each_step_says(collecting: Collecting) -> None:
    feed = """<rss version="2.0"><channel><title>Orm Post</title><item><title>Ferry</title>
    <link>/ferry</link><description>It stayed.</description></item></channel></rss>"""
    web = Web({"https://orm-post.example/feed": feed.encode(), "https://orm-post.example/ferry": PAGE})
    found = collecting("feeds.opml", OPML, None, Outside(fetch=web))
    assert [item.address for item in found if isinstance(item, Capture)] == [
        "https://orm-post.example/feed",
        "https://orm-post.example/ferry",
    ]
    page = found[-1]
    assert isinstance(page, Capture)
    assert (page.content, page.metadata.title, page.metadata.feed) == (PAGE, "Ferry", "Orm Post")


def test_a_page_that_cannot_be_had_leaves_its_summary(collecting: Collecting) -> None:
    feed = """<rss version="2.0"><channel><title>Orm Post</title><item><title>Ferry</title>
    <link>https://orm-post.example/gone</link><description>It stayed in port.</description></item></channel></rss>"""
    _, summary, refusal = collecting("feed.rss", feed, None, Outside(fetch=Web({})))
    assert isinstance(summary, Capture)
    assert summary.content == b"It stayed in port."
    assert isinstance(refusal, Refusal)
    assert refusal.code == "gone"


def test_a_news_sitemap_says_title_outlet_and_date_of_its_pages(collecting: Collecting) -> None:
    web = Web({"https://orm-post.example/ferry": PAGE})
    _, page = collecting("map.xml.gz", gzip.compress(NEWS.encode()), None, Outside(fetch=web))
    assert isinstance(page, Capture)
    stated = page.metadata
    assert (stated.title, stated.outlet, stated.published) == ("Ferry stays in port", "Orm Post", "2031-05-05")


def test_indexes_that_name_each_other_end(collecting: Collecting) -> None:
    pages = {f"https://orm-post.example/{n}": INDEX.format(n + 1).encode() for n in range(20)}
    pages["https://orm-post.example/3"] = INDEX.format(0).encode()
    web = Web(pages)
    collecting("index.xml", INDEX.format(0), None, Outside(fetch=web))
    assert [wanted.url[-1] for wanted in web.asked] == ["0", "1", "2", "3"]


def test_lists_of_lists_without_end_are_refused_after_a_few_steps(collecting: Collecting) -> None:
    web = Web({f"https://orm-post.example/{n}": INDEX.format(n + 1).encode() for n in range(20)})
    found = collecting("index.xml", INDEX.format(0), None, Outside(fetch=web))
    assert _codes(found) == ["too-many-steps"]
    assert len(web.asked) == 4


def test_broken_xml_gives_what_stands_before_and_a_refusal(collecting: Collecting) -> None:
    web = Web({"https://orm-post.example/ferry": PAGE})
    found = collecting("map.xml", NEWS.replace("</urlset>", "<url><loc>"), None, Outside(fetch=web))
    assert _codes(found) == ["broken-xml"]
    assert len(web.asked) == 1


def test_lists_that_name_nothing_and_xml_of_no_kind_are_refused(collecting: Collecting) -> None:
    assert _codes(collecting("a.opml", "<opml><body/></opml>")) == ["no-items"]
    assert _codes(collecting("a.xml", "<urlset/>")) == ["no-items"]
    assert _codes(collecting("a.rss", "<rss version='2.0'><channel><title>x</title></channel></rss>")) == ["no-items"]
    assert _codes(collecting("b.xml", "<recipe/>")) == ["unknown-xml"]
    assert _codes(collecting("c.opml", "<opml>" + "<outline>" * 5000)) == ["broken-xml"]
