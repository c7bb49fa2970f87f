"""Who may delete a report, what keeps it, and what is left of it: on SQLite and PostgreSQL."""

import pytest
from sqlalchemy import insert, select, update

from intake.audit import verify
from intake.audit.reading import all_links
from intake.casework import Actor, Changed, NoSuchReport, Refused
from intake.register import Register
from intake.removal import BESIDE, NotDeleted, empty_log
from intake.retention.clock import clock_of
from intake.retention.copies import copies
from intake.retention.deleting import delete
from intake.retention.holding import hold, release
from intake.tables import (
    approvals,
    cases,
    differing,
    labels,
    metadata,
    notes,
    reports,
    resealed,
    staff,
    tasks,
    tombstones,
    translations,
)
from tests.contracts.casework import AT, BEA, KIT, SEALED, SUE, TODAY, Store, team
from tests.contracts.retaining import LONG_AGO, agree, case


def refusal(store: Store, who: Actor, report_id: str) -> str:
    with pytest.raises(Refused) as caught, store.begin(who) as desk:
        delete(desk, report_id)
    return caught.value.code


def test_a_hold_needs_its_reason_and_keeps_a_report(store: Store) -> None:
    """Without a note that says why there is no hold; with it nobody can delete, until it ends."""
    report_id = store.arrive(1, received=LONG_AGO)
    added = store.arrive(2, received=LONG_AGO, lookup=f"{1:06d}", lock=(1).to_bytes(32, "big"))
    agree(store, report_id)
    with pytest.raises(Refused) as caught, store.begin(BEA) as desk:
        hold(desk, report_id, 0, "f" * 32)
    assert caught.value.code == "reason"
    note = {"note_id": "a" * 32, "report_id": report_id, "kind": "hold", "author": BEA.staff_id}
    with store.engine.begin() as connection:
        connection.execute(insert(notes).values(**note, written=AT, sealed=SEALED))
    with store.begin(BEA) as desk:
        version = hold(desk, report_id, 0, "a" * 32)
    with store.engine.connect() as connection:
        found = clock_of(connection, team().retention, added)
        assert found is not None
        assert found.held
    assert refusal(store, BEA, report_id) == "held"
    with pytest.raises(NotDeleted, match="legal hold"):
        Register(store.engine).delete(added, alone="mistake")
    with pytest.raises(Changed), store.begin(SUE) as desk:
        release(desk, report_id, 0)
    with store.begin(SUE) as desk:
        version = release(desk, report_id, version)
    with pytest.raises(Refused, match="No legal hold"), store.begin(SUE) as desk:
        release(desk, report_id, version)
    with store.begin(BEA) as desk:
        delete(desk, report_id)


@pytest.mark.parametrize(
    "changed",
    [
        {"granted": False},
        {"granted": None, "answered_by": None, "answered": None},
        {"answered_by": BEA.staff_id},
        {"answered_by": "nobody"},
        {"expires": AT},
        {"kind": "officer"},
        {"report_id": "f" * 32},
    ],
)
def test_without_two_people_nothing_is_deleted(store: Store, changed: dict[str, object]) -> None:
    """Refused, unanswered, answered by oneself or by nobody, too old, for something else."""
    report_id = store.arrive(1)
    agree(store, report_id, **changed)
    assert refusal(store, BEA, report_id) == "approval"
    with pytest.raises(NotDeleted, match="two people"):
        Register(store.engine, clock=lambda: AT).delete(report_id)
    with store.engine.connect() as connection:
        assert connection.scalars(select(reports.c.report_id)).all() == [report_id]
        (link,) = all_links(connection)
    assert (link.act, link.details) == ("refused", {"what": "delete", "rule": "approval"})


def test_only_the_two_who_agreed_and_may_sign_in_delete(store: Store) -> None:
    """A third person, and a yes of somebody who has left, count for nothing."""
    report_id = store.arrive(1)
    agree(store, report_id, asked_by=KIT.staff_id)
    assert refusal(store, BEA, report_id) == "approval"
    with store.engine.begin() as connection:
        connection.execute(
            update(staff).where(staff.c.staff_id == KIT.staff_id).values(disabled=AT)
        )
    assert refusal(store, SUE, report_id) == "approval"
    with pytest.raises(NoSuchReport), store.begin(KIT) as desk:
        delete(desk, report_id)


def fill(store: Store, report_id: str, other: str) -> None:
    """Put a row about the report into every table that staff's work lies in."""
    case(store, report_id, clock_from=TODAY)
    by = {"report_id": report_id, "author": BEA.staff_id, "written": AT, "sealed": SEALED}
    made = {"report_id": report_id, "made_by": BEA.staff_id, "made": AT, "sealed": SEALED}
    with store.engine.begin() as connection:
        connection.execute(insert(labels).values(report_id=report_id, label="new"))
        connection.execute(insert(notes).values(note_id="n" * 32, kind="note", **by))
        human = {"translation_id": "t" * 32, "step": "own_words", "language": "en"}
        connection.execute(insert(translations).values(**human, **by, made_by="human"))
        connection.execute(insert(tasks).values(task_id="k" * 32, kind="call", due=TODAY, **made))
        connection.execute(insert(resealed).values(part="report", public_key="age1x", **made))
        for first, second in ((report_id, other), ("0" * 32, report_id)):
            pair = {"first": first, "second": second, "said_by": BEA.staff_id, "said": AT}
            connection.execute(insert(differing).values(**pair))


def test_deleting_leaves_an_id_a_day_and_a_reason(store: Store) -> None:
    """Everything about the report goes, here and on disk; other reports stay as they are."""
    report_id, other = store.arrive(1), store.arrive(2)
    fill(store, report_id, other)
    agree(store, report_id)
    with store.begin(BEA) as desk:
        desk.record("exported", report_id, format="pdf")
        made = delete(desk, report_id)
    empty_log(store.engine)
    assert [(one.act, one.name) for one in made] == [("exported", "bea")]
    with store.engine.connect() as connection:
        for table in (cases, labels, notes, translations, tasks, resealed, approvals, differing):
            assert connection.execute(select(table)).all() == [], table.name
        assert connection.scalars(select(reports.c.report_id)).all() == [other]
        assert connection.execute(select(tombstones)).all() == [(report_id, TODAY, "retention")]
        assert copies(connection, report_id) == made
        links = list(all_links(connection))
        assert verify(links, None) == ()
    assert links[-1].details == {
        "reason": "retention",
        "approval": report_id[::-1],
        "asked_by": BEA.staff_id,
        "answered_by": SUE.staff_id,
        "copies": 1,
    }


def test_every_table_with_a_report_is_emptied() -> None:
    """A new table with a report's id in it cannot be forgotten here."""
    named = {
        table.name
        for table in metadata.sorted_tables
        if {"report_id", "first", "second"} & set(table.c.keys())
    }
    emptied = {table.name for table in (*BESIDE, differing, reports)}
    assert named - emptied == {"tombstones"}


def test_the_terminal_deletes_what_two_people_agreed(store: Store) -> None:
    """With an approval it is `deleted` with both names; alone it is `deleted_alone`."""
    agreed, alone = store.arrive(1), store.arrive(2)
    agree(store, agreed)
    register = Register(store.engine, lambda: TODAY, lambda: AT)
    assert register.agreed(agreed) == "retention"
    assert register.agreed(alone) is None
    register.delete(agreed)
    register.delete(alone, alone="mistake")
    with store.engine.connect() as connection:
        acts = [(one.act, one.about, one.who) for one in all_links(connection)]
    assert acts == [("deleted", agreed, "terminal"), ("deleted_alone", alone, "terminal")]
