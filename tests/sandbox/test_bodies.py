import json

import httpx
import pytest

from sandbox import FIRST_PHONE, Phone, Sandbox

FIELDS = {"chat_id": str(FIRST_PHONE), "text": "héllo = & 🌿"}


async def test_every_way_to_send_fields(box: Sandbox, phone: Phone) -> None:
    """Query, form, multipart and JSON bodies are all read alike."""
    url = f"{box.base_url}{box.token}/sendMessage"
    parts = {name: (None, value) for name, value in FIELDS.items()}
    async with httpx.AsyncClient() as client:
        answers = [
            await client.get(url, params=FIELDS),
            await client.post(url, data=FIELDS),
            await client.post(url, files=parts),
            await client.post(url, json=FIELDS),
            await client.post(f"{box.base_url}{box.token}/SENDMESSAGE", data=FIELDS),
        ]
    assert [answer.json()["result"]["text"] for answer in answers] == [FIELDS["text"]] * 5
    assert len(await phone.screen()) == 6


@pytest.mark.parametrize("body", [b"{", b"[]", b"\xff"])
async def test_unreadable_json(box: Sandbox, body: bytes) -> None:
    """A body that is not a JSON object is refused."""
    headers = {"Content-Type": "application/json"}
    async with httpx.AsyncClient() as client:
        url = f"{box.base_url}{box.token}/getMe"
        answer = await client.post(url, content=body, headers=headers)
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "\ud800"},
        {"text": ["x"]},
        {"text": "x", "chat_id": ""},
        {"text": "x", "chat_id": "@somebody"},
        {"text": "x", "chat_id": "1e3"},
    ],
)
async def test_wrong_values(box: Sandbox, phone: Phone, fields: dict[str, object]) -> None:
    """A value of the wrong kind is refused, half a character too."""
    body = json.dumps(FIELDS | fields)
    headers = {"Content-Type": "application/json"}
    async with httpx.AsyncClient() as client:
        url = f"{box.base_url}{box.token}/sendMessage"
        answer = await client.post(url, content=body, headers=headers)
    assert answer.status_code == 400
    assert len(await phone.screen()) == 1
