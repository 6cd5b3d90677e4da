# ruff: noqa: E501 - a template reads best on one line
"""Held bank, stories of the sea and of water."""

from __future__ import annotations

from retold.planted.kinds import Body, Day, Extra, Fact, Kind, Money, Number, Person, Pick, Rivalry, Town, Unnamed

FERRY = Kind(
    name="ferry-sinking",
    cast=(
        ("port", Town()),
        ("island", Town()),
        ("ship", Pick(("Lady Corisande", "Saint Brannock", "Gannet Queen", "Morning Tern", "Isle of Thessen"))),
        ("line", Body(("Brightwater Ferries", "the Strait Packet Company", "Blue Funnel Crossings"), "operator")),
        ("guard", Body(("the Coastguard Directorate", "the Sea Rescue Authority"), "rescuers’ headquarters")),
        ("minister", Person("Shipping Secretary", "who holds the shipping brief", "secretary")),
        ("chief", Person("Rear Admiral", "who ran the rescue", "admiral")),
        ("passenger", Person("", "a passenger who swam ashore", "")),
        ("engineer", Person("", "a retired surveyor of hulls", "surveyor")),
        (
            "survivors",
            Unnamed(("several survivors", "survivors wrapped in blankets"), None, "the survivors", "survivors"),
        ),
        (
            "leak",
            Unnamed(
                ("three members of the engine-room crew", "three sailors from the engine room"),
                3,
                "the crew members",
                "members of the engine-room crew",
            ),
        ),
        ("dead", Number(11, 48)),
        ("deadmore", Number(11, 48, 1, "dead")),
        ("saved", Number(120, 480)),
        ("capacity", Number(24, 60, 10)),
        ("fine", Money(2, 40, 1_000_000)),
        ("sailed", Day(0, 1)),
        ("surveyed", Day(2, 8, "month")),
        ("built", Day(18, 34, "year")),
    ),
    facts=(
        Fact(
            "sank",
            (
                "the car ferry {ship.name} ^went to the bottom (between|in the channel between) {port} and {island} {@sailed}",
                "{@sailed} the {ship.name}, a ferry bound for {island}, ^capsized within sight of {port}",
                "a ferry, the {ship.name}, ^foundered {@sailed} on its way from {port} to {island}",
            ),
            ("guard", "chief"),
            (
                "The {ship.name} lay over on her side and was gone in eleven minutes. / I have never seen a ship go so fast.",
            ),
            nouns=("the loss of the {ship.name} {@sailed} off {port}", "the sinking of the {ship.name} {@sailed}"),
        ),
        Fact(
            "dead",
            (
                "{#dead people} ^drowned",
                "the bodies of {#dead people} had been (recovered|brought ashore)",
                "{#dead lives} were lost",
            ),
            ("guard", "chief"),
            ("{#dead people} are dead, and I am sorry to say it. / Each of them had a name.",),
            nouns=("the recovery of the bodies of {#dead people}",),
        ),
        Fact(
            "deadmore",
            (
                "{#deadmore people} ^drowned",
                "the dead numbered {#deadmore people}, not fewer",
            ),
            ("passenger", "engineer", "survivors"),
            ("~We counted {#deadmore people} on the slipway, and nobody was counting with us.",),
            narrated=False,
        ),
        Fact(
            "saved",
            (
                "fishing boats and a navy tender ^picked up {#saved survivors}",
                "{#saved survivors} were (plucked from the water|taken off rafts)",
            ),
            ("guard", "chief", "minister"),
            ("Our boats brought in {#saved survivors} before the light went.",),
            nouns=("the rescue of {#saved survivors}",),
        ),
        Fact(
            "doors",
            (
                "the bow doors ^had been left unlatched (to save time|because of a worn pin)",
                "{line} ^let the ship sail with unlatched bow doors",
                "the ship ^<sailed|was sent to sea:loaded> with its bow doors unlatched",
            ),
            (),
            (),
            ("line",),
            (
                "Every door on that ship was latched.",
                "Those bow doors were shut and latched, both of them.",
            ),
            narrated=False,
            nouns=("leaving the bow doors unlatched", "sailing with the bow doors unlatched"),
        ),
        Fact(
            "overload",
            (
                "the vessel ^carried {#capacity more passengers} than its certificate allowed",
                "there ^were {#capacity more passengers} aboard than the licence permitted",
            ),
            ("engineer", "minister", "passenger"),
            ("She was built for a lake and they filled her like a tram, {#capacity passengers} too many.",),
            ("line",),
            ("The ticket count matches the certificate to the last child.",),
            narrated=False,
        ),
        Fact(
            "survey",
            (
                "the hull ^last passed a survey {@surveyed}",
                "surveyors ^cleared the ship for service {@surveyed}",
            ),
            ("line", "minister"),
            ("She passed every test that we put her through.",),
        ),
        Fact(
            "inquiry",
            (
                "an inquiry {?would|will} open (in {port}|within a month)",
                "there {?would|will} be an inquiry (into the sinking|into the loss of the ship)",
            ),
            ("minister",),
            ("~We owe the families an inquiry that does not blink. / They will have it.",),
            nouns=("an inquiry into the sinking",),
        ),
        Fact(
            "fine",
            (
                "the operator ^faced a penalty of up to {$fine}",
                "fines of as much as {$fine} could follow",
            ),
            ("minister", "engineer"),
            ("The law allows a fine of {$fine}, and I would not call that enough.",),
            nouns=("a penalty of up to {$fine}",),
        ),
        Fact(
            "signal",
            (
                "no distress call ^was received (before the ship rolled over|from the bridge)",
                "the bridge ^never sent a mayday",
            ),
            ("guard", "passenger", "survivors"),
            ("Not a word came over the radio. / We heard nothing.",),
        ),
    ),
    lead="sank",
    scoop="doors",
    leak="leak",
    headlines=(
        "Ferry lost off {port}",
        "Scores rescued as {ship.name} goes down",
        "{ship.name}: questions over bow doors",
        "Inquiry ordered into ferry disaster",
        "Grief in {port} after ferry sinks",
        "{#dead people} dead as ferry capsizes",
    ),
    extras=(
        Extra("{S} *pleaded* with the company to [hand over the maintenance log]", "engineer", "demand"),
        Extra("{S} *blamed* [the operator for sailing into a gale warning]", "passenger", "accuse"),
    ),
    background=(
        "The crossing takes 50 minutes in fair weather and is the only link for cars.",
        "The ship was built {@built} for sheltered water and refitted twice.",
        "Winter sailings were cut back after a storm tore away part of the pier.",
        "The two harbors have been joined by a ferry for more than a century.",
    ),
    rivalries=(Rivalry("dead", "deadmore", "number"),),
    look_alikes=(("doors", "survey", "doors were unlatched / the hull was passed"),),
)
