"""That a content notice comes before what is hard to be asked (T16), and that parts count (T18)."""

from collections.abc import Iterator, Mapping

from flows.buttons import ASKING
from flows.lint.finding import Finding
from flows.lint.lists import Lists, Notice
from flows.model import Flow, Step

# Where a conversation begins, and where moves of the code put a person down.
BEGINNINGS = ("add_hold", "sent", "sent_added", "sent_stop", "sent_asked", "deleted", "counted")
OFFERS = frozenset({"go on", "skip this part", "take a break", "see support"})


def notices(flow: Flow, lists: Lists) -> Iterator[Finding]:
    """Yield each sensitive question that can be reached around its notice, and poor notices."""
    for notice in lists.notices:
        step = flow.steps.get(notice.notice)
        if step is None:
            what = f'there is no step "{notice.notice}" to give notice'
            yield _finding(flow, notice.notice, what, "Name the step that gives the notice.")
            continue
        around = reached(flow, without=notice.notice)
        for name in covered(flow, notice):
            if name not in flow.steps:
                what = f'there is no step "{name}" to give notice of'
                yield _finding(flow, step.id, what, "Take it out of lint/flow.yaml.")
            elif name in around or asked_without(flow, name, step.id):
                what = f'it can be reached without "{step.id}", which says what comes'
                yield _finding(flow, name, what, f"Lead to {step.id} first.")
        for lacking in sorted(OFFERS - offered(flow, step)):
            what = f"this notice has no button to {lacking}"
            remedy = "A notice offers: go on, skip this part, take a break, see support."
            yield _finding(flow, step.id, what, remedy)


def asked_without(flow: Flow, name: str, notice: str) -> bool:
    """Tell whether the team could ask for `name` again without its notice before it."""
    noticed: set[str] = set()
    for card in flow.skipped:
        if card.to == notice and not card.when.tests:
            noticed.update(card.of)
        if card.to == name and not noticed.issuperset(card.of):
            return True
    return False


def covered(flow: Flow, notice: Notice) -> list[str]:
    """Return the questions that a notice is for."""
    block = (s.id for s in flow.steps.values() if s.block == notice.block and s.kind in ASKING)
    return [*notice.steps, *block]


def offered(flow: Flow, step: Step) -> set[str]:
    """Return which of the four ways on a notice offers; past it is out of its block."""
    found = set()
    for option in step.options:
        if option.move in {"pause", "leave"}:
            found.add("take a break")
        elif option.move in {"help", "services"}:
            found.add("see support")
        elif option.to and flow.steps[option.to].block != step.block:
            found.add("skip this part")
        elif not option.move:
            found.add("go on")
    return found


def leads(flow: Flow) -> Mapping[str, set[str]]:
    """Return where each step can lead, whatever was answered."""
    return {
        step.id: {way.to for way in step.ways} | {o.to for o in step.options if o.to}
        for step in flow.steps.values()
    }


def reached(flow: Flow, *, without: str = "") -> set[str]:
    """Return the steps that can be reached from any beginning, never entering `without`."""
    ways, found = leads(flow), set[str]()
    jumps = (way.to for moved in flow.moves.values() for way in moved)
    waiting = [flow.first, *(name for name in BEGINNINGS if name in flow.steps), *jumps]
    while waiting:
        here = waiting.pop()
        if here not in found and here != without:
            found.add(here)
            waiting += ways[here]
    return found


def parts(flow: Flow) -> Iterator[Finding]:
    """Yield a gap in the numbers of the parts, and a text that does not tell them."""
    told = [block.part for block in flow.blocks.values() if block.part]
    if told != list(range(1, len(told) + 1)):
        what = f"the parts are numbered {told}"
        yield _finding(flow, flow.first, what, "Number them 1, 2, 3 in the order of flow.yaml.", 18)
    said = flow.texts.get("part", "")
    if not ("{part}" in said and "{parts}" in said):
        what = "the line above a question does not say which part of how many it is"
        yield Finding("texts", "part", "T18", said, what, "Name {part} and {parts} in it.", said)


def _finding(flow: Flow, step: str, what: str, remedy: str, item: int = 16) -> Finding:
    english = flow.steps[step].say if step in flow.steps else ""
    rule = "content-notice" if item == 16 else "part"  # noqa: PLR2004 - the item's number
    return Finding(step, rule, f"T{item}", "", what, remedy, english)
