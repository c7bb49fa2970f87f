"""Answers about the person herself that are counted and never sent.

They are the steps whose ids begin with `about_`; `check` holds them to taps. They stand in
no envelope, whatever else is in the draft that holds them.
"""

from dataclasses import replace

from flows.draft import Draft
from flows.model import Flow
from flows.setting import Setting

PREFIX = "about_"
CONSENT = "about_ok"
PURPOSE = "monitoring"


def kept_apart(name: str) -> bool:
    """Tell whether the step `name`, of this or an older version, stays out of what is sent."""
    return name.startswith(PREFIX)


def without_counted(draft: Draft) -> Draft:
    """Return the draft as it may be sent: with no such answer, and no sign of the consent."""
    return replace(
        draft,
        answers={name: kept for name, kept in draft.answers.items() if not kept_apart(name)},
        consents=tuple(c for c in draft.consents if c.purpose != PURPOSE),
    )


def agreed(draft: Draft) -> bool:
    """Tell whether she has agreed to be counted, and has not taken it back."""
    return any(c.purpose == PURPOSE and c.given for c in draft.consents)


def tally(draft: Draft) -> tuple[tuple[str, str], ...]:
    """Return the question and the value of each answer to be counted; a skip is not one."""
    return tuple(
        (name, value)
        for name, answer in sorted(draft.answers.items())
        if kept_apart(name) and name != CONSENT
        for value in answer.values
    )


def about_lines(flow: Flow, draft: Draft, setting: Setting) -> str:
    """Return what will be counted, a line a question; what she skipped has none."""
    words = setting.languages[draft.language]
    lines = [
        f"{words.say(name, flow.steps[name].label)}: {' '.join(draft.answers[name].labels)}"
        for name in dict(tally(draft))
        if name in flow.steps
    ]
    return "\n".join(lines) or words.say("texts", flow.texts["review_empty"])
