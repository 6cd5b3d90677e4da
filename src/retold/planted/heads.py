"""What stands around the body: headlines, bylines, captions, labels, teasers and boilerplate.

In: a composer or a lexicon and a seeded choice. Out: plain words for a draft's furniture.
"""

from __future__ import annotations

import random
from dataclasses import replace

from retold.planted.casting import Namer
from retold.planted.composing import Composer
from retold.planted.drafts import Draft
from retold.planted.kinds import Lexicon, words
from retold.planted.records import PlantOptions
from retold.planted.styles import HouseStyle
from retold.planted.writing import Page

_SMALL = set(words("a an and as at but by for from in into nor of on or over the to up with after"))


def headline(composer: Composer, style: HouseStyle) -> str:
    """A headline of the story in the outlet's manner, without a full stop."""
    sentence = composer.plain(composer.rng.choice(composer.cast.kind.headlines))
    composer.discourse.introduced.clear()
    page = Page(style)
    page.walk(sentence.children)
    spaced = page.text.rstrip(".").split(" ")
    if style.headline == "title":
        return " ".join(
            word if index and word.lower() in _SMALL else word[:1].upper() + word[1:]
            for index, word in enumerate(spaced)
        )
    return " ".join(spaced)


def byline(namer: Namer, rng: random.Random) -> str:
    """A reporter's line, or none."""
    if rng.random() < 0.4:
        return ""
    given, _ = namer.given()
    who = f"{given} {rng.choice(namer.lexicon.families)}"
    desk = rng.choice(namer.lexicon.desks)
    return rng.choice((f"By {who}", f"By {who}, {desk}", f"{who}", f"By {who.upper()}"))


def furnished(draft: Draft, lexicon: Lexicon, options: PlantOptions, rng: random.Random) -> Draft:
    """The draft with labels, teasers, a caption and boilerplate, where the outlet prints them."""
    draft = replace(draft, undated=rng.random() < options.undated)
    if rng.random() >= options.furniture:
        return draft
    return replace(
        draft,
        labels=tuple(rng.sample(lexicon.labels, 2)) if rng.random() < 0.7 else (),
        teasers=tuple(rng.sample(lexicon.teasers, rng.randint(1, 3))),
        caption=rng.choice(lexicon.captions) if rng.random() < 0.3 else "",
        boilerplate=rng.choice(lexicon.boilerplate) if rng.random() < 0.5 else "",
    )
