"""What answers taken together say of a case, of a child, and of words typed so far. Pure.

Conditions test these under their names, as they test a question: `case_open`, `child`
and `words`. Each is worked out from the answers whenever it is asked for, so it is never
behind a changed line. Why these answers: docs/decisions/0014.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flows.draft import Answer

Answers = Mapping[str, "Answer"]
Said = Mapping[str, frozenset[str]]

# Each of these alone says that a case is open or may be. A question not asked says nothing.
OPEN: tuple[Said, ...] = (
    {"linked": frozenset({"about_them", "about_me", "both", "not_sure", "prefer_not", "skipped"})},
    {"letter": frozenset({"date", "both"})},
    {"solicitor": frozenset({"criminal_only"})},
    # A decision not to charge can still be reviewed.
    {"linked": frozenset({"ended"}), "letter": frozenset({"letter", "both"})},
    {"complaint_status": frozenset({"under_local_investigation", "iopc_investigation", "hearing"})},
    {"criminal_stage": frozenset({"police_investigating", "charged", "trial_set"})},
    {"upcoming_what": frozenset({"trial", "interview", "hearing"})},
)

_YOUNG_THEN: Said = {
    "relation": frozenset({"self", "skipped"}),
    "was_minor": frozenset({"yes", "part"}),
}
_LATELY: tuple[Said, ...] = (
    {"when_first": frozenset({"last_10_days", "y0"})},
    {"when_last": frozenset({"last_10_days", "y0"})},
    {"ongoing": frozenset({"yes"})},
)
_UNTOLD = frozenset({"prefer_not", "skipped"})
UNDER_18: tuple[Said, ...] = (
    {"age": frozenset({"under_18"})},
    *({**_YOUNG_THEN, **lately, "age": _UNTOLD} for lately in _LATELY),
)
MAYBE_UNDER_18: tuple[Said, ...] = (
    *({**_YOUNG_THEN, **lately, "age": frozenset({"adult"})} for lately in _LATELY),
    {
        "relation": frozenset({"witness", "on_behalf"}),
        "other_minor_now": frozenset({"not_sure"}),
    },
)

# Typed words that say nothing of what happened; a force was asked about before it was kept.
NOT_WORDS = frozenset(
    {
        *("value_phone", "value_email", "value_post", "reach_when", "name_to_use"),
        *("code_phrase", "body", "bodies"),
    }
)


def any_said(ways: tuple[Said, ...], answers: Answers) -> bool:
    """Tell whether the answers meet every test of one of these ways."""
    return any(
        all(
            name in answers and not wanted.isdisjoint(answers[name].values or ("skipped",))
            for name, wanted in way.items()
        )
        for way in ways
    )


def case_open(answers: Answers) -> str:
    """Return "yes" where a case is open or may be, so that her words are not kept."""
    return "yes" if any_said(OPEN, answers) else "no"


def child(answers: Answers) -> str:
    """Return "yes" for someone under 18 or who may be and has told no age, else "maybe" or "no"."""
    if any_said(UNDER_18, answers):
        return "yes"
    return "maybe" if any_said(MAYBE_UNDER_18, answers) else "no"


def words(answers: Answers) -> str:
    """Return "yes" where anything typed is held that is no contact detail and no place."""
    held = any(answer.text for name, answer in answers.items() if name not in NOT_WORDS)
    return "yes" if held else "no"


DERIVED: Mapping[str, Callable[[Answers], str]] = {
    "case_open": case_open,
    "child": child,
    "words": words,
}
VALUES: Mapping[str, frozenset[str]] = {
    "case_open": frozenset({"yes", "no"}),
    "child": frozenset({"yes", "maybe", "no"}),
    "words": frozenset({"yes", "no"}),
}
