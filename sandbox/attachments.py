"""Invented things that a phone can send besides words, in the shape Telegram gives them."""

from collections.abc import Callable
from dataclasses import dataclass

from sandbox.messages import Attachment, Json


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that the bot may fetch: `path` is what getFile names; `size` is in bytes."""

    file_id: str
    path: str
    size: int

    def content(self) -> bytes:
        """Return invented bytes of the right length."""
        phrase = b"An invented file of the sandbox. "
        return (phrase * (self.size // len(phrase) + 1))[: self.size]


def _file(number: int, kind: str, ending: str, size: int) -> tuple[Json, StoredFile]:
    stored = StoredFile(f"SANDBOX-{kind}-{number}", f"{kind}s/file_{number}.{ending}", size)
    described = {
        "file_id": stored.file_id,
        "file_unique_id": f"unique-{number}",
        "file_size": size,
    }
    return described, stored


def _sticker(number: int) -> tuple[Json, StoredFile]:
    described, stored = _file(number, "sticker", "webp", 4_096)
    shape: Json = {"width": 512, "height": 512, "is_animated": False, "is_video": False}
    return {"sticker": described | shape | {"type": "regular", "emoji": "🌿"}}, stored


def _photo(number: int) -> tuple[Json, StoredFile]:
    described, stored = _file(number, "photo", "jpg", 60_000)
    return {"photo": [described | {"width": 1280, "height": 960}]}, stored


def _voice(number: int) -> tuple[Json, StoredFile]:
    described, stored = _file(number, "voice", "oga", 9_000)
    return {"voice": described | {"duration": 7, "mime_type": "audio/ogg"}}, stored


def _document(number: int) -> tuple[Json, StoredFile]:
    described, stored = _file(number, "document", "pdf", 30_000)
    named = {"file_name": "invented.pdf", "mime_type": "application/pdf"}
    return {"document": described | named}, stored


def _location(_number: int) -> tuple[Json, None]:
    return {"location": {"latitude": 51.5007, "longitude": -0.1246}}, None


def _contact(_number: int) -> tuple[Json, None]:
    # 07700 900000 to 900999 are set aside for fiction.
    return {"contact": {"phone_number": "+447700900123", "first_name": "Invented"}}, None


_INVENTIONS: dict[str, Callable[[int], tuple[Json, StoredFile | None]]] = {
    "sticker": _sticker,
    "photo": _photo,
    "voice": _voice,
    "document": _document,
    "location": _location,
    "contact": _contact,
}

KINDS = tuple(_INVENTIONS)


def invent(kind: str, number: int, caption: str = "") -> tuple[Attachment, StoredFile | None]:
    """Return an attachment of `kind`, one of `KINDS`, and the file behind it, if it has one.

    Raises:
        KeyError: there is no such kind.
    """
    fields, stored = _INVENTIONS[kind](number)
    if caption:
        fields["caption"] = caption
    return Attachment(kind, fields), stored
