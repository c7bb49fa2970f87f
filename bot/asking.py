"""What lets questions that she skipped come back: kept in the tie of whoever allowed it.

It names the questions and what an addition knows of the first report (flows/adding.py), no
answer. The report's id and the lock of its code, never the code, make what she answers an
addition like any other: one code answers for both, and withdrawing takes both back.
"""

from dataclasses import replace

from bot.desk import Desk, Visit
from bot.ties import More
from flows.adding import REMEMBERED, remembered
from flows.draft import Draft
from flows.skipped import begun, may_return, offered
from intake.receipts import lock


def more_of(visit: Visit, sent: Draft, code: str) -> More | None:
    """Return what may be asked again of who sent `sent`; None where nothing is left to ask."""
    flow = visit.desk.moves.flow
    skipped = may_return(flow, sent)
    if not skipped:
        return None
    receipt = lock(code, visit.desk.sealer.receipt_secret)
    return More(
        report=visit.setting.report_id,
        lookup=receipt.lookup,
        lock=receipt.lock,
        skipped=list(skipped),
        known=remembered(flow, sent, visit.setting),
    )


def asked(desk: Desk, more: More | None, questions: tuple[str, ...]) -> tuple[str, ...]:
    """Return the questions of a note that she may be asked: skipped, and still in the flow."""
    return offered(desk.moves.flow, more.skipped, questions) if more else ()


def answers_to(draft: Draft, more: More, questions: tuple[str, ...]) -> Draft:
    """Return an addition as it begins to answer `questions`."""
    known = {name: value for name, value in more.known.items() if name in REMEMBERED}
    on = replace(
        draft,
        marks={**known, **draft.marks},
        report_id=more.report,
        receipt=f"{more.lookup}:{more.lock.hex()}",
    )
    return begun(on, questions)
