"""What she has said so far, line by line, in the order in which it was asked."""

from flows.draft import Answer, Draft
from flows.model import Flow, Step
from flows.setting import Setting, Words

STATE_TEXTS = {
    "skipped": "review_skipped",
    "dont_know": "review_dont_know",
    "prefer_not": "review_prefer_not",
}


def answered(flow: Flow, draft: Draft) -> tuple[Step, ...]:
    """Return the steps that have an answer and a label, in the flow's order."""
    return tuple(
        step
        for step in flow.steps.values()
        if step.label and step.kind != "word" and step.id in draft.answers
    )


def changeable(flow: Flow, draft: Draft) -> tuple[Step, ...]:
    """Return the lines that can be changed: all but the safety questions of the arrival.

    A yes can be taken back before it is sent; keeping the answers ends by deleting them.
    """
    return tuple(
        step
        for step in answered(flow, draft)
        if step.skip or (step.purpose and step.purpose != "hold_draft")
    )


def lines(flow: Flow, draft: Draft, setting: Setting) -> str:
    """Return the review's lines, grouped by block under the block's title."""
    words = setting.languages[draft.language]
    groups: dict[str, list[str]] = {}
    for step in answered(flow, draft):
        label = words.say(step.id, step.label)
        value = _value(flow, step, draft.answers[step.id], words)
        groups.setdefault(words.say(step.block, flow.blocks[step.block].title), []).append(
            f"{label}: {value}"
        )
    older = [a for name, a in draft.answers.items() if name not in flow.steps]
    if older:
        title = words.say("texts", flow.texts["review_older"])
        groups[title] = [_older(flow, a, words) for a in older]
    if not groups:
        return words.say("texts", flow.texts["review_empty"])
    return "\n\n".join("\n".join((title, *found)) for title, found in groups.items())


def _older(flow: Flow, answer: Answer, words: Words) -> str:
    shown = _shown(flow, answer, words)
    # What was gathered when its question went has no question with it.
    return f"{answer.question}: {shown}" if answer.question else shown


def one_line(flow: Flow, draft: Draft, setting: Setting) -> str:
    """Return the line that she has chosen in the review."""
    words = setting.languages[draft.language]
    step, answer = flow.steps.get(draft.waiting), draft.answers.get(draft.waiting)
    if step is None or answer is None:
        return ""
    return f"{words.say(step.id, step.label)}: {_value(flow, step, answer, words)}"


def consents(flow: Flow, draft: Draft, setting: Setting) -> str:
    """Return each consent asked for so far, and whether it was given."""
    words = setting.languages[draft.language]
    labels = {s.purpose: words.say(s.id, s.label) for s in flow.steps.values() if s.purpose}
    return "\n".join(
        f"{labels.get(c.purpose, c.text)}: "
        + words.say("texts", flow.texts["consent_yes" if c.given else "consent_no"])
        for c in draft.consents
        if c.purpose in labels
    )


def _value(flow: Flow, step: Step, answer: Answer, words: Words) -> str:
    if step.hidden and answer.text:
        return words.say("texts", flow.texts["review_hidden"])
    return _shown(flow, answer, words)


def _shown(flow: Flow, answer: Answer, words: Words) -> str:
    given = [*answer.labels, *([answer.text] if answer.text else [])]
    if given:
        return f"{words.say('texts', flow.texts['list_and'])} ".join(given)
    return words.say("texts", flow.texts[STATE_TEXTS.get(answer.state, "review_skipped")])


def text_of_hidden(flow: Flow, draft: Draft, setting: Setting) -> str:
    """Return the words of the hidden line that she has asked to see."""
    del flow, setting
    answer = draft.answers.get(draft.waiting)
    return answer.text if answer else ""
