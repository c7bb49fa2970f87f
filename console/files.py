"""The pages' scripts and styles, and nothing else that lies on the disk."""

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from console import assets

# A file's name holds its content's hash: what a browser has of that name is right for ever.
_FOR_EVER = "public, max-age=31536000, immutable"


def file_routes() -> list[Route]:
    """Return the route of the bundle's files."""
    return [Route(assets.URL + "{file}", _file), Route("/favicon.ico", _no_icon)]


async def _file(request: Request) -> Response:
    found = assets.asset(request.path_params["file"])
    if found is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return Response(
        found.content,
        headers={"Content-Type": found.kind, "Cache-Control": _FOR_EVER},
    )


async def _no_icon(_request: Request) -> Response:
    # Browsers ask for one unasked; a fault page for it would only be noise.
    return Response(status_code=HTTPStatus.NO_CONTENT)
