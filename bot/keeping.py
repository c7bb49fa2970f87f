"""What a turn leaves behind in the stores: a draft, a closing row, a sealed report, nothing.

Order over two databases: a new key commits before its draft, an old key goes after
its draft has; the caller drops the keys that `keep` names once it has committed.
"""

from dataclasses import replace

from bot import notes, tying
from bot.desk import Visit
from bot.drafting import Kept, new_id, sealed_row
from bot.standing import Standing
from bot.stores import DraftRow
from flows.adding import adding_to
from flows.apart import tally
from flows.draft import Draft
from flows.outcome import Turn
from flows.skipped import answering

# What is asked to end or to go out of sight takes the receipt along.
ENDS_HERE = frozenset({"leave", "delete", "clear"})


def keep(visit: Visit, here: Standing, turn: Turn) -> tuple[DraftRow | None, tuple[str, ...]]:
    """Do what the turn's deed says; return the row kept, and the ids whose keys go."""
    ended = tying.ended(visit, turn)
    row, gone = _keep(visit, here, turn)
    return row, (*gone, *ended)


def _keep(visit: Visit, here: Standing, turn: Turn) -> tuple[DraftRow | None, tuple[str, ...]]:
    tx = visit.tx
    kept = here.kept
    if turn.deed == "begin":
        return _begin(visit, here, turn.draft), ()
    if turn.deed == "send" and kept and turn.sent:
        chat = tying.tie(visit, turn.sent, turn.code)
        sealer = visit.desk.sealer
        tx.put_outbox(sealer.outbox_row(turn.sent, turn.code, visit.setting, visit.now, chat))
        gone = [kept.row.id, *([here.closing.row.id] if here.closing else [])]
        for name in gone:
            tx.drop_draft(name)
        return _new_row(visit, turn.draft), tuple(gone)
    if turn.deed == "count" and kept and turn.sent:
        # Counted before the draft goes, so that what reads as counted is. Two databases:
        # a crash between them counts one person twice, which blurs rather than tells.
        visit.desk.count(tally(turn.sent), visit.setting.today)
        tx.drop_draft(kept.row.id)
        return None, (kept.row.id,)
    gone = []
    if turn.deed in ENDS_HERE:
        # Whatever is left, deleted or cleared: behind a stranger's screen there is no receipt.
        going = (here.closing, None if turn.deed == "leave" else kept)
        gone = list({row.row.id for row in going if row})
        for name in gone:
            tx.drop_draft(name)
    if kept and kept.row.id not in gone and turn.draft.stage != "arrive":
        return _again(visit, kept, turn.draft), tuple(gone)
    return None, tuple(gone)


def _begin(visit: Visit, here: Standing, draft: Draft) -> DraftRow:
    """Keep a new draft; an addition learns which report it adds to."""
    if here.draft and answering(here.draft):
        return _new_row(visit, notes.answers(visit, draft))
    code = here.draft.waiting if here.draft else ""
    if draft.marks.get("adding") and code:
        own = here.closing.draft if here.closing else None
        if own and own.code == code:
            first_report = own.report_id
            draft = adding_to(draft, own)
        else:
            found = visit.desk.intake.status(code)
            first_report = found.report_id if found else ""
        draft = replace(draft, code=code, report_id=first_report, waiting="")
    return _new_row(visit, draft)


def _new_row(visit: Visit, draft: Draft) -> DraftRow:
    name = new_id()
    key = visit.desk.keys.make(name, visit.now)
    row = sealed_row(draft, visit.owner, visit.now, before=None, fresh=(name, key))
    visit.tx.keep_draft(row)
    return row


def _again(visit: Visit, kept: Kept, draft: Draft) -> DraftRow:
    fresh = (kept.row.id, kept.key)
    row = sealed_row(draft, visit.owner, visit.now, before=kept.row, fresh=fresh)
    visit.tx.keep_draft(row)
    return row
