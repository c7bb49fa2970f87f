"""Looking at a report: whose it is, what comes first, and what the chain says of it."""

import base64
import hashlib

import pytest
import pytest_asyncio

from console.office import Office
from console.page import Page
from console.report.pages import PAGES
from intake import age
from tests.console.casedesk import OURS, THEIRS, CaseDesk, case_desk


@pytest_asyncio.fixture
async def desk(office: Office) -> CaseDesk:
    return await case_desk(office)


async def test_the_page_shows_triage_and_no_word(desk: CaseDesk) -> None:
    """The page has the triage columns and is recorded; no name, no word, nothing in its title."""
    answer = await desk.ben.get(f"/reports/{OURS}")
    assert answer.status_code == 200
    for words in ("2026-11-30", "Met Police", "new", "Outline for making contact."):
        assert words in answer.text
    assert "<title>Report - Candour</title>" in answer.text
    assert "candour-worker" in answer.headers["content-security-policy"]
    assert desk.acts() == ["viewed"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
async def test_a_foreign_report_is_not_there(desk: CaseDesk, page: Page) -> None:
    """What is another team's answers as what never was, to the byte, and changes nothing."""
    path, method = page.path, page.method
    body = {
        "seen": 0, "for": "reading", "status": "closed", "reason": "other", "word": "read",
        "finding": "clear", "wished": True, "sealed": desk.sealed(), "step": "own_words",
        "language": "en", "made_by": "human", "kind": "delete", "due": "2026-12-01",
        "task": "0" * 32, "address": base64.b64encode(bytes(32)).decode(), "approval": "0" * 32,
        "granted": True, "consent": True, "part": "report",
        "key": desk.keys["kit"].public_key, "add": ["safeguarding"],
    }  # fmt: skip
    if path.endswith("/tasks"):
        body["kind"] = "call"
    if path.endswith("/export"):
        body["kind"] = "json"
    answers = []
    for report_id in (THEIRS, "ff" * 16):
        address = path.replace("{id}", report_id)
        if method == "GET":
            answers.append(await desk.ada.get(address))
        else:
            answers.append(await desk.ada.post(address, {**body, "reason": "other"}))
    assert [one.status_code for one in answers] == [404, 404]
    assert answers[0].content == answers[1].content
    assert desk.acts(THEIRS) == []
    # A planted visit to a report of hers shows that these requests are whole.
    ours = path.replace("{id}", OURS)
    mine = await (desk.ada.get(ours) if method == "GET" else desk.ada.post(ours, body))
    assert mine.status_code != 404 or path.endswith(("/done", "/answer"))
    assert mine.status_code != 400


async def test_the_check_comes_before_the_account(desk: CaseDesk) -> None:
    """Nobody gets the envelope to read while the check is not clear; a checker gets it to check."""
    early = await desk.ben.post(f"/reports/{OURS}/envelope", {"for": "reading"})
    assert early.status_code == 409
    assert "check for a conflict" in early.json()["fault"]
    mere = await desk.ben.post(f"/reports/{OURS}/envelope", {"for": "conflict"})
    assert mere.status_code == 409
    assert desk.acts() == ["envelope_refused", "envelope_refused"]
    card = await desk.ada.post(f"/reports/{OURS}/envelope", {"for": "conflict"})
    assert card.status_code == 200
    assert desk.acts()[-1] == "conflict_viewed"
    refused = await desk.act(desk.ben, "finding", finding="clear")
    assert refused.status_code == 409
    await desk.clear()
    given = (await desk.ben.post(f"/reports/{OURS}/envelope", {"for": "reading"})).json()
    envelope = base64.b64decode(given["envelope"])
    assert hashlib.sha256(envelope).hexdigest() == given["sha256"]
    assert age.open_with([desk.keys["ben"]], envelope)
    assert given["triage"]["report_id"] == OURS
    standing = (await desk.case())["standing"]
    assert standing["word"] == "read"
    assert desk.acts()[-2:] == ["status_changed", "opened"]


async def test_the_case_names_keys_people_and_what_may_follow(desk: CaseDesk) -> None:
    """The page's script learns whom to seal to, who works here, and what it may offer."""
    await desk.clear()
    case = await desk.case(desk.ben)
    assert set(case["seal_to"]) == {
        desk.keys[name].public_key for name in ("ada", "ben", "sue", "spare")
    }
    sees = {one["name"]: one["sees"] for one in case["colleagues"]}
    assert sees == {"Ada": True, "Ben": True, "Sue": True, "Kit": False}
    assert case["me"]["may"] == ["export"]
    assert case["keeping"]["ends"]
    assert desk.acts() == ["conflict_checked"]


async def test_reading_very_much_tells_somebody(
    desk: CaseDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Past the number of an hour the envelope is still given, and an alarm is queued with it."""
    monkeypatch.setattr("intake.casework.quota.MOST_READS", 0)
    await desk.clear()
    given = await desk.ben.post(f"/reports/{OURS}/envelope", {"for": "reading"})
    assert given.status_code == 200
    assert desk.acts(desk.ben.staff_id)[-1] == "many_reads"
