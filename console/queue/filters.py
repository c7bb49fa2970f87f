"""Which filters may travel with a request: in an address, or in a form that carries the list on."""

from collections.abc import Mapping
from typing import Final

from intake.casework.query import OPEN, Query

_IN_ADDRESS: Final = tuple(name for name in Query.__slots__ if name not in {"lookup", "beginning"})
"""What somebody reads out is no filter of an address: it is posted, and asked for each time."""


def filters_in(given: Mapping[str, str]) -> dict[str, str]:
    """Return the filters that are set, as they were given."""
    return {name: given[name] for name in _IN_ADDRESS if given.get(name)}


def wanted_of(filters: Mapping[str, str]) -> Mapping[str, str]:
    """Return the filters as they are meant: where no status is named, closed reports are left out.

    "all" names none in particular, and leaves them in.
    """
    return {"status": OPEN, **filters}
