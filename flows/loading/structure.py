"""Faults that only the whole flow shows: targets, values, dead ends, loops, names.

Each is reported on the line of the step, option or way that holds it.
"""

import string
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from flows.asking_again import AGAIN
from flows.cases import VALUES
from flows.controls import known_moves
from flows.inserts import BY_NAME, BY_TURN
from flows.loading import schema
from flows.loading.faults import Fault, did_you_mean
from flows.loading.pages import Page
from flows.model import CONTROLS, Body

# Names that a condition may test although no step is called so.
MARKS: Mapping[str, frozenset[str]] = {
    **VALUES,
    "stage": frozenset({"arrive", "held", "sent"}),
    "adding": frozenset({"yes", "not_asked"}),
    "asked": frozenset({"yes", "not_asked"}),
    "early": frozenset({"yes", "not_asked"}),
    "close_by": frozenset({"yes", "not_asked"}),
    "taken_back": frozenset({"yes", "not_asked"}),
    "has_word": frozenset({"yes", "no"}),
    "writing": frozenset({"yes", "no"}),
    "them": frozenset({"yes", "no", "not_asked"}),
    "crisis_words": frozenset({"yes", "not_asked"}),
    "child_risk": frozenset({"yes", "not_asked"}),
    "immediate_danger": frozenset({"yes", "not_asked"}),
    "acts": frozenset({"yes", "no", "unknown", "not_asked"}),
    "body_nation": frozenset(
        {"england", "wales", "scotland", "ni", "outside_uk", "unknown", "not_asked"}
    ),
    "body_kind": frozenset(
        {"met", "territorial", "scotland", "ni", "national", "outside", "unknown", "not_asked"}
    ),
}
ANY_STEP = frozenset({"skipped", "not_asked", "typed"})
# Kinds that ask something and so must be skippable, unless they are consent or safety.
ASKING = frozenset({"choices", "text", "gather", "lookup", "word", "date"})
SAFETY = frozenset({"phone", "safe"})
WAYS_OUT = frozenset({"end", "aside", "review"})


@dataclass(frozen=True, slots=True)
class Whole:
    """All files of questions together, and what they may refer to.

    `taken_out` are ids that stand in the files but did not fit: referring to one is no
    second fault, and where a flow has such gaps its paths are not judged.
    """

    pages: Mapping[str, Page]
    questions: Mapping[str, schema.QuestionsPage]
    flow: schema.FlowPage
    flow_page: Page
    texts: frozenset[str]
    bodies: Mapping[str, Body]
    taken_out: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()

    def steps(self) -> Iterator[tuple[Page, schema.StepPage]]:
        """Yield each step with its page."""
        for name, questions in self.questions.items():
            for step in questions.steps:
                yield self.pages[name], step

    @property
    def by_id(self) -> dict[str, schema.StepPage]:
        """Every step under its id."""
        return {step.id: step for _, step in self.steps()}


def ways_of(step: schema.StepPage) -> list[schema.WayPage]:
    """Return the ways of a step, whether it names one or lists several."""
    if isinstance(step.next, str):
        return [schema.WayPage(to=step.next, line=step.line)] if step.next else []
    return step.next


def structure(whole: Whole) -> list[Fault]:
    """Return every fault of the flow as a whole."""
    checks: list[Callable[[Whole], Iterator[Fault]]] = [
        _names,
        _targets,
        _values,
        _texts,
        _inserts,
        _ends,
        _skips,
        _needs,
        _laid_over,
    ]
    if not whole.taken_out:
        checks += [_unreachable, _loops]
    return [fault for check in checks for fault in check(whole)]


def _names(whole: Whole) -> Iterator[Fault]:
    seen: set[str] = set()
    for page, step in whole.steps():
        if step.id in seen:
            yield page.fault(step.line, f'there are two steps called "{step.id}"')
        seen.add(step.id)
        for option in step.options:
            if option.id in CONTROLS:
                yield page.fault(
                    option.line,
                    f'an option cannot be called "{option.id}": a control has that name',
                )
            if option.move and option.move not in known_moves():
                hint = did_you_mean(option.move, known_moves())
                what = f'there is no move "{option.move}"'
                yield page.fault(option.line, what, hint, option.move)


def _targets(whole: Whole) -> Iterator[Fault]:
    known = whole.by_id
    places = [(p, s.line, w) for p, s in whole.steps() for w in ways_of(s)]
    places += [
        (p, o.line, schema.WayPage(to=o.to, line=o.line))
        for p, s in whole.steps()
        for o in s.options
        if o.to
    ]
    places += [
        (whole.flow_page, w.line, w)
        for ways in whole.flow.moves.values()
        if not isinstance(ways, int)
        for w in ways
    ]
    places += [(whole.flow_page, card.line, card) for card in whole.flow.skipped]
    for page, line, way in places:
        if way.to not in known and way.to not in whole.taken_out:
            hint = did_you_mean(way.to, known)
            yield page.fault(way.line or line, f'there is no step "{way.to}"', hint, way.to)


def _values(whole: Whole) -> Iterator[Fault]:
    for page, step in whole.steps():
        for line, tests in (
            (step.line, step.when),
            (step.line, step.text_when),
            *((w.line, w.if_) for w in ways_of(step)),
            *((o.line, o.when) for o in step.options),
        ):
            yield from test_faults(whole, page, line, tests)


def test_faults(whole: Whole, page: Page, line: int, tests: schema.Tests) -> Iterator[Fault]:
    """Yield the tests that ask about an unknown step or a value that it cannot have."""
    steps = whole.by_id
    for name, test in tests.items():
        if not isinstance(test, schema.Test):
            continue
        step = steps.get(name.removesuffix("_once").removesuffix(AGAIN))
        if name in whole.taken_out:
            continue
        if step is None and name not in MARKS:
            what = f'there is no step "{name}" to ask about'
            yield page.fault(line, what, did_you_mean(name, steps), name)
            continue
        known = MARKS[name] if step is None else ANY_STEP | {o.id for o in step.options}
        if step is not None and step.kind == "lookup":
            known |= set(whole.bodies)
        for value in [*(test.in_ or ()), *([test.is_] if test.is_ is not None else ())]:
            if value not in known and value not in whole.taken_out:
                hint = did_you_mean(value, known)
                yield page.fault(line, f'"{name}" is never "{value}"', hint, value)


def _texts(whole: Whole) -> Iterator[Fault]:
    for page, step in whole.steps():
        replies = [(step.line, step.reply), (step.line, step.skip_reply)]
        replies += [(o.line, o.reply) for o in step.options]
        for line, reply in replies:
            if reply and reply not in whole.texts:
                hint = did_you_mean(reply, whole.texts)
                yield page.fault(line, f'there is no text "{reply}"', hint, reply)


def _inserts(whole: Whole) -> Iterator[Fault]:
    known = {*BY_NAME, *BY_TURN}
    for page, step in whole.steps():
        said = [(step.line, step.say), (step.line, step.them)]
        for line, text in [*said, *((o.line, o.label) for o in step.options)]:
            for name in inserts_in(text):
                if name not in known:
                    hint = did_you_mean(name, known)
                    what = f'nothing is known as "{{{name}}}"'
                    yield page.fault(line, what, hint, f"{{{name}}}")


def inserts_in(text: str) -> list[str]:
    """Return the names between braces in `text`; a stray brace counts as a name."""
    try:
        return [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    except ValueError:
        return [text]


def _ends(whole: Whole) -> Iterator[Fault]:
    for page, step in whole.steps():
        if step.kind in WAYS_OUT:
            continue
        ways = ways_of(step)
        last = ways[-1] if ways else None
        if last is None or any(isinstance(t, schema.Test) for t in last.if_.values()):
            hint = "give it a last way without a condition: {to: step}"
            yield page.fault(step.line, f'"{step.id}" can be a dead end', hint)


def _skips(whole: Whole) -> Iterator[Fault]:
    for page, step in whole.steps():
        asks = step.kind in ASKING or (step.kind == "choice" and step.id not in SAFETY)
        if asks and not step.skip:
            hint = "only consent and the two safety questions have no Skip"
            yield page.fault(step.line, f'"{step.id}" cannot be skipped', hint)


def _needs(whole: Whole) -> Iterator[Fault]:
    for page, step in whole.steps():
        for need in step.needs:
            if need not in whole.needs:
                what = f'no service is for the need "{need}"'
                yield page.fault(step.line, what, did_you_mean(need, whole.needs), need)


def _laid_over(whole: Whole) -> Iterator[Fault]:
    kinds = {step.id: step.kind for _, step in whole.steps()}
    for page, step in whole.steps():
        for option in step.options if step.kind == "aside" else ():
            if option.to and kinds.get(option.to, "aside") != "aside":
                hint = "a card laid over the conversation leads to another such card, or by a move"
                yield page.fault(option.line, f'"{option.to}" is no such card', hint, option.to)


def _leads(whole: Whole) -> dict[str, set[str]]:
    return {
        step.id: {w.to for w in ways_of(step)} | {o.to for o in step.options if o.to}
        for _, step in whole.steps()
    }


def _reached(leads: Mapping[str, set[str]], starts: Iterable[str]) -> set[str]:
    reached: set[str] = set()
    waiting = list(starts)
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting += leads.get(here, ())
    return reached


# Steps that a move of the code begins at, besides the first.
BEGUN_BY_MOVES = (
    "add_hold",
    "sent",
    "sent_self",
    "sent_added",
    "sent_stop",
    "sent_asked",
    "deleted",
    "counted",
)


def _unreachable(whole: Whole) -> Iterator[Fault]:
    jumps = [w.to for ways in whole.flow.moves.values() if not isinstance(ways, int) for w in ways]
    reached = _reached(_leads(whole), [whole.flow.first, *BEGUN_BY_MOVES, *jumps])
    for page, step in whole.steps():
        if step.kind != "aside" and step.id not in reached:
            yield page.fault(step.line, f'no step leads to "{step.id}"')


def _loops(whole: Whole) -> Iterator[Fault]:
    leads = _leads(whole)
    outs = {s.id for _, s in whole.steps() if s.kind in WAYS_OUT} | {"farewell"}
    for page, step in whole.steps():
        if step.kind not in WAYS_OUT and not outs & _reached(leads, [step.id]):
            yield page.fault(step.line, f'"{step.id}" is in a loop that has no way out')
