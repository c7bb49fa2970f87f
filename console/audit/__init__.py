"""The auditor's page: who did what, and whether anybody tampered with it."""
