"""The fields of one request, whichever of three ways they were sent, and how each is read."""

from collections.abc import Mapping
from email import message_from_bytes
from email.policy import HTTP
from urllib.parse import parse_qsl

import msgspec
from starlette.requests import Request

from sandbox.refusals import bad_request


class Fields:
    """What a request gave. Numbers may come as strings, nested values as JSON in a string."""

    def __init__(self, given: Mapping[str, object]) -> None:
        self.given = dict(given)

    def has(self, name: str) -> bool:
        """Say whether the field was given, and not as null."""
        return self.given.get(name) is not None

    def text(self, name: str) -> str:
        """Return a text, empty if it was not given.

        Raises:
            Refused: it is not a text, or holds half a character.
        """
        value = self.given.get(name)
        if value is None:
            return ""
        if isinstance(value, (bool, int, float)):
            value = str(value)
        if not isinstance(value, str):
            raise bad_request(f'field "{name}" must be of type String')
        if any("\ud800" <= letter <= "\udfff" for letter in value):
            raise bad_request("strings must be encoded in UTF-8")
        return value

    def number(self, name: str) -> int | None:
        """Return a whole number, or None if it was not given.

        Raises:
            Refused: it is not a whole number.
        """
        value = self.given.get(name)
        if value is None or value == "":
            return None
        try:
            return int(str(value))
        except ValueError:
            raise bad_request(f'field "{name}" must be of type Number') from None

    def flag(self, name: str) -> bool:
        """Return whether a yes-or-no field was given as a yes."""
        return str(self.given.get(name, "")).strip().lower() in {"true", "1", "yes", "y"}

    def structure(self, name: str, complaint: str) -> object:
        """Return a nested value, or None if it was not given.

        Raises:
            Refused: it is not JSON; `complaint` says so in Telegram's words.
        """
        value = self.given.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return msgspec.json.decode(value)
        except msgspec.DecodeError:
            raise bad_request(complaint) from None


async def read_fields(request: Request) -> Fields:
    """Read the query and a form-encoded, multipart or JSON body.

    Raises:
        Refused: the body cannot be read.
    """
    given: dict[str, object] = dict(request.query_params)
    body = await request.body()
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind == "application/json":
        given |= _from_json(body)
    elif kind == "multipart/form-data":
        given |= _from_multipart(request.headers["content-type"], body)
    elif body:
        given |= dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    return Fields(given)


def _from_json(body: bytes) -> dict[str, object]:
    try:
        value = msgspec.json.decode(body or b"{}")
    except msgspec.DecodeError:
        raise bad_request("can't parse the request's JSON") from None
    if not isinstance(value, dict):
        raise bad_request("can't parse the request's JSON: an object is expected")
    return value


def _from_multipart(content_type: str, body: bytes) -> dict[str, object]:
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    parts = message_from_bytes(head + body, policy=HTTP)
    given: dict[str, object] = {}
    for part in parts.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        if isinstance(name, str) and isinstance(content, bytes):
            given[name] = content.decode("utf-8", "replace")
    return given
