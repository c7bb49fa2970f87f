import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from intake.__main__ import app
from intake.alerts import MANY_READS, Alerts, Sending, alerts_within, open_outbox, tell
from intake.alerts.shapes import WebhookAlert
from intake.boundary import TryLater
from intake.commands.setting_up import MIGRATIONS
from intake.engines import make_engine
from intake.example import EXAMPLE_TEAM
from intake.migrate import upgrade
from tests.contracts.alert_ends import ProgramEnd, receiver
from tests.contracts.alert_settings import free_port, webhook_settings


@pytest.fixture
def try_alerts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], tuple[int, str]]:
    """Return a function that runs the command with these tables; gives its end and its words."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path))

    def run(tables: str) -> tuple[int, str]:
        text = EXAMPLE_TEAM.read_text(encoding="utf-8") + tables
        (tmp_path / "team.toml").write_text(text, encoding="utf-8")
        done = CliRunner().invoke(app, ["try-alerts"])
        return done.exit_code, done.output

    return run


def hook(settings: WebhookAlert, url: str) -> str:
    return f'[alerts.webhook]\nurl = "{url}"\nsecret_file = "{settings.secret_file}"\n'


def test_everybody_gets_a_trial(
    try_alerts: Callable[[str], tuple[int, str]], tmp_path: Path
) -> None:
    """Each place in the team file is named with what came of it; a failure ends with 1."""
    program = ProgramEnd.made(tmp_path).channel.run  # type: ignore[attr-defined]  # a Program here
    command = f"[alerts.command]\nrun = {list(program)}\n".replace("'", '"')
    with receiver() as here:
        settings = webhook_settings(here.url, tmp_path)
        code, said = try_alerts(hook(settings, here.url) + command)
    assert code == 0
    assert said.splitlines() == ["alerts.command: was told.", "alerts.webhook: was told."]
    assert b"this is a trial. Nothing has arrived." in here.posted[0].body
    port = free_port()
    away = f"http://127.0.0.1:{port}/hush"
    code, said = try_alerts(hook(settings, away) + command)
    assert code == 1
    told = f"alerts.webhook: was not told by 127.0.0.1, port {port} (ConnectionRefusedError)."
    assert told in said
    assert "Nothing listens there: check host and port" in said
    assert "hush" not in said
    assert "1 of 2 were not told" in said


def test_each_channel_says_where_it_failed(
    try_alerts: Callable[[str], tuple[int, str]], tmp_path: Path
) -> None:
    """A mail server, Telegram and a program that are not there are named, and no token."""
    port = free_port()
    token = tmp_path / "token"
    token.write_text("123456:" + "A" * 35)
    token.chmod(0o600)
    code, said = try_alerts(
        f'[alerts.email]\nsender = "a@x.test"\nto = ["b@x.test"]\nhost = "127.0.0.1"\n'
        f'port = {port}\nsecurity = "none"\n'
        f'[alerts.telegram]\ntoken_file = "{token}"\nchat = 7\n'
        f'api_url = "http://127.0.0.1:{port}"\n'
        f'[alerts.command]\nrun = ["{tmp_path}/none"]\n'
    )
    assert (code, said.count(f"by 127.0.0.1, port {port} (Conn")) == (1, 2)
    assert f"by {tmp_path}/none (FileNotFoundError)" in said
    assert "There is no such program" in said
    assert "AAAA" not in said


def test_unusable_files_are_named_first(
    try_alerts: Callable[[str], tuple[int, str]], tmp_path: Path
) -> None:
    """With a secret that is none, nothing is sent; with nobody to tell, that is said."""
    settings = webhook_settings("https://x.test/", tmp_path)
    settings.secret_file.write_text("hush")
    code, said = try_alerts(hook(settings, "https://x.test/"))
    assert (code, "alerts.webhook.secret_file: " in said, "hush" in said) == (1, True, False)
    code, said = try_alerts("")
    assert (code, "nobody hears of a report" in said) == (1, True)


def test_the_intake_stores_alerts_commit_with_what_they_tell_of(tmp_path: Path) -> None:
    """An alarm put in a transaction that fails was never put; one that commits is sent."""
    engine = make_engine(f"sqlite:///{tmp_path / 'intake.sqlite3'}")
    upgrade(engine, MIGRATIONS)
    with receiver() as here:
        alerts = Alerts(webhook=webhook_settings(here.url, tmp_path))
        outbox = open_outbox(engine, alerts, lambda: 1000.0)

        def fails() -> None:
            with engine.begin() as connection:
                tell(outbox, MANY_READS, alerts_within(connection))
                raise KeyError

        with pytest.raises(KeyError):
            fails()
        Sending(outbox).round()
        assert here.posted == []
        with engine.begin() as connection:
            tell(outbox, MANY_READS, alerts_within(connection))
        stop = threading.Event()
        running = threading.Thread(target=Sending(outbox).run, args=(stop, 0.02))
        running.start()
        while not here.posted:
            stop.wait(0.02)
        stop.set()
        running.join()
    assert [b"many_reads" in one.body for one in here.posted] == [True]
    engine.dispose()


def test_a_store_that_is_away_is_for_later(tmp_path: Path) -> None:
    """Where the intake store cannot be asked, nothing of its text comes out."""
    engine = make_engine(f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    with pytest.raises(TryLater, match=r"^the intake store did not answer: OperationalError$"):
        tell(open_outbox(engine, Alerts(), lambda: 0.0), MANY_READS)
    engine.dispose()
