"""The form's own English: what a question is called, and the label of each of its buttons."""

import json
from functools import cache

from flows.loading import load_flow


@cache
def english_form() -> str:
    """Return JSON: the flow's version; by step its label, and by option one label or two.

    The second is what somebody saw who reports for another person. Labels with a gap in them, such
    as a year counted from that day, are left out: what stood in it is not known here.
    """
    flow = load_flow().flow
    steps = {
        name: [
            step.label,
            {
                option.id: [option.label, option.them] if option.them else [option.label]
                for option in step.options
                if "{" not in option.label
            },
        ]
        for name, step in flow.steps.items()
        if step.label and step.kind != "notice"
    }
    return json.dumps({"version": flow.version, "steps": steps})
