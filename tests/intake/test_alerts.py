import datetime as dt
import ipaddress
import logging
import socket
import ssl
import sys
from collections.abc import Callable, Iterator
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as Mailbox
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from intake.alerts import FailedAlert, send
from intake.team_file import Alerts, CommandAlert, EmailAlert


class Inbox(Mailbox):
    """Keeps what arrives, or answers with `reply` instead."""

    def __init__(self) -> None:
        super().__init__()
        self.mails: list[Message] = []
        self.reply = ""

    def handle_message(self, message: Message) -> None:
        """Keep what arrived."""
        self.mails.append(message)

    async def handle_RCPT(self, *given: object) -> str:  # noqa: N802 - aiosmtpd's name
        """Take the recipient, or answer as told."""
        envelope, address = given[2], given[3]
        if self.reply:
            return self.reply
        envelope.rcpt_tos.append(address)  # type: ignore[attr-defined]  # aiosmtpd is untyped
        return "250 OK"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def server(inbox: Inbox) -> Iterator[Callable[..., int]]:
    """Return a function that starts a mail server on loopback and returns its port."""
    started = []

    def start(**choices: Any) -> int:  # noqa: ANN401 - whatever aiosmtpd takes
        port = free_port()
        controller = Controller(inbox, hostname="127.0.0.1", port=port, **choices)
        controller.start()
        started.append(controller)
        return port

    yield start
    for controller in started:
        controller.stop()


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Make a key and a certificate for 127.0.0.1, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "test")])
    now = dt.datetime.now(tz=dt.UTC)
    host = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(host, critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    path = tmp_path / "server.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, form, plain)
        + signed.public_bytes(serialization.Encoding.PEM)
    )
    return path


def by_email(port: int, **choices: object) -> Alerts:
    given = {"sender": "bot@x.test", "to": ("team@x.test",), "host": "127.0.0.1", "port": port}
    return Alerts(email=EmailAlert.model_validate({**given, "security": "none", **choices}))


def by_command(*words: str) -> Alerts:
    return Alerts(command=CommandAlert(run=words))


def test_an_email_says_a_priority_and_nothing_else(
    inbox: Inbox, server: Callable[..., int]
) -> None:
    """Subject and body hold one sentence with the priority; staff are told once each."""
    assert send(by_email(server()), 2) == ()
    (mail,) = inbox.mails
    assert mail["Subject"] == "Candour: a report has arrived. Priority 2."
    assert str(mail.get_payload()).strip() == mail["Subject"]
    known = {"From", "To", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"}
    assert {name for name in mail.keys() if not name.startswith("X-")} == known  # noqa: SIM118 - a Message, not a dict


def test_starttls_trusts_only_whom_it_should(
    inbox: Inbox, server: Callable[..., int], certificate: Path
) -> None:
    """With the server's own authority named the mail goes; without it nothing is sent."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    port = server(tls_context=context, require_starttls=True)
    assert send(by_email(port, security="starttls"), 1) == (FailedAlert("email", retry=False),)
    assert inbox.mails == []
    assert send(by_email(port, security="starttls", ca_file=certificate), 1) == ()
    assert len(inbox.mails) == 1


def test_a_server_without_tls_gets_nothing(inbox: Inbox, server: Callable[..., int]) -> None:
    """STARTTLS asked for and not offered: nothing is sent in the open, nor tried again."""
    assert send(by_email(server(), security="starttls"), 1) == (FailedAlert("email", retry=False),)
    assert inbox.mails == []


@pytest.mark.parametrize(
    ("reply", "retry"), [("451 greylisted, team@x.test", True), ("550 no such team@x.test", False)]
)
def test_refusals_are_sorted_and_logged_by_kind(
    inbox: Inbox,
    server: Callable[..., int],
    caplog: pytest.LogCaptureFixture,
    reply: str,
    retry: bool,  # noqa: FBT001 - a test's parameter
) -> None:
    """A 4xx reply may be tried again, a 5xx not; the server's words are not logged."""
    inbox.reply = reply
    with caplog.at_level(logging.DEBUG):
        assert send(by_email(server()), 0) == (FailedAlert("email", retry=retry),)
    # The mail server of this test logs here too.
    ours = [record.getMessage() for record in caplog.records if record.name == "intake.alerts"]
    assert ours == [f"alert by email failed: every recipient was refused (retry: {retry})"]


def test_nobody_listening_is_tried_again() -> None:
    """A mail server that is away is no reason to give up."""
    assert send(by_email(free_port()), 0) == (FailedAlert("email", retry=True),)


def test_a_program_gets_the_priority_as_its_last_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The operator's program runs without a shell, and without this process's environment."""
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "hush")
    out = tmp_path / "out"
    program = "import os, sys; open(sys.argv[1], 'w').write(f'{sys.argv[2:]} {sorted(os.environ)}')"
    assert send(by_command(sys.executable, "-c", program, str(out), "$HOME; x"), 3) == ()
    written = out.read_text()
    assert written.startswith("['$HOME; x', '3'] ")
    assert "TELEGRAM_BOT_TOKEN" not in written


def test_a_failing_program_is_sorted(tmp_path: Path) -> None:
    """A program that ends with a fault may be tried again; one that is not there may not."""
    failing = by_command(sys.executable, "-c", "raise SystemExit(1)")
    assert send(failing, 0) == (FailedAlert("command", retry=True),)
    assert send(by_command(str(tmp_path / "none")), 0) == (FailedAlert("command", retry=False),)


def test_only_the_failed_channels_are_tried_again(inbox: Inbox, server: Callable[..., int]) -> None:
    """Whoever was told is not told twice."""
    email = by_email(server()).email
    both = Alerts(
        email=email, command=by_command(sys.executable, "-c", "raise SystemExit(1)").command
    )
    failed = send(both, 0)
    assert [one.channel for one in failed] == ["command"]
    assert send(both, 0, only=[one.channel for one in failed]) == failed
    assert len(inbox.mails) == 1


def test_no_channel_is_no_fault() -> None:
    """Alerts may be off."""
    assert send(Alerts(), 0) == ()
