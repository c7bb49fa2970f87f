"""One process that tells staff: `python alert_process.py DATABASE PROGRAM SECONDS`, killed or not.

Queues one arrival when the database is new, then does a round, as if SECONDS later.
"""

import sys
from pathlib import Path

from bot.migrations import upgrade_drafts
from bot.stores.sql import SqlStore
from intake.alerts import Alerts, Outbox, Sending, addressees, arrived, tell
from intake.alerts.shapes import CommandAlert
from intake.engines import make_engine

NOW = 1_790_000_000

if __name__ == "__main__":
    database, program, seconds = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    new = not database.exists()
    engine = make_engine(f"sqlite:///{database}")
    upgrade_drafts(engine)
    alerts = Alerts(command=CommandAlert(run=(sys.executable, program)))
    outbox = Outbox(addressees(alerts), SqlStore(engine).begin, lambda: NOW + seconds)
    if new:
        tell(outbox, arrived(2))
    Sending(outbox).round()
