"""Names and furniture of the held bank."""

from __future__ import annotations

from retold.planted.kinds import Lexicon, words

LEXICON = Lexicon(
    women=words(
        "Ysolde Marguerite Thandiwe Rukhsana Brigid Oluchi Ximena Katalin Noor Perpetua Sunniva Aroha Dagny "
        "Leocadia Mirembe Philippa Zainab Ingeborg Consuelo Hedwig Anwen Rosalind Tamsin Nkechi Solveig "
        "Ottilie"
    ),
    men=words(
        "Ambrose Tavish Kwabena Lubomir Evaristo Hamish Zoltan Olumide Anselm Rafiq Crispin Bartolo Njoroge "
        "Stellan Fergus Ignatius Jamshid Leopold Mordecai Piers Radovan Tiberius Ulric Wenceslas Yaw Cormac"
    ),
    families=words(
        "Abernathy Oyelaran Castelmaine Dvorsky Eskildsen Fotheringham Grimaldo Hallqvist Iwanek Jessop "
        "Kirkbride Laskaris Mbeki-Strand Nettleford Ormsby Pelletan Quillfeather Rasmovic Szabados Tregenza "
        "Umarov Vantongeren Wetherell Yarborough Zielonka Ashgrove Bellweather Cardozo-Lund Drummel Effiong "
        "Fairlamb Gathoni Heseltyne Ilves Jankovar Kettlewell Lindqvist-Amadi Mossop Nakamba O’Rahilly "
        "Penhaligon Rookwood Saltmarsh Thorold Uddin-Grey Venkatar Whitcombe Yoxall Zammit Brankovan "
        "Corrigan-Boe Delacourt-Mensah Elphick Furlong"
    ),
    town_heads=words(
        "Ald Brack Cairn Dunmer Elsing Fenwick Gallow Hexen Inver Kel Loam Mossing Nether Ormes Pell Quarring "
        "Rath Skel Thrale Ulver Wend Yeld Brom Corve Dray Eddis"
    ),
    town_tails=words("stow thorpe mouth by holm garth wick beck firth minster combe low dale ness side leigh"),
    countries=(
        ("Ostrava Reach", "Ostravan", "Port Ansel"),
        ("Kharovia", "Kharovian", "Belmarsk"),
        ("the Sondar Islands", "Sondarese", "Lomavi"),
        ("Tessaly", "Tessalian", "Ardhoun"),
        ("Brunmark", "Brunmarker", "Viskau"),
        ("Palanquay", "Palanquayan", "Santa Ilda"),
        ("Morvenia", "Morvenian", "Duncarrow"),
        ("Ubangara", "Ubangaran", "Kisolo"),
        ("Zemlinia", "Zemlinian", "Orsk-Novar"),
        ("Calderra", "Calderran", "Puerto Lucero"),
        ("Wessmark", "Wessmarker", "Haldenburg"),
        ("Jharkend", "Jharkendi", "Sarangpore"),
        ("Lusavia", "Lusavian", "Montrelais"),
        ("Qeshirah", "Qeshiri", "Bab al-Reem"),
    ),
    mastheads=(
        "The Evening Lantern:paper",
        "{} Argus:paper",
        "{} Clarion:daily",
        "{} Intelligencer:daily",
        "Tidewater Post:paper",
        "Channel Eleven:broadcaster",
        "Plainview Dispatch:paper",
        "The Meridian Ledger:daily",
        "{} Beacon:paper",
        "North Shore Radio:broadcaster",
        "The Quay:website",
        "{} Mercury:daily",
        "Open Bench:website",
        "{} Sentinel:paper",
        "Kestrel News:website",
        "Highland Broadcasting:broadcaster",
    ),
    agencies=(("Continental Press Service", "CPS"), ("Halyard Wire", "Halyard"), ("Amber News Agency", "Amber")),
    labels=(
        "Don’t miss",
        "More from this section",
        "Editor’s picks",
        "You might have missed",
        "Recommended for you",
        "In other news",
        "Keep reading",
    ),
    teasers=(
        (
            "Beekeepers win reprieve over city rooftops",
            "Councillors shelved a by-law that would have limited hives to two per building",
        ),
        (
            "Last lamplighter of the old quay retires at 81",
            "He says the gas lamps will outlive him, and probably the council too",
        ),
        (
            "Choir cancels tour after bus breaks down twice",
            "The singers were 40 kilometres short of their first concert",
        ),
        ("Why the price of onions has doubled since spring", "Traders blame a wet harvest and a closed mountain road"),
        ("Goat found on the fourth floor of a car park", "Nobody has claimed it, and it has eaten two parking tickets"),
        ("Chess prodigy, nine, draws with national champion", "The game lasted six hours with a break for homework"),
    ),
    boilerplate=(
        "Got a story? Write to our newsroom.",
        "© All rights reserved. No part may be reproduced without leave.",
        "Read our corrections policy.",
        "Subscribe for the full morning briefing.",
    ),
    captions=(
        "A view of the scene. Photograph: handout",
        "Officials arrive for a briefing. (File picture)",
        "Residents watch from behind a cordon. Picture: staff",
    ),
    desks=("Chief Correspondent", "in the regional bureau", "Transport Editor", "Staff Writer"),
)
