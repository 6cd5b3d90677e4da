"""How the development bank ties sources to their words."""

from __future__ import annotations

from retold.planted.kinds import Frames

FRAMES = Frames(
    indirect=(
        "{S} *said*{T} that {C}",
        "{S} *said* {C}",
        "{C}, {S} *said*{T}",
        "{C}, *according to* {N}",
        "*According to* {N}, {C}",
        "In a statement{T}, {S} *said* that {C}",
        "{S} *told* (reporters|a news conference|parliament|a local radio station){T} that {C}",
        "{C}, {S} *told* reporters{T}",
        "{S} *acknowledged* that {C}",
        "{S}, speaking to reporters{T}, *said* {C}",
        "{S} *wrote* on social media that {C}",
        "{C}, {S} *wrote* in a letter",
        "{S} *insisted*{T} that {C}",
        "{S} *warned*{T} that {C}",
        "{C}, {S} *maintained*",
        "To hear {N} *tell* it, {C}",
        "{C}, *said* {N}",
    ),
    direct=(
        "{Q} {S} *said*{T}",
        "{Q} *said* {N}",
        "{S} *said*{T}: {P}",
        "{Q} {S} *told* reporters{T}",
        "{Q} {S} *said* in a statement",
        "{Q} {S} *wrote* on social media",
        "As {N} *put* it: {P}",
        "{S} *insisted*: {P}",
        "{Q} *recalled* {N}",
        "At a news conference{T}, {S} *said*: {P}",
    ),
    told=(
        "{S} *told* {A} that {C}",
        "{C}, {S} *told* {A}{T}",
        "{C}, {S} *said* in an interview with {A}",
    ),
    told_direct=(
        "{Q} {S} *told* {A}{T}",
        "{S} *told* {A}: {P}",
    ),
    citing=(
        "{C}, {R} reported{T}, *citing* {N}",
        "{R} reported{T}, *citing* {N}, that {C}",
        "*Citing* {N}, {R} reported{T} that {C}",
        "{S} *told* {R} that {C}",
        "{C}, {R} *quoted* {N} as *saying*",
        "{C}, *according to* {N} *quoted* by {R}",
    ),
    nested=(
        "{R} reported{T} that {S} *said* {C}",
        "According to {R}, {S} *said* {C}",
    ),
    bare=(
        "{S} *reported*{T} that {C}",
        "{C}, {S} *reported*{T}",
        "{C}, *according to* {S}",
    ),
    report=(
        "{S} *said* that {C}",
        "The statement came after {S} that {C}",
        "{S} *emerged*{T} that {C}",
    ),
    chain=(
        "{X} reported{T}, *citing* {N}, that {C}",
        "{C}, {X} reported, *citing* {N}",
        "{X} quoted {N} as *reporting* that {C}",
    ),
    deny=(
        "{S} *denied* that {C}",
        "{S} *has denied* that {C}",
        "{S} *rejected* claims that {C}",
        "{S} *dismissed* as untrue the allegation that {C}",
    ),
    doubt=(
        "{S} *said it was not clear whether* {C}",
        "{S} *questioned whether* {C}",
        "{S} *cast doubt on* the claim that {C}",
    ),
    adding=(
        "{S} *added* that {C}",
        "{S} also *said* {C}",
        "{S} *also said* that {C}",
    ),
    hearsay=(
        "{O} *said* [{S} had *told* a meeting that {C}]",
        "{O} *said* that [{S} *told* colleagues {C}]",
    ),
    noun=(
        "{S} *confirmed*{T} {C}",
        "{S} *spoke*{T} *of* {C}",
        "{S} *announced* {C}",
        "In a statement, {S} *confirmed* {C}",
    ),
    deny_noun=(
        "{S} *denied* {C}",
        "{S} *has denied* {C}",
        "{S} *denied*{T} reports of {C}",
    ),
    correct=(
        "{S} *corrected* [the figure to {W}, from {V}]",
        "{S} *withdrew* [an earlier figure of {V} and put it at {W}]",
    ),
    joints=((", *adding* that {C}", "{S} *added* that {C}"),),
    switches=("Meanwhile, ", "In other news, ", "Also this week, "),
)
