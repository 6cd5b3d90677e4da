"""What trafilatura is not given: it must choose the same text without it."""

from __future__ import annotations

from pathlib import Path

import pytest
import trafilatura

from retold import benchmarks
from retold.documents.markup import scan
from retold.documents.sidelines import without_sidelines

PAGES = sorted((Path(benchmarks.__file__).parent / "pages").glob("*.html"))
STORY = "<p>The harbour of Orm was closed on Monday after a crane fell into the water, the port office said.</p>" * 4
OTHERS = '<aside class="related"><ul><li><a href="/a">Ferry to Carrow delayed again</a></li></ul></aside>'


def page(body: str) -> str:
    return f"<!DOCTYPE html>\n<html lang='en'><head><title>Harbour closed</title></head><body>{body}</body></html>"


def given(body: str) -> str:
    source = page(body)
    return without_sidelines(source, scan(source))


def chosen(source: str) -> str | None:
    return trafilatura.extract(source, fast=True, include_comments=False)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_trafilatura_chooses_the_same_text_of_a_publishers_page(path: Path) -> None:
    source = path.read_text(encoding="utf-8", errors="replace")
    assert chosen(without_sidelines(source, scan(source))) == chosen(source)


def test_some_publishers_pages_are_given_in_part() -> None:
    sources = [path.read_text(encoding="utf-8", errors="replace") for path in PAGES]
    assert sum(without_sidelines(source, scan(source)) != source for source in sources) >= 10


def test_an_aside_and_a_footer_are_left_out() -> None:
    assert given(f"<main>{STORY}{OTHERS}</main><footer><p>Orm Post</p></footer>") == page(f"<main>{STORY}</main>")


def test_the_words_of_a_menu_stay_because_they_count_as_words_of_the_page() -> None:
    menu = "<nav><ul><li><a href=n>News</a></li><li><a href=s>Sea &amp; <b>ships</b></a></li></ul></nav>"
    assert given(menu + STORY) == page(f"<nav>News Sea &amp; ships</nav>{STORY}")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(OTHERS + "<div>A page of lines.<br>And no paragraph.</div>", id="no paragraph would be left"),
        pytest.param(f'<div class="comments">{STORY}</div>{OTHERS}', id="its paragraphs are comments"),
        pytest.param(f"{STORY}<div>{OTHERS}</section></div>", id="frames overlap"),
        pytest.param(f"{STORY}<aside><div>one</aside></div>", id="an aside that a parser may end elsewhere"),
        pytest.param(f"{STORY}<p>a {OTHERS}", id="an aside in a paragraph"),
        pytest.param(f"{STORY}<aside><h1>Another</h1></aside>", id="a second headline"),
        pytest.param(f"{STORY}<aside><script>1</script></aside>", id="a script, which may hold data of the page"),
        pytest.param(f"{STORY}<nav><a href='/'>Har<b>bour</b>side</a></nav>", id="a word across an inline element"),
        pytest.param(f"{STORY}<nav><p>Prose in a menu</p></nav>", id="prose in a menu"),
        pytest.param(f"{STORY}<nav><ul class='cookie-bar'><li>Yes</li></ul></nav>", id="a banner in a menu"),
        pytest.param(f"{STORY}<aside>never ended", id="an aside without end"),
    ],
)
def test_what_could_change_the_choice_is_given_whole(body: str) -> None:
    assert given(body) == page(body)
