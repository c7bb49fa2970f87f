"""Who she is goes into a count, and into nothing else: from the tap to the stores."""

import json

from intake.monitoring import Count, open_monitoring
from tests.service.running import Service
from tests.service.test_after_sending import code_on

ASKED = ("None", "About me", "Yes, ask me")
ANSWERED = ("Woman", "White", "35 to 44", "Skip", "No", "No religion")


async def test_her_answers_are_counted_and_the_draft_is_gone(running: Service) -> None:
    """One tap counts her answers; draft and key are gone, and no report holds a word of them."""
    phone = await running.sent()
    await code_on(running, phone)
    await running.taps(phone, "Go on", "Add more", "Yes, keep them", *ASKED, *ANSWERED)
    assert running.counts() == (2, 2)
    assert "Ethnic group: White" in await running.card(phone)
    await running.taps(phone, "Count these answers")
    assert "That is counted now" in await running.card(phone)
    assert running.counts() == (1, 1)
    store = open_monitoring(running.settings.monitoring_database_url)
    quarters = {one.quarter for one in store.counted()}
    (quarter,) = quarters
    assert store.counted() == (
        Count(quarter, "about_age", "from_35_to_44", 1),
        Count(quarter, "about_disability", "no", 1),
        Count(quarter, "about_ethnicity", "white", 1),
        Count(quarter, "about_gender", "woman", 1),
        Count(quarter, "about_religion", "none", 1),
    )
    await running.courier.round()
    (report,) = running.reports()
    assert "about_" not in json.dumps(report.summary)


async def test_an_addition_begun_there_sends_nothing_of_it(running: Service) -> None:
    """Answers about her that she left for another topic are in no envelope and in no count."""
    phone = await running.sent()
    await code_on(running, phone)
    await running.taps(phone, "Go on", "Add more", "Yes, keep them", *ASKED, *ANSWERED)
    await running.taps(phone, "Add something else", "Others affected", "Maybe", "I agree", "Send")
    await running.courier.round()
    for report in running.reports():
        assert "about_" not in json.dumps(report.summary)
        assert "White" not in json.dumps(report.summary)
        assert "monitoring" not in json.dumps(report.summary)
    assert open_monitoring(running.settings.monitoring_database_url).counted() == ()


async def test_a_count_that_fails_takes_nothing_away(running: Service) -> None:
    """Where the counts cannot be reached, she is told it was our mistake, and the draft stays."""
    phone = await running.sent()
    await code_on(running, phone)
    await running.taps(phone, "Go on", "Add more", "Yes, keep them", *ASKED, *ANSWERED)
    counting, running.desk.count = running.desk.count, open_monitoring("sqlite://").add
    await running.taps(phone, "Count these answers")
    assert "That was our mistake" in await running.card(phone)
    assert running.counts() == (2, 2)
    running.desk.count = counting
    await running.taps(phone, "Carry on", "Count these answers")
    assert "That is counted now" in await running.card(phone)
