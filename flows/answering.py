"""Recording an answer, by tap or in typed words, and going on from it."""

from dataclasses import replace

from flows.draft import Answer, Consent, Draft
from flows.inserts import Inserts
from flows.listed import CHANGE, LANGUAGE, TYPED
from flows.model import Option, Step
from flows.moves import Moves, holds
from flows.outcome import Outcome
from flows.resume import LONGEST, SHORTEST, hashed
from flows.screen import Lead
from flows.search import found
from flows.setting import Setting
from flows.typed import one_word

# Kinds of card that are passed by when she only came to change one line.
PASSED = frozenset({"notice", "consent", "word"})


def choose(moves: Moves, here: Draft, name: str, setting: Setting) -> Outcome:
    """Record the tap on `name`, an option of the card or a listed button."""
    step = moves.flow.steps[here.aside or here.step]
    option = step.option(name)
    if option is not None and not holds(option.when, here):
        return Outcome(here, note="noted")
    if step.kind == "choices":
        return _tick(here, step, name)
    if name.startswith(LANGUAGE) and name.removeprefix(LANGUAGE) in setting.languages:
        return Outcome(replace(here, language=name.removeprefix(LANGUAGE), aside=""))
    if name.startswith(CHANGE) and name.removeprefix(CHANGE) in here.answers:
        return _change(moves, here, name.removeprefix(CHANGE))
    if step.kind == "lookup" and (name in moves.flow.bodies or name == TYPED):
        return _choose_body(moves, here, step, name, setting)
    if option is None:
        return Outcome(here, note="noted")
    if step.kind in {"notice", "end", "aside"}:
        return Outcome(advance(moves, here, name))
    label = option.them if option.them and here.marks.get("them") == "yes" else option.label
    words = setting.words(here.language)
    shown = words.say(step.id, label).format_map(Inserts(moves.flow, here, setting))
    return record(moves, here, Answer(option.state, (name,), labels=(shown,)), setting, option)


def _tick(here: Draft, step: Step, name: str) -> Outcome:
    option = step.option(name[1:])
    if option is None or not holds(option.when, here):
        return Outcome(here, note="noted")
    rest = tuple(p for p in here.picked if p != option.id)
    if name[0] == "+":
        clash = [o.id for o in step.options if o.alone or option.alone]
        rest = (*(p for p in rest if p not in clash), option.id)
    return Outcome(replace(here, picked=rest))


def _change(moves: Moves, here: Draft, name: str) -> Outcome:
    step = moves.flow.steps[name]
    if step.hidden and here.answers[name].text:
        return Outcome(replace(here, aside="hidden_line", waiting=name))
    return Outcome(reopened(here, step))


def reopened(here: Draft, step: Step) -> Draft:
    """Return the draft standing on `step` again, to come back to the review after it."""
    answer = here.answers.get(step.id)
    return replace(
        here,
        step=step.id,
        aside="",
        trail=(*here.trail, here.step),
        changing=True,
        waiting="",
        gathered=(),
        picked=answer.values if step.kind == "choices" and answer else (),
    )


def _choose_body(moves: Moves, here: Draft, step: Step, name: str, setting: Setting) -> Outcome:
    if name == TYPED:
        answer = Answer("answered", (TYPED,), text=here.waiting)
        return record(moves, here, answer, setting, lead=Lead("body_as_typed"))
    body = moves.flow.bodies[name]
    marks = {"body_nation": body.nation, "body_kind": body.kind}
    if body.nation == "several":
        marks["body_nation"] = "unknown"
    acts = setting.team.acts(body.id)
    marks["acts"] = "yes" if acts else "no"
    lead = Lead("can_act", (("body", body.name),)) if acts else None
    answer = Answer("answered", (body.id,), labels=(body.name,))
    return record(moves, here, answer, setting, Option(name, body.name, marks=marks), lead=lead)


def write(moves: Moves, here: Draft, text: str, setting: Setting) -> Outcome:
    """Record typed words on a step that takes them; nothing is ever cut."""
    step = moves.flow.steps[here.step]
    if step.kind == "word":
        word = one_word(text, SHORTEST, LONGEST)
        if not word:
            return Outcome(here, leads=(Lead("one_word"),))
        kept = replace(here, resume=hashed(word, setting.salt))
        return Outcome(advance(moves, kept), leads=(Lead("word_kept"),))
    pieces = (*here.gathered, text)
    if len("\n".join(pieces)) > step.limit:
        return Outcome(
            replace(here, waiting=text, aside="too_long"), gathering=step.kind == "gather"
        )
    if step.kind == "gather":
        lead = Lead("kept_pieces", (("pieces", str(len(pieces))),))
        return Outcome(replace(here, gathered=pieces), leads=(lead,), gathering=True)
    if step.kind == "lookup" and found(moves.flow.bodies, text):
        return Outcome(replace(here, waiting=text), leads=(Lead("which_body"),))
    lead_text = Lead("body_as_typed") if step.kind == "lookup" else None
    values = (TYPED,) if step.kind == "lookup" or step.typed else ()
    answer = Answer("answered", values, text=text)
    return record(moves, here, answer, setting, lead=lead_text)


def finish(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Record what "That's all" ends: the gathered messages, or the ticked options."""
    step = moves.flow.steps[here.step]
    if step.kind == "gather" and here.gathered:
        answer = Answer("answered", text="\n".join(here.gathered))
        return record(moves, here, answer, setting)
    chosen = [o for o in step.options if o.id in here.picked]
    if step.kind != "choices" or not chosen:
        return Outcome(here, leads=(Lead("not_understood"),))
    words = setting.words(here.language)
    about_other = here.marks.get("them") == "yes"
    labels = tuple(
        words.say(step.id, o.them if about_other and o.them else o.label) for o in chosen
    )
    answer = Answer(chosen[0].state, tuple(o.id for o in chosen), labels=labels)
    return record(moves, here, answer, setting)


def record(  # noqa: PLR0913 - one place where every answer passes
    moves: Moves,
    here: Draft,
    answer: Answer,
    setting: Setting,
    option: Option | None = None,
    lead: Lead | None = None,
) -> Outcome:
    """Keep `answer` to the current step with the question as shown, and go on."""
    step = moves.flow.steps[here.step]
    words = setting.words(here.language)
    said = step.them if step.them and here.marks.get("them") == "yes" else step.say
    asked = words.say(step.id, said).format_map(Inserts(moves.flow, here, setting))
    answer = replace(answer, question=asked, language=here.language)
    marks = {**here.marks, **(option.marks if option else _unsettled(step))}
    marks |= {f"{step.id}_once": v for v in answer.values if v in step.sticky}
    after = replace(here, answers={**here.answers, step.id: answer}, marks=marks)
    if step.purpose:
        given = answer.values == ("yes",)
        consent = Consent(
            step.purpose, given, asked, moves.flow.version, here.language, f"{setting.today}"
        )
        others = tuple(c for c in here.consents if c.purpose != step.purpose)
        after = replace(after, consents=(*others, consent))
    after, gone = _fitting(moves, after)
    reply = (option and option.reply) or (step.reply if answer.state == "answered" else "")
    leads = [lead] if lead else [Lead(reply)] if reply else []
    leads += [Lead("took_out", (("label", words.say(g.id, g.label)),)) for g in gone]
    begun = step.purpose == "hold_draft" and answer.values == ("yes",)
    if begun:
        after = replace(after, stage="held", created=f"{setting.today}", trail=())
    after = advance(moves, after, answer.values[0] if answer.values else "")
    if begun:
        after = replace(after, trail=())
    return Outcome(after, deed="begin" if begun else "", leads=tuple(leads))


def _unsettled(step: Step) -> dict[str, str]:
    """Return the marks of a body that no list entry settles."""
    if step.kind != "lookup":
        return {}
    return {"body_nation": "unknown", "body_kind": "unknown", "acts": "unknown"}


def _fitting(moves: Moves, draft: Draft) -> tuple[Draft, list[Step]]:
    """Take out typed words that a changed answer leaves no place for, and name them."""
    gone = [
        step
        for step in moves.flow.steps.values()
        if step.when.tests
        and (kept := draft.answers.get(step.id)) is not None
        and kept.text
        and not holds(step.when, draft)
    ]
    left = {k: v for k, v in draft.answers.items() if k not in {s.id for s in gone}}
    return replace(draft, answers=left), gone


def advance(moves: Moves, here: Draft, chosen: str = "") -> Draft:
    """Return the draft on the next card; a changed line leads back to the review."""
    after = replace(
        here,
        step=moves.go("go", here, chosen),
        aside="",
        trail=(*here.trail, here.step),
        waiting=here.waiting if here.stage == "arrive" else "",
        gathered=(),
        picked=(),
    )
    if here.changing:
        after = _onward(moves, after)
    answer = after.answers.get(after.step)
    if answer and moves.flow.steps[after.step].kind == "choices":
        after = replace(after, picked=answer.values)
    return after


def _onward(moves: Moves, here: Draft) -> Draft:
    """Pass by what is answered already, up to a new question or the review."""
    for _ in moves.flow.steps:
        step = moves.flow.steps[here.step]
        answer = here.answers.get(step.id)
        if step.kind == "review":
            return replace(here, changing=False)
        if answer is None and step.kind not in PASSED:
            return here
        if step.kind == "consent" and (answer is None or answer.values != ("yes",)):
            return here
        chosen = answer.values[0] if answer and answer.values else ""
        onward = moves.go("go", here, chosen)
        if onward == here.step:
            return here
        here = replace(here, step=onward)
    return here
