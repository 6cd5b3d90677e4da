"""Development bank, stories of the town: a theft, a transfer."""

from __future__ import annotations

from retold.planted.kinds import Body, Day, Extra, Fact, Kind, Money, Number, Person, Pick, Rivalry, Town, Unnamed

THEFT = Kind(
    name="museum-theft",
    cast=(
        ("city", Town()),
        ("museum", Body(("the Maritime Museum", "the City Gallery", "the Museum of Applied Arts"), "museum")),
        ("police", Body(("the City Police", "the Criminal Police"), "police force")),
        ("inspector", Person("Inspector", "who leads the case", "inspector")),
        ("director", Person("", "the museum’s director", "director")),
        ("guard", Person("night guard", "a night guard", "guard")),
        ("insurer", Body(("Northstar Insurance", "Fidelity Marine"), "insurer")),
        ("work", Pick(("Boy with a Kite", "The Salt Road", "Still Life with Lemons", "The Blue Sleeve"))),
        (
            "witness",
            Unnamed(("a witness", "a neighbor who asked not to be named"), 1, "the witness", "witnesses", "they"),
        ),
        ("leak", Unnamed(("two curators", "two members of the museum’s staff"), 2, "the two", "members of staff")),
        ("value", Money(3, 40, 500_000)),
        ("minutes", Number(11, 40)),
        ("thieves", Number(2, 5)),
        ("thievesmore", Number(6, 9)),
        ("stolen", Day(0, 1)),
        ("broken", Day(1, 4, "month")),
        ("bought", Day(20, 80, "year")),
    ),
    facts=(
        Fact(
            "stolen",
            (
                "thieves ^took the painting “{work.name}” from {museum} in {city} {@stolen}",
                "the painting “{work.name}” ^was stolen {@stolen} from {museum} in {city}",
                "{museum} in {city} ^lost its best-known painting, “{work.name}”, to thieves {@stolen}",
            ),
            ("police", "inspector"),
            ("~They knew which wall they wanted.",),
            nouns=("the theft {@stolen} of the painting “{work.name}” from {museum}",),
        ),
        Fact(
            "value",
            (
                "the painting ^was insured for {$value}",
                "the canvas ^was valued at {$value}",
            ),
            ("insurer", "director"),
            ("You can insure it for {$value}, but you cannot paint it again.",),
        ),
        Fact(
            "alarm",
            (
                "the alarm ^had been switched off (to save money|by the museum)",
                "the museum ^<switched off|disabled:other> its alarm to save money",
                "the museum’s alarm ^was off on the night of the theft",
            ),
            (),
            (),
            ("museum", "director"),
            ("The alarm worked that night as it works every night.", "It is false to say that the alarm was off."),
            narrated=False,
            nouns=("switching off the alarm to save money",),
        ),
        Fact(
            "thieves",
            (
                "{#thieves men} ^entered through a skylight",
                "{#thieves people} ^climbed in over the roof",
            ),
            ("police", "inspector"),
            ("~We are looking for {#thieves people} who are not afraid of heights.",),
        ),
        Fact(
            "thievesmore",
            (
                "{#thievesmore people} ^came in over the roof",
                "there ^were {#thievesmore} of them",
            ),
            ("guard", "witness"),
            ("~I counted {#thievesmore shadows}, and then I stopped counting.",),
            narrated=False,
        ),
        Fact(
            "minutes",
            (
                "the theft ^took {#minutes minutes}",
                "the thieves ^were inside for {#minutes minutes}",
            ),
            ("inspector", "guard", "witness"),
            ("~{#minutes minutes}, no more. / My tea was still warm.",),
        ),
        Fact(
            "reward",
            (
                "{insurer} {?would|will} pay a reward",
                "a reward ^was on offer",
            ),
            ("insurer", "police"),
            ("We will pay for the picture and we will not ask for a receipt.",),
            nouns=("a reward",),
        ),
        Fact(
            "warned",
            (
                "staff ^complained about the skylight {@broken}",
                "the skylight ^was reported {@broken} as unsafe",
            ),
            ("guard",),
            ("~I wrote it in the book {@broken}.",),
            ("director",),
            ("~Nothing is written in that book.",),
        ),
    ),
    lead="stolen",
    scoop="alarm",
    leak="leak",
    headlines=(
        "Thieves take “{work.name}” from {city} museum",
        "Painting worth {$value} stolen",
        "Museum alarm was off, staff say",
        "Night guard tells of shadows on the roof",
        "{museum} reopens with a gap on the wall",
    ),
    extras=(
        Extra("{S} *appealed to* the thieves to [keep the canvas dry]", "director", "demand"),
        Extra("{S} *doubted* that [the picture was still in the country]", "inspector", "assert"),
    ),
    background=(
        "The museum bought the picture {@bought} from a widow who used it as a fire screen.",
        "It hangs on banknotes, tea towels and the walls of dentists.",
        "The building has {#minutes windows} and one watchman.",
    ),
    rivalries=(Rivalry("thieves", "thievesmore", "number"),),
    look_alikes=(("alarm", "warned", "the alarm was off / the skylight was unsafe"),),
)

TRANSFER = Kind(
    name="football-transfer",
    cast=(
        ("home", Town()),
        ("away", Town()),
        ("club", Body(("{home} Rovers", "{home} Athletic"), "club")),
        ("other", Body(("{away} City", "Sporting {away}"), "club from {away}")),
        ("player", Person("striker", "a striker", "striker")),
        ("coach", Person("", "who coaches {club}", "coach")),
        ("agent", Person("", "the striker’s agent", "agent")),
        ("chair", Person("", "who chairs {other}", "")),
        ("fan", Person("", "who has held a season ticket for 40 years", "")),
        (
            "leak",
            Unnamed(
                ("two people with knowledge of the deal", "two people familiar with the contract"),
                2,
                "the two people",
                "people with knowledge of the deal",
            ),
        ),
        ("fee", Money(12, 89, 500_000)),
        ("feeless", Money(4, 11, 500_000)),
        ("goals", Number(14, 41)),
        ("years", Number(2, 5)),
        ("moved", Day(0, 1)),
        ("joined", Day(2, 6, "year")),
    ),
    facts=(
        Fact(
            "move",
            (
                "{player.name} ^left {club} for {other} {@moved}",
                "{other} ^signed {player.name} from {club} {@moved}",
                "{@moved} {club} ^sold {player.name} to {other}",
            ),
            ("club", "coach"),
            ("Yes, {player.name} is gone, and I have to find twenty goals by Saturday.",),
            nouns=("the sale of {player.name} to {other}",),
        ),
        Fact(
            "fee",
            (
                "the fee ^was {$fee}",
                "{other} ^paid {$fee}",
            ),
            ("club", "agent"),
            ("{$fee} is a lot of money for a left foot.",),
            nouns=("a fee of {$fee}",),
        ),
        Fact(
            "feeless",
            (
                "the fee ^was {$feeless}",
                "the transfer ^cost {$feeless}",
            ),
            ("chair",),
            ("We paid {$feeless} and we have the receipt.",),
            narrated=False,
        ),
        Fact(
            "clause",
            (
                "the contract ^lets the striker leave for nothing after a season",
                "a clause in the contract ^allows the striker to leave for free",
                "the striker ^can walk away for free within a year",
            ),
            (),
            (),
            ("agent", "chair"),
            ("There is no such clause.", "~Whoever read that clause read another contract."),
            narrated=False,
        ),
        Fact(
            "length",
            (
                "the contract ^ran for {#years years}",
                "the striker ^signed for {#years years}",
            ),
            ("agent", "chair"),
            ("~{#years years}, and not a day more.",),
        ),
        Fact(
            "row",
            (
                "the striker ^had quarreled with the coach",
                "the striker and the coach ^had fallen out",
            ),
            ("fan",),
            ("~You could see from the stand that the two did not look at each other.",),
            ("coach",),
            ("We never had a cross word.",),
            nouns=("a quarrel between the striker and the coach",),
        ),
        Fact(
            "goals",
            (
                "the striker ^scored {#goals goals} in the last season",
                "the striker ^finished the season with {#goals goals}",
            ),
            ("coach", "fan"),
            ("~I saw all {#goals goals}, and I remember every one.",),
        ),
        Fact(
            "debt",
            (
                "{club} ^needed the money to pay its debts",
                "{club} ^had to sell to pay its debts",
            ),
            ("fan", "club"),
            ("~Without that money we would be playing in the park.",),
            ("coach",),
            ("~It was never about money.",),
        ),
    ),
    lead="move",
    scoop="clause",
    leak="leak",
    headlines=(
        "{other} sign striker",
        "Striker leaves {home}",
        "Record fee for {home} striker",
        "Secret clause in striker’s contract",
        "Fans mourn as striker goes",
    ),
    extras=(
        Extra("{S} *expected* [the stadium to be half empty]", "fan", "predict"),
        Extra("{S} *blamed* [the board for selling the team piece by piece]", "fan", "accuse"),
    ),
    background=(
        "The striker joined the club {@joined} from the second division.",
        "The two clubs have not met in a final since the war.",
        "The transfer window closes at midnight on Sunday.",
    ),
    rivalries=(Rivalry("fee", "feeless", "number"),),
    look_alikes=(("fee", "debt", "what was paid / why it was needed"),),
)
