"""Names and furniture of the sealed bank."""

from __future__ import annotations

from retold.planted.kinds import Lexicon, words

LEXICON = Lexicon(
    women=words(
        "Agneta Bibiana Carmela Dorotea Eulalia Fenna Gwendolen Halina Ilse Jacinta Kirsten Lavinia Maud Nerys Odile "
        "Pilar Quilla Ragnhild Saskia Thora Ursula Valeska Winifred Xanthe Yvette Zdenka"
    ),
    men=words(
        "Alaric Basil Casimir Dmitar Edmund Florian Gustav Humbert Ivo Jorge Konrad Lorenz Matthias Norbert Otto Percy "
        "Quentin Raimund Silas Tadeusz Urban Valentin Wilfred Xaver Yorick Zeno"
    ),
    families=words(
        "Achterberg Bonaventura Cromarty Dalgleish Eberhardt Fanshawe Gallagher-Roy Hartigan Isaksen Jeppesen "
        "Kowalczyk Lessingham Montefiore Nordqvist Oberholtzer Pumphrey Quesada Ravenscroft Sundaram "
        "Trevelyan Underhill Villanueva Westergaard Xiberras Youngblood Zaleski Armistead Blomkvist Cazalet "
        "Drinkwater Esterhazy Fitzwarren Goldfinch Honeywell Inglethorpe Juneau Kilbride Lockwood Mukherjee "
        "Nightingale Ollivier Papadakis Rosenquist Stanhope Tillotson Urquhart Vandersloot Wainwright Yardley "
        "Zimmerli Brightman Cockerell Dunstable Evershed"
    ),
    town_heads=words(
        "Amber Bishop Chalk Dove Elder Flint Grove Hawk Ink Juniper King Larch Monk North Orchard Plum Queen Rook Swan "
        "Thorn Upper Vine Whit Yarrow Zeal Broad"
    ),
    town_tails=words("hampton bury gate cross bridge well mere stead church water bourne den ridge hope shaw court"),
    countries=(
        ("Amaranth", "Amaranthine", "Sarrow"),
        ("Bessara", "Bessaran", "Old Quay"),
        ("Corrovia", "Corrovian", "Vendome"),
        ("Darmania", "Darmanian", "Ulzburg"),
        ("Eskerland", "Eskerlander", "Tallow"),
        ("Fenwald", "Fenwaldian", "Moorhaven"),
        ("Galdora", "Galdoran", "Santa Pia"),
        ("Hestia", "Hestian", "Lindos"),
    ),
    mastheads=(
        "{} Advertiser:paper",
        "The Morning Bell:paper",
        "{} Packet:daily",
        "The Valley Times:daily",
        "{} Journal:paper",
        "The Free Press of {}:paper",
        "{} Echo:daily",
        "Radio Meridian:broadcaster",
        "Second Channel:broadcaster",
        "Townsquare:website",
        "{} Telegraph:paper",
        "Coast to Coast:broadcaster",
        "Ledger Online:website",
        "{} Bulletin:daily",
        "The Lamp:website",
        "{} Witness:paper",
    ),
    agencies=(("Transcoast Press", "TP"), ("Orbit News Service", "ONS"), ("Beacon Wire", "Beacon")),
    labels=("See also", "Our pick", "Readers also liked", "From the archive", "Around the region", "Now trending"),
    teasers=(
        ("Choirboy, 84, sings his last matinee", "The tenor says his knees gave out long before his voice"),
        ("Ferret stops play for forty minutes", "Umpires consulted the rule book and found nothing about ferrets"),
        ("Village bell to ring again after vote", "A neighbour withdrew the objection in return for a later start"),
        ("Cheese rolls into canal, wins prize anyway", "The jury said that the taste had not suffered"),
        ("How to keep a fern alive in an office", "Our columnist has killed eleven so that you need not"),
        ("Lost umbrella comes home by post", "It had been to four countries, to judge by its stickers"),
    ),
    boilerplate=(
        "Tell us what you think: letters to the editor are welcome.",
        "Republication only by arrangement.",
        "Our app brings the news to your pocket.",
    ),
    captions=(
        "The entrance on the day of the announcement. Image: reader",
        "An earlier view of the site. Image: archive",
        "A worker looks on. Image: pool",
    ),
    desks=("Regional Editor", "Science Writer", "Sports Desk", "Night Reporter"),
)
