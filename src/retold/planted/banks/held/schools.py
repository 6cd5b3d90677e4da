"""Held bank, an examination."""

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
    Pick,
    Rivalry,
    Town,
    Unnamed,
)

EXAM = Kind(
    name="exam-leak",
    cast=(
        ("town", Town()),
        ("board", Body(("the Matriculation Board", "the Examinations Council"), "board")),
        ("minister", Person("Schools Secretary", "the schools secretary", "secretary")),
        ("head", Person("", "head of a school in {town}", "head teacher")),
        ("pupil", Person("", "a pupil of 17", "pupil")),
        ("parents", Body(("the Parents’ Assembly", "the League of Parents"), "assembly")),
        ("subject", Pick(("mathematics", "history", "chemistry", "geography"))),
        (
            "teachers",
            Unnamed(("several teachers", "teachers who would not be named"), None, "the teachers", "teachers"),
        ),
        (
            "leak",
            Unnamed(
                ("two printers at the state press", "two workers at the state press"),
                2,
                "the printers",
                "workers at the state press",
            ),
        ),
        ("pupils", Number(21, 95, 1000)),
        ("resit", Number(3, 19, 1000)),
        ("price", Money(2, 9, 100)),
        ("sat", Day(0, 2)),
        ("old", Day(2, 8, "year")),
    ),
    facts=(
        Fact(
            "void",
            (
                "the {subject} paper ^sat by {#pupils pupils} {@sat} was declared void",
                "{#pupils pupils} ^must sit the {subject} paper again",
                "examiners ^annulled the {subject} paper that {#pupils pupils} sat {@sat}",
            ),
            ("board", "minister"),
            ("{#pupils young people} did nothing wrong, and they must sit it again. / I am sorry.",),
            nouns=("the annulment of the {subject} paper sat by {#pupils pupils} {@sat}",),
        ),
        Fact(
            "sold",
            (
                "copies ^changed hands for {$price} the night before",
                "the questions ^were on sale for {$price}",
            ),
            ("head", "pupil", "teachers"),
            ("~It cost {$price}. / My mother earns that in a week.",),
        ),
        Fact(
            "press",
            (
                "a manager of the state press ^took the plates home",
                "the printing plates ^left the state press in a manager’s car",
            ),
            (),
            (),
            ("board", "minister"),
            (
                "The plates never left the building.",
                "Nobody at the press took anything home.",
            ),
            narrated=False,
            nouns=("the theft of the printing plates by a manager of the state press",),
        ),
        Fact(
            "pupilfault",
            (
                "the paper ^was photographed by a teacher in {town}",
                "a teacher in {town} ^had photographed the paper",
            ),
            ("board",),
            ("The photograph was taken in a staff room in {town}.",),
            ("head",),
            ("~None of my teachers had so much as seen the envelope.",),
            narrated=False,
        ),
        Fact(
            "resit",
            (
                "new papers for {#resit schools} ^were being printed abroad",
                "{#resit schools} {?would|will} ^receive new papers by courier",
            ),
            ("minister",),
            ("New papers will come from abroad, under seal, with a guard.",),
        ),
        Fact(
            "marks",
            (
                "no pupil {?would|will} ^lose a university place",
                "every university place ^was safe",
            ),
            ("minister", "board"),
            ("No place will be lost over this.",),
            ("parents",),
            ("Places are being lost this very week.",),
        ),
        Fact(
            "before",
            (
                "papers ^had leaked {@old} as well",
                "the same thing ^happened {@old}",
            ),
            ("parents", "head", "teachers"),
            ("~It happened {@old}, and they swore that it was the last time.",),
        ),
        Fact(
            "arrest",
            (
                "police ^detained a man at the railway station in {town}",
                "a man ^was arrested at the railway station in {town}",
            ),
            ("minister", "head"),
            ("~One arrest is not an answer.",),
            nouns=("the arrest of a man at the railway station in {town}",),
        ),
    ),
    lead="void",
    scoop="press",
    leak="leak",
    headlines=(
        "{#pupils pupils} must resit {subject} paper",
        "Exam scrapped after questions are sold",
        "Leak traced to {town}, board says",
        "Parents furious over exam leak",
        "“It cost a week’s wages”",
    ),
    extras=(
        Extra("{S} *called upon* the secretary to [resign]", "parents", "demand"),
        Extra("{S} *wanted to know* [why the envelope had no seal]", "head", "question"),
    ),
    background=(
        "The examination decides who may go to university.",
        "Papers are printed in a single building with one gate.",
        "Private tutors earn more in May than in the rest of the year.",
    ),
    rivalries=(Rivalry("press", "pupilfault", "actor"),),
    look_alikes=(("sold", "before", "questions were on sale / papers leaked in another year"),),
)
