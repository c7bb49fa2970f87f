"""Three reports: what is tapped and typed on each card, and so what staff must find."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

State = Literal["answered", "skipped", "dont_know", "prefer_not"]
DONE, SKIP, SEND = "That's all", "Skip", "Send"
MOVES = {DONE, SKIP, "Keep it"}


@dataclass(frozen=True, slots=True)
class Line:
    """One card: `words` are typed first, then `taps` are made. Its answer follows from both."""

    step: str
    taps: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    state: State = "answered"

    @property
    def labels(self) -> list[str]:
        """The labels that staff must see."""
        return [label for label in self.taps if label not in MOVES]

    @property
    def text(self) -> str:
        """The words that staff must see, letter by letter."""
        return "\n".join(self.words)


def tap(step: str, *labels: str, state: State = "answered") -> Line:
    """Tap buttons on the card of `step`."""
    return Line(step, labels, state=state)


def skip(step: str) -> Line:
    """Tap Skip."""
    return Line(step, (SKIP,), state="skipped")


def write(step: str, *words: str, then: tuple[str, ...] = ()) -> Line:
    """Type messages, then tap."""
    return Line(step, then, words)


# Cards that ask nothing, or whose answer is a consent: they leave no answer of their own.
NO_ANSWER = {"hold", "agree", "resume_word", ""}
CONSENTS = ("hold", "agree")


def arrive(phone: str, age: str, way: str, *extra: Line) -> list[Line]:
    """Return the arrival cards; `extra` comes after the consent to a draft."""
    return [
        tap("", "Continue"),
        tap("phone", phone),
        *([] if phone == "No" else [tap("", "Continue")]),
        tap("safe", "Yes"),
        tap("age", age, state="prefer_not" if age == "I'd rather not say" else "answered"),
        tap("", "Continue"),
        tap("hold", "Yes, keep them"),
        *extra,
        tap("ways", way),
    ]


CONTACT_ONLY = [
    *arrive("No", "18 or over", "Ask a person to contact me"),
    tap("body", "Metropolitan Police (London)"),
    skip("letter"),
    tap("agree", "I agree"),
    tap("method", "I'll contact you"),
]

BODIES = "Heddlu’r “De” & Gwent; maybe <Llŷn>"  # noqa: RUF001 - as phones type it
NAME = "Zoë O’Hara"  # noqa: RUF001 - as phones type it

OUTLINE = [
    *arrive(
        "Not sure",
        "I'd rather not say",
        "Answer some questions first",
        write("resume_word", "Goleudy"),
    ),
    tap("relation", "Yes, to me"),
    tap("police_work", "I'd rather not say", state="prefer_not"),
    tap("body", "More than one"),
    write("bodies", BODIES, then=("Keep it",)),
    skip("nation"),
    write("when_first", "around Easter, Ostern 🌿"),
    skip("ongoing"),
    tap("was_minor", "No"),
    tap("in_contact", "Not sure", state="dont_know"),
    tap("linked", "None"),
    tap("letter", "Neither"),
    skip("solicitor"),
    tap("", "Send what I have"),
    tap("agree", "I agree"),
    skip("officer"),
    tap("method", "Email"),
    write("value_email", "zoë+x@example.org"),
    write("name_to_use", NAME),
    tap("needs", "British Sign Language (BSL)", "More time", DONE),
    skip("hopes"),
]

OWN_WORDS = (
    "He “drove me home” — 'to be safe' & <b>nobody</b> asked.\nThen he kept writing.",
    'یہ میرے ساتھ کئی بار ہوا۔ PC 4711 نے کہا: "خاموش رہو"',  # noqa: RUF001 - an Urdu full stop
    "cafe\u0301, Ærø, 警察 👩🏽\u200d⚖️ {name} \\n %s",
)

ACCOUNT = [
    *arrive("No", "18 or over", "Answer some questions first"),
    tap("relation", "Yes, to me"),
    tap("police_work", "Only when it happened"),
    tap("body", "Metropolitan Police (London)"),
    tap("when_first", "In the last 10 days"),
    tap("", "Carry on"),
    tap("ongoing", "Yes"),
    tap("was_minor", "I'd rather not say", state="prefer_not"),
    tap("in_contact", "It could happen"),
    tap("linked", "It has ended"),
    tap("letter", "Neither"),
    tap("solicitor", "I had one"),
    tap("", "Add what happened"),
    tap("", "Continue"),
    tap("tell", "Both"),
    write("own_words", *OWN_WORDS, then=(DONE,)),
    tap("conduct", "Kept contacting me", "Photos, filming or sharing", "Something else", DONE),
    tap("role", "Special constable"),
    tap("duty", "Off work, but used the role"),
    tap("", "Carry on"),
    tap("agree", "I agree"),
    write("officer", "PC “Nobody” Ünïcode, 4711-ß"),
    tap("method", "Phone"),
    write("value_phone", "+44 7700 900 123 (ask for Zoë)"),
    write("reach_when", "nach 18 Uhr, not Fridays", then=()),
    tap("voicemail", "Text only"),
    tap("code_phrase", "Just ring off"),
    write("name_to_use", "ذویا Zoë"),
    tap("needs", "An interpreter", "A woman to talk to", DONE),
    tap("hopes", "To be heard", "To know what is possible", DONE),
]


@dataclass(frozen=True, slots=True)
class Walk:
    """A whole report: the phone it is made on, its cards, and what the summary says of it all."""

    phone: int
    lines: list[Line]
    contact: Mapping[str, object]
    queue: str


def contact(
    method: str, value: str = "", when: tuple[str, ...] = (), voicemail: str = "", name: str = ""
) -> Mapping[str, object]:
    """Return the summary's `contact`."""
    return {
        "method": method,
        "value": value,
        "when": list(when),
        "voicemail": voicemail,
        "name_to_use": name,
    }


WALKS = {
    "contact only": Walk(1, CONTACT_ONLY, contact("i_will_contact"), "Q3_MET_CORE"),
    "outline": Walk(
        2, OUTLINE, contact("email", "zoë+x@example.org", name=NAME), "Q5_OTHER_FORCE_EW"
    ),
    "with an account": Walk(
        3,
        ACCOUNT,
        contact(
            "phone",
            "+44 7700 900 123 (ask for Zoë)",
            ("nach 18 Uhr, not Fridays",),
            "text",
            "ذویا Zoë",
        ),
        "Q8_WORKPLACE",
    ),
}
