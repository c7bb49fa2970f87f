"""Days on which courts are closed: weekends and the nation's public holidays.

A last day that falls on one of them is brought forward (FACTS 3.4): a day counted too
many costs nothing, one too few costs a claim.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache

import holidays

SUBDIVISIONS: Mapping[str, str] = {
    "england": "ENG",
    "wales": "WLS",
    "scotland": "SCT",
    "ni": "NIR",
}
SATURDAY = 5


def closed(day: date, nation: str) -> bool:
    """Tell whether courts are closed on `day`; an unknown nation asks all of them."""
    if day.weekday() >= SATURDAY:
        return True
    asked = (SUBDIVISIONS[nation],) if nation in SUBDIVISIONS else SUBDIVISIONS.values()
    return any(day in _of_year(subdivision, day.year) for subdivision in asked)


@cache
def _of_year(subdivision: str, year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv=subdivision, years=year))
