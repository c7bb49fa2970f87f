"""What our own pages would send to each page that changes something: example bodies.

A page without a line here is asked with an empty body. One that is about a report must have a
line if it reads its fields before it looks for the report: else the matrix says so.
"""

import base64
from collections.abc import Callable
from typing import Any, Final

from sqlalchemy import select

from console.page import Page
from intake import age
from intake.messages import PADDED
from intake.tables import cases
from tests.console.stage import Object, Stage

Fields = dict[str, Any]
_Made = Callable[[Stage, Object], Fields]

DUE: Final = "2026-12-01"
ADDRESS: Final = base64.b64encode(bytes(range(32))).decode()


def body(stage: Stage, page: Page, which: Object = "own") -> Fields:
    """Return an honest body for this page and this object of its."""
    made = _BODIES.get(page.path)
    return made(stage, which) if made else {}


def sealed(stage: Stage, words: bytes = b"invented words") -> str:
    """Return words as a browser seals them to a report's readers, in base64."""
    return written(age.seal_to([one.key for one in stage.sealed_to.queue], words))


def written(value: bytes) -> str:
    """Return bytes in base64, as our pages send them."""
    return base64.b64encode(value).decode()


def read(text: str) -> bytes:
    """Return the bytes that a page got in base64."""
    return base64.b64decode(text)


def _seen(stage: Stage, which: Object) -> str:
    asked = select(cases.c.version).where(cases.c.report_id == stage.id_of("report", which))
    with stage.office.engine.connect() as connection:
        return str(connection.scalar(asked) or 0)


def _new_key(_stage: Stage, _which: Object) -> Fields:
    wrapped = "-----BEGIN AGE ENCRYPTED FILE-----\nx\n"
    key = age.new_identity().public_key
    return {"purpose": "conflict", "public_key": key, "by_passphrase": wrapped}


def _message(stage: Stage, _which: Object) -> Fields:
    return {"address": ADDRESS, "sealed": sealed(stage, bytes(PADDED + 1))}


def _reseal(stage: Stage, _which: Object) -> Fields:
    return {"part": "report", "key": stage.colleagues_key, "sealed": written(stage.envelope)}


def _said(**fields: str) -> _Made:
    return lambda stage, which: {"seen": _seen(stage, which), **fields}


def _with_words(**fields: str) -> _Made:
    return lambda stage, which: {
        "seen": _seen(stage, which),
        "sealed": sealed(stage),
        **fields,
    }


IN_BODY: Final = {"/queue/envelopes", "/queue/bulk", "/patterns/not-same"}
"""Pages whose body, not their path, names a report."""

_BODIES: Final[dict[str, _Made]] = {
    "/queue/find": lambda _stage, _which: {"lookup": "123456"},
    "/patterns/not-same": lambda stage, which: {
        "first": stage.id_of("second", "own"),
        "second": stage.id_of("report", which),
    },
    "/patterns/ask": lambda _stage, _which: {"reason": "court"},
    "/queue/bulk": lambda stage, which: {
        "seen": [f"{stage.id_of('report', which)}:{_seen(stage, which)}"],
        "label": "call-first",
    },
    "/queue/envelopes": lambda stage, which: {"ids": [stage.id_of("report", which)]},
    "/approvals/{id}": lambda _stage, _which: {"granted": "yes"},
    "/account/identity": _new_key,
    "/people/invite": lambda _stage, _which: {"name": "Nia New", "role": "caseworker"},
    "/people/{id}/role": lambda _stage, _which: {"role": "auditor"},
    "/reports/{id}/envelope": lambda _stage, _which: {"for": "reading"},
    "/reports/{id}/status": _said(status="contacting"),
    "/reports/{id}/word": _said(word="tried"),
    "/reports/{id}/assign": lambda stage, which: {
        "seen": _seen(stage, which),
        "to": stage.staff["caseworker"],
    },
    "/reports/{id}/labels": _said(add="call-first"),
    "/reports/{id}/finding": _said(finding="clear"),
    "/reports/{id}/keep-longer": _said(wished="true"),
    "/reports/{id}/notes": _with_words(),
    "/reports/{id}/translations": _with_words(step="own_words", language="en", made_by="human"),
    "/reports/{id}/tasks": _with_words(kind="call", due=DUE),
    "/reports/{id}/tasks/done": lambda stage, which: {"task": stage.id_of("task", which)},
    "/reports/{id}/message": _message,
    "/reports/{id}/waiting": lambda _stage, _which: {"address": ADDRESS},
    "/reports/{id}/ask": lambda _stage, _which: {"kind": "officer", "reason": "safety"},
    "/reports/{id}/answer": lambda stage, which: {
        "approval": stage.id_of("deletion", which),
        "granted": "true",
    },
    "/reports/{id}/hold": _with_words(),
    "/reports/{id}/release": _said(),
    "/reports/{id}/refer": _with_words(consent="true"),
    "/reports/{id}/reseal": _reseal,
    "/reports/{id}/export": lambda _stage, _which: {"kind": "json"},
}
