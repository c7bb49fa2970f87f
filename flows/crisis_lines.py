"""The numbers on a crisis card: from `support.yaml`, for her nation and age.

While nobody knows the nation, a line that serves one nation alone is named with it.
"""

from collections.abc import Iterator, Sequence

from flows.draft import Draft, values_of
from flows.model import Flow, Service
from flows.setting import Setting
from flows.support import NATIONS, line_of, nation_of, plainly

NEAREST = 3
"""A service with a higher `first_for` is on the support card, not on this one."""

FOR_A_CHILD = ("child", "worried_adult")


def talk_lines(flow: Flow, draft: Draft, setting: Setting) -> str:
    """Return who can be talked to now: Childline first under 18, last where age is not told."""
    nation, age = nation_of(draft), values_of(draft, "age")[0]
    words = setting.languages[draft.language]
    listed = _needing(flow, "crisis")
    everywhere = [s for s in listed if set(NATIONS) <= set(s.nations)]
    young = [s for s in _needing(flow, "child") if s.first_for == 1]
    lines = [line_of(flow, plainly(s), words) for s in everywhere]
    if nation:
        here = [s for s in listed if s not in everywhere and nation in s.nations]
        lines += [line_of(flow, s, words) for s in here]
    else:
        lines += _by_nation(flow, [s for s in listed if s not in everywhere], draft, setting)
    children = [line_of(flow, plainly(s), words) for s in young]
    if age == "adult":
        return "\n".join(lines)
    return "\n".join((*children, *lines) if age == "under_18" else (*lines, *children))


def _by_nation(
    flow: Flow, partial: Sequence[Service], draft: Draft, setting: Setting
) -> Iterator[str]:
    """Yield one line for each number, named with the nations it is for."""
    words = setting.languages[draft.language]
    names = {o.id: words.say("nation", o.label) for o in flow.steps["nation"].options}
    for ways in dict.fromkeys(s.ways for s in partial):
        alike = [s for s in partial if s.ways == ways]
        nations = ", ".join(names[n] for n in NATIONS if any(n in s.nations for s in alike))
        yield f"{nations}: {line_of(flow, plainly(alike[0]), words)}"


def first_line(flow: Flow, draft: Draft, setting: Setting) -> str:
    """Return the one line that is there for anyone, on the cards about something else."""
    words = setting.languages[draft.language]
    young = _needing(flow, "child") if values_of(draft, "age")[0] == "under_18" else []
    return line_of(flow, plainly((*young, *_needing(flow, "crisis"))[0]), words)


def danger_lines(flow: Flow, draft: Draft, setting: Setting) -> str:
    """Return the emergency number, and the first way to use it without speaking."""
    words = setting.languages[draft.language]
    emergency, silent = _needing(flow, "emergency")[0], _needing(flow, "cannot_speak")[0]
    steps = " ".join(words.say("support", step) for step in silent.steps[:3])
    name = words.say("support", silent.name)
    return f"{line_of(flow, emergency, words)}\n{name}: {steps}"


def child_lines(flow: Flow, draft: Draft, setting: Setting) -> str:
    """Return who helps when a child is at risk: the child's own line, and an adult's."""
    words = setting.languages[draft.language]
    young = values_of(draft, "age")[0] == "under_18"
    order = FOR_A_CHILD if young else FOR_A_CHILD[::-1]
    found = [_needing(flow, need)[0] for need in order]
    return "\n".join(line_of(flow, service, words) for service in found)


def mark_note(flow: Flow, draft: Draft, setting: Setting) -> str:
    """Say what stays of this in a draft that is held; elsewhere nothing does."""
    if draft.stage != "held":
        return ""
    said = setting.languages[draft.language].say("texts", flow.texts["crisis_mark"])
    return f"{said}\n\n"


def _needing(flow: Flow, need: str) -> list[Service]:
    """Return the services nearest to `need`, in their order."""
    found = [s for s in flow.services if need in s.needs and s.first_for <= NEAREST]
    return sorted(found, key=lambda s: s.first_for)
