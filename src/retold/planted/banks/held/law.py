"""Held bank, stories of courts, schools and boardrooms."""

from __future__ import annotations

from retold.planted.kinds import (
    Body,
    Day,
    Extra,
    Fact,
    Kind,
    Money,
    Number,
    Person,
    Rivalry,
    Share,
    Town,
    Unnamed,
)

RULING = Kind(
    name="court-ruling",
    cast=(
        ("town", Town()),
        ("bay", Town()),
        ("judge", Person("Justice", "who presided", "judge")),
        ("company", Body(("Tallow Chemicals", "Bluewater Dyes", "Hesper Solvents"), "manufacturer")),
        ("fishers", Body(("the {bay} Fishing Cooperative", "the Oyster Growers of {bay}"), "cooperative")),
        ("counsel", Person("", "counsel for the manufacturer", "counsel")),
        ("chemist", Person("", "a chemist who testified", "chemist")),
        ("skipper", Person("skipper", "a skipper of thirty years’ standing", "skipper")),
        ("clerks", Unnamed(("court officials", "people at the court"), None, "the court officials", "court officials")),
        (
            "leak",
            Unnamed(
                ("two former foremen", "two men who ran the night shift"), 2, "the former foremen", "former foremen"
            ),
        ),
        ("damages", Money(14, 96, 1_000_000)),
        ("tons", Number(12, 70, 10)),
        ("tonsless", Number(71, 99, 10)),
        ("share", Share(22, 71)),
        ("ruled", Day(0, 1)),
        ("began", Day(2, 6, "year")),
        ("stopped", Day(3, 9, "month")),
    ),
    facts=(
        Fact(
            "ruled",
            (
                "the High Court ^found for the oyster growers of {bay} {@ruled}",
                "{@ruled} judges ^held {company} liable for the poisoning of {bay}",
                "{company} ^lost its case over the fouling of {bay} {@ruled}",
            ),
            ("judge", "fishers"),
            ("~The sea belongs to everybody, and so does the bill for spoiling it.",),
        ),
        Fact(
            "damages",
            (
                "{company} ^must pay {$damages} (in damages|to the growers)",
                "damages of {$damages} ^were awarded",
            ),
            ("judge", "fishers"),
            ("The sum of {$damages} is less than the harm and more than the excuse.",),
            nouns=("an award of {$damages}",),
        ),
        Fact(
            "night",
            (
                "managers ^had drums emptied into the creek by night",
                "drums of waste ^were tipped into the creek on moonless nights",
                "{company} ^<emptied|dumped:loaded> its waste into the creek after dark",
            ),
            (),
            (),
            ("company", "counsel"),
            (
                "Nothing was ever tipped into that creek.",
                "~My client’s drums are numbered, and all the numbers are there.",
            ),
            narrated=False,
            nouns=("tipping waste into the creek after dark", "the dumping of drums by night"),
        ),
        Fact(
            "tons",
            (
                "{#tons tons} of solvent ^reached the bay",
                "the bay ^took in {#tons tons} of solvent",
            ),
            ("chemist",),
            ("I put it at {#tons tons}, and I was being kind.",),
        ),
        Fact(
            "tonsless",
            (
                "{#tonsless tons} ^went into the bay in all",
                "no less than {#tonsless tons} of solvent ^ended up in the bay",
            ),
            ("skipper", "fishers"),
            ("{#tonsless tons} went in, and my nets came up as clean as paper.",),
            narrated=False,
        ),
        Fact(
            "harvest",
            (
                "the oyster harvest ^shrank by {%share}",
                "growers ^lost {%share} of their harvest",
            ),
            ("fishers", "chemist"),
            ("We lost {%share} of the beds and all of the buyers.",),
            nouns=("the loss of {%share} of the harvest",),
        ),
        Fact(
            "appeal",
            (
                "{company} {?would|will} ^appeal",
                "an appeal ^was certain",
            ),
            ("counsel", "company", "clerks"),
            ("We shall appeal, and we shall win.",),
        ),
        Fact(
            "stopped",
            (
                "discharges ^ended {@stopped}",
                "the outflow ^was sealed {@stopped}",
            ),
            ("company", "counsel"),
            ("The pipe was sealed {@stopped}, at our own expense.",),
            ("skipper",),
            ("~It ran last night. / I smelled it.",),
        ),
    ),
    lead="ruled",
    scoop="night",
    leak="leak",
    headlines=(
        "Oyster growers win against {company}",
        "Court orders {$damages} for spoiled bay",
        "Judge: the sea belongs to everybody",
        "{company} to fight ruling",
        "Ex-foremen tell of drums by night",
    ),
    extras=(
        Extra("{S} *predicted* [a flood of similar suits]", "counsel", "predict"),
        Extra("{S} *insisted* that [the mud be dredged and carted away]", "skipper", "demand"),
    ),
    background=(
        "The suit was filed {@began} by eleven families.",
        "{bay} oysters were once served at coronations.",
        "The works employs some 600 people and sponsors the town’s rowing club.",
    ),
    rivalries=(Rivalry("tons", "tonsless", "number"),),
    look_alikes=(("night", "tons", "waste was tipped by night / an amount reached the bay"),),
)

MERGER = Kind(
    name="takeover",
    cast=(
        ("town", Town()),
        ("buyer", Body(("Corvane Rail", "Altair Foods", "Pemberley Steel"), "bidder")),
        ("target", Body(("Hollin & Daughters", "Oxbow Mills", "Drayton Works"), "firm")),
        ("chief", Person("", "chief executive of {buyer}", "chief executive")),
        ("heir", Person("", "whose family founded {target}", "")),
        ("steward", Person("shop steward", "who speaks for the workforce", "steward")),
        ("analyst", Person("", "an analyst at a brokerage", "analyst")),
        (
            "leak",
            Unnamed(
                ("two bankers working on the deal", "two advisers on the deal"),
                2,
                "the bankers",
                "bankers working on the deal",
            ),
        ),
        ("price", Money(11, 95, 10_000_000)),
        ("premium", Share(8, 44)),
        ("posts", Number(12, 70, 100)),
        ("offered", Day(0, 2)),
        ("talks", Day(2, 7, "month")),
        ("founded", Day(70, 140, "year")),
    ),
    facts=(
        Fact(
            "offer",
            (
                "{buyer} ^tabled a bid of {$price} for {target} {@offered}",
                "{@offered} {target} ^received an offer of {$price} from {buyer}",
                "{buyer} ^bid {$price} for {target} {@offered}",
            ),
            ("buyer", "chief"),
            ("Our offer is {$price}, in cash, and it will not be raised.",),
            nouns=("a bid of {$price} for {target}",),
        ),
        Fact(
            "premium",
            (
                "the price ^stood {%premium} above Friday’s close",
                "shareholders ^were offered a premium of {%premium}",
            ),
            ("analyst", "chief"),
            ("A premium of {%premium} is generous, or it is bait.",),
        ),
        Fact(
            "close",
            (
                "{buyer} ^planned to close the plant in {town}",
                "the plant in {town} ^was to be shut (within a year|once the papers were signed)",
                "closing the plant in {town} ^was part of the plan",
            ),
            (),
            (),
            ("buyer", "chief"),
            (
                "No plant will close.",
                "I have no plan to shut {town}, and I have told the unions so.",
            ),
            narrated=False,
            nouns=("plans to close the plant in {town}", "closing the plant in {town}"),
        ),
        Fact(
            "posts",
            (
                "{#posts posts} ^were at risk",
                "the deal ^put {#posts posts} in doubt",
            ),
            ("steward", "analyst"),
            ("~{#posts families} are doing sums at the kitchen table tonight.",),
            nouns=("a threat to {#posts posts}",),
        ),
        Fact(
            "family",
            (
                "the founding family ^had agreed to sell",
                "the founding family ^backed the sale",
            ),
            ("chief",),
            ("The family has given its word.",),
            narrated=False,
        ),
        Fact(
            "familyno",
            (
                "the founding family ^had refused to sell",
                "the founding family ^rejected the sale",
            ),
            ("heir",),
            ("We have agreed to nothing. / My grandmother would rise from her grave.",),
            narrated=False,
        ),
        Fact(
            "talks",
            (
                "the two sides ^had been in contact since {@talks bare}",
                "first contacts ^were made {@talks}",
            ),
            ("analyst", "chief"),
            ("~We rang them up {@talks} and they did not hang up.",),
            ("heir",),
            ("~They never rang.",),
        ),
        Fact(
            "regulator",
            (
                "competition authorities ^had to approve the bid",
                "the bid ^still needed the blessing of the competition authorities",
            ),
            ("buyer", "analyst"),
            ("~Approval is a matter of months.",),
        ),
    ),
    lead="offer",
    scoop="close",
    leak="leak",
    headlines=(
        "{buyer} bids {$price} for {target}",
        "Family split over sale of {target}",
        "Fears for {town} plant",
        "{target} in play",
        "Union braces for takeover",
    ),
    extras=(
        Extra("{S} *vowed* that [the gates would be blocked]", "steward", "predict"),
        Extra("{S} *questioned* [where the money came from]", "heir", "question"),
    ),
    background=(
        "{target} was founded {@founded} and still pays its pensions in person.",
        "The plant in {town} makes parts that nobody else makes.",
        "Bids of this size have grown rare since interest rates went up.",
    ),
    rivalries=(Rivalry("family", "familyno", "polarity"),),
    look_alikes=(("close", "posts", "a plant closes / posts are at risk"),),
)
