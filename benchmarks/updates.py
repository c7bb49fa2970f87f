"""Invented updates, shaped as Telegram sends them."""

import json

TOKEN = "1000000000:BENCHMARK-not-a-token-nothing-is-real"  # noqa: S105 - loudly invented
PEOPLE = 16


def press(number: int, data: str, person: int = 0, message: int = 50) -> bytes:
    """Return a button press as JSON bytes."""
    account = {"id": 7_000_000_000 + person, "is_bot": False, "first_name": "Nobody"}
    chat = {"id": account["id"], "type": "private", "first_name": "Nobody"}
    there = {"message_id": message, "date": 1_790_000_000, "chat": chat, "text": "A card"}
    query = {
        "id": str(number),
        "from": account,
        "message": there,
        "chat_instance": "1",
        "data": data,
    }
    return json.dumps({"update_id": number, "callback_query": query}).encode()


def words(number: int, text: str, person: int = 0) -> bytes:
    """Return a typed message as JSON bytes."""
    account = {"id": 7_000_000_000 + person, "is_bot": False, "first_name": "Nobody"}
    chat = {"id": account["id"], "type": "private", "first_name": "Nobody"}
    message = {
        "message_id": number,
        "date": 1_790_000_000,
        "chat": chat,
        "from": account,
        "text": text,
    }
    return json.dumps({"update_id": number, "message": message}).encode()
