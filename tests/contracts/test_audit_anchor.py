"""The head of the chain, written outside: when, where to, and what it finds. Every store."""

import base64
import hashlib
import hmac
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from intake.audit import Act, record, verify
from intake.audit.acts import WEIGHTY
from intake.audit.anchor import EVERY_LINKS, EVERY_SECONDS, anchor_if_due
from intake.audit.places import AnchorFailed, read_anchors
from intake.audit.reading import all_links, newest_links
from intake.commands.setting_up import MIGRATIONS
from intake.migrate import upgrade
from intake.settings import AuditSettings
from intake.staff import people
from intake.tables import audit

NOW = 1_795_305_600
SECRET = "s" * 32


@dataclass
class Outside:
    """A receiver of webhooks on loopback: what it was sent, and what it answers."""

    url: str = ""
    status: int = 204
    got: list[tuple[dict[str, str], bytes]] = field(default_factory=list)


@pytest.fixture
def outside() -> Iterator[Outside]:
    receiver = Outside()

    class Receiving(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            receiver.got.append(({k.lower(): v for k, v in self.headers.items()}, body))
            self.send_response(receiver.status)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Receiving) as server:
        receiver.url = f"http://127.0.0.1:{server.server_port}/anchors"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield receiver
        server.shutdown()
        thread.join()


@pytest.fixture(params=["sqlite", "postgresql"])
def store(
    request: pytest.FixtureRequest,
    new_address: Callable[[str], str],
    open_engine: Callable[..., Engine],
) -> Engine:
    engine = open_engine(new_address(request.param))
    upgrade(engine, MIGRATIONS)
    return engine


def settings(file: Path | None = None, url: str = "") -> AuditSettings:
    return AuditSettings(
        audit_anchor_file=file, audit_anchor_url=url, audit_anchor_secret=SECRET if url else ""
    )


def act(store: Engine, at: int, times: int = 1) -> None:
    with store.begin() as connection:
        for _ in range(times):
            record(connection, at, "ada", "viewed")


def checked(store: Engine, file: Path) -> list[str]:
    with store.connect() as connection:
        return [one.fault for one in verify(all_links(connection), read_anchors(file)[0])]


def test_every_quarter_of_an_hour_or_hundred_links(store: Engine, tmp_path: Path) -> None:
    """At once, then after 15 minutes or 100 links, and never while nothing is new."""
    here = settings(tmp_path / "anchors")
    assert anchor_if_due(store, here, NOW) is None
    act(store, NOW)
    first = anchor_if_due(store, here, NOW)
    assert first is not None
    assert first.number == 1
    assert anchor_if_due(store, here, NOW + EVERY_SECONDS) is None
    act(store, NOW)
    assert anchor_if_due(store, here, NOW + EVERY_SECONDS - 1) is None
    assert anchor_if_due(store, here, NOW + EVERY_SECONDS) is not None
    later = NOW + EVERY_SECONDS + 1
    act(store, later, EVERY_LINKS - 1)
    assert anchor_if_due(store, here, later) is None
    act(store, later)
    assert anchor_if_due(store, here, later) is not None
    act(store, later)
    assert anchor_if_due(store, here, NOW - 1_000_000) is not None, "a clock that was put back"
    assert len(read_anchors(tmp_path / "anchors")[0]) == 4
    assert checked(store, tmp_path / "anchors") == []


@pytest.mark.parametrize("weighty", sorted(WEIGHTY))
def test_at_once_after_what_matters(store: Engine, tmp_path: Path, weighty: Act) -> None:
    """A deletion, a copy, a change of rights does not wait for the quarter of an hour."""
    here = settings(tmp_path / "anchors")
    act(store, NOW)
    anchor_if_due(store, here, NOW)
    act(store, NOW)
    assert anchor_if_due(store, here, NOW + 1) is None
    with store.begin() as connection:
        record(connection, NOW + 1, "console", weighty)
    assert anchor_if_due(store, here, NOW + 1) is not None
    assert anchor_if_due(store, here, NOW + 2) is None


def test_at_once_after_an_administrator_signed_in(store: Engine, tmp_path: Path) -> None:
    """Whoever lets people in is watched most; a caseworker's sign-in waits its time."""
    here = settings(tmp_path / "anchors")
    act(store, NOW)
    anchor_if_due(store, here, NOW)
    with store.begin() as connection:
        ben = people.add(connection, NOW, "terminal", "Ben", "caseworker").staff_id
        ada = people.add(connection, NOW, "terminal", "Ada", "administrator").staff_id
    anchor_if_due(store, here, NOW)
    for who, due in ((ben, False), (ada, True)):
        with store.begin() as connection:
            record(connection, NOW, who, "sign_in", who)
        assert (anchor_if_due(store, here, NOW) is not None) is due


def test_a_cut_end_is_found_by_the_file(store: Engine, tmp_path: Path) -> None:
    """Links taken off the end leave a whole chain, and an anchor that it does not reach."""
    act(store, NOW, 5)
    anchor_if_due(store, settings(tmp_path / "anchors"), NOW)
    with store.begin() as connection:
        connection.execute(sa.delete(audit).where(audit.c.number > 3))
        assert verify(all_links(connection), None) == ()
    assert checked(store, tmp_path / "anchors") == ["cut"]


def test_a_link_made_up_to_stop_anchors_is_found(store: Engine, tmp_path: Path) -> None:
    """Who writes "anchored" into the chain to have none written is found: the file lacks it."""
    act(store, NOW, 2)
    anchor_if_due(store, settings(tmp_path / "anchors"), NOW)
    act(store, NOW)
    with store.begin() as connection:
        record(connection, NOW + 5, "console", "anchored", number=4, places=["file"])
    assert checked(store, tmp_path / "anchors") == ["anchor_gone"]


def test_the_webhook_is_signed(store: Engine, outside: Outside) -> None:
    """Number, time and hash go out, signed with the secret over id, time and body."""
    act(store, NOW, 3)
    head = anchor_if_due(store, settings(url=outside.url), NOW + 7)
    assert head is not None
    ((headers, body),) = outside.got
    told = {"type": "audit-head", "number": 3, "hash": head.hash.hex(), "at": NOW}
    assert json.loads(body) == told
    signed = f"{headers['webhook-id']}.{NOW + 7}.".encode() + body
    digest = base64.b64encode(hmac.digest(SECRET.encode(), signed, hashlib.sha256)).decode()
    assert headers["webhook-signature"] == f"v1,{digest}"
    with store.connect() as connection:
        assert newest_links(connection, 1)[0].details == {"number": 3, "places": ["webhook"]}


def test_what_fails_is_told_and_the_other_place_is_tried(
    store: Engine, outside: Outside, tmp_path: Path
) -> None:
    """A receiver that is broken does not keep the file from being written, nor is it hidden."""
    outside.status = 500
    act(store, NOW)
    with pytest.raises(AnchorFailed, match=r"AUDIT_ANCHOR_URL did not take the anchor: .*500"):
        anchor_if_due(store, settings(tmp_path / "anchors", outside.url), NOW)
    assert len(read_anchors(tmp_path / "anchors")[0]) == 1
    act(store, NOW)
    nowhere = settings(tmp_path / "missing" / "anchors")
    later = NOW + EVERY_SECONDS
    for _ in range(2):
        with pytest.raises(AnchorFailed, match="AUDIT_ANCHOR_FILE cannot be written"):
            anchor_if_due(store, nowhere, later)
    refused = settings(url="http://127.0.0.1:9/hush")
    with pytest.raises(AnchorFailed) as caught:
        anchor_if_due(store, refused, later)
    assert "hush" not in str(caught.value)


def test_half_a_line_spoils_no_other(store: Engine, tmp_path: Path) -> None:
    """A crash in the middle of a line: the next anchor stands alone, the half is named."""
    file = tmp_path / "anchors"
    act(store, NOW)
    anchor_if_due(store, settings(file), NOW)
    with file.open("ab") as half:
        half.write(b'{"number":7,"ha')
    act(store, NOW)
    anchor_if_due(store, settings(file), NOW, always=True)
    heads, spoiled = read_anchors(file)
    assert [one.number for one in heads] == [1, 3]
    assert spoiled == (2,)
    assert file.stat().st_mode & 0o777 == 0o600
