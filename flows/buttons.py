"""The buttons of a card: its options and lists first, then the controls."""

from collections.abc import Iterable, Iterator

from flows.date_cards import date_buttons
from flows.date_levels import DAY
from flows.draft import Draft
from flows.inserts import Inserts
from flows.listed import LISTED, listed
from flows.model import Flow
from flows.screen import Button
from flows.setting import Setting

# Two options share a row only if neither label is longer than this many characters, tick
# included: half of a 360 px screen in the usual chat fonts, where a longer one is cut.
SHORT = 15
TICK = "✓ "

# Kinds of step that ask something, so that Skip means something.
ASKING = frozenset({"choice", "choices", "text", "gather", "lookup", "word", "date"})
CONTROLS = frozenset({"skip", "back", "help", "leave", "more"})
WEEK = 7


def buttons(flow: Flow, draft: Draft, setting: Setting) -> list[Button]:
    """Return every button of the card that `draft` stands on, in order."""
    words = setting.languages[draft.language]
    step = flow.steps[draft.aside or draft.step]
    inserts = Inserts(flow, draft, setting)
    about_other = draft.marks.get("them") == "yes"
    shown = []
    # What a search found stands alone: the options it came from lead elsewhere.
    # So do the cards under a date question.
    under = step.kind == "date" and bool(draft.picked or draft.waiting)
    instead = under or (step.kind == "lookup" and draft.waiting)
    for option in () if instead else step.options:
        if not option.when(draft) or (option.move == "language" and not setting.many):
            continue
        said = option.them if about_other and option.them else option.label
        label = words.say(step.id, said).format_map(inserts)
        name = option.id
        if step.kind == "choices":
            sign, tick = ("-", TICK) if name in draft.picked else ("+", "")
            name, label = sign + name, tick + label
        shown.append(Button(name, label, draft.code if option.move == "copy" else ""))
    if under:
        shown += date_buttons(flow, step, draft, setting)
    elif step.kind in LISTED or step.id in LISTED:
        shown += listed(flow, step, draft, setting)
    if (step.kind == "choices" and draft.picked) or (step.kind == "gather" and draft.gathered):
        shown.append(Button("done", words.say("texts", flow.texts["control_done"])))
    controls = {
        "skip": step.skip and (step.kind in ASKING or bool(step.purpose)),
        "back": bool(draft.aside or draft.trail),
        "help": step.id != "help",
        "leave": True,
        "more": step.id != "more",
    }
    names = [name for name, offered in controls.items() if offered]
    shown += [Button(n, words.say("texts", flow.texts[f"control_{n}"])) for n in names]
    return shown


def rows(shown: Iterable[Button]) -> Iterator[tuple[Button, ...]]:
    """Yield the rows: short options two by two, then the controls in a row and a half.

    Days stand seven in a row.
    """
    shown = tuple(shown)
    row: tuple[Button, ...] = ()
    days = tuple(b for b in shown if b.option.startswith(DAY))
    for button in (b for b in shown if b.option not in CONTROLS and b not in days):
        # Room for a tick is kept whether it is set or not: rows must not jump under a finger.
        room = SHORT - len(TICK) if button.option[0] in "+-" else SHORT
        short = len(button.label.removeprefix(TICK)) <= room and button.option != "done"
        if short and row:
            yield (*row, button)
            row = ()
        elif short:
            row = (button,)
        else:
            yield from (full for full in (row, (button,)) if full)
            row = ()
    if row:
        yield row
    yield from (days[n : n + WEEK] for n in range(0, len(days), WEEK))
    controls = tuple(b for b in shown if b.option in CONTROLS)
    late = len(controls) - 2 if len(controls) > 3 else 0  # noqa: PLR2004 - three fit in a row
    yield from (group for group in (controls[:late], controls[late:]) if group)
