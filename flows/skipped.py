"""Questions she skipped, which the team may ask her again: which can come, and in what order.

`flow.yaml` lists them. They are asked in an addition, after the question whether there is a
case; each comes as it stands in the flow, behind its notice, and can be skipped again.
"""

from collections.abc import Iterable
from dataclasses import replace

from flows.draft import Draft, values_of
from flows.model import Flow, Skipped, Step

MARK = "asked"
"""Set in an addition that the team has asked for, and on a note that asks."""

TOPICS, CASE = "topics", "linked"
"""Where other additions choose what to add; the question that comes before it."""

TYPED = frozenset({"text", "gather"})


def answering(draft: Draft) -> bool:
    """Tell whether she has begun to answer what a note asked, though nothing is kept yet."""
    return draft.stage == "arrive" and draft.marks.keys() >= {MARK, "adding"}


def may_return(flow: Flow, sent: Draft) -> tuple[str, ...]:
    """Return the questions that she skipped and the team may ask again, in their order.

    None where nothing more may be asked: of someone young, or about someone young.
    """
    young = "under_18" in values_of(sent, "age") or "yes" in values_of(sent, "child")
    if young or "yes" in values_of(sent, "other_minor_now"):
        return ()
    return tuple(
        name
        for name in _askable(flow)
        if (kept := sent.answers.get(name)) is not None
        and kept.state == "skipped"
        and _open(flow.steps[name], sent)
    )


def offered(flow: Flow, skipped: Iterable[str], ticked: Iterable[str]) -> tuple[str, ...]:
    """Return what staff `ticked` of the questions she `skipped`, as they are called today.

    A question that the flow has no more, or asks of nobody twice, is left out.
    """
    today = {old: step.id for step in flow.steps.values() for old in step.was}
    both = {today.get(name, name) for name in {*skipped} & {*ticked}}
    return tuple(name for name in _askable(flow) if name in both)


def askable(flow: Flow) -> frozenset[str]:
    """Return every name, of today or before, of a question that may be asked again."""
    names = set(_askable(flow))
    return frozenset(names.union(*(flow.steps[name].was for name in names)))


def following(flow: Flow, draft: Draft, chosen: str) -> str | None:
    """Return the next card of the questions asked, "" after the last, None off their path."""
    step = flow.steps[draft.step]
    if "early" in draft.marks or (step.purpose and values_of(draft, step.id) != ("yes",)):
        return None
    place = _place(flow, draft)
    if place < 0 or flow.skipped[place].last:
        return None
    ahead = flow.skipped[place + 1 :]
    past = step.option(chosen)
    if past is not None and past.to:
        # "Skip this part": its questions stand in the notice's own block.
        if past.to != TOPICS:
            return None
        ahead = tuple(one for one in ahead if flow.steps[one.to].block != step.block)
    return next((one.to for one in ahead if one.to != step.id and _comes(flow, one, draft)), "")


def instead(flow: Flow, draft: Draft, there: str) -> str | None:
    """Return the card that comes where others choose a topic, "" for none; None to go `there`."""
    again = there == CASE and CASE in draft.answers
    if not again and there != TOPICS:
        return None
    seen = {*draft.answers, *draft.trail, draft.step}
    first = (n.to for n in flow.skipped if n.to not in seen and _comes(flow, n, draft))
    found = next(first, "")
    # Where a case takes every question away, she may still add what can be tapped.
    return found or ("" if draft.answers.keys() & {*draft.asked} else None)


def begun(draft: Draft, asked: tuple[str, ...]) -> Draft:
    """Return an addition as it begins to ask; with nothing to ask it is like any other."""
    marks = {name: value for name, value in draft.marks.items() if name != MARK or asked}
    return replace(draft, asked=asked, marks=marks)


def _askable(flow: Flow) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.to for one in flow.skipped if one.to in one.of))


def _place(flow: Flow, draft: Draft) -> int:
    """Return where in the list she stands, -1 for nowhere.

    Of two places of one card, as of the services for someone in particular, the one after
    the card that she comes from.
    """
    places = [n for n, one in enumerate(flow.skipped) if one.to == draft.step]
    places = [n for n in places if _wanted(flow.skipped[n], draft)]
    last = draft.trail[-1] if draft.trail else ""
    before = max((n for n, one in enumerate(flow.skipped) if one.to == last), default=-1)
    return next((n for n in places if n > before), places[0] if places else -1)


def _wanted(one: Skipped, draft: Draft) -> bool:
    return not {*one.of}.isdisjoint(draft.asked)


def _comes(flow: Flow, one: Skipped, draft: Draft) -> bool:
    """Tell whether a card comes: some question that it is for can be asked, and it fits."""
    steps = flow.steps
    asks = any(name in steps and _open(steps[name], draft) for name in {*one.of} & {*draft.asked})
    return asks and one.when(draft) and _open(steps[one.to], draft)


def _open(step: Step, draft: Draft) -> bool:
    """Tell whether a question can be answered by what is known: typed words may be ruled out."""
    return step.when(draft) and (step.kind not in TYPED or step.text_when(draft))
