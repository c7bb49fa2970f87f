"""Plain words for what is counted: forces, what it was, how a report stands."""

from collections.abc import Mapping
from functools import cache

from flows.loading import load_flow
from intake.casework.statuses import STATUSES


@cache
def terms() -> Mapping[str, Mapping[str, str]]:
    """Return by subject each key with the words in which staff read it."""
    flow = load_flow().flow
    conduct = {
        option.id: option.label
        for option in flow.steps["conduct"].options
        # "Not sure" and the like are no answer to what it was.
        if not option.alone
    }
    return {
        "forces": {key: body.name for key, body in flow.bodies.items()},
        "conduct": conduct,
        "statuses": {one: one.replace("_", " ").capitalize() for one in STATUSES},
    }
