"""Which questions one report can hold: a first one, or an addition about one topic.

Over-counts rather than under-counts: a way is closed only where `adding`, or the topic,
closes it, whatever else was answered.
"""

from collections.abc import Iterable, Iterator, Mapping

from flows.condition import Condition
from flows.model import Flow

TOPIC = "topics"
"""The step whose answer says what an addition is about; its other topics' answers go."""

Known = Mapping[str, str]


def kinds(flow: Flow) -> Iterator[frozenset[str]]:
    """Yield the steps that can be asked in each kind of report, the first one's first."""
    yield asked(flow, {"adding": "not_asked", TOPIC: "not_asked"})
    if TOPIC in flow.steps:
        for option in flow.steps[TOPIC].options:
            yield asked(flow, {"adding": "yes", TOPIC: option.id})


def asked(flow: Flow, known: Known) -> frozenset[str]:
    """Return the steps that can be asked while `known` holds, by step or mark."""
    passed: set[str] = set()
    waiting = [flow.first, *(["add_hold"] if known["adding"] == "yes" else [])]
    for ways in flow.moves.values():
        waiting += _taken(((way.to, way.when) for way in ways), known)
    while waiting:
        step = flow.steps[waiting.pop()]
        if step.id not in passed:
            passed.add(step.id)
            waiting += _taken(((way.to, way.when) for way in step.ways), known)
            waiting += [o.to for o in step.options if o.to and _open(o.when, known)]
    return frozenset(name for name in passed if _open(flow.steps[name].when, known))


def _taken(ways: Iterable[tuple[str, Condition]], known: Known) -> list[str]:
    """Return where these ways can lead, up to the first that is always open."""
    taken = []
    for to, when in ways:
        if _open(when, known):
            taken.append(to)
            if all(name in known for name, _ in when.tests):
                break
    return taken


def _open(when: Condition, known: Known) -> bool:
    return all(known[name] in wanted for name, wanted in when.tests if name in known)
