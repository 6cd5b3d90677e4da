"""English words that turn, weaken or question a statement. Folded words and short phrases; data only."""

from __future__ import annotations

import re

# Turn the statement around. "no" and "nothing" count wherever they stand in the clause.
NEGATION = frozenset(
    """
    not never no none nobody nothing neither nor cannot can't don't doesn't didn't isn't aren't wasn't weren't
    won't wouldn't couldn't shouldn't hasn't haven't hadn't mustn't ain't hardly scarcely nowhere
    """.split()  # noqa: SIM905 - a word list reads better as words
)
# Stand for a negation of what follows with "to" ("refused to sign", "failed to stop").
NEGATING_VERBS = frozenset(
    [
        "refuse",
        "refuses",
        "refused",
        "refusing",
        "fail",
        "fails",
        "failed",
        "failing",
        "decline",
        "declines",
        "declined",
    ]
)
# A denial of what was told before it: "denied any such warning", "called the claim false".
POINTING_BACK = re.compile(
    r"\b(?:any\s+)?such\s+\w+|\b(?:the|that|this|those|these|all|its|his|her|their)\s+(?:\w+\s+)?"
    r"(?:claims?|reports?|allegations?|accusations?|charges?|accounts?|assertions?|suggestions?|rumou?rs?|story|version)\b",
    re.IGNORECASE,
)
# Denies a part in what others tell ("had no role in it", "was not involved", "has nothing to do with it").
NO_PART = re.compile(
    r"\b(?:nothing\s+(?:whatsoever\s+)?to\s+do\s+with|"
    r"(?:not|n['’]t|never|any|no|without)\s+(?:\w+\s+){0,2}(?:role|part|involve(?:d|ment)|hand|connection|complicity|"
    r"responsibility|responsible|involved)\s*(?:in|for|with|to|of|behind|[.,;”\"]|$)|"
    r"(?:not|n['’]t|never)\s+(?:\w+\s+){0,2}(?:behind|complicit)\b|(?:any|no)\s+(?:wrongdoing|involvement|guilt))",
    re.IGNORECASE,
)
REJECTED = re.compile(
    r"\b(?:call(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|describ(?:es|ed|ing)|brand(?:s|ed|ing)?|deni(?:es|ed)|"
    r"denying|disput(?:es|ed|ing))\s+(?:the|that|this|those|these|all|any|such|it|them)\b",
    re.IGNORECASE,
)
# Inside a statement: its speaker calls another statement wrong ("called the claim false").
DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial|ials)|refut(?:e|es|ed|ing)|rebut(?:s|ted)?|disput(?:e|es|ed|ing)|"
    r"reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|"
    r"(?:is|are|was|were|as|claim|report|reports|claims|allegations?|it|that)\s+(?:\w+ly\s+)?"
    r"(?:false|untrue|baseless|unfounded|fabricated|groundless|nonsense)|no\s+truth)\b",
    re.IGNORECASE,
)
# Before a statement: it is said not to be so ("does not appear that", "do not believe that", "no evidence that").
SAID_NOT_TO_BE = re.compile(
    r"(?:\b(?:do|does|did)(?:\s+not|n['’]t)\s+(?:\w+ly\s+)?(?:appear|seem|believe|think|accept|see|expect|suppose|feel|mean|"
    r"follow)|\b(?:there\s+(?:is|are|was|were)|found|finds|has|have|had|sees?|saw)\s+(?:\w+ly\s+)?no\s+(?:\w+\s+)?"
    r"(?:evidence|indications?|signs?|proof|reason\s+to\s+(?:believe|think|suspect)|basis|truth|suggestion|thing\s+as)|"
    r"\b(?:no\s+such\s+thing\s+as|(?:is|was)(?:\s+not|n['’]t)\s+(?:true|the\s+case|correct))|"
    r"\b(?:false|untrue|baseless|unfounded|groundless|incorrect|wrong)\s+(?:the\s+)?(?:\w+\s+)?"
    r"(?:claims?|allegations?|accusations?|reports?|suggestions?|assertions?|rumou?rs?|notion|idea|charges?|story))"
    r"(?:\s+(?:that|of|to\s+\w+))?\s*[“\"'‘]?\s*$",
    re.IGNORECASE,
)
# Within one: "there is no such thing as a miracle".
NO_SUCH_THING = re.compile(r"\bno\s+such\s+(?:thing|person|plan|deal|order|meeting|call)\b", re.IGNORECASE)
# Right after a statement: the same.
SAID_TO_BE_FALSE = re.compile(
    r"\s*(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:false|untrue|baseless|unfounded|fabricated|groundless|nonsense|incorrect|wrong|"
    r"a\s+lie|lies|fiction)\b",
    re.IGNORECASE,
)
# The truth is questioned, or said to be open.
DOUBT = re.compile(
    r"\b(?:doubt(?:s|ed|ful|ing)?|unclear|uncertain|unconfirmed|hard\s+to\s+believe|difficult\s+to\s+believe|skeptical|"
    r"sceptical|yet\s+to\s+(?:determine|establish|confirm|decide)|"
    r"(?:not|n['’]t|cannot|unable\s+to|could\s+not)\s+(?:\w+\s+)?(?:know|sure|certain|say|confirm|verify|determine|tell)\s+"
    r"(?:if|whether|that)|questioned|(?:not|n['’]t)\s+(?:independently\s+)?(?:verify|verified|confirm(?:ed)?|convinced)|"
    r"too\s+early\s+to\s+(?:say|tell|know)|no\s+way\s+to\s+(?:know|tell|verify))\b",
    re.IGNORECASE,
)
# How sure a statement is made: possible, announced for later, wanted, asked.
POSSIBLE = frozenset(
    """
    may might could can possibly perhaps potentially likely probably feared
    """.split()  # noqa: SIM905 - a word list reads better as words
)
FUTURE = frozenset(
    """
    would will shall 'll going plans planned planning expected due upcoming prepared intends
    """.split()  # noqa: SIM905 - a word list reads better as words
)
WANTED = frozenset(
    """
    should must ought needs want wants wanted urged demand demands calls
    """.split()  # noqa: SIM905 - a word list reads better as words
)
# Bounds on a time: what the expression after them limits.
BEFORE = frozenset(["before", "until", "till", "prior", "by"])
AFTER = frozenset(["after", "since", "from"])
# A withdrawal of something told earlier. Each is looked for in one sentence.
RETRACTION = re.compile(
    r"\b(?:retract(?:s|ed|ing|ion)?|withdr[ae]wn?\s+(?:the|its|his|her|their|that|an?\s+earlier)\s+"
    r"(?:\w+\s+){0,2}(?:claim|statement|report|story|article|allegation|remark|comment|account|assertion|testimony)s?|"
    r"withdrew\s+(?:the|its|his|her|their|that|an?\s+earlier)\s+"
    r"(?:\w+\s+){0,2}(?:claim|statement|report|story|article|allegation|remark|comment|account|assertion|testimony)s?|"
    r"walk(?:s|ed|ing)?\s+back|took\s+back|takes\s+back|recant(?:s|ed|ing)?|"
    r"(?:an?\s+)?(?:earlier|previous)\s+version\s+of\s+this\s+(?:story|article|report)|"
    r"(?:was|were|has\s+been|have\s+been|is)\s+corrected|corrected\s+to\s+(?:say|reflect|show|state|read)|"
    r"correct(?:s|ed)\s+(?:an|its|his|her|their|the)\s+(?:\w+\s+){0,2}(?:claim|statement|report|story|article|figure|number|"
    r"toll|error|account)|correction\s*:|(?:misstated|incorrectly\s+(?:stated|said|reported|gave|identified)|"
    r"wrongly\s+(?:stated|said|reported|gave|identified))|(?:said|acknowledged|admitted|conceded)\s+"
    r"(?:\w+\s+){0,4}(?:statement|report|claim|figure|number|toll|account)s?\s+(?:was|were|had\s+been)\s+"
    r"(?:wrong|mistaken|incorrect|false|in\s+error|a\s+mistake|an\s+error))\b",
    re.IGNORECASE,
)
# A withdrawal by the outlet itself, of what it told.
OWN_CORRECTION = re.compile(
    r"\b(?:this\s+(?:story|article|report)|(?:earlier|previous)\s+version|correction\s*:|corrected\s+to)", re.IGNORECASE
)
# The outlet says that it heard or saw for itself. `{outlet}` is put in by the caller.
OWN_CONFIRMATION = (
    r"\b(?:told|tells|confirmed\s+to|spoke\s+(?:to|with)|speaking\s+to|spoken\s+to|in\s+an?\s+(?:\w+\s+)?interview\s+with|"
    r"interviewed\s+by|said\s+to|seen\s+by|reviewed\s+by|obtained\s+by|shared\s+with|shown\s+to|provided\s+to|"
    r"verified\s+by|independently\s+confirmed\s+by|according\s+to\s+\w+\s+seen\s+by|contacted\s+by)\s+(?:the\s+)?{outlet}\b|"
    r"\b{outlet}(?:\s+has|\s+have)?\s+(?:\w+\s+)?(?:has\s+|independently\s+|also\s+)?"
    r"(?:confirmed|verified|learned|reviewed|obtained|seen|witnessed|established|found)\b"
)
ANY_CONFIRMATION = re.compile(
    r"\b(?:exclusive(?:ly)?\s+(?:interview|told|to)|in\s+an\s+interview(?!\s+with\s+(?:the\s+)?[A-Z])|"
    r"(?:this|our)\s+(?:reporter|newspaper|correspondent|newsroom|website|network|news\s+agency)\b|told\s+us\b|"
    r"a\s+reporter\s+(?:for\s+this|saw)|correspondent\s+(?:saw|at\s+the\s+scene|witnessed))",
    re.IGNORECASE,
)
# Why a source is not named.
ANONYMITY_REASON = re.compile(
    r"\b(?:anonymity|not\s+authori[sz]ed|declined\s+to\s+be\s+(?:named|identified)|(?:asked|requested|wished)\s+not\s+to\s+be\s+"
    r"(?:named|identified)|not\s+to\s+be\s+(?:named|identified)|without\s+being\s+named|fear(?:ed|ing|s)?\s+(?:of\s+)?"
    r"(?:reprisals?|retaliation|retribution)|sensitiv(?:e|ity)\s+of\s+the\s+(?:matter|subject|talks|information)|"
    r"not\s+permitted\s+to\s+speak)\b",
    re.IGNORECASE,
)
# Opinion rather than information.
OPINION = frozenset(
    """
    think thinks believe believes feel feels hope hopes wonderful terrible disgrace disgraceful outrageous
    awful stupid incompetent shameful best worst should shouldn't ought unfair ridiculous embarrassing
    disaster pathetic dishonest
    """.split()  # noqa: SIM905 - a word list reads better as words
)
