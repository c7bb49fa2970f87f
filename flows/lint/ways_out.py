"""That every card offers skip, back, help, leave and more (T02, T09, T11), with no exception."""

from collections.abc import Iterator
from datetime import date

from flows.buttons import ASKING, buttons
from flows.draft import Draft
from flows.lint.finding import Finding
from flows.model import Flow, Step
from flows.setting import Languages, Setting, Team, Words

# The two questions of safety and every consent have no Skip: nothing could go on without them.
SAFETY = frozenset({"phone", "safe"})
ITEMS = {"help": "T02", "skip": "T09", "back": "T11", "leave": "T12", "more": "T11"}
# The card that a control opens does not offer itself.
OWN = {"help": "help", "more": "more"}
NOBODY = Team("", "", "", "", 1, "")
ANY_DAY = date(2026, 1, 1)


def ways_out(flow: Flow, words: Words) -> Iterator[Finding]:
    """Yield each control that a card lacks, drawn as a phone would draw it."""
    setting = Setting(ANY_DAY, NOBODY, Languages({words.language: words}))
    for step in flow.steps.values():
        try:
            shown = {button.option for button in buttons(flow, _at(flow, step, words), setting)}
        except LookupError:
            continue  # a text without words is another check's
        asked = step.kind in ASKING and step.id not in SAFETY
        wanted = {"help", "back", "leave", "more"} | ({"skip"} if asked else set())
        for control in sorted(wanted - shown - {OWN.get(step.id, "")}):
            what = f"nothing on this card is called {control}"
            remedy = "Take `skip: false` away, or let flows/buttons.py show it."
            yield Finding(
                step.id, "way-out", ITEMS[control], "", what, remedy, step.say, words.language
            )


def _at(flow: Flow, step: Step, words: Words) -> Draft:
    """Return a position on `step`, with a question behind it."""
    aside = step.kind == "aside"
    return Draft(
        flow.version,
        words.language,
        stage="held",
        step=flow.first if aside else step.id,
        aside=step.id if aside else "",
        trail=(flow.first,),
    )
