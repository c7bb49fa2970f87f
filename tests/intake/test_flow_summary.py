from datetime import date

from flows.draft import Answer, Consent, Draft
from flows.loading import read_flow
from flows.summary import conflict_card, summary
from intake.envelope import seal, unseal, unseal_conflict
from intake.summary import read_summary
from tests.intake.sample import Readers, triage
from tests.intake.test_schema import faults


def test_what_the_flow_sends_follows_it(readers: Readers) -> None:
    """A summary made by the flow itself, with its conflict card, is of the published shape."""
    flow = read_flow()
    draft = Draft(
        flow.version,
        created="2026-11-21",
        answers={
            "relation": Answer("answered", ("self",), labels=("Yes, to me",), question="Did it?"),
            "when_first": Answer("skipped", question="When?"),
            "body": Answer("answered", text="Camden", question="Which police body?"),
        },
        consents=(Consent("send_to_team", True, "I agree.", "1", "en", "2026-11-22"),),
    )
    made = summary(flow, draft, triage().report_id, date(2026, 11, 22))
    sealed = seal(
        {**made, "triage": triage().as_dict()}, conflict_card(flow, draft), readers.recipients
    )
    opened = unseal(sealed, readers.reader)
    assert faults(opened) == []
    assert read_summary(opened).blocks
    assert "Camden" in str(unseal_conflict(opened, readers.checker))
