"""Invented reports for the demonstration: each one walked through the real conversation.

`people/*.yaml` says who sends what and when; nothing else here knows a question's answer. So
queues, deadlines, consents and conflict cards are what the bot would make on that day.
"""

from sandbox.reports.people import Person, read_people
from sandbox.reports.placing import NotTheDemonstration, place_reports

__all__ = ["NotTheDemonstration", "Person", "place_reports", "read_people"]
