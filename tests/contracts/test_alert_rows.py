"""One contract for every outbox of alerts: memory, and both stores that hold one."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from bot.migrations import upgrade_drafts
from bot.stores.memory import MemoryStore
from bot.stores.sql import SqlStore
from intake.alerts import Alerts, open_outbox
from intake.alerts.rows import AlertRow, AlertRows
from intake.commands.setting_up import MIGRATIONS
from intake.migrate import upgrade
from tests.contracts.alert_settings import new_id

Begin = Callable[[], AbstractContextManager[AlertRows]]
ROW = AlertRow("a" * 32, "0" * 16, "arrived", "2", due_at=100, next_try_at=100)
DIGEST = replace(ROW, id="d" * 32, kind="digest")


def opened(kind: str, engine: Engine) -> Begin:
    """Return what begins a transaction on the bot's or the intake's outbox in `engine`."""
    if kind == "bot":
        upgrade_drafts(engine)
        return SqlStore(engine).begin
    upgrade(engine, MIGRATIONS)
    return open_outbox(engine, Alerts(), lambda: 0.0).begin


@pytest.fixture(
    params=["memory", "bot sqlite", "bot postgresql", "intake sqlite", "intake postgresql"]
)
def begin(
    request: pytest.FixtureRequest,
    new_address: Callable[[str], str],
    open_engine: Callable[..., Engine],
) -> Begin:
    if request.param == "memory":
        return MemoryStore().begin
    kind, database = request.param.split()
    return opened(kind, open_engine(new_address(database)))


def test_what_is_due_comes_longest_due_first(begin: Begin) -> None:
    """Each claim counts a try and puts the message off, so that nobody else has it meanwhile."""
    sooner = replace(ROW, id="b" * 32, next_try_at=50)
    with begin() as rows:
        rows.put_alert(ROW)
        rows.put_alert(sooner)
    with begin() as rows:
        assert rows.claim_alert(49, 400) is None
        assert rows.claim_alert(100, 400) == replace(sooner, next_try_at=400, tries=1)
        assert rows.claim_alert(100, 400) == replace(ROW, next_try_at=400, tries=1)
        assert rows.claim_alert(399, 800) is None
    with begin() as rows:
        rows.postpone_alert(ROW.id, 200)
        assert rows.claim_alert(200, 800) == replace(ROW, next_try_at=800, tries=2)


def test_what_was_taken_is_gone(begin: Begin) -> None:
    """A message that was dropped is never claimed again; dropping it twice is no fault."""
    with begin() as rows:
        rows.put_alert(ROW)
        rows.drop_alert(ROW.id)
        rows.drop_alert(ROW.id)
        rows.postpone_alert(ROW.id, 0)
        assert rows.claim_alert(9999, 9999) is None


def test_some_are_passed_over(begin: Begin) -> None:
    """Messages to an addressee who is left alone stay where they are, untried."""
    other = replace(ROW, id="b" * 32, addressee="1" * 16)
    with begin() as rows:
        rows.put_alert(ROW)
        rows.put_alert(other)
        claimed = rows.claim_alert(100, 400, [ROW.addressee])
        assert claimed == replace(other, next_try_at=400, tries=1)
        assert rows.claim_alert(100, 400, [ROW.addressee]) is None
        assert rows.claim_alert(100, 400) == replace(ROW, next_try_at=400, tries=1)


def test_a_digest_gathers_until_it_is_on_its_way(begin: Begin) -> None:
    """Arrivals for one addressee and moment are one message; later ones begin another."""
    with begin() as rows:
        for priority in "204":
            rows.put_alert(replace(DIGEST, id=new_id(), priorities=priority))
        rows.put_alert(replace(DIGEST, id=new_id(), addressee="1" * 16, priorities="3"))
        rows.put_alert(replace(DIGEST, id=new_id(), due_at=200, next_try_at=200, priorities="1"))
    with begin() as rows:
        found = [rows.claim_alert(100, 400) for _ in range(3)]
        assert sorted(row.priorities for row in found if row) == ["204", "3"]
        rows.put_alert(replace(DIGEST, id=new_id(), priorities="0"))
        late = rows.claim_alert(100, 400)
        assert late is not None
        assert late.priorities == "0"


def test_alarms_keep_quiet_for_a_while(begin: Begin) -> None:
    """The first is told now, more within the quiet time once at its end, and then anew."""
    with begin() as rows:
        assert rows.note_alarm("many_reads", 1000, 60) == 1000
        assert rows.note_alarm("audit_broken", 1001, 60) == 1001
    with begin() as rows:
        assert rows.note_alarm("many_reads", 1010, 60) == 1060
        assert rows.note_alarm("many_reads", 1020, 60) is None
        assert rows.note_alarm("many_reads", 1060, 60) == 1120
        assert rows.note_alarm("many_reads", 9000, 60) == 9000


def test_an_exception_undoes_everything(begin: Begin) -> None:
    """What a transaction did before an exception is as if it had never been."""

    def fail_at_the_end() -> None:
        with begin() as rows:
            rows.put_alert(ROW)
            rows.note_alarm("undelivered", 100, 60)
            raise KeyError

    with pytest.raises(KeyError):
        fail_at_the_end()
    with begin() as rows:
        assert rows.claim_alert(9999, 9999) is None
        assert rows.note_alarm("undelivered", 110, 60) == 110


@pytest.mark.parametrize("kind", ["bot", "intake"])
def test_two_processes_take_different_messages(
    kind: str, new_address: Callable[[str], str], open_engine: Callable[..., Engine]
) -> None:
    """On PostgreSQL a second one passes over what the first has in hand."""
    begin = opened(kind, open_engine(new_address("postgresql")))
    other = replace(ROW, id="b" * 32)
    with begin() as rows:
        rows.put_alert(ROW)
        rows.put_alert(other)
    with begin() as first, begin() as second:
        one, two = first.claim_alert(100, 400), second.claim_alert(100, 400)
        assert one is not None
        assert two is not None
        assert {one.id, two.id} == {ROW.id, other.id}


def test_both_outboxes_fit_into_one_database(
    new_address: Callable[[str], str], open_engine: Callable[..., Engine]
) -> None:
    """Stores that share a database keep their alerts apart."""
    engine = open_engine(new_address("sqlite"))
    ours, theirs = opened("bot", engine), opened("intake", engine)
    with ours() as rows:
        rows.put_alert(ROW)
    with theirs() as rows:
        assert rows.claim_alert(9999, 9999) is None
