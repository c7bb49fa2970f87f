"""Every page of the console, gathered from its features: the table that the guard works by."""

from typing import Final

from console.account import pages as account
from console.audit import pages as audit
from console.home import pages as home
from console.page import Page
from console.patterns import pages as patterns
from console.people import pages as people
from console.queue import bulk, envelopes, table, week
from console.queue import pages as queue
from console.report import pages as report
from console.retention import pages as retention
from console.signin import invitation
from console.signin import pages as signin

PAGES: Final[tuple[Page, ...]] = (
    *home.PAGES,
    *signin.PAGES,
    *invitation.PAGES,
    *queue.PAGES,
    *week.PAGES,
    *report.PAGES,
    *envelopes.PAGES,
    *table.PAGES,
    *bulk.PAGES,
    *retention.PAGES,
    *patterns.PAGES,
    *account.PAGES,
    *people.PAGES,
    *audit.PAGES,
)
