"""What is looked for, from the parameters of a request; the pages' addresses have the same."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query

from wortlaut.model import Act, OccasionKind, QuotationType
from wortlaut.record import Filters, Order
from wortlaut.web.api._values import After, Day, Hundred, Name, Truth, Words
from wortlaut.web.views._search import PAGE, Asked

AskedWords = Annotated[
    Words,
    Query(
        description='Words of the quotation, in any inflected form; "a phrase" in exactly its '
        "words, `begin*` by its letters; joined by AND, OR, NOT and parentheses.",
    ),
]
AskedLimit = Annotated[Hundred, Query(description="How many at most.")]
AskedOrder = Annotated[
    Order,
    Query(description="`date` is newest first; `relevance` ranks the newest that are found."),
]


def asked_filters(  # noqa: PLR0917 - FastAPI calls it by the parameters' names
    person: Annotated[
        Name | None,
        Query(
            description="Who said it: a name in any spelling, or `#17` for the person with "
            "that number.",
        ),
    ] = None,
    mentions: Annotated[
        Name | None,
        Query(description="Who is named within the quotation: a name, or `#17`."),
    ] = None,
    topic: Annotated[
        Name | None,
        Query(
            description="Words of the quotation, of the question that it answers, or of the "
            "article's title, in any inflected form.",
        ),
    ] = None,
    addressee: Annotated[Name | None, Query(description="To whom it was said: a name.")] = None,
    outlet: Annotated[Name | None, Query(description="Words of the outlet's name.")] = None,
    via: Annotated[
        Name | None, Query(description="The outlet or agency that relays the words.")
    ] = None,
    type: Annotated[  # noqa: A002 - the parameter's name
        list[QuotationType] | None,
        Query(description="How the words are rendered; give it again for another type."),
    ] = None,
    act: Annotated[
        list[Act] | None,
        Query(description="What the speaker does with them; give it again for another act."),
    ] = None,
    occasion: Annotated[
        list[OccasionKind] | None,
        Query(description="A kind of occasion; give it again for another one."),
    ] = None,
    language: Annotated[
        str | None,
        Query(
            description="The article's language, as ISO 639-1 has it.",
            pattern="^[a-z]{2}$",
        ),
    ] = None,
    begin: Annotated[Day | None, Query(description="The first day.")] = None,
    end: Annotated[
        Day | None,
        Query(description="The last day, included. What has no day is left out with either."),
    ] = None,
    verbatim: Annotated[
        Truth, Query(description="Only those that hold words as they were said.")
    ] = False,
    conditional: Annotated[Truth, Query(description="Only those with a condition.")] = False,
    negated: Annotated[Truth, Query(description="Only those that are negated.")] = False,
    human: Annotated[Truth, Query(description="Only those that a person has corrected.")] = False,
) -> Filters:
    """Which statements are meant."""
    return Filters(
        speaker=person,
        mentions=mentions,
        about=topic,
        types=frozenset(type or ()),
        acts=frozenset(act or ()),
        occasions=frozenset(occasion or ()),
        addressee=addressee,
        outlet=outlet,
        via=via,
        language=language,
        begin=begin,
        end=end,
        verbatim=verbatim,
        conditional=conditional,
        negated=negated,
        human=human,
    )


AskedFilters = Annotated[Filters, Depends(asked_filters)]


def asked_page(
    filters: AskedFilters,
    q: AskedWords = "",
    order: AskedOrder = Order.DATE,
    limit: AskedLimit = PAGE,
    after: After = None,
) -> Asked:
    """A page of a search."""
    return Asked(q, filters, order, limit, after)


AskedPage = Annotated[Asked, Depends(asked_page)]
