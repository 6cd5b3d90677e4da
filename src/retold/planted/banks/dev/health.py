"""Development bank, a sickness among schoolchildren."""

from __future__ import annotations

from retold.planted.kinds import Body, Day, Extra, Fact, Kind, Number, Person, Pick, Rivalry, Share, Town, Unnamed

POISONING = Kind(
    name="food-poisoning",
    cast=(
        ("town", Town()),
        ("school", Pick(("Hillside Primary", "the Linden School", "Saint Agnes Elementary", "Riverbank Academy"))),
        ("caterer", Body(("Spoon & Ladle", "Good Morning Kitchens", "Harvest Table"), "caterer")),
        ("health", Body(("the Public Health Office", "the Food Safety Authority"), "authority")),
        ("doctor", Person("Dr.", "head of the children’s ward", "doctor")),
        ("principal", Person("", "the principal", "principal")),
        ("cook", Person("", "a cook who left in the spring", "cook")),
        ("mother", Person("", "whose daughter fell ill", "")),
        (
            "leak",
            Unnamed(
                ("two kitchen workers", "two people who worked in the kitchen"),
                2,
                "the kitchen workers",
                "kitchen workers",
            ),
        ),
        ("sick", Number(31, 96)),
        ("sickmore", Number(31, 96, 1, "sick")),
        ("ward", Number(3, 12)),
        ("degrees", Number(11, 24)),
        ("share", Share(12, 60)),
        ("ate", Day(1, 2)),
        ("inspected", Day(2, 8, "month")),
        ("hired", Day(1, 4, "year")),
    ),
    facts=(
        Fact(
            "sick",
            (
                "{#sick pupils} of {school} in {town} ^fell ill after lunch {@ate}",
                "lunch ^made {#sick children} ill {@ate} at {school} in {town}",
                "{@ate} {#sick pupils} ^came down with stomach cramps at {school} in {town}",
            ),
            ("health", "principal"),
            ("{#sick} of our pupils went home sick {@ate}, some of them in ambulances.",),
            nouns=("the poisoning of {#sick pupils} at {school}",),
        ),
        Fact(
            "sickmore",
            (
                "{#sickmore pupils} ^had fallen ill",
                "the number of sick children ^was {#sickmore}",
            ),
            ("doctor", "mother"),
            ("We have written down {#sickmore names}, and the telephone is still ringing.",),
            narrated=False,
        ),
        Fact(
            "fridge",
            (
                "the kitchen’s cold store ^had been broken for two weeks",
                "{caterer} ^kept meat in a cold store that did not work",
                "meat ^was kept for two weeks in a cold store that had <failed|broken down:other>",
            ),
            (),
            (),
            ("caterer", "principal"),
            ("The cold store worked then and it works now.", "~I eat in that kitchen myself."),
            narrated=False,
            nouns=("keeping meat in a broken cold store",),
        ),
        Fact(
            "ward",
            (
                "{#ward children} ^were still in hospital",
                "doctors ^kept {#ward children} in the ward",
            ),
            ("doctor", "health"),
            ("We are keeping {#ward children} on the ward, and they are asking for ice cream.",),
        ),
        Fact(
            "bacteria",
            (
                "a bacterium ^was found in the gravy",
                "tests of the gravy ^showed a bacterium",
            ),
            ("health", "doctor"),
            ("It was the gravy. / It usually is.",),
            ("caterer",),
            ("Our own tests of the gravy found nothing.",),
        ),
        Fact(
            "degrees",
            (
                "inspectors ^measured {#degrees degrees} in the cold store {@inspected}",
                "the cold store ^stood at {#degrees degrees} when it was inspected {@inspected}",
            ),
            ("cook", "health"),
            ("I showed them the thermometer {@inspected}, and it said {#degrees degrees}.",),
        ),
        Fact(
            "closed",
            (
                "the kitchen {?would|will} stay closed until Monday",
                "no meals {?would|will} be cooked there before Monday",
            ),
            ("principal", "health"),
            ("Until Monday the children will bring sandwiches.",),
        ),
        Fact(
            "cuts",
            (
                "{caterer} ^cut its spending on meals by {%share}",
                "spending on meals ^was cut by {%share} by {caterer}",
            ),
            ("cook", "mother"),
            ("They cut the money by {%share} and told us to add water.",),
            ("caterer",),
            ("We have cut nothing.",),
        ),
        Fact(
            "contract",
            (
                "the town ^hired {caterer} {@hired}",
                "{caterer} ^had cooked for the school since {@hired bare}",
            ),
            ("principal",),
            ("~They were the cheapest. / They were very much the cheapest.",),
        ),
    ),
    lead="sick",
    scoop="fridge",
    leak="leak",
    headlines=(
        "{#sick pupils} ill after school lunch",
        "Sickness closes school kitchen in {town}",
        "Cold store in question after pupils fall ill",
        "Parents in {town} demand answers over lunch",
        "“It was the gravy”",
    ),
    extras=(
        Extra("{S} *demanded* [an apology from the town]", "mother", "demand"),
        Extra("{S} *accused* [the caterer of hiding behind its lawyers]", "mother", "accuse"),
        Extra("{S} *expects* [all the children to be home by the weekend]", "doctor", "predict"),
    ),
    background=(
        "{caterer} serves meals in eleven schools in the district.",
        "School lunches in {town} cost parents nothing.",
        "The kitchen stands across the yard from the gymnasium.",
        "Outbreaks of this sort peak in the first warm weeks of the year.",
    ),
    rivalries=(Rivalry("sick", "sickmore", "number"),),
    look_alikes=(("sick", "ward", "children who fell ill / children in hospital"),),
)
