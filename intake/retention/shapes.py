"""The `[retention]` table of `team.toml`: how long reports are kept.

That no status outlasts what reporters are told is judged in `intake.team_checks`.
"""

from typing import Annotated

from pydantic import AfterValidator, Field

from intake.retention.terms import read_term
from intake.shape import Shape


def _period(text: str) -> str:
    read_term(text)
    return text


Period = Annotated[str, AfterValidator(_period)]
"""A length of time: `6 months` or `30 days`."""


class RetentionTable(Shape):
    """How long reports are kept, by status: `6 months` or `30 days`; unset: `kept_months`."""

    new: Period | None = None
    opened: Period | None = None
    contacting: Period | None = None
    in_contact: Period | None = None
    referred: Period | None = None
    closed: Period | None = None
    taken_on: Period = "84 months"
    joint_claim: Period = "36 months"
    warn_days: Annotated[int, Field(ge=1, le=90)] = 14
    withdrawn_days: Annotated[int, Field(ge=1, le=28)] = 7
