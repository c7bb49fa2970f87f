"""Which flags can ever be set and which rules can ever win, by the conditions alone.

For each rule a set of answers is sought that sets its flag and none of the rules before it.
A name (a question, a mark) is narrowed to the values that every choice so far leaves it;
tests are tried one by one, so the search ends, and it forgets nothing that the conditions
say. It knows which options and bodies there are and which questions depend on others. It
does not know the order of the cards: that a rule is truly reached, a story shows.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from flows.cases import OPEN
from flows.condition import Condition
from flows.loading.structure import MARKS
from flows.model import Flag, Flow, Rule, Step
from flows.time_limits import Near

SEVERAL = frozenset({"choices"})

Values = frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """What is left of each name: the values it may have, and the tests it has to meet.

    A name with several values at once meets tests with different ones.
    """

    domains: Mapping[str, Values]
    several: frozenset[str]
    wanted: tuple[tuple[str, Values], ...] = ()
    near: frozenset[Near] = frozenset()

    def met(self) -> bool:
        """Tell whether there are values that meet every test."""
        if not all(values & self.domains.get(name, frozenset()) for name, values in self.wanted):
            return False
        single = {name for name, _ in self.wanted} - self.several
        return all(
            frozenset.intersection(
                self.domains[name], *(values for other, values in self.wanted if other == name)
            )
            for name in single
        )

    def wanting(self, tests: Iterable[tuple[str, Values]]) -> "Known":
        """Return this with more tests to meet."""
        return Known(self.domains, self.several, (*self.wanted, *tests), self.near)

    def without(self, name: str, values: Values) -> "Known":
        """Return this with fewer values for a name."""
        left = self.domains.get(name, frozenset()) - values
        return Known({**self.domains, name: left}, self.several, self.wanted, self.near)


class Conditions:
    """A flow's flags and rules, and every value that a name can have in it."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.flags = {flag.id: flag for flag in flow.flags}
        self.starts = tuple(_starts(flow))

    def never_set(self) -> Iterator[Flag]:
        """Yield the flags that no answer and no date sets."""
        for flag in self.flow.flags:
            if not any(one.met() for start in self.starts for one in self._set(flag, start)):
                yield flag

    def never_won(self) -> Iterator[tuple[Rule, tuple[Rule, ...]]]:
        """Yield the rules that never name the queue, with those before them that take all."""
        for place, rule in enumerate(self.flow.rules):
            before = [one for one in self.flow.rules[:place] if one.flag in self.flags]
            if rule.flag in self.flags and not self._wins(rule, before):
                alone = (one for one in before if not self._wins(rule, [one]))
                yield rule, tuple(alone)

    def _wins(self, rule: Rule, before: list[Rule]) -> bool:
        flag = self.flags[rule.flag]
        others = [self.flags[one.flag] for one in before]
        return any(
            self._none_set(others, known)
            for start in self.starts
            for known in self._set(flag, start)
        )

    def _set(self, flag: Flag, start: Known) -> Iterator[Known]:
        """Yield each way of setting a flag."""
        for condition in flag.when:
            yield start.wanting(_with_places(self.flow, condition))
        for near in flag.near:
            if _possible(self.flow, near):
                known = start.wanting(_with_places(self.flow, near.when))
                yield Known(known.domains, known.several, known.wanted, frozenset({near}))

    def _none_set(self, flags: list[Flag], known: Known) -> bool:
        """Tell whether all of these flags can be unset at once."""
        # Days that are given too: only the answers asked for beside them can keep the flag unset.
        given = [
            other.when
            for f in flags
            for other in f.near
            if any(_implies(m, other) for m in known.near)
        ]
        if not all(condition.tests for condition in given):
            return False
        return _all_broken([*given, *(c for flag in flags for c in flag.when)], known)


def _all_broken(conditions: list[Condition], known: Known) -> bool:
    """Tell whether each condition can be broken by one of its tests, all together."""
    if not known.met():
        return False
    # Those with one test leave no choice: first, they narrow the search for the others.
    left = sorted(conditions, key=lambda condition: len(condition.tests))
    if not left:
        return True
    return any(
        _all_broken(left[1:], known.without(name, values))
        for name, values in left[0].tests
        if name not in known.domains or known.domains[name] - values
    )


def _starts(flow: Flow) -> Iterator[Known]:
    """Yield what may be known at all, once for each kind of police body: its marks go together."""
    several = frozenset(step.id for step in flow.steps.values() if step.kind in SEVERAL)
    domains = {step.id: _values(flow, step) for step in flow.steps.values()}
    for step in flow.steps.values():
        domains[f"{step.id}_once"] = frozenset({*step.sticky, "not_asked"})
    for option in (o for step in flow.steps.values() for o in step.options):
        for name, value in option.marks.items():
            domains[name] = domains.get(name, frozenset({"not_asked"})) | {value}
    domains |= {name: values for name, values in MARKS.items() if name not in domains}
    domains["stage"] = frozenset({"held"})
    settled = {
        (body.kind, body.nation.replace("several", "unknown")) for body in flow.bodies.values()
    }
    for kind, nation in sorted({*settled, ("unknown", "unknown"), ("not_asked", "not_asked")}):
        body = {"body_kind": frozenset({kind}), "body_nation": frozenset({nation})}
        acts = {"acts": frozenset({"yes", "no"} if kind in dict(settled) else {kind})}
        yield Known({**domains, **body, **acts}, several)


def _values(flow: Flow, step: Step) -> Values:
    """Return every value that a question's answer can have."""
    values = {"not_asked", *(option.id for option in step.options)}
    if step.skip:
        values.add("skipped")
    if step.takes_text:
        values.add("typed")
    if step.kind == "lookup":
        values |= set(flow.bodies)
    return frozenset(values)


def _with_places(flow: Flow, condition: Condition) -> Iterator[tuple[str, Values]]:
    """Yield a condition's tests, and those of the questions that have to be asked for it."""
    waiting, seen = list(condition.tests), set[str]()
    while waiting:
        name, values = waiting.pop()
        yield name, values
        if name == "case_open" and values == {"no"}:
            yield from _no_case(flow)
        step = flow.steps.get(name)
        if step and name not in seen and "not_asked" not in values:
            seen.add(name)
            waiting += step.when.tests
            options = [option for option in step.options if option.id in values]
            if len(options) == len(values) == 1:
                waiting += options[0].when.tests


def _no_case(flow: Flow) -> Iterator[tuple[str, Values]]:
    """Yield what is left of each question of which an answer alone says that a case is open."""
    for (name, opening), *others in (tuple(way.items()) for way in OPEN):
        if not others and name in flow.steps:
            yield name, _values(flow, flow.steps[name]) - opening


def _possible(flow: Flow, near: Near) -> bool:
    """Tell whether a test of days can hold: there is such a limit, or such a question."""
    if near.first > near.last:
        return False
    if near.how == "since":
        return near.of in flow.steps or any(row.input == near.of for row in flow.limits)
    rows = [row for row in flow.limits if row.kind == near.of and row.formula != "none"]
    if near.how == "running":
        return any(row.day_matters for row in rows)
    return any(row.alert and (near.how == "limit" or row.extension) for row in rows)


def _implies(mine: Near, other: Near) -> bool:
    """Tell whether days that pass `mine` always pass `other`."""
    same = (mine.how, mine.of) == (other.how, other.of)
    return same and other.first <= mine.first and mine.last <= other.last
