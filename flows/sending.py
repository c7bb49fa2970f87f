"""Review, Send and starting again: only *agree* and Send together make an envelope."""

from dataclasses import replace

from flows.draft import Draft
from flows.moves import Moves
from flows.outcome import Outcome
from flows.screen import Lead
from flows.setting import Setting

# What a closing row needs to know of the draft that was sent, and nothing more.
REMEMBERED = ("method", "age", "nation", "phone")


def review(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    del setting
    return Outcome(_jump(moves, here, "review"))


def _jump(moves: Moves, here: Draft, move: str) -> Draft:
    there = moves.go(move, here)
    trail = here.trail if there == here.step else (*here.trail, here.step)
    return replace(here, step=there, aside="", trail=trail, waiting="", gathered=(), picked=())


def send(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Go to the next thing needed for sending; from the review itself, send."""
    if here.step == "review" and not here.aside:
        return post(moves, here, setting)
    early = replace(here, marks={**here.marks, "early": "yes"}, changing=False)
    return Outcome(_jump(moves, early, "send"))


def post(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Send: only after *agree*, from the review."""
    agreed = any(c.purpose == "send_to_team" and c.given for c in here.consents)
    if not agreed or moves.go("send", here) != "review":
        return Outcome(_jump(moves, here, "send"), leads=(Lead("nothing_to_send"),))
    code = here.code or setting.code
    closing = Draft(
        here.flow,
        here.language,
        stage="sent",
        step="sent",
        answers={n: here.answers[n] for n in REMEMBERED if n in here.answers},
        marks={k: v for k, v in here.marks.items() if k in {"body_nation", "adding"}},
        revision=here.revision,
        code=code,
        report_id=setting.report_id,
    )
    return Outcome(closing, "send", sent=here, code=code)


def restart(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    del setting
    arrived = {k: a for k, a in here.answers.items() if moves.flow.steps[k].block == "arrive"}
    arrived.pop("ways", None)
    kept = Draft(
        here.flow,
        here.language,
        stage="held",
        step=here.step,
        answers=arrived,
        marks={k: v for k, v in here.marks.items() if k.endswith("_once")},
        consents=tuple(c for c in here.consents if c.purpose == "hold_draft"),
        revision=here.revision,
        resume=here.resume,
        created=here.created,
        code=here.code,
        report_id=here.report_id,
    )
    return Outcome(replace(kept, step=moves.go("restart", kept)))
