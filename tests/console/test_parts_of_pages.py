"""What htmx asks for is a part of the very page that a browser without scripts gets."""

import re
from datetime import timedelta

import httpx
import pytest

from console.office import Office
from console.retention import pages as retention
from intake.audit import record
from tests.console.staffing import Staff, signed_in
from tests.console.test_retention import arrive, reader

_NUMBERS = re.compile(r"<th scope=\"row\" class=\"figure\">(\d+)</th>")


async def part(staff: Staff, path: str) -> httpx.Response:
    """Ask as htmx does."""
    return await staff.client.get(path, headers={"Sec-Fetch-Dest": "empty", "HX-Request": "true"})


async def test_a_part_of_the_audit_page_is_its_list(office: Office) -> None:
    """The same rows and the same way on as on the whole page, and nothing around them."""
    dai = await signed_in(office, "Dai", "auditor")
    with office.engine.begin() as connection:
        for number in range(250):
            record(connection, office.now(), "terminal", "listed", count=number)
    path = "/audit?act=listed&before=200"
    alone, whole = (await part(dai, path)).text, (await dai.get(path)).text
    assert _NUMBERS.findall(alone) == _NUMBERS.findall(whole)
    assert alone.strip() in whole
    assert 'href="/audit?act=listed&amp;before=' in alone
    assert "<html" not in alone
    assert "Filters" not in alone


async def test_a_long_list_of_what_ends_has_a_way_on(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every report that ends can be reached, by a link; the list goes on where it stopped."""
    monkeypatch.setattr(retention, "_MOST", 2)
    ids = [arrive(office, office.today() - timedelta(days=300 - one)) for one in range(5)]
    ada = await reader(office, "Ada")
    for first, link in ((0, 'href="/retention?from=2#endings"'), (4, "")):
        path = f"/retention?from={first}"
        alone, whole = (await part(ada, path)).text, (await ada.get(path)).text
        assert alone.strip() in whole
        assert [one for one in ids if one in alone] == ids[first : first + 2]
        assert (link in alone) if link else ("from=" not in alone)
        assert "Waiting for a second person" not in alone


async def test_a_wrong_number_is_the_beginning(office: Office) -> None:
    """What stands in an address may be anything."""
    ada = await reader(office, "Ada")
    for wrong in ("-1", "٣", "9" * 400, "x"):
        assert (await ada.get(f"/retention?from={wrong}")).status_code == 200


async def test_a_part_is_refused_like_a_page(office: Office) -> None:
    """Who may not see the page sees no part of it; signed out is told as to any script."""
    ben = await signed_in(office, "Ben", "caseworker")
    assert (await part(ben, "/audit")).status_code == 403
    assert (await part(Staff(office), "/audit")).status_code == 401
