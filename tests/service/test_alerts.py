"""Staff are told of an arrival after it is stored, through every channel, until they are told."""

import json
import logging
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot import handing_over
from bot.courier import Courier
from intake.alerts import Alerts, Outbox, Sending, addressees
from intake.alerts.shapes import CommandAlert, PersonAlert
from intake.boundary import TryLater
from sandbox import Phone, serve
from tests.contracts.alert_ends import Inbox, mail_server, receiver
from tests.contracts.alert_settings import STAFF, chat_settings, mail_settings, webhook_settings
from tests.intake.test_alerts import is_fixed
from tests.service.running import OUTLINE, Service

CANARY = "canary7f3a91"


def telling(running: Service, alerts: Alerts) -> Courier:
    """Let the courier tell these people."""
    outbox = Outbox(addressees(alerts), running.desk.store.begin, running.box.clock)
    running.courier.sending = Sending(outbox)
    return running.courier


def to_file(folder: Path) -> CommandAlert:
    """Return a program that writes its last word down; it fails until `works` is there."""
    program = (
        "import pathlib, sys; folder = pathlib.Path(sys.argv[1]); "
        "(folder / 'told').open('a').write(sys.argv[2] + ' '); "
        "sys.exit(0 if (folder / 'works').exists() else 75)"
    )
    return CommandAlert(run=(sys.executable, "-c", program, str(folder)))


async def test_a_failed_alert_is_tried_again(running: Service, tmp_path: Path) -> None:
    """A program that fails at first is run again until it works, and then no more."""
    courier, log = telling(running, Alerts(command=to_file(tmp_path))), tmp_path / "told"
    await running.sent()
    await courier.round()
    assert len(running.reports()) == 1
    assert not log.exists()
    await courier.tell_staff()
    assert log.read_text() == "2 "
    (tmp_path / "works").touch()
    for seconds in (31, 3600, 3600):
        running.box.advance(seconds)
        await courier.tell_staff()
    assert log.read_text() == "2 2 "


async def test_a_restart_loses_no_alert(running: Service, tmp_path: Path) -> None:
    """What was not told yet is told by the next courier; what was told is not told again."""
    alerts = Alerts(command=to_file(tmp_path))
    await running.sent()
    await telling(running, alerts).round()
    (tmp_path / "works").touch()
    await telling(running, alerts).tell_staff()
    await telling(running, alerts).tell_staff()
    assert (tmp_path / "told").read_text() == "2 "


async def test_an_alert_commits_with_the_hand_over(
    running: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crash after the intake store took a report: it is handed over again, and told of once."""
    (tmp_path / "works").touch()
    courier = telling(running, Alerts(command=to_file(tmp_path)))
    await running.sent()
    with monkeypatch.context() as patch:
        patch.setattr(handing_over, "tell", lambda *_: 1 / 0)
        await courier.round()
    await courier.tell_staff()
    assert len(running.reports()) == 1
    assert not (tmp_path / "told").exists()
    for _ in range(3):
        running.box.advance(3600)
        await courier.round()
        await courier.tell_staff()
    assert len(running.reports()) == 1
    assert (tmp_path / "told").read_text() == "2 "


async def test_a_stuck_report_alarms_once_a_day(
    running: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report that the intake store has not taken for a day alarms, and again each day."""
    (tmp_path / "works").touch()
    courier = telling(running, Alerts(command=to_file(tmp_path)))
    await running.sent()

    def away(*_: object) -> None:
        raise TryLater("away")

    monkeypatch.setattr(type(running.desk.intake), "submit", away)
    # 70 hours: two whole days after the first.
    for _ in range(35):
        running.box.advance(2 * 3600)
        await courier.round()
        await courier.tell_staff()
    assert (tmp_path / "told").read_text().split() == ["undelivered"] * 2


@contextmanager
def every_channel(running: Service, url: str, folder: Path) -> Iterator[list[str]]:
    """Tell through all channels, to shared ones and to people; collect all that arrives."""
    inbox, taken = Inbox(), list[str]()
    with mail_server(inbox) as port, receiver() as here:
        telling(
            running,
            Alerts(
                email=mail_settings(port),
                command=to_file(folder),
                webhook=webhook_settings(here.url, folder),
                telegram=chat_settings(url, folder),
                people=(PersonAlert(name="Anna", email="anna@x.test", when="digest"),),
            ),
        )
        (folder / "works").touch()
        yield taken
        taken += [mail.as_string() for mail in inbox.mails]
        taken += [f"{one.path} {one.headers} {one.body.decode()}" for one in here.posted]
        taken += [json.loads(one.body)["words"] for one in here.posted]
        taken += [str(mail["Subject"]) for mail in inbox.mails]


async def told_everything(running: Service) -> Phone:
    """Return a phone from which a report has been sent with the canary in every text."""
    phone = await running.arrived()
    await running.taps(phone, *OUTLINE, "Add what happened", "Continue", "In my own words")
    await running.says(phone, f"{CANARY} words")
    await running.taps(phone, "That's all", "Police officer", "Yes, at work", "Carry on", "I agree")
    await running.says(phone, f"PC {CANARY}")
    await running.taps(phone, "Phone")
    await running.says(phone, "07700 900123", f"Tuesdays {CANARY}")
    await running.taps(phone, "Neither", "Just ring off")
    await running.says(phone, f"Sam {CANARY}")
    await running.taps(phone, "Easy Read", "That's all", "To be heard", "That's all", "Send")
    return phone


def leaked(taken: list[str], secret: list[str]) -> list[str]:
    """Name what must be in no alert and is."""
    return [one for one in secret if any(one.lower() in text.lower() for text in taken)]


async def test_no_channel_carries_what_she_wrote(
    running: Service, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Her words, her account, the report's id and its queue are in no alert; words are fixed."""
    async with serve() as staff:
        await staff.phone(STAFF).start()
        with every_channel(running, staff.url, tmp_path) as taken, caplog.at_level(logging.INFO):
            phone = await told_everything(running)
            await running.passes(1)
            await running.courier.tell_staff()
            running.box.advance(24 * 3600)
            await running.courier.tell_staff()
        chat = [m.text for m in await staff.phone(STAFF).screen() if m.who == "bot"]
    taken += [*chat, (tmp_path / "told").read_text()]
    (report,) = running.reports()
    summary = json.dumps(report.summary)
    assert summary.count(CANARY) >= 3
    ids = re.findall(r"[0-9a-f]{32}", summary)
    queue = report.stored.triage.queue
    secret = [CANARY, *ids, str(phone.user_id), "900123", queue, "Metropolitan"]
    assert report.stored.triage.report_id in ids
    assert leaked(taken, secret) == []
    said = [text for text in taken if text.startswith("Candour")]
    assert len(said) == 4
    assert [words for words in said if not is_fixed(words)] == []
    # And the same search finds each of them where it is planted.
    assert leaked([*taken, " ".join(secret)], secret) == secret
