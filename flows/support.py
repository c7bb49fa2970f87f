"""Which support services a person sees: three or four, for her nation, age and needs.

The services are content (`support.yaml`); this page only chooses and orders them.
"""

from collections.abc import Iterable, Sequence

from flows.draft import Draft, values_of
from flows.model import Flow, Service
from flows.setting import Setting, Words

MOST = 4
UNKNOWN_NATION = ("england", "wales", "scotland", "ni")
NATIONS = frozenset(UNKNOWN_NATION)

# The needs that an answer speaks of, in the order in which they are served.
SPEAKS_OF: tuple[tuple[str, str, str], ...] = (
    ("age", "under_18", "child"),
    ("other_minor_now", "yes", "worried_adult"),
    ("in_contact", "close", "domestic_abuse"),
    ("in_contact", "related", "domestic_abuse"),
    ("conduct", "partner_abuse", "domestic_abuse"),
    ("conduct", "images", "images"),
    ("was_minor", "yes", "childhood_abuse"),
    ("police_work", "now", "workplace"),
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
    """Return three or four services, one a line: one for each need, then the nearest."""
    return _shown(flow, _nearest(flow, draft)[:MOST], setting.words(draft.language))


def all_services(flow: Flow, draft: Draft, setting: Setting) -> str:
    """Return a screenful of services for her nation, nearest first."""
    return _shown(flow, _nearest(flow, draft)[: 3 * MOST], setting.words(draft.language))


def quiet_ways(flow: Flow, draft: Draft, setting: Setting) -> str:
    """Return the ways to reach an emergency service without speaking.

    Only the first, which needs no preparation, is told step by step.
    """
    words = setting.words(draft.language)
    ways = [s for s in flow.services if {"cannot_speak", "deaf_emergency"} & {*s.needs}]
    steps = " ".join(words.say("support", step) for step in ways[0].steps)
    lines = [f"{ways[0].name}: {steps}", *(_line(flow, way, words) for way in ways[1:])]
    return "\n".join(lines)


def sarc(flow: Flow, draft: Draft, setting: Setting) -> str:
    """Return the referral centres' lines for her nation, or for all four."""
    chosen = [s for s in flow.services if "sarc" in s.needs and _serves(s, nation_of(draft))]
    return _shown(flow, chosen[:MOST], setting.words(draft.language))


def _serves(service: Service, nation: str) -> bool:
    return nation in service.nations if nation else "england" in service.nations


def _fits(service: Service, draft: Draft) -> bool:
    age = values_of(draft, "age")[0]
    youngest, oldest = service.ages
    return oldest >= 18 if age == "adult" else youngest < 18 if age == "under_18" else True  # noqa: PLR2004 - the age of majority


def _nearest(flow: Flow, draft: Draft) -> Sequence[Service]:
    nation = nation_of(draft)
    fitting = [
        s
        for s in flow.services
        if _serves(s, nation) and _fits(s, draft) and not BY_NAME.intersection(s.needs)
    ]
    needs = [need for name, value, need in SPEAKS_OF if value in values_of(draft, name)]
    chosen: dict[str, Service] = {}
    for need in (*needs, *ALWAYS):
        for service in sorted(_for(fitting, need), key=lambda s: s.first_for)[:2]:
            chosen.setdefault(service.id, service)
    for service in sorted(fitting, key=lambda s: s.first_for):
        chosen.setdefault(service.id, service)
    return tuple(chosen.values())


def _for(fitting: Iterable[Service], need: str) -> list[Service]:
    return [s for s in fitting if need in s.needs]


def _shown(flow: Flow, chosen: Iterable[Service], words: Words) -> str:
    return "\n".join(_line(flow, service, words) for service in chosen)


def _line(flow: Flow, service: Service, words: Words) -> str:
    ways = ", ".join(value for _, value in service.ways)
    hours = words.say("support", flow.hours[service.hours])
    note = words.say("support", service.note) if service.note else ""
    return f"{service.name}: {ways}, {hours}. {note}".strip()
