# ruff: noqa: E501 - a template reads best on one line
"""Sealed bank, a story of the arts."""

from __future__ import annotations

from retold.planted.kinds import Body, Day, Extra, Fact, Kind, Money, Number, Person, Pick, Rivalry, Town, Unnamed

FORGERY = Kind(
    name="forged-canvases",
    cast=(
        ("town", Town()),
        ("house", Body(("Palfrey and Sons", "the Crown Street Rooms", "Hallam’s"), "auction house")),
        ("gallery", Body(("the Wetherby Collection", "the Cloister Gallery"), "gallery")),
        ("squad", Body(("the Fraud Bureau", "the Bureau of Art Crime"), "bureau")),
        ("painter", Pick(("Ludovic Tarn", "Hester Vole", "Matteo Brisco"))),
        ("head", Person("", "the chairman of the auction house", "chairman")),
        ("expert", Person("Professor", "who catalogued the painter’s work", "professor")),
        ("officer", Person("Chief Inspector", "who runs the inquiry", "chief inspector")),
        ("widow", Person("", "whose husband collected the pictures", "")),
        (
            "leak",
            Unnamed(
                ("two former clerks", "two people who once kept the books there"), 2, "the clerks", "former clerks"
            ),
        ),
        ("fakes", Number(12, 64)),
        ("fakesmore", Number(12, 64, 1, "fakes")),
        ("price", Money(2, 30, 500_000)),
        ("drawers", Number(3, 14)),
        ("pigment", Number(1951, 1978)),
        ("raided", Day(0, 1)),
        ("warned", Day(3, 9, "month")),
        ("sold", Day(2, 9, "year")),
    ),
    facts=(
        Fact(
            "raid",
            (
                "officers ^seized {#fakes canvases} signed {painter.name} at {house} in {town} {@raided}",
                "{#fakes pictures} that bear the name of {painter.name} ^were carried out of {house} in {town} {@raided}",
                "{@raided} {squad} ^emptied the strongroom of {house} in {town} of {#fakes canvases}",
            ),
            ("squad", "officer"),
            ("We took {#fakes canvases} and we have room for more. / It was a long night for our drivers.",),
            nouns=("the seizure {@raided} of {#fakes canvases}",),
        ),
        Fact(
            "more",
            (
                "the forger ^painted {#fakesmore pictures}",
                "there ^were {#fakesmore pictures} by the same hand",
            ),
            ("expert", "widow"),
            ("I have a list of {#fakesmore pictures}, and I am still counting.",),
            narrated=False,
        ),
        Fact(
            "knew",
            (
                "{house} ^knew for years that the pictures were false",
                "the auctioneers ^ignored a laboratory’s letter on the pictures",
                "a laboratory’s letter about the pictures ^had been <put away|buried:loaded> in a safe",
            ),
            (),
            (),
            ("house", "head"),
            ("No such letter ever came to this firm.", "~We have been deceived like everybody else."),
            narrated=False,
            nouns=("selling pictures that it knew to be false",),
        ),
        Fact(
            "price",
            (
                "one canvas ^brought {$price} {@sold bare}",
                "a single picture ^fetched {$price}",
                "one of the pictures ^was sold for {$price}",
            ),
            ("head", "widow"),
            ("I paid {$price} for that picture, and I dust it every week.",),
            nouns=("the sale of one canvas for {$price}",),
        ),
        Fact(
            "pigment",
            (
                "the green ^contained a pigment first made in {#pigment}",
                "a pigment that nobody made before {#pigment} ^was found in the green",
            ),
            ("expert", "officer"),
            ("That green was not on sale until {#pigment}. / The painter was dead by then.",),
            ("head",),
            ("Our own chemist found nothing wrong with the green.",),
        ),
        Fact(
            "gallery",
            (
                "{gallery} {?would|will} take the pictures off its walls",
                "the pictures at {gallery} {?would|will} come down",
            ),
            ("gallery", "expert"),
            ("We will take them down today. / We always thought the frames were good.",),
        ),
        Fact(
            "studio",
            (
                "a studio ^was found behind a bakery in {town}",
                "the forger ^worked at the back of a bakery in {town}",
            ),
            ("officer", "squad"),
            ("The whole studio smelled of bread.",),
        ),
        Fact(
            "refund",
            (
                "{house} {?would|will} return every buyer’s money",
                "buyers {?would|will} be paid back in full",
            ),
            ("head", "house"),
            ("Everybody will be paid back to the last coin.",),
            nouns=("a plan to pay back all buyers",),
        ),
        Fact(
            "warned",
            (
                "{gallery} ^wrote to the auctioneers {@warned} about a doubtful signature",
                "a doubtful signature ^was noticed {@warned}",
            ),
            ("gallery", "expert"),
            ("I told them {@warned} that the signature was wrong.",),
        ),
    ),
    lead="raid",
    scoop="knew",
    leak="leak",
    headlines=(
        "{#fakes canvases} seized in {town}",
        "Auction house in {town} searched over false pictures",
        "Letter on doubtful canvases lay in a safe",
        "“The whole studio smelled of bread”",
        "Collectors in {town} look again at their walls",
    ),
    extras=(
        Extra("{S} *demanded* [a public list of all the buyers]", "widow", "demand"),
        Extra("{S} *accused* [the chairman of selling wallpaper]", "expert", "accuse"),
        Extra("{S} *predicts* [that prices will fall by half]", "expert", "predict"),
    ),
    background=(
        "{painter.name} left fewer than two hundred known pictures.",
        "The auction rooms in {town} hold nine sales a year.",
        "Forged landscapes are easier to sell than forged portraits.",
        "The strongroom was built for a bank that never opened.",
    ),
    rivalries=(Rivalry("raid", "more", "number"),),
    look_alikes=(("raid", "more", "pictures seized / pictures painted"),),
)
