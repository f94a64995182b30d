"""Search: statements by their words and filters, with what helps when nothing is found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from fastapi import APIRouter, Request, Response

from wortlaut import QueryError
from wortlaut.model import Act, QuotationType
from wortlaut.record import Bin, Counted, Order, Record
from wortlaut.web._kept_pages import page_of_the_record
from wortlaut.web._rendering import is_part, render
from wortlaut.web._search_address import (
    AskedFor,
    address_of_search,
    asked_from,
    each_asked_for,
    query_of,
    with_filter,
)
from wortlaut.web._site import record_of, site_of
from wortlaut.web.views import (
    Asked,
    SearchView,
    around_view,
    bars,
    fewer_filters,
    search_view,
)

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the form offers."""

    types: tuple[str, ...] = tuple(QuotationType)
    acts: tuple[str, ...] = tuple(Act)
    orders: tuple[str, ...] = tuple(Order)
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wider:
    """A search with less asked for, which finds something."""

    asked: Asked
    found: int
    without: AskedFor | None
    """The filter that was dropped; None where the words were, or all filters."""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What the page shows beside the statements."""

    asked: Asked
    form: Mapping[str, str]
    """The texts in the form's fields, as they were sent."""
    filters: tuple[AskedFor, ...]
    people: Mapping[str, str]
    """The names of people who are asked for by their numbers: `#17`."""
    choices: Choices
    found: SearchView | None
    """None where the search was not understood."""
    problem: QueryError | None = None
    wider: tuple[Wider, ...] = ()
    is_empty_record: bool = False

    @property
    def query(self) -> str:
        """The query string of the first page."""
        return query_of(self.asked)

    @property
    def query_without_order(self) -> str:
        """The query string for exports and feeds."""
        return query_of(self.asked, ordered=False)

    @property
    def next_page(self) -> str | None:
        """The address of the next page."""
        if self.found is None or self.found.after is None:
            return None
        return address_of_search(replace(self.asked, after=self.found.after), page=True)


@router.get("/search")
def search(request: Request) -> Response:
    """The page, or for htmx what was found."""
    return page_of_the_record(request, lambda: _search(request))


def _search(request: Request) -> Response:
    record = record_of(request)
    page = _page(record, request)
    status = 200 if page.problem is None else 400
    response = render(request, "search.html", page, status=status, address_of=address_of_search)
    if is_part(request):
        # The form sends empty fields too, which need not stand in the address.
        response.headers["HX-Push-Url"] = address_of_search(page.asked, page=True)
        # htmx shows nothing of what is answered as an error.
        response.status_code = 200
    return response


@router.get("/search/around")
def around(request: Request) -> Response:
    """The number of what is found and its histogram, which the page fetches after the results."""
    return page_of_the_record(request, lambda: _around(request))


def _around(request: Request) -> Response:
    view = around_view(record_of(request), asked_from(request.query_params))

    def narrowed(parameter: str, to: Counted) -> Asked:
        # A number means one person, a name everybody who is called so.
        return with_filter(view.asked, parameter, to.what if to.id is None else f"#{to.id}")

    def between(stretch: Bin) -> Asked:
        days = replace(view.asked.filters, begin=stretch.begin, end=stretch.end)
        return replace(view.asked, filters=days, after=None)

    return render(
        request,
        "around.html",
        view,
        bars=bars([each.count for each in view.histogram.bins]),
        between=between,
        narrowed=narrowed,
        chosen=_chosen(view.asked),
        address_of=address_of_search,
    )


def _chosen(asked: Asked) -> Mapping[str, frozenset[str]]:
    """What is asked for already, and need not be offered."""
    filters = asked.filters
    return {
        "type": frozenset(filters.types),
        "act": frozenset(filters.acts),
        "outlet": _one(filters.outlet),
        "language": _one(filters.language),
    }


def _one(text: str | None) -> frozenset[str]:
    return frozenset() if text is None else frozenset({text})


def _page(record: Record, request: Request) -> SearchPage:
    form = dict(request.query_params)
    asked, found, problem = Asked(), None, None
    try:
        asked = asked_from(request.query_params)
        found = search_view(record, asked)
    except QueryError as error:
        problem = error
    filters = each_asked_for(asked)
    wider: tuple[Wider, ...] = ()
    is_empty_record = False
    if found is not None and not found.found:
        wider = _wider(record, asked, filters)
        is_empty_record = not wider and not record.overview().statements
    return SearchPage(
        asked=asked,
        form=form,
        filters=filters,
        people=_people(record, filters),
        choices=Choices(languages=site_of(request).languages()),
        found=found,
        problem=problem,
        wider=wider,
        is_empty_record=is_empty_record,
    )


def _wider(record: Record, asked: Asked, filters: tuple[AskedFor, ...]) -> tuple[Wider, ...]:
    """Searches with one thing less that find something; without them, the words alone."""
    one_less = {each.without: each for each in filters}
    searches = [*one_less]
    if asked.words and filters:
        searches.append(replace(asked, words="", after=None))
    found = fewer_filters(record, searches)
    if not found and asked.words and filters:
        found = fewer_filters(record, [Asked(asked.words, order=asked.order)])
    return tuple(Wider(each.asked, each.found, one_less.get(each.asked)) for each in found)


def _people(record: Record, filters: tuple[AskedFor, ...]) -> Mapping[str, str]:
    numbers = {
        each.value
        for each in filters
        if each.parameter in ("person", "mentions") and each.value.startswith("#")
    }
    return {
        number: known[0].name for number in numbers if (known := record.people(number, limit=1))
    }
