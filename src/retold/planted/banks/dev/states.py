"""Development bank, elections and quarrels between states."""

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
    Rivalry,
    Town,
    Unnamed,
)

RECOUNT = Kind(
    name="election-recount",
    cast=(
        ("land", Country()),
        ("province", Town()),
        ("commission", Body(("the Electoral Commission", "the National Election Board"), "commission")),
        ("winner", Person("Senator", "the declared winner", "senator")),
        ("loser", Person("Governor", "the outgoing governor", "governor")),
        ("clerk", Person("", "a polling clerk in {province}", "clerk")),
        ("observer", Person("", "who led a team of foreign observers", "")),
        ("voters", Unnamed(("voters in the queue", "several voters"), None, "the voters", "voters")),
        (
            "leak",
            Unnamed(
                ("two members of the counting staff", "two people who took part in the count"),
                2,
                "the two",
                "members of the counting staff",
            ),
        ),
        ("margin", Number(212, 980)),
        ("marginmore", Number(1100, 2900)),
        ("ballots", Number(31, 88, 100)),
        ("voted", Day(3, 5)),
        ("ordered", Day(0, 1)),
    ),
    facts=(
        Fact(
            "recount",
            (
                "{commission} ^ordered a recount in {province} {@ordered}",
                "votes in {province} ^must be counted again, under an order issued {@ordered}",
                "a recount ^was ordered {@ordered} in {province}",
            ),
            ("commission",),
            ("~We will count again, in daylight, with the doors open.",),
            nouns=("a recount in {province}",),
        ),
        Fact(
            "margin",
            (
                "{winner.name} ^led by {#margin votes}",
                "the first count ^gave {winner.name} a lead of {#margin votes}",
            ),
            ("commission", "observer"),
            ("~{#margin votes} is not a landslide. / It is a school assembly.",),
        ),
        Fact(
            "marginmore",
            (
                "the lead ^was {#marginmore votes}",
                "{winner.name} ^was ahead by {#marginmore votes}",
            ),
            ("winner",),
            ("We are ahead by {#marginmore votes} and we have the forms to prove it.",),
            narrated=False,
        ),
        Fact(
            "boxes",
            (
                "boxes ^were opened before the observers arrived",
                "ballot boxes ^had been <unsealed|broken open:loaded> by the time the observers arrived",
                "staff ^(opened|unsealed) boxes of ballots before the observers came",
            ),
            (),
            (),
            ("commission", "loser"),
            ("~Every box was opened under a camera.", "~The seals were whole, and I touched them myself."),
            narrated=False,
            nouns=("opening boxes before the observers arrived", "the unsealing of boxes before the observers came"),
        ),
        Fact(
            "invalid",
            (
                "{#ballots ballots} ^were declared invalid",
                "officials ^declared {#ballots ballots} invalid",
            ),
            ("clerk", "commission"),
            ("We declared {#ballots ballots} invalid, most of them with drawings.",),
            nouns=("the rejection of {#ballots ballots}",),
        ),
        Fact(
            "concede",
            ("{loser.name} ^had conceded", "{loser.name} ^had accepted defeat"),
            ("winner",),
            ("The governor rang me and conceded.",),
            ("loser",),
            ("I congratulated nobody and I conceded nothing.",),
            narrated=False,
        ),
        Fact(
            "orderly",
            (
                "the vote ^was orderly",
                "voting {@voted} ^passed off without trouble",
            ),
            ("observer", "commission", "voters"),
            ("~I have seen worse in older democracies.",),
            ("clerk",),
            ("~It was bedlam.",),
        ),
        Fact(
            "date",
            (
                "the result {?would|will} be known within ten days",
                "a final result ^was due within ten days",
            ),
            ("commission", "observer"),
            ("~Ten days, and then everybody can shout at us again.",),
        ),
    ),
    lead="recount",
    scoop="boxes",
    leak="leak",
    headlines=(
        "Recount ordered in {province}",
        "{#margin votes} apart: {province} counts again",
        "Questions over ballot boxes in {province}",
        "Winner waits as {province} recounts",
    ),
    extras=(
        Extra("{S} *called on* [supporters to stay at home]", "loser", "demand"),
        Extra("{S} *vowed* [to be sworn in on time]", "winner", "assert"),
    ),
    background=(
        "{province} has changed hands at each of the last four elections.",
        "Ballots there are still counted by hand.",
        "The governor’s party has ruled in {land_capital} for a decade.",
    ),
    rivalries=(Rivalry("margin", "marginmore", "number"),),
    look_alikes=(("boxes", "invalid", "boxes were opened early / ballots were declared invalid"),),
)

SANCTIONS = Kind(
    name="sanctions-quarrel",
    cast=(
        ("home", Country()),
        ("away", Country()),
        ("minister", Person("Foreign Minister", "{home}’s foreign minister", "foreign minister")),
        ("envoy", Person("Ambassador", "{away}’s ambassador", "ambassador")),
        ("trader", Person("shipowner", "a shipowner", "")),
        ("bank", Body(("Harbor Bank", "the Maritime Credit Bank"), "bank")),
        (
            "leak",
            Unnamed(
                (
                    "a senior diplomat and another person briefed on the talks",
                    "a diplomat and another person close to the talks",
                ),
                2,
                "the two people",
                "people briefed on the talks",
            ),
        ),
        ("frozen", Money(11, 89, 10_000_000)),
        ("ships", Number(12, 44)),
        ("shipsmore", Number(12, 44, 1, "ships")),
        ("announced", Day(0, 2)),
        ("stopped", Day(4, 9, "month")),
        ("since", Day(1, 3, "month")),
        ("war", Day(3, 9, "year")),
    ),
    facts=(
        Fact(
            "sanctions",
            (
                "{home} ^imposed sanctions {@announced} on {#ships ships} that carry oil from {away}",
                "{#ships tankers} from {away} ^were banned from the ports of {home} {@announced}",
                "{@announced} {home_capital} ^barred {#ships tankers} from {away}",
            ),
            ("home_gov", "minister"),
            ("As of today {#ships ships} are not welcome in our waters.",),
            nouns=("sanctions on {#ships ships} that carry oil from {away}",),
        ),
        Fact(
            "more",
            (
                "the ban ^covered {#shipsmore ships}",
                "{#shipsmore ships} ^were affected",
            ),
            ("trader",),
            ("~My list has {#shipsmore names} on it, and three of them are mine.",),
            narrated=False,
        ),
        Fact(
            "talks",
            (
                "{home} ^was pressing {away} to stop selling engines to rebels",
                "{home_capital} ^asked {away} in secret to stop the sale of engines to rebels",
                "{home_capital} ^put pressure on {away} to end its sales of engines to rebels",
            ),
            (),
            (),
            ("away_gov", "envoy"),
            (
                "There are no secret talks, because there is nothing to talk about.",
                "~We do not take orders from {home_capital}.",
            ),
            narrated=False,
        ),
        Fact(
            "stopped",
            (
                "{away} ^stopped selling engines {@stopped}",
                "the last engines ^were sold {@stopped}",
            ),
            ("away_gov", "envoy"),
            ("Not one engine has been sold since {@stopped bare}.",),
            narrated=False,
        ),
        Fact(
            "still",
            (
                "{away} ^had shipped hundreds of engines since {@since bare}",
                "engines from {away} ^reached the rebels as late as {@since bare}",
            ),
            ("minister", "home_gov"),
            ("~We have photographed the crates, and the crates are new.",),
            narrated=False,
        ),
        Fact(
            "frozen",
            (
                "{bank} ^froze {$frozen} that belongs to {away}",
                "{$frozen} ^was blocked at {bank}",
            ),
            ("bank", "minister"),
            ("We have frozen {$frozen}, and it will stay frozen.",),
            ("bank",),
            ("The bank has frozen nothing.",),
            nouns=("the freezing of {$frozen} that belongs to {away}",),
        ),
        Fact(
            "retaliate",
            (
                "{away} {?would|will} close its market to {home}’s wine",
                "wine from {home} {?would|will} no longer be let into {away}",
            ),
            ("envoy", "away_gov"),
            ("~They may drink their wine themselves.",),
        ),
        Fact(
            "prices",
            (
                "fuel ^cost a tenth more than a week ago",
                "the price of fuel ^rose by a tenth",
            ),
            ("trader",),
            ("I pay a tenth more than last week, and so will you.",),
        ),
    ),
    lead="sanctions",
    scoop="talks",
    leak="leak",
    headlines=(
        "{home} bars tankers from {away}",
        "{away} vows to answer tanker ban",
        "Secret talks behind tanker ban",
        "Tanker ban pushes up price of fuel",
        "{home_capital} and {away_capital} trade blows over oil",
    ),
    extras=(
        Extra("{S} *accused* [{home} of piracy]", "envoy", "accuse"),
        Extra("{S} *warned* that [others would follow]", "minister", "predict"),
    ),
    background=(
        "The two countries fought a short war {@war} and have no border.",
        "The engines are made for boats but fit small aircraft.",
        "A third of {home}’s fuel came from {away} before the ban.",
    ),
    mouths=(("home_gov", "minister"), ("away_gov", "envoy")),
    rivalries=(Rivalry("sanctions", "more", "number"), Rivalry("stopped", "still", "time")),
    look_alikes=(("talks", "stopped", "asked to stop selling / stopped selling"),),
)
