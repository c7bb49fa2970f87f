"""From what the files say to the values that a turn walks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flows.condition import Condition
from flows.loading import schema
from flows.loading.pages import LINE
from flows.model import (
    Block,
    Body,
    Flag,
    Flow,
    Option,
    Rule,
    Service,
    Skipped,
    Step,
    Way,
)
from flows.time_limits import Near

YOUNGEST, OLDEST = 0, 200


def block_of(page: schema.QuestionsPage) -> Block:
    """Return the block that a file of questions describes."""
    return Block(page.block.id, page.block.title, page.block.part)


def step_of(page: schema.StepPage, block: str, known: Mapping[str, Iterable[str]]) -> Step:
    """Return one step; `known` are each step's option names, for `answered` tests."""
    ways = [schema.WayPage(to=page.next)] if isinstance(page.next, str) else page.next
    return Step(
        id=page.id,
        block=block,
        kind=page.kind,
        say=page.say,
        them=page.them,
        label=page.label,
        options=tuple(_option(o, known) for o in page.options),
        ways=tuple(way_of(w, known) for w in ways),
        when=condition_of(page.when, known),
        skip=page.skip,
        limit=page.limit,
        ahead=page.ahead,
        typed=page.typed,
        text_when=condition_of(page.text_when, known),
        places=page.places,
        hidden=page.hidden,
        conflict=page.conflict,
        sticky=tuple(page.sticky),
        purpose=page.purpose,
        reply=page.reply,
        skip_reply=page.skip_reply,
        needs=tuple(page.needs),
        was=tuple(page.was),
    )


def _option(page: schema.OptionPage, known: Mapping[str, Iterable[str]]) -> Option:
    return Option(
        id=page.id,
        label=page.label,
        them=page.them,
        state=page.state,
        to=page.to,
        move=page.move,
        reply=page.reply,
        alone=page.alone,
        marks={k: str(v) for k, v in page.marks.items() if k != LINE},
        when=condition_of(page.when, known),
        was=tuple(page.was),
    )


def way_of(page: schema.WayPage, known: Mapping[str, Iterable[str]]) -> Way:
    """Return one way, with its condition."""
    return Way(page.to, condition_of(page.if_, known))


def skipped_of(page: schema.SkippedPage, known: Mapping[str, Iterable[str]]) -> Skipped:
    """Return a card of the questions that may be asked again; alone it stands for itself."""
    return Skipped(
        page.to, tuple(page.for_) or (page.to,), condition_of(page.if_, known), page.last
    )


def condition_of(tests: schema.Tests, known: Mapping[str, Iterable[str]]) -> Condition:
    """Return a condition; `answered` becomes the set of all that can be answered."""
    made = []
    for name, test in tests.items():
        if not isinstance(test, schema.Test):
            continue
        values = {*(test.in_ or ()), *([test.is_] if test.is_ is not None else ())}
        if test.answered is True:
            values |= {*known.get(name, ()), "typed"}
        elif test.answered is False:
            values |= {"not_asked", "skipped"}
        made.append((name, frozenset(values)))
    return Condition(tuple(made))


def flag_of(page: schema.FlagPage, known: Mapping[str, Iterable[str]]) -> Flag:
    """Return one staff mark, with its tests of answers and of days."""
    return Flag(
        id=page.id,
        when=tuple(condition_of(tests, known) for tests in page.when),
        priority=page.priority,
        name=page.name,
        near=tuple(near_of(days, known) for days in page.days),
        this_week=page.this_week,
    )


def near_of(page: schema.DaysPage, known: Mapping[str, Iterable[str]]) -> Near:
    """Return one test of days."""
    when = condition_of(page.tests, known)
    if page.limit:
        return Near("limit", page.limit, page.first, page.last, when)
    if page.passed:
        return Near("passed", page.passed, page.first, page.last, when)
    if page.running:
        return Near("running", page.running, when=when)
    return Near("since", page.since, page.first, page.last, when)


def service_of(page: schema.ServicePage) -> Service:
    """Return one support service."""
    ages = (page.ages.min or YOUNGEST, OLDEST if page.ages.max is None else page.ages.max)
    return Service(
        id=page.id,
        name=page.name,
        ways=tuple((k, str(v)) for way in page.ways for k, v in way.items() if k != LINE),
        hours=page.hours,
        nations=tuple(page.nations),
        ages=ages,
        needs=tuple(page.needs),
        note=page.note or "",
        first_for=page.first_for,
        last_checked=f"{page.last_checked or ''}",
        steps=tuple(page.steps),
    )


@dataclass(frozen=True, slots=True)
class Files:
    """Every content file that could be read; `questions` in the order of their blocks."""

    flow: schema.FlowPage
    questions: tuple[schema.QuestionsPage, ...]
    texts: schema.TextsPage
    times: schema.TimesPage
    routing: schema.RoutingPage
    bodies: schema.BodiesPage
    support: schema.SupportPage
    digest: str


def flow_of(files: Files) -> Flow:
    """Return the flow that all files together describe."""
    questions, support = files.questions, files.support
    known = {s.id: [o.id for o in s.options] for q in questions for s in q.steps}
    return Flow(
        version=files.flow.version,
        hash=files.digest,
        blocks={q.block.id: block_of(q) for q in questions},
        steps={s.id: step_of(s, q.block.id, known) for q in questions for s in q.steps},
        moves={
            name: tuple(way_of(w, known) for w in ways)
            for name, ways in files.flow.moves.items()
            if not isinstance(ways, int)
        },
        texts={k: v for k, v in files.texts.texts.items() if isinstance(v, str)},
        counted={
            k: (v.one, v.other) for k, v in files.texts.counted.items() if not isinstance(v, int)
        },
        times=files.times.model_dump(exclude={"line"}),
        bodies={
            b.id: Body(b.id, b.name, b.nation, b.kind, tuple(b.also)) for b in files.bodies.bodies
        },
        services=tuple(service_of(s) for s in support.services),
        hours={k: str(v) for k, v in support.hours.items() if k != LINE},
        flags=tuple(flag_of(f, known) for f in files.routing.flags),
        rules=tuple(Rule(r.id, r.queue, r.flag, r.of_first) for r in files.routing.rules),
        skipped=tuple(skipped_of(s, known) for s in files.flow.skipped),
        queues={k: str(v) for k, v in files.routing.queues.items() if k != LINE},
        first=files.flow.first,
    )
