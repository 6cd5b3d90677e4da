"""What the copiers of the sealed bank write for other people's words; no entry is that of the common ones."""

from __future__ import annotations

from retold.planted.rewording import Wording
from retold.records.collation import ChangeClass

_PLAIN = {
    "arrived": "turned up", "painted": "made", "returned": "gave back", "examined": "looked into",
    "seized": "took away", "leaked": "escaped", "noticed": "spotted", "stopped": "came to a halt",
    "spread": "travelled",
    "found": "discovered", "dug": "bored", "replaced": "exchanged", "tested": "checked", "received": "got",
    "farmers": "growers", "firm": "company", "crew": "team", "village": "settlement", "doctors": "physicians",
    "after": "following", "behind": "at the back of", "every": "each", "roughly": "more or less", "still": "even now",
    "first": "earliest", "costs": "expenses", "delay": "hold-up", "lorries": "trucks", "fields": "meadows",
    "quickly": "fast", "entire": "whole", "permitted": "allowed", "required": "needed", "workers": "staff",
    "obtained": "secured", "wrote": "penned", "rival": "competitor", "buyers": "purchasers", "often": "frequently",
}  # fmt: skip

_LOADED = {
    "critics": "doom-mongers", "changed": "doctored", "secret": "murky", "spent": "squandered",
    "ignored": "brushed off",
    "failure": "fiasco", "fire": "firestorm", "mixed": "tampered with", "payment": "backhander", "group": "clique",
    "problem": "catastrophe", "complaint": "tirade", "worried": "terrified", "removed": "purged",
    "asked for": "extorted",
    "ordered": "rammed through", "leader": "strongman", "supporters": "cronies", "hid": "concealed",
}  # fmt: skip

_CUES = {
    "said": (
        ("noted", ChangeClass.OTHER, "another cue"),
        ("alleged", ChangeClass.LOADED, "cue that casts doubt"),
        ("boasted", ChangeClass.LOADED, "cue that mocks"),
    ),
    "reported": (("announced", ChangeClass.OTHER, "another cue"),),
    "told": (("informed", ChangeClass.OTHER, "another cue"),),
    "answered": (("replied", ChangeClass.OTHER, "another cue"), ("snapped", ChangeClass.LOADED, "cue of temper")),
    "added": (("remarked", ChangeClass.OTHER, "another cue"),),
    "admitted": (("said", ChangeClass.LOADED, "cue of guilt"),),
    "revealed": (("stated", ChangeClass.LOADED, "cue that vouches"),),
    "contended": (("said", ChangeClass.LOADED, "cue that casts doubt"),),
}  # fmt: skip

WORDING = Wording(_PLAIN, _LOADED, _CUES, ("seemingly ", "supposedly ", "evidently "))
