"""Who is who across articles: appearances of persons linked to identities.

A pure core: no database, no files but its own. The record asks for the candidates of an
appearance by `lookup_keys`, `link` decides, and the record keeps what was decided:

    for each new appearance:
        candidates = the identities stored under any of lookup_keys(name, kind)
        decision = link(appearance, candidates, rulings)
        LINKED    the identity becomes with_appearance(identity, appearance)
        PROPOSED  a new identity_of(number, appearance), and a proposal for each link
        NEW       a new identity_of(number, appearance)
        where the identity grew, its open proposals are reconsidered: LINKED means merged

A person's decision is a `Ruling` about anchors of appearances. To merge two identities is one
ruling on an appearance of each; to split one, `rulings_of_split`, and both parts are made anew
with `identity_from`. Rulings are given to every call, and none of them ever undoes one.

The same articles in the same order make the same identities. A link once made stays until a
person undoes it; evidence that comes later links what was only proposed.
"""

from wortlaut.linking._calling import is_called
from wortlaut.linking._comparing import compare
from wortlaut.linking._deciding import link, reconsider, resemblance
from wortlaut.linking._evidence import companion_key
from wortlaut.linking._identities import (
    identity_from,
    identity_of,
    merged,
    offices,
    roles_history,
    with_appearance,
)
from wortlaut.linking._keys import LINKABLE, keys, lookup_keys
from wortlaut.linking._rulings import Ruling, Rulings, rulings_of_split
from wortlaut.linking._values import Appearance, Decision, Identity, Link, Outcome, RoleSeen

__all__ = [
    "LINKABLE",
    "Appearance",
    "Decision",
    "Identity",
    "Link",
    "Outcome",
    "RoleSeen",
    "Ruling",
    "Rulings",
    "companion_key",
    "compare",
    "identity_from",
    "identity_of",
    "is_called",
    "keys",
    "link",
    "lookup_keys",
    "merged",
    "offices",
    "reconsider",
    "resemblance",
    "roles_history",
    "rulings_of_split",
    "with_appearance",
]
