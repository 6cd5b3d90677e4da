"""Sealed bank, a story of sport."""

from __future__ import annotations

from retold.planted.kinds import Body, Day, Extra, Fact, Kind, Money, Number, Person, Rivalry, Share, Town, Unnamed

DOPING = Kind(
    name="cyclist-banned",
    cast=(
        ("town", Town()),
        ("team", Body(("Velo Castor", "Team Harlequin", "Ardent Cycling"), "team")),
        ("board", Body(("the Clean Racing Board", "the Board of Sporting Control"), "board")),
        ("rider", Person("", "who won the mountain stage", "rider")),
        ("manager", Person("", "the team’s manager", "manager")),
        ("chemist", Person("Dr.", "head of the board’s laboratory", "laboratory head")),
        ("rival", Person("", "who came second", "")),
        (
            "leak",
            Unnamed(("three mechanics", "three people who travelled with the team"), 3, "the mechanics", "mechanics"),
        ),
        ("ban", Number(3, 9)),
        ("samples", Number(4, 19)),
        ("samplesmore", Number(20, 40)),
        ("level", Share(12, 90)),
        ("prize", Money(1, 20, 25_000)),
        ("bottles", Number(14, 60)),
        ("ruled", Day(0, 1)),
        ("taken", Day(1, 4, "month")),
        ("signed", Day(1, 6, "year")),
    ),
    facts=(
        Fact(
            "banned",
            (
                "{board} ^barred {rider} from racing {@ruled} for {#ban years}",
                "{rider} ^received a ban of {#ban years} {@ruled} in {town}",
                "a hearing in {town} ^ended {@ruled} with a ban of {#ban years} for {rider}",
            ),
            ("board", "chemist"),
            ("The ban is {#ban years}, and it starts this minute.",),
            nouns=("a ban of {#ban years} on {rider}",),
        ),
        Fact(
            "samples",
            (
                "{#samples samples} ^showed traces of the drug",
                "traces of the drug ^turned up in {#samples samples}",
                "the laboratory ^found the drug in {#samples samples}",
            ),
            ("board", "chemist"),
            ("{#samples samples} out of the freezer said the same thing. / Samples do not have friends.",),
        ),
        Fact(
            "samplesmore",
            (
                "{#samplesmore samples} ^were positive",
                "the number of positive samples ^was {#samplesmore}",
            ),
            ("rival", "manager"),
            ("~I was told of {#samplesmore samples}, and I believe it.",),
            narrated=False,
        ),
        Fact(
            "swap",
            (
                "bottles ^were swapped in the bus of {team}",
                "{team} ^changed the labels on its riders’ bottles",
                "the labels on the bottles ^had been <changed|faked:loaded> in the bus",
            ),
            (),
            (),
            ("team", "manager"),
            ("Not one label on our bus was touched.", "~We drink what our riders drink."),
            narrated=False,
            nouns=("swapping bottles in the bus",),
        ),
        Fact(
            "level",
            (
                "the level in the blood ^was {%level} above the limit",
                "the blood ^held {%level} more of the substance than the rules permitted",
            ),
            ("chemist",),
            ("It was {%level} over the line, and that is no cough syrup.",),
            ("rider", "manager"),
            ("My blood is as clean as my bicycle.",),
        ),
        Fact(
            "prize",
            (
                "{rider} {?would|will} have to return prize money of {$prize}",
                "prize money of {$prize} {?would|will} go back to the organizers",
            ),
            ("board", "rival"),
            ("They will want {$prize} back, and I know where it should go.",),
            nouns=("a claim for {$prize} in prize money",),
        ),
        Fact(
            "appeal",
            (
                "{rider} {?would|will} appeal within a month",
                "an appeal {?would|will} follow within a month",
            ),
            ("rider", "manager"),
            ("~I will go to every court that has a door.",),
        ),
        Fact(
            "bottles",
            (
                "police ^removed {#bottles bottles} from a refrigerator",
                "{#bottles bottles} ^were taken out of a refrigerator in the bus",
            ),
            ("board",),
            ("We have {#bottles bottles}, all of them cold.",),
        ),
        Fact(
            "signed",
            (
                "{team} ^hired {rider} {@signed}",
                "{rider} ^joined {team} {@signed}",
            ),
            ("manager",),
            ("~We signed a boy who could climb. / We did not sign his pharmacy.",),
        ),
    ),
    lead="banned",
    scoop="swap",
    leak="leak",
    headlines=(
        "Ban of {#ban years} after hearing in {town}",
        "Stage winner barred from racing",
        "Bottles swapped on bus, mechanics claim",
        "“Samples do not have friends”",
    ),
    extras=(
        Extra("{S} *demanded* [the yellow jersey and an apology]", "rival", "demand"),
        Extra("{S} *accused* [the board of reading tea leaves]", "manager", "accuse"),
        Extra("{S} *predicts* [that the ban will be cut in half]", "manager", "predict"),
    ),
    background=(
        "The race covers two thousand kilometers in nineteen stages.",
        "Samples are kept for ten years in a cellar outside {town}.",
        "The team has changed its name four times.",
        "Riders give blood and urine after every stage.",
    ),
    rivalries=(Rivalry("samples", "samplesmore", "number"),),
    look_alikes=(("samples", "bottles", "samples / bottles"),),
)
