"""From settings to a desk: opening stores, keys, the flow and the team file.

Whatever is wrong is told at once, with its remedy, before anyone could write.
"""

import secrets
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from bot.crypto import MachineKey, MachineKeyFault
from bot.databases import same_database
from bot.desk import Desk
from bot.gate import reasons
from bot.identity import make_bot_identity, read_bot_identity
from bot.keys import SqlKeys
from bot.migrations import upgrade_drafts, upgrade_keys
from bot.sealing import Sealer
from bot.settings import BotSettings
from bot.stores.sql import SqlStore
from flows.loading import FlowFaults, load_flow
from flows.moves import Moves
from flows.setting import Languages, Setting
from flows.setting import Team as Facts
from flows.wording import wording
from intake.age import Identity
from intake.alerts.staff_chat import bot_of, read_token
from intake.answering import answering_engine, prepared_engine
from intake.boundary import TryLater, WillNeverWork
from intake.engines import make_engine, read_url
from intake.identities import IdentityFault
from intake.monitoring import open_monitoring
from intake.receipts import ReceiptKeyFault, new_code, read_receipt_key
from intake.settings import SettingsFaults
from intake.store import SqlIntake
from intake.team import Team, TeamFaults, read_team
from locales import ANY, offered

Made = TypeVar("Made")
LONDON = ZoneInfo("Europe/London")


class CannotStart(Exception):  # noqa: N818 - what the operator reads
    """Why the bot does not start: every fault, one a line."""


def set_up(settings: BotSettings) -> list[str]:
    """Make the machine key and bring both databases up to date; return what was done.

    Raises SettingsFaults for a database that does not answer.
    """
    done = []
    settings.machine_key_file.parent.mkdir(parents=True, exist_ok=True)
    if not settings.machine_key_file.exists():
        MachineKey.create(settings.machine_key_file)
        done.append(f"made the machine key {settings.machine_key_file}")
    if make_bot_identity(settings.bot_identity_file):
        done.append(f"made the bot's own key {settings.bot_identity_file}")
    upgrade_drafts(answering_engine("DATABASE_URL", settings.database_url))
    done.append("the draft database is up to date")
    keys = answering_engine("KEYS_DATABASE_URL", settings.keys_database_url, secure=True)
    upgrade_keys(keys)
    done.append("the keys database is up to date")
    return done


def open_desk(settings: BotSettings, clock: Callable[[], float]) -> Desk:
    """Return a desk ready to work; raises CannotStart with every fault found."""
    faults: list[str] = []
    identity = _or_fault(lambda: read_bot_identity(settings.bot_identity_file), faults)
    machine_key = _or_fault(lambda: MachineKey.read(settings.machine_key_file), faults)
    secret = _or_fault(lambda: read_receipt_key(settings.receipt_key_file), faults)
    moves = _or_fault(load_flow, faults)
    queues = {rule.queue for rule in moves.flow.rules} if moves else None
    team = _or_fault(lambda: read_team(settings.team_file, queues=queues), faults)
    drafts = _or_fault(lambda: _drafts(settings), faults)
    keys = _or_fault(lambda: _keys(settings), faults)
    intake = _or_fault(lambda: _intake(settings), faults)
    if drafts and keys and same_database(drafts, keys):
        faults.append("DATABASE_URL and KEYS_DATABASE_URL lead to the same database.")
    if team:
        faults += _team_faults(settings, team, identity)
    if not (machine_key and secret and moves and team and identity and drafts and keys and intake):
        raise CannotStart("\n".join(faults))
    if faults:
        raise CannotStart("\n".join(faults))
    return Desk(
        moves=moves,
        store=SqlStore(drafts),
        keys=SqlKeys(keys, machine_key),
        machine_key=machine_key,
        intake=SqlIntake(intake, secret),
        count=open_monitoring(settings.monitoring_database_url).add,
        sealer=Sealer(moves.flow, team, secret),
        identity=identity,
        setting=settings_of(team, moves, clock),
        clock=clock,
        closed=reasons(settings, team, settings.data_dir),
    )


def _drafts(settings: BotSettings) -> Engine:
    url = settings.database_url
    return prepared_engine("DATABASE_URL", url, table="drafts", command="bot setup")


def _keys(settings: BotSettings) -> Engine:
    url = settings.keys_database_url
    return prepared_engine(
        "KEYS_DATABASE_URL", url, table="draft_keys", command="bot setup", secure=True
    )


def _intake(settings: BotSettings) -> Engine:
    """Return the legal team's store, even if it is away: reports wait until it answers."""
    url = settings.intake_database_url
    try:
        answering_engine("INTAKE_DATABASE_URL", url).dispose()
    except SettingsFaults:
        if read_url(url).get_backend_name() == "postgresql":
            return make_engine(url)
        raise
    return prepared_engine("INTAKE_DATABASE_URL", url, table="reports", command="intake init")


def settings_of(team: Team, moves: Moves, clock: Callable[[], float]) -> Callable[[], Setting]:
    """Return what makes a fresh setting for each turn: the day in London, new random values."""
    facts = Facts(
        controller=team.controller.name,
        legal_team=team.legal_team.name,
        phone=team.legal_team.phone,
        hours=team.legal_team.hours,
        reply_days=team.reply_days,
        complaints=team.controller.complaints,
        acts_on=team.acts_on,
        contact=team.controller.contact,
        kept_months=team.kept_months,
    )
    catalogs = offered(team.drafts_allowed, wording(moves.flow))
    languages = Languages(catalogs)
    names = {language: catalog.name for language, catalog in catalogs.items()}

    def setting() -> Setting:
        return Setting(
            today=_london(clock()),
            team=facts,
            languages=languages,
            names=names,
            code=new_code(),
            report_id=secrets.token_hex(16),
            salt=secrets.token_hex(8),
        )

    return setting


def _reads_reports(identity: Identity, team: Team) -> bool:
    readers = [*team.conflict, *(one for queue in team.queues.values() for one in queue)]
    return identity.public_key in {one.key for one in readers}


def _team_faults(settings: BotSettings, team: Team, identity: Identity | None) -> Iterator[str]:
    """Yield what in the team file does not go with this machine's own settings and keys."""
    if not team.example and ANY in team.drafts_allowed:
        yield (
            f'{settings.team_file}: drafts_allowed = ["{ANY}"] would show every unreviewed '
            "language to reporters: name the languages one by one, or leave it empty."
        )
    if _tells_staff_by(settings, team):
        yield (
            f"{settings.team_file}: alerts.telegram.token_file holds the reporters' bot. Make "
            "another bot for staff with @BotFather: whoever can read that file must not be able to "
            "read what reporters write."
        )
    if identity and _reads_reports(identity, team):
        yield (
            f"{settings.bot_identity_file} is the key of a reader in {settings.team_file}: move it "
            "away and run `python -m bot setup`, or the bot's machine could open reports."
        )


def _tells_staff_by(settings: BotSettings, team: Team) -> bool:
    """Tell whether alerts go through the reporters' bot; a file that cannot be read is no fault."""
    if team.alerts.telegram is None:
        return False
    try:
        theirs = read_token(team.alerts.telegram.token_file)
    except (TryLater, WillNeverWork):
        return False
    return bot_of(theirs) == bot_of(settings.telegram_bot_token.get_secret_value())


def _london(now: float) -> date:
    return datetime.fromtimestamp(now, UTC).astimezone(LONDON).date()


def _or_fault(make: Callable[[], Made], faults: list[str]) -> Made | None:
    try:
        return make()
    except (MachineKeyFault, IdentityFault, ReceiptKeyFault, FlowFaults, TeamFaults) as fault:
        faults.append(str(fault))
        return None
    except SettingsFaults as found:
        faults.extend(found.faults)
        return None
