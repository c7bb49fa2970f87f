"""Which support services a person sees: three or four, for her nation, age and needs.

The services are content (`support.yaml`); this page only chooses and orders them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from flows.draft import Draft, values_of
from flows.model import Flow, Service
from flows.setting import Setting, Words

MOST = 4
# `first_for` of a line that passes what it hears on to the police: never among the first few.
LAST_RESORT = 9
NATIONS = ("england", "wales", "scotland", "ni")

# Answers that speak of a partner, an ex or a relative; here that person is in the police.
CLOSE = (
    ("in_contact", "close"),
    ("in_contact", "partner"),
    ("in_contact", "related"),
    ("conduct", "partner_abuse"),
)
# The needs that an answer speaks of, in the order in which they are served.
SPEAKS_OF: tuple[tuple[str, str, str], ...] = (
    ("age", "under_18", "child"),
    ("other_minor_now", "yes", "worried_adult"),
    ("other_minor_now", "not_sure", "worried_adult"),
    ("child_risk", "yes", "worried_adult"),
    # Who lives together may be anyone to each other: that alone puts no abuse at home first.
    ("in_contact", "close", "sexual_harm"),
    *((name, value, "police_abuse") for name, value in CLOSE),
    *((name, value, "domestic_abuse") for name, value in CLOSE),
    ("conduct", "images", "images"),
    *(("was_minor", value, "childhood_abuse") for value in ("yes", "part")),
    *(("police_work", value, "workplace") for value in ("now", "then", "both")),
)
ALWAYS = ("sexual_harm", "crisis")
# Asked for by name only: 999 and the silent ways stand on cards of their own.
BY_NAME = frozenset({"emergency", "cannot_speak", "deaf_emergency"})


def nation_of(draft: Draft) -> str:
    """Return the nation her answers name, or "" if none does."""
    for name in ("nation", "body_nation"):
        value = values_of(draft, name)[0]
        if value in NATIONS:
            return value
    return ""


def services(flow: Flow, draft: Draft, setting: Setting) -> str:
    """Return three or four services: one for each need, then the nearest.

    Without their notes, and set apart: this list is read on a phone, in a hurry.
    """
    words = setting.languages[draft.language]
    young = "under_18" in values_of(draft, "age")
    near = _nearest(flow, draft, MOST)
    # Someone young must see from which age a line takes calls.
    plain = [one if young and one.ages[0] else plainly(one) for one in near]
    return "\n\n".join(line_of(flow, service, words) for service in plain)


def plainly(service: Service) -> Service:
    """Return a service without its note: for a card that is read in a hurry."""
    return replace(service, note="", steps=())


def all_services(flow: Flow, draft: Draft, setting: Setting) -> str:
    """Return a screenful of services for her nation, nearest first."""
    return _shown(flow, _nearest(flow, draft, 3 * MOST), setting.languages[draft.language])


def needed_services(flow: Flow, draft: Draft, setting: Setting) -> str:
    """Return the services for the needs that the card itself names, for her nation and age."""
    wanted = {*flow.steps[draft.aside or draft.step].needs}
    nation = nation_of(draft)
    # Ways to reach anyone without a voice come first where a card is for whoever needs them.
    ways = [s for s in flow.services if BY_NAME & {*s.needs} and _serves(s, nation)]
    found = [*ways, *_nearest(flow, draft, len(flow.services))]
    found = [s for s in found if wanted & {*s.needs}]
    words = setting.languages[draft.language]
    if not found:
        none = words.say("texts", flow.texts["no_such_service"])
        return f"{none}\n\n{services(flow, draft, setting)}"
    return _shown(flow, found[: 2 * MOST], words)


def quiet_ways(flow: Flow, draft: Draft, setting: Setting) -> str:
    """Return the ways to reach an emergency service without speaking.

    Only the first, which needs no preparation, is told step by step.
    """
    words = setting.languages[draft.language]
    ways = [s for s in flow.services if {"cannot_speak", "deaf_emergency"} & {*s.needs}]
    steps = " ".join(words.say("support", step) for step in ways[0].steps)
    lines = [
        f"{words.say('support', ways[0].name)}: {steps}",
        *(line_of(flow, way, words) for way in ways[1:]),
    ]
    return "\n".join(lines)


def sarc(flow: Flow, draft: Draft, setting: Setting) -> str:
    """Return the referral centres' lines for her nation, or a named line for each of the four."""
    words = setting.languages[draft.language]
    centres = [s for s in flow.services if "sarc" in s.needs]
    if nation := nation_of(draft):
        return _shown(flow, [s for s in centres if nation in s.nations][:MOST], words)
    names = {o.id: words.say("nation", o.label) for o in flow.steps["nation"].options}
    found = [(n, s) for n in NATIONS for s in [c for c in centres if n in c.nations][:1]]
    return "\n".join(f"{names[n]}: {line_of(flow, centre, words)}" for n, centre in found)


def _serves(service: Service, nation: str) -> bool:
    return nation in service.nations if nation else "england" in service.nations


def _fits(service: Service, draft: Draft) -> bool:
    age = values_of(draft, "age")[0]
    youngest, oldest = service.ages
    return oldest >= 18 if age == "adult" else youngest < 18 if age == "under_18" else True  # noqa: PLR2004 - the age of majority


def _nearest(flow: Flow, draft: Draft, most: int) -> Sequence[Service]:
    """Return at most `most` services: the first for each need, then the second, then others.

    While nobody knows the nation, those that serve all four come first.
    """
    nation = nation_of(draft)
    fitting = [
        s
        for s in flow.services
        if _serves(s, nation) and _fits(s, draft) and not BY_NAME.intersection(s.needs)
    ]
    fitting.sort(key=lambda s: (not nation and _is_partial(s), s.first_for))
    fitting.sort(key=_is_last_resort)
    spoken = (need for name, value, need in SPEAKS_OF if value in values_of(draft, name))
    needs = list(dict.fromkeys((*spoken, *ALWAYS)))
    near = [s for s in fitting if not _is_last_resort(s)]
    by_need = [[s for s in near if need in s.needs][:2] for need in needs]
    turns = [s for rank in zip_longest(*by_need) for s in rank if s]
    chosen = list(dict.fromkeys((*turns, *fitting)))[:most]
    return chosen if nation else sorted(chosen, key=lambda s: (_is_last_resort(s), _is_partial(s)))


def _is_last_resort(service: Service) -> bool:
    return service.first_for == LAST_RESORT


def _is_partial(service: Service) -> bool:
    """Tell whether a service leaves out one of the four nations."""
    return not set(NATIONS) <= set(service.nations)


def _shown(flow: Flow, chosen: Iterable[Service], words: Words) -> str:
    return "\n".join(line_of(flow, service, words) for service in chosen)


def line_of(flow: Flow, service: Service, words: Words) -> str:
    """Return a service's line: its name, what to do to reach it, when, and its note."""
    ways = ", ".join(_way(flow, kind, value, words) for kind, value in service.ways)
    hours = words.say("support", flow.hours[service.hours])
    note = words.say("support", service.note) if service.note else ""
    name = words.say("support", service.name)
    return f"{name}: {ways}, {hours}. {note}".strip()


def _way(flow: Flow, kind: str, value: str, words: Words) -> str:
    """Return "call 116 123" or "text SHOUT to 85258"; an address says what it is by itself."""
    said = flow.texts.get(f"way_{kind}")
    word, _, rest = value.partition(" ") if kind == "word" else ("", "", value)
    return words.say("texts", said).format(value=rest, word=word) if said else value
