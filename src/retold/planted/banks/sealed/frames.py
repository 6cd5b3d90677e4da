"""How the sealed bank ties sources to their words."""

from __future__ import annotations

from retold.planted.kinds import Frames

FRAMES = Frames(
    indirect=(
        "{S} *reported*{T} that {C}",
        "{S} *revealed*{T} that {C}",
        "{C}, {S} *contended*",
        "In {N}’s *telling*, {C}",
        "{S} *said* on the steps of the court{T} that {C}",
        "Reached by telephone{T}, {S} *said* {C}",
        "{S} *admitted* on the radio that {C}",
        "{C}, *reported* {N}",
        "{S} *told* a committee{T} that {C}",
        "{S} *argued* in an open letter that {C}",
        "{C}, {S} *told* a packed hall{T}",
        "*In the view of* {N}, {C}",
        "{S} *said* more than once that {C}",
        "{C}, {S} *said* after the meeting{T}",
        "{S} *let slip* that {C}",
        "Pressed for details, {S} *answered* that {C}",
    ),
    direct=(
        "{Q} {S} *answered*",
        "{Q} {S} *said* after the meeting{T}",
        "{Q} *said* {N}, shaking hands",
        "{S} *answered* at once: {P}",
        "{S} *said* only this: {P}",
        "{Q} {S} *told* the crowd{T}",
        "{Q} *argued* {N}",
        "{S} *summed it up* for visitors: {P}",
        "{Q} {S} *said* by telephone",
    ),
    told=(
        "{S} *told* {A} over lunch that {C}",
        "{C}, {S} *said* to {A}{T}",
        "In a long talk with {A}, {S} *said* that {C}",
    ),
    told_direct=(
        "{Q} {S} *said* to {A}{T}",
        "{Q} {S} *answered* when {A} called",
    ),
    citing=(
        "{C}, {R} wrote{T}, *relying on* {N}",
        "{R} has heard *from* {N} that {C}",
        "{R} *cited* {N} as the source of word that {C}",
        "{C}, {S} were *cited* by {R} as *saying*",
        "On its front page{T} {R} *quoted* {N} to the effect that {C}",
    ),
    nested=(
        "{R} wrote{T} that {S} *told* it {C}",
        "As {R} has it, {S} *said* that {C}",
    ),
    bare=(
        "{S} *wrote*{T} that {C}",
        "{C}, {S} *wrote*",
        "{C}, *as* {S} *reported*{T}",
    ),
    report=(
        "The answer followed {S} that {C}",
        "All morning there were {S} that {C}",
        "{S} *surfaced*{T} that {C}",
    ),
    chain=(
        "{C}, {X} wrote{T}, *with a nod to* {N}",
        "{X}, *following* {N}, wrote that {C}",
    ),
    deny=(
        "{S} *called it false* that {C}",
        "{S} *would not have it* that {C}",
        "{S} *denied*{T} ever having heard that {C}",
        "There was *no truth*, {S} *said*, in the story that {C}",
    ),
    doubt=(
        "{S} *asked* whether {C}",
        "{S} *was not sure whether* {C}",
        "{S} *would not bet* that {C}",
    ),
    adding=(
        "{S} *added* as well that {C}",
        "On top of that, {S} *said*, {C}",
        "{S} *added* that {C}, and left it there",
    ),
    hearsay=(
        "{O} *said* that [{S} had *sworn* to him that {C}]",
        "{O} *reported* hearing that [{S} *told* friends that {C}]",
    ),
    noun=(
        "{S} *admitted*{T} {C}",
        "{S} *reported* {C}",
        "{S} *told* a committee *of* {C}",
    ),
    deny_noun=(
        "{S} *denied* any part in {C}",
        "{S} *laughed off* {C}",
        "{S} *would not hear of* {C}",
    ),
    correct=(
        "{S} *changed* [its count from {V} to {W}]",
        "{S} *took back* [the {V} it had given out and made it {W}]",
    ),
    joints=((", and *added* that {C}", "{S} *added* that {C}"),),
    switches=("In the meantime, ", "Also in the news, ", "On another page, "),
)
