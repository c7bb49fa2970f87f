"""One position -> the card that a phone shows: text, and rows of buttons.

Everything shown goes through `Words`; values put into a text are the team's own,
figures, or names from our lists, and only the review shows her words again.
"""

from collections.abc import Iterator, Sequence

from flows.draft import Draft
from flows.inserts import Inserts
from flows.listed import listed
from flows.model import Flow, Step
from flows.moves import holds
from flows.screen import Button, Card, Lead
from flows.setting import Setting

# Two options share a row only if neither label is longer than this many characters:
# half of a 360 px screen in the usual chat fonts.
SHORT = 16

# The controls take one row and a half.
FIRST_ROW, SECOND_ROW = ("skip", "back", "help"), ("leave", "more")

# Kinds of step that ask something, so that Skip means something.
ASKING = frozenset({"choice", "choices", "text", "gather", "lookup", "word"})


def card(flow: Flow, draft: Draft, setting: Setting, leads: Sequence[Lead] = ()) -> Card:
    """Return the card of where `draft` is, with `leads` above its question."""
    words = setting.words(draft.language)
    step = flow.steps[draft.aside or draft.step]
    inserts = Inserts(flow, draft, setting)
    parts = [
        words.say("texts", flow.texts[lead.text]).format_map(inserts | dict(lead.inserts))
        for lead in leads
    ]
    if number := flow.blocks[step.block].part:
        last = max(block.part for block in flow.blocks.values())
        part = words.say("texts", flow.texts["part"]).format(part=number, parts=last)
        parts.insert(0, part)
    said = step.them if step.them and draft.marks.get("them") == "yes" else step.say
    parts.append(words.say(step.id, said).format_map(inserts))
    return Card(step.id, "\n\n".join(parts), tuple(_rows(flow, step, draft, setting)))


def _rows(flow: Flow, step: Step, draft: Draft, setting: Setting) -> Iterator[tuple[Button, ...]]:
    words = setting.words(draft.language)
    inserts = Inserts(flow, draft, setting)
    about_other = draft.marks.get("them") == "yes"
    row: tuple[Button, ...] = ()
    buttons = []
    for option in step.options:
        if not holds(option.when, draft) or (option.move == "language" and not setting.many):
            continue
        name = option.id
        label = option.them if about_other and option.them else option.label
        label = words.say(step.id, label).format_map(inserts)
        if step.kind == "choices":
            sign, tick = ("-", "✓ ") if name in draft.picked else ("+", "")
            name, label = sign + name, tick + label
        buttons.append(Button(name, label, draft.code if option.move == "copy" else ""))
    buttons += listed(flow, step, draft, setting)
    for button in buttons:
        if row and len(button.label) <= SHORT:
            yield (*row, button)
            row = ()
            continue
        if row:
            yield row
        row = (button,)
        if len(button.label) > SHORT:
            yield row
            row = ()
    if row:
        yield row
    shown = {
        "skip": step.skip and step.kind in ASKING,
        "back": bool(draft.aside or draft.trail),
        "help": step.id not in {"help", "not_open"},
        "more": step.id != "more",
        "leave": True,
    }
    for names in (FIRST_ROW, SECOND_ROW):
        if any(shown[name] for name in names):
            yield tuple(
                Button(name, words.say("texts", flow.texts[f"control_{name}"]))
                for name in names
                if shown[name]
            )
