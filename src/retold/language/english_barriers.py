"""What pages say in place of an article: subscription and registration barriers, consent walls, checks for robots.

Each pattern is searched for in one paragraph, in any case. They are general phrases of publishing systems and consent
platforms, not of any publication.
"""

from __future__ import annotations

# A barrier says these before the rest of an article; few words of an article itself do.
BARRIER = (
    r"\b(?:subscribe|register|sign (?:up|in)|log ?in|join)\b[^.!?]{0,40}\bto (?:continue|keep|finish|unlock|read)\b",
    r"\bto (?:continue|keep|finish) reading\b",
    r"\b(?:continue|keep|finish) reading (?:with|for|by|this article (?:with|for|by))\b",
    r"\bto (?:read|access|unlock|view) (?:the (?:rest|full|whole|remainder)|this (?:article|story|content))\b",
    r"\bthis (?:article|story|content|page) is (?:only )?(?:for|available to|reserved for|exclusive to|exclusively for)"
    r" (?:our )?(?:paying |registered |premium )?(?:subscribers|members|readers)\b",
    r"\b(?:subscriber|subscribers|member|members|premium)[- ](?:only|exclusive) (?:article|story|content)\b",
    r"\b(?:already|not yet) (?:a|an|have a|have an) (?:subscriber|member|account|subscription)\b",
    r"\byou(?:['’]ve| have) (?:read|reached|used|viewed)\b[^.!?]{0,40}\b(?:free|limit)\b",
    r"\b(?:create|set up) (?:a|an|your) (?:free )?account\b",
    r"\bget (?:full|unlimited|complete) (?:digital )?access\b",
    r"\bregister for free\b",
)
# Words of consent platforms; an article about them has other paragraphs too.
CONSENT = (
    r"\bwe (?:value|respect|care about) your privacy\b",
    r"\b(?:we|us) and our (?:\d[\d,]* )?(?:\w+ )?partners\b",
    r"\b(?:store|access)[^.!?]{0,30}\binformation on (?:a|your) device\b",
    r"\b(?:we|this (?:web)?site|this page) uses? cookies\b",
    r"\b(?:accept|reject|manage|allow) (?:all )?(?:cookies|preferences|choices)\b",
    r"\b(?:your|change|withdraw) (?:your )?(?:preferences|consent|choices)\b[^.!?]{0,60}\b(?:apply|any time|anytime)\b",
    r"\bconsent to (?:our|the) (?:processing|use)\b",
    r"\b(?:refuse|give|withdraw) (?:your )?consent\b",
    r"\bread without (?:tracking|ads|advertising)\b",
    r"\bprivacy policy\b[^.!?]{0,80}\bcookie",
)
ROBOTS = (
    r"\b(?:verify|confirm|make sure|prove) (?:that )?you(?:['’]re| are) (?:not a robot|human|a human)\b",
    r"\benable (?:javascript|js|cookies)(?: and (?:cookies|javascript))?\b",
    r"\bchecking your browser\b",
    r"\bunusual (?:traffic|activity) from your\b",
    r"\byou don['’]t have permission to access\b",
    r"\bcomplete the (?:captcha|security check)\b",
)
# Names that publishing systems give to the elements of a barrier, and of a consent platform.
BARRIER_MARKS = frozenset(
    """
    paywall paywalled barrier regwall registration-wall subscribe-barrier subscription-barrier piano tp-container-inner
    tp-modal metered meter-wall premium-wall subscriber-wall gate content-gate gateway subscribe-wall offer-wall
    login-wall
    """.split()  # noqa: SIM905
)
CONSENT_MARKS = frozenset("consent cookie cookies cmp gdpr privacy-wall consent-wall cookie-wall cookiewall".split())  # noqa: SIM905
