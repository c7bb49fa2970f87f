"""The questions that the bot may ask again: staff are offered no other to tick."""

from functools import cache

from flows.loading import load_flow
from flows.skipped import askable


@cache
def askable_steps() -> str:
    """Return their ids, parted by spaces, under every name that a report may hold them by."""
    return " ".join(sorted(askable(load_flow().flow)))
