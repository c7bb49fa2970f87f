"""Before she agrees to a draft nothing is stored; refusing ends kindly."""

import pytest
import sqlalchemy as sa

from intake.engines import make_engine
from tests.service.running import Service


def rows(running: Service) -> dict[str, int]:
    """Return how many rows each table of the bot's databases holds."""
    counts = {}
    for url in (running.settings.database_url, running.settings.keys_database_url):
        engine = make_engine(url)
        with engine.connect() as connection:
            for table in sa.inspect(engine).get_table_names():
                if not table.endswith("_version"):
                    query = sa.text(f'SELECT count(*) FROM "{table}"')  # noqa: S608 - names of our own tables
                    counts[table] = connection.execute(query).scalar_one()
        engine.dispose()
    return counts


@pytest.mark.holds("T04")
async def test_a_person_who_says_no_leaves_no_trace(running: Service) -> None:
    """No to "is it safe": no draft, no key, no answer in any table."""
    phone = running.box.phone()
    await phone.start()
    await running.settled()
    await running.taps(phone, "Continue", "Yes", "Continue", "No")
    assert "Nothing you answered" in await running.card(phone)
    kept = rows(running)
    assert {t for t, n in kept.items() if n} <= {"seen", "sweeps", "account"}, kept


@pytest.mark.holds("T07")
async def test_a_person_who_refuses_the_draft_still_gets_support(running: Service) -> None:
    """No to the draft: nothing kept, and the support list one tap away."""
    phone = running.box.phone()
    await phone.start()
    await running.settled()
    await running.taps(phone, "Continue", "No", "Yes", "18 or over", "Continue", "No")
    assert "Nothing you answered" in await running.card(phone)
    assert running.counts() == (0, 0)
    await running.taps(phone, "Show me support")
    assert "Rape Crisis" in await running.card(phone)


async def test_typed_words_work_before_there_is_a_draft(running: Service) -> None:
    """Typed equivalents work on the arrival cards, from memory alone."""
    phone = running.box.phone()
    await running.says(phone, "/start", "continue", "no", "yes", "18 or over", "Continue")
    assert "May I keep your answers" in await running.card(phone)
    assert len(await phone.screen()) == 1
    await running.says(phone, "back")
    assert "It is about harm" in await running.card(phone)
    assert running.counts() == (0, 0)
