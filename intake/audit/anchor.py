"""Write the head of the chain outside: every 15 minutes or 100 links, and after what matters.

Whoever can change the database can write the whole chain anew, every hash right. They cannot
change what stands outside: in a file that they may only append to, or with whoever receives the
webhook.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, Engine, exists, select

from intake.audit.acts import WEIGHTY
from intake.audit.link import Head
from intake.audit.log import head as head_of
from intake.audit.log import record
from intake.audit.places import AnchorFailed, append_line, post_head
from intake.audit.reading import newest_links
from intake.settings import AuditSettings
from intake.tables import audit, staff

EVERY_SECONDS = 15 * 60
EVERY_LINKS = 100


def anchor_if_due(
    engine: Engine, settings: AuditSettings, now: int, *, who: str = "console", always: bool = False
) -> Head | None:
    """Write the head outside if it is time; return it, or None if nothing was due.

    Call it every ten seconds from a background thread: a webhook may take as long itself.
    It costs one small transaction while nothing is due. What was written is a link itself
    ("anchored"); a chain that has not moved since needs no anchor. `always` writes one whenever
    there is anything new. Raises AnchorFailed, after having tried every place, naming each that
    failed; what failed everywhere is tried again at the next call.
    """
    if not settings.audit_anchor_file and not settings.audit_anchor_url:
        return None
    newest = _due(engine, now, always=always)
    if newest is None:
        return None
    outcomes = dict(_tell(settings, newest, now))
    told = [place for place, fault in outcomes.items() if not fault]
    if told:
        with engine.begin() as connection:
            record(connection, now, who, "anchored", number=newest.number, places=told)
    if len(told) < len(outcomes):
        raise AnchorFailed(" ".join(fault for fault in outcomes.values() if fault))
    return newest


def _due(engine: Engine, now: int, *, always: bool) -> Head | None:
    with engine.begin() as connection:
        newest = head_of(connection)
        last = newest_links(connection, 1, only={"act": "anchored"})
        number = last[0].number if last else 0
        weighty = newest is not None and _is_weighty(connection, number)
    if newest is None or not last:
        return newest
    since, ago = newest.number - last[0].number, now - last[0].at
    # A clock that was put back must not keep anchors from being written.
    due = always or weighty or since >= EVERY_LINKS or not 0 <= ago < EVERY_SECONDS
    return newest if since and due else None


def _is_weighty(connection: Connection, after: int) -> bool:
    """Tell whether somebody did what an intruder would want unseen, after link `after`."""
    administrators = select(staff.c.staff_id).where(staff.c.role == "administrator")
    came_in = (audit.c.act == "sign_in") & audit.c.who.in_(administrators)
    acts = audit.c.act.in_(WEIGHTY) | came_in
    return bool(connection.scalar(select(exists().where(audit.c.number > after, acts))))


def _tell(settings: AuditSettings, head: Head, now: int) -> Iterator[tuple[str, str]]:
    """Try every place; give its name, and the sentence about what failed there, or nothing."""
    if settings.audit_anchor_file:
        try:
            append_line(settings.audit_anchor_file, head)
        except AnchorFailed as fault:
            yield "file", str(fault)
        else:
            yield "file", ""
    if settings.audit_anchor_url:
        secret = settings.audit_anchor_secret.get_secret_value()
        try:
            post_head(settings.audit_anchor_url, secret, head, now)
        except AnchorFailed as fault:
            yield "webhook", str(fault)
        else:
            yield "webhook", ""
