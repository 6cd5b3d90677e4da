"""Articles from texts, JSON lines and pages: text, ids, and the way back to the capture's characters."""

from __future__ import annotations

import hashlib
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.documents import from_text, parse
from retold.records.documents import Article, Capture, Metadata, Refusal

WORDS = st.text(st.sampled_from('ab Zé’“”"&<>—\n\r\t.,!?()…😀שלام\u2028\u00a0\u200b0129_-:/#[]|©'), max_size=300)
SENTENCE = (
    "The council of Havre voted on Tuesday to close the lighthouse road, its chair Noor Haddad said after the meeting."
)


def capture(content: str | bytes, media_type: str, name: str = "a", encoding: str | None = None) -> Capture:
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return Capture(hashlib.sha256(raw).hexdigest(), f"in/{name}", name, media_type, raw, encoding)


def article(content: str | bytes, media_type: str, name: str = "a") -> Article:
    found = parse(capture(content, media_type, name))
    assert isinstance(found, Article), found
    return found


def check_blocks(found: Article) -> None:
    end = 0
    for block in found.blocks:
        assert not found.text[end : block.span.start].strip()
        assert block.span.of(found.text).strip()
        end = block.span.end
    assert not found.text[end:].strip()


@given(WORDS)
def test_blocks_cover_every_visible_character_in_order(text: str) -> None:
    found = from_text(text, id="a")
    assert found.text == text
    check_blocks(found)


@given(WORDS, WORDS)
def test_a_known_title_never_breaks_the_cover(text: str, title: str) -> None:
    check_blocks(from_text(text, id="a", title=title))


@given(WORDS.filter(lambda text: bool(text.strip("\ufeff \n\r\t\u2028\u00a0"))))
def test_plain_text_maps_back_to_its_own_characters(text: str) -> None:
    found = article("\ufeff" + text, "text/plain")
    source = "\ufeff" + text
    assert found.text == text.replace("\r\n", "\n").replace("\r", "\n")
    for place, sign in enumerate(found.text):
        at = found.offsets.to_capture(place)
        assert at is not None
        assert source[at] == sign or (sign == "\n" and source[at] == "\r")


@given(WORDS.filter(lambda text: bool(text.strip())), st.booleans())
def test_the_text_of_a_json_line_maps_back_to_its_characters_or_escapes(text: str, is_ascii: bool) -> None:
    source = json.dumps({"a": ["text", {"text": 1}], "text": "old", "title": "t", "text ": 2}, ensure_ascii=is_ascii)
    source = source[:-1] + ', "text": ' + json.dumps(text, ensure_ascii=is_ascii) + "}"
    found = article(source, "application/json")
    assert found.text == text
    for place, sign in enumerate(found.text):
        at = found.offsets.to_capture(place)
        assert at is not None
        assert source[at] in (sign, "\\")


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "and the ",
                "&amp;",
                "&nbsp;",
                " &eacute;",
                "&#8220;sea&#x201D;",
                "<b>wall</b>",
                "\n  ",
                "<a href='x>y'>pier</a>",
                "é",
                "<!-- no -->",
                " < ",
                "&nosuch;",
                "“quay”",
                "<br>",
                "<i>",
            ]
        ),
        min_size=1,
        max_size=12,
    )
)
def test_the_text_of_a_page_maps_back_to_its_characters_or_entities(pieces: list[str]) -> None:
    source = f"<html><body><article><h1>Road closed</h1><p>{SENTENCE} {''.join(pieces)}</p><p>{SENTENCE}</p></article>"
    found = parse(capture(source, "text/html"))
    assert isinstance(found, Article)
    check_blocks(found)
    for place, sign in enumerate(found.text):
        at = found.offsets.to_capture(place)
        if at is None:
            assert sign.isspace()
        else:
            assert source[at] in (sign, "&")


def test_an_entity_points_at_its_start() -> None:
    source = f"<p>{SENTENCE}</p><p>Fish &amp; chips&hellip; {SENTENCE}</p>"
    found = article(source, "text/html")
    assert found.offsets.to_capture(found.text.index("& chips")) == source.index("&amp;")
    assert found.offsets.to_capture(found.text.index("…")) == source.index("&hellip;")
    assert found.offsets.to_capture(found.text.index(" chips") + 1) == source.index("chips")


def test_ids_follow_name_and_content_and_not_the_place() -> None:
    one = parse(capture(SENTENCE, "text/plain", "a.txt"))
    again = parse(
        Capture(hashlib.sha256(SENTENCE.encode()).hexdigest(), "/else/a.txt", "a.txt", "text/plain", SENTENCE.encode())
    )
    other = parse(capture(SENTENCE, "text/plain", "b.txt"))
    assert isinstance(one, Article)
    assert isinstance(again, Article)
    assert isinstance(other, Article)
    assert one.id == again.id == hashlib.sha256(b"a.txt\0" + one.capture.encode()).hexdigest()[:12]
    assert other.id != one.id


def test_an_id_that_came_with_the_text_is_kept() -> None:
    line = json.dumps({"id": "x9", "text": SENTENCE}).encode()
    made = Capture(hashlib.sha256(line).hexdigest(), "f#L1", "f#L1", "application/json", line, None, Metadata(id="x9"))
    found = parse(made)
    assert isinstance(found, Article)
    assert found.id == "x9"


def test_facts_come_from_fields_before_the_text() -> None:
    found = from_text(
        f"date 2031-05-04 Road at Havre to close\n{SENTENCE}",
        id="a", outlet="Havre Courier", published="2031-05-05T10:00:00Z",
    )  # fmt: skip
    assert (found.outlet.value, found.outlet.method) == ("Havre Courier", "metadata")
    assert (found.published.value, found.published.method) == ("2031-05-05T10:00:00Z", "metadata")
    assert found.title == "Road at Havre to close"


def test_a_dateline_states_the_date_and_is_pointed_at() -> None:
    found = from_text(f"Road at Havre to close\nPublished: Tuesday, 6 May 2031 09:10 CET\n{SENTENCE}", id="a")
    assert found.published.value == "2031-05-06"
    assert [p.span.of(found.text) for p in found.published.evidence] == ["Tuesday, 6 May 2031"]


def test_a_note_of_an_update_does_not_say_when_it_was_published() -> None:
    assert from_text(f"Road at Havre to close\nUpdated: 6 May 2031\n{SENTENCE}", id="a").published.value is None


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("<html><body><nav><a href='/'>Home</a></nav></body></html>", "no-article"),
        ("<html></html>", "no-article"),
        ("<p>", "no-article"),
        ("<html><body>" + "<div>" * 200_000, "too-intricate"),
        ("<html><body><p>" + "<span>a</span> " * 60_000, "too-intricate"),
        ("<html><body><p>" + "&amp;" * 200_000, "too-intricate"),
        ("<" * 1_000_000, "too-intricate"),
        ("<a '" * 250_000, "no-article"),
        ("<!--" * 250_000, "no-article"),
        ("<script>" * 100_000, "no-article"),
        ("<li>word word" * 70_000, "too-intricate"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else "",
)
def test_hostile_pages_are_refused_in_bounded_time(page: str, code: str) -> None:
    start = time.process_time()
    found = parse(capture(page, "text/html"))
    assert isinstance(found, Refusal)
    assert found.code == code
    assert time.process_time() - start < 10


def test_entities_that_a_page_defines_itself_are_not_expanded() -> None:
    bomb = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    page = f'<!DOCTYPE l [<!ENTITY l0 "lol">{bomb}]><html><body><article><p>{SENTENCE} &l9;</p><p>{SENTENCE} Yes.</p>'
    found = parse(capture(page, "text/html"))
    assert isinstance(found, Refusal) or len(found.text) < 1000


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "“" * 1_000_000,
        "By A" * 250_000,
        "(AP) " * 200_000,
        "12/12/" * 160_000,
        "May 1, " * 140_000,
        "Related\nWhy the bread was late today\n" * 25_000,
        "A, " * 300_000,
        "- Ann Dow\n" * 100_000,
        "שלום 😀 " * 120_000,
        "\r" * 500_000 + "x",
        "Read more: " * 90_000,
    ],
    ids=lambda text: repr(text[:10]),
)
def test_a_megabyte_of_anything_is_read_in_bounded_time(text: str) -> None:
    start = time.process_time()
    check_blocks(from_text(text, id="a"))
    assert time.process_time() - start < 20
