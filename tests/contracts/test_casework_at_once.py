"""Two people act on one report in the same moment: the second sees what changed, on every store."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, select

from intake.audit import verify
from intake.casework import Actor, Changed, Desk, NoSuchReport, Refused
from intake.casework.approvals import answer, ask
from intake.casework.assigning import assign
from intake.casework.statuses import set_status
from intake.register import NoSuchReport as NoneHere
from intake.register import Register
from intake.retention.deleting import delete
from intake.tables import reports, tombstones
from tests.contracts.at_once import all_at_once, side_by_side
from tests.contracts.casework import ANN, AT, BEA, SUE, TODAY, Store, team
from tests.contracts.retaining import agree, case


def both(store: Store, *acts: tuple[Actor, Callable[[Desk], object]]) -> list[Any]:
    """Let each of these people act in the same moment; return what came of it."""

    def at_a_desk(who: Actor, act: Callable[[Desk], object]) -> Callable[[Connection], object]:
        return lambda connection: act(Desk(connection, team(), who, AT, TODAY))

    return all_at_once(store.engine, [at_a_desk(*one) for one in acts])


def kinds(found: Sequence[object]) -> set[str]:
    """Return what came of each: a refusal's name, or "done"."""
    refusals = (Changed, NoSuchReport, Refused)
    unexpected = [one for one in found if isinstance(one, Exception)]
    assert all(isinstance(one, refusals) for one in unexpected), unexpected
    return {type(one).__name__ if isinstance(one, refusals) else "done" for one in found}


def test_two_change_one_report(store: Store) -> None:
    """One is done; the other is told who did what, and nothing of hers is half there."""
    report_id = store.arrive(1)
    found = both(
        store,
        (ANN, lambda desk: assign(desk, {report_id: 0}, ANN.staff_id)),
        (BEA, lambda desk: assign(desk, {report_id: 0}, BEA.staff_id)),
    )
    assert kinds(found) == {"done", "Changed"}
    (changed,) = [one for one in found if isinstance(one, Changed)]
    (change,) = changed.changes
    assert {change.name} | {"ann", "bea"} == {"ann", "bea"}
    assert store.acts() == ["assigned"]
    assert verify(store.links(), None) == ()


def test_two_change_the_status_of_one_report(store: Store) -> None:
    """Two ways on from one status: one is gone, and the version counts up once."""
    report_id = store.arrive(1)
    case(store, report_id, clock_from=TODAY)
    found = both(
        store,
        (ANN, lambda desk: set_status(desk, report_id, 1, "contacting")),
        (BEA, lambda desk: set_status(desk, report_id, 1, "in_contact")),
    )
    assert kinds(found) == {"done", "Changed"}
    assert store.acts() == ["status_changed"]


def test_a_question_is_answered_once(store: Store) -> None:
    """A yes and a no in the same moment: the first one stands."""
    report_id = store.arrive(1)
    with store.begin(ANN) as desk:
        approval = ask(desk, "delete", "retention", report_id)
    found = both(
        store,
        (SUE, lambda desk: answer(desk, approval, granted=True)),
        (BEA, lambda desk: answer(desk, approval, granted=False)),
    )
    assert kinds(found) == {"done", "Refused"}
    assert store.acts() == ["approval_asked", "approval_answered"]


def test_two_delete_one_report(store: Store) -> None:
    """The two who agreed both press the button: it is deleted once, with one link."""
    report_id, other = store.arrive(1), store.arrive(2)
    agree(store, report_id)
    found = both(
        store,
        (BEA, lambda desk: delete(desk, report_id)),
        (SUE, lambda desk: delete(desk, report_id)),
    )
    assert kinds(found) == {"done", "NoSuchReport"}
    with store.engine.connect() as connection:
        assert connection.scalars(select(reports.c.report_id)).all() == [other]
        assert connection.scalars(select(tombstones.c.report_id)).all() == [report_id]
    assert store.acts() == ["deleted"]


def test_the_terminal_and_the_console_delete_one_report(store: Store) -> None:
    """Whichever comes second changes nothing, and no tombstone is there twice."""
    report_id = store.arrive(1)
    agree(store, report_id)
    register = Register(store.engine, lambda: TODAY, lambda: AT)

    def at_her_desk() -> None:
        with store.begin(BEA) as desk:
            delete(desk, report_id)

    found = side_by_side(
        store.engine, [at_her_desk, lambda: register.delete(report_id, alone="mistake")]
    )
    gone = (NoSuchReport, NoneHere)
    assert sum(isinstance(one, gone) for one in found) == 1, found
    with store.engine.connect() as connection:
        assert connection.scalars(select(reports.c.report_id)).all() == []
        assert connection.scalars(select(tombstones.c.report_id)).all() == [report_id]
    assert len(store.acts()) == 1
    assert verify(store.links(), None) == ()
