"""Getting updates by long polling, and what there is of webhooks: none yet."""

from sandbox.fields import Fields
from sandbox.messages import Json
from sandbox.methods.registry import method
from sandbox.refusals import bad_request
from sandbox.updates import MOST_AT_ONCE
from sandbox.world import World


@method("getUpdates", "offset", "limit", "timeout", "allowed_updates")
async def get_updates(world: World, fields: Fields) -> list[Json]:
    """Confirm by `offset`, and return what waits or comes within `timeout` seconds."""
    allowed = fields.structure("allowed_updates", "can't parse allowed updates JSON object")
    if allowed is not None and not isinstance(allowed, list):
        raise bad_request("expected Array of String as allowed_updates")
    limit = fields.number("limit")
    return await world.updates.get(
        fields.number("offset") or 0,
        MOST_AT_ONCE if limit is None else limit,
        fields.number("timeout") or 0,
        None if allowed is None else [str(kind) for kind in allowed],
    )


@method("deleteWebhook", "drop_pending_updates")
def delete_webhook(world: World, fields: Fields) -> bool:
    """Agree: there is no webhook here; but throw waiting updates away if asked to."""
    if fields.flag("drop_pending_updates"):
        world.updates.waiting.clear()
        world.changes.tell()
    return True


@method("getWebhookInfo")
def get_webhook_info(world: World, _fields: Fields) -> Json:
    """Say that no webhook is set, and how many updates wait."""
    return {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": world.updates.unconfirmed,
    }
