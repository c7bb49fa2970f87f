"""Buttons that come from a list rather than from a step's own options.

The languages offered, the lines of the review, and the police bodies that a search
found.
"""

from collections.abc import Iterator

from flows.draft import Draft
from flows.model import Flow, Step
from flows.review import changeable
from flows.screen import Button
from flows.setting import Setting

LANGUAGE, CHANGE, TYPED = "l.", "c.", "typed"

# The steps and kinds of step that have such buttons.
LISTED = frozenset({"language", "change", "lookup"})


def listed(flow: Flow, step: Step, draft: Draft, setting: Setting) -> Iterator[Button]:
    """Yield the listed buttons of `step`."""
    words = setting.languages[draft.language]
    if step.id == "language":
        for language in setting.languages:
            yield Button(LANGUAGE + language, setting.names.get(language, language))
    elif step.id == "change":
        for line in changeable(flow, draft):
            yield Button(CHANGE + line.id, words.say(line.id, line.label))
    elif step.kind == "lookup" and draft.waiting:
        own = {option.id: words.say(step.id, option.label) for option in step.options}
        for name in draft.picked:
            yield Button(name, own.get(name) or flow.bodies[name].name)
        yield Button(TYPED, words.say("texts", flow.texts["use_keep_typed"]))
