"""Development bank, strikes, votes and governments."""

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
    Share,
    Town,
    Unnamed,
)

STRIKE = Kind(
    name="transport-strike",
    cast=(
        ("city", Town()),
        ("union", Body(("the Tram and Bus Union", "the Transit Workers’ Union"), "union")),
        ("operator", Body(("City Lines", "Metro Transport", "United Tramways"), "operator")),
        ("leader", Person("", "the union’s general secretary", "union leader")),
        ("mayor", Person("Mayor", "the mayor of {city}", "mayor")),
        ("driver", Person("tram driver", "a tram driver for 19 years", "driver")),
        ("shop", Person("", "who runs a flower stall at the central station", "")),
        (
            "leak",
            Unnamed(
                ("a person involved in the talks", "an official involved in the talks"),
                1,
                "the official",
                "people involved in the talks",
                "they",
            ),
        ),
        ("voters", Number(21, 79, 100)),
        ("favor", Share(61, 97)),
        ("raise", Share(5, 14)),
        ("offer", Share(1, 4)),
        ("loss", Money(2, 28, 500_000)),
        ("voted", Day(0, 2)),
        ("last", Day(5, 20, "year")),
    ),
    facts=(
        Fact(
            "vote",
            (
                "tram and bus drivers in {city} ^voted {@voted} to (strike|walk out|stop work)",
                "a strike ^was approved {@voted} by the drivers of {city}’s trams and buses",
                "{@voted} drivers ^backed a strike that will leave {city} without trams and buses",
            ),
            ("union", "leader"),
            ("~The members have voted and the members are in charge. / Not a tram will leave the depot.",),
        ),
        Fact(
            "share",
            (
                "{%favor} of those who voted ^were in favor",
                "the vote in favor ^was {%favor}",
            ),
            ("union", "leader"),
            ("~When {%favor} of your drivers vote against you, you have a problem.",),
        ),
        Fact(
            "demand",
            (
                "drivers ^wanted {%raise} more pay",
                "the union ^had asked for a raise of {%raise}",
            ),
            ("leader", "driver"),
            ("Bread is dearer, rent is dearer, and we want {%raise}.",),
        ),
        Fact(
            "offer",
            (
                "{operator} ^offered {%offer}",
                "the last offer ^was {%offer}",
            ),
            ("operator", "leader"),
            ("Our offer of {%offer} is on the table, and it is a fair one.",),
            ("leader",),
            ("There is no offer on any table that I know of.",),
        ),
        Fact(
            "scabs",
            (
                "the city ^had hired drivers from abroad to break the strike",
                "the city ^<recruited|smuggled in:loaded> replacement drivers (in secret|from abroad)",
                "replacement drivers ^were already lodged at a barracks",
            ),
            (),
            (),
            ("mayor", "operator"),
            ("Nobody has been hired.", "~The story of the barracks is a fairy tale."),
            narrated=False,
        ),
        Fact(
            "loss",
            (
                "each day of the strike {?would|will} cost shops {$loss}",
                "shops ^stood to lose {$loss} a day",
            ),
            ("mayor", "shop"),
            ("~My flowers do not wait for a settlement.",),
        ),
        Fact(
            "talks",
            ("talks ^had broken down", "the two sides ^were no longer talking"),
            ("leader",),
            ("There are no talks. / There is a telephone, and it does not ring.",),
            narrated=False,
        ),
        Fact(
            "talkson",
            ("talks ^were continuing", "the two sides ^were still talking"),
            ("operator", "mayor"),
            ("We are talking, and as long as we talk there is hope.",),
            narrated=False,
        ),
        Fact(
            "hours",
            (
                "drivers ^worked shifts of eleven hours without a break",
                "some drivers ^had gone six weeks without a free Sunday",
            ),
            ("driver", "union"),
            ("~I see my children on photographs.",),
            ("operator",),
            ("Every shift has a break.",),
        ),
    ),
    lead="vote",
    scoop="scabs",
    leak="leak",
    headlines=(
        "Drivers vote to strike",
        "{city} faces standstill as drivers walk out",
        "No trams from Monday",
        "Pay row brings {city} to a halt",
        "Mayor pleads for talks as strike looms",
    ),
    extras=(
        Extra("{S} *urged* [both sides to go back to the table]", "mayor", "demand"),
        Extra("{S} *predicted* [a long and bitter strike]", "driver", "predict"),
        Extra("{S} *accused* [the operator of bargaining in bad faith]", "leader", "accuse"),
    ),
    background=(
        "The last strike, {@last}, went on for eleven days.",
        "About {#voters people} drive the city’s trams and buses.",
        "Fares went up twice in the past year.",
        "The network carries more people than any other in the country.",
    ),
    rivalries=(Rivalry("talks", "talkson", "polarity"),),
    look_alikes=(("demand", "offer", "what drivers want / what was offered"),),
)

LEAKED = Kind(
    name="leaked-report",
    cast=(
        ("land", Country()),
        (
            "ministry",
            Body(("the Health Ministry", "the Ministry of Agriculture", "the Education Ministry"), "ministry"),
        ),
        ("minister", Person("Minister", "who heads the ministry", "minister")),
        ("deputy", Person("Deputy Prime Minister", "the deputy prime minister", "deputy prime minister")),
        ("mp", Person("opposition lawmaker", "an opposition lawmaker", "")),
        ("auditor", Body(("the Audit Office", "the Court of Auditors"), "office")),
        ("firm", Body(("Lumen Consulting", "Bright Path Partners", "Keystone Advisers"), "company")),
        (
            "leak",
            Unnamed(
                ("three officials who have seen a draft", "three officials who have read a draft"),
                3,
                "the officials",
                "officials who have seen a draft",
            ),
        ),
        ("waste", Money(12, 95, 1_000_000)),
        ("wasteless", Money(2, 11, 1_000_000)),
        ("contracts", Number(14, 68)),
        ("due", Day(1, 2, "month")),
        ("hired", Day(2, 5, "year")),
        ("spoke", Day(0, 1)),
    ),
    facts=(
        Fact(
            "waste",
            (
                "{ministry} ^wasted {$waste} on advice that was never used",
                "{$waste} ^was spent on advice that nobody read",
                "auditors ^put the cost of unused advice at {$waste}",
            ),
            ("auditor", "mp"),
            ("We have paid {$waste} for paper. / It is very good paper.",),
        ),
        Fact(
            "wasteless",
            (
                "the cost of unused advice ^came to {$wasteless}",
                "no more than {$wasteless} ^was spent on advice that went unused",
            ),
            ("minister",),
            ("The figure is {$wasteless}, and every dollar was approved.",),
            narrated=False,
        ),
        Fact(
            "hid",
            (
                "the minister’s office ^asked for a chapter to be removed",
                "a chapter on {firm} ^was <removed|censored:loaded> at the request of the minister’s office",
                "the minister’s office ^held back the report until after the vote",
            ),
            (),
            (),
            ("minister", "ministry"),
            ("My office has removed nothing, not a comma.", "~The report is late because it is long."),
            narrated=False,
        ),
        Fact(
            "contracts",
            (
                "{firm} ^won {#contracts contracts} without a tender",
                "{#contracts contracts} ^went to {firm} without competition",
            ),
            ("auditor", "mp"),
            ("I counted {#contracts contracts} and one bidder.",),
            ("firm",),
            ("We compete for everything that we win.",),
        ),
        Fact(
            "brother",
            (
                "the minister’s brother ^sat on the board of {firm}",
                "{firm} ^had the minister’s brother on its board",
            ),
            ("mp",),
            ("~Look at the board and you will find a familiar surname.",),
            ("minister",),
            ("My brother left that board years ago.",),
        ),
        Fact(
            "confidence",
            (
                "the minister ^had the full confidence of the cabinet",
                "the cabinet ^stood behind the minister",
            ),
            ("deputy",),
            ("The minister has our confidence {@spoke bare} and will have it on Friday.",),
            narrated=False,
        ),
        Fact(
            "publish",
            (
                "the report {?would|will} be published in full",
                "the full report {?would|will} come out (within weeks|before the recess)",
            ),
            ("auditor", "deputy"),
            ("You will have the report, all of it, and you may read it in the bath.",),
        ),
        Fact(
            "hired",
            (
                "{ministry} ^first hired {firm} {@hired}",
                "{firm} ^had worked for {ministry} since {@hired bare}",
            ),
            ("ministry", "mp"),
            ("~They came {@hired} for six weeks and they never left.",),
        ),
    ),
    lead="waste",
    scoop="hid",
    leak="leak",
    headlines=(
        "Ministry wasted {$waste}, auditors find",
        "Row over unread advice",
        "Chapter cut from audit report",
        "Minister under fire over contracts",
        "{firm} contracts under scrutiny in {land}",
    ),
    extras=(
        Extra("{S} *demanded* [that the minister answer questions under oath]", "mp", "demand"),
        Extra("{S} *asked* [why nobody had noticed for three years]", "mp", "question"),
    ),
    background=(
        "Auditors report to parliament once a year.",
        "Spending on outside advice has tripled since the last election.",
        "The company employs two former ministers.",
    ),
    mouths=(("ministry", "minister"),),
    rivalries=(Rivalry("waste", "wasteless", "number"),),
    look_alikes=(("contracts", "hired", "contracts without tender / when the firm was hired"),),
)
