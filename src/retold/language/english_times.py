"""English words of time: months, weekdays, units, parts of the day, seasons, holidays, and what verbs say of tense.

Data only: the engine in `retold.statements.times` compiles its patterns from these tables, so that another language
is another such module. Months and weekdays match with a capital (or all capitals) only: "may", "march" and "sat" are
words of their own.
"""

from __future__ import annotations

MONTHS = {
    "January": 1, "February": 2, "March": 3, "April": 4, "May": 5, "June": 6, "July": 7, "August": 8,
    "September": 9, "October": 10, "November": 11, "December": 12,
}  # fmt: skip
# Short forms count with a full stop or beside a day or a year.
SHORT_MONTHS = {
    "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sept": 9, "Sep": 9, "Oct": 10, "Nov": 11,
    "Dec": 12,
}  # fmt: skip
# Names of months that are also words or forenames, which a bare mention does not tell apart.
DOUBTFUL_MONTHS = frozenset({"March", "May", "April", "June", "August"})
WEEKDAYS = {
    "Monday": 1, "Tuesday": 2, "Wednesday": 3, "Thursday": 4, "Friday": 5, "Saturday": 6, "Sunday": 7,
}  # fmt: skip
SHORT_WEEKDAYS = {
    "Mon": 1, "Tues": 2, "Tue": 2, "Wed": 3, "Thurs": 4, "Thur": 4, "Thu": 4, "Fri": 5, "Sat": 6, "Sun": 7,
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
PARTS = {
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "midday": "TMI", "dawn": "TMO",
    "dusk": "TEV", "overnight": "TNI", "mid-afternoon": "TAF", "mid-morning": "TMO", "lunchtime": "TMI",
    "mid morning": "TMO", "mid afternoon": "TAF",
}  # fmt: skip
CLOCK_WORDS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
# Singular and plural units: the ISO 8601 letter, and whether it stands behind the T of a duration.
UNITS = {
    "second": ("S", True), "minute": ("M", True), "hour": ("H", True), "day": ("D", False), "week": ("W", False),
    "fortnight": ("W", False), "weekend": ("WE", False), "month": ("M", False), "quarter": ("Q", False),
    "year": ("Y", False), "decade": ("Y", False), "century": ("C", False), "millennium": ("L", False),
    "summer": ("SU", False), "winter": ("WI", False), "night": ("D", False),
}  # fmt: skip
PLURALS = {"century": "centuries", "millennium": "millennia"}
# How many of the letter's unit one of these is.
MULTIPLES = {"fortnight": 2, "decade": 10}
CARDINAL_HALF = "and a half"
VAGUE_NUMBERS = (
    "several",
    "a few",
    "few",
    "some",
    "many",
    "dozens of",
    "hundreds of",
    "thousands of",
    "a number of",
    "numerous",
)
PAIRS = ("a couple of", "couple of", "a pair of")
HEDGES = (
    "at least", "at most", "more than", "less than", "no more than", "no less than", "fewer than", "up to", "nearly",
    "almost", "about", "around", "roughly", "approximately", "over", "under", "only", "just", "just over",
    "just under", "as many as", "as long as", "well over", "close to", "some", "within", "barely", "a full", "another",
)  # fmt: skip
STARTS = ("early", "late", "earlier", "later", "mid", "sometime", "some time")
EDGES = ("the end of", "the start of", "the beginning of", "the middle of", "the close of", "the turn of")
HOLIDAYS = {
    "New Year's Day": (1, 1), "New Year’s Day": (1, 1), "New Year's Eve": (12, 31), "New Year’s Eve": (12, 31),
    "Christmas Eve": (12, 24), "Christmas Day": (12, 25), "Christmas": (12, 25), "Boxing Day": (12, 26),
    "Valentine's Day": (2, 14), "Valentine’s Day": (2, 14), "Halloween": (10, 31), "Bastille Day": (7, 14),
    "Independence Day": (7, 4), "May Day": (5, 1), "Epiphany": (1, 6), "All Saints' Day": (11, 1),
    "St Patrick's Day": (3, 17), "St. Patrick's Day": (3, 17), "Armistice Day": (11, 11), "Veterans Day": (11, 11),
}  # fmt: skip
# Holidays that move: the weekday (ISO) and which of it in which month, -1 for the last; Easter is days after it.
WEEKDAY_HOLIDAYS = {
    "Thanksgiving Day": (11, 4, 4), "Thanksgiving": (11, 4, 4), "Labor Day": (9, 1, 1), "Memorial Day": (5, 1, -1),
    "Columbus Day": (10, 1, 2), "Presidents' Day": (2, 1, 3), "Presidents’ Day": (2, 1, 3),
    "Martin Luther King Day": (1, 1, 3), "Father's Day": (6, 7, 3), "Father’s Day": (6, 7, 3),
    "Mother's Day": (5, 7, 2), "Mother’s Day": (5, 7, 2), "Black Friday": (11, 5, 4),
}  # fmt: skip
EASTER_HOLIDAYS = {
    "Good Friday": -2, "Easter Sunday": 0, "Easter Monday": 1, "Easter": 0, "Ash Wednesday": -46, "Palm Sunday": -7,
    "Ascension Day": 39, "Pentecost": 49, "Whit Monday": 50, "Shrove Tuesday": -47, "Mardi Gras": -47,
}  # fmt: skip
# Words that stand for no exact time, with their TIMEX3 reference.
# "previously", "formerly" and "future" as an adjective order things and time nothing: on TimeBank annotators leave out
# 16 of 19 and 12 of 14 of them.
REFERENCES = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "at present": "PRESENT_REF", "presently": "PRESENT_REF",
    "nowadays": "PRESENT_REF", "these days": "PRESENT_REF", "at the moment": "PRESENT_REF",
    "current": "PRESENT_REF", "right now": "PRESENT_REF", "at this time": "PRESENT_REF", "by now": "PRESENT_REF",
    "this moment": "PRESENT_REF", "the present": "PRESENT_REF",
    "recently": "PAST_REF", "more recently": "PAST_REF", "recent": "PAST_REF", "most recently": "PAST_REF",
    "in the past": "PAST_REF", "the past": "PAST_REF", "lately": "PAST_REF", "long ago": "PAST_REF",
    "one day": "FUTURE_REF", "some day": "FUTURE_REF", "the other day": "PAST_REF",
    "soon": "FUTURE_REF", "in the future": "FUTURE_REF", "the future": "FUTURE_REF",
    "the near future": "FUTURE_REF", "the near term": "FUTURE_REF", "the short term": "FUTURE_REF",
    "the foreseeable future": "FUTURE_REF", "a later date": "FUTURE_REF", "someday": "FUTURE_REF",
    "from time to time": "FUTURE_REF", "sooner or later": "FUTURE_REF", "at that time": "PAST_REF",
    "at the time": "PAST_REF",
}  # fmt: skip
# Words behind a bare four-figure number that show it to be an amount and no year.
COUNTED = (
    "people", "men", "women", "children", "workers", "jobs", "employees", "troops", "soldiers", "miles", "kilometers",
    "kilometres", "km", "feet", "metres", "meters", "tons", "tonnes", "pounds", "dollars", "euros", "yen", "points",
    "percent", "per", "barrels", "shares", "units", "acres", "homes", "houses", "cars", "votes", "students", "members",
    "times", "hours", "days", "years", "pages", "killed", "dead", "million", "billion", "francs", "marks", "square",
    "megawatts", "rpm", "passengers", "seats", "rooms", "vehicles", "families", "residents", "cases", "deaths", "of",
    "stores", "branches", "hectares", "gallons", "prisoners", "refugees", "civilians", "delegates", "companies",
)  # fmt: skip
# Plans that had been made lie on the past side of the story: "had been set to open Friday".
PAST_PLANS = r"had(?:\s\w+){0,2}\s(?:due|scheduled|expected|set|planned|supposed)"
FUTURE_CUES = (
    "will", "shall", "won't", "won’t", "'ll", "’ll", "would", "is to", "are to", "was to", "were to", "going to",
    "expected", "expects to", "expect to", "plans to", "plan to", "planned to", "planning to", "scheduled",
    "due to", "due", "set to", "slated", "intends to", "intend to", "hopes to", "hope to", "could", "may", "might",
    "must", "should", "can", "begins", "starts", "expires", "takes effect", "upcoming", "deadline",
)  # fmt: skip
PAST_CUES = (
    "was", "were", "had", "did", "said", "told", "met", "made", "took", "went", "came", "gave", "got", "began",
    "became", "saw", "knew", "thought", "found", "left", "felt", "held", "kept", "brought", "bought", "sold", "sent",
    "built", "spent", "lost", "won", "paid", "fell", "rose", "ran", "grew", "drew", "flew", "threw", "wrote", "spoke",
    "broke", "chose", "drove", "shot", "hit", "cut", "put", "set", "struck", "stood", "understood", "sat", "led",
    "fled", "fought", "caught", "taught", "sought", "heard", "read", "meant", "dealt", "slid", "sank", "swore",
    "tore", "wore", "woke", "withdrew", "underwent", "forgot", "forbade", "hung", "hid", "lay", "laid", "quit",
    "shut", "split", "spread", "been", "ago", "has", "have", "arose", "ate", "beat", "bent", "bet", "bid", "blew",
    "bore", "bound", "bred", "burst", "cast", "clung", "crept", "dug", "drank", "froze", "gone", "given",
    "taken", "seen", "done", "known", "shown", "drawn", "flown", "thrown", "written", "spoken", "broken", "chosen",
    "driven", "risen", "grown", "fallen", "hurt", "knelt", "lent", "lit", "overcame", "overthrew",
    "overtook", "rang", "rode", "sang", "shook", "shone", "shrank", "slept", "slew", "sprang", "stole", "stuck",
    "swam", "swept", "swung", "undertook", "upheld", "withheld", "withstood", "begun", "forgiven", "forgave",
    "leapt", "sprung", "spat", "strove", "wept", "rebuilt", "retook", "resold", "undid", "outdid", "misled",
    "foresaw", "foretold",
)  # fmt: skip
# Words in -ed that are no past form.
NOT_PAST = (
    "need", "succeed", "proceed", "exceed", "feed", "speed", "breed", "bleed", "heed", "indeed", "seed", "weed", "deed",
    "greed", "hundred", "sacred", "naked", "wicked", "kindred", "embed", "shred", "unprecedented",
)  # fmt: skip
# Events that articles name by year ("the 1979 revolution"), with the verbs that tell of the same kind of event.
EVENT_FAMILIES = {
    "fall of a government": (
        ("revolution", "coup", "overthrow", "uprising", "ouster", "putsch"),
        ("toppled", "ousted", "overthrown", "overthrew", "deposed", "unseated", "seized power", "took power"),
    ),
    "invasion": (
        ("invasion", "intervention", "incursion", "annexation"),
        ("invaded", "annexed", "occupied", "sent troops"),
    ),
    "earthquake": (("earthquake", "quake", "tremor"), ("quake struck", "earthquake struck", "shook")),
    "storm": (("hurricane", "cyclone", "typhoon", "storm"), ("made landfall", "storm struck", "hurricane struck")),
    "flood": (("flood", "floods", "flooding"), ("flooded", "burst its banks", "inundated")),
    "crash": (("crash", "derailment", "collision"), ("crashed", "derailed", "collided")),
    "attack": (("attack", "attacks", "bombing", "bombings", "raid"), ("attacked", "bombed", "raided", "blew up")),
    "killing": (("assassination", "murder", "killing", "massacre"), ("assassinated", "murdered", "massacred")),
    "election": (("election", "elections", "vote", "referendum"), ("elected", "voted", "won the election")),
    "merger": (("merger", "takeover", "acquisition"), ("merged", "acquired", "took over", "bought")),
    "independence": (("independence",), ("became independent", "declared independence", "gained independence")),
    "treaty": (("treaty", "accord", "accords", "agreement", "ceasefire"), ("signed", "agreed", "ratified")),
    "strike": (("strike", "walkout"), ("went on strike", "walked out")),
    "collapse": (("collapse", "bankruptcy"), ("collapsed", "went bankrupt", "filed for bankruptcy")),
}
