"""Who is given an envelope, and when: the conflict check first, two people for an officer."""

import pytest
from sqlalchemy import insert

from intake.casework import NoSuchReport, Refused
from intake.casework.approvals import answer, ask
from intake.casework.conflict import record_finding
from intake.casework.envelopes import Purpose, give, officer_allowed
from intake.casework.many_envelopes import give_lines
from intake.casework.query import PAGE
from intake.casework.quota import HOUR, MOST_LINES, MOST_READS
from intake.casework.standing import standing
from intake.tables import resealed
from tests.contracts.casework import (
    ADA,
    ANN,
    AT,
    BEA,
    ENVELOPE,
    KIT,
    OLU,
    SUE,
    Store,
    key,
)


def found(store: Store, number: int, finding: str = "clear") -> str:
    """Let a report arrive and be checked; return its id."""
    report_id = store.arrive(number)
    with store.begin(BEA) as desk:
        record_finding(desk, report_id, 0, "clear" if finding == "clear" else "conflict")
    return report_id


def test_a_clear_report_is_opened_and_that_is_on_the_chain(store: Store) -> None:
    """A reader gets the envelope; the report is opened, its word read, and a link says who."""
    report_id = found(store, 1)
    with store.begin(ANN) as desk:
        given = give(desk, report_id, "read")
        assert (given.part, given.sealed, given.resealed_by) == ("report", ENVELOPE, None)
        assert given.version == standing(desk, report_id).version
    assert store.word(report_id) == "read"
    assert store.acts() == ["conflict_checked", "status_changed", "opened"]
    assert "ENVELOPE" not in repr(given)
    assert str(ENVELOPE[:30]) not in repr(given)


@pytest.mark.parametrize("finding", ["unchecked", "conflict"])
def test_no_account_before_a_clear_check(store: Store, finding: str) -> None:
    """Unchecked, or with a conflict, the envelope stays; the refusal is on the chain alone."""
    report_id = store.arrive(1) if finding == "unchecked" else found(store, 1, "conflict")
    for actor in (ANN, BEA, SUE):
        with pytest.raises(Refused) as caught, store.begin(actor) as desk:
            give(desk, report_id, "read")
        assert caught.value.code == finding
        last = store.links()[-1]
        assert (last.act, last.who, last.about) == ("envelope_refused", actor.staff_id, report_id)
    assert store.word(report_id) == "arrived"


def test_a_checker_opens_the_card_until_the_check_is_done(store: Store) -> None:
    """To check, a conflict checker gets the envelope, which stays unread; others do not."""
    report_id = store.arrive(1)
    with store.begin(BEA) as desk:
        assert give(desk, report_id, "check").sealed == ENVELOPE
    assert (store.word(report_id), store.acts()) == ("arrived", ["conflict_viewed"])
    purposes: tuple[Purpose, ...] = ("check", "pass_on")
    for purpose in purposes:
        with pytest.raises(Refused, match="conflict checker"), store.begin(ANN) as desk:
            give(desk, report_id, purpose)
    with store.begin(BEA) as desk:
        record_finding(desk, report_id, 0, "clear")
    with pytest.raises(Refused, match="two people"), store.begin(BEA) as desk:
        give(desk, report_id, "check")


def test_a_reader_passes_the_card_on_where_no_checker_reads(store: Store) -> None:
    """Only where no conflict checker reads the queue does a reader get it to re-seal the card."""
    report_id = store.arrive(1, queue="Q10_MINOR_NOW")
    with pytest.raises(Refused), store.begin(KIT) as desk:
        give(desk, report_id, "pass_on")


def test_a_conflict_takes_another_person_to_lift(store: Store) -> None:
    """Who found a conflict cannot take it back alone; another checker can."""
    report_id = found(store, 1, "conflict")
    with pytest.raises(Refused, match="second person"), store.begin(BEA) as desk:
        record_finding(desk, report_id, 1, "clear")
    with store.begin(SUE) as desk:
        assert record_finding(desk, report_id, 1, "clear") == 2


def test_an_officer_s_details_take_two_people(store: Store) -> None:
    """After the check the details open for a while to who asked, once a second person agreed."""
    report_id = found(store, 1)
    with pytest.raises(Refused, match="two people"), store.begin(BEA) as desk:
        give(desk, report_id, "officer")
    with store.begin(BEA) as desk:
        approval_id = ask(desk, "officer", "tracing", report_id)
    with store.begin(SUE) as desk:
        answer(desk, approval_id, granted=True)
        assert not officer_allowed(desk, report_id)
    with store.begin(BEA) as desk:
        assert give(desk, report_id, "officer").sealed == ENVELOPE
    with pytest.raises(Refused), store.begin(BEA, at=AT + 24 * HOUR) as desk:
        give(desk, report_id, "officer")


def test_what_was_re_sealed_to_her_is_what_she_gets(store: Store) -> None:
    """Whose key is not among the queue's readers gets what a colleague sealed to her."""
    report_id = found(store, 1)
    row = {"report_id": report_id, "part": "report", "public_key": key("kit"), "sealed": b"hers"}
    with store.engine.begin() as connection:
        connection.execute(insert(resealed).values(**row, made_by=ANN.staff_id, made=AT))
    with store.begin(KIT) as desk:
        given = give(desk, report_id, "read")
    assert (given.sealed, given.resealed_by) == (b"hers", ANN.staff_id)


@pytest.mark.parametrize("purpose", ["read", "check", "officer", "pass_on"])
def test_what_is_not_hers_is_not_there(store: Store, purpose: Purpose) -> None:
    """Other queues' reports, and every report for roles that read none, do not exist."""
    report_id = found(store, 1)
    for actor in (KIT, ADA, OLU):
        with pytest.raises(NoSuchReport), store.begin(actor) as desk:
            give(desk, report_id, purpose)
    assert store.word(report_id) == "arrived"


def test_lines_are_given_for_clear_reports_and_count_for_no_opening(store: Store) -> None:
    """For one line a report the clear ones are given; no reporter hears read because of it."""
    clear, unchecked = found(store, 1), store.arrive(2)
    with store.begin(ANN) as desk:
        several = give_lines(desk, [clear, unchecked])
    assert [one.report_id for one in several.sealed] == [clear]
    assert store.word(clear) == "arrived"
    assert store.acts()[-1] == "line_opened"


def test_reading_very_much_raises_one_alarm(store: Store) -> None:
    """The report after the thirtieth in an hour raises the alarm, once; nothing is refused."""
    ids = [found(store, number) for number in range(MOST_READS + 2)]
    alarms = []
    for number, report_id in enumerate(ids):
        with store.begin(ANN, at=AT + number) as desk:
            alarms.append(give(desk, report_id, "read").alarm)
    assert alarms == [False] * MOST_READS + [True, False]
    assert store.acts().count("many_reads") == 1
    with store.begin(ANN, at=AT + 3 * HOUR) as desk:
        assert not give(desk, ids[0], "read").alarm


def test_one_report_again_and_again_is_one(store: Store) -> None:
    """Loading one page many times raises no alarm."""
    report_id = found(store, 1)
    for number in range(MOST_READS + 2):
        with store.begin(ANN, at=AT + number) as desk:
            assert not give(desk, report_id, "read").alarm


def test_an_honest_monday_raises_no_alarm(store: Store) -> None:
    """The lines of four whole lists raise none; the next report's line does, once an hour."""
    ids = [found(store, number) for number in range(MOST_LINES + 2)]
    with store.begin(ANN) as desk:
        pages = [ids[first : first + PAGE] for first in range(0, MOST_LINES, PAGE)]
        alarms = [give_lines(desk, page).alarm for page in pages]
        assert not give(desk, ids[0], "read").alarm
        alarms += [give_lines(desk, [one]).alarm for one in ids[MOST_LINES:]]
    assert alarms == [False] * 4 + [True, False]
    assert store.acts().count("many_reads") == 1
