"""Names that steps and options had before (`was`): each leads to one of today's."""

from collections.abc import Iterable, Iterator

from flows.loading.faults import Fault
from flows.loading.pages import Page
from flows.loading.structure import Whole

Named = tuple[Page, int, str, Iterable[str]]


def rename_faults(whole: Whole) -> list[Fault]:
    """Return each former name that is a name of today, or that two claim."""
    steps = list(whole.steps())
    found = list(_faults("a step", [(p, s.line, s.id, s.was) for p, s in steps]))
    for page, step in steps:
        found += _faults("an option", [(page, o.line, o.id, o.was) for o in step.options])
    return found


def _faults(what: str, named: list[Named]) -> Iterator[Fault]:
    today = {name for _, _, name, _ in named}
    claimed: dict[str, str] = {}
    for page, line, name, former in named:
        for was in former:
            if was in today:
                yield page.fault(line, f'"was": "{was}" is the name of {what} today')
            elif was in claimed:
                yield page.fault(line, f'"was": "{was}" was {what}, says "{claimed[was]}" too')
            claimed[was] = name
