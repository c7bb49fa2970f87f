"""One of two processes that hand over the same reports at once; run by test_intake_at_once.py.

    python -m tests.contracts.intake_at_once URL REPORTS

It migrates the store, says "ready", waits for a line, hands every report over and prints how many
were taken.
"""

import sys

from intake.commands.setting_up import MIGRATIONS
from intake.engines import make_engine
from intake.migrate import upgrade
from intake.receipts import lock
from intake.store import SqlIntake
from tests.intake.sample import triage

SECRET = b"s" * 32
ENVELOPE = b"age-encryption.org/v1\n".ljust(17_000, b"x")


def main(url: str, reports: int) -> None:
    engine = make_engine(url)
    # Both processes migrate at once too: only one of them may.
    upgrade(engine, MIGRATIONS)
    intake = SqlIntake(engine, SECRET)
    receipt = lock("1" * 20, SECRET)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for number in range(reports):
        intake.submit(triage(f"{number:032x}"), ENVELOPE, receipt)
    sys.stdout.write(f"{reports}\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
