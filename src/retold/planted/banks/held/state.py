# ruff: noqa: E501 - a template reads best on one line
"""Held bank, stories of states and their secrets."""

from __future__ import annotations

from retold.planted.kinds import (
    Body,
    Country,
    Day,
    Extra,
    Fact,
    Kind,
    Money,
    Number,
    Person,
    Pick,
    Rivalry,
    Share,
    Town,
    Unnamed,
)

BREACH = Kind(
    name="data-breach",
    cast=(
        ("town", Town()),
        ("firm", Body(("Palisade Health", "Orchard Mutual", "Ninefold Insurance"), "insurer")),
        ("watchdog", Body(("the Privacy Commission", "the Data Ombudsman"), "regulator")),
        ("boss", Person("", "who chairs {firm}", "chair")),
        ("expert", Person("security researcher", "a security researcher at {town} Polytechnic", "researcher")),
        ("patient", Person("", "whose file was among those put on sale", "")),
        ("gang", Pick(("Grey Heron", "Saltbox", "the Midnight Clerks", "Tin Whistle"))),
        (
            "leak",
            Unnamed(
                ("three people close to the inquiry", "three people briefed on the inquiry"),
                3,
                "the three",
                "people close to the inquiry",
            ),
        ),
        ("records", Number(14, 89, 100_000)),
        ("recordsmore", Number(14, 89, 100_000, "records")),
        ("ransom", Money(2, 30, 500_000)),
        ("found", Day(1, 3)),
        ("warned", Day(2, 9, "month")),
        ("bought", Day(3, 9, "year")),
    ),
    facts=(
        Fact(
            "stolen",
            (
                "intruders ^copied {#records customer files} from the servers of {firm}",
                "{#records customer files} ^vanished from {firm} and turned up for sale",
                "a break-in at {firm} ^exposed {#records customer files}",
            ),
            ("firm", "watchdog"),
            ("{#records customer files} left our building through a wire. / We are ashamed of it.",),
            nouns=("the theft of {#records customer files} from {firm}",),
        ),
        Fact(
            "stolenmore",
            (
                "the true haul ^ran to {#recordsmore files}",
                "the sellers ^offered {#recordsmore files}, far beyond the company’s figure",
            ),
            ("expert",),
            ("I have counted the rows in what is on sale, and there are {#recordsmore files}.",),
            narrated=False,
        ),
        Fact(
            "paid",
            (
                "{firm} ^paid {$ransom} to the gang that calls itself {gang}",
                "a ransom of {$ransom} ^went to {gang} (within a day|through a broker)",
                "{gang} ^pocketed {$ransom} for a promise to delete the files",
            ),
            (),
            (),
            ("firm", "boss"),
            (
                "Not one coin has gone from this company to a criminal.",
                "We do not pay thieves, and we did not pay these.",
            ),
            narrated=False,
            nouns=("paying {$ransom} to {gang}", "a ransom payment to {gang}"),
        ),
        Fact(
            "noticed",
            (
                "staff ^spotted the intrusion {@found}",
                "the intrusion ^came to light {@found} (when printers began to jam|after a night-shift clerk could not log in)",
            ),
            ("firm",),
            ("A night clerk spotted it {@found} and pulled the plug with her own hand.",),
        ),
        Fact(
            "warned",
            (
                "auditors ^cautioned {@warned} that passwords were kept in plain text",
                "{firm} ^was cautioned {@warned} over passwords kept in plain text",
            ),
            ("expert", "watchdog"),
            ("~I wrote to them {@warned}. / They thanked me and did nothing.",),
            ("boss",),
            ("~I never saw such a letter.",),
        ),
        Fact(
            "diagnoses",
            (
                "the files ^held diagnoses as well as addresses",
                "{?“the most private page of a life”, as one lawyer called it,|the medical history of customers} ^was in the files too",
            ),
            ("patient", "expert"),
            ("~My son’s illness is on sale for less than a bus ticket.",),
        ),
        Fact(
            "probe",
            (
                "a formal inquiry ^had been opened",
                "an inquiry ^was under way",
            ),
            ("watchdog",),
            ("We have opened an inquiry and we will not be hurried.",),
            nouns=("a formal inquiry",),
        ),
        Fact(
            "gangself",
            (
                "{gang} ^was behind the raid",
                "the raid ^was the work of {gang}",
            ),
            ("expert", "watchdog"),
            ("This is the handwriting of {gang}, down to the spelling mistakes.",),
        ),
    ),
    lead="stolen",
    scoop="paid",
    leak="leak",
    headlines=(
        "Insurer loses {#records customer files} to hackers",
        "Medical files for sale after raid on {firm}",
        "Did {firm} pay the thieves?",
        "Regulator moves in on {firm}",
        "“My son’s illness is on sale”",
    ),
    extras=(
        Extra("{S} *urged* customers to [change every password they have]", "watchdog", "demand"),
        Extra("{S} *charged* that [the board had saved on locks and spent on carpets]", "patient", "accuse"),
        Extra("{S} *foresaw* [a wave of forged bills before the year is out]", "expert", "predict"),
    ),
    background=(
        "{firm} bought two smaller rivals {@bought} and never merged their computers.",
        "Thefts of medical files have trebled in five years, insurers’ figures show.",
        "The company insures one household in six.",
    ),
    rivalries=(Rivalry("stolen", "stolenmore", "number"),),
    look_alikes=(("warned", "noticed", "a caution months ago / the intrusion itself"),),
)

TRADE = Kind(
    name="trade-deal",
    cast=(
        ("home", Country()),
        ("away", Country()),
        ("envoy", Person("Trade Commissioner", "who led the delegation from {home}", "commissioner")),
        ("rival", Person("", "a grain exporter", "exporter")),
        ("economist", Person("Professor", "an economist", "professor")),
        ("lobby", Body(("the Federation of Growers", "the Dairy Council"), "federation")),
        (
            "leak",
            Unnamed(
                ("two diplomats who sat in the room", "two negotiators who sat at the table"),
                2,
                "the diplomats",
                "diplomats who sat in the room",
                "they",
            ),
        ),
        ("volume", Money(12, 88, 100_000_000)),
        ("tariff", Share(3, 28)),
        ("jobs", Number(11, 64, 1000)),
        ("jobsless", Number(11, 64, 1000, "jobs")),
        ("signed", Day(0, 2)),
        ("began", Day(7, 20, "month")),
        ("last", Day(8, 19, "year")),
    ),
    facts=(
        Fact(
            "signed",
            (
                "{home} and {away} ^put their names to a trade pact {@signed}",
                "{@signed} negotiators for {home} and {away} ^initialled a trade pact",
                "a trade pact between {home} and {away} ^was concluded {@signed}",
            ),
            ("envoy", "home_gov", "away_gov"),
            ("~We shook hands {@signed}, and this time nobody let go.",),
            nouns=("the conclusion {@signed} of a trade pact between {home} and {away}",),
        ),
        Fact(
            "tariff",
            (
                "duties on cheese and timber {?would|will} ^drop by {%tariff}",
                "{home} {?would|will} ^lower its duties by {%tariff}",
            ),
            ("envoy", "economist"),
            ("Duties come down by {%tariff}, and a child can work out who gains.",),
        ),
        Fact(
            "secret",
            (
                "an unpublished annex ^lets {away} inspect farms in {home}",
                "negotiators ^agreed in private to let inspectors from {away} onto farms in {home}",
                "the pact ^has a side letter that opens farms in {home} to inspectors from {away}",
            ),
            (),
            (),
            ("home_gov", "envoy"),
            (
                "There is no annex and there is no side letter.",
                "What was signed is what was published, to the last comma.",
            ),
            narrated=False,
            nouns=(
                "a side letter that opens farms in {home} to inspectors from {away}",
                "an unpublished annex on farm inspections",
            ),
        ),
        Fact(
            "worth",
            (
                "the two countries ^traded goods worth {$volume} a year",
                "trade between the two ^was worth {$volume} a year",
            ),
            ("economist", "envoy"),
            ("Between us we trade {$volume} a year, most of it on lorries older than I am.",),
        ),
        Fact(
            "jobs",
            (
                "the pact {?would|will} ^create {#jobs jobs}",
                "{#jobs jobs} {?would|will} ^follow from it",
            ),
            ("home_gov",),
            ("{#jobs jobs} are waiting behind that signature.",),
            narrated=False,
            nouns=("{#jobs new jobs}",),
        ),
        Fact(
            "jobsless",
            (
                "the pact {?would|will} ^wipe out {#jobsless jobs}",
                "{#jobsless farm jobs} {?would|will} ^go under it",
            ),
            ("lobby", "rival"),
            ("I can show you {#jobsless jobs} that will not see the spring.",),
            narrated=False,
        ),
        Fact(
            "vote",
            (
                "lawmakers in {home_capital} ^had yet to ratify it",
                "ratification in {home_capital} ^was expected to take months",
            ),
            ("economist", "envoy", "rival"),
            ("~Parliament will have the last word, and parliament likes the sound of its own voice.",),
        ),
        Fact(
            "walkout",
            (
                "{away} ^walked out of the talks twice",
                "{away} ^left the table twice",
            ),
            ("envoy", "away_gov"),
            ("They left the room twice, and twice they came back for their coats.",),
            ("away_gov",),
            ("We never left the table.",),
        ),
    ),
    lead="signed",
    scoop="secret",
    leak="leak",
    headlines=(
        "{home} and {away} sign trade pact",
        "Growers cry foul over pact with {away}",
        "Side letter casts shadow on trade pact",
        "What the deal with {away} means",
        "{home_capital} hails trade pact",
    ),
    extras=(
        Extra("{S} *pressed* the government to [publish every page]", "lobby", "demand"),
        Extra("{S} *reckoned* that [prices in shops would barely move]", "economist", "predict"),
    ),
    background=(
        "Talks opened {@began} and were held in six cities.",
        "The last pact between the neighbors lapsed {@last}.",
        "{home} sells timber and cheese; {away} sells tractors and salt.",
    ),
    mouths=(("home_gov", "envoy"),),
    rivalries=(Rivalry("jobs", "jobsless", "polarity"),),
    look_alikes=(("tariff", "worth", "duties fall by a share / trade has a value"),),
)
