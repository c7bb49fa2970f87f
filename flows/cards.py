"""One position -> the card that a phone shows: text, and rows of buttons.

Everything shown goes through `Words`; values put into a text are the team's own,
figures, or names from our lists, and only the review shows her words again.
"""

from collections.abc import Sequence

from flows.buttons import buttons, rows
from flows.date_cards import question
from flows.draft import Draft
from flows.inserts import Inserts
from flows.model import Flow
from flows.screen import Card, Lead
from flows.setting import Setting


def card(flow: Flow, draft: Draft, setting: Setting, leads: Sequence[Lead] = ()) -> Card:
    """Return the card of where `draft` is, with `leads` above its question."""
    words = setting.languages[draft.language]
    step = flow.steps[draft.aside or draft.step]
    inserts = Inserts(flow, draft, setting)
    if step.kind == "gather" and draft.gathered:
        # On every showing, after a crash too: it is how she knows what has arrived.
        leads = (*leads, Lead("kept_pieces", (("pieces", str(len(draft.gathered))),)))
    parts = [
        words.say("texts", flow.texts[lead.text]).format_map(inserts | dict(lead.inserts))
        for lead in leads
    ]
    # An addition has no parts: it is one topic.
    if (number := flow.blocks[step.block].part) and "adding" not in draft.marks:
        last = max(block.part for block in flow.blocks.values())
        part = words.say("texts", flow.texts["part"]).format(part=number, parts=last)
        parts.insert(0, part)
    said = step.them if step.them and draft.marks.get("them") == "yes" else step.say
    if step.kind == "date" and (draft.picked or draft.waiting):
        parts.append(question(flow, step, draft, setting))
    else:
        parts.append(words.say(step.id, said).format_map(inserts))
    return Card(step.id, "\n\n".join(parts), tuple(rows(buttons(flow, draft, setting))))
