"""Tables: columns by name or by the person's word, and each bad row alone is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ingest.conftest import Collected, Collecting

from retold.documents import parse
from retold.ingest import IngestOptions, collect
from retold.ingest.columns import FIELDS, map_columns, read_mapping
from retold.records.documents import Article, Capture, Notice, Refusal

TEXT = "The ferry to Orm stayed in port."


def _said(found: Collected) -> list[str]:
    return [
        f"!{item.code}" if isinstance(item, Refusal) else "note" if isinstance(item, Notice) else item.name
        for item in found
    ]


def test_columns_are_found_by_their_common_names_and_the_guess_is_told(collecting: Collecting) -> None:
    notice, row = collecting("a.csv", f'Headline,Article Body,Source,PubDate\n"Ferry, stays","{TEXT}",Orm Post,2031\n')
    assert isinstance(notice, Notice)
    assert "text is 'Article Body', title is 'Headline', outlet is 'Source'" in notice.text
    assert isinstance(row, Capture)
    assert (row.metadata.title, row.metadata.outlet) == ("Ferry, stays", "Orm Post")
    assert json.loads(row.content) == {
        "Headline": "Ferry, stays",
        "Article Body": TEXT,
        "Source": "Orm Post",
        "PubDate": "2031",
    }
    article = parse(row)
    assert isinstance(article, Article)
    assert article.text == TEXT


def test_the_persons_word_goes_before_the_guess(collecting: Collecting) -> None:
    options = IngestOptions(columns=(("text", "x"), ("id", "n")))
    found = collecting("a.tsv", f"n\ttext\tx\n7\tno\t{TEXT}\n", options)
    assert _said(found) == ["a.tsv#7"]
    assert isinstance(found[0], Capture)
    assert found[0].metadata.field == "x"


def test_a_mapping_to_a_column_that_is_not_there_names_those_that_are(collecting: Collecting) -> None:
    (refusal,) = collecting("a.csv", "a,b\n1,2\n", IngestOptions(columns=(("text", "c"),)))
    assert isinstance(refusal, Refusal)
    assert (refusal.code, "'a', 'b'" in refusal.reason) == ("no-column", True)
    assert _said(collecting("a.csv", "a,b\n1,2\n")) == ["!no-text-column"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_of_the_header(collecting: Collecting, delimiter: str) -> None:
    assert _said(collecting("a.csv", f"id{delimiter}text\n1{delimiter}{TEXT}\n")) == ["a.csv#1"]


def test_a_text_may_run_over_lines_and_be_huge(collecting: Collecting) -> None:
    long = "\n".join([TEXT] * 20_000)
    (row,) = collecting("a.csv", f'id,text\n1,"{long}"\n')
    assert isinstance(row, Capture)
    assert json.loads(row.content)["text"] == long


def test_bad_rows_are_refused_alone(collecting: Collecting) -> None:
    rows = f"id,text\n1,{TEXT}\n2,\n\n3,caf\xe9\n4,{'x' * 3000}\n5,{TEXT}\n".encode("latin-1")
    table = b"id,text\n" + "0,f\u00e4hre\n".encode() * 120_000 + rows[8:]
    found = [item for item in collecting("a.csv", table, IngestOptions(largest=2000)) if not _is_filler(item)]
    assert _said(found) == ["a.csv#1", "!no-text", "!undecodable", "!broken-row", "a.csv#5"]


def _is_filler(item: Capture | Refusal | Notice) -> bool:
    return isinstance(item, Capture) and item.metadata.id == "0"


def test_a_mark_that_never_closes_costs_no_more_than_its_limit(collecting: Collecting) -> None:
    table = 'id,text\n1,"never closed\n' + "".join(f"{n},{TEXT}\n" for n in range(2, 200))
    found = collecting("a.csv", table, IngestOptions(largest=1000))
    assert _said(found) == ["!broken-row", *(f"a.csv#{n}" for n in range(2, 200))]


def test_a_mark_that_is_open_at_the_end_loses_its_own_row_alone(collecting: Collecting) -> None:
    found = collecting("a.csv", f'id,text\n1,"never closed\n2,{TEXT}\n3,{TEXT}')
    assert _said(found) == ["!broken-row", "a.csv#2", "a.csv#3"]


def test_a_row_with_more_fields_than_columns_is_refused_and_not_cut(collecting: Collecting) -> None:
    assert _said(collecting("a.csv", "id,text\n1,The ferry, it seems, stayed.\n")) == ["!broken-row"]


@pytest.mark.parametrize("charset", ["cp1252", "utf-16", "utf-8-sig"])
def test_other_charsets_are_read(collecting: Collecting, charset: str) -> None:
    text = "Das Café an der Fähre blieb für Gäste geschlossen, sagte Müller. " * 8
    found = [item for item in collecting("a.csv", f'text\n"{text}"\n'.encode(charset)) if isinstance(item, Capture)]
    assert [json.loads(item.content)["text"] for item in found] == [text]


def test_an_empty_table_and_one_of_a_header_alone_are_refused(collecting: Collecting) -> None:
    assert _said(collecting("a.csv", b"")) == ["!empty"]
    assert _said(collecting("a.csv", b"id,text\n")) == ["!no-items"]


def test_keys_of_lines_are_mapped_like_columns_and_offsets_hold(collecting: Collecting) -> None:
    line = json.dumps({"headline": "Ferry", "body": "Caf\u00e9 \u201cOrm\u201d stayed closed on Monday."})
    notice, found = collecting("a.jsonl", line)
    assert isinstance(notice, Notice)
    assert isinstance(found, Capture)
    article = parse(found)
    assert isinstance(article, Article)
    assert article.text.startswith("Café")
    place = article.offsets.to_capture(article.text.index("closed"))
    assert place is not None
    assert line[place:].startswith("closed")


@pytest.mark.parametrize("said", ["text", "text=", "words=a", "text=a,text=b", ""])
def test_a_mapping_that_cannot_be_read_says_why(said: str) -> None:
    with pytest.raises(ValueError, match=r"FIELD=COLUMN|no field|twice"):
        read_mapping(said)


@given(st.lists(st.text(min_size=1, max_size=12), unique=True, max_size=9))
def test_no_column_is_two_fields_and_all_are_columns_of_the_table(columns: list[str]) -> None:
    mapped = map_columns(columns, "t", IngestOptions())
    if not isinstance(mapped, Refusal):
        assert set(mapped.columns) <= set(FIELDS)
        assert len(set(mapped.columns.values())) == len(mapped.columns)
        assert set(mapped.columns.values()) <= set(columns)


def test_parquet_reads_row_by_row_with_its_types(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from datetime import UTC, datetime

    from pyarrow import parquet

    path = tmp_path / "a.parquet"
    table = pyarrow.table(
        {
            "doc_id": [1, 2, 3],
            "maintext": [TEXT, "", TEXT],
            "date": [datetime(2031, 5, 5, tzinfo=UTC)] * 3,
            "score": [0.5, float("nan"), 1.0],
            "vector": [[1.0, 2.0]] * 3,
        }
    )
    parquet.write_table(table, path)
    notice, first, second, third = collect([str(path)])
    assert isinstance(notice, Notice)
    assert isinstance(first, Capture)
    assert isinstance(third, Capture)
    assert first.metadata.published == "2031-05-05T00:00:00+00:00"
    assert json.loads(first.content) == {
        "doc_id": 1,
        "maintext": TEXT,
        "date": "2031-05-05T00:00:00+00:00",
        "score": 0.5,
    }
    assert isinstance(second, Refusal)
    assert (second.code, third.name) == ("no-text", "a.parquet#3")


def test_a_file_that_is_no_parquet_is_refused(collecting: Collecting) -> None:
    pytest.importorskip("pyarrow")
    assert _said(collecting("a.parquet", b"PAR1 and nothing more")) == ["!broken-table"]


FERRY = "The ferry to Orm was late again, the harbour office said."


def test_a_line_gives_what_it_has_whatever_the_lines_before_it_lack(collecting: Collecting) -> None:
    bare = {"id": "a", "text": FERRY}
    full = {"id": "b", "title": "Ferry late", "outlet": "Orm Post", "url": "https://orm-post.example/f", "text": FERRY}
    for lines in ([bare, full], [full, bare]):
        found = collecting("a.jsonl", "\n".join(map(json.dumps, lines)))
        stated = {one.metadata.id: one.metadata for one in found if isinstance(one, Capture)}
        assert (stated["b"].title, stated["b"].outlet, stated["b"].url) == (full["title"], full["outlet"], full["url"])
        assert stated["a"].title is None


def test_a_key_that_a_person_names_may_lack_in_a_line_and_is_refused_where_no_line_has_it(
    collecting: Collecting,
) -> None:
    lines = "\n".join(map(json.dumps, [{"text": FERRY}, {"text": FERRY + " Twice.", "head": "Ferry late"}]))
    found = collecting("a.jsonl", lines, IngestOptions(columns=(("title", "head"),)))
    assert [one.metadata.title for one in found if isinstance(one, Capture)] == [None, "Ferry late"]
    *captures, refusal = collecting("a.jsonl", lines, IngestOptions(columns=(("title", "haed"),)))
    assert len(captures) == 2
    assert isinstance(refusal, Refusal)
    assert refusal.code == "no-column"
