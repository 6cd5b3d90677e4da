"""Feeds: items with full content are captures, summaries stand in for addresses, and hostile XML is refused."""

from __future__ import annotations

import pytest
from tests.ingest.conftest import Collecting

from retold.ingest.kinds import FEED
from retold.records.documents import Capture, Extent, How, Refusal

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Orm Post</title><link>https://orm-post.example/</link>{items}</channel></rss>"""
FULL = """<item><title>Ferry stays in port</title><link>https://orm-post.example/ferry</link>
<pubDate>Mon, 05 May 2031 10:00:00 +0200</pubDate><dc:creator>Ann Roe</dc:creator>
<source url="https://northern.example/">Northern Wire</source>
<description>The ferry stayed in port.</description>
<content:encoded><![CDATA[<p>The ferry to Orm stayed in port on Monday, Ann Dow said.</p><p>A storm had come.</p>]]>
</content:encoded></item>"""
BRIEF = """<item><title>Hail breaks roofs</title><link>/hail</link><guid>h1</guid>
<description>Hail broke 300 roofs in Tarn.</description></item>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Orm Post</title><entry><id>tag:1</id><title>Ferry</title>
<link href="https://orm-post.example/ferry"/><published>2031-05-05T10:00:00+02:00</published>
<author><name>Ann Roe</name></author><source><title>Northern Wire</title></source>
<content type="html">&lt;p&gt;The ferry to Orm stayed in port.&lt;/p&gt;</content></entry></feed>"""


def test_an_item_with_full_content_is_a_capture_with_what_the_feed_says_of_it(collecting: Collecting) -> None:
    feed, item = collecting("feed.rss", RSS.format(items=FULL))
    assert isinstance(feed, Capture)
    assert isinstance(item, Capture)
    assert feed.media_type == FEED
    assert (item.address, item.media_type) == ("https://orm-post.example/ferry", "text/html")
    assert b"<p>A storm had come.</p>" in item.content
    stated = item.metadata
    assert (stated.extent, stated.title, stated.authors) == (Extent.FRAGMENT, "Ferry stays in port", ("Ann Roe",))
    assert (stated.published, stated.feed) == ("2031-05-05T08:00:00Z", "Orm Post")
    assert (stated.source, stated.source_url, stated.outlet) == (
        "Northern Wire",
        "https://northern.example/",
        "Northern Wire",
    )
    assert item.receipt.how is How.ITEM
    assert item.receipt.within == f"{feed.address}#https://orm-post.example/ferry"


def test_a_summary_is_marked_and_its_address_is_still_to_be_fetched(collecting: Collecting) -> None:
    _, item, refusal = collecting("feed.xml", RSS.format(items=BRIEF))
    assert isinstance(item, Capture)
    assert isinstance(refusal, Refusal)
    assert item.metadata.extent is Extent.SUMMARY
    assert (item.address, item.content) == ("https://orm-post.example/hail", b"Hail broke 300 roofs in Tarn.")
    assert (refusal.subject, refusal.code) == ("https://orm-post.example/hail", "not-fetched")


def test_atom_keeps_its_own_dates_as_they_are_written(collecting: Collecting) -> None:
    _, item = collecting("feed", ATOM)
    assert isinstance(item, Capture)
    assert item.metadata.published == "2031-05-05T10:00:00+02:00"
    assert (item.metadata.source, item.metadata.authors) == ("Northern Wire", ("Ann Roe",))


def test_one_unusable_item_does_not_end_the_feed(collecting: Collecting) -> None:
    found = collecting("feed.rss", RSS.format(items="<item><title>Nothing</title></item>" + FULL))
    assert [item.code if isinstance(item, Refusal) else type(item).__name__ for item in found] == [
        "Capture",
        "no-text",
        "Capture",
    ]


def test_an_item_that_stands_twice_in_a_feed_is_one(collecting: Collecting) -> None:
    assert len(collecting("feed.rss", RSS.format(items=FULL + FULL))) == 2


def test_a_feed_that_breaks_off_gives_what_stands_before_and_says_so(collecting: Collecting) -> None:
    whole = RSS.format(items=FULL + BRIEF)
    found = collecting("feed.rss", whole[: whole.index("Hail broke")])
    assert any(isinstance(item, Capture) and item.metadata.title == "Ferry stays in port" for item in found)
    assert found[-1].code == "broken-xml" if isinstance(found[-1], Refusal) else False


LAUGHS = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
THIEF = '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("doctype", [LAUGHS, THIEF])
@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("feed.rss", "<rss version='2.0'><channel><title>&f;&b;</title></channel></rss>"),
        ("list.opml", "<opml><body><outline xmlUrl='https://a.example/&f;'/></body></opml>"),
        ("map.xml", "<urlset><url><loc>https://a.example/&f;</loc></url></urlset>"),
    ],
)
def test_xml_that_declares_entities_is_refused_unread(
    collecting: Collecting, doctype: str, charset: str, name: str, body: str
) -> None:
    declared = f'<?xml version="1.0" encoding="{charset}"?>{doctype}{body}'
    found = collecting(name, declared.encode(charset))
    assert [item.code for item in found if isinstance(item, Refusal)] == ["xml-entities"]


def test_an_item_that_speaks_of_entities_declares_none(collecting: Collecting) -> None:
    spoken = FULL.replace("A storm had come.", "&lt;!DOCTYPE x [&lt;!ENTITY a 'b'>]>")
    _, item = collecting("feed.rss", RSS.format(items=spoken))
    assert isinstance(item, Capture)
