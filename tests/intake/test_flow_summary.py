from datetime import date

from flows.draft import Answer, Consent, Draft
from flows.loading import read_flow
from flows.summary import conflict_card, summary
from intake.envelope import seal, unseal, unseal_conflict
from intake.summary import Dated, read_summary
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
            "when_first": Answer(
                "answered",
                ("y5_9",),
                "around Easter 2019",
                ("Around Spring 2019",),
                "When?",
                date="2019-21",
                about=True,
            ),
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
    read = read_summary(opened)
    assert read.blocks
    when = read.dates["when_first"]
    assert isinstance(when, Dated)
    assert (when.edtf, when.about, when.text) == ("2019-21", True, "around Easter 2019")
    assert (when.earliest, when.latest) == ("2019-03-01", "2019-05-31")
    assert "Easter" not in repr(read) + repr(when)
    assert "Camden" in str(unseal_conflict(opened, readers.checker))
