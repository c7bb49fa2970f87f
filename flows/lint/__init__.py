"""The trauma-informed lint: what a program can check of the checklist T01-T52 (FACTS 1.3).

Pure: it takes a flow, one language's words and that language's lists, and returns findings.
What may not be said stands in `flows/content/lint/`, where authors can edit it. Each module
holds one family of rules; `running` puts them together.
"""

from flows.lint.finding import Finding
from flows.lint.lists import Allowed, Form, Limits, Lists, Notice
from flows.lint.running import RULES, lint, lint_flow

__all__ = ["RULES", "Allowed", "Finding", "Form", "Limits", "Lists", "Notice", "lint", "lint_flow"]
