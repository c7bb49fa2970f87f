"""Rows for the tests of how long reports are kept and who deletes them."""

from datetime import date

from sqlalchemy import insert

from intake.tables import approvals, cases
from tests.contracts.casework import AT, BEA, SUE, Store

LONG_AGO = date(2026, 1, 31)


def case(store: Store, report_id: str, **values: object) -> None:
    row = {"status": "opened", "conflict": "clear", "version": 1, "keep_longer": False, **values}
    with store.engine.begin() as connection:
        connection.execute(insert(cases).values(report_id=report_id, **row))


def agree(store: Store, report_id: str, /, **values: object) -> None:
    """Let Bea have asked for its deletion and Sue have granted it."""
    row = {
        "approval_id": report_id[::-1],
        "kind": "delete",
        "report_id": report_id,
        "asked_by": BEA.staff_id,
        "asked": AT - 60,
        "reason": "retention",
        "answered_by": SUE.staff_id,
        "answered": AT - 30,
        "granted": True,
        "expires": AT + 60,
        **values,
    }
    with store.engine.begin() as connection:
        connection.execute(insert(approvals).values(**row))
