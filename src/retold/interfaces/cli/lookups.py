"""The reading commands: what the store knows of a story, a claim, a speaker, a word."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from retold.interfaces.cli.collating import collate_files, write_sides
from retold.interfaces.cli.judging import ReasonOption, WhoOption, judge_story
from retold.interfaces.cli.options import (
    DEFAULT_DATABASE,
    USAGE,
    ConfigOption,
    DatabaseOption,
    JsonOption,
    RulesOption,
    chosen,
    fail,
    opened,
    out_console,
)
from retold.interfaces.comparison import Comparison
from retold.interfaces.library import Library, UnknownIdError
from retold.interfaces.settings import Settings
from retold.interfaces.terminal import lookups as show
from retold.interfaces.terminal.judgements import print_changes
from retold.interfaces.terminal.profiles import print_profiles
from retold.interfaces.terminal.versions import print_histories
from retold.interfaces.versions import find_histories, history_json
from retold.interfaces.views_json import (
    change_json,
    claim_json,
    dispute_json,
    hit_json,
    listed_json,
    plain_json,
    profile_json,
    story_json,
)
from retold.records.stories import StoryChange

StoryArgument = Annotated[
    str, typer.Argument(metavar="STORY", help="A story: its number in `retold stories`, or its id.")
]


@contextmanager
def _library(db: Path, settings: Settings | None = None) -> Iterator[Library]:
    """The library over `db`; an unknown id ends the command in one line."""
    with opened(db) as store:
        try:
            yield Library(store, settings or Settings())
        except UnknownIdError as error:
            fail(str(error))


def _say(value: object) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def stories(
    db: DatabaseOption = DEFAULT_DATABASE,
    json_: JsonOption = False,
    changes: Annotated[
        bool, typer.Option("--changes", help="Instead, which stories merged, split or changed their id, and why.")
    ] = False,
) -> None:
    """List the stories, those told by most articles first.

    Example: retold stories
    """
    with _library(db) as library:
        if changes:
            _show_changes(library.store.story_changes(), as_json=json_)
        elif json_:
            _say([listed_json(row) for row in library.listed])
        else:
            show.print_stories(out_console(), library.listed)


def _show_changes(found: Sequence[StoryChange], *, as_json: bool) -> None:
    if as_json:
        _say([change_json(change) for change in found])
    else:
        print_changes(out_console(), found)


def story(
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="STORY | merge STORY… | split STORY ARTICLE…",
            help="A story, by its number in `retold stories` or its id; or what to make of it.",
        ),
    ],
    reason: ReasonOption = "",
    who: WhoOption = "",
    db: DatabaseOption = DEFAULT_DATABASE,
    json_: JsonOption = False,
    rules: RulesOption = None,
    config: ConfigOption = None,
) -> None:
    """Tell one story whole: its tellings, who said what, what is disputed, the wordings, the origins.

    With merge, make several stories one; with split, part articles from a story, to be one of their own. Both are
    judgements: they need a --reason, and `retold judge undo` takes them back.

    Example: retold story 1

    Example: retold story merge 2 5 --reason "one strike, told from both sides of the border"

    Example: retold story split 1 x4c9 --reason "last year's flood"
    """
    if what[0] in ("merge", "split"):
        judge_story(db, what, who, reason, as_json=json_)
        return
    if len(what) > 1:
        fail("one story at a time: retold story 1", USAGE)
    with _library(db, chosen(config, db, rules)) as library:
        view = library.view(what[0])
        if json_:
            _say(story_json(view))
        else:
            show.print_story(out_console(), view, library.number(view.id))


def claims(
    id_: StoryArgument,
    db: DatabaseOption = DEFAULT_DATABASE,
    json_: JsonOption = False,
    rules: RulesOption = None,
    config: ConfigOption = None,
) -> None:
    """List a story's claims with the number of their origins.

    Example: retold claims 1
    """
    with _library(db, chosen(config, db, rules)) as library:
        view = library.view(id_)
        if json_:
            _say([claim_json(claim) for claim in view.claims])
        else:
            show.print_claims(out_console(), view, library.number(view.id))


def claim(
    id_: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id, as `retold claims` lists it: 1.4f6e.")],
    db: DatabaseOption = DEFAULT_DATABASE,
    json_: JsonOption = False,
    rules: RulesOption = None,
    config: ConfigOption = None,
) -> None:
    """Tell everything about one claim: every place where it stands, with its chain, its origins, its disputes.

    Example: retold claim 1.4f6e
    """
    with _library(db, chosen(config, db, rules)) as library:
        reading, found = library.claim(id_)
        view = next(v for v in library.view_of(reading).claims if v.claim.id == found.id)
        if json_:
            _say(claim_json(view))
        else:
            show.print_claim(out_console(), view, library.view_of(reading))


def disputes(id_: StoryArgument, db: DatabaseOption = DEFAULT_DATABASE, json_: JsonOption = False) -> None:
    """List what is disputed in a story: both sides, and why they cannot both hold.

    Example: retold disputes 1
    """
    with _library(db) as library:
        view = library.view(id_)
        if json_:
            _say([dispute_json(dispute) for dispute in view.disputes])
        else:
            show.print_disputes(out_console(), view, library.number(view.id))


def who(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name or a part of it, in any spelling.")],
    db: DatabaseOption = DEFAULT_DATABASE,
    json_: JsonOption = False,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="Show at most this many statements each.")] = 40,
) -> None:
    """Tell what somebody has said, when, in which stories and through whom, and what was said otherwise later.

    Everybody whom the name may mean is shown. JSON holds all statements, whatever the limit.

    Example: retold who "Ann Dow"
    """
    with _library(db) as library:
        profiles = library.who(name)
        if json_:
            _say([profile_json(profile) for profile in profiles])
        else:
            print_profiles(out_console(), profiles, {row.id: row for row in library.listed}, limit)


def timeline(id_: StoryArgument, db: DatabaseOption = DEFAULT_DATABASE, json_: JsonOption = False) -> None:
    """Put the times that a story's articles name in order, with what they say of them.

    Example: retold timeline 1
    """
    with _library(db) as library:
        moments = library.timeline(id_)
        if json_:
            _say([plain_json(moment) for moment in moments])
        else:
            show.print_timeline(out_console(), moments)


def versions(
    what: Annotated[
        str,
        typer.Argument(metavar="URL | STORY | ARTICLE", help="A web address or path, an article's id, or a story."),
    ],
    db: DatabaseOption = DEFAULT_DATABASE,
    json_: JsonOption = False,
) -> None:
    """List what an address carried from capture to capture, and what changed each time; silent edits are flagged.

    An edit is silent when a number, a date, a name, a quotation, who says it, how surely, or a judging word was
    changed, or a sentence was taken out, and no correction or update note was added with it.

    Example: retold versions https://orm-post.example/ferry
    """
    with _library(db) as library:
        histories = find_histories(library, what)
        if json_:
            _say([history_json(history) for history in histories])
        else:
            print_histories(out_console(), histories)


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help='Words that must all occur; "a phrase" in quotes.')
    ],
    db: DatabaseOption = DEFAULT_DATABASE,
    json_: JsonOption = False,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most this many articles.")] = 20,
) -> None:
    """Find articles by their words, best first.

    Example: retold search ferry "stayed in port"
    """
    # The shell has taken a phrase's quotation marks away; an argument with a blank in it is a phrase.
    query = " ".join(f'"{word}"' if " " in word else word for word in words)
    with opened(db) as store:
        hits = store.search(query, limit)
        if json_:
            _say([hit_json(hit) for hit in hits])
        else:
            show.print_hits(out_console(), hits)


def collate(
    what: Annotated[list[str], typer.Argument(metavar="STORY | A B [C …]", help="A story, or two and more files.")],
    db: DatabaseOption = DEFAULT_DATABASE,
    json_: JsonOption = False,
    tei: Annotated[bool, typer.Option("--tei", help="A TEI critical apparatus instead (XML).")] = False,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Also write them side by side, as a page to look at.")
    ] = None,
) -> None:
    """Lay tellings side by side: what was kept, reworded, moved, dropped or added, down to the word.

    With one argument, a story of the database; with several, files, and no database.

    Example: retold collate one.txt two.txt --html sides.html
    """
    console = out_console()
    if len(what) > 1:
        compared = collate_files(what)
    else:
        with _library(db) as library:
            compared = library.compared(what[0])
    if html is not None:
        write_sides(html, compared)
    if json_:
        _say(compared.json())
    elif tei:
        typer.echo(compared.tei())
    else:
        _show_collation(console, compared)


def _show_collation(console: Console, compared: Comparison) -> None:
    show.print_collation(console, compared)
