"""Reading of `reply_markup`: only inline keyboards, each button checked as Telegram does."""

from typing import Final

from sandbox.fields import Fields
from sandbox.messages import Button, Keyboard
from sandbox.refusals import bad_request, not_implemented

LONGEST_DATA: Final = 64  # bytes of UTF-8, not characters
MOST_BUTTONS: Final = 100
LONGEST_COPY: Final = 256  # characters of a button that copies

_CANT_PARSE = "can't parse reply keyboard markup JSON object"
_KNOWN = frozenset({"text", "callback_data", "url", "style", "copy_text"})
_STYLES = frozenset({"danger", "success", "primary"})


def read_keyboard(fields: Fields) -> Keyboard:
    """Return the inline keyboard of a request; without one, no rows.

    Raises:
        Refused: in Telegram's words, or 501 for a kind of keyboard or button not done here.
    """
    markup = fields.structure("reply_markup", _CANT_PARSE)
    if markup is None:
        return ()
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "remove_keyboard" in markup or not markup:
        return ()
    if "inline_keyboard" not in markup:
        raise not_implemented("this kind of reply_markup")
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list):
        raise bad_request('field "inline_keyboard" must be of type Array')
    keyboard = tuple(_row(row) for row in rows)
    if sum(len(row) for row in keyboard) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return tuple(row for row in keyboard if row)


def _row(row: object) -> tuple[Button, ...]:
    if not isinstance(row, list):
        raise bad_request(
            'field "inline_keyboard" of the InlineKeyboardMarkup should be an Array of Arrays'
        )
    return tuple(_button(button) for button in row)


def _button(given: object) -> Button:
    if not isinstance(given, dict):
        raise bad_request("can't parse inline keyboard button: expected an Object")
    if strange := sorted(set(given) - _KNOWN):
        raise not_implemented(f"the button field {strange[0]}")
    text, data, url = given.get("text"), given.get("callback_data"), given.get("url")
    if not isinstance(text, str) or not text.strip():
        raise bad_request('can\'t parse inline keyboard button: field "text" must be non-empty')
    copy = _copied(given.get("copy_text"))
    if sum(part is not None for part in (data, url, copy)) != 1:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if data is not None and not _fits(data):
        raise bad_request("BUTTON_DATA_INVALID")
    if url is not None and not str(url).startswith(("https://", "http://", "tg://")):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    style = given.get("style")
    if style is not None and style not in _STYLES:
        raise bad_request("can't parse inline keyboard button: invalid button style specified")
    return Button(text, data, url, style, copy)


def _copied(given: object) -> str | None:
    """Read a CopyTextButton: 1 to 256 characters that the phone puts on its clipboard."""
    if given is None:
        return None
    text = given.get("text") if isinstance(given, dict) and set(given) == {"text"} else None
    if not isinstance(text, str):
        raise bad_request("can't parse inline keyboard button: wrong copy_text specified")
    if not 1 <= len(text) <= LONGEST_COPY:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return text


def _fits(data: object) -> bool:
    return isinstance(data, str) and 1 <= len(data.encode("utf-8", "replace")) <= LONGEST_DATA
