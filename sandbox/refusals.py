"""How the Bot API says no: a code, a sentence, and for 429 the seconds to wait."""

from http import HTTPStatus


class Refused(Exception):  # noqa: N818 - a no is an answer, not an error
    """A method's refusal, with the wording that Telegram itself uses where it has one."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def as_answer(self) -> dict[str, object]:
        """Return the JSON body of the refusal."""
        answer: dict[str, object] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.retry_after is not None:
            answer["parameters"] = {"retry_after": self.retry_after}
        return answer


def bad_request(reason: str) -> Refused:
    """Return a 400 in Telegram's form."""
    return Refused(HTTPStatus.BAD_REQUEST, f"Bad Request: {reason}")


def forbidden(reason: str) -> Refused:
    """Return a 403 in Telegram's form."""
    return Refused(HTTPStatus.FORBIDDEN, f"Forbidden: {reason}")


def too_many(retry_after: int) -> Refused:
    """Return a 429 that asks for `retry_after` seconds of patience."""
    return Refused(
        HTTPStatus.TOO_MANY_REQUESTS,
        f"Too Many Requests: retry after {retry_after}",
        retry_after,
    )


def not_implemented(what: str) -> Refused:
    """Return a 501: better than pretending that something worked."""
    return Refused(
        HTTPStatus.NOT_IMPLEMENTED, f"Not Implemented: the sandbox does not implement {what}"
    )
