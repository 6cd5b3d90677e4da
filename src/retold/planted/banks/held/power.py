"""Held bank, a failure of the lights."""

from __future__ import annotations

from retold.planted.kinds import Body, Day, Extra, Fact, Kind, Money, Number, Person, Rivalry, Town, Unnamed

BLACKOUT = Kind(
    name="blackout",
    cast=(
        ("city", Town()),
        ("hill", Town()),
        ("grid", Body(("Interlink", "Gridholm Energy", "Eastern Conductors"), "grid operator")),
        ("agency", Body(("the Energy Inspectorate", "the Utilities Tribunal"), "inspectorate")),
        ("head", Person("", "who heads the control room", "")),
        ("minister", Person("Energy Secretary", "the energy secretary", "secretary")),
        ("surgeon", Person("", "a surgeon at the infirmary", "surgeon")),
        ("grocer", Person("", "a grocer on the market", "grocer")),
        (
            "leak",
            Unnamed(
                ("three dispatchers on duty that night", "three people in the control room that night"),
                3,
                "the dispatchers",
                "people in the control room",
            ),
        ),
        (
            "neighbors",
            Unnamed(("people stuck in lifts", "passengers of a stranded tram"), None, "the passengers", "passengers"),
        ),
        ("homes", Number(21, 98, 10_000)),
        ("homesmore", Number(21, 98, 10_000, "homes")),
        ("hours", Number(3, 14)),
        ("rebate", Money(12, 60, 100_000)),
        ("dark", Day(0, 2)),
        ("warned", Day(2, 9, "month")),
        ("laid", Day(30, 60, "year")),
    ),
    facts=(
        Fact(
            "dark",
            (
                "a blackout ^left {#homes homes} in {city} without power {@dark}",
                "{#homes households} in {city} ^lost their electricity {@dark}",
                "{@dark} the lights ^went out in {#homes homes} in {city}",
            ),
            ("grid", "minister"),
            ("{#homes homes} went dark {@dark}, mine among them.",),
            nouns=("the loss of power to {#homes homes}",),
        ),
        Fact(
            "darkmore",
            (
                "{#homesmore homes} ^were without power",
                "the lights ^were out in {#homesmore homes}",
            ),
            ("agency",),
            ("Our meters show {#homesmore homes} in the dark.",),
            narrated=False,
        ),
        Fact(
            "switch",
            (
                "a dispatcher ^had been ordered to run the line above its limit",
                "{grid} ^ran the line from {hill} above its limit (on purpose|to sell more power)",
                "the line from {hill} ^was driven past its limit on orders from above",
            ),
            (),
            (),
            ("grid", "head"),
            ("No line was run above its limit.", "~The orders that night were the orders of every night."),
            narrated=False,
            nouns=("running the line above its limit", "orders to overload the line from {hill}"),
        ),
        Fact(
            "hours",
            (
                "the cut ^lasted {#hours hours}",
                "it ^took {#hours hours} to bring the current back",
            ),
            ("grid", "head"),
            ("It took us {#hours hours} to bring the current back, station by station.",),
        ),
        Fact(
            "hospital",
            (
                "surgeons at the infirmary ^finished an operation by torchlight",
                "an operation at the infirmary ^was completed by the light of torches",
            ),
            ("surgeon", "minister"),
            ("We finished the operation by the light of six torches.",),
        ),
        Fact(
            "squirrel",
            (
                "an animal ^had caused the short circuit",
                "the short circuit ^was the work of an animal",
            ),
            ("head",),
            ("An animal got into the switchyard and caused the short circuit.",),
            narrated=False,
        ),
        Fact(
            "storm",
            (
                "a fallen tree ^had caused the short circuit",
                "the short circuit ^was due to a fallen tree",
            ),
            ("agency",),
            ("A tree came down and caused the short circuit.",),
            narrated=False,
        ),
        Fact(
            "rebate",
            (
                "customers {?would|will} ^get {$rebate} back between them",
                "{grid} {?would|will} ^refund {$rebate} to customers",
            ),
            ("grid", "minister"),
            ("{$rebate} goes back to customers, without a form to fill in.",),
            nouns=("a refund of {$rebate}",),
        ),
        Fact(
            "warned",
            (
                "{agency} ^called the line unsafe {@warned}",
                "the line ^was declared unsafe {@warned}",
            ),
            ("agency", "grocer"),
            ("We declared that line unsafe {@warned}.",),
            ("head",),
            ("~It was a draft. / Drafts say all sorts of things.",),
        ),
        Fact(
            "stock",
            (
                "traders ^threw away meat and milk",
                "spoiled meat and milk ^were thrown away by traders",
            ),
            ("grocer", "neighbors"),
            ("We threw away the meat, and then we threw away the milk.",),
        ),
    ),
    lead="dark",
    scoop="switch",
    leak="leak",
    headlines=(
        "{city} in the dark",
        "Blackout hits {#homes homes}",
        "Line was overloaded, dispatchers say",
        "By torchlight: how the infirmary coped",
        "Power back in {city} after {#hours hours}",
    ),
    extras=(
        Extra("{S} *ordered* the operator to [hand in its logbooks]", "agency", "demand"),
        Extra("{S} *charged* [the operator with selling what it did not have]", "grocer", "accuse"),
        Extra("{S} *forecast* [more cuts before the frost ends]", "head", "predict"),
    ),
    background=(
        "The line from {hill} was laid {@laid} and carries half of the city’s current.",
        "Two earlier cuts this decade were over within the hour.",
        "{grid} was a public body until it was sold in a single afternoon.",
        "Candles sold out in every corner shop between the station and the docks.",
    ),
    rivalries=(Rivalry("dark", "darkmore", "number"), Rivalry("squirrel", "storm", "actor")),
    look_alikes=(("switch", "warned", "the line was overloaded / the line was called unsafe"),),
)
