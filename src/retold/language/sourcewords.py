"""English words for those who speak: unnamed people, offices and titles, publications, documents.

Data only; nothing here depends on any text.
"""

from __future__ import annotations

from retold.language.wordlists import word_set

UNNAMED_NOUNS = word_set(
    """
    official officials source sources person people man men woman women witness witnesses eyewitness
    eyewitnesses aide aides adviser advisers advisor advisors diplomat diplomats resident residents analyst
    analysts expert experts critic critics observer observers insider insiders investigator investigators
    officer officers commander commanders lawmaker lawmakers senator senators staffer staffers employee
    employees worker workers operative operatives strategist strategists supporter supporters opponent opponents
    activist activists protester protesters student students teacher teachers scientist scientists researcher
    researchers economist economists trader traders investor investors executive executives soldier soldiers
    doctor doctors nurse nurses lawyer lawyers attorney attorneys neighbor neighbors neighbour neighbours
    passenger passengers survivor survivors victim victims bystander bystanders driver drivers reporter
    reporters journalist journalists businessman donor donors voter voters member members leader leaders
    prosecutor prosecutors agent agents authority figure figures individual individuals participant participants
    friend friends colleague colleagues associate associates confidant confidants confidante ally allies
    whistleblower acquaintance informant informants veteran veterans villager villagers farmer farmers fisherman
    fishermen local locals user users customer customers client candidate candidates consultant consultants
    historian historians scholar scholars professor professors academic academics specialist specialists
    engineer engineers pilot pilots democrat democrats republican republicans conservative conservatives liberal
    liberals politician politicians legislator legislators minister ministers general generals bureaucrat
    bureaucrats shopkeeper cop cops guard guards militant militants rebel rebels fighter fighters refugee
    refugees migrant migrants tourist tourists caller viewer others other another some many several most few one
    ones two three four both
    """
)
# Nouns of which only one holder is meant once they are tied to a person or body: "his doctor", "the club's lawyer".
TIED_NOUNS = word_set(
    """
    doctor lawyer lawyers attorney attorneys spokesman spokeswoman spokesperson spokespeople agent manager
    mother father parents wife husband brother sister son daughter family widow mayor boss coach campaign office
    chief captain relatives grandson granddaughter cousin uncle aunt friend
    """
)
TRADES = (
    "er", "or", "ar", "ist", "ian", "ant", "ent", "ee", "man", "woman", "person", "keeper", "wright", "smith", "maid",
    "captain", "mate", "chef", "pilot", "judge", "clerk", "monk", "nun", "cook", "guard", "coach", "aide",
)  # fmt: skip
BODY_NOUNS = word_set(
    """
    company council court group committee panel agency organization organisation firm bank university department team
    party union board association government army navy police ministry commission parliament assembly senate congress
    church club school hospital institute foundation charity office body authority campaign administration embassy
    letter chapter paper number matter manner answer computer order power weather moment event statement
    """
)
SPOKES = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokespeople", "spokesmen", "spokespersons"})

TITLES = word_set(
    """
    president vice premier chancellor minister secretary deputy foreign prime defense defence interior justice
    finance spokesman spokeswoman spokesperson ambassador envoy governor mayor senator sen. rep. representative
    congressman congresswoman chairman chairwoman chair chief director general gen. col. lt. capt. sgt. maj.
    admiral adm. judge justice attorney prosecutor commissioner inspector superintendent sheriff king queen
    prince princess sheikh ayatollah pope bishop archbishop cardinal rabbi imam reverend rev. professor prof.
    doctor dr. mr. mrs. ms. miss mr mrs ms dr sir lady lord captain commander colonel lieutenant major sergeant
    detective officer agent coach manager owner founder co-founder ceo cfo coo analyst strategist economist
    adviser advisor aide candidate nominee leader lawyer author writer columnist host anchor pollster historian
    scientist researcher campaign press state news agency former ex acting interim senior assistant associate
    head member party lawmaker mp
    """
)

DOCUMENT_NOUNS = word_set(
    """
    report reports account accounts story stories article articles investigation document documents letter
    letters memo memos memorandum email emails e-mail e-mails transcript transcripts recording recordings record
    records filing filings lawsuit complaint affidavit indictment study studies survey surveys poll polls copy
    copies statement statements op-ed editorial column book tweet tweets post posts presentation slides notice
    bulletin dispatch interview projections guidance data figures audio video footage tape tapes texts message
    messages notes analysis release review cable cables brief resolution opinion press-release announcement
    broadcast
    """
)

PUBLICATION_NOUNS = word_set(
    """
    newspaper newspapers paper papers magazine magazines journal daily weekly tabloid broadcaster broadcasters
    network networks channel station website websites site agency wire outlet outlets media press radio
    television tv news blog programme podcast newswire
    """
)
# Words that end or make up the proper names of publications.
PUBLICATION_NAME_WORDS = word_set(
    """
    times post herald tribune gazette chronicle journal news press telegraph guardian observer independent
    mirror sun star standard mail express globe inquirer examiner courier bulletin dispatch register sentinel
    ledger record recorder monitor bee daily weekly today tv television radio online magazine review republic
    media agency wire newswire newspaper broadcasting broadcaster network channel podcast blog beast hill sentry
    advertiser reporter citizen spectator argus echo messenger leader
    """
)
NAME_WORDS_OF_PEOPLE = frozenset({"post", "star", "sun", "bee", "hill", "leader", "page", "day", "standard", "argus"})
"""Those of them that are family names too."""
ANAPHORIC_OUTLETS = word_set(
    """
    newspaper paper magazine agency network website site outlet broadcaster channel station wire tabloid
    """
)

NOBODY = frozenset({"nobody", "none", "few", "neither", "noone"})
FIRST_SECOND = frozenset({"i", "we", "you", "me", "us", "myself", "ourselves"})
COUNTS = {
    "a": 1, "an": 1, "one": 1, "another": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "both": 2,
}  # fmt: skip
