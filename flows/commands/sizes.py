"""Proof that nothing outgrows its room: the sealed summary, a button's data, a card.

The longest possible report is built and measured, rather than estimated.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import product

from flows.arrival import before_a_draft, pack, travelling
from flows.cards import card
from flows.commands.of_a_case import without_a_case, without_words
from flows.commands.reports import kinds
from flows.commands.staff_sizes import longest_for_staff
from flows.date_levels import GUESS
from flows.draft import Answer, Consent, Draft
from flows.model import Flow, Step
from flows.setting import Languages, Setting, Team, Words
from flows.summary import conflict_card, summary

ENVELOPE = 64 * 1024
"""Bytes of the larger padded plaintext."""

BUTTON = 64
"""Bytes of `callback_data` at Telegram."""

CARD = 4096
"""Letters of a message at Telegram."""

DAY = date(2026, 12, 31)

WORST = "\U0001f327"
"""Four bytes: no character that is kept takes more. Control characters never are (flows/typed)."""

# The team's own names may stand in a question; this is longer than all of them together.
NAMES = 400
LONGEST_DATE, DATE_SAID = "2009-11-28/2009-11-30", 120
"""The longest EDTF that a card or a guess makes, and the bytes of it in any language."""
CARD_STEP, AGE_FRAME, READERS, A_READER = 512, 256, 20, 120
TRIAGE = 512
IN_CHAT = 512
LAST_REVISION = 99_999


def longest_summary(flow: Flow, words: Words) -> int:
    """Return the bytes of the longest possible report, be it a first one or an addition.

    Its conflict card and triage columns are included.
    """
    return max(_sealed(flow, draft) for draft in _longest_drafts(flow, words))


def _sealed(flow: Flow, draft: Draft) -> int:
    made = dict(summary(flow, draft, "f" * 32, DAY))
    made |= longest_for_staff(flow, draft.answers)
    made["contact"] = _longest_contact(flow, draft, made["contact"])
    card = _bytes(conflict_card(flow, draft))
    sealed = -(-card // CARD_STEP) * CARD_STEP + AGE_FRAME + READERS * A_READER
    queues = sum(len(rule.queue) + 3 for rule in flow.rules)
    return _bytes(made) + sealed * 4 // 3 + TRIAGE + queues


def cards_too_long(flow: Flow, languages: Mapping[str, Words]) -> Iterator[str]:
    """Yield a sentence for each card that Telegram would refuse with everything answered."""
    team = Team("n" * 80, "n" * 80, "0" * 20, "n" * 60, 60, "n" * NAMES, contact="n" * NAMES)
    setting = Setting(DAY, team, Languages(languages))
    for name, words in languages.items():
        drafts = _longest_drafts(flow, words)
        for step, whole in product(flow.steps.values(), drafts):
            aside = step.id if step.kind == "aside" else ""
            here = replace(whole, step="review" if aside else step.id, aside=aside)
            length = len(card(flow, here, setting).text)
            if length > CARD:
                yield f'step "{step.id}": the card can have {length} letters in {name}; {CARD} fit'


def _longest_drafts(flow: Flow, words: Words) -> tuple[Draft, ...]:
    """Return a draft of each kind of report, with all that it can hold at its longest.

    Who is reached in one way has no answers to what only another one asks; with a case open
    there are no words, and without one no date that opens one.
    """
    ways = [option.id for option in flow.steps["method"].options]
    return tuple(
        draft
        for asked in kinds(flow)
        for way in ways
        for names in [frozenset(n for n in asked if _asked_by(flow.steps[n], way))]
        for draft in (
            _longest_draft(flow, words, frozenset(without_a_case(flow, names))),
            without_words(flow, _longest_draft(flow, words, names)),
        )
    )


def _asked_by(step: Step, way: str) -> bool:
    return all(name != "method" or way in wanted for name, wanted in step.when.tests)


def _longest_draft(flow: Flow, words: Words, names: frozenset[str]) -> Draft:
    steps = [s for s in flow.steps.values() if s.id in names]
    asked = [(s, _asked(s, words)) for s in steps if s.purpose]
    return Draft(
        flow.version,
        words.language,
        stage="held",
        answers={s.id: _longest_answer(s, words) for s in steps if s.label or s.purpose},
        consents=tuple(
            Consent(s.purpose, True, text, flow.version, words.language, DAY.isoformat())
            for s, text in asked
        ),
        created=DAY.isoformat(),
        report_id="f" * 32,
        marks={"body_kind": "territorial", "body_nation": "scotland"},
    )


def _bytes(value: object) -> int:
    return len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def _asked(step: Step, words: Words) -> str:
    said = [words.say(step.id, text) for text in (step.say, step.them) if text]
    # Only the team's own names are long; {it}, {them_police} and the like are a few words.
    return max((text + "n" * _inserted(text) for text in said), key=len)


def _inserted(text: str) -> int:
    named = any(f"{{{name}" in text for name in ("controller", "legal_team", "team_", "contact"))
    return NAMES if named else 60 * text.count("{")


def _longest_answer(step: Step, words: Words) -> Answer:
    labels = [
        max((words.say(step.id, text) for text in (o.label, o.them) if text), key=len)
        for o in step.options
        if not o.alone
    ]
    ticked = tuple(o.id for o in step.options if not o.alone)
    if step.kind != "choices" and labels:
        labels = [max(labels, key=len)]
        ticked = (max(ticked, key=len),)
    values = (*ticked, "typed")
    text = WORST * step.limit
    answer = Answer("answered", values, text, tuple(labels), _asked(step, words), words.language)
    if step.kind != "date":
        return answer
    return replace(answer, labels=("n" * DATE_SAID,), date=LONGEST_DATE, about=True)


def _longest_contact(flow: Flow, draft: Draft, contact: object) -> Mapping[str, object]:
    if not isinstance(contact, Mapping):
        raise TypeError("the summary's contact is a mapping")
    asked = (_text(draft, name) for name in flow.steps if name.startswith("value_"))
    return {**contact, "value": max(asked, key=len), "chat": "x" * IN_CHAT}


def _text(draft: Draft, name: str) -> str:
    answer = draft.answers.get(name)
    return answer.text if answer else ""


def buttons_too_long(flow: Flow, languages: Mapping[str, Words]) -> Iterator[str]:
    """Yield a sentence for each button whose data could exceed Telegram's 64 bytes."""
    longest = max(languages, key=len)
    listed = [f"l.{language}" for language in languages]
    early = before_a_draft(flow)
    answers = {n: Answer("answered", (flow.steps[n].options[-1].id,)) for n in travelling(flow)}
    marks = {"adding": "yes", "age_once": "under_18", "purpose": "withdraw"}
    for step in flow.steps.values():
        options = [o.id for o in step.options] + ["leave", "typed"]
        options += listed if step.id == "language" else []
        options += [f"c.{s}" for s in flow.steps] if step.id == "change" else []
        options += list(flow.bodies) if step.kind == "lookup" else []
        options += [f"{GUESS}{LONGEST_DATE}~"] if step.kind == "date" else []
        option = max(options, key=len)
        held = f"h:{step.id}:{LAST_REVISION}:{'+' if step.kind == 'choices' else ''}{option}"
        packed = ""
        if step.id in early or step.kind == "aside":
            place = step.id if step.id in early else max(early, key=list(flow.steps).index)
            aside = step.id if step.kind == "aside" else ""
            here = Draft(
                flow.version,
                longest,
                step=place,
                aside=aside,
                # The longest place: a crisis card over another card of the last ones.
                under=list(flow.steps)[-1] if aside else "",
                answers=answers,
                marks=marks,
                waiting="9" * 20,
            )
            packed = pack(flow, here, option if step.id != "change" else "leave")
        for text in (held, packed):
            if len(text.encode()) > BUTTON:
                yield f'step "{step.id}": the button "{option}" needs {len(text.encode())} bytes'
