"""What a desk's house style settles: two ways to print one thing, and the grammar words that carry no news.

In: folded words, or runs of them. Out: one key for all the ways to print the same. Names that are short are matched
with their case ("US", never "us"). Data and look-ups only.
"""

# ruff: noqa: SIM905 - a word list reads better as words

from __future__ import annotations

from retold.language.english_times import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS

FUNCTION_WORDS = frozenset(
    """
    a an the this that these those of at by for with about against between into through during to from in on off out
    over under up down upon within among amid across along around behind beyond near per via and or but if then than
    because as while so though although despite since whether also too very just even still yet again however both
    each every other another such own same is am are was were be been being do does did doing have has had having
    it its itself he him his himself she her hers herself they them their theirs themselves we us our ours ourselves
    i me my myself you your yours who whom whose which what where when why how there here one
    """.split()
)
PRONOUNS = frozenset("he him his she her hers it its they them their theirs we us our i me my".split())
ARTICLES = frozenset("a an the this that these those its his her their our".split())
# Whole phrases (folded words with spaces) to one key; a key holds an underscore where no single word stands for all.
PHRASES = {
    "united states of america": "united_states", "united states": "united_states",
    "united kingdom": "united_kingdom", "united nations": "united_nations", "european union": "european_union",
    "united arab emirates": "united_arab_emirates", "world health organization": "world_health",
    "world health organisation": "world_health", "white house": "white_house", "saudi arabia": "saudi_arabia",
    "per cent": "percent", "percentage point": "percentage_point", "percentage points": "percentage_point",
    "prime minister": "prime_minister", "vice president": "vice_president", "viva voce": "viva_voce",
    "attorney general": "attorney_general", "chief executive officer": "chief_executive",
    "chief executive": "chief_executive", "member of parliament": "mp", "according to": "according_to",
    "a half": "half", "one half": "half", "per annum": "a_year", "in order to": "to",
    "ivory coast": "ivory_coast", "cote d'ivoire": "ivory_coast", "czech republic": "czechia",
    "north korea": "north_korea", "south korea": "south_korea", "new york": "new_york", "so called": "socalled",
}  # fmt: skip
# Initials, as printed without full stops and in capitals, to the same keys.
INITIALS = {
    "US": "united_states", "USA": "united_states", "UK": "united_kingdom", "UN": "united_nations",
    "EU": "european_union", "UAE": "united_arab_emirates", "WHO": "world_health", "PM": "prime_minister",
    "VP": "vice_president", "AG": "attorney_general", "CEO": "chief_executive", "MP": "mp",
}  # fmt: skip
# Only before a full stop, or as "Dr" and "Prof".
SHORT_FORMS = {
    "gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "lt": "lieutenant",
    "col": "colonel", "capt": "captain", "sgt": "sergeant", "maj": "major", "adm": "admiral", "prof": "professor",
    "dr": "doctor", "rev": "reverend", "hon": "honorable", "st": "saint", "dept": "department", "govt": "government",
    "ave": "avenue", "corp": "corporation", "inc": "incorporated", "ltd": "limited", "co": "company", "vs": "versus",
    "assn": "association", "intl": "international", "natl": "national", "mt": "mount", "ft": "fort", "supt":
    "superintendent", "insp": "inspector", "cmdr": "commander", "bros": "brothers", "no": "number",
    "ala": "alabama", "ariz": "arizona", "ark": "arkansas", "calif": "california", "colo": "colorado",
    "conn": "connecticut", "fla": "florida", "ga": "georgia", "ill": "illinois", "ind": "indiana", "kan": "kansas",
    "ky": "kentucky", "la": "louisiana", "md": "maryland", "mass": "massachusetts", "mich": "michigan",
    "minn": "minnesota", "miss": "mississippi", "mo": "missouri", "mont": "montana", "neb": "nebraska", "nev": "nevada",
    "okla": "oklahoma", "ore": "oregon", "pa": "pennsylvania", "tenn": "tennessee", "tex": "texas", "va": "virginia",
    "vt": "vermont", "wash": "washington", "wis": "wisconsin", "wyo": "wyoming", "del": "delaware",
}  # fmt: skip
SIGNS = {"%": "percent", "$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "&": "and", "₹": "rupee"}
UNIT_WORDS = {
    "dollars": "dollar", "euros": "euro", "pounds": "pound", "rupees": "rupee", "pct": "percent", "km": "kilometer",
    "kilometers": "kilometer", "kilometres": "kilometer", "kilometre": "kilometer", "kms": "kilometer",
    "kg": "kilogram", "kgs": "kilogram", "kilograms": "kilogram", "kilogrammes": "kilogram", "kilos": "kilogram",
    "mph": "miles_per_hour", "yrs": "years", "hrs": "hours", "mins": "minutes",
    "percentage": "percentage", "centimetres": "centimeter", "centimeters": "centimeter", "cm": "centimeter",
}  # fmt: skip
UNITS = frozenset([*SIGNS.values(), *UNIT_WORDS.values()]) - {"and", "years", "hours", "minutes"}
SCALES = {"m": "million", "mn": "million", "bn": "billion", "k": "thousand", "tn": "trillion", "million": "million",
          "billion": "billion", "trillion": "trillion", "thousand": "thousand", "hundred": "hundred"}  # fmt: skip
QUANTIFIERS = frozenset(
    """
    several many few dozens scores hundreds thousands tens millions billions numerous countless half most some all
    twice double triple quarter third thirds two-thirds three-quarters majority minority handful multiple couple dozen
    pair lots plenty once thrice more fewer less
    """.split()
)
TITLES = frozenset(
    """
    mr mrs ms miss sir dame lord lady doctor professor president vice_president prime_minister minister premier
    chancellor secretary governor senator representative congressman congresswoman mayor judge justice king queen prince
    princess sheikh general lieutenant colonel captain sergeant major admiral commander marshal brigadier reverend
    bishop archbishop cardinal pope imam ayatollah rabbi ambassador envoy attorney_general attorney sheriff detective
    inspector superintendent constable chief chief_executive chairman chairwoman chair director deputy spokesman
    spokeswoman spokesperson leader former foreign defense finance interior saint honorable councilor
    commissioner boss head mp lawmaker lawyer founder owner emir sultan shah tsar acting interim
    """.split()
)
FORMER = frozenset("former ex then-president ex-president late acting interim".split())
MONTH_KEYS = {**{m.casefold(): m.casefold() for m in MONTHS}}
SHORT_MONTH_KEYS = {short.casefold(): list(MONTHS)[number - 1].casefold() for short, number in SHORT_MONTHS.items()}
WEEKDAY_KEYS = {day.casefold(): day.casefold() for day in WEEKDAYS}
SHORT_WEEKDAY_KEYS = {short.casefold(): list(WEEKDAYS)[n - 1].casefold() for short, n in SHORT_WEEKDAYS.items()}
TIME_WORDS = frozenset(
    """
    yesterday today tomorrow tonight earlier later recently currently now soon previously formerly lately ago early late
    last next past coming previous following morning afternoon evening night noon midnight midday dawn dusk overnight
    day days week weeks weekend month months year years decade decades hour hours minute minutes century spring summer
    autumn winter fortnight daily weekly monthly annual yearly then meanwhile afterward before after until since
    immediately shortly a.m p.m am pm gmt utc est edt already eve weekday
    """.split()
)
# Ways to call one time that name no day, each line one time: none of them is another date than its neighbours.
SAME_TIMES = tuple(
    frozenset(words.strip() for words in line.split(","))
    for line in """
    overnight, during the night, in the night, through the night, at night
    now, currently, presently, at present, at the moment
    earlier, previously, before, beforehand, before that
    later, afterwards, afterward, subsequently, after that
    soon, shortly, before long
    recently, lately, of late, in recent times
    yearly, annually, annual, each year, every year, a year, per year
    monthly, each month, every month, a month, per month
    weekly, each week, every week, a week, per week
    daily, each day, every day, a day, per day
    meanwhile, in the meantime, in the meanwhile
    immediately, at once, straight away, right away, instantly
    until, till, up to, up until
    in recent years, over the past few years, in the past few years, in the last few years
    midday, noon, at noon, at midday
    dusk, nightfall, at dusk, at nightfall
    dawn, daybreak, first light, at dawn, at daybreak, at first light
    following, next
    """.strip().splitlines()
)
# Of these, the ones that are time words only beside another ("last week", "before March", "late May").
DEPENDENT_TIME_WORDS = frozenset("last next past late previous following coming before after until since then".split())
