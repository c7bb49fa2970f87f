import logging
import ssl
from pathlib import Path

import pytest

from intake.alerts.mail import Mail
from intake.alerts.notice import Alert
from intake.boundary import TryLater, WillNeverWork
from tests.contracts.alert_ends import Inbox, mail_server
from tests.contracts.alert_settings import mail_settings, make_certificate, new_id

TO = ("team@x.test",)
ALERT = Alert(new_id(), "arrived", (2,))


def test_an_email_says_a_priority_and_nothing_else() -> None:
    """Subject and body hold one sentence; the headers are those that a mail needs."""
    inbox = Inbox()
    with mail_server(inbox) as port:
        Mail(mail_settings(port), TO).send(ALERT)
    (mail,) = inbox.mails
    assert mail["Subject"] == "Candour: a report has arrived. Priority 2."
    assert str(mail.get_payload()).strip() == mail["Subject"]
    assert mail["Message-ID"] == f"<{ALERT.id}@x.test>"
    assert mail["Auto-Submitted"] == "auto-generated"
    known = {"From", "To", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"}
    known |= {"Date", "Message-ID", "Auto-Submitted"}
    assert {name for name in mail.keys() if not name.startswith("X-")} == known  # noqa: SIM118 - a Message, not a dict


def test_a_second_try_can_be_told_from_a_second_report() -> None:
    """The same alert twice has one Message-ID, so that a mail server shows it once."""
    inbox = Inbox()
    with mail_server(inbox) as port:
        for _ in range(2):
            Mail(mail_settings(port), TO).send(ALERT)
        Mail(mail_settings(port), TO).send(Alert(new_id(), "arrived", (2,)))
    first, again, other = (mail["Message-ID"] for mail in inbox.mails)
    assert first == again != other


def test_starttls_trusts_only_whom_it_should(tmp_path: Path) -> None:
    """With the server's own authority named the mail goes; without it nothing is sent."""
    inbox, certificate = Inbox(), make_certificate(tmp_path / "server.pem")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with mail_server(inbox, tls_context=context, require_starttls=True) as port:
        with pytest.raises(WillNeverWork, match="SSLCertVerificationError"):
            Mail(mail_settings(port, security="starttls"), TO).send(ALERT)
        assert inbox.mails == []
        Mail(mail_settings(port, security="starttls", ca_file=certificate), TO).send(ALERT)
    assert len(inbox.mails) == 1


def test_a_server_without_tls_gets_nothing() -> None:
    """STARTTLS asked for and not offered: nothing is sent in the open, nor tried again."""
    inbox = Inbox()
    with mail_server(inbox) as port, pytest.raises(WillNeverWork, match="NotSupported"):
        Mail(mail_settings(port, security="starttls"), TO).send(ALERT)
    assert inbox.mails == []


@pytest.mark.parametrize(
    ("reply", "kind"),
    [("451 greylisted, team@x.test", TryLater), ("550 no such team@x.test", WillNeverWork)],
)
def test_refusals_are_sorted(reply: str, kind: type[Exception]) -> None:
    """A 4xx reply may be tried again, a 5xx not; the server's words go no further."""
    inbox = Inbox()
    inbox.reply = reply
    with mail_server(inbox) as port, pytest.raises(kind, match=r"^every recipient was refused$"):
        Mail(mail_settings(port), TO).send(ALERT)


def test_one_refused_of_two_is_told(caplog: pytest.LogCaptureFixture) -> None:
    """Taken by one is taken; how many were refused is logged, without an address."""
    inbox = Inbox()
    inbox.reply, inbox.once = "550 no such team@x.test", True
    with mail_server(inbox) as port, caplog.at_level(logging.INFO, "intake"):
        Mail(mail_settings(port), (*TO, "other@x.test")).send(ALERT)
    assert len(inbox.mails) == 1
    ours = [one.getMessage() for one in caplog.records if one.name.startswith("intake")]
    assert ours == ["alert by email: 1 of 2 recipients refused"]


def test_a_password_that_cannot_be_read_is_for_later(tmp_path: Path) -> None:
    """Whoever runs the service has a day to put the file back."""
    with mail_server(Inbox()) as port, pytest.raises(TryLater, match="FileNotFoundError"):
        Mail(mail_settings(port, user="u", password_file=tmp_path / "none"), TO).send(ALERT)
