"""What answers taken together say of a case, of a child, and of words typed so far. Pure.

Conditions test these under their names, as they test a question: `case_open`, `child`, `minor`
and `words`. Each is worked out from the answers whenever it is asked for, so it is never
behind a changed line. Why these answers: docs/decisions/0014.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
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
# Of whom the chat asks no more once it is sent: someone under 18 now, whoever wrote of it.
MINOR: tuple[Said, ...] = (
    {"age": frozenset({"under_18"})},
    {"other_minor_now": frozenset({"yes"})},
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


@dataclass(frozen=True, slots=True)
class Together:
    """What several answers say together: the first value of which one way of saying so is met."""

    values: tuple[tuple[str, tuple[Said, ...]], ...]

    def __call__(self, answers: Answers) -> str:
        """Return the value that the answers come to, "no" where they say none."""
        for value, ways in self.values:
            for way in ways:
                if all(
                    step in answers and not wanted.isdisjoint(answers[step].values or ("skipped",))
                    for step, wanted in way.items()
                ):
                    return value
        return "no"


@dataclass(frozen=True, slots=True)
class Words:
    """Whether anything typed is held, but for the answers to these questions."""

    but: frozenset[str]

    def __call__(self, answers: Answers) -> str:
        """Return "yes" where there is a word."""
        held = any(answer.text for step, answer in answers.items() if step not in self.but)
        return "yes" if held else "no"


# `case_open` is "yes" where her words are not kept. `child` is "yes" for someone under 18, or
# who may be and has told no age, and "maybe" where an adult writes of what was lately.
DERIVED: Mapping[str, Callable[[Answers], str]] = {
    "case_open": Together((("yes", OPEN),)),
    "child": Together((("yes", UNDER_18), ("maybe", MAYBE_UNDER_18))),
    "minor": Together((("yes", MINOR),)),
    "words": Words(NOT_WORDS),
}
VALUES: Mapping[str, frozenset[str]] = {
    "case_open": frozenset({"yes", "no"}),
    "child": frozenset({"yes", "maybe", "no"}),
    "minor": frozenset({"yes", "no"}),
    "words": frozenset({"yes", "no"}),
}
