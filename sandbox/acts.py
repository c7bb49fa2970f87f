"""What a phone can be told over HTTP: the same few acts for the page and for tests."""

from collections.abc import Awaitable, Callable

from sandbox.attachments import KINDS
from sandbox.messages import Json
from sandbox.phones import Phone, Shown
from sandbox.world import World

Act = Callable[[Phone, Json], Awaitable[object]]

INVENTED_FORWARD = "An invented message that somebody forwarded."


async def _say(phone: Phone, body: Json) -> object:
    return {"message_id": await phone.say(str(body["text"]))}


async def _start(phone: Phone, _body: Json) -> object:
    return {"message_id": await phone.start()}


async def _tap(phone: Phone, body: Json) -> object:
    if "message_id" in body:
        press = await phone.press(int(body["message_id"]), str(body["data"]))
    else:
        press = await phone.tap(str(body["button"]))
    return {"press": press}


async def _send(phone: Phone, body: Json) -> object:
    kind = str(body["kind"])
    if kind == "forward":
        return {"message_id": await phone.forward(str(body.get("text", INVENTED_FORWARD)))}
    if kind not in KINDS:
        raise ValueError(f"a phone sends forward, {', '.join(KINDS)}; not {kind!r}")
    return {"message_id": await phone.send(kind, str(body.get("caption", "")))}


async def _edit(phone: Phone, body: Json) -> None:
    await phone.edit(int(body["message_id"]), str(body["text"]))


async def _delete(phone: Phone, body: Json) -> None:
    await phone.delete(int(body["message_id"]))


async def _clear(phone: Phone, _body: Json) -> None:
    await phone.clear()


async def _block(phone: Phone, _body: Json) -> None:
    await phone.block()


async def _unblock(phone: Phone, _body: Json) -> None:
    await phone.unblock()


ACTS: dict[str, Act] = {
    "say": _say,
    "start": _start,
    "tap": _tap,
    "send": _send,
    "edit": _edit,
    "delete": _delete,
    "clear": _clear,
    "block": _block,
    "unblock": _unblock,
}


def picture(world: World, phone: Phone) -> Json:
    """Return everything a phone shows now, as JSON."""
    profile, toasts = world.profile, phone.toasts
    return {
        "bot": profile.name,
        "description": profile.description,
        "commands": profile.commands,
        "opened": phone.chat.open,
        "blocked": phone.chat.blocked,
        "typing": world.typing.get(phone.user_id, 0) > world.clock(),
        "messages": [_message(shown) for shown in phone.shown()],
        "toast": {"number": toasts[-1].number, "text": toasts[-1].text, "alert": toasts[-1].alert}
        if toasts
        else None,
    }


def _message(shown: Shown) -> Json:
    return {
        "id": shown.id,
        "who": shown.who,
        "text": shown.text,
        "kind": shown.kind,
        "edited": shown.edited,
        "date": shown.date,
        "rows": [
            [
                {"text": b.text, "data": b.data, "url": b.url, "style": b.style, "copy": b.copy}
                for b in row
            ]
            for row in shown.rows
        ],
    }
