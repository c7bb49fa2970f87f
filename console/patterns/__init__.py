"""Patterns: what may be the same officer, and counts. Both are made in the browser."""
