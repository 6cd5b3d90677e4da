"""Development bank, floods and accidents."""

from __future__ import annotations

from retold.planted.kinds import Body, Day, Extra, Fact, Kind, Money, Number, Person, Rivalry, Town, Unnamed

FLOOD = Kind(
    name="flood",
    cast=(
        ("town", Town()),
        ("river", Town()),
        ("upstream", Town()),
        ("mayor", Person("Mayor", "the mayor of {town}", "mayor")),
        ("minister", Person("Interior Minister", "the interior minister", "minister")),
        ("rescue", Body(("the National Rescue Service", "the Civil Protection Office"), "service")),
        ("utility", Body(("the {river} Water Board", "the Highland Dams Company"), "board")),
        ("farmer", Person("farmer", "whose farm lies below the dam", "")),
        (
            "residents",
            Unnamed(("several residents", "people in the flooded streets"), None, "the residents", "residents"),
        ),
        (
            "leak",
            Unnamed(
                ("two engineers who worked on the dam", "two engineers with knowledge of the dam"),
                2,
                "the engineers",
                "engineers who worked on the dam",
            ),
        ),
        ("dead", Number(9, 40)),
        ("deadmore", Number(9, 40, 1, "dead")),
        ("homeless", Number(12, 90, 100)),
        ("rain", Number(110, 240)),
        ("aid", Money(3, 60, 1_000_000)),
        ("struck", Day(0, 1)),
        ("warned", Day(1, 2)),
        ("inspected", Day(1, 5, "month")),
        ("before", Day(6, 20, "year")),
    ),
    facts=(
        Fact(
            "burst",
            (
                "the {river} ^burst its banks {@struck} and (swept through|flooded) {town}",
                "floodwater from the {river} ^(poured into|inundated) {town} {@struck}",
                "{town} was ^(flooded|swamped) {@struck} after the {river} rose (overnight|by four meters)",
            ),
            ("rescue", "mayor", "residents"),
            ("~The water came in the dark and it came all at once. / Nobody had time to carry anything.",),
        ),
        Fact(
            "dead",
            (
                "{#dead people} (were killed|died|lost their lives)",
                "(the flood|the disaster) ^killed {#dead people}",
                "the death toll stood at {#dead people}",
            ),
            ("rescue", "minister"),
            ("We have confirmed the deaths of {#dead people}. / That number may rise.",),
            nouns=("the deaths of {#dead people}", "the loss of {#dead lives}"),
        ),
        Fact(
            "deadmore",
            ("{#deadmore people} (were killed|had died)", "the flood had ^killed {#deadmore people}"),
            ("mayor",),
            ("In this town alone we have lost {#deadmore people}.",),
            narrated=False,
        ),
        Fact(
            "homeless",
            (
                "{#homeless people} ^(were forced from|fled|left) their homes",
                "{#homeless residents} were (evacuated|moved) to schools and sports halls",
            ),
            ("rescue", "mayor", "minister"),
            ("We have {#homeless people} sleeping in schools tonight.",),
            nouns=("the evacuation of {#homeless people}",),
        ),
        Fact(
            "gates",
            (
                "{utility} ^opened the dam’s gates without warning",
                "{utility} ^released water from the dam (without telling the town|before any siren sounded)",
                "the dam’s gates were ^opened (hours before any warning was given|before the town was warned)",
            ),
            (),
            (),
            ("utility", "minister"),
            (
                "No gate was opened before the alarm was given.",
                "The dam did what it was built to do, and the town was warned.",
            ),
            narrated=False,
            nouns=("opening the dam’s gates without warning", "releasing water from the dam without warning"),
        ),
        Fact(
            "rain",
            (
                "{#rain millimeters} of rain fell in a day",
                "the hills above {upstream} ^received {#rain millimeters} of rain",
            ),
            ("rescue", "farmer"),
            ("My gauge held {#rain millimeters} and then it overflowed.",),
        ),
        Fact(
            "aid",
            (
                "the government {?would|will} ^(provide|set aside) {$aid} for repairs",
                "{$aid} in aid {?would|will} be <made available|handed out:loaded>",
            ),
            ("minister",),
            ("We will spend {$aid} and, if that is too little, we will spend more.",),
            nouns=("{$aid} in aid for repairs", "a grant of {$aid}"),
        ),
        Fact(
            "inspected",
            (
                "inspectors ^found cracks in the dam {@inspected}",
                "an inspection {@inspected} ^turned up <cracks|fissures:other> in the dam",
            ),
            ("mayor", "farmer", "residents"),
            ("They found cracks {@inspected} and went home again.",),
            ("utility",),
            ("There are no cracks in that dam.",),
            nouns=("the discovery of cracks in the dam {@inspected}",),
        ),
        Fact(
            "sirens",
            ("the sirens in {town} ^did not sound", "no siren ^sounded in {town}"),
            ("mayor", "farmer", "residents"),
            ("~I heard cows and I heard water. / I did not hear a siren.",),
        ),
    ),
    lead="burst",
    scoop="gates",
    leak="leak",
    headlines=(
        "Flood kills {#dead people} in {town}",
        "{town} under water after {river} bursts its banks",
        "Thousands flee as flood hits {town}",
        "Questions over dam after {town} flood",
        "Mayor says town was not warned",
        "{town} counts the cost of the flood",
    ),
    extras=(
        Extra("{S} *called for* [an independent investigation of the dam]", "mayor", "demand"),
        Extra("{S} *accused* [the water board of putting power sales before people]", "farmer", "accuse"),
        Extra("{S} *warned* that [more rain would fall before the weekend]", "rescue", "predict"),
    ),
    background=(
        "The {river} last flooded the town {@before}, when the old bridge was carried away.",
        "{town} lies in a narrow valley below the dam.",
        "The region lives from orchards, timber and a single paper mill.",
        "Spring floods are common in the valley but seldom reach the market square.",
    ),
    rivalries=(Rivalry("dead", "deadmore", "number"),),
    look_alikes=(("gates", "sirens", "the gates were opened without warning / the sirens did not sound"),),
)

MINE = Kind(
    name="mine-accident",
    cast=(
        ("town", Town()),
        ("mine", Town()),
        ("company", Body(("Graustein Coal", "Deep Seam Mining", "Anthra Resources"), "company")),
        ("union", Body(("the Union of Mine Workers", "the Pit and Quarry Union"), "union")),
        ("inspector", Person("Chief Inspector of Mines", "the chief inspector of mines", "inspector")),
        ("boss", Person("", "the company’s chief executive", "chief executive")),
        ("miner", Person("miner", "who escaped through an air shaft", "")),
        (
            "relatives",
            Unnamed(("relatives of the missing", "families at the gate"), None, "the relatives", "relatives"),
        ),
        (
            "leak",
            Unnamed(
                ("four people who have read the safety log", "four people who saw the mine’s safety log"),
                4,
                "the four",
                "people who have read the safety log",
            ),
        ),
        ("trapped", Number(12, 38)),
        ("trappedmore", Number(12, 38, 1, "trapped")),
        ("depth", Number(42, 98, 10)),
        ("wages", Money(2, 9, 1_000_000)),
        ("fell", Day(0, 1)),
        ("closed", Day(1, 6, "month")),
        ("opened", Day(25, 70, "year")),
    ),
    facts=(
        Fact(
            "collapse",
            (
                "a tunnel ^(collapsed|caved in) {@fell} at the {mine} mine near {town}",
                "part of the roof ^(fell|gave way) {@fell} in the {mine} pit outside {town}",
                "{@fell} the roof of a gallery ^came down in the {mine} mine near {town}",
            ),
            ("company", "inspector"),
            ("~At ten past four the roof of the main gallery came down.",),
            nouns=("the collapse of a tunnel {@fell} at the {mine} mine",),
        ),
        Fact(
            "trapped",
            (
                "{#trapped miners} were ^trapped {#depth meters} below ground",
                "the rockfall ^cut off {#trapped miners}",
                "{#trapped miners} were stuck below",
            ),
            ("company", "inspector"),
            ("There are {#trapped miners} behind that wall of rock, and we are talking to some of them.",),
        ),
        Fact(
            "trappedmore",
            ("{#trappedmore miners} were ^trapped", "{#trappedmore miners} had not come up"),
            ("union",),
            ("{#trappedmore miners} went down and did not come back. / Our lamps do not lie.",),
            narrated=False,
        ),
        Fact(
            "gas",
            (
                "gas alarms ^had been switched off (to keep the cutters running|for a week)",
                "managers ^ordered the gas alarms to be <switched off|disabled:other>",
                "{company} ^(silenced|turned off) the gas alarms before the collapse",
            ),
            (),
            (),
            ("company", "boss"),
            ("No alarm was switched off.", "~I have seen the log and there is nothing of the kind in it."),
            narrated=False,
            nouns=("switching off the gas alarms", "the silencing of the gas alarms before the collapse"),
        ),
        Fact(
            "warned",
            (
                "the union ^complained about falling stone {@closed}",
                "complaints about falling stone ^were made {@closed} (by the union|and came to nothing)",
            ),
            ("union", "miner", "relatives"),
            ("We told them about the stone {@closed}. / They told us to wear our helmets.",),
            ("boss",),
            ("No such complaint reached my desk.",),
        ),
        Fact(
            "contact",
            (
                "rescuers ^heard (tapping|knocking) from behind the fall",
                "tapping was ^heard on a water pipe",
            ),
            ("inspector", "miner", "relatives"),
            ("Somebody is tapping on the pipe. / We tap back.",),
        ),
        Fact(
            "pay",
            (
                "the families would ^receive {$wages}",
                "{company} ^set aside {$wages} for the families",
            ),
            ("boss", "company"),
            ("We have put {$wages} aside for the families, and no lawyer will stand between them and it.",),
            nouns=("a fund of {$wages} for the families",),
        ),
        Fact(
            "shut",
            (
                "the pit {?would|will} stay (closed|shut) until an inquiry ends",
                "the mine {?would|will} not reopen before an inquiry ends",
            ),
            ("inspector", "union"),
            ("Nobody digs another ton in that pit until I have read every page.",),
            nouns=("the closure of the pit until an inquiry ends",),
        ),
    ),
    lead="collapse",
    scoop="gas",
    leak="leak",
    headlines=(
        "Miners trapped after roof fall at {mine}",
        "{#trapped miners} missing in {mine} pit",
        "Gas alarms in focus after mine collapse",
        "Rescuers hear tapping in collapsed mine",
        "Families wait at the gates of {mine}",
    ),
    extras=(
        Extra("{S} *demanded* that [the company publish its safety log]", "union", "demand"),
        Extra("{S} *predicted* that [the drill would reach the chamber within two days]", "inspector", "predict"),
    ),
    background=(
        "The {mine} mine was opened {@opened} and employs a third of the town’s men.",
        "Coal from the pit goes by rail to two power stations.",
        "Two smaller roof falls there in recent years hurt nobody.",
        "Mining pays better than anything else within an hour’s drive.",
    ),
    rivalries=(Rivalry("trapped", "trappedmore", "number"),),
    look_alikes=(("gas", "warned", "alarms were switched off / falling stone was reported"),),
)
