"""One thing that the lint has found: where, which rule, the sentence, and what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One finding. `item` is the checklist's number; `step` the card, or "texts", "support".

    `text` is the sentence as it is shown in `language`; `english` the message id it was looked
    up by, which tells where it stands; `place` is filled in by whoever knows the files.
    """

    step: str
    rule: str
    item: str
    text: str
    what: str
    remedy: str
    english: str = ""
    language: str = "en"
    place: str = ""

    def __str__(self) -> str:
        """Return the finding as it is printed: place, rule, sentence, remedy."""
        shown = f'\n    | "{" ".join(self.text.split())}"' if self.text else ""
        where = f"{self.place}: " if self.place else ""
        return (
            f'{where}{self.item} {self.rule}, {self.language}, "{self.step}": {self.what}{shown}'
            f"\n    {self.remedy}"
        )
