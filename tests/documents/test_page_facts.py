"""What a page declares of itself, and which declaration counts."""

from __future__ import annotations

import json

from retold.documents.markup import scan
from retold.documents.page_facts import Declared, declared


def facts(head: str, body: str = "") -> Declared:
    return declared(scan(f"<html lang='en-GB'><head>{head}</head><body>{body}</body></html>"))


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def test_json_ld_counts_before_meta_and_the_conflict_is_told() -> None:
    head = (
        linked(datePublished="2031-05-13") + '<meta property="article:published_time" content="2031-05-20T08:00:00Z">'
    )
    found = facts(head).published
    assert (found.value, found.method) == ("2031-05-13", "json-ld")
    assert "article:published_time says 2031-05-20T08:00:00Z" in found.reason


def test_an_article_inside_a_graph_is_found_and_a_broken_script_hides_nothing() -> None:
    graph = {"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"], "headline": "Road shut"}]}
    head = '<script type="application/ld+json">{broken</script>'
    head += f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    assert facts(head).title == "Road shut"


def test_people_and_publisher_come_by_name() -> None:
    found = facts(
        linked(author=[{"name": "Ann Dow"}, "Lee Roe", {"name": "Staff"}], publisher={"name": "Havre Courier"})
    )
    assert found.authors == ("Ann Dow", "Lee Roe")
    assert found.outlet.value == "Havre Courier"


def test_a_single_time_element_dates_a_page_and_two_different_ones_do_not() -> None:
    one = "<article><time datetime='2031-05-13'>13 May</time></article>"
    assert facts("", one).published.value == "2031-05-13"
    assert facts("", one + "<time datetime='2031-05-20'>20 May</time>").published.value is None


def test_impossible_dates_are_not_taken() -> None:
    assert facts(linked(datePublished="1970-01-01")).published.value is None
    assert facts('<meta name="date" content="0000-00-00">').published.value is None


def test_strange_values_are_passed_over() -> None:
    head = linked(datePublished=7, author={"name": {"x": 1}}, publisher=[[["deep"]]], headline=["a"])
    found = facts(head + "<title>Road shut at Havre | Courier</title>")
    assert found.title == "Road shut at Havre"
    assert found.authors == ()
    assert found.language == "en"
