"""Held bank, a breakout."""

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
    Town,
    Unnamed,
)

PRISON = Kind(
    name="prison-break",
    cast=(
        ("town", Town()),
        ("jail", Town()),
        ("wardens", Body(("the Custody Service", "the Department of Corrections"), "service")),
        ("governor", Person("Governor", "who runs {jail} prison", "governor")),
        ("justice", Person("Justice Secretary", "the justice secretary", "secretary")),
        ("lawyer", Person("", "a lawyer for two of the inmates", "lawyer")),
        ("baker", Person("", "who bakes opposite the gate", "baker")),
        (
            "neighbor",
            Unnamed(
                ("a man who lives by the wall", "a woman who lives by the wall"),
                1,
                "the neighbor",
                "people who live by the wall",
                "they",
            ),
        ),
        (
            "leak",
            Unnamed(
                ("two guards on the night shift", "two guards who were on duty"),
                2,
                "the guards",
                "guards on the night shift",
            ),
        ),
        ("escaped", Number(5, 23)),
        ("caught", Number(2, 4)),
        ("inmates", Number(31, 88, 10)),
        ("cost", Money(3, 19, 1_000_000)),
        ("fled", Day(0, 2)),
        ("report", Day(2, 10, "month")),
        ("built", Day(60, 130, "year")),
    ),
    facts=(
        Fact(
            "fled",
            (
                "inmates ^broke out of {jail} prison {@fled}",
                "{@fled} a group of inmates ^scaled the wall of {jail} prison",
                "there ^was a breakout {@fled} from the jail at {jail}",
            ),
            ("wardens", "governor", "neighbor"),
            ("They went over the north wall {@fled}, with a ladder made of bed frames.",),
            nouns=("a breakout {@fled} from {jail} prison",),
        ),
        Fact(
            "number",
            (
                "{#escaped men} ^got away",
                "{#escaped men} ^were unaccounted for at roll call",
            ),
            ("wardens", "justice"),
            ("{#escaped men} did not answer at roll call.",),
            nouns=("the escape of {#escaped men}",),
        ),
        Fact(
            "keys",
            (
                "a senior warder ^sold the keys to the laundry",
                "the keys ^were handed over by a senior warder (for money|in return for money)",
                "the laundry door ^was opened with keys that a senior warder had sold",
            ),
            (),
            (),
            ("wardens", "governor"),
            (
                "No key is missing and none was sold.",
                "Every key in this prison was on its hook.",
            ),
            narrated=False,
            nouns=("the sale of keys by a senior warder",),
        ),
        Fact(
            "caught",
            (
                "{#caught} of them ^were back behind bars",
                "police ^recaptured {#caught fugitives} at a bus depot in {town}",
            ),
            ("justice", "wardens"),
            ("We have {#caught} of them already, and they are cold and hungry.",),
            nouns=("the recapture of {#caught fugitives}",),
        ),
        Fact(
            "hunt",
            (
                "the search ^was being wound down",
                "patrols ^had been called off",
            ),
            ("governor",),
            ("We have stopped searching. / They are over the border by now.",),
            narrated=False,
        ),
        Fact(
            "hunton",
            (
                "the search ^was going on",
                "patrols ^were still combing the marshes",
            ),
            ("justice",),
            ("The search goes on until the last of them is found.",),
            narrated=False,
        ),
        Fact(
            "crowded",
            (
                "{jail} prison ^housed {#inmates inmates} in cells meant for half of them",
                "the jail ^held {#inmates inmates}, twice its limit",
            ),
            ("lawyer", "governor"),
            ("There are {#inmates inmates} in there and one doctor on Thursdays.",),
        ),
        Fact(
            "report",
            (
                "inspectors ^pointed to a weak wall {@report}",
                "a report {@report} ^drew attention to the wall",
            ),
            ("lawyer",),
            ("~It was all in the report {@report}, with photographs.",),
            ("justice",),
            ("No such warning crossed my desk.",),
        ),
        Fact(
            "cost",
            (
                "mending the wall {?would|will} ^cost {$cost}",
                "a new wall {?would|will} ^cost {$cost}",
            ),
            ("justice", "governor"),
            ("A wall costs {$cost}, and I have asked for one every year.",),
        ),
    ),
    lead="fled",
    scoop="keys",
    leak="leak",
    headlines=(
        "{#escaped men} on the run from {jail} prison",
        "Breakout at {jail}",
        "Manhunt after jail break",
        "Who opened the laundry door?",
        "Wall was known to be weak, lawyer says",
    ),
    extras=(
        Extra("{S} *begged* the public to [keep their back doors locked]", "justice", "demand"),
        Extra("{S} *asked* [who had signed for the keys]", "lawyer", "question"),
    ),
    background=(
        "The prison was put up {@built} on the site of a tannery.",
        "Three escapes from the same wing were foiled in the past decade.",
        "{town} has lived from the jail and the railway since the mills closed.",
    ),
    rivalries=(Rivalry("hunt", "hunton", "polarity"),),
    look_alikes=(("number", "caught", "men who got away / men recaptured"),),
)
