"""One of two processes that append to the audit chain at once; run by test_audit_log.py.

    python -m tests.contracts.links_at_once URL WHO LINKS

It says "ready", waits for a line, appends its links, each in a transaction, and says how many.
"""

import sys

from intake.audit import record
from intake.engines import make_engine


def main(url: str, who: str, links: int) -> None:
    engine = make_engine(url)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for turn in range(links):
        with engine.begin() as connection:
            record(connection, 1_795_305_600 + turn, who, "viewed", "3f" * 16, turn=turn)
    sys.stdout.write(f"{links}\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
