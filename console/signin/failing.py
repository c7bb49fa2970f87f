"""What follows a failed sign-in: it is counted and on the audit chain; at the fifth an alarm."""

import logging
from typing import Final

from console.alarm import alarm
from console.page import Visit
from intake.alerts import SIGN_IN_ATTEMPTS
from intake.audit import record
from intake.staff import tries

_log = logging.getLogger(__name__)

STRANGER: Final = "stranger"
"""Who acts, in the audit chain, when nobody knows."""

MOST_EVERYWHERE: Final = 100
"""Refusals in 15 minutes that are written down one by one: nobody can flood the audit chain."""


def count_failure(visit: Visit, purpose: str, why: str, account: str, about: str = "") -> bool:
    """Count a failure for its source and its account; tell whether the source has to wait.

    `about` is the staff id of the account, if there is one.
    """
    office, at = visit.office, visit.at
    client = visit.request.client
    source = f"source {client.host if client else ''}"
    with office.engine.begin() as connection:
        here = tries.note(connection, at, office.tries_key, source)
        hers = tries.note(connection, at, office.tries_key, f"account {account}")
        every = tries.note(connection, at, office.tries_key, "everywhere", MOST_EVERYWHERE)
        who = visit.visitor.staff_id if visit.visitor else STRANGER
        if min(here, hers) <= tries.MOST and every <= MOST_EVERYWHERE:
            if purpose == "step_up":
                record(connection, at, who, "step_up_refused", about, why=why)
            else:
                record(connection, at, who, "sign_in_refused", about, why=why, purpose=purpose)
        # An unknown passkey's account too: an alarm for known ones alone would take its time.
        # Not again for an account while its source has raised one.
        if here == tries.MOST or (here < tries.MOST and hers == tries.MOST):
            alarm(office, SIGN_IN_ATTEMPTS, connection)
            record(connection, at, who, "many_sign_ins_refused", about)
            _log.warning("many sign-ins were refused within 15 minutes")
    return here > tries.MOST
