"""English words of quantity: currencies, units of measure, fractions, vague numbers, hedges, and what no number counts.

Data only. Currency codes are ISO 4217; symbols of measures follow the SI and UN/ECE Recommendation 20 where they have
one. A currency word that several states use ("dollars", "pounds", "francs") has the code of its commonest bearer in
English-language news; a word before it ("Hong Kong dollars") decides otherwise.
"""

from __future__ import annotations

CURRENCY_SIGNS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD",
    "NT$": "TWD", "R$": "BRL", "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW",
    "₺": "TRY", "₴": "UAH", "₦": "NGN", "₪": "ILS", "฿": "THB", "₫": "VND", "₱": "PHP", "₵": "GHS", "₡": "CRC",
    "Rs": "INR", "Rs.": "INR", "Tk": "BDT", "CN¥": "CNY", "RMB": "CNY",
}  # fmt: skip
CURRENCY_CODES = (
    "USD", "EUR", "GBP", "JPY", "CHF", "AUD", "CAD", "NZD", "CNY", "HKD", "SGD", "INR", "RUB", "KRW", "TRY", "UAH",
    "NGN", "ILS", "THB", "VND", "PHP", "BRL", "MXN", "ZAR", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "IDR",
    "MYR", "PKR", "BDT", "EGP", "IRR", "IQD", "SAR", "AED", "QAR", "KWD", "KES", "GHS", "ARS", "CLP", "COP", "PEN",
    "TWD", "LKR",
)  # fmt: skip
CURRENCY_NAMES = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "pound sterling": "GBP", "pounds sterling": "GBP", "yen": "JPY",
    "yuan": "CNY", "renminbi": "CNY", "rupee": "INR", "ruble": "RUB", "rouble": "RUB", "franc": "CHF", "mark": "DEM",
    "deutsche mark": "DEM", "lira": "TRY", "peso": "MXN", "rial": "IRR", "riyal": "SAR", "dirham": "AED",
    "dinar": "KWD", "won": "KRW", "krona": "SEK", "kronor": "SEK", "krone": "NOK", "kroner": "NOK", "zloty": "PLN",
    "forint": "HUF", "shekel": "ILS", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "naira": "NGN",
    "hryvnia": "UAH", "real": "BRL", "reais": "BRL", "rand": "ZAR", "guilder": "NLG", "taka": "BDT", "shilling": "KES",
    "dong": "VND", "cedi": "GHS",
}  # fmt: skip
# "Australian dollars": the country's word decides, whatever the currency's name.
CURRENCY_OF = {
    ("us", "dollar"): "USD", ("u.s.", "dollar"): "USD", ("american", "dollar"): "USD", ("australian", "dollar"): "AUD",
    ("canadian", "dollar"): "CAD", ("hong kong", "dollar"): "HKD", ("new zealand", "dollar"): "NZD",
    ("singapore", "dollar"): "SGD", ("taiwan", "dollar"): "TWD", ("swiss", "franc"): "CHF", ("french", "franc"): "FRF",
    ("belgian", "franc"): "BEF", ("cfa", "franc"): "XOF", ("egyptian", "pound"): "EGP", ("british", "pound"): "GBP",
    ("syrian", "pound"): "SYP", ("lebanese", "pound"): "LBP", ("pakistani", "rupee"): "PKR",
    ("indian", "rupee"): "INR", ("sri lankan", "rupee"): "LKR", ("iraqi", "dinar"): "IQD", ("kuwaiti", "dinar"): "KWD",
    ("jordanian", "dinar"): "JOD", ("serbian", "dinar"): "RSD", ("swedish", "krona"): "SEK",
    ("swedish", "kronor"): "SEK", ("danish", "krone"): "DKK", ("danish", "kroner"): "DKK",
    ("norwegian", "krone"): "NOK", ("norwegian", "kroner"): "NOK", ("mexican", "peso"): "MXN",
    ("argentine", "peso"): "ARS", ("philippine", "peso"): "PHP", ("chilean", "peso"): "CLP",
    ("colombian", "peso"): "COP", ("turkish", "lira"): "TRY", ("italian", "lira"): "ITL", ("iranian", "rial"): "IRR",
    ("saudi", "riyal"): "SAR", ("qatari", "riyal"): "QAR", ("kenyan", "shilling"): "KES",
    ("west german", "mark"): "DEM", ("german", "mark"): "DEM", ("dutch", "guilder"): "NLG",
}  # fmt: skip
# Hundredth parts: the word and its currency; XXX is ISO 4217's "no currency", where the text must say which.
CENTS = {"cent": "XXX", "pence": "GBP", "penny": "GBP", "euro cent": "EUR", "kopeck": "RUB"}
SCALES = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "lakh": 10**5,
    "crore": 10**7, "dozen": 12, "score": 20,
}  # fmt: skip
SHORT_SCALES = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mm": 10**6, "b": 10**9, "bn": 10**9, "bln": 10**9,
    "tn": 10**12, "trn": 10**12,
}  # fmt: skip
PERCENT_WORDS = ("%", "percent", "per cent", "pct", "pc")
POINT_WORDS = ("percentage points", "percentage point", "points of a percent")
MEASURES = {
    "km": ("km", "kilometre", "kilometer"), "m": ("m", "metre", "meter"), "cm": ("cm", "centimetre", "centimeter"),
    "mm": ("mm", "millimetre", "millimeter"), "mi": ("mile",), "ft": ("ft", "foot", "feet"),
    "in": ("inch", "inches"), "yd": ("yard",), "nmi": ("nautical mile",), "kg": ("kg", "kilogram", "kilogramme",
    "kilo"),
    "g": ("gram", "gramme"), "mg": ("mg", "milligram"), "t": ("tonne", "ton", "metric ton"), "lb": ("lb", "lbs",
    "pound"),
    "oz": ("ounce",), "L": ("litre", "liter"), "mL": ("ml", "millilitre", "milliliter"), "gal": ("gallon",),
    "bbl": ("barrel", "bpd", "barrels per day"), "acre": ("acre",), "ha": ("ha", "hectare"),
    "km2": ("sq km", "km2", "km²", "square kilometre", "square kilometer"), "sq mi": ("square mile", "sq mi"),
    "m2": ("m2", "m²", "square metre", "square meter", "sq m"), "sq ft": ("square foot", "square feet", "sq ft"),
    "m3": ("m3", "m³", "cubic metre", "cubic meter"), "cu ft": ("cubic foot", "cubic feet"), "bcm": ("bcm",),
    "mph": ("mph", "miles per hour", "miles an hour"), "km/h": ("km/h", "kph", "kmh", "kilometres per hour",
    "kilometers per hour", "kilometres an hour", "kilometers an hour"), "kn": ("knot",),
    "°C": ("°C", "degrees Celsius", "degrees C", "degrees centigrade"), "°F": ("°F", "degrees Fahrenheit", "degrees F"),
    "°": ("degree", "°"), "W": ("watt",), "kW": ("kW", "kilowatt"), "MW": ("MW", "megawatt"), "GW": ("GW", "gigawatt"),
    "kWh": ("kWh", "kilowatt-hour"), "MWh": ("MWh", "megawatt-hour"), "TWh": ("TWh", "terawatt-hour"),
    "V": ("volt",), "kt": ("kiloton",), "Mt": ("megaton",), "bp": ("basis point", "bp", "bps"), "GB": ("GB",
    "gigabyte"),
    "TB": ("TB", "terabyte"), "MB": ("MB", "megabyte"), "GHz": ("GHz", "gigahertz"), "MHz": ("MHz", "megahertz"),
    "bushel": ("bushel",), "carat": ("carat",), "ppm": ("ppm", "parts per million"),
}  # fmt: skip
# Units of time: lengths of time are the time tagger's, not counts.
TIME_UNITS = (
    "second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "centuries", "fortnight",
    "quarter",
    "night", "weekend", "yr", "yrs", "hr", "hrs", "mins", "secs", "am", "pm", "a.m.", "p.m.", "o'clock", "o’clock",
)  # fmt: skip
FRACTION_WORDS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip
# What vague words may stand for, low and high. The New Oxford and Merriam-Webster readings: several is more than two
# but not many; a dozen-word in the plural is at least two of them and less than the next word up.
VAGUE = {
    "several": (3, 9), "a few": (2, 9), "a couple": (2, 2), "couple": (2, 2), "a handful": (2, 9),
    "dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 999), "thousands": (2000, 9999),
    "tens of thousands": (20_000, 99_999), "hundreds of thousands": (200_000, 999_999),
    "millions": (2_000_000, 9_999_999), "tens of millions": (20_000_000, 99_999_999),
    "hundreds of millions": (200_000_000, 999_999_999), "billions": (2 * 10**9, 9_999_999_999),
    "tens of billions": (2 * 10**10, 99_999_999_999), "hundreds of billions": (2 * 10**11, 999_999_999_999),
    "trillions": (2 * 10**12, 9_999_999_999_999), "many hundreds": (200, 999), "many thousands": (2000, 9999),
}  # fmt: skip
AT_LEAST = (
    "at least", "more than", "over", "above", "no fewer than", "no less than", "not less than", "upwards of",
    "in excess of", "well over", "just over", "a minimum of", "exceeding", "greater than", "upward of", "north of",
)  # fmt: skip
AT_MOST = (
    "at most", "up to", "less than", "fewer than", "under", "below", "no more than", "not more than", "as many as",
    "as much as", "a maximum of", "just under", "well under", "as few as", "lower than",
)  # fmt: skip
ABOUT = (
    "about", "around", "roughly", "approximately", "some", "nearly", "almost", "close to", "an estimated", "estimated",
    "circa", "or so", "approaching", "virtually", "more or less", "just about", "somewhere around", "in the region of",
    "near",
)  # fmt: skip
# Those of them that come from below: "nearly 24" is not 25.
FROM_BELOW = ("nearly", "almost", "approaching", "virtually")
# Nouns before a number that make it a name: "Flight 370", "Article 5".
NAMING_NOUNS = (
    "flight", "room", "route", "article", "section", "chapter", "unit", "highway", "number", "no", "nos", "page",
    "figure",
    "table", "act", "level", "phase", "channel", "gate", "platform", "runway", "line", "step", "part", "stage", "grade",
    "type", "version", "model", "bay", "pier", "resolution", "amendment", "proposition", "rule", "form", "route", "rd",
    "road", "street", "block", "building", "court", "case", "exit", "interstate", "lot", "apartment", "suite", "lane",
    "battalion", "brigade", "squadron", "division", "regiment", "district", "zone", "sector", "area", "ward", "hall",
    "formula", "class", "group", "day", "week", "season", "episode", "volume", "issue", "paragraph", "clause", "season",
    "seed", "ranked", "age", "aged", "ages", "dial", "call", "extension", "postcode", "version", "windows", "week",
)  # fmt: skip
# Words that end the noun phrase behind a number.
STOP_WORDS = (
    "a", "an", "the", "and", "or", "but", "nor", "of", "in", "on", "at", "by", "to", "from", "for", "with", "without",
    "into", "onto", "over", "under", "after", "before", "since", "until", "during", "through", "across", "against",
    "between", "among", "about", "around", "as", "than", "that", "which", "who", "whom", "whose", "when", "where",
    "while",
    "if", "because", "so", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does", "did",
    "will", "would", "can", "could", "may", "might", "shall", "should", "must", "not", "no", "it", "its", "he", "she",
    "they", "we", "you", "i", "his", "her", "their", "our", "your", "my", "this", "these", "those", "there", "here",
    "then", "also", "only", "just", "per", "up", "down", "out", "off", "away", "near", "outside", "inside", "within",
    "behind", "beyond", "along", "upon", "said", "says", "say", "took", "went", "came", "made", "gave", "got", "died",
    "fell", "rose", "broke", "lost", "won", "left", "held", "met", "today", "yesterday", "tomorrow", "now", "ago",
    "later", "earlier", "still", "already", "once", "worth", "each", "every", "all", "both", "either", "one", "two",
    "versus", "vs", "plus", "minus", "times", "more", "less", "compared", "together", "apiece", "remain", "remained",
)  # fmt: skip
# Words between a number and what it counts that are no part of the noun.
FILLERS = (
    "of",
    "more",
    "other",
    "additional",
    "further",
    "different",
    "separate",
    "such",
    "or so",
    "of the",
    "of its",
    "new",
)
PLURALS_WITHOUT_S = frozenset(
    [
        "people",
        "men",
        "women",
        "children",
        "police",
        "sheep",
        "cattle",
        "staff",
        "personnel",
        "aircraft",
        "crew",
        "fish",
        "deer",
        "poor",
        "dead",
        "wounded",
        "injured",
        "missing",
        "fishermen",
        "policemen",
        "firemen",
        "servicemen",
        "gunmen",
        "businessmen",
        "congressmen",
        "policewomen",
        "salesmen",
        "clergy",
        "livestock",
        "spacecraft",
        "species",
        "series",
        "headquarters",
        "mice",
        "geese",
        "teeth",
        "oxen",
        "salmon",
        "media",
        "data",
        "criteria",
        "others",
        "hostages",
        "accused",
        "homeless",
        "unemployed",
        "airmen",
        "crewmen",
        "guardsmen",
        "lawmen",
        "militiamen",
        "militia",
        "infantry",
    ]
)
# Words in -s that are no plural nouns.
SINGULARS_WITH_S = frozenset(
    [
        "was",
        "is",
        "has",
        "as",
        "his",
        "this",
        "us",
        "its",
        "less",
        "plus",
        "versus",
        "across",
        "previous",
        "various",
        "serious",
        "famous",
        "nervous",
        "dangerous",
        "religious",
        "glass",
        "class",
        "business",
        "access",
        "success",
        "loss",
        "cross",
        "press",
        "stress",
        "process",
        "progress",
        "congress",
        "mass",
        "gas",
        "bus",
        "status",
        "virus",
        "crisis",
        "basis",
        "analysis",
        "campus",
        "bonus",
        "chaos",
        "always",
        "perhaps",
        "besides",
        "overseas",
        "towards",
    ]
)
