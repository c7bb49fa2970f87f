"""What she chose to call it, and the person: words from our own list, never typed ones.

Later texts put them in as `{it}` and `{them_police}`; texts.yaml says where each may stand.
"""

from flows.draft import Draft, values_of
from flows.model import Flow
from flows.setting import Setting


def it(flow: Flow, draft: Draft, setting: Setting) -> str:
    """Return what stands for what happened; plainly so unless she chose another word."""
    return _said(flow, draft, setting, "call_it", "it_what_happened")


def them_police(flow: Flow, draft: Draft, setting: Setting) -> str:
    """Return what stands for the person from the police; plainly so unless she chose."""
    return _said(flow, draft, setting, "call_them", "them_police")


def _said(flow: Flow, draft: Draft, setting: Setting, step: str, plain: str) -> str:
    name = f"{step.removeprefix('call_')}_{values_of(draft, step)[0]}"
    if draft.marks.get("them") == "yes" and f"{name}_other" in flow.texts:
        name += "_other"
    text = flow.texts.get(name, flow.texts[plain])
    return setting.languages[draft.language].say("texts", text)
