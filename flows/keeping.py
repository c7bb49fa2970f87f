"""Keeping an answer: with the question as it was shown, its marks and its consent."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from flows.date_cards import opened
from flows.dating import so_far_answered
from flows.draft import Answer, Consent, Draft
from flows.inserts import Inserts
from flows.model import Flow, Step
from flows.moves import Moves
from flows.outcome import Outcome
from flows.screen import Lead
from flows.setting import Setting, Words
from flows.withheld import removed

# What a look-up's answer settles, until an entry of the list says more.
UNSETTLED: Mapping[str, str] = {
    "body_nation": "unknown",
    "body_kind": "unknown",
    "acts": "unknown",
}


def keep(moves: Moves, outcome: Outcome, setting: Setting) -> Outcome:
    """Keep the outcome's answer to the current step, and drop what no longer fits it.

    An answer that takes away the place of earlier ones (another way to be reached, a
    live case) removes those; words that go are named above the next card.
    """
    here, answer = outcome.draft, outcome.answer or Answer("skipped")
    step, words = moves.flow.steps[here.step], setting.languages[here.language]
    said = step.them if step.them and here.marks.get("them") == "yes" else step.say
    asked = words.say(step.id, said).format_map(Inserts(moves.flow, here, setting))
    answer = replace(answer, question=asked, language=here.language)
    # Marks that the last answer to this step set go with that answer.
    old = {name for option in step.options for name in option.marks}
    marks = {name: value for name, value in here.marks.items() if name not in old}
    marks |= {**(UNSETTLED if step.kind == "lookup" else {}), **outcome.marks}
    marks |= {f"{step.id}_once": value for value in answer.values if value in step.sticky}
    after = replace(here, answers={**here.answers, step.id: answer}, marks=marks)
    if step.purpose:
        after = _consented(moves, after, step, setting)
    gone = [
        s
        for s in moves.flow.steps.values()
        if (kept := after.answers.get(s.id)) is not None
        and not (
            s.when(after)
            and (s.text_when(after) or not kept.text)
            and all(o.when(after) for o in s.options if o.id in kept.values)
        )
    ]
    if gone:
        after = removed(after, gone, _without(gone, after, step.purpose))
    reply = outcome.reply or (step.reply if answer.state == "answered" else "")
    leads = outcome.leads or ((Lead(reply),) if reply else ())
    if gone:
        leads += tuple(_named(gone, here, after, moves.flow, words))
    if here.stage != after.stage:
        return replace(outcome, draft=after, leads=leads, deed="begin", code=after.code)
    return replace(outcome, draft=after, leads=leads)


def _named(
    gone: Iterable[Step], here: Draft, after: Draft, flow: Flow, words: Words
) -> Iterator[Lead]:
    """Yield lines that name what a changed answer took out: lines, or words beside a date.

    Where a text is there for the question that changed, it says so in that question's terms.
    """
    own = f"took_out_{here.step}"
    lost = [s for s in gone if _said(s, here.answers.get(s.id))]
    comma = words.say("texts", flow.texts["list_and"])
    took_out = own if own in flow.texts else "took_out"
    for text, stays in ((took_out, False), ("took_out_words", True)):
        if labels := [words.say(s.id, s.label) for s in lost if (s.id in after.answers) is stays]:
            yield Lead(text, (("label", f"{comma} ".join(labels)),))


def _said(step: Step, answer: Answer | None) -> bool:
    """Tell whether there is something to lose in an answer: words, or a tap that said something.

    A button beside the question for a word leads elsewhere; no word was given with it.
    """
    if answer is None or answer.state != "answered":
        return False
    return step.kind != "word" or not answer.values


def _without(gone: Iterable[Step], draft: Draft, given: str) -> Draft:
    """Return the draft without these answers and consents, which may have to be asked again.

    Where only her words may not stay, a date that she tapped or confirmed does. The consent
    just `given` stays too: two questions can ask for one, in words for two ages.
    """
    names = {step.id for step in gone}
    answers = {name: kept for name, kept in draft.answers.items() if name not in names}
    for step in gone:
        if draft.answers[step.id].date and step.when(draft) and not step.text_when(draft):
            answers[step.id] = replace(draft.answers[step.id], text="")
            names.remove(step.id)
    passed = tuple(name for name in draft.passed if name not in names)
    purposes = {step.purpose for step in gone if step.purpose} - {given}
    consents = tuple(c for c in draft.consents if c.purpose not in purposes)
    return replace(draft, answers=answers, passed=passed, consents=consents)


def _consented(moves: Moves, here: Draft, step: Step, setting: Setting) -> Draft:
    """Note a consent given or refused with the text as shown; one to a draft begins it."""
    answer = here.answers[step.id]
    given = answer.values == ("yes",)
    consent = Consent(
        purpose=step.purpose,
        given=given,
        text=answer.question,
        version=moves.flow.version,
        language=here.language,
        day=setting.today.isoformat(),
    )
    others = tuple(c for c in here.consents if c.purpose != step.purpose)
    after = replace(here, consents=(*others, consent))
    if given and step.purpose == "hold_draft":
        return _begun(moves, after, setting.languages[here.language], setting)
    return after


def _begun(moves: Moves, here: Draft, words: Words, setting: Setting) -> Draft:
    """Return the draft as it begins to be held, the arrival answers as they were shown.

    They travelled in the buttons as figures; their words are put back here. In an
    addition the code that travelled with them is kept.
    """
    answers = {
        name: _as_shown(moves.flow.steps[name], answer, words)
        for name, answer in here.answers.items()
    }
    code = here.waiting if here.marks.get("adding") else ""
    return replace(
        here,
        stage="held",
        answers=answers,
        created=setting.today.isoformat(),
        code=code,
        waiting="",
    )


def _as_shown(step: Step, answer: Answer, words: Words) -> Answer:
    if answer.question:
        return answer
    labels = tuple(words.say(step.id, o.label) for o in step.options if o.id in answer.values)
    question = words.say(step.id, step.say)
    return replace(answer, labels=labels, question=question, language=words.language)


def settled(moves: Moves, here: Draft, setting: Setting) -> Draft:
    """Keep what is gathered or ticked on the current card before leaving it another way."""
    step = moves.flow.steps[here.step]
    dated = so_far_answered(moves.flow, here, setting) if opened(step, here) else None
    answer = dated or unfinished(step, here, setting)
    if answer is None:
        return here
    kept = keep(moves, Outcome(here, answer=answer), setting).draft
    return replace(kept, gathered=())


def unfinished(step: Step, here: Draft, setting: Setting) -> Answer | None:
    """Return the answer that "That's all" would keep now, or None."""
    if step.kind == "gather" and here.gathered:
        return Answer("answered", text="\n".join(here.gathered))
    picked = [o for o in step.options if o.id in here.picked]
    if step.kind != "choices" or not picked:
        return None
    before = here.answers.get(step.id)
    if before and set(before.values) - {"typed"} == set(here.picked):
        return before
    words = setting.languages[here.language]
    other = here.marks.get("them") == "yes"
    labels = tuple(words.say(step.id, o.them if other and o.them else o.label) for o in picked)
    return Answer(picked[0].state, tuple(o.id for o in picked), labels=labels)
