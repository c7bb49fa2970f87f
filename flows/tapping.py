"""What a tap means on each kind of card."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from flows import places
from flows.asking_again import in_language
from flows.buttons import buttons
from flows.controls import control
from flows.dating import pick
from flows.draft import Answer, Draft
from flows.listed import CHANGE, LANGUAGE, TYPED
from flows.model import CONTROLS
from flows.moves import Moves
from flows.outcome import Move, Outcome
from flows.returning import reopened
from flows.screen import Lead
from flows.setting import Setting

# A card without a question: its options only lead on.
LEADS_ON = frozenset({"notice", "end", "aside"})


def tapped(moves: Moves, here: Draft, move: Move, setting: Setting) -> Outcome:
    """Decide a tap; one on a card or button that is no longer there changes nothing."""
    name = move.value
    step = moves.flow.steps[here.aside or here.step]
    # Ticking says what it wants ("+x", "-x"), so that a quick second tap still counts.
    ticks = step.kind == "choices" and name[:1] in {"+", "-"}
    if move.step != step.id or not (ticks or move.revision in {here.revision, -1}):
        return Outcome(here, note="noted")
    shown = {b.option: b.label for b in buttons(moves.flow, here, setting)}
    if name not in shown:
        return Outcome(here, note="noted")
    option = next((o for o in step.options if o.id == name), None)
    if name in CONTROLS or (option and option.move):
        return control(moves, here, option.move if option else name, setting)
    if (chooser := OF_A_LIST.get(step.id) or BY_KIND.get(step.kind)) is not None:
        return chooser(moves, here, name, setting)
    if option is None or step.kind in LEADS_ON:
        laid_over = option.to if option and step.kind == "aside" else ""
        return Outcome(replace(here, aside=laid_over), go="" if laid_over else "go", chosen=name)
    return Outcome(
        here,
        answer=Answer(option.state, (name,), labels=(shown[name],)),
        marks=option.marks,
        reply=option.reply,
        go="go",
        chosen=name,
    )


def _tick(moves: Moves, here: Draft, name: str, setting: Setting) -> Outcome:
    del setting
    step = moves.flow.steps[here.step]
    ticked = {o.id: o for o in step.options}[name[1:]]
    rest = tuple(p for p in here.picked if p != ticked.id)
    if name[0] == "+":
        apart = {o.id for o in step.options if o.alone or ticked.alone}
        rest = (*(p for p in rest if p not in apart), ticked.id)
    return Outcome(replace(here, picked=rest))


def _body(moves: Moves, here: Draft, name: str, setting: Setting) -> Outcome:
    """Keep the police body: an entry of the list, words as typed, or an option."""
    step = moves.flow.steps[here.step]
    if name == TYPED:
        return places.asked(moves, here, here.waiting, setting)
    body = moves.flow.bodies.get(name)
    option = next((o for o in step.options if o.id == name), None)
    # The summary says what she tapped, not what the list calls it.
    labels = (setting.languages[here.language].say(step.id, option.label),) if option else ()
    if body is None:
        marks = option.marks if option else {}
        state = option.state if option else "answered"
        answer = Answer(state, (name,), labels=labels)
        return Outcome(here, answer=answer, marks=marks, go="go", chosen=name)
    acts = {"*", body.id} & setting.team.acts_on
    marks = {
        "body_nation": "unknown" if body.nation == "several" else body.nation,
        "body_kind": body.kind,
        "acts": "yes" if acts else "no",
    }
    return Outcome(
        here,
        answer=Answer("answered", (body.id,), labels=labels or (body.name,)),
        marks=marks,
        leads=(Lead("can_act", (("body", body.name),)),) if acts else (),
        go="go",
        chosen=name,
    )


def _language(moves: Moves, here: Draft, name: str, setting: Setting) -> Outcome:
    """Go on in another language; a yes to being read is asked for again, which is told."""
    words = setting.languages[name.removeprefix(LANGUAGE)]
    after, leads = in_language(moves.flow, here, words)
    return Outcome(after, leads=leads)


def _change(moves: Moves, here: Draft, name: str, setting: Setting) -> Outcome:
    """Lay the card of one line over the review: change it, remove it or leave it."""
    del setting
    step = moves.flow.steps[name.removeprefix(CHANGE)]
    if step.kind == "consent" or here.answers[step.id].state == "skipped":
        # There is nothing to remove, and a yes is taken back by answering its question again.
        return Outcome(reopened(moves, here, step))
    hidden = step.hidden and here.answers[step.id].text
    return Outcome(replace(here, aside="hidden_line" if hidden else "line", waiting=step.id))


Chooser = Callable[[Moves, Draft, str, Setting], Outcome]
BY_KIND: Mapping[str, Chooser] = {"choices": _tick, "lookup": _body, "date": pick}
OF_A_LIST: Mapping[str, Chooser] = {"language": _language, "change": _change}
