"""A condition of the flow: which answers it asks for. No expression language, no code in data."""

from dataclasses import dataclass

from flows.draft import Draft, values_of


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds when, for each name, one of the values known so far is in the set."""

    tests: tuple[tuple[str, frozenset[str]], ...] = ()

    def __call__(self, draft: Draft) -> bool:
        """Tell whether every test is met by what `draft` knows; with no tests, always."""
        return all(not wanted.isdisjoint(values_of(draft, name)) for name, wanted in self.tests)


ALWAYS = Condition()
