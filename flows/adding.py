"""What an addition knows of the report it adds to: only what the closing card still holds.

An addition begun by its code alone knows nothing of the first report, and asks the intake
store nothing but whose code it is. So its queue is that of the first report where the
closing card is still there, and the queue for additions where it is not.
"""

from dataclasses import replace

from flows.deadlines import timing
from flows.draft import Draft
from flows.leaving import CLOSE_BY, is_close
from flows.model import Flow
from flows.routing import route
from flows.setting import Setting

FIRST_QUEUE = "first_queue"

# What a closing row needs to know of the answers that were sent, and nothing more.
REMEMBERED = frozenset({"adding", "body_kind", "body_nation", CLOSE_BY, "them", FIRST_QUEUE})


def remembered(flow: Flow, sent: Draft, setting: Setting) -> dict[str, str]:
    """Return the marks of a closing card: of the first report, also when an addition was sent."""
    marks = {name: value for name, value in sent.marks.items() if name in REMEMBERED}
    if is_close(sent):
        # Whoever lives with her can open the phone while she adds something, too.
        marks[CLOSE_BY] = "yes"
    if sent.marks.get("adding"):
        return marks
    time = timing(flow, sent, setting.today, setting.calendar)
    return {**marks, FIRST_QUEUE: route(flow, sent, time).queue}


def beginning(draft: Draft, closing: Draft) -> Draft:
    """Return where someone stands who is about to add to the report of the receipt beside it."""
    begins = draft.marks.get("adding") and draft.waiting == closing.code
    return adding_to(draft, closing) if begins else draft


def adding_to(draft: Draft, closing: Draft) -> Draft:
    """Return an addition as it begins, with what the closing card knows of the first report.

    Its position travelled in buttons, which hold no such thing.
    """
    known = {name: value for name, value in closing.marks.items() if name in REMEMBERED}
    return replace(draft, marks={**known, **draft.marks})
