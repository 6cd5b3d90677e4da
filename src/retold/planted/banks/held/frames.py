"""How the held bank ties sources to their words."""

from __future__ import annotations

from retold.planted.kinds import Frames

FRAMES = Frames(
    indirect=(
        "{S} *confirmed*{T} that {C}",
        "{S} *stated* that {C}",
        "{C}, {S} *disclosed*{T}",
        "(Briefing journalists|Answering questions){T}, {S} *said* that {C}",
        "{C}, *in the words of* {N}",
        "{S} *announced*{T} that {C}",
        "*As* {N} *put it*, {C}",
        "{S} *noted* that {C}",
        "{C}, {S} *explained*",
        "{S} *maintained* that {C}",
        "{C}, *warned* {N}",
        "{S} *let it be known*{T} that {C}",
        "{C}, {S} *conceded*{T}",
        "{S} *testified* that {C}",
        "{C}, *by the reckoning of* {N}",
        "{S}, visibly tired, *said* that {C}",
        "Under questioning{T}, {S} *conceded* that {C}",
    ),
    direct=(
        "{Q} *declared* {N}{T}",
        "{S} *was blunt*: {P}",
        "{Q} {S} *remarked*{T}",
        "{Q} *explained* {N}",
        "Asked about it{T}, {S} *replied*: {P}",
        "{S} *put it this way*: {P}",
        "{S} *shrugged*: {P}",
        "{Q} *sighed* {N}",
        "{Q} {S} *testified*{T}",
        "{Q} {S} *wrote* in a (letter|post|message){T}",
    ),
    told=(
        "{C}, {S} *revealed* in an interview with {A}",
        "In an interview with {A}{T}, {S} *disclosed* that {C}",
        "{S} *confided* to {A} that {C}",
        "Speaking to {A}{T}, {S} *said* that {C}",
    ),
    told_direct=(
        "{Q} {S} *remarked* in an interview with {A}",
        "Speaking to {A}, {S} *put it* plainly: {P}",
        "{Q} {S} *confided* to {A}{T}",
    ),
    citing=(
        "{C}, *as* {S} *disclosed* to {R}",
        "{S}, *quoted* by {R}{T}, *stated* that {C}",
        "{R}, *quoting* {N}, has it that {C}",
        "{C}, {R} *has learned from* {N}",
        "In an account that {R} *attributed to* {N}, {C}",
    ),
    nested=(
        "{R} revealed{T} that {S} *had confirmed* that {C}",
        "{R} disclosed that {C}, *on the word of* {N}",
        "It was {R} that first printed what {S} *alleged*: that {C}",
    ),
    bare=(
        "{S} *revealed*{T} that {C}",
        "{C}, {S} *disclosed*",
        "{S} *was first with the news* that {C}",
    ),
    report=(
        "The disclosure follows {S} that {C}",
        "It had been claimed, in {S}, that {C}",
        "Hours earlier there had been {S} that {C}",
    ),
    chain=(
        "{C}, {X} relayed{T}, *crediting* {N}",
        "{X}, *pointing to* an article in {N}, has it that {C}",
    ),
    deny=(
        "{S} *disputed* that {C}",
        "{S} *flatly contradicted* the account that {C}",
        "It was *untrue*, {S} *insisted*, that {C}",
        "{S} *brushed aside* suggestions that {C}",
    ),
    doubt=(
        "{S} *wondered aloud* whether {C}",
        "It remained to be seen, {S} *cautioned*, whether {C}",
        "{S} *could not establish* whether {C}",
    ),
    adding=(
        "{S} further *disclosed* that {C}",
        "{S} *went on to say* that {C}",
        "Moreover, {S} *noted*, {C}",
    ),
    hearsay=(
        "{O} *recounted* how [{S} had *confessed* to colleagues that {C}]",
        "{O} *recalled* that [{S} had *warned* weeks before that {C}]",
    ),
    noun=(
        "{S} *acknowledged*{T} {C}",
        "{S} *disclosed* {C}",
        "It was {N} who *made public* {C}",
    ),
    deny_noun=(
        "{S} *disclaimed* {C}",
        "{S} *scoffed at* talk of {C}",
        "{S} *ruled out*{T} {C}",
    ),
    correct=(
        "{S} *revised* [its tally from {V} to {W}]",
        "{S} *retracted* [its earlier tally of {V}; the number was {W}]",
    ),
    joints=((", *noting* that {C}", "{S} further *noted* that {C}"),),
    switches=("Separately, ", "Elsewhere, ", "In an unrelated matter, "),
)
