"""The words that dates are typed with, in each language that reporters may use.

Month names are read by dateparser; these are the seasons and the small words around them, and
what dateparser does not know of Welsh, where the first letter of a month changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One language's words. Each may be several words; case is folded before they are sought."""

    seasons: Mapping[int, Words]
    around: Words
    until: Words  # between the two ends of a range
    either: Words
    since: Words
    since_after: Words = ()  # stands behind the date
    decade_after: Words = ()
    decade_before: Words = ()
    today: Words = ()
    yesterday: Words = ()
    last_week: Words = ()
    last_month: Words = ()
    last_year: Words = ()
    tomorrow: Words = ()
    next_week: Words = ()
    next_month: Words = ()
    months: Mapping[str, int] = field(default_factory=dict)


ENGLISH = Vocabulary(
    seasons={21: ("spring",), 22: ("summer",), 23: ("autumn", "fall"), 24: ("winter",)},
    around=("around", "about", "roughly", "approximately", "approx", "circa", "maybe", "probably"),
    until=("to", "until", "till", "through", "and"),
    either=("or",),
    since=("since", "from", "ever since"),
    decade_after=("s", "'s"),
    decade_before=("the", "in the"),
    today=("today",),
    yesterday=("yesterday", "last night"),
    last_week=("last week",),
    last_month=("last month",),
    last_year=("last year",),
    tomorrow=("tomorrow",),
    next_week=("next week",),
    next_month=("next month",),
)
WELSH = Vocabulary(
    seasons={21: ("gwanwyn", "wanwyn"), 22: ("haf",), 23: ("hydref",), 24: ("gaeaf", "aeaf")},
    around=("tua", "oddeutu", "o gwmpas", "o amgylch", "efallai"),
    until=("i", "hyd", "tan", "hyd at"),
    either=("neu",),
    since=("ers", "o"),
    decade_after=("au",),
    today=("heddiw",),
    yesterday=("ddoe",),
    last_week=("wythnos diwethaf", "yr wythnos ddiwethaf", "wythnos ddiwethaf"),
    last_month=("mis diwethaf",),
    last_year=("llynedd", "y llynedd"),
    tomorrow=("yfory",),
    next_week=("wythnos nesaf",),
    next_month=("mis nesaf",),
    months={
        "fawrth": 3,
        "fai": 5,
        "fehefin": 6,
        "orffennaf": 7,
        "fedi": 9,
        "dachwedd": 11,
        "ragfyr": 12,
    },
)
POLISH = Vocabulary(
    seasons={
        21: ("wiosna", "wiosną", "wiosny", "wiosnę"),
        22: ("lato", "latem", "lata", "lecie"),
        23: ("jesień", "jesienią", "jesieni"),
        24: ("zima", "zimą", "zimy", "zimie", "zimę"),
    },
    around=("około", "ok", "ok.", "mniej więcej", "koło", "chyba", "może"),
    until=("do",),
    either=("lub", "albo", "czy"),
    since=("od",),
    decade_before=("lata", "latach", "w latach"),
    today=("dziś", "dzisiaj"),
    yesterday=("wczoraj",),
    last_week=("zeszłym tygodniu", "ubiegłym tygodniu", "zeszły tydzień"),
    last_month=("zeszłym miesiącu", "ubiegłym miesiącu"),
    last_year=("zeszłym roku", "ubiegłym roku", "rok temu"),
    tomorrow=("jutro",),
    next_week=("przyszłym tygodniu",),
    next_month=("przyszłym miesiącu",),
)
URDU = Vocabulary(
    seasons={
        21: ("بہار",),
        22: ("گرمیوں", "گرمی", "موسم گرما"),
        23: ("خزاں",),
        24: ("سردیوں", "سردی", "موسم سرما"),
    },
    around=("تقریباً", "تقریبا", "لگ بھگ", "شاید"),
    until=("سے",),
    either=("یا",),
    since=(),
    since_after=("سے",),
    decade_after=(" کی دہائی",),
    today=("آج",),
    yesterday=("کل",),
    last_week=("پچھلے ہفتے",),
    last_month=("پچھلے مہینے", "پچھلے ماہ"),
    last_year=("پچھلے سال",),
    # The same word is yesterday and tomorrow: the question says which.
    tomorrow=("کل",),
    next_week=("اگلے ہفتے",),
    next_month=("اگلے مہینے", "اگلے ماہ"),
)
VOCABULARIES: Mapping[str, Vocabulary] = {
    "en": ENGLISH,
    "cy": WELSH,
    "pl": POLISH,
    "ur": URDU,
}
