"""What sets the end of a report's time, in plain words: for the terminal and for the console."""

from intake.retention.clock import Due


def why(one: Due) -> str:
    """Return in plain words what sets the end of a report's time."""
    if one.why == "withdrawn":
        return f"the person asked on {one.clock_from} that it be deleted: answer in {one.term}"
    wish = "kept longer for a joint claim" if one.why == "keep_longer" else one.by_status
    return f"{wish}: {one.term} after {one.clock_from}, when something was last done"
