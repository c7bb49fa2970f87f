"""Everything about a report that stands beside its envelope, as the page's script gets it."""

from collections.abc import Mapping
from typing import Any

from console.access import Right, may
from console.page import Visit
from console.report.choices import CHOICES
from console.report.rows import approval, changed, copied, keeping, sealed, task
from intake.casework.actor import is_conflict_checker
from intake.casework.approvals import approvals_of, in_force, may_answer
from intake.casework.desk import Desk
from intake.casework.envelopes import may_pass_on
from intake.casework.notes import notes_of, translations_of
from intake.casework.people import names
from intake.casework.tasks import tasks_of
from intake.casework.viewing import Case, colleagues, history, look
from intake.retention.copies import copies

Json = dict[str, Any]


def case_of(visit: Visit, desk: Desk, report_id: str) -> Json:
    """Return the whole case in JSON's types. Raises NoSuchReport for what is not hers to see."""
    found, people = look(desk, report_id), names(desk)
    team, others = visit.office.team, colleagues(desk, report_id)
    readers = [one.key for one in team.recipients_for(found.triage.queue).queue]
    readers += [one.person.public_key for one in others if one.sees and one.person.public_key]
    return {
        "me": _me(visit, desk, found),
        "standing": _standing(found, people),
        "may_follow": found.may_follow,
        "labels": found.labels,
        "adds_to": found.family.adds_to,
        "additions": found.family.additions,
        "notes": [sealed(one, people) for one in notes_of(desk, report_id)],
        "translations": [sealed(one, people) for one in translations_of(desk, report_id)],
        "tasks": [task(one, people) for one in tasks_of(desk, report_id)],
        "approvals": [approval(one, people) for one in approvals_of(desk, report_id)],
        "history": [changed(one) for one in history(desk, report_id)],
        # Free words of staff are sealed to exactly those who can open this report.
        "seal_to": list(dict.fromkeys(readers)),
        "colleagues": [
            {
                "id": one.person.staff_id,
                "name": one.person.name,
                "sees": one.sees,
                "checks": is_conflict_checker(desk.team, one.person),
                "reader_key": one.person.public_key,
                "conflict_key": one.person.conflict_key,
            }
            for one in others
        ],
        "copies": copied(copies(desk.connection, report_id)),
        "keeping": keeping(visit, desk, found, people),
        "choices": {**CHOICES, "labels": team.labels},
    }


def _me(visit: Visit, desk: Desk, found: Case) -> Json:
    me, report_id = visit.person, found.triage.report_id
    rights = (Right.ASSIGN, Right.EXPORT, Right.RESEAL, Right.KEEP)
    return {
        "id": me.staff_id,
        "name": me.name,
        "keys": {"reader": me.reader_key, "conflict": me.conflict_key},
        "checks": desk.checks_conflicts,
        "answers": may_answer(desk),
        "passes_on": may_pass_on(desk, found.standing),
        "may": [right.value for right in rights if may(me.role, right)],
        "agreed": [kind for kind in ("officer", "delete") if in_force(desk, kind, report_id)],
    }


def _standing(found: Case, people: Mapping[str, str]) -> Json:
    stood = found.standing
    return {
        "version": stood.version,
        "status": stood.status,
        "reason": stood.reason,
        "word": stood.word,
        "withdrawn": stood.withdrawn.isoformat() if stood.withdrawn else None,
        "assignee": stood.assignee,
        "assignee_name": people.get(stood.assignee or "", ""),
        "conflict": stood.conflict,
        "conflict_by": people.get(stood.conflict_by or "", ""),
    }
