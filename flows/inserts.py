"""What can be put into a text by name: `{controller}`, `{y0}`, `{services}`, `{code}`."""

from collections.abc import Callable, Mapping

from flows.apart import about_lines
from flows.crisis_lines import child_lines, danger_lines, first_line, mark_note, talk_lines
from flows.draft import Draft
from flows.model import Flow
from flows.naming import it, them_police
from flows.review import consents, lines, one_line, text_of_hidden
from flows.setting import Setting, Words
from flows.support import all_services, needed_services, quiet_ways, sarc, services

# Marks that keep a number or a name in its own direction inside a right-to-left text.
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"

Insert = Callable[[Flow, Draft, Setting], str]


def counted(name: str, number: int, flow: Flow, draft: Draft, setting: Setting) -> str:
    """Return a number with its noun, in the form that the language gives it."""
    return setting.languages[draft.language].count("texts", flow.counted[name], number)


YEARS_BACK = (0, 1, 2, 4, 5, 9, 10)


def _years_ago(back: int) -> Insert:
    return lambda _flow, _draft, setting: str(setting.today.year - back)


BY_NAME: Mapping[str, Insert] = {
    "controller": lambda _f, _d, s: s.team.controller,
    "legal_team": lambda _f, _d, s: s.team.legal_team,
    "team_phone": lambda _f, _d, s: s.team.phone,
    "team_hours": lambda _f, _d, s: s.team.hours,
    "reply_days": lambda f, d, s: counted("working_days", s.team.reply_days, f, d, s),
    "kept_months": lambda f, d, s: counted("months", s.team.kept_months, f, d, s),
    **{
        f"time_{way}": lambda f, d, s, way=way: counted("minutes", f.times[way], f, d, s)  # type: ignore[misc]
        for way in ("contact", "outline", "more")
    },
    "contact": lambda _f, _d, s: s.team.contact,
    "complaints": lambda _f, _d, s: s.team.complaints,
    "code": lambda _f, d, _s: grouped(d.code),
    "limit": lambda f, d, _s: str(f.steps[d.step].limit),
    "kept_for": lambda f, d, s: s.languages[d.language].say("texts", f.texts[f"kept_{d.hours}"]),
    "lines": lines,
    "line": one_line,
    "consents": consents,
    "hidden": text_of_hidden,
    "services": services,
    "all_services": all_services,
    "needed_services": needed_services,
    "quiet_ways": quiet_ways,
    "sarc": sarc,
    "talk_lines": talk_lines,
    "first_line": first_line,
    "mark_note": mark_note,
    "danger_lines": danger_lines,
    "child_lines": child_lines,
    "it": it,
    "about_lines": about_lines,
    "them_police": them_police,
    **{f"y{back}": _years_ago(back) for back in YEARS_BACK},
}

# Filled by the turn that adds the line, not by the position.
BY_TURN = frozenset({"body", "label", "pieces", "part", "parts", "note", "questions"})

# Whole paragraphs need no isolate; their lines are right by themselves.
PARAGRAPHS = frozenset(
    {
        "lines",
        "line",
        "about_lines",
        "consents",
        "services",
        "all_services",
        "needed_services",
        "quiet_ways",
        "sarc",
        "hidden",
        "talk_lines",
        "first_line",
        "mark_note",
        "danger_lines",
        "child_lines",
    }
)


class Inserts(dict[str, str]):
    """A mapping for `str.format_map` that works each name out only when asked."""

    def __init__(self, flow: Flow, draft: Draft, setting: Setting) -> None:
        super().__init__()
        self._of = (flow, draft, setting)

    def __missing__(self, name: str) -> str:
        """Work out `name`; a name that nobody knows is a fault that `check` reports."""
        _, draft, setting = self._of
        value = BY_NAME[name](*self._of)
        words = setting.languages[draft.language]
        # Asked here too, not only there: every card with a figure on it comes through here.
        if name in PARAGRAPHS or not words.right_to_left:
            return value
        return isolated(value, words)


def isolated(value: str, words: Words) -> str:
    """Return `value` kept in its own direction, if the language around it is right to left."""
    return f"{FIRST_STRONG_ISOLATE}{value}{POP_ISOLATE}" if words.right_to_left else value


def grouped(code: str) -> str:
    """Return a receipt code as people read it aloud: 6 digits, then groups of 7."""
    return " ".join((code[:6], code[6:13], code[13:])).strip()
