"""Pages from templates that lie beside their feature; every value is escaped."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from console import assets
from console.access import may
from console.navigation import navigation
from console.office import Office
from console.page import Visit
from intake.summary import NOTE

_FOLDER = Path(__file__).parent


@cache
def _environment(more: Path | None) -> Environment:
    environment = Environment(
        loader=FileSystemLoader([_FOLDER, *([more] if more else [])]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "asset": assets.url,
        "bundle_hash": assets.bundle_hash,
        "may": may,
        "navigation": navigation,
        "NOTE": NOTE,
    }
    return environment


def render(office: Office, template: str, *, status: int = 200, **values: object) -> HTMLResponse:
    """Return a page for nobody in particular."""
    page = _environment(office.templates).get_template(template)
    words = page.render(office=office, visit=None, **values)
    return HTMLResponse(words, status)


def render_for(
    visit: Visit, template: str, *, status: int = 200, part: str = "", **values: object
) -> HTMLResponse:
    """Return a page for this visitor: navigation, her name, the form token.

    `part` names a block of it that changes alone: where htmx asks, that block is the answer.
    """
    page = _environment(visit.office.templates).get_template(template)
    known = values | {"office": visit.office, "visit": visit}
    if part and "hx-request" in visit.request.headers:
        return HTMLResponse("".join(page.blocks[part](page.new_context(known))), status)
    return HTMLResponse(page.render(known), status)
