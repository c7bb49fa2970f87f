"""What must be true once nobody kills any more."""

import asyncio
import time
from collections.abc import Sequence

from bot.ending import BORN, end
from bot.opening import open_desk
from bot.stores.sql import SqlStore
from intake.engines import make_engine
from intake.reading import OpenedReport, open_report
from intake.receipts import read_receipt_key
from intake.register import Register
from intake.store import SqlIntake
from sandbox import Phone
from tests.crashes.processes import Programs
from tests.crashes.reporters import FIRST, NotKept
from tests.crashes.script import Told, step_of


async def handed_over(running: Programs) -> None:
    """Wait until the courier has nothing left to hand over; raises NotKept after 30 s."""
    engine = make_engine(running.settings.database_url)
    store = SqlStore(engine)
    for _ in range(150):
        with store.begin() as tx:
            if not tx.due_outbox(2**40, 1):
                engine.dispose()
                return
        await asyncio.sleep(0.2)
    raise NotKept("a report that was sent is not handed over")


def check_reports(running: Programs, sent: Sequence[Told]) -> None:
    """Every sent report is in the intake store once, holds each word once, and has its code.

    Raises NotKept.
    """
    settings = running.settings
    engine = make_engine(settings.intake_database_url)
    register = Register(engine)
    ids = [arrival.triage.report_id for arrival in register.arrivals()]
    intake = SqlIntake(engine, read_receipt_key(settings.receipt_key_file))
    opened = {name: open_report(register.report(name), [running.reader]) for name in ids}
    if len(ids) != len(sent):
        raise NotKept(f"{len(sent)} reports were sent, and {len(ids)} have arrived")
    for told in sent:
        found = intake.status(told.code.replace(" ", ""))
        if found is None:
            raise NotKept(f"the code {told.code!r} was shown and does not work")
        if found.report_id not in opened:
            raise NotKept("two reports have shown the same code")
        report = opened.pop(found.report_id)
        if _answer(report, "own_words") != "\n".join(told.pieces):
            raise NotKept("the own words of a sent report are not what was typed")
        everything = f"{report.summary} {report.conflict}"
        if missing := [step for step, text in told.typed.items() if text not in everything]:
            raise NotKept(f"a sent report lacks the answers to {missing}")
    engine.dispose()


def _answer(report: OpenedReport, step: str) -> object:
    blocks = report.summary["blocks"]
    assert isinstance(blocks, list)
    return next(a["text"] for block in blocks for a in block["answers"] if a["step"] == step)


def check_keys(running: Programs) -> int:
    """As many keys as drafts, closing rows and ties after the next sweep; return how many.

    A key that a crash left without its draft stays for two minutes, lest it be one whose
    draft is just being kept: the round is done as if they had passed. Raises NotKept.
    """
    desk = open_desk(running.settings, lambda: time.time() + BORN + 1)
    end(desk)
    with desk.store.begin() as tx:
        rows = len(tx.draft_ids() | tx.tie_ids())
    if desk.keys.count() != rows:
        raise NotKept(f"there are {desk.keys.count()} keys and {rows} rows")
    return rows


def is_a_strangers(phone: Phone) -> bool:
    """Say whether a phone shows the first screen and nothing else."""
    screen = phone.shown()
    return len(screen) == 1 and screen[0].who == "bot" and step_of(screen[0]) == FIRST
