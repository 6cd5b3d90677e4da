"""Names and furniture of the development bank."""

from __future__ import annotations

from retold.planted.kinds import Lexicon, words

LEXICON = Lexicon(
    women=words(
        "Ada Marta Lena Ruth Clara Petra Nadia Elif Joanna Vera Irina Beatriz Amina Greta Tessa Hanne Lucia "
        "Olga Priya Sofia Wilma Esther Dalia Rosa Mei Farida"
    ),
    men=words(
        "Tomas Viktor Emil Karim Hugo Peter Samuel Anton Luis Marek Omar Jonas David Arne Pavel Felix Idris "
        "Rolf Stefan Theo Nils Andre Bruno Casper Milan Joseph"
    ),
    families=words(
        "Kolb Marsh Adeyo Brandt Castell Dorn Ekholm Faro Grange Holub Ibsen-Rao Jarvik Keller Lund Moreau "
        "Novak Osei Pavic Quist Rell Sandoval Tamm Ulrich Varga Wexler Yilmaz Zeman Arcand Bisset Crane "
        "Delgado Ferris Gruber Hale Imrie Joss Karras Lomax Merrow Nyberg Orlov Prentice Rusk Stroud Teller "
        "Vance Winter Abbas Boateng Corvin Dray Elster O’Dell Fenner Garrick Haddad"
    ),
    town_heads=words(
        "Maren Har Ost Vel Lind Kars Bren Tol Nor Grau Stein Ave Mill Win Salt Red Dorn Eich Falk Glen Hol "
        "Iver Jun Kirch Lauter West"
    ),
    town_tails=words("burg ton ford field haven row feld bridge port stad mark hill moor bach wald ley"),
    countries=(
        ("Velland", "Vellandish", "Marenstad"),
        ("Ostria", "Ostrian", "Karlow"),
        ("Norvania", "Norvanian", "Tirsk"),
        ("Carantha", "Caranthan", "Sable Bay"),
        ("Belmora", "Belmoran", "San Teodor"),
        ("Drovia", "Drovian", "Petrovar"),
        ("Kestania", "Kestanian", "Almat"),
        ("Lorrain Isles", "Lorrainian", "Port Clement"),
        ("Mazuria", "Mazurian", "Gdov"),
        ("Sarkand", "Sarkandi", "Tashmir"),
        ("Ilvania", "Ilvanian", "Corvina"),
        ("Pontara", "Pontaran", "Villa Rey"),
        ("Harland", "Harlander", "Kingsmere"),
        ("Quorra", "Quorran", "Addis Lume"),
    ),
    mastheads=(
        "{} Courier",
        "{} Herald",
        "Morning Standard",
        "The Daily Compass",
        "{} Gazette",
        "{} Tribune",
        "Capital Times",
        "The Observer of {}",
        "Channel Four News:broadcaster",
        "{} Chronicle",
        "Public Radio One:broadcaster",
        "Newsline:website",
        "The Weekly Record",
        "{} Examiner",
        "Metro Monitor:website",
        "{} Star",
    ),
    agencies=(("Northern Wire", "NW"), ("United Dispatch", "UD"), ("Polar News Agency", "PNA")),
    labels=(
        "Related Stories",
        "Also Read",
        "Most Popular",
        "Read more:",
        "More on this story",
        "What to read next",
        "Top Stories",
    ),
    teasers=(
        (
            "Zoo names newborn otter after striking bus driver",
            "More than 9,000 visitors voted in a poll that closed at the weekend",
        ),
        (
            "Baker ordered to take down giant pretzel",
            "The sign broke a heritage rule from another century, the council said",
        ),
        ("Snow expected above 600 metres", "Forecasters warned drivers on mountain roads to carry chains"),
        ("Opera house reopens after nine-year repair", "The last bill came to four times the first estimate"),
        ("Ten ways to use up a glut of plums", "Jam is only the beginning, says our food columnist"),
        ("Village votes to keep its single traffic light", "The junction sees about forty cars a day"),
    ),
    boilerplate=(
        "Sign up for our daily newsletter.",
        "All rights reserved.",
        "Follow us for the latest updates.",
        "This story has been updated with more details.",
    ),
    captions=(
        "The scene on the morning after. Photo: agency",
        "File photo of the building.",
        "Reporters wait outside the gates.",
    ),
    desks=("Political Correspondent", "Senior Reporter", "Business Desk", "Crime Reporter"),
)
