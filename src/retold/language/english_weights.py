"""How much an English word says about what a sentence is about: nothing, little, or much.

Three tiers stand in for word frequencies, so that the comparison of two sentences does not depend on which other
sentences were read. Written by hand: function words, then words that any news story uses.
"""

from __future__ import annotations

from retold.language.english_stems import stem

EMPTY = """
a an the this that these those some any each every all both no not nor neither either none such same other another
i me my mine myself we us our ours you your yours he him his she her hers it its they them their theirs who whom whose
which what where when why how there here be am is are was were been being do does did doing have has had having will
would shall should can could may might must ought need and or but if then than because as until while of at by for with
about against between into through during before after above below to from up down in out on off over under again
further once so too very just only own also even still yet ever never always often sometimes now already however
though although despite since whether both per via upon within without among amid toward towards across along around
behind beyond near let s t re ve ll d m mr mrs ms dr said say says saying tell told according added adding
reportedly allegedly apparently likely probably perhaps indeed rather quite much many more most less least few several
lot lots one ones onto as-is etc it's they're we're i'm that's there's he's she's meanwhile earlier later
separately additionally moreover furthermore didn't don't doesn't isn't wasn't
aren't weren't won't wouldn't can't cannot couldn't shouldn't hasn't haven't hadn't
"""
LIGHT = """
make take get give go come put set see look know want like think thing way time year month week day today yesterday
tomorrow morning evening night afternoon hour minute moment number amount part kind sort lot place case fact matter
issue point man woman person member group official spokesman spokeswoman spokesperson statement report news reporter
article story source people country nation world state city town area region place local national international
government minister president leader chief party house public former current new old first second third last next
recent early late late big large small great good bad long high low little important major different certain able sure
clear right left few half about almost nearly least roughly work use try keep begin start become seem appear happen
occur include involve follow bring turn show call ask feel hear mean believe hold remain carry move live run
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december hundred thousand million billion percent per cent
two three four five six seven eight nine ten eleven twelve dozen
"""
LIGHT_WEIGHT = 0.35


TIERS = {stem(word): LIGHT_WEIGHT for word in LIGHT.split()} | {stem(word): 0.0 for word in EMPTY.split()}


def weight(stemmed: str) -> float:
    """0 for function words, about a third for words of any story, 1 for the rest."""
    return TIERS.get(stemmed, 1.0)
