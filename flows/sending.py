"""Review, Send and starting again: only *agree* and Send together make an envelope."""

from dataclasses import replace

from flows.adding import remembered
from flows.asking_again import passed
from flows.draft import Answer, Draft, values_of
from flows.keeping import settled
from flows.moves import Moves
from flows.outcome import Outcome
from flows.screen import Lead
from flows.setting import Setting
from flows.skipped import MARK
from flows.summary import reached_by

# What a closing row needs to know of the draft that was sent, and nothing more.
# The last two only so that the closing card shows the support that fits.
ANSWERS_REMEMBERED = ("age", "nation", "phone", "other_minor_now", "in_contact")


def review(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Show every answer."""
    return Outcome(replace(settled(moves, here, setting), aside="", waiting=""), go="review")


def send(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Go to the next thing needed for sending; from the review itself, send."""
    if here.step == "review" and not here.aside:
        return post(moves, here, setting)
    early = settled(moves, here, setting)
    early = replace(early, marks={**early.marks, "early": "yes"}, aside="", waiting="", passed=())
    return Outcome(early, go="send")


def not_yet(here: Draft) -> Draft:
    """Return the draft as it goes back from sending early: nothing is passed by for it now."""
    agreed = any(c.purpose == "send_to_team" and c.given for c in here.consents)
    if agreed or "early" not in here.marks:
        return here
    return replace(here, marks={k: v for k, v in here.marks.items() if k != "early"})


def post(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Send: only after *agree*, from the review."""
    agreed = any(c.purpose == "send_to_team" and c.given for c in here.consents)
    needed = moves.go("send", here).step
    if not agreed or here.step != "review" or needed != "review":
        leads = () if agreed else (Lead("nothing_to_send"),)
        marks = {**here.marks, "early": "yes"}
        on = replace(here, marks=marks, passed=passed(here, needed))
        return Outcome(on, leads=leads, go="send")
    # Who gave no way to be reached is told, as anyone who rings first, where the team is.
    way = reached_by(here) or "i_will_contact"
    alone = "sent_self" if way == "i_will_contact" and "sent_self" in moves.flow.steps else "sent"
    kept = {name: here.answers[name] for name in ANSWERS_REMEMBERED if name in here.answers}
    if not here.marks.get("adding"):
        kept["method"] = Answer("answered", (way,))
    # To questions that the team asked in a note the code of the first report answers too: it is
    # known here only as its lock.
    code = "" if here.receipt else here.code or setting.code
    closing = Draft(
        here.flow,
        here.language,
        stage="sent",
        step=_after_adding(here) if here.marks.get("adding") else alone,
        answers=kept,
        marks=remembered(moves.flow, here, setting) | ({MARK: "yes"} if here.receipt else {}),
        revision=here.revision,
        code=code,
        report_id=setting.report_id,
    )
    return Outcome(closing, "send", sent=here, code=code)


def _after_adding(here: Draft) -> str:
    """Return the card after an addition; who asks for no contact is told what becomes of that."""
    if here.receipt:
        return "sent_asked"
    return "sent_stop" if "stop" in values_of(here, "still_safe") else "sent_added"


def restart(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Begin again after the arrival cards; the draft, its word and its consent stay."""
    del setting
    steps = moves.flow.steps
    arrived = {
        name: answer
        for name, answer in here.answers.items()
        if name in steps and steps[name].block == "arrive" and name != "ways"
    }
    kept = Draft(
        here.flow,
        here.language,
        stage="held",
        step=here.step,
        answers=arrived,
        marks={k: v for k, v in here.marks.items() if k.endswith("_once") or k in {"adding", MARK}},
        consents=tuple(c for c in here.consents if c.purpose == "hold_draft"),
        revision=here.revision,
        resume=here.resume,
        created=here.created,
        code=here.code,
        report_id=here.report_id,
        asked=here.asked,
        receipt=here.receipt,
    )
    return Outcome(replace(moves.go("restart", kept), trail=()))
