"""What does not keep a console from starting, and should not stay as it is: told at each start."""

import os
from collections.abc import Iterator

from console.settings import ConsoleSettings
from intake.example import example_keys
from intake.private_file import readable, readable_stores
from intake.team import Team


def cautions(settings: ConsoleSettings, team: Team) -> Iterator[str]:
    """Yield a sentence for each, with what to do."""
    if not settings.audit_anchor_file and not settings.audit_anchor_url:
        yield (
            "the head of the audit chain is written nowhere outside the store: set "
            "AUDIT_ANCHOR_FILE or AUDIT_ANCHOR_URL before the first report, or nobody can find an "
            "end that was cut off."
        )
    deletions = settings.deletions_file
    if not os.access(deletions if deletions.exists() else deletions.parent, os.W_OK):
        yield (
            f"DELETIONS_FILE: {deletions} cannot be written: let the console's account append to "
            "it. Without it a restored backup brings back what was deleted."
        )
    yield from _of_the_example(team)
    yield from readable([settings.receipt_key_file])
    yield from readable_stores(settings.intake_database_url)


def _of_the_example(team: Team) -> Iterator[str]:
    for gap in team.left_of_example():
        yield f"{gap} This is no team yet: fill the team file in."
    readers = {one.key for queue in team.queues.values() for one in queue}
    if readers & set(example_keys()):
        yield (
            "the team file holds the example's keys: nobody can open what is sealed to them. Make "
            "your own with `python -m intake keygen`."
        )
