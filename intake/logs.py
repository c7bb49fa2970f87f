"""Logs that hold no word of a reporter, no token and no account id.

Our own loggers follow LOG_LEVEL. Every other logger is held at WARNING, and says where it spoke
but not what, unless its name is in SPOKEN: the Telegram library prints whole texts at DEBUG and
httpx the token at INFO. An exception is told by its type and our own frames, never by its text.
`scrub` is the last resort behind all of that.
"""

import logging
import re
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TextIO

OURS = frozenset({"bot", "console", "flows", "intake", "locales", "sandbox"})
SPOKEN = frozenset({"alembic", "uvicorn.error"})
"""Libraries whose warnings are about machines alone, so that their words may be read."""

_ROOT = Path(__file__).resolve().parent.parent
_SECRETS = re.compile(r"\d+(?::|%3A)[A-Za-z0-9_-]{30,}|AGE-SECRET-KEY-[A-Z0-9-]+", re.IGNORECASE)
_DIGITS = re.compile(r"\b[0-9a-f]{32}\b|\d(?:[ -]?\d){5,}")
_LONGEST_CHAIN = 5

_log = logging.getLogger(__name__)


def scrub(text: str) -> str:
    """Return one line of text without bot tokens, private keys and runs of 6 or more digits.

    Our own random ids (exactly 32 hex digits) stay: they say nothing and are needed.
    """
    line = " ".join(_SECRETS.sub("[secret]", text).split())
    return _DIGITS.sub(lambda found: found[0] if len(found[0]) == 32 else "[digits]", line)  # noqa: PLR2004 - the length of our ids


def tell_exception(error: BaseException) -> str:
    """Return an exception's type and our own frames, innermost first, and what caused it."""
    told, seen = [], error
    for _ in range(_LONGEST_CHAIN):
        frames = " < ".join(reversed(list(_our_frames(seen.__traceback__))))
        told.append(type(seen).__name__ + (f" at {frames}" if frames else "") + _within(seen))
        before = seen.__cause__ or seen.__context__
        if before is None:
            break
        seen = before
    return ", after ".join(told)


def set_up_logs(level: str, stream: TextIO | None = None) -> None:
    """Send all logs to `stream` (default: standard error) by the rules above.

    Replaces handlers set earlier; uncaught exceptions and warnings come the same way.
    """
    handler = _Lines(stream or sys.stderr)
    handler.addFilter(_may_speak)
    handler.setFormatter(_Line())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    # It prints exception text through its own calls, before any formatter could drop it.
    logging.getLogger("transitions").setLevel(logging.CRITICAL + 1)
    logging.captureWarnings(capture=True)
    sys.excepthook = _uncaught
    threading.excepthook = lambda args: _tell(args.exc_value, "a thread ended")
    sys.unraisablehook = lambda args: _tell(args.exc_value, "an exception had nowhere to go")


class _Lines(logging.StreamHandler[TextIO]):
    """Writes lines; one that cannot be written is told without its words."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Name the place that made the unusable record; logging itself would print its words."""
        self.stream.write(f"ERROR {record.name} a record could not be written {_place(record)}\n")


class _Line(logging.Formatter):
    """Time, level, logger, words, exception: one line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one scrubbed line."""
        spoken = _is_ours(record.name) or record.name in SPOKEN
        words = record.getMessage() if spoken else f"(words withheld) {_place(record)}"
        if record.exc_info and record.exc_info[1]:
            words += f" [{tell_exception(record.exc_info[1])}]"
        return f"{self.formatTime(record)} {record.levelname} {record.name} {scrub(words)}"


def _may_speak(record: logging.LogRecord) -> bool:
    """Hold others at WARNING here too: a library may set its own loggers' level."""
    return _is_ours(record.name) or record.levelno >= logging.WARNING


def _is_ours(name: str) -> bool:
    return name.split(".", maxsplit=1)[0] in OURS


def _place(record: logging.LogRecord) -> str:
    return f"at {Path(record.pathname).name}:{record.lineno}"


def _our_frames(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if path.is_relative_to(_ROOT) and path.relative_to(_ROOT).parts[0] in OURS:
            yield f"{path.relative_to(_ROOT)}:{trace.tb_lineno}"
        trace = trace.tb_next


def _within(error: BaseException) -> str:
    if not isinstance(error, BaseExceptionGroup):
        return ""
    first = error.exceptions[:_LONGEST_CHAIN]
    return f" ({'; '.join(tell_exception(each) for each in first)})"


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    del trace
    _tell(error, "the program ended")


def _tell(error: BaseException | None, what: str) -> None:
    _log.error(what, exc_info=error)
