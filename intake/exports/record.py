"""A report as JSON: the record itself, from which everything else can be made again."""

import json

from intake.reading import OpenedReport


def record(opened: OpenedReport) -> str:
    """Return the sealed summary; the conflict card stands opened in it for who may open it."""
    summary = dict(opened.summary)
    if opened.conflict is not None:
        summary["conflict_card"] = dict(opened.conflict)
    return json.dumps(summary, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def written_record(opened: OpenedReport) -> bytes:
    """Return the record as it is written: half a surrogate pair is the escape it was read from."""
    return record(opened).encode(errors="backslashreplace")
